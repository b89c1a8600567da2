"""Yearly plans of the viewer's centre: the list, the form of each with its history, and the table to fill in."""

from typing import Any
from urllib.parse import quote

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import lead_desk, staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.plans import queries
from exchange.plans.actions import PlanGiven, set_plan
from exchange.plans.queries import Plan
from exchange.tallies.catalogue import INDICATORS, indicator
from exchange.tallies.codes import LineReason
from exchange.tallies.indicator import Indicator
from web.figure_lists import turns, whole_number
from web.forms import Form
from web.tally_rows import plan_text
from web.visit import Asked, Visit

FIRST, LAST = 2000, 2100  # years
HEAD = (N_("Mã"), N_("Chỉ tiêu"), N_("Đơn vị tính"), N_("Kế hoạch"), N_("Văn bản"), N_("Lý do"))


class Row(msgspec.Struct, frozen=True):
    """An indicator with its plan, where it has one."""

    indicator: Indicator
    plan: Plan | None
    text: str


@get("/plans")
async def plans(visit: Asked) -> Response[bytes]:
    """The plans of a year; `year`: this one where nothing is said."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/plans")
    this = local_day(visit.now).year
    year = year_of(visit.query("year") or str(this))

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        rows = _rows(queries.plans(db, year, (desk.centre_id,)))
        return {"rows": rows, "leads": desk.leads}

    values = await visit.read(ask)
    return await visit.page("plans/list.html", staff_page=True, year=year, years=range(year - 2, year + 3), **values)


@get("/plans/{year:str}/table.csv")
async def table(visit: Asked, year: FromPath[str]) -> Response[bytes]:
    """The plans of a year as the table that is read again: filled in, it is sent back."""
    number = year_of(year)

    def ask(db: Reading) -> list[Row]:
        return _rows(queries.plans(db, number, (staff_desk(db, visit.viewer).centre_id,)))

    rows = [_cells(row) for row in await visit.read(ask) if row.plan or row.indicator.planned]
    headers = {
        "Content-Disposition": f'attachment; filename="ke-hoach-{number}.csv"',
        "Cache-Control": "private, no-store",
    }
    return Response(sheet([HEAD, *rows], separator=";").encode(), media_type="text/csv", headers=headers)


@get("/plans/{year:str}/{code:str}")
async def plan(visit: Asked, year: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """The plan of one indicator, with all that stood before it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/plans/{year}/{code}')}")
    return await _plan(visit, year_of(year), code)


@post("/plans/{year:str}/{code:str}")
async def change(visit: Asked, year: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """Set it, change it, or take it back by leaving the number out."""
    form, number, one = await visit.form(), year_of(year), indicator(code)
    await visit.read(lambda db: lead_desk(db, visit.viewer))
    after = turns(form)
    target = None if after and not form.get("target") else whole_number(form, "target", LineReason.NO_NUMBER.label)

    def keep(db: Writing) -> None:
        desk = lead_desk(db, visit.viewer)
        told = {name: form.get(name) for name in ("document", "because")}
        given = PlanGiven(one.code, number, target, inferred=form.ticked("inferred"), after=after, **told)
        set_plan(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        if not form.errors:
            await visit.write(keep)
            return visit.go(f"/plans?year={number}", str(visit.render.text(N_("Đã ghi kế hoạch."))))
    except Refused as no:
        form.refuse(no)
    except Conflict as no:
        form.wrong("target", visit.render.label(no.reason))
        return await _plan(visit, number, code, form, 409)
    return await _plan(visit, number, code, form, 422)


async def _plan(visit: Visit, year: int, code: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    one = indicator(code)

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        return {"leads": desk.leads, "history": queries.history(db, desk.centre_id, year, code)}

    values = await visit.read(ask)
    last = values["history"][-1] if values["history"] else None
    known = {"target": plan_text(last.target, one) if last.target else "", "document": last.document} if last else {}
    shown = form or Form.of(known | ({"inferred": "yes"} if last and last.inferred else {}))
    texts = {plan.id: plan_text(plan.target, one) for plan in values["history"]}
    return await visit.page(
        "plans/plan.html", status=status, staff_page=True, year=year, one=one, form=shown, last=last, texts=texts,
        **values,
    )  # fmt: skip


def year_of(text: str) -> int:
    """A year that plans may be made for. Raises NotFound."""
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0
    if not FIRST <= year <= LAST:
        raise NotFound
    return year


def _rows(standing: list[Plan]) -> list[Row]:
    plans = {one.indicator: one for one in standing}
    return [
        Row(one, plan := plans.get(one.code), plan_text(plan.target, one) if plan else "–") for one in INDICATORS
    ]  # fmt: skip


def _cells(row: Row) -> tuple[object, ...]:
    target = row.plan.target if row.plan else None
    document = row.plan.document if row.plan else ""
    one = row.indicator
    return one.code, one.label, one.unit.label, "" if target is None else target, document, ""


HANDLERS = [plans, table, plan, change]
