"""Taking in a claim, looking through it, and taking over one from another province."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, func, select

from exchange.benefits import facts, rules, standings
from exchange.benefits.access import ClaimDesk
from exchange.benefits.codes import Appraised, BenefitReason, ClaimOrigin, EventKind, Verdict
from exchange.benefits.deadlines import last_day
from exchange.benefits.facts import Claim
from exchange.benefits.rules import Decision
from exchange.benefits.tables import BenefitClaim, BenefitEvent, ClaimAppraisal, ClaimDecision, ClaimId
from exchange.centres.tables import Centre
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.given import Tidy
from exchange.reference import provinces
from exchange.seekers.access import FileDesk, OwnDesk
from exchange.seekers.codes import Why
from exchange.seekers.persons import files_of
from exchange.seekers.tables import Seeker, SeekerId

Note = Annotated[str, Field(max_length=300), Tidy]
Day = Annotated[date, Field(ge=date(2009, 1, 1), le=date(2100, 1, 1))]  # unemployment insurance began in 2009
_c, _s = columns(BenefitClaim), columns(Seeker)
_LAST = select(func.max(_c.number)).where(_c.centre_id == bindparam("centre"), _c.year == bindparam("year"))
_BORN = select(_s.birth_year).where(_s.id == bindparam("seeker"))


class ClaimGiven(BaseModel):
    """A file as it was handed in. `other_province`: of somebody who lives or worked in another one."""

    model_config = ConfigDict(frozen=True)

    received_on: date
    contract_ended_on: date
    other_province: str | None = Field(default=None, pattern=r"^\d\d$")


class AppraisalGiven(BaseModel):
    """What somebody found who looked through a claim."""

    model_config = ConfigDict(frozen=True)

    found: Appraised
    on_day: date
    note: Note = ""


class MovedInGiven(BaseModel):
    """A benefit that another centre granted and this one takes over: its decision, and the day it came."""

    model_config = ConfigDict(frozen=True)

    received_on: date
    contract_ended_on: date
    moved_on: date
    other_province: str = Field(pattern=r"^\d\d$")
    number: Annotated[str, Field(min_length=1, max_length=60), Tidy]
    on_day: date
    months: int
    monthly: int
    from_on: Day


def receive(db: Writing, desk: OwnDesk, given: ClaimGiven, *, request_id: UUID | None, now: datetime) -> ClaimId:
    """Take in a claim; the same form twice takes in one. Raises Refused while another one of the person is open."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_CLAIMED)
    if made:
        return ClaimId(made)
    _may_claim(db, desk, given.received_on, given.contract_ended_on, local_day(now))
    origin = ClaimOrigin.OTHER_PROVINCE if given.other_province else ClaimOrigin.HERE
    claim = _claim(db, desk, origin, given, now)
    standings.refresh(db, [claim.id])
    log.record(db, Kind.BENEFIT_CLAIMED, _about(claim.id, desk.seeker_id), by=by, at=now)
    return claim.id


def move_in(db: Writing, desk: OwnDesk, given: MovedInGiven, *, request_id: UUID | None, now: datetime) -> ClaimId:
    """Take over a benefit from another province with the decision that granted it. Raises Refused."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_CLAIMED)
    if made:
        return ClaimId(made)
    today = local_day(now)
    _may_claim(db, desk, given.received_on, given.contract_ended_on, today)
    said = _said(given)
    course = rules.Course(given.received_on, 0)
    if reason := rules.why_not_said(course, said):
        raise Refused(reason, FIELDS.get(reason, "on_day"))
    if given.moved_on > today or given.moved_on < given.on_day:
        raise Refused(BenefitReason.IN_FUTURE if given.moved_on > today else BenefitReason.BEFORE_DECISION, "moved_on")
    claim = _claim(db, desk, ClaimOrigin.MOVED_IN, given, now)
    who: dict[str, Any] = {"claim_id": claim.id, "turn": 1, "by_account": desk.account_id, "at": now}
    db.add(ClaimDecision(**{name: getattr(said, name) for name in facts.SAID}, **who))
    db.add(BenefitEvent(kind=EventKind.MOVED_IN, on_day=given.moved_on, province=given.other_province, **who))
    standings.refresh(db, [claim.id])
    log.record(db, Kind.BENEFIT_CLAIMED, _about(claim.id, desk.seeker_id), by=by, at=now)
    return claim.id


def appraise(db: Writing, desk: ClaimDesk, given: AppraisalGiven, *, request_id: UUID | None, now: datetime) -> UUID:
    """Write down what the appraisal found; before the decision it may be done again. Raises Refused."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_APPRAISED)
    if made:
        return made
    claim = held(db, desk.claim_id)
    if reason := rules.why_not_appraised(claim.course, given.on_day, local_day(now)):
        raise Refused(reason, FIELDS.get(reason, "on_day"))
    turn = next_turn(db, ClaimAppraisal, claim.id)
    row = ClaimAppraisal(claim_id=claim.id, turn=turn, by_account=desk.account_id, at=now, **given.model_dump())
    db.add(row)
    log.record(db, Kind.BENEFIT_APPRAISED, _about(row.id, desk.seeker_id), by=by, at=now)
    return row.id


def open_file(db: Writing, file: FileDesk, *, now: datetime) -> None:
    """Write down that staff look into a person's file over their benefit: reading is journalled as writing is."""
    about = log.About(file.seeker_id, seeker_id=file.seeker_id, facts={"why": Why.BENEFIT.value})
    log.record(db, Kind.SEEKER_FILE_OPENED, about, by=log.By(file.account_id), at=now)


def held(db: Writing, claim_id: ClaimId) -> Claim:
    """The claim as it stands, locked until the transaction ends. Raises NotFound, or Refused once withdrawn."""
    if not hold(db, BenefitClaim, claim_id):
        raise NotFound
    found = facts.ONE.ask(db, {"claim": claim_id})[0]
    if found.course.withdrawn:
        raise Refused(BenefitReason.WITHDRAWN)
    return found


def refuse_second_open(db: Writing, desk: ClaimDesk, before: Claim, today: date) -> None:
    """After a mistake was put right: raises Refused where that opened a closed claim again beside another open one."""
    if rules.state_on(before.course, today) in rules.OPEN:
        return
    db.flush()
    hold(db, Seeker, desk.seeker_id)
    if rules.state_on(facts.ONE.ask(db, {"claim": desk.claim_id})[0].course, today) not in rules.OPEN:
        return
    if _open_claims(db, desk.seeker_id, today) > 1:
        raise Refused(BenefitReason.CLAIM_OPEN)


def next_turn(db: Reading, table: Any, claim_id: ClaimId) -> int:
    """The number of the next row of a claim in `table`."""
    own = columns(table)
    return (db.scalar(select(func.max(own.turn)).where(own.claim_id == claim_id)) or 0) + 1


# At which field of a form a reason stands; the rest are about the day, or about the whole.
FIELDS = {
    BenefitReason.MONTHS: "months",
    BenefitReason.AMOUNT: "monthly",
    BenefitReason.FROM_NEEDED: "from_on",
    BenefitReason.FROM_TOO_EARLY: "from_on",
    BenefitReason.TO_WRONG: "from_on",
    BenefitReason.REFUSAL_NEEDED: "refusal",
    BenefitReason.BECAUSE_NEEDED: "because",
    BenefitReason.GROUND_NEEDED: "ground",
    BenefitReason.NOT_EXPIRED: "ground",
    BenefitReason.NOT_SILENT: "ground",
    BenefitReason.PROVINCE_NEEDED: "province",
    BenefitReason.SAME_PROVINCE: "province",
    BenefitReason.CONTACTS_NEEDED: "contacts",
    BenefitReason.OTHER_NEEDED: "about",
    BenefitReason.JOB_NEEDED: "about",
    BenefitReason.JOB_DAY_NEEDED: "job_from",
    BenefitReason.NO_SUCH_MONTH: "month",
    BenefitReason.NOT_YET_DUE: "month",
    BenefitReason.DECLARED_ALREADY: "month",
}
_WHOLE = {BenefitReason.DECIDED_ALREADY, BenefitReason.NOT_APPRAISED, BenefitReason.NOT_DECIDED, BenefitReason.CLOSED}
FIELDS |= dict.fromkeys(_WHOLE | {BenefitReason.NOT_GRANTED, BenefitReason.FOLLOWED}, "")


def _may_claim(db: Writing, desk: OwnDesk, received_on: date, contract_ended_on: date, today: date) -> None:
    hold(db, Seeker, desk.seeker_id)
    born = db.execute(_BORN, {"seeker": desk.seeker_id}).scalar_one()
    if reason := rules.why_not_received(received_on, contract_ended_on, born, today):
        raise Refused(reason, "contract_ended_on" if reason is BenefitReason.BEFORE_BIRTH else "received_on")
    if _open_claims(db, desk.seeker_id, today):
        raise Refused(BenefitReason.CLAIM_OPEN)


def _open_claims(db: Reading, seeker_id: SeekerId, today: date) -> int:
    own = facts.OF_PERSON.ask(db, {"files": files_of(db, seeker_id)})
    return sum(rules.state_on(claim.course, today) in rules.OPEN for claim in own)


def _claim(
    db: Writing, desk: OwnDesk, origin: ClaimOrigin, given: ClaimGiven | MovedInGiven, now: datetime
) -> BenefitClaim:
    if given.other_province and provinces.get(given.other_province, local_day(now)) is None:
        raise Refused(BenefitReason.PROVINCE_NEEDED, "other_province")
    hold(db, Centre, desk.centre_id)  # its numbers are given one after the other
    year = (given.moved_on if isinstance(given, MovedInGiven) else given.received_on).year
    number = (db.scalar(_LAST, {"centre": desk.centre_id, "year": year}) or 0) + 1
    days = given.model_dump(include={"received_on", "contract_ended_on", "other_province"})
    who: dict[str, Any] = {"seeker_id": desk.seeker_id, "centre_id": desk.centre_id, "by_account": desk.account_id}
    claim = BenefitClaim(year=year, number=number, origin=origin, at=now, **days, **who)
    db.add(claim)
    db.flush()
    return claim


def _said(given: MovedInGiven) -> Decision:
    to_on = last_day(given.from_on, given.months) if 0 < given.months <= rules.MOST else None
    plain = given.model_dump(include={"number", "on_day", "months", "monthly", "from_on"})
    return Decision(Verdict.GRANTED, to_on=to_on, **plain)


def _about(subject_id: UUID, seeker_id: UUID) -> log.About:
    return log.About(subject_id, seeker_id=seeker_id)
