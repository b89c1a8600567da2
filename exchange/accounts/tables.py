"""Rows: accounts, logins, one-time codes, failed passwords."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, key, ref

AccountId = NewType("AccountId", UUID)
LoginId = NewType("LoginId", UUID)


class Account(SQLModel, table=True):
    """Somebody who can sign in: by password (staff, recruiters) or by telephone and one-time code (seekers)."""

    __tablename__ = "accounts"
    __table_args__ = (check("reachable", "email IS NOT NULL OR phone IS NOT NULL"),)

    id: AccountId = key()
    name: str = Field(max_length=120)
    email: str | None = Field(default=None, max_length=254, unique=True)  # lower case
    phone: str | None = Field(default=None, max_length=16, unique=True)  # E.164
    password_hash: str | None = Field(default=None, max_length=200)
    created_at: datetime
    disabled_at: datetime | None = None


class Login(SQLModel, table=True):
    """One browser that is signed in. Only the hash of its token is kept."""

    __tablename__ = "logins"

    id: LoginId = key()
    account_id: AccountId = ref("accounts.id", index=True)
    token_hash: bytes = Field(unique=True)
    device: str = Field(max_length=120)
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None


class OneTimeCode(SQLModel, table=True):
    """A code sent to a telephone. Single use, five tries, ten minutes."""

    __tablename__ = "one_time_codes"
    __table_args__ = (Index(None, "phone", "made_at"),)

    id: UUID = key()
    phone: str = Field(max_length=16)
    code_hash: bytes
    made_at: datetime
    expires_at: datetime
    tries: int = 0
    used_at: datetime | None = None


class FailedPassword(SQLModel, table=True):
    """A wrong password for an address, whether or not an account has it."""

    __tablename__ = "failed_passwords"
    __table_args__ = (Index(None, "email", "at"),)

    id: UUID = key()
    email: str = Field(max_length=254)
    at: datetime
