"""Single rows of an import with what is to be said of them; the refused ones as a file to be put right."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.intake.access import IntakeDesk
from exchange.intake.cells import Told
from exchange.intake.codes import Choice, Gone, Verdict
from exchange.intake.queries import IntakeView
from exchange.intake.staging import opened
from exchange.intake.tables import IntakeLine, IntakePart, IntakeTaking
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.vault import Vault
from exchange.seekers.tables import Seeker
from exchange.spreadsheets.excel import Cell

PAGE = 25
_l, _p, _t, _s = columns(IntakeLine), columns(IntakePart), columns(IntakeTaking), columns(Seeker)
_LINES = (
    select(_l.line, _l.part, _l.verdict, _l.said, _l.seeker_id, _l.choice)
    .where(_l.intake_id == bindparam("intake"), _l.verdict == bindparam("verdict"))
    .order_by(_l.line)
)
_SOME = _LINES.limit(bindparam("most")).offset(bindparam("skip"))
_SEALED = select(_p.part, _p.sealed).where(
    _p.intake_id == bindparam("intake"), _p.part.in_(bindparam("parts", expanding=True))
)
_KEPT = (
    select(_t.line, _t.seeker_id, _t.gone, _s.full_name)
    .outerjoin(Seeker, _s.id == _t.seeker_id)
    .where(_t.intake_id == bindparam("intake"), _t.gone.in_((Gone.KEPT, Gone.FILE_KEPT)))
    .order_by(_t.line)
    .limit(bindparam("most"))
)


class LineView(msgspec.Struct, frozen=True):
    """A row of the file: its cells, and what is to be said of it."""

    line: int
    verdict: Verdict
    said: list[Told]
    cells: list[Cell]
    seeker_id: UUID | None
    choice: Choice | None


class KeptView(msgspec.Struct, frozen=True):
    """A row that could not be taken back, and whose file it is."""

    line: int
    seeker_id: UUID
    gone: Gone
    name: str | None


def lines(db: Reading, desk: IntakeDesk, verdict: Verdict, *, vault: Vault, page: int) -> list[LineView]:
    """A page of the rows with one verdict."""
    asked = {"intake": desk.intake_id, "verdict": verdict, "most": PAGE, "skip": (page - 1) * PAGE}
    return _views(db, desk, db.execute(_SOME, asked).all(), vault)


def samples(db: Reading, desk: IntakeDesk, *, vault: Vault) -> list[list[Cell]]:
    """The first rows of the file, as they were written."""
    found = db.execute(_SEALED, {"intake": desk.intake_id, "parts": [0]}).first()
    return [row.cells for row in opened(bytes(found.sealed), vault)[:50]] if found else []


def refused(db: Reading, desk: IntakeDesk, view: IntakeView, *, vault: Vault) -> Iterator[list[Any]]:
    """All refused rows as they were written, with the row's number before and the reasons behind."""
    rows = db.execute(_LINES, {"intake": desk.intake_id, "verdict": Verdict.REFUSED}).all()
    for at in range(0, len(rows), PAGE * 20):
        for one in _views(db, desk, rows[at : at + PAGE * 20], vault):
            padded = [*one.cells, *[""] * (len(view.headings) - len(one.cells))]
            yield [*padded, sentences(one.said)]


def sentences(said: Sequence[Told]) -> str:
    """What is to be said of a row, in one line."""
    return " ".join(dict.fromkeys(sentence(told) for told in said))


def sentence(told: Told) -> str:
    """One sentence with what it names."""
    return told.sentence % {"what": told.what} if "%(what)s" in told.sentence else told.sentence


def kept(db: Reading, desk: IntakeDesk, *, most: int = 200) -> list[KeptView]:
    """Rows that could not be taken back."""
    return [KeptView(*row) for row in db.execute(_KEPT, {"intake": desk.intake_id, "most": most})]


def _views(db: Reading, desk: IntakeDesk, rows: Sequence[Any], vault: Vault) -> list[LineView]:
    parts = sorted({row.part for row in rows})
    sealed = db.execute(_SEALED, {"intake": desk.intake_id, "parts": parts}).all() if parts else []
    wanted = {row.line for row in rows}
    cells = {row.line: row.cells for part in sealed for row in opened(bytes(part.sealed), vault) if row.line in wanted}
    return [
        LineView(row.line, row.verdict, msgspec.convert(row.said, list[Told]), cells.get(row.line, []), *row[4:])
        for row in rows
    ]
