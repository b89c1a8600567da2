"""A row of an import as a page tells it: what is wrong, in which column, and what stands there."""

from typing import Any

import msgspec

from exchange.intake.fields import field
from exchange.intake.line_queries import LineView
from exchange.intake.queries import IntakeView
from exchange.spreadsheets.excel import letters
from web.mapping import shown
from web.visit import Visit

_LONGEST = 60  # characters of a cell


class Remark(msgspec.Struct, frozen=True):
    """One sentence, the column it is about, and what stands there."""

    column: str
    value: str
    sentence: str


class ToldRow(msgspec.Struct, frozen=True):
    """A row: its number, who it is about, what is to be said."""

    line: int
    name: str
    remarks: list[Remark]
    seeker_id: Any
    choice: str


def told_of(visit: Visit, view: IntakeView, line: LineView) -> ToldRow:
    """A row in words."""
    remarks = []
    for told in line.said:
        known = field(view.register, told.field)
        label = str(visit.render.text(known.label)) if known else ""
        said = str(visit.render.text(told.sentence))
        said = said % {"what": told.what} if told.what else said
        remarks.append(Remark(_where(view, told.field, label), _cell(view, line, told.field), said))
    usual = view.plan.likely.value if view.plan else ""
    return ToldRow(line.line, _cell(view, line, "name"), remarks, line.seeker_id, line.choice or usual)


def _where(view: IntakeView, name: str, label: str) -> str:
    """The column by its letter and its name in the file; the field's own name where the file has no such column."""
    at = view.plan.columns.get(name) if view.plan else None
    return f"{letters(at)}. {view.headings[at]}" if at is not None and at < len(view.headings) else label


def _cell(view: IntakeView, line: LineView, name: str) -> str:
    at = view.plan.columns.get(name) if view.plan else None
    said = shown(line.cells[at]) if at is not None and at < len(line.cells) else ""
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
