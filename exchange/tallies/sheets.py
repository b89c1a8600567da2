"""Figures and plans in files: rows under named columns, each with what is wrong with it."""

from collections.abc import Sequence
from itertools import islice
from typing import BinaryIO, Final

import msgspec

from exchange.group_talks.codes import Qualifier
from exchange.kernel.codes import Reason
from exchange.kernel.text import fold, squeeze, words
from exchange.rosters.sheets import LARGEST, SheetRow
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.grids import MB, Bounds, Cell, FileRefused, open_grid
from exchange.tallies.catalogue import BY_CODE, INDICATORS
from exchange.tallies.codes import LineReason, TallyReason
from exchange.tallies.declared_rules import same_unit
from exchange.tallies.indicator import Indicator
from exchange.tallies.reading import number_of, qualifier_of

MOST_LINES: Final = 500
_HEADER_WITHIN: Final = 20  # rows: a paper begins with the names of offices
_MOST: Final = Bounds(sent=LARGEST, unpacked=40 * MB)
_LONGEST_CELL, _MOST_CELLS = 2_000, 30
NAMES: Final = {
    "code": ("ma", "ma chi tieu", "code"),
    "label": ("chi tieu", "ten chi tieu", "indicator"),
    "unit": ("don vi tinh", "dvt", "unit"),
    "number": ("so lieu", "gia tri", "so luong", "ke hoach", "ke hoach nam", "value", "target"),
    "qualifier": ("muc chinh xac", "do chinh xac", "qualifier"),
    "source": ("nguon", "co quan bao", "co quan bao so lieu", "source"),
    "document": ("van ban", "document"),
    "because": ("ly do", "ly do thay doi", "because"),
}
_NEEDED: Final = ("number", "document")


class SheetRefused(Exception):  # noqa: N818 - read as a sentence where it is raised
    """The table as a whole cannot be taken."""

    def __init__(self, reason: LineReason) -> None:
        super().__init__(reason.label)
        self.reason = reason


class Line(msgspec.Struct, frozen=True):
    """A row that was read. `fault`: why it cannot be taken; what could not be read is None then."""

    line: int
    cells: dict[str, str]
    indicator: Indicator | None
    value: int | None
    qualifier: Qualifier
    fault: Reason | None = None

    def get(self, name: str) -> str:
        """What stands in a column; "" where there is none."""
        return self.cells.get(name, "")

    @property
    def code(self) -> str:
        """The indicator's code, "" for an unknown one."""
        return self.indicator.code if self.indicator else ""


def read_figures(file: BinaryIO, name: str) -> list[SheetRow]:
    """The rows of a file, numbers as they are written in Vietnamese. Raises FileRefused."""
    rows = list(islice(open_grid(file, name, _MOST).rows, _HEADER_WITHIN + MOST_LINES + 1))
    if not rows:
        raise FileRefused(FileReason.EMPTY)
    return [SheetRow(line, tuple(map(_said, cells[:_MOST_CELLS]))) for line, cells in rows]


def lines_of(rows: Sequence[SheetRow]) -> list[Line]:
    """The lines under the head of a table, each judged by itself. Raises SheetRefused."""
    if not rows:
        raise SheetRefused(LineReason.NOTHING)
    at, columns = _head(rows)
    body = [row for row in rows[at + 1 :] if any(row.cells)]
    if not body:
        raise SheetRefused(LineReason.NOTHING)
    if len(body) > MOST_LINES:
        raise SheetRefused(LineReason.MANY)
    seen: set[str] = set()
    lines = []
    for row in body:
        one = _line(row, columns)
        if one.code in seen:
            one = msgspec.structs.replace(one, fault=LineReason.TWICE)
        seen |= {one.code} - {""}
        lines.append(one)
    return lines


def _said(cell: Cell) -> str:
    """A cell as text. A number with decimals gets a comma, so that nobody takes its point for one of thousands."""
    text = squeeze(str(cell))
    return (text.replace(".", ",") if isinstance(cell, float) else text)[:_LONGEST_CELL]


def _head(rows: Sequence[SheetRow]) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        said = [" ".join(words(fold(cell))) for cell in row.cells]
        columns = {name: said.index(word) for name, known in NAMES.items() for word in known if word in said}
        if all(name in columns for name in _NEEDED) and columns.keys() & {"code", "label"}:
            return at, columns
    raise SheetRefused(LineReason.NO_COLUMNS)


def _line(row: SheetRow, columns: dict[str, int]) -> Line:
    cells = {name: row.cells[at] for name, at in columns.items() if at < len(row.cells)}
    one = _indicator(cells.get("code", ""), cells.get("label", ""))
    typed = number_of(cells.get("number", ""))
    sure = qualifier_of(cells.get("qualifier", "")) or (typed.qualifier if typed else None)
    line = Line(row.line, cells, one, typed.value if typed else None, sure or Qualifier.EXACT)
    return msgspec.structs.replace(line, fault=_fault(line))


def _fault(line: Line) -> Reason | None:
    if line.indicator is None:
        return TallyReason.UNKNOWN
    if line.get("unit") and not same_unit(line.get("unit"), line.indicator.unit):
        return TallyReason.WRONG_UNIT
    if line.value is None:
        return LineReason.NO_NUMBER if line.get("number") else LineReason.EMPTY
    if line.get("qualifier") and qualifier_of(line.get("qualifier")) is None:
        return LineReason.QUALIFIER
    return None


def _indicator(code: str, label: str) -> Indicator | None:
    """By its code; without one by its name, where only one is called so."""
    if code:
        return BY_CODE.get(code.strip().lower())
    called = [one for one in INDICATORS if fold(one.label) == fold(label)]
    return called[0] if len(called) == 1 else None
