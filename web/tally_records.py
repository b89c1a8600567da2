"""Records behind a figure as texts."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from exchange.kernel.codes import Code
from exchange.tallies.breakdowns import label_of
from exchange.tallies.codes import NOT_STATED, NOT_STATED_LABEL
from exchange.tallies.indicator import Indicator
from exchange.tallies.record import Record, Shown
from web.render import Render, clock_time, day, number


class RecordLine(msgspec.Struct, frozen=True):
    """One record as its cells are written; `href`: its own page, or ""."""

    cells: list[str]
    href: str


def record_lines(records: Sequence[Record], render: Render) -> list[RecordLine]:
    """The records as texts, in their order."""
    return [RecordLine([written(cell, render) for cell in one.cells], one.href) for one in records]


def part_label(one: Indicator, by: str, part: str, render: Render) -> str:
    """What a part of a breakdown is called: "Giới tính: Nữ"."""
    breakdown = one.breakdown(by)
    if breakdown is None:
        return ""
    called = NOT_STATED_LABEL if part == NOT_STATED else label_of(breakdown, part)
    return f"{render.text(breakdown.title)}: {render.text(called)}"


def written(cell: Shown, render: Render) -> str:
    """One cell; "–" where there is nothing."""
    match cell:
        case None | "" | ():
            return "–"
        case Code():
            return render.label(cell)
        case tuple():
            return ", ".join(render.label(one) for one in cell)
        case datetime():
            return f"{clock_time(cell)} {day(cell)}"
        case date():
            return day(cell)
        case int():
            return number(cell)
        case _:
            return str(render.text(cell))
