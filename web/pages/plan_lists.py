"""Yearly plans from a table: looked through line by line, then taken."""

from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import lead_desk
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.texts import N_
from exchange.plans import lists
from exchange.tallies.sheets import Line
from web.figure_lists import lines_sent
from web.forms import Form
from web.pages.plans import year_of
from web.visit import Asked, Visit


@get("/plans/{year:str}/list")
async def paper(visit: Asked, year: FromPath[str]) -> Response[bytes]:
    """Where a table is typed, pasted or sent as a file."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/plans/{year}/list')}")
    return await _paper(visit, year_of(year), Form.of({}), [])


@post("/plans/{year:str}/list")
async def look_or_take(visit: Asked, year: FromPath[str]) -> Response[bytes]:
    """Look a table through; the button at its end takes it."""
    form, number = await visit.form(), year_of(year)
    await visit.read(lambda db: lead_desk(db, visit.viewer))
    lines = await lines_sent(visit, form)
    if form.errors or form.get("step") != "take":
        return await _paper(visit, number, form, lines, 422 if form.errors else 200)

    def keep(db: Writing) -> int:
        desk = lead_desk(db, visit.viewer)
        return lists.take(db, desk, number, lines, request_id=form.request_id, now=visit.now)

    try:
        taken = await visit.write(keep)
        return visit.go(f"/plans?year={number}", str(visit.render.text(N_("Đã ghi %(n)s kế hoạch."), n=taken)))
    except Refused as no:
        form.refuse(no)
    except Conflict as no:
        form.wrong("lines", visit.render.label(no.reason))
    return await _paper(visit, number, form, lines, 422)


async def _paper(visit: Visit, year: int, form: Form, lines: list[Line], status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = lead_desk(db, visit.viewer)
        return {"looked": lists.look_through(db, desk, year, lines)}

    values = await visit.read(ask)
    return await visit.page("plans/paper.html", status=status, staff_page=True, form=form, year=year, **values)


HANDLERS = [paper, look_or_take]
