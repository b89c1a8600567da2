"""How a file is read: which column is what, and what holds for all rows. Proposed from the names of the columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from exchange.intake.codes import Choice, DayOrder, IntakeReason, Register
from exchange.intake.fields import DAYS, FIELDS
from exchange.intake.reading import first_beyond_twelve
from exchange.intake.words import HEADINGS, key_of
from exchange.kernel.texts import N_
from exchange.seekers.codes import Purpose
from exchange.spreadsheets.excel import Cell, letters

# What holds for all rows unless somebody says otherwise.
USUAL: Final = {"wish": N_("Chưa nêu"), "topics": "domestic", "client_kind": "job_seeker", "way": "counter"}


class Plan(msgspec.Struct, frozen=True):
    """`columns`: field → column, counted from 0. `values`: what holds for rows that say nothing of a field.

    `likely`: what to do with rows whose person very probably has a file. `agreed`: what the persons said yes to on
    their papers.
    """

    columns: dict[str, int]
    values: dict[str, str] = {}
    day_order: DayOrder = DayOrder.DAY_FIRST
    likely: Choice = Choice.SKIP
    agreed: tuple[Purpose, ...] = ()


def proposed(register: Register, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Plan:
    """What the names of the columns say; a column is used once, the first fitting field in the register's order."""
    names = [HEADINGS.get(key_of(heading), ()) for heading in headings]
    columns: dict[str, int] = {}
    for field in FIELDS[register]:
        found = next((at for at, fits in enumerate(names) if field.name in fits and at not in columns.values()), None)
        if found is not None:
            columns[field.name] = found
    order = DayOrder.MONTH_FIRST if _months_first(columns, rows) else DayOrder.DAY_FIRST
    return Plan(columns, day_order=order)


def _months_first(columns: Mapping[str, int], rows: Iterable[Sequence[Cell]]) -> bool:
    """Whether some day has a second number beyond twelve, and none a first."""
    days = [columns[name] for name in DAYS if name in columns]
    seen = [first_beyond_twelve(row[at]) for row in rows for at in days if at < len(row)]
    return 2 in seen and 1 not in seen


def faults(plan: Plan, register: Register) -> dict[str, IntakeReason]:
    """What is wrong with a plan, by field."""
    wrong: dict[str, IntakeReason] = {}
    taken: dict[int, str] = {}
    for name, column in plan.columns.items():
        if column in taken:
            wrong[name] = IntakeReason.COLUMN_TWICE
        taken[column] = name
    for field in FIELDS[register]:
        if field.needed and field.name not in plan.columns and not plan.values.get(field.name):
            wrong[field.name] = IntakeReason.DEFAULT_NEEDED if field.default else IntakeReason.COLUMN_NEEDED
    return wrong


def named(headings: Sequence[str], width: int) -> list[str]:
    """The names of the columns; one without a name is called by its letter."""
    return [
        headings[at] if at < len(headings) and headings[at] else f"({letters(at)})"
        for at in range(max(width, len(headings)))
    ]
