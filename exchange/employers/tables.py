"""Rows: employers, verifications, recruiters, invitations."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from exchange.employers.codes import EmployerKind, SizeBand, Verification
from exchange.kernel.columns import bare_id, code, key, maybe_ref, ref, unique_where

EmployerId = NewType("EmployerId", UUID)


class Employer(SQLModel, table=True):
    """A firm, body, household or person who recruits (form 03). Imported ones have no tax code yet.

    `firm_key` puts the spellings of one firm together; it is unique where no tax code tells firms apart.
    """

    __tablename__ = "employers"
    __table_args__ = (
        unique_where("uq_employers_tax_code", "tax_code", where="tax_code IS NOT NULL"),
        unique_where("uq_employers_firm_key", "firm_key", where="tax_code IS NULL AND firm_key IS NOT NULL"),
        Index(None, "name_fold"),
    )

    id: EmployerId = key()
    centre_id: UUID | None = maybe_ref("centres.id", index=True)
    name: str = Field(max_length=200)
    name_fold: str = Field(max_length=220)
    firm_key: str | None = Field(default=None, max_length=200)
    tax_code: str | None = Field(default=None, max_length=14)
    kind: EmployerKind = code(EmployerKind, default=EmployerKind.NOT_STATED)
    industry_code: str | None = Field(default=None, max_length=5)
    size_band: SizeBand | None = code(SizeBand, default=None, nullable=True)
    province_code: str | None = Field(default=None, max_length=2)
    address: str = Field(default="", max_length=200)
    contact_name: str = Field(default="", max_length=120)
    phone: str = Field(default="", max_length=16)
    email: str = Field(default="", max_length=254)
    about: str = Field(default="", max_length=2000)
    created_at: datetime


class EmployerCheck(SQLModel, table=True):
    """One look of a centre at an employer's papers. The newest counts."""

    __tablename__ = "employer_checks"

    id: UUID = key()
    employer_id: EmployerId = ref("employers.id", index=True)
    verdict: Verification = code(Verification)
    document: str = Field(default="", max_length=200)
    by_account: UUID = ref("accounts.id")
    at: datetime


class Recruiter(SQLModel, table=True):
    """A person who recruits for one employer, from a time until a time."""

    __tablename__ = "recruiters"
    __table_args__ = (unique_where("uq_recruiters_present", "account_id", where="ended_at IS NULL"),)

    id: UUID = key()
    employer_id: EmployerId = ref("employers.id", index=True)
    account_id: UUID = ref("accounts.id")
    title: str = Field(default="", max_length=80)
    since: datetime
    ended_at: datetime | None = None


class Invitation(SQLModel, table=True):
    """A link sent by e-mail that makes its holder a recruiter, once, within seven days."""

    __tablename__ = "invitations"
    __table_args__ = (unique_where("uq_invitations_open", "employer_id", "email", where="accepted_at IS NULL"),)

    id: UUID = key()
    employer_id: EmployerId = ref("employers.id", index=True)
    email: str = Field(max_length=254)
    token_hash: bytes = Field(unique=True)
    made_at: datetime
    made_by: UUID | None = maybe_ref("accounts.id")  # nobody where the registration itself invites its contact
    expires_at: datetime
    accepted_at: datetime | None = None
    accepted_by: UUID | None = bare_id()
