"""What staff write down of a placement: evidence, that somebody left, that it never was. All is undone by rows."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, exists, select

from exchange.booths.news import about_interview
from exchange.booths.talk_tables import Outcome
from exchange.documents import actions as documents
from exchange.documents.rules import Scan
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.given import Tidy
from exchange.placements import proof_rules
from exchange.placements.access import PlacementDesk
from exchange.placements.codes import LONGEST_WORDS, Check, EndReason, EvidenceLevel, EvidenceSource, PlacementReason
from exchange.placements.join_actions import reason_of, write_reversal
from exchange.placements.making import add_evidence
from exchange.placements.proof_rules import Job, Step
from exchange.placements.queries import STANDING
from exchange.placements.standings import refresh
from exchange.placements.tables import (
    EndWithdrawal,
    EvidenceWithdrawal,
    Placement,
    PlacementEnd,
    PlacementEvidence,
    PlacementReversal,
)
from exchange.placements.telling import START
from exchange.seekers.tables import Seeker

_p, _e, _w = columns(Placement), columns(PlacementEvidence), columns(EvidenceWithdrawal)
_d, _u, _s, _o, _r = (columns(one) for one in (PlacementEnd, EndWithdrawal, Seeker, Outcome, PlacementReversal))
_GROUP: Any = bindparam("group", expanding=True)
_JOB = (
    select(_p.id, _s.birth_year, _p.agreed_on, START.label("start"))
    .join(Seeker, _s.id == _p.seeker_id)
    .where(_p.id.in_(_GROUP))
    .order_by(_p.made_at, _p.id)
)
_ENDED = select(_d.on_day).where(_d.placement_id.in_(_GROUP), ~exists().where(_u.end_id == _d.id)).order_by(_d.on_day)
_STANDS = select(_p.id).where(_p.id == bindparam("placement"), STANDING)
_STEP = (
    select(_e.id, _e.placement_id, _w.evidence_id.label("withdrawn"))
    .outerjoin(EvidenceWithdrawal, _w.evidence_id == _e.id)
    .where(_e.id == bindparam("step"), _e.placement_id.in_(_GROUP))
)
_END = (
    select(_d.id, _d.placement_id, _u.end_id.label("withdrawn"))
    .outerjoin(EndWithdrawal, _u.end_id == _d.id)
    .where(_d.id == bindparam("end"), _d.placement_id.in_(_GROUP))
)
_OF_FAIR = select(_p.fair_id, _o.interview_id).outerjoin(Outcome, _o.id == _p.outcome_id).where(
    _p.id == bindparam("placement")
)  # fmt: skip
Words = Annotated[str, Field(max_length=LONGEST_WORDS), Tidy]


class StepGiven(BaseModel):
    """A step of evidence as it is entered. `on_day`: of the paper, the call, the look."""

    model_config = ConfigDict(frozen=True)

    level: EvidenceLevel
    source: EvidenceSource
    on_day: date
    milestone: Check | None = None
    started_on: date | None = None
    number: Annotated[str, Field(max_length=60), Tidy] = ""
    note: Words = ""

    def step(self, *, papers: bool) -> Step:
        """The same for the rules; a check belongs to the highest level only."""
        milestone = self.milestone if self.level is EvidenceLevel.RETAINED else None
        return Step(self.level, self.source, self.on_day, milestone, self.started_on, self.number, papers)


class EndGiven(BaseModel):
    """That somebody left."""

    model_config = ConfigDict(frozen=True)

    on_day: date
    reason: EndReason
    note: Words = ""


def job_of(db: Reading, desk: PlacementDesk) -> Job:
    """What is known of the placement, over all entries that count as it."""
    rows = {row.id: row for row in db.execute(_JOB, {"group": list(desk.group)}).all()}
    ended_on = db.scalar(_ENDED, {"group": list(desk.group)})
    kept = rows[desk.kept_id]
    start = next((rows[own].start for own in desk.group if rows[own].start), None)
    return Job(kept.birth_year, kept.agreed_on, start, ended_on)


def check_step(db: Reading, desk: PlacementDesk, given: StepGiven, *, papers: bool, now: datetime) -> None:
    """Whether this can be evidence, before a scan is kept for it. Raises Refused."""
    _refuse_reversed(db, desk)
    if fault := proof_rules.why_not_step(job_of(db, desk), given.step(papers=papers), local_day(now)):
        raise Refused(fault.reason, fault.field)


def prove(
    db: Writing, desk: PlacementDesk, given: StepGiven, scan: Scan | None, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write down a step of evidence, with the scan of a paper if there is one. The same form twice is one step.

    Raises Refused.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_PROVED)
    if done:
        return done
    hold(db, Placement, desk.kept_id)
    check_step(db, desk, given, papers=scan is not None, now=now)
    step = given.step(papers=scan is not None)
    told: dict[str, Any] = {**given.model_dump(), "milestone": step.milestone, "by_account": desk.account_id}
    if scan:
        told["document_id"] = documents.write(db, scan, desk.account_id, now=now)
    own = add_evidence(db, desk.placement_id, told, now=now)
    refresh(db, [desk.placement_id])
    _record(db, Kind.PLACEMENT_PROVED, own, desk, {"level": given.level.value}, by, now)
    return own


def withdraw_step(
    db: Writing, desk: PlacementDesk, step_id: UUID, because: str, *, request_id: UUID | None, now: datetime
) -> None:
    """A step of evidence does not hold, for a reason. Twice is once. Raises NotFound, Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_PROOF_WITHDRAWN)
    if done == step_id:
        return
    hold(db, Placement, desk.kept_id)
    row = db.execute(_STEP, {"step": step_id, "group": list(desk.group)}).first()
    if row is None:
        raise NotFound
    words = reason_of(because)
    if row.withdrawn:
        raise Refused(PlacementReason.STEP_GONE)
    db.add(EvidenceWithdrawal(evidence_id=step_id, because=words, by_account=desk.account_id, at=now))
    db.flush()
    refresh(db, [row.placement_id])
    _record(db, Kind.PLACEMENT_PROOF_WITHDRAWN, step_id, desk, {}, by, now)


def end(db: Writing, desk: PlacementDesk, given: EndGiven, *, request_id: UUID | None, now: datetime) -> UUID:
    """Somebody left the job. The same form twice is once. Raises Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_ENDED)
    if done:
        return done
    hold(db, Placement, desk.kept_id)
    _refuse_reversed(db, desk)
    fault = proof_rules.why_not_end(job_of(db, desk), given.on_day, given.reason, given.note, local_day(now))
    if fault:
        raise Refused(fault.reason, fault.field)
    row = PlacementEnd(placement_id=desk.placement_id, by_account=desk.account_id, at=now, **given.model_dump())
    db.add(row)
    _record(db, Kind.PLACEMENT_ENDED, row.id, desk, {"reason": given.reason.value}, by, now)
    return row.id


def withdraw_end(
    db: Writing, desk: PlacementDesk, end_id: UUID, because: str, *, request_id: UUID | None, now: datetime
) -> None:
    """Nobody left: the end was written down by mistake. Twice is once. Raises NotFound, Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_END_WITHDRAWN)
    if done == end_id:
        return
    hold(db, Placement, desk.kept_id)
    row = db.execute(_END, {"end": end_id, "group": list(desk.group)}).first()
    if row is None:
        raise NotFound
    words = reason_of(because)
    if row.withdrawn:
        raise Refused(PlacementReason.STEP_GONE)
    db.add(EndWithdrawal(end_id=end_id, because=words, by_account=desk.account_id, at=now))
    _record(db, Kind.PLACEMENT_END_WITHDRAWN, end_id, desk, {}, by, now)


def reverse(db: Writing, desk: PlacementDesk, because: str, *, request_id: UUID | None, now: datetime) -> None:
    """A placement never was, for a reason: it counts no more. Twice is once. Raises Refused."""
    hold(db, Seeker, desk.seeker_id)
    if db.scalar(_STANDS, {"placement": desk.placement_id}) is None:
        return
    write_reversal(db, desk.placement_id, reason_of(because), desk.account_id, now=now)
    by = log.unspent(db, desk.by(request_id))
    fair_id, interview_id = db.execute(_OF_FAIR, {"placement": desk.placement_id}).one()
    if fair_id and interview_id:  # the fair's figures are drawn again
        about = about_interview(db, interview_id, subject_id=desk.placement_id)
        log.record(db, Kind.PLACEMENT_REVERSED, about, by=by, at=now, stream=fair_id)
    else:
        _record(db, Kind.PLACEMENT_CANCELLED, desk.placement_id, desk, {}, by, now)


def _refuse_reversed(db: Reading, desk: PlacementDesk) -> None:
    if db.scalar(_STANDS, {"placement": desk.placement_id}) is None:
        raise Refused(PlacementReason.REVERSED)


def _record(
    db: Writing, kind: Kind, subject: UUID, desk: PlacementDesk, said: dict[str, Any], by: log.By, now: datetime
) -> None:
    about = log.About(subject, seeker_id=desk.seeker_id, facts={"placement": desk.placement_id.hex} | said)
    log.record(db, kind, about, by=by, at=now)
