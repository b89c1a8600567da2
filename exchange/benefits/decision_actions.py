"""Writing down what was decided on a claim, and what takes the place of a decision."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, select

from exchange.benefits import rules, standings
from exchange.benefits.access import ClaimDesk
from exchange.benefits.actions import FIELDS, Day, Note, held, next_turn, refuse_second_open
from exchange.benefits.codes import BenefitReason, RefusalGround, Verdict
from exchange.benefits.deadlines import last_day
from exchange.benefits.facts import SAID, newest
from exchange.benefits.rules import Decision
from exchange.benefits.tables import ClaimDecision, ClaimId
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.given import Tidy

_d = columns(ClaimDecision)
_STANDING = select(_d.id).where(_d.claim_id == bindparam("claim"), newest(_d))


class DecisionGiven(BaseModel):
    """What a decision says. Without `to_on` it follows from the first day and the months. `monthly` in đồng."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    number: Annotated[str, Field(min_length=1, max_length=60), Tidy]
    on_day: date
    months: int | None = None
    monthly: int | None = Field(default=None, le=1_000_000_000)
    from_on: Day | None = None
    to_on: date | None = None
    refusal: RefusalGround | None = None


class CorrectionGiven(DecisionGiven):
    """A decision that takes the place of the one before it, and why."""

    because: Annotated[Note, Field(min_length=1)]


def decision_of(given: DecisionGiven) -> Decision:
    """As the rules read it: what does not belong to the verdict is left out."""
    plain = given.model_dump(include=set(SAID))
    if given.verdict is not Verdict.GRANTED:
        plain |= dict.fromkeys(("months", "monthly", "from_on", "to_on"))
    elif given.from_on and given.months and not given.to_on and 0 < given.months <= rules.MOST:
        plain["to_on"] = last_day(given.from_on, given.months)
    if given.verdict is not Verdict.REFUSED:
        plain["refusal"] = None
    return Decision(**plain)


def decide(db: Writing, desk: ClaimDesk, given: DecisionGiven, *, request_id: UUID | None, now: datetime) -> UUID:
    """Write down the first decision on a claim. Raises Refused before the appraisal, and for a second one."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_DECIDED)
    if made:
        return made
    claim, said = held(db, desk.claim_id), decision_of(given)
    _refuse(rules.why_not_decided(claim.course, said.on_day, local_day(now)))
    _refuse(BenefitReason.VERDICT_NEEDED if said.verdict is Verdict.CANCELLED else None, "verdict")
    _refuse(rules.why_not_said(claim.course, said))
    return write_decision(db, desk.claim_id, said, seeker_id=desk.seeker_id, by=by, now=now)


def correct_decision(
    db: Writing, desk: ClaimDesk, given: CorrectionGiven, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Let another decision stand in place of the newest one; the old one stays to be read. Raises Refused."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_DECIDED)
    if made:
        return made
    claim, said = held(db, desk.claim_id), decision_of(given)
    _refuse(rules.why_not_corrected(claim.course, said, local_day(now)))
    _refuse(rules.why_not_said(claim.course, said))
    corrects = {"corrects_id": db.scalar(_STANDING, {"claim": desk.claim_id}), "because": given.because}
    written = write_decision(db, desk.claim_id, said, seeker_id=desk.seeker_id, by=by, now=now, **corrects)
    refuse_second_open(db, desk, claim, local_day(now))
    return written


def write_decision(
    db: Writing, claim_id: ClaimId, said: Decision, *, seeker_id: UUID, by: log.By, now: datetime, **corrects: Any
) -> UUID:
    """The row and its entry in the journal. Whoever calls this has asked the rules."""
    turn = next_turn(db, ClaimDecision, claim_id)
    who: dict[str, Any] = {"claim_id": claim_id, "turn": turn, "by_account": by.account_id, "at": now}
    row = ClaimDecision(**{name: getattr(said, name) for name in SAID}, **who, **corrects)
    db.add(row)
    standings.refresh(db, [claim_id])
    about = log.About(row.id, seeker_id=seeker_id, facts={"verdict": said.verdict.value, "turn": turn})
    log.record(db, Kind.BENEFIT_DECIDED, about, by=by, at=now)
    return row.id


def _refuse(reason: BenefitReason | None, field: str = "") -> None:
    if reason:
        raise Refused(reason, field or FIELDS.get(reason, "on_day"))
