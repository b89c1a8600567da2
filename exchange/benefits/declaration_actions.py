"""Recording a monthly declaration: by the person, online; or by staff, at the counter or on the telephone."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, select

from exchange.benefits import deadlines, rules
from exchange.benefits.access import ClaimSeat, OwnClaim
from exchange.benefits.actions import FIELDS, Note, held
from exchange.benefits.codes import BenefitReason, DeclaredState
from exchange.benefits.facts import Claim
from exchange.benefits.rules import Declared
from exchange.benefits.tables import JobSearchDeclaration
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.given import TidyLines
from exchange.reference.holidays import Calendar
from exchange.seekers.codes import Channel

_j = columns(JobSearchDeclaration)
_MONTH = _j.claim_id == bindparam("claim"), _j.month == bindparam("month")
_NEWEST = select(_j.id, _j.declared_on, _j.due_from, _j.due_to).where(*_MONTH).order_by(_j.at.desc(), _j.id.desc())


class DeclarationGiven(BaseModel):
    """What a person says for the n-th month. `contacts`: a line each; `about`: the employer, or the other state."""

    model_config = ConfigDict(frozen=True)

    month: int = Field(ge=1, le=12)
    state: DeclaredState
    contacts: Annotated[str, Field(max_length=4000), TidyLines] = ""
    about: Note = ""
    job_from: date | None = None
    declared_on: date | None = None  # None: today
    channel: Channel = Channel.COUNTER


def declare(
    db: Writing, seat: ClaimSeat, given: DeclarationGiven, calendar: Calendar, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write down one month's declaration; the same form twice writes it once.

    A person declares online and today, whatever the form says. Raises Refused.
    """
    by, made = log.sent(db, seat.by(request_id), Kind.JOB_SEARCH_DECLARED)
    if made:
        return made
    claim, today = held(db, seat.claim_id), local_day(now)
    said, channel = _said(seat, given, today)
    benefit = claim.course.benefit
    dues = deadlines.due_calendar(benefit, today, calendar) if benefit else ()
    _refuse(rules.why_not_declared(claim.course, said, dues, today))
    _refuse(_words(claim, said))
    due = next(one for one in dues if one.month == given.month)
    window = {"due_from": due.due_from, "due_to": due.due_to, "declared_on": said.on_day}
    return _write(db, seat, said, {**window, "channel": channel}, by, now)


def correct_declaration(
    db: Writing, seat: ClaimSeat, given: DeclarationGiven, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Say it again for a month that was declared; the day of the first word stays. Raises Refused."""
    by, made = log.sent(db, seat.by(request_id), Kind.JOB_SEARCH_DECLARED)
    if made:
        return made
    claim, today = held(db, seat.claim_id), local_day(now)
    said, channel = _said(seat, given, today)
    earlier = db.execute(_NEWEST, {"claim": seat.claim_id, "month": given.month}).first()
    if earlier is None:
        raise Refused(BenefitReason.NOT_DECLARED, "month")
    _refuse(BenefitReason.CLOSED if rules.state_on(claim.course, today) not in rules.PAID else None)
    _refuse(_words(claim, said))
    kept = {"due_from": earlier.due_from, "due_to": earlier.due_to, "declared_on": earlier.declared_on}
    return _write(db, seat, said, {**kept, "channel": channel, "corrects_id": earlier.id}, by, now)


def _said(seat: ClaimSeat, given: DeclarationGiven, today: date) -> tuple[Declared, Channel]:
    own = isinstance(seat, OwnClaim)
    on_day = today if own or given.declared_on is None else given.declared_on
    job_from = given.job_from if given.state is DeclaredState.HAS_JOB else None
    said = Declared(given.month, on_day, given.state, given.contacts, given.about, job_from)
    return said, Channel.ONLINE if own else given.channel


def _words(claim: Claim, said: Declared) -> BenefitReason | None:
    return rules.why_not_words(said, claim.birth_year)


def _refuse(reason: BenefitReason | None) -> None:
    if reason is BenefitReason.BEFORE_BIRTH:
        raise Refused(reason, "job_from")
    if reason:
        raise Refused(reason, FIELDS.get(reason, "declared_on"))


def _write(db: Writing, seat: ClaimSeat, said: Declared, kept: dict[str, Any], by: log.By, now: datetime) -> UUID:
    words = {name: getattr(said, name) for name in ("month", "state", "contacts", "about", "job_from")}
    row = JobSearchDeclaration(claim_id=seat.claim_id, by_account=seat.account_id, at=now, **words, **kept)
    db.add(row)
    about = log.About(row.id, seeker_id=seat.seeker_id, facts={"month": said.month, "state": said.state.value})
    log.record(db, Kind.JOB_SEARCH_DECLARED, about, by=by, at=now)
    return row.id
