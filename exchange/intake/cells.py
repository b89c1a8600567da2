"""The cells of a row by field, what it is read with, and what is said of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from exchange.intake import reading
from exchange.intake.codes import RowReason
from exchange.intake.plan import Plan
from exchange.intake.reading import Wrong
from exchange.spreadsheets.excel import Cell, address


class Setting(msgspec.Struct, frozen=True):
    """What rows are read with. `home`: the name of the centre's province, `home_code` its code of today.

    `staff`: words of the names of who works there.
    """

    plan: Plan
    today: date
    home: str
    home_code: str
    staff: Mapping[tuple[str, ...], UUID]
    account_id: UUID


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What is to be said of a row: at which field, in which sentence; `what` it names."""

    field: str
    sentence: str
    what: str = ""


class Row:
    """The cells of a row by field, and what is said of them."""

    def __init__(self, line: int, cells: Sequence[Cell], setting: Setting) -> None:
        self._line, self._cells, self._columns = line, cells, setting.plan.columns
        self.wrongs: list[Told] = []
        self.doubts: list[Told] = []

    def cell(self, field: str) -> Cell:
        """What stands there; nothing where the file has no such column, or the cell is reckoned."""
        at = self._columns.get(field)
        found = self._cells[at] if at is not None and at < len(self._cells) else ""
        return "" if reading.is_formula(found) else found

    def wrong(self, field: str, sentence: str, what: str = "") -> None:
        """Say why the row is not taken; the first word on a field stands."""
        if all(told.field != field for told in self.wrongs):
            self.wrongs.append(Told(field, sentence, what))

    def doubt(self, field: str, sentence: str, what: str = "") -> None:
        """Say what is to be looked at."""
        self.doubts.append(Told(field, sentence, what))

    def read(self, field: str, read: Callable[..., Any], *more: Any) -> Any:
        """What a cell says; None where it says nothing, or nothing that can be taken."""
        try:
            return read(self.cell(field), *more)
        except Wrong as no:
            self.wrong(field, no.reason.label)
            return None

    def formulas(self) -> None:
        """Refuse cells that are reckoned: what stands in them is not in the file for sure."""
        for field, at in self._columns.items():
            if at < len(self._cells) and reading.is_formula(self._cells[at]):
                self.wrong(field, RowReason.FORMULA.label, address(at, self._line))

    def needed_day(self, field: str, setting: Setting) -> date | None:
        """A day that must stand there."""
        found: date | None = self.read(field, reading.day, setting.plan.day_order)
        if found is None:
            self.wrong(field, RowReason.MISSING.label)
        return found
