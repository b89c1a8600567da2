"""Who is signed in, and where."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account, AccountId, Login, LoginId
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading


class Viewer(msgspec.Struct, frozen=True):
    """Who looks: the account behind a valid login. What they may do is each slice's `access`."""

    account_id: AccountId
    login_id: LoginId
    name: str


class LoginRow(msgspec.Struct, frozen=True):
    """A browser in the list of logins."""

    id: LoginId
    device: str
    made_at: datetime
    expires_at: datetime


class Credentials(msgspec.Struct, frozen=True):
    """What a password is checked against."""

    account_id: AccountId
    password_hash: str | None


_login, _account = columns(Login), columns(Account)
_VIEWER = (
    select(_account.id, _login.id, _account.name)
    .join(Account, _login.account_id == _account.id)
    .where(
        _login.token_hash == bindparam("token"),
        _login.revoked_at.is_(None),
        _login.expires_at > bindparam("now"),
        _account.disabled_at.is_(None),
    )
)
_ALIVE = (
    select(_login.id)
    .join(Account, _login.account_id == _account.id)
    .where(
        _login.id.in_(bindparam("logins", expanding=True)),
        _login.revoked_at.is_(None),
        _login.expires_at > bindparam("now"),
        _account.disabled_at.is_(None),
    )
)
_LOGINS = (
    select(_login.id, _login.device, _login.made_at, _login.expires_at)
    .where(
        _login.account_id == bindparam("account"),
        _login.revoked_at.is_(None),
        _login.expires_at > bindparam("now"),
    )
    .order_by(_login.made_at.desc(), _login.id.desc())
)


def viewer_of(db: Reading, token_hash: bytes, *, now: datetime) -> Viewer | None:
    """Who holds the login token, while it is neither expired nor revoked nor its account disabled."""
    row = db.execute(_VIEWER, {"token": token_hash, "now": now}).first()
    return Viewer(*row) if row else None


def alive(db: Reading, logins: Sequence[UUID], *, now: datetime) -> set[UUID]:
    """Those of these logins that still hold."""
    return set(db.scalars(_ALIVE, {"logins": list(logins), "now": now}))


def logins_of(db: Reading, viewer: Viewer, *, now: datetime) -> list[LoginRow]:
    """Where this person is signed in, newest first."""
    return [LoginRow(*row) for row in db.execute(_LOGINS, {"account": viewer.account_id, "now": now})]


def credentials(db: Reading, email: str) -> Credentials | None:
    """The account with this address, if it is not disabled."""
    row = db.execute(
        select(_account.id, _account.password_hash).where(
            _account.email == email.strip().lower(), _account.disabled_at.is_(None)
        )
    ).first()
    return Credentials(*row) if row else None


def account_by_phone(db: Reading, phone: str) -> AccountId | None:
    """The account that signs in with this telephone number (E.164)."""
    found = db.scalar(select(_account.id).where(_account.phone == phone))
    return AccountId(found) if found else None


def account_name(db: Reading, account_id: UUID) -> str:
    """The name on an account; empty when there is none."""
    return db.scalar(select(_account.name).where(_account.id == account_id)) or ""
