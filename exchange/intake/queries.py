"""What can be asked about imports: the list of a centre, and one with what was found, what is in, what went out."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.centres.access import StaffDesk
from exchange.intake import rules
from exchange.intake.access import IntakeDesk
from exchange.intake.codes import Choice, Gone, Register, Stage, Verdict, Work
from exchange.intake.plan import Plan
from exchange.intake.tables import Intake, IntakeLine, IntakePart, IntakeTaking
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_i, _l, _p, _t, _a = (columns(one) for one in (Intake, IntakeLine, IntakePart, IntakeTaking, Account))
_NAMES = ("id", "kind", "file_name", "sheet", "digest", "headings", "heading_key", "rows", "parts", "at", "plan")
_STATE = ("work", "part", "checked_at", "started_at", "finished_at", "undo_because", "undo_at", "undone_at")
_VIEW = select(*(_i[name] for name in (*_NAMES, *_STATE)), _a.name.label("by")).join(Account, _a.id == _i.by_account)
_ONE = _VIEW.where(_i.id == bindparam("intake"))
_LIST = _VIEW.where(_i.centre_id == bindparam("centre")).order_by(_i.at.desc(), _i.id.desc()).limit(50)
_MINE = _LIST.where(_i.by_account == bindparam("account"))
_VERDICTS = select(_l.verdict, func.count()).where(_l.intake_id == bindparam("intake")).group_by(_l.verdict)
_CHOSEN = (
    select(_l.choice, func.count())
    .where(_l.intake_id == bindparam("intake"), _l.verdict == Verdict.LIKELY)
    .group_by(_l.choice)
)
_TAKEN = (
    select(_t.made_file, _t.gone, func.count())
    .where(_t.intake_id == bindparam("intake"))
    .group_by(_t.made_file, _t.gone)
)
_REMEMBERED = (
    select(_i.plan)
    .where(
        *(
            _i.centre_id == bindparam("centre"),
            _i.kind == bindparam("kind"),
            _i.heading_key == bindparam("heading_key"),
        ),
        *(_i.plan.is_not(None), _i.id != bindparam("intake")),
    )
    .order_by(_i.at.desc())
    .limit(1)
)
_SENT_BEFORE = (
    select(_i.id, _i.at, _i.file_name)
    .where(
        *(_i.centre_id == bindparam("centre"), _i.kind == bindparam("kind"), _i.digest == bindparam("digest")),
        *(_i.started_at.is_not(None), _i.undone_at.is_(None), _i.id != bindparam("intake")),
    )
    .order_by(_i.at.desc())
    .limit(1)
)
_LEFT = select(_p.part).where(_p.intake_id == bindparam("intake")).limit(1)


class IntakeView(msgspec.Struct, frozen=True):
    """An import. `part` of `parts`: how far the work is that goes on now."""

    id: UUID
    register: Register
    file_name: str
    sheet: str
    digest: str
    headings: list[str]
    heading_key: str
    rows: int
    parts: int
    at: datetime
    plan: Plan | None
    work: Work | None
    part: int
    checked_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    undo_because: str
    undo_at: datetime | None
    undone_at: datetime | None
    by: str

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return rules.stage_of(self)


class Counts(msgspec.Struct, frozen=True):
    """How many rows: by verdict; in doubt by what is done with them; in, and of these with a new file; gone how."""

    verdicts: dict[Verdict, int]
    likely: dict[Choice, int]
    taken: int
    files: int
    gone: dict[Gone, int]

    @property
    def to_take(self) -> int:
        """Rows that would go in now."""
        chosen = self.likely[Choice.LINK] + self.likely[Choice.CREATE]
        return self.verdicts[Verdict.NEW] + self.verdicts[Verdict.DOUBTED] + chosen

    @property
    def kept(self) -> int:
        """Rows that could not be taken back, wholly or in part."""
        return self.gone[Gone.KEPT] + self.gone[Gone.FILE_KEPT]


class SentBefore(msgspec.Struct, frozen=True):
    """The same file, sent and taken before."""

    id: UUID
    at: datetime
    file_name: str


def intakes(db: Reading, desk: StaffDesk) -> list[IntakeView]:
    """The imports of the desk's centre, the newest first; only their own for who leads nobody."""
    asked = {"centre": desk.centre_id}
    rows = db.execute(_LIST, asked) if desk.leads else db.execute(_MINE, asked | {"account": desk.account_id})
    return [_view(row) for row in rows]


def intake(db: Reading, desk: IntakeDesk) -> IntakeView:
    """One import."""
    return _view(db.execute(_ONE, {"intake": desk.intake_id}).one())


def counts(db: Reading, view: IntakeView) -> Counts:
    """What was found of its rows, and what is in."""
    asked = {"intake": view.id}
    found = dict(db.execute(_VERDICTS, asked).all())
    likely = dict.fromkeys(Choice, 0)
    usual = view.plan.likely if view.plan else Choice.SKIP
    for choice, count in db.execute(_CHOSEN, asked):
        likely[choice or usual] += count
    rows = db.execute(_TAKEN, asked).all()
    gone = {one: sum(row[2] for row in rows if row.gone is one) for one in Gone}
    made = sum(row[2] for row in rows if row.made_file)
    verdicts = {one: found.get(one, 0) for one in Verdict}
    return Counts(verdicts, likely, sum(row[2] for row in rows), made, gone)


def remembered(db: Reading, desk: IntakeDesk, view: IntakeView) -> Plan | None:
    """How the centre read a file with the same columns the last time."""
    asked = {"centre": desk.centre_id, "kind": view.register, "heading_key": view.heading_key, "intake": view.id}
    found: Any = db.scalar(_REMEMBERED, asked)
    return msgspec.convert(found, Plan) if found else None


def sent_before(db: Reading, desk: IntakeDesk, view: IntakeView) -> SentBefore | None:
    """The same file, where it was taken and not taken back."""
    asked = {"centre": desk.centre_id, "kind": view.register, "digest": view.digest, "intake": view.id}
    row = db.execute(_SENT_BEFORE, asked).first()
    return SentBefore(*row) if row else None


def has_rows(db: Reading, desk: IntakeDesk) -> bool:
    """Whether the rows of the file are still kept."""
    return db.scalar(_LEFT, {"intake": desk.intake_id}) is not None


def _view(row: Any) -> IntakeView:
    said = dict(row._mapping) | {"plan": msgspec.convert(row.plan, Plan) if row.plan else None}
    return IntakeView(register=said.pop("kind"), **said)
