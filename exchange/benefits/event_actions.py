"""What happens to a benefit after it was granted: suspended, resumed, ended, moved away; and taking back a mistake."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, select

from exchange.benefits import deadlines, rules, standings
from exchange.benefits.access import ClaimDesk
from exchange.benefits.actions import FIELDS, Note, held, next_turn, refuse_second_open
from exchange.benefits.codes import BenefitReason, EndGround, EventKind
from exchange.benefits.facts import STANDS, Claim
from exchange.benefits.rules import Happened
from exchange.benefits.tables import BenefitEvent
from exchange.centres.tables import Centre
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.given import Tidy
from exchange.kernel.text import squeeze
from exchange.reference import provinces
from exchange.reference.holidays import Calendar

_e, _p = columns(BenefitEvent), columns(Centre)
_NEWEST = select(_e.id, _e.kind).where(_e.claim_id == bindparam("claim"), STANDS).order_by(_e.turn.desc()).limit(1)
_PLACE = select(_p.province_code, _p.created_at).where(_p.id == bindparam("centre"))
_ACTS = frozenset({EventKind.SUSPENDED, EventKind.RESUMED, EventKind.ENDED, EventKind.MOVED_OUT})


class EventGiven(BaseModel):
    """What happened, and the number of the decision that says so. `ground` of an end, `province` of a move."""

    model_config = ConfigDict(frozen=True)

    what: EventKind
    on_day: date
    ground: EndGround | None = None
    province: str | None = Field(default=None, pattern=r"^\d\d$")
    decision: Annotated[str, Field(max_length=60), Tidy] = ""
    note: Note = ""


def happen(
    db: Writing, desk: ClaimDesk, given: EventGiven, calendar: Calendar, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Suspend, resume, end or move away a benefit; the same form twice does it once. Raises Refused."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_CHANGED)
    if made:
        return made
    claim = held(db, desk.claim_id)
    if reason := _why_not(db, desk, claim, given, calendar, local_day(now)):
        raise Refused(reason, FIELDS.get(reason, "on_day"))
    wanted = {"ground": given.ground if given.what is EventKind.ENDED else None}
    wanted |= {"province": given.province if given.what is EventKind.MOVED_OUT else None}  # type: ignore[dict-item]
    plain = given.model_dump(include={"on_day", "decision", "note"})
    return _write(db, desk, {"kind": given.what, **plain, **wanted}, by, now)


def take_back(db: Writing, desk: ClaimDesk, because: str, *, request_id: UUID | None, now: datetime) -> UUID:
    """Take back the newest entry of a claim that was a mistake; both rows stay to be read. Raises Refused."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_CHANGED)
    if made:
        return made
    claim, words = held(db, desk.claim_id), squeeze(because)
    newest = db.execute(_NEWEST, {"claim": desk.claim_id}).first()
    if newest is None or newest.kind is EventKind.MOVED_IN:
        raise Refused(BenefitReason.NOTHING_TO_WITHDRAW)
    if not words:
        raise Refused(BenefitReason.BECAUSE_NEEDED, "because")
    taken = {"kind": EventKind.WITHDRAWN, "on_day": local_day(now), "withdraws_id": newest.id, "note": words}
    written = _write(db, desk, taken, by, now)
    refuse_second_open(db, desk, claim, local_day(now))
    return written


def silent_months(claim: Claim, day: date, calendar: Calendar) -> int:
    """How many months in a row went by without a declaration, as of `day`."""
    benefit = claim.course.benefit
    return deadlines.silent_run(deadlines.due_calendar(benefit, day, calendar)) if benefit else 0


def _why_not(
    db: Reading, desk: ClaimDesk, claim: Claim, given: EventGiven, calendar: Calendar, today: date
) -> BenefitReason | None:
    if given.what not in _ACTS:
        return BenefitReason.NOT_RUNNING
    silent = silent_months(claim, given.on_day, calendar)
    limit = deadlines.regime_of(claim.received_on).silent_months
    happened = Happened(given.what, given.on_day, given.ground)
    if reason := rules.why_not_event(claim.course, happened, today, silent, limit):
        return reason
    return _why_not_there(db, desk, given.province, today) if given.what is EventKind.MOVED_OUT else None


def _why_not_there(db: Reading, desk: ClaimDesk, code: str | None, today: date) -> BenefitReason | None:
    if code is None or provinces.get(code, today) is None:
        return BenefitReason.PROVINCE_NEEDED
    own = db.execute(_PLACE, {"centre": desk.centre_id}).one()
    here = provinces.successor(own.province_code, local_day(own.created_at))
    return BenefitReason.SAME_PROVINCE if provinces.successor(code, today) == here else None


def _write(db: Writing, desk: ClaimDesk, values: dict[str, Any], by: log.By, now: datetime) -> UUID:
    turn = next_turn(db, BenefitEvent, desk.claim_id)
    row = BenefitEvent(claim_id=desk.claim_id, turn=turn, by_account=desk.account_id, at=now, **values)
    db.add(row)
    standings.refresh(db, [desk.claim_id])
    about = log.About(row.id, seeker_id=desk.seeker_id, facts={"what": values["kind"].value})
    log.record(db, Kind.BENEFIT_CHANGED, about, by=by, at=now)
    return row.id
