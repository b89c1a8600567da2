"""Periods: those there are by year, all regular ones of a year at once, and others by hand."""

from typing import Any

from litestar import Response, get, post

from exchange.centres.access import lead_desk, staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.periods import actions, queries
from exchange.periods.actions import PeriodGiven
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView
from web.dates import needed_day
from web.forms import Form
from web.visit import Asked, Visit

_CALENDAR = N_("Anh/chị chọn cách chia kỳ.")
_UNKNOWN = N_("Không có kỳ mang mã này. Anh/chị chọn một kỳ trong danh sách.")
_MADE = N_("Đã lập %(n)s kỳ của năm %(year)s.")
_THERE = N_("Các kỳ của năm %(year)s đã có từ trước.")


@get("/periods")
async def periods(visit: Asked) -> Response[bytes]:
    """All periods; leads may make more."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/periods")
    return await _page(visit)


@post("/periods/years")
async def plan_year(visit: Asked) -> Response[bytes]:
    """Make the regular periods of a year."""
    form = await visit.form()
    await visit.read(lambda db: lead_desk(db, visit.viewer))
    typed, calendar = form.get("year"), form.get("calendar")
    year = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) == 4 else 0
    if calendar not in set(Calendar):
        form.wrong("calendar", _CALENDAR)

    def make(db: Writing) -> int:
        return actions.plan_year(db, lead_desk(db, visit.viewer), year, Calendar(calendar), now=visit.now)

    try:
        if not form.errors:
            made = await visit.write(make)
            return visit.go("/periods", str(visit.render.text(_MADE if made else _THERE, n=made, year=year)))
    except Refused as no:
        form.refuse(no)
    return await _page(visit, year_form=form)


@post("/periods")
async def add(visit: Asked) -> Response[bytes]:
    """Make a period of no regular kind."""
    form = await visit.form()
    await visit.read(lambda db: lead_desk(db, visit.viewer))
    first, last = needed_day(form, "first_day"), needed_day(form, "last_day")

    def make(db: Writing) -> None:
        given = PeriodGiven(
            form.get("code").upper(), squeeze(form.get("label")), first, last, form.get("compares")  # type: ignore[arg-type]
        )  # fmt: skip
        actions.add_period(db, lead_desk(db, visit.viewer), given, request_id=form.request_id, now=visit.now)

    try:
        if not form.errors:
            await visit.write(make)
            return visit.go("/periods", str(visit.render.text(N_("Đã lập kỳ."))))
    except Refused as no:
        form.refuse(no)
    except NotFound:
        form.wrong("compares", _UNKNOWN)
    return await _page(visit, other_form=form)


async def _page(visit: Visit, year_form: Form | None = None, other_form: Form | None = None) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        every = queries.periods(db)
        return {"leads": desk.leads, "years": _by_year(every), "every": [(one.code, one.label) for one in every]}

    values = await visit.read(ask)
    wrong = year_form or other_form
    this_year = {"year": local_day(visit.now).year, "calendar": Calendar.ADMINISTRATIVE.value}
    return await visit.page(
        "periods/list.html",
        status=422 if wrong else 200,
        staff_page=True,
        form=wrong or Form.of({}),
        year_form=year_form or Form.of(this_year),
        other_form=other_form or Form.of({}),
        calendars=[(one.value, visit.render.label(one)) for one in Calendar],
        **values,
    )


def _by_year(every: list[PeriodView]) -> list[tuple[int, Calendar, list[PeriodView]]]:
    """The newest year first; within a calendar by their first days, longer ones after shorter ones."""
    groups: dict[tuple[int, Calendar], list[PeriodView]] = {}
    for one in every:
        groups.setdefault((one.year, one.calendar), []).append(one)
    return [
        (year, calendar, sorted(ones, key=lambda one: (one.kind.value == "other", one.first_day, one.last_day)))
        for (year, calendar), ones in groups.items()
    ]


HANDLERS = [periods, plan_year, add]
