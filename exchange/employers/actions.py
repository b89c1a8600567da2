"""Registering, inviting, joining, leaving, verifying."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select, update

from exchange.accounts.actions import open_account
from exchange.accounts.queries import Viewer
from exchange.accounts.rules import SHORTEST_PASSWORD
from exchange.accounts.tables import Account, AccountId
from exchange.accounts.tokens import token_hash
from exchange.centres.tables import Centre
from exchange.employers import rules
from exchange.employers.access import EmployerDesk, OwnerDesk
from exchange.employers.codes import EmployerKind, EmployerReason, SizeBand, Verification
from exchange.employers.tables import Employer, EmployerCheck, EmployerId, Invitation, Recruiter
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id, new_token
from exchange.kernel.text import PhoneError, fold, phone, squeeze
from exchange.reference import provinces

_e, _r, _v = columns(Employer), columns(Recruiter), columns(Invitation)


class EmployerGiven(BaseModel):
    """What an employer says of itself (form 03). `province_code` as of the day of registration."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    tax_code: str = Field(max_length=20)
    name: str = Field(max_length=200)
    province_code: str = Field(max_length=2)
    contact_name: str = Field(default="", max_length=120)
    phone: str = Field(default="", max_length=30)
    email: str = Field(max_length=254)
    kind: EmployerKind = EmployerKind.NOT_STATED
    size_band: SizeBand | None = None
    industry_code: str | None = Field(default=None, max_length=5)
    address: str = Field(default="", max_length=200)
    about: str = Field(default="", max_length=2000)


class Invited(msgspec.Struct, frozen=True):
    """A fresh invitation; `token` goes into the letter and nowhere else."""

    token: str
    email: str
    employer: str
    expires_at: datetime


class Registered(msgspec.Struct, frozen=True):
    """A registered employer. `invited`: its contact's invitation, to be sent after the commit."""

    employer_id: EmployerId
    invited: Invited


class JoinGiven(BaseModel):
    """What somebody without an account enters to accept an invitation."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(min_length=2, max_length=120)
    password: str = Field(min_length=SHORTEST_PASSWORD, max_length=200)


class NewAccount(msgspec.Struct, frozen=True):
    """Somebody who has no account yet; the password was hashed before the transaction."""

    name: str
    password_hash: str


def register_employer(
    db: Writing, given: EmployerGiven, *, now: datetime, by: log.By | None = None, centre_id: UUID | None = None
) -> Registered:
    """A new employer of `centre_id`, by default the centre of its province; its contact is invited.

    The same form sent again finds the employer it made and renews the invitation: nobody has joined it yet.
    Raises Refused for what is wrong, field by field.
    """
    row = _checked(given, local_day(now))
    employer_id = EmployerId(new_id())
    owner = centre_id or _centre_of(db, given.province_code, local_day(now))
    if insert_once(db, Employer, row | {"id": employer_id, "centre_id": owner, "created_at": now}):
        log.record(db, Kind.EMPLOYER_REGISTERED, log.About(employer_id), by=by or log.By(None), at=now)
    else:
        employer_id = _same_again(db, row["tax_code"], row["email"])
    return Registered(employer_id, _invite(db, employer_id, row["email"], by.account_id if by else None, now=now))


def _checked(given: EmployerGiven, today: date) -> dict[str, Any]:
    """The columns of an employer. Raises Refused for the first field that is wrong."""
    code = rules.tax_code(given.tax_code)
    if isinstance(code, EmployerReason):
        raise Refused(code, "tax_code")
    name = squeeze(given.name)
    if len(name) < 3:
        raise Refused(EmployerReason.NAME_MISSING, "name")
    if provinces.get(given.province_code, today) is None:
        raise Refused(EmployerReason.PROVINCE_UNKNOWN, "province_code")
    texts = {field: squeeze(getattr(given, field)) for field in ("contact_name", "address", "about")}
    codes = {field: getattr(given, field) for field in ("province_code", "kind", "size_band", "industry_code")}
    reached = {"phone": _phone(given.phone), "email": _email(given.email)}
    return {"tax_code": code.text, "name": name, "name_fold": fold(name)[:220], **texts, **codes, **reached}


def _phone(typed: str) -> str:
    try:
        return phone(typed) if typed.strip() else ""
    except PhoneError:
        raise Refused(EmployerReason.PHONE_WRONG, "phone") from None


def _email(typed: str) -> str:
    if not rules.is_email(typed):
        raise Refused(EmployerReason.EMAIL_WRONG, "email")
    return typed.strip().lower()


def _centre_of(db: Writing, province_code: str, today: date) -> UUID:
    """The oldest centre of the province; its own code may be from before a merger. Raises Refused: there is none."""
    here = provinces.successor(province_code, today)
    rows = db.execute(select(columns(Centre).id, columns(Centre).province_code, columns(Centre).created_at))
    for row in sorted(rows, key=lambda row: (row.created_at, row.id)):
        if provinces.successor(row.province_code, local_day(row.created_at)) == here:
            return UUID(str(row.id))
    raise Refused(EmployerReason.NO_CENTRE, "province_code")


def _same_again(db: Writing, tax_code: str, email: str) -> EmployerId:
    """The employer that the same form made before, while nobody recruits for it. Raises Refused for any other."""
    row = db.execute(select(_e.id, _e.email).where(_e.tax_code == tax_code)).one()
    if row.email != email or db.scalar(select(_r.id).where(_r.employer_id == row.id).limit(1)):
        raise Refused(EmployerReason.TAX_CODE_TAKEN, "tax_code")
    return EmployerId(row.id)


def invite_recruiter(db: Writing, desk: EmployerDesk, email: str, *, request_id: UUID | None, now: datetime) -> Invited:
    """Ask somebody to recruit for the desk's employer. Asking again sends a new link and the old one is dead.

    Raises Refused when the address is wrong or recruits here already.
    """
    address = _email(email)
    a = columns(Account)
    present = select(_r.id).join(Account, a.id == _r.account_id).where(a.email == address, _r.ended_at.is_(None))
    if db.scalar(present.where(_r.employer_id == desk.employer_id)):
        raise Refused(EmployerReason.ALREADY_RECRUITER, "email")
    invited = _invite(db, desk.employer_id, address, desk.account_id, now=now)
    if log.result_of(db, desk.by(request_id)) is None:
        log.record(db, Kind.RECRUITER_INVITED, log.About(desk.employer_id), by=desk.by(request_id), at=now)
    return invited


def _invite(db: Writing, employer_id: EmployerId, email: str, by: UUID | None, *, now: datetime) -> Invited:
    token, until = new_token(), now + rules.INVITATION_LASTS
    renewed = {"token_hash": token_hash(token), "made_at": now, "made_by": by, "expires_at": until}
    asked = _v.employer_id == employer_id, _v.email == email, _v.accepted_at.is_(None)
    if not insert_once(db, Invitation, renewed | {"id": new_id(), "employer_id": employer_id, "email": email}):
        db.execute(update(Invitation).where(*asked).values(**renewed))
    name = db.scalar(select(_e.name).where(_e.id == employer_id)) or ""
    return Invited(token, email, name, until)


def accept_invitation(db: Writing, token: str, who: Viewer | NewAccount, *, now: datetime) -> AccountId:
    """Become a recruiter: with the account signed in, or with a new one under the invited address. Once.

    Raises NotFound for an invented link; Refused when it is spent or expired, when the address has an account that
    is not signed in, or when the account recruits for another employer.
    """
    live = _v.token_hash == token_hash(token), _v.accepted_at.is_(None), _v.expires_at > now
    spent = update(Invitation).where(*live).values(accepted_at=now).returning(_v.id, _v.employer_id, _v.email)
    row = db.execute(spent.execution_options(synchronize_session=False)).first()
    if row is None:
        raise Refused(EmployerReason.INVITATION_DEAD)
    account_id = who.account_id if isinstance(who, Viewer) else _new_account(db, who, row.email, now=now)
    db.execute(update(Invitation).where(_v.id == row.id).values(accepted_by=account_id))
    _join(db, row.employer_id, account_id, now=now)
    return account_id


def _new_account(db: Writing, who: NewAccount, email: str, *, now: datetime) -> AccountId:
    if db.scalar(select(columns(Account).id).where(columns(Account).email == email)):
        raise Refused(EmployerReason.SIGN_IN_FIRST)
    return open_account(db, squeeze(who.name), email=email, password_hash=who.password_hash, now=now)


def _join(db: Writing, employer_id: EmployerId, account_id: UUID, *, now: datetime) -> None:
    present = select(_r.employer_id).where(_r.account_id == account_id, _r.ended_at.is_(None))
    row = {"id": new_id(), "employer_id": employer_id, "account_id": account_id, "title": "", "since": now}
    if insert_once(db, Recruiter, row):
        log.record(db, Kind.RECRUITER_JOINED, log.About(employer_id), by=log.By(account_id), at=now)
    elif db.scalar(present) != employer_id:
        raise Refused(EmployerReason.RECRUITS_ELSEWHERE)


def end_recruiter(db: Writing, desk: EmployerDesk, recruiter_id: UUID, *, now: datetime) -> None:
    """Somebody recruits for the employer no longer; doing it twice is doing it once. Raises NotFound elsewhere."""
    if db.scalar(select(_r.employer_id).where(_r.id == recruiter_id)) != desk.employer_id:
        raise NotFound
    done = db.execute(update(Recruiter).where(_r.id == recruiter_id, _r.ended_at.is_(None)).values(ended_at=now))
    if done.rowcount:  # type: ignore[attr-defined]
        about = log.About(desk.employer_id, facts={"recruiter": str(recruiter_id), "ended": True})
        log.record(db, Kind.RECRUITER_JOINED, about, by=desk.by(None), at=now)


def check_employer(
    db: Writing, desk: OwnerDesk, verdict: Verification, document: str, *, request_id: UUID | None, now: datetime
) -> None:
    """Write down what the centre found in the employer's papers. Raises Refused when it does not say which papers."""
    by = log.By(desk.account_id, request_id=request_id)
    if log.result_of(db, by):
        return
    seen = squeeze(document)
    if not seen:
        raise Refused(EmployerReason.DOCUMENT_NEEDED, "document")
    check = EmployerCheck(employer_id=desk.employer_id, verdict=verdict, by_account=desk.account_id, at=now)
    check.document = seen[:200]
    db.add(check)
    about = log.About(desk.employer_id, facts={"verdict": verdict.value})
    log.record(db, Kind.EMPLOYER_VERIFIED, about, by=by, at=now)
