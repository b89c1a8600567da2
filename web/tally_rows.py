"""The lines of a tally as texts: what stands in the cells of its table, its file and its JSON."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import msgspec

from exchange.group_talks.codes import Qualifier
from exchange.plans.queries import Line
from exchange.tallies import writing
from exchange.tallies.codes import NOT_STATED, Origin, Part, Shape
from exchange.tallies.declared_queries import Declared
from exchange.tallies.indicator import Indicator
from web.tally_filters import Asked
from web.visit import Visit


class Said(msgspec.Struct, frozen=True):
    """A declared figure beside the one it belongs to."""

    text: str
    source: str
    document: str
    centre: str


class Row(msgspec.Struct, frozen=True):
    """A line of the table. `partly`: how many centres of several have a plan, "" where all or none have."""

    indicator: Indicator
    href: str
    value: str
    so_far: str
    plan: str
    percent: str
    before: str
    change: str
    declared: list[Said]
    difference: str
    partly: str

    @property
    def counted(self) -> bool:
        """Whether it was counted here."""
        return self.indicator.origin is Origin.COUNTED

    @property
    def known(self) -> bool:
        """Whether there is any figure or plan."""
        return any(text != writing.NONE for text in (self.value, self.so_far, self.plan, self.before))


class Section(msgspec.Struct, frozen=True):
    """A part of the report."""

    part: Part
    rows: list[Row]

    @property
    def known(self) -> bool:
        """Whether any of its figures is known."""
        return any(row.known for row in self.rows)


def rows_of(lines: Sequence[Line], asked: Asked, centres: dict[Any, str], visit: Visit) -> list[Row]:
    """The lines as texts; `centres`: what each is called."""
    return [_row(line, asked, centres, visit) for line in lines]


def sections(rows: Sequence[Row]) -> list[Section]:
    """The rows by part of the report, in order."""
    return [Section(part, list(some)) for part, some in groupby(rows, key=lambda row: row.indicator.part)]


def text_of(value: int | None, one: Indicator, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """A figure as its indicator is written; "–" where nothing is known."""
    return writing.figure(value, one.shape, qualifier)


def plan_text(value: int | None, one: Indicator) -> str:
    """A plan; no plan has leading noughts."""
    return writing.number(value, Shape.PLAIN if one.shape is Shape.PADDED else one.shape)


def signed(value: int) -> str:
    """A difference with its sign."""
    text = writing.grouped(abs(value))
    return f"+{text}" if value > 0 else f"-{text}" if value < 0 else "0"


def unstated(value: str) -> bool:
    """Whether a part is the one that nobody stated."""
    return value == NOT_STATED


def _row(line: Line, asked: Asked, centres: dict[Any, str], visit: Visit) -> Row:
    figure, one = line.figure, line.indicator
    percent = line.percent(asked.style)
    asked_for = len(centres) if asked.centres is None else len(asked.centres)
    partly = f"{line.planned}/{asked_for}" if 0 < line.planned < asked_for else ""
    return Row(
        one,
        asked.figure(one.code),
        text_of(figure.value, one, figure.qualifier),
        text_of(figure.so_far, one),
        plan_text(line.plan, one),
        percent.text if percent else writing.NONE,
        text_of(line.before, one),
        line.against_last_year(asked.style),
        [_said(told, one, centres) for told in figure.declared],
        "" if figure.difference is None else signed(figure.difference),
        partly,
    )


def _said(told: Declared, one: Indicator, centres: dict[Any, str]) -> Said:
    text = text_of(told.value, one, told.qualifier)
    return Said(text, told.source, told.document, centres.get(told.centre_id, ""))
