"""One part of an import after the other: looked through, taken in, or taken back; each whole or not at all.

Whoever does a part holds the import's row and counts the part up in the same transaction, so that no two do the same
and a run that was cut off goes on where it was.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from exchange.centres import queries as centres
from exchange.centres.tables import Centre
from exchange.intake import taking, undoing
from exchange.intake.cells import Setting
from exchange.intake.codes import Choice, Register, Verdict, Work
from exchange.intake.judging import Bench, Judged, judge
from exchange.intake.matching import Place
from exchange.intake.plan import Plan
from exchange.intake.rows import Read, read_row
from exchange.intake.staging import opened
from exchange.intake.tables import Intake, IntakeLine, IntakePart
from exchange.intake.words import key_of
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.vault import Vault
from exchange.reference import provinces
from exchange.seekers.tables import Seeker

_i, _p, _l, _c, _s = (columns(one) for one in (Intake, IntakePart, IntakeLine, Centre, Seeker))
_DUE = select(_i.id).where(_i.work.is_not(None)).order_by(_i.at, _i.id)
_NAMES = ("id", "centre_id", "kind", "work", "part", "parts", "plan", "headings", "started_by", "by_account")
_JOB = select(*(_i[name] for name in _NAMES), _i.undo_because, _i.undo_by).where(_i.id == bindparam("intake"))
_SEALED = select(_p.sealed).where(_p.intake_id == bindparam("intake"), _p.part == bindparam("part"))
_HELD = select(_s.id).where(_s.id.in_(bindparam("seekers", expanding=True))).order_by(_s.id)
_HELD = _HELD.with_for_update(key_share=True)
_CHOICES = select(_l.line, _l.choice).where(
    _l.intake_id == bindparam("intake"), _l.part == bindparam("part"), _l.verdict == Verdict.LIKELY
)


class Job(msgspec.Struct, frozen=True):
    """One part to be done, as it stood when it was asked for."""

    intake_id: UUID
    work: Work
    part: int
    register: Register
    width: int
    sealed: bytes
    setting: Setting
    place: Place


def due(db: Reading) -> list[UUID]:
    """Imports with something to be done, the oldest first."""
    return list(db.scalars(_DUE))


def job(db: Reading, intake_id: UUID, *, now: datetime) -> Job | None:
    """The next part of an import; None when nothing is to be done, or when its rows are gone."""
    row = db.execute(_JOB, {"intake": intake_id}).first()
    if row is None or row.work is None:
        return None
    place = _place(db, row.centre_id, local_day(now))
    sealed = db.scalar(_SEALED, {"intake": intake_id, "part": row.part}) if row.work is not Work.UNDOING else b""
    if sealed is None:
        return None
    said = (row.id, row.work, row.part, row.kind, len(row.headings), bytes(sealed))
    return Job(*said, _setting(db, row, place, local_day(now)), Place(row.centre_id, place[1]))


def prepared(job: Job, vault: Vault) -> list[Read]:
    """The rows of a part, read: what takes time and asks nothing of the database."""
    if job.work is Work.UNDOING:
        return []
    return [read_row(*row, job.width, job.register, job.setting, vault) for row in opened(job.sealed, vault)]


def do(db: Writing, job: Job, rows: Sequence[Read], *, vault: Vault, now: datetime) -> bool:
    """Do the part, unless it was done meanwhile; whether it was done here."""
    held = select(_i.part, _i.parts, _i.work, _i.by_account, _i.started_by, _i.undo_because, _i.undo_by)
    mine = held.where(_i.id == job.intake_id, _i.work == job.work, _i.part == job.part)
    found = db.execute(mine.with_for_update(key_share=True, skip_locked=True)).first()
    if found is None:
        return False
    match job.work:
        case Work.CHECKING:
            _write(db, job, judge(db, job.intake_id, rows, _bench(job)))
        case Work.TAKING:
            judged = _judged(db, job, rows)
            takers = taking.Taker(job.intake_id, job.place.centre_id, found.started_by)
            taking.take(db, takers, judged, vault=vault, now=now)
            _write(db, job, judged)
        case Work.UNDOING:
            undoing.take_back(db, job.intake_id, found.parts - 1 - job.part, found.undo_because, found.undo_by, now)
    _count_up(db, job, found.parts, now)
    return True


def _judged(db: Writing, job: Job, rows: Sequence[Read]) -> list[Judged]:
    """The verdicts by which rows are taken. Whoever may have one open claim only is held before that is asked."""
    bench = _bench(job, _choices(db, job))
    judged = judge(db, job.intake_id, rows, bench)
    known = sorted({one.seeker_id for one in judged if one.seeker_id})
    if job.register is not Register.CLAIMS or not known:
        return judged
    db.execute(_HELD, {"seekers": known})
    return judge(db, job.intake_id, rows, bench)


def _count_up(db: Writing, job: Job, parts: int, now: datetime) -> None:
    ends = {Work.CHECKING: "checked_at", Work.TAKING: "finished_at", Work.UNDOING: "undone_at"}
    over = job.part + 1 == parts
    values: dict[str, Any] = {"part": job.part + 1} | ({"work": None, ends[job.work]: now} if over else {})
    db.execute(update(Intake).where(_i.id == job.intake_id).values(**values))


def _bench(job: Job, choices: dict[int, Choice] | None = None) -> Bench:
    return Bench(job.register, job.place, job.setting.today, choices)


def _choices(db: Writing, job: Job) -> dict[int, Choice]:
    """What is done with each row in doubt: as it was said of the row, else of all."""
    rows = db.execute(_CHOICES, {"intake": job.intake_id, "part": job.part})
    return {row.line: row.choice or job.setting.plan.likely for row in rows}


def _write(db: Writing, job: Job, judged: Sequence[Judged]) -> None:
    """Keep what was found of each row in place of what was found before."""
    own = _l.intake_id == job.intake_id, _l.part == job.part
    chosen = {row.line: row.choice for row in db.execute(select(_l.line, _l.choice).where(*own))}
    db.execute(delete(IntakeLine).where(*own))
    rows = [_line(job, one) | {"choice": chosen.get(one.read.line)} for one in judged]
    if rows:
        db.execute(insert(_l.line.table), rows)


def _line(job: Job, one: Judged) -> dict[str, Any]:
    row = one.read
    keys = {"id_key": row.id_key, "name_key": row.name_key, "mark": row.mark, "opens": row.opens}
    said = {"said": msgspec.to_builtins(one.said), "verdict": one.verdict, "seeker_id": one.seeker_id}
    return {"intake_id": job.intake_id, "line": row.line, "part": job.part} | keys | said


def _place(db: Reading, centre_id: UUID, today: date) -> tuple[str, str]:
    """The centre's province by name, and its code of today."""
    row = db.execute(select(_c.province_name, _c.province_code, _c.created_at).where(_c.id == centre_id)).one()
    return row.province_name, provinces.successor(row.province_code, local_day(row.created_at), today)


def _setting(db: Reading, row: Any, place: tuple[str, str], today: date) -> Setting:
    staff = {key_of(one.name): one.account_id for one in centres.colleagues(db, row.centre_id)}
    plan = msgspec.convert(row.plan, Plan) if row.plan else Plan({})
    return Setting(plan, today, *place, staff, row.started_by or row.by_account)
