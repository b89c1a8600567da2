"""What can be asked about employers."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.accounts.tokens import token_hash
from exchange.centres.access import StaffDesk
from exchange.employers import rules
from exchange.employers.access import EmployerDesk
from exchange.employers.codes import EmployerKind, SizeBand, Verification
from exchange.employers.tables import Employer, EmployerCheck, Invitation, Recruiter
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.reference import industries, provinces

_e, _k, _r, _v, _a = (
    columns(Employer),
    columns(EmployerCheck),
    columns(Recruiter),
    columns(Invitation),
    columns(Account),
)


class EmployerView(msgspec.Struct, frozen=True):
    """An employer as everybody may see it."""

    id: UUID
    name: str
    kind: EmployerKind
    province: str
    industry: str
    size_band: SizeBand | None
    about: str
    verified: bool


class EmployerFile(msgspec.Struct, frozen=True):
    """An employer as its recruiters and its centre see it."""

    id: UUID
    name: str
    tax_code: str
    tax_code_doubtful: bool
    kind: EmployerKind
    province: str
    address: str
    contact: str
    phone: str
    email: str
    about: str
    verification: Verification | None
    document: str
    checked_at: datetime | None

    @property
    def verified(self) -> bool:
        """Whether the newest look at the papers was good."""
        return self.verification is Verification.VERIFIED


class RecruiterOf(msgspec.Struct, frozen=True):
    """For whom somebody recruits, for the head of the page."""

    employer_id: UUID
    employer: str


class RecruiterRow(msgspec.Struct, frozen=True):
    """A person who recruits, or who has been invited to (`invited`: not yet accepted)."""

    id: UUID
    name: str
    email: str
    since: datetime
    invited: bool


class InvitationView(msgspec.Struct, frozen=True):
    """What the holder of an invitation's link is shown. `has_account`: the address can sign in already."""

    employer: str
    email: str
    has_account: bool


class EmployerRow(msgspec.Struct, frozen=True):
    """A line of a centre's list of employers."""

    id: UUID
    name: str
    tax_code: str
    province: str
    verification: Verification | None
    created_at: datetime


_other = EmployerCheck.__table__.alias("newest").c  # type: ignore[attr-defined]
_NEWEST = (
    select(_other.id)
    .where(_other.employer_id == _e.id)
    .order_by(_other.at.desc(), _other.id.desc())
    .limit(1)
    .scalar_subquery()
)
_CHECKED = (
    select(
        *(_e[name] for name in ("id", "name", "tax_code", "kind", "industry_code", "size_band", "province_code")),
        *(_e[name] for name in ("address", "contact_name", "phone", "email", "about", "created_at")),
        *(_k[name] for name in ("verdict", "document", "at")),
    )
    .select_from(Employer)
    .outerjoin(EmployerCheck, _k.id == _NEWEST)
)
_ONE = _CHECKED.where(_e.id == bindparam("employer"))
_OF_CENTRE = (
    _CHECKED.where(_e.centre_id == bindparam("centre"))
    .order_by(_e.created_at.desc(), _e.id.desc())
    .limit(bindparam("most"))
)
_RECRUITER_OF = (
    select(_e.id, _e.name)
    .join(Recruiter, _r.employer_id == _e.id)
    .where(_r.account_id == bindparam("account"), _r.ended_at.is_(None))
)
_RECRUITERS = (
    select(_r.id, _a.name, _a.email, _r.since)
    .join(Account, _a.id == _r.account_id)
    .where(_r.employer_id == bindparam("employer"), _r.ended_at.is_(None))
    .order_by(_r.since, _r.id)
)
_INVITED = (
    select(_v.id, _v.email, _v.made_at)
    .where(_v.employer_id == bindparam("employer"), _v.accepted_at.is_(None), _v.expires_at > bindparam("now"))
    .order_by(_v.made_at, _v.id)
)
_INVITATION = (
    select(_e.name, _v.email, _a.id)
    .join(Employer, _e.id == _v.employer_id)
    .outerjoin(Account, _a.email == _v.email)
    .where(_v.token_hash == bindparam("token"), _v.accepted_at.is_(None), _v.expires_at > bindparam("now"))
)


def _row(db: Reading, employer_id: UUID) -> Any:
    row = db.execute(_ONE, {"employer": employer_id}).first()
    if row is None:
        raise NotFound
    return row


def _province(row: Any) -> str:
    return provinces.name_of(row.province_code, local_day(row.created_at)) if row.province_code else ""


def _industry(row: Any) -> str:
    found = industries.get(row.industry_code, local_day(row.created_at)) if row.industry_code else None
    return found.name if found else ""


def employer(db: Reading, employer_id: UUID) -> EmployerView:
    """One employer, for everybody. Raises NotFound."""
    row = _row(db, employer_id)
    verified = row.verdict is Verification.VERIFIED
    return EmployerView(row.id, row.name, row.kind, _province(row), _industry(row), row.size_band, row.about, verified)


def employer_file(db: Reading, desk: EmployerDesk) -> EmployerFile:
    """One employer, for those who act for it."""
    row = _row(db, desk.employer_id)
    code = rules.tax_code(row.tax_code or "")
    return EmployerFile(
        row.id,
        row.name,
        row.tax_code or "",
        isinstance(code, rules.TaxCode) and code.doubtful,
        row.kind,
        _province(row),
        row.address,
        row.contact_name,
        row.phone,
        row.email,
        row.about,
        row.verdict,
        row.document or "",
        row.at,
    )


def employers_of(db: Reading, desk: StaffDesk, *, most: int = 500) -> list[EmployerRow]:
    """The employers of the desk's centre, the newest first."""
    rows = db.execute(_OF_CENTRE, {"centre": desk.centre_id, "most": most})
    return [EmployerRow(r.id, r.name, r.tax_code or "", _province(r), r.verdict, r.created_at) for r in rows]


def recruiter_of(db: Reading, account_id: UUID) -> RecruiterOf | None:
    """For whom this account recruits now, if for anybody."""
    row = db.execute(_RECRUITER_OF, {"account": account_id}).first()
    return RecruiterOf(*row) if row else None


def recruiters(db: Reading, desk: EmployerDesk, *, now: datetime) -> list[RecruiterRow]:
    """Who recruits for the employer now, then who has been invited to."""
    here = db.execute(_RECRUITERS, {"employer": desk.employer_id})
    asked = db.execute(_INVITED, {"employer": desk.employer_id, "now": now})
    return [
        *(RecruiterRow(row.id, row.name, row.email or "", row.since, invited=False) for row in here),
        *(RecruiterRow(row.id, "", row.email, row.made_at, invited=True) for row in asked),
    ]


def invitation(db: Reading, token: str, *, now: datetime) -> InvitationView:
    """What an invitation's link opens. Raises NotFound when it is spent, expired or invented."""
    row = db.execute(_INVITATION, {"token": token_hash(token), "now": now}).first()
    if row is None:
        raise NotFound
    return InvitationView(row[0], row[1], has_account=row[2] is not None)
