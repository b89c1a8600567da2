"""What people do with an import: send a file, say what its columns are, take it in, stop, take it back, throw it away.

The work itself is done part by part in `parts`, by whoever comes to it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from exchange.centres.access import LeadDesk
from exchange.intake import rules
from exchange.intake.access import IntakeDesk
from exchange.intake.codes import Choice, IntakeReason, Register, Stage, Verdict, Work
from exchange.intake.plan import Plan, faults
from exchange.intake.staging import Staged
from exchange.intake.tables import Intake, IntakeId, IntakeLine, IntakePart
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.text import squeeze

_i, _p, _l = columns(Intake), columns(IntakePart), columns(IntakeLine)
_SENT = select(_i.id).where(_i.by_account == bindparam("account"), _i.request_id == bindparam("request"))
_STATE = select(
    *(_i[name] for name in ("kind", "work", "checked_at", "started_at", "finished_at", "undo_at", "undone_at"))
).where(_i.id == bindparam("intake"))
_TOLD = ("file_name", "sheet", "digest", "headings", "heading_key", "rows")
_PARTS_LEFT = select(_p.part).where(_p.intake_id == bindparam("intake")).limit(1)


def send(
    db: Writing, desk: LeadDesk, register: Register, staged: Staged, *, request_id: UUID | None, now: datetime
) -> IntakeId:
    """Keep a file that was read, for its columns to be told; the same form twice is one import."""
    if request_id and (made := db.scalar(_SENT, {"account": desk.account_id, "request": request_id})):
        return IntakeId(made)
    told: dict[str, Any] = {name: getattr(staged, name) for name in _TOLD}
    who: dict[str, Any] = {
        "centre_id": desk.centre_id,
        "by_account": desk.account_id,
        "request_id": request_id,
        "at": now,
    }
    intake = Intake(kind=register, parts=len(staged.parts), **told, **who)
    db.add(intake)
    db.flush()
    rows = [{"intake_id": intake.id, "part": at, "sealed": sealed} for at, sealed in enumerate(staged.parts)]
    db.execute(insert(_p.part.table), rows)
    return intake.id


def say_columns(db: Writing, desk: IntakeDesk, plan: Plan) -> None:
    """Say which column is what, and have the rows looked through anew.

    Raises Refused for a plan that leaves out what is needed, Conflict once rows were taken.
    """
    state = _held(db, desk)
    if wrong := rules.why_not_planned(rules.stage_of(state)):
        raise Conflict(wrong)
    for field, reason in faults(plan, state.kind).items():
        raise Refused(reason, field)
    db.execute(delete(IntakeLine).where(_l.intake_id == desk.intake_id))
    said = {"plan": msgspec.to_builtins(plan), "work": Work.CHECKING, "part": 0, "checked_at": None}
    _set(db, desk, said)


def choose(db: Writing, desk: IntakeDesk, choices: Mapping[int, Choice]) -> None:
    """Say what to do with single rows whose person very probably has a file."""
    stage = rules.stage_of(_held(db, desk))
    if stage not in (Stage.CHECKED, Stage.STOPPED):
        raise Conflict(rules.why_not_started(stage) or IntakeReason.BUSY)
    for choice in Choice:
        lines = [line for line, chosen in choices.items() if chosen is choice]
        own = _l.intake_id == desk.intake_id, _l.line.in_(lines), _l.verdict == Verdict.LIKELY
        if lines:
            db.execute(update(IntakeLine).where(*own).values(choice=choice))


def start(db: Writing, desk: IntakeDesk, *, now: datetime) -> None:
    """Take the rows in from now on; one that was stopped goes on where it was. Pressed twice is once."""
    state = _held(db, desk)
    stage = rules.stage_of(state)
    if stage in (Stage.TAKING, Stage.TAKEN):
        return
    if wrong := rules.why_not_started(stage):
        raise Conflict(wrong)
    if db.scalar(_PARTS_LEFT, {"intake": desk.intake_id}) is None:
        raise Conflict(IntakeReason.ROWS_GONE)
    if stage is Stage.STOPPED:
        return _set(db, desk, {"work": Work.TAKING})
    _set(db, desk, {"work": Work.TAKING, "part": 0, "started_at": now, "started_by": desk.account_id})
    log.record(db, Kind.INTAKE_TAKEN, log.About(desk.intake_id), by=desk.by(), at=now)


def stop(db: Writing, desk: IntakeDesk) -> None:
    """Take no more rows in for now; those that are in stay. Pressed twice is once."""
    if rules.stage_of(_held(db, desk)) is Stage.TAKING:
        _set(db, desk, {"work": None})


def undo(db: Writing, desk: IntakeDesk, because: str, *, now: datetime) -> None:
    """Take back everything that is in, for a reason. Pressed twice is once. Raises Refused without a reason."""
    stage = rules.stage_of(_held(db, desk))
    if stage in (Stage.UNDOING, Stage.UNDONE):
        return
    if wrong := rules.why_not_undone(stage):
        raise Conflict(wrong)
    if not (reason := squeeze(because)[:300]):
        raise Refused(IntakeReason.WITHOUT_WORDS, "because")
    said = {"undo_because": reason, "undo_by": desk.account_id, "undo_at": now}
    _set(db, desk, {"work": Work.UNDOING, "part": 0} | said)
    log.record(db, Kind.INTAKE_UNDONE, log.About(desk.intake_id), by=desk.by(), at=now)


def discard(db: Writing, desk: IntakeDesk) -> None:
    """Throw a file away of which nothing was taken. Raises Conflict once something was."""
    if rules.why_not_planned(rules.stage_of(_held(db, desk))):
        raise Conflict(IntakeReason.TAKEN_ALREADY)
    for own in (_l, _p):
        db.execute(delete(own.intake_id.table).where(own.intake_id == desk.intake_id))
    db.execute(delete(Intake).where(_i.id == desk.intake_id))


def forget(db: Writing, before: datetime) -> int:
    """Delete the waiting rows of files sent before a time; how many files. What was taken stays."""
    old = select(_i.id).where(_i.at < before, _i.work.is_(None))
    files: Sequence[Any] = db.scalars(select(_p.intake_id).where(_p.intake_id.in_(old)).distinct()).all()
    if files:
        db.execute(delete(IntakePart).where(_p.intake_id.in_(files)))
        db.execute(update(IntakeLine).where(_l.intake_id.in_(files)).values(id_key=None, name_key=None))
    return len(files)


def _held(db: Writing, desk: IntakeDesk) -> Any:
    if not hold(db, Intake, desk.intake_id):
        raise NotFound
    return db.execute(_STATE, {"intake": desk.intake_id}).one()


def _set(db: Writing, desk: IntakeDesk, values: Mapping[str, Any]) -> None:
    db.execute(update(Intake).where(_i.id == desk.intake_id).values(**values))
