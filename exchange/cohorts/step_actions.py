"""What is done with somebody of a cohort, step by step: invited, a path chosen, trained, placed; and taken back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.cohorts import rules
from exchange.cohorts.access import MemberDesk
from exchange.cohorts.actions import refuse, words
from exchange.cohorts.codes import CohortReason, StepKind
from exchange.cohorts.given import StepGiven
from exchange.cohorts.rules import StepFacts
from exchange.cohorts.tables import CohortStep, CohortStepWithdrawal
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.seekers.tables import Seeker

_t, _w = columns(CohortStep), columns(CohortStepWithdrawal)
STANDS = ~exists().where(_w.step_id == _t.id)  # what makes a row of `cohort_steps` count
_INVITED = select(_t.id).where(
    _t.member_id == bindparam("member"), _t.how == bindparam("how"), _t.on_day == bindparam("day"), STANDS
)
_PATH = (
    select(_t.id, _t.path)
    .where(_t.member_id == bindparam("member"), _t.kind == StepKind.PATH, STANDS)
    .order_by(_t.id.desc())
    .limit(1)
)
_STEP = select(_t.id, exists().where(_w.step_id == _t.id).label("gone")).where(
    _t.id == bindparam("step"), _t.member_id == bindparam("member")
)
_KINDS = {
    StepKind.INVITED: Kind.COHORT_INVITED,
    StepKind.PATH: Kind.COHORT_PATH_CHOSEN,
    StepKind.TRAINED: Kind.COHORT_TRAINED,
    StepKind.PLACED: Kind.COHORT_PLACED,
}


def take_step(db: Writing, desk: MemberDesk, given: StepGiven, *, request_id: UUID | None, now: datetime) -> UUID:
    """Write down an invitation, a path, a training or a job.

    The same form twice is once; so is one way of inviting on one day, and the path that is chosen already. Raises
    Refused.
    """
    hold(db, Seeker, desk.seeker_id)
    step = given.facts()
    by, made = log.sent(db, desk.by(request_id), _KINDS[step.kind])
    if made:
        return made
    if desk.gone:
        raise Refused(CohortReason.LEFT)
    refuse(rules.why_not_step(step, discharged=desk.discharged_on, today=local_day(now)))
    if held := _said_before(db, desk.member_id, step):
        return held
    said = {name: getattr(step, name) for name in step.__struct_fields__}
    row = CohortStep(member_id=desk.member_id, by_account=desk.account_id, at=now, **said)
    db.add(row)
    facts = {"cohort": str(desk.cohort_id)} | {name: said[name].value for name in ("how", "path") if said[name]}
    log.record(db, _KINDS[step.kind], log.About(row.id, seeker_id=desk.seeker_id, facts=facts), by=by, at=now)
    return row.id


def _said_before(db: Reading, member_id: UUID, step: StepFacts) -> UUID | None:
    if step.kind is StepKind.INVITED:
        found: UUID | None = db.scalar(_INVITED, {"member": member_id, "how": step.how, "day": step.on_day})
        return found
    newest = db.execute(_PATH, {"member": member_id}).first() if step.kind is StepKind.PATH else None
    return newest.id if newest and newest.path is step.path else None


def withdraw_step(db: Writing, desk: MemberDesk, step_id: UUID, because: str, *, now: datetime) -> None:
    """A step was written down by mistake; it stays to be read. Twice is once. Raises NotFound, Refused."""
    hold(db, Seeker, desk.seeker_id)
    row = db.execute(_STEP, {"step": step_id, "member": desk.member_id}).first()
    if row is None:
        raise NotFound
    if row.gone:
        return
    said = words(because)
    db.add(CohortStepWithdrawal(step_id=step_id, because=said, by_account=desk.account_id, at=now))
    about = log.About(step_id, seeker_id=desk.seeker_id)
    log.record(db, Kind.COHORT_STEP_WITHDRAWN, about, by=desk.by(), at=now)
