"""Declared figures from a table: looked through line by line, then taken."""

from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import staff_desk
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.tallies import declared_lists as lists
from exchange.tallies.sheets import Line
from web.figure_lists import lines_sent
from web.forms import Form
from web.tally_rows import text_of
from web.visit import Asked, Visit


@get("/declared/{period:str}/list")
async def paper(visit: Asked, period: FromPath[str]) -> Response[bytes]:
    """Where a table is typed, pasted or sent as a file."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/declared/{period}/list')}")
    return await _paper(visit, period, Form.of({}), [])


@post("/declared/{period:str}/list")
async def look_or_take(visit: Asked, period: FromPath[str]) -> Response[bytes]:
    """Look a table through; the button at its end takes it."""
    form = await visit.form()
    await visit.read(lambda db: (staff_desk(db, visit.viewer), periods.period(db, period)))
    lines = await lines_sent(visit, form)
    if form.errors or form.get("step") != "take":
        return await _paper(visit, period, form, lines, 422 if form.errors else 200)
    key = form.request_id or new_id()

    def keep(db: Writing) -> int:
        desk = staff_desk(db, visit.viewer)
        return lists.take(db, desk, periods.period(db, period), lines, client_key=key, now=visit.now)

    try:
        taken = await visit.write(keep)
        return visit.go(f"/declared/{period}", str(visit.render.text(N_("Đã ghi %(n)s số liệu."), n=taken)))
    except Refused as no:
        form.refuse(no)
    except Conflict as no:
        form.wrong("lines", visit.render.label(no.reason))
    return await _paper(visit, period, form, lines, 422)


async def _paper(visit: Visit, code: str, form: Form, lines: list[Line], status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
        return {"period": period, "looked": lists.look_through(db, desk, period, lines)}

    values = await visit.read(ask)
    return await visit.page(
        "declared_figures/paper.html", status=status, staff_page=True, form=form, text_of=text_of, **values
    )


HANDLERS = [paper, look_or_take]
