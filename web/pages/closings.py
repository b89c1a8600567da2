"""Reports of periods: their parts step by step, what stands in the way, and closing for good."""

from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import StaffDesk, staff_desk
from exchange.closings import actions as closing_actions
from exchange.closings import desk_queries, sample_queries, step_actions
from exchange.closings.codes import Act
from exchange.closings.queries import lines
from exchange.closings.step_actions import StepGiven
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.tallies.codes import Part
from web.forms import Form
from web.visit import Asked, Visit

_DONE = {
    Act.PREPARED: N_("Đã lập."),
    Act.CHECKED: N_("Đã kiểm tra."),
    Act.APPROVED: N_("Đã duyệt."),
    Act.RETURNED: N_("Đã trả lại, kèm lý do."),
}


@get("/closings")
async def reports(visit: Asked) -> Response[bytes]:
    """The periods that have begun, and which of them the centre has closed."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/closings")
    today = local_day(visit.now)
    rows = await visit.read(lambda db: desk_queries.states(db, staff_desk(db, visit.viewer).centre_id, today=today))
    return await visit.page("closings/list.html", staff_page=True, rows=rows)


@get("/closings/{period_code:str}")
async def report(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """An open period: its parts and their steps. A closed one: its figures with what came after."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}")
    return await _report(visit, period_code)


@post("/closings/{period_code:str}/steps")
async def step(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Take a part, or all parts that are ready for it, a step further."""
    form = await visit.form()
    act, wanted = form.get("act"), form.get("part")
    if act not in set(Act) or wanted not in {*Part, "all"}:
        raise NotFound
    try:
        await visit.write(lambda db: _take(db, visit, form, period_code, Act(act), wanted))
    except Refused as no:
        form.refuse(no, names={"because": f"because_{wanted}"})
        return await _report(visit, period_code, form, 422)
    return visit.go(f"/closings/{period_code}", str(visit.render.text(_DONE[Act(act)])))


def _take(db: Writing, visit: Visit, form: Form, code: str, act: Act, wanted: str) -> None:
    desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
    if wanted != "all":
        after = form.get("after")
        seen = int(after) if after.isascii() and after.isdecimal() and len(after) < 5 else -1
        given = StepGiven(Part(wanted), act, seen, form.get("because"))
        step_actions.take_step(db, desk, period, given, request_id=form.request_id, now=visit.now)
        return
    shown = desk_queries.report_desk(db, desk, period, today=local_day(visit.now))
    for part in shown.parts:
        if act in part.acts and act is not Act.RETURNED:
            given = StepGiven(part.chain.part, act, len(part.chain.steps))
            step_actions.take_step(db, desk, period, given, request_id=None, now=visit.now)


@get("/closings/{period_code:str}/close")
async def before_closing(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """What closing means, asked once more."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/close")
    return await _confirm(visit, period_code)


@post("/closings/{period_code:str}/close")
async def close(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Close the period."""
    form = await visit.form()

    def change(db: Writing) -> None:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, period_code)
        closing_actions.close_period(db, desk, period, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(change)
    except Refused as no:
        form.refuse(no)
        return await _confirm(visit, period_code, form, 422)
    return visit.go(f"/closings/{period_code}", str(visit.render.text(N_("Đã khóa sổ kỳ này."))))


async def _report(visit: Visit, code: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, code, local_day(visit.now)), scan=True)
    template = "closings/closed.html" if values["closing"] else "closings/report.html"
    return await visit.page(template, status=status, staff_page=True, form=form, **values)


async def _confirm(visit: Visit, code: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, code, local_day(visit.now)), scan=True)
    return await visit.page("closings/close.html", status=status, staff_page=True, form=form, **values)


def _values(db: Reading, visit: Visit, code: str, today: date) -> dict[str, Any]:
    desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
    shown = {"period": period, "desk": desk, "acts": list(Act)}
    closing = lines(db, period, desk.centre_id, ()).closing
    if closing:
        rows, rates = desk_queries.joined(db, desk, period), sample_queries.rates(db, closing.id)
        return shown | {"closing": closing, "rows": rows, "rates": rates, "seen": None}
    return shown | {"closing": None, "rows": [], "seen": _open(db, desk, code, today)}


def _open(db: Reading, desk: StaffDesk, code: str, today: date) -> Any:
    return desk_queries.report_desk(db, desk, periods.period(db, code), today=today)


HANDLERS = [reports, report, step, before_closing, close]
