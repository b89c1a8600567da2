"""The form in which the columns of a file are named: between a page and the plan of an import."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from exchange.centres.queries import CentreView, Colleague
from exchange.counselling.codes import ClientKind, Result, Topic, Way
from exchange.intake.codes import Choice, DayOrder, Register
from exchange.intake.fields import FIELDS, Field
from exchange.intake.plan import USUAL, Plan
from exchange.intake.queries import IntakeView
from exchange.kernel.clock import local_day
from exchange.reference import provinces
from exchange.seekers.codes import Purpose
from exchange.spreadsheets.excel import Cell, letters
from web.forms import Form
from web.visit import Visit

_LONGEST = 200
ASKED = (Purpose.MATCHING, Purpose.PROVINCES, Purpose.MESSAGES)  # what papers at the counter ask
_SHOWN = 40  # characters of a sample
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Line(msgspec.Struct, frozen=True):
    """A field of the register as the form shows it. `options`: what may hold for all rows, where it is a list.

    `aside`: neither needed nor found in the file.
    """

    name: str
    label: str
    needed: bool
    default: str
    options: list[tuple[str, str]]
    aside: bool


def column_field(field: str) -> str:
    """What the choice of a field's column is called on the page."""
    return f"c_{field}"


def value_field(field: str) -> str:
    """What the value for all rows is called on the page."""
    return f"v_{field}"


def plan_of(form: Form, register: Register, width: int) -> Plan:
    """What was chosen; what is no column of the file counts as none."""
    columns = {}
    values = {}
    for field in FIELDS[register]:
        chosen = form.get(column_field(field.name))
        if chosen.isdecimal() and len(chosen) < 4 and int(chosen) < width:
            columns[field.name] = int(chosen)
        if field.default and (said := form.get(value_field(field.name))):
            values[field.name] = said[:_LONGEST]
    order, likely = form.get("day_order"), form.get("likely")
    return Plan(
        columns,
        values,
        DayOrder(order) if order in set(DayOrder) else DayOrder.DAY_FIRST,
        Choice(likely) if likely in set(Choice) else Choice.SKIP,
        tuple(purpose for purpose in ASKED if form.ticked(f"agreed_{purpose.value}")),
    )


def filled(plan: Plan, register: Register, visit: Visit, centre: CentreView) -> Form:
    """The form as a plan fills it; usual values where the plan says none."""
    usual = {name: visit.render.text(value) if name == "wish" else value for name, value in USUAL.items()}
    home = provinces.find(centre.province, local_day(visit.now))
    usual |= {"province": home.code if home else "", "counsellor": str(visit.viewer.account_id) if visit.viewer else ""}
    known: dict[str, Any] = {column_field(name): at for name, at in plan.columns.items()}
    names = {field.name for field in FIELDS[register] if field.default}
    known |= {value_field(name): value for name, value in (usual | plan.values).items() if name in names}
    known |= {f"agreed_{purpose.value}": "yes" for purpose in plan.agreed}
    return Form.of(known | {"day_order": plan.day_order.value, "likely": plan.likely.value})


def offered(visit: Visit, view: IntakeView, form: Form, colleagues: Sequence[Colleague]) -> dict[str, Any]:
    """What the page lets one choose from."""
    lists = _lists(visit, colleagues)
    people = view.register is Register.PEOPLE
    choices = [one for one in Choice if not (people and one is Choice.LINK)]
    return {
        "fields": [_line(field, lists, form) for field in FIELDS[view.register]],
        "orders": [(one.value, visit.render.label(one)) for one in DayOrder],
        "choices": [(one.value, visit.render.label(one)) for one in choices],
        "purposes": [(one.value, visit.render.label(one)) for one in ASKED],
    }


def _line(field: Field, lists: dict[str, list[tuple[str, str]]], form: Form) -> Line:
    aside = not field.needed and not form.get(column_field(field.name)) and not field.default
    return Line(field.name, field.label, field.needed, field.default, lists.get(field.default, []), aside)


def file_columns(view: IntakeView, rows: Sequence[Sequence[Cell]]) -> dict[str, Any]:
    """The file's columns to choose from, and its first rows."""
    return {
        "columns": [(at, _column(at, name, rows)) for at, name in enumerate(view.headings)],
        "rows": [[shown(cell) for cell in row] for row in rows[:5]],
    }


def shown(cell: Cell) -> str:
    """A cell as the spreadsheet shows it."""
    said = str(cell)
    found = _ISO.fullmatch(said)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else said


def _column(at: int, name: str, rows: Sequence[Sequence[Cell]]) -> str:
    """A column by its letter, its name and the first thing that stands in it."""
    first = next((shown(row[at]) for row in rows if at < len(row) and str(row[at]).strip()), "")
    said = f"{letters(at)}. {name}"
    return f"{said} – {first[:_SHOWN]}" if first else said


def _lists(visit: Visit, colleagues: Sequence[Colleague]) -> dict[str, list[tuple[str, str]]]:
    def words(kind: Any) -> list[tuple[str, str]]:
        return [(one.value, str(visit.render.label(one))) for one in kind]

    places = provinces.as_of(local_day(visit.now))
    return {
        "topics": words(Topic),
        "results": words(Result),
        "kinds": words(ClientKind),
        "ways": words(Way),
        "provinces": [(one.code, one.short_name) for one in places],
        "counsellors": [(str(one.account_id), one.name) for one in colleagues],
    }
