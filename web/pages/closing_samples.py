"""Samples of a closed figure: drawn at random, looked up with the people, counted."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import staff_desk
from exchange.closings import closed, sample_actions, sample_queries
from exchange.closings.codes import Recalled
from exchange.closings.opening import shown
from exchange.closings.sample_actions import DrawGiven, RecallGiven
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.tallies.access import tally_desk
from exchange.tallies.catalogue import indicator
from web import recording
from web.forms import Form
from web.visit import Asked, Visit


@get("/closings/{period_code:str}/{figure_code:str}/samples")
async def samples(visit: Asked, period_code: FromPath[str], figure_code: FromPath[str]) -> Response[bytes]:
    """The samples of a figure, and how each came out."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/{figure_code}/samples")
    return await _samples(visit, period_code, figure_code)


@post("/closings/{period_code:str}/{figure_code:str}/samples")
async def draw(visit: Asked, period_code: FromPath[str], figure_code: FromPath[str]) -> Response[bytes]:
    """Draw a sample."""
    form = await visit.form()
    given = DrawGiven(figure_code, _number(form, "after"), form.get("because"))

    def change(db: Writing) -> UUID:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, period_code)
        return sample_actions.draw_sample(db, desk, period, given, request_id=form.request_id, now=visit.now)

    try:
        own = await visit.write(change)
    except Refused as no:
        form.refuse(no)
        return await _samples(visit, period_code, figure_code, form, 422)
    return visit.go(f"/closings/{period_code}/{figure_code}/samples/{own}")


@get("/closings/{period_code:str}/{figure_code:str}/samples/{sample_id:uuid}")
async def sample(
    visit: Asked, period_code: FromPath[str], figure_code: FromPath[str], sample_id: FromPath[UUID]
) -> Response[bytes]:
    """The records of a sample, each with what was said of it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/{figure_code}/samples/{sample_id}")
    return await _sample(visit, period_code, figure_code, sample_id)


@post("/closings/{period_code:str}/{figure_code:str}/samples/{sample_id:uuid}")
async def recall(
    visit: Asked, period_code: FromPath[str], figure_code: FromPath[str], sample_id: FromPath[UUID]
) -> Response[bytes]:
    """Write down what was said of a record."""
    form = await visit.form()
    place, found = _number(form, "place"), form.get("found")
    if found in set(Recalled):
        given = RecallGiven(place, Recalled(found), form.get("note"), _number(form, "after"))

        def change(db: Writing) -> None:
            desk = staff_desk(db, visit.viewer)
            sample_actions.recall(db, desk, sample_id, given, request_id=form.request_id, now=visit.now)

        try:
            await visit.write(change)
            return visit.go(f"/closings/{period_code}/{figure_code}/samples/{sample_id}#place-{place}")
        except Refused as no:
            form.refuse(no, names={"note": f"note_{place}"})
    else:
        form.wrong(f"found_{place}", str(visit.render.text(N_("Anh/chị chọn một mục trong danh sách."))))
    return await _sample(visit, period_code, figure_code, sample_id, form, 422)


def _number(form: Form, name: str) -> int:
    typed = form.get(name)
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 0


async def _samples(
    visit: Visit, code: str, figure: str, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
        one, closing = indicator(figure), closed.closing_of(db, desk.centre_id, period.id)
        if one.opens is None:
            raise NotFound
        kept = closed.figure(db, closing.id, figure) if closing else None
        found = sample_queries.samples(db, kept.id) if kept else []
        rows = [(row, sample_queries.errors(sample_queries.drawn(db, row.id))) for row in found]
        return {"period": period, "indicator": one, "closing": closing, "kept": kept, "rows": rows}

    values = await visit.read(ask)
    return await visit.page("closings/samples.html", status=status, staff_page=True, form=form, **values)


async def _sample(
    visit: Visit, code: str, figure: str, sample_id: UUID, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    def ask(db: Writing) -> dict[str, Any]:
        desk, period = tally_desk(db, visit.viewer), periods.period(db, code)
        view, kind = sample_queries.sample(db, desk.centre_id, sample_id), indicator(figure).opens
        if view.indicator != figure or view.period_id != period.id or kind is None:
            raise NotFound
        drawn = sample_queries.drawn(db, sample_id)
        facts = {"period": code, "figure": figure}
        told = shown(db, desk, kind, [one.record_id for one in drawn], facts, now=visit.now)
        rows = [(one, told[one.record_id].href, recording.cells(visit.render, told[one.record_id])) for one in drawn]
        errors = sample_queries.errors(drawn)
        return {"period": period, "view": view, "rows": rows, "errors": errors, "indicator": indicator(figure)}

    values = await visit.write(ask)
    answers, names = list(Recalled), recording.names(visit.render, values["indicator"].opens)
    return await visit.page(
        "closings/sample.html", status=status, staff_page=True, form=form, answers=answers, names=names, **values
    )


HANDLERS = [samples, draw, sample, recall]
