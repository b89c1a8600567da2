"""Results that have to be told to the national system within twenty working days."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.feeds import duty_queries
from exchange.feeds.telling_actions import TellingGiven, tell_by_hand
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.texts import N_
from exchange.reference.holidays import working_days
from web.forms import Form
from web.visit import Asked, Visit

_TOLD_SHOWN = 30


@get("/work/results")
async def results_due(visit: Asked) -> Response[bytes]:
    """What is due, when, and what was told lately."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/work/results")
    return await _list(visit, Form.of({}))


async def _list(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    desk = await visit.read(lambda db: staff_desk(db, visit.viewer))
    await visit.house.feeds.fresh(desk.centre_id)
    today = local_day(visit.now)

    def ask(db: Reading) -> dict[str, Any]:
        every = duty_queries.duties(db, desk, working_days(today))
        told = [one for one in every if one.told]
        return {
            "due": [one for one in every if one.due_on],
            "told": sorted(told, key=lambda one: one.told.on_day, reverse=True)[:_TOLD_SHOWN],  # type: ignore[union-attr]
            "counts": duty_queries.counts(every, today),
            "centre": centres.centre(db, desk.centre_id),
        }

    values = await visit.read(ask, scan=True)
    return await visit.page(
        "feeds/results_due.html", status=status, staff_page=True, form=form, today=today, desk=desk, **values
    )


@post("/work/results/{result_id:uuid}")
async def mark_told(visit: Asked, result_id: FromPath[UUID]) -> Response[bytes]:
    """A result was sent by hand."""
    form = await visit.form()
    await visit.read(lambda db: staff_desk(db, visit.viewer))
    seq = form.get("seq")
    known = int(seq) if seq.isascii() and seq.isdecimal() and len(seq) < 10 else 0
    given = TellingGiven(seq=known, on_day=form.day("on_day"), how=form.get("how"))

    def tell(db: Writing) -> None:
        desk, calendar = staff_desk(db, visit.viewer), working_days(local_day(visit.now))
        tell_by_hand(db, desk, result_id, given, calendar=calendar, now=visit.now)

    try:
        if not form.errors:
            await visit.write(tell)
            return visit.go("/work/results", str(visit.render.text(N_("Đã ghi là đã gửi."))))
    except Conflict as no:
        return visit.go("/work/results", visit.render.label(no.reason), kind="warn")
    except Refused as no:
        form.refuse(no)
    form.values["result"] = str(result_id)
    return await _list(visit, form, 422)


HANDLERS = [results_due, mark_told]
