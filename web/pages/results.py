"""A booth's outcomes, and correcting one: the first word stays to be read beside the new."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import access, queries, result_queries
from exchange.booths.codes import NotReason, OutcomeCode, ReferredTo
from exchange.booths.talk_actions import OutcomeGiven
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.placements import actions as placements
from web.forms import Form
from web.pages.desks import OUTCOME_NAMES
from web.visit import Asked, Visit


@get("/desks/{booth_id:uuid}/results")
async def results(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """What the interviews came to."""
    return await visit.page(
        "booths/results.html", staff_page=True, **await visit.read(lambda db: _list(db, visit, booth_id))
    )


@get("/desks/{booth_id:uuid}/results/{outcome_id:uuid}")
async def correction(visit: Asked, booth_id: FromPath[UUID], outcome_id: FromPath[UUID]) -> Response[bytes]:
    """The form, filled with the outcome as it stands."""
    return await _form(visit, booth_id, outcome_id)


@post("/desks/{booth_id:uuid}/results/{outcome_id:uuid}")
async def correct(visit: Asked, booth_id: FromPath[UUID], outcome_id: FromPath[UUID]) -> Response[bytes]:
    """Put another word beside the outcome, with its reason."""
    form = await visit.form()
    given = form.read(OutcomeGiven, again_on=form.day("again_on"), names=OUTCOME_NAMES)

    def record(db: Writing) -> None:
        desk, because = access.recruiter_desk(db, visit.viewer, booth_id), form.get("because")
        assert given is not None  # noqa: S101 - checked before the change is made
        placements.correct_outcome(db, desk, outcome_id, given, because, request_id=form.request_id, now=visit.now)

    if given is None or form.errors:
        return await _form(visit, booth_id, outcome_id, form, 422)
    try:
        await visit.write(record)
    except Refused as no:
        form.refuse(no, names=OUTCOME_NAMES)
        return await _form(visit, booth_id, outcome_id, form, 422)
    return visit.go(f"/desks/{booth_id}/results", visit.render.text(N_("Đã ghi kết quả sửa lại.")))


async def _form(
    visit: Visit, booth_id: UUID, outcome_id: UUID, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    values = await visit.read(lambda db: _one(db, visit, booth_id, outcome_id))
    filled = form or Form.of(values.pop("standing"))
    values.pop("standing", None)
    return await visit.page("booths/correction.html", status=status, form=filled, **values)


def _list(db: Reading, visit: Visit, booth_id: UUID) -> dict[str, Any]:
    access.recruiter_desk(db, visit.viewer, booth_id)
    return {"booth": queries.head(db, booth_id), "results": result_queries.results(db, booth_id)}


def _one(db: Reading, visit: Visit, booth_id: UUID, outcome_id: UUID) -> dict[str, Any]:
    found = _list(db, visit, booth_id)
    result = next((one for one in found["results"] if one.outcome_id == outcome_id), None)
    if result is None:
        raise NotFound
    day = result.again_on
    vacancies = queries.shown_at(db, [booth_id], now=visit.now)[booth_id]
    return {
        "result": result,
        "booth": found["booth"],
        "outcomes": [(code, visit.render.label(code)) for code in OutcomeCode],
        "vacancies": [(row.id, row.title) for row in vacancies],
        "reasons": [(code, visit.render.label(code)) for code in NotReason],
        "referred": [(code, visit.render.label(code)) for code in ReferredTo],
        "standing": {
            "outcome": result.code,
            "vacancy_id": result.vacancy_id,
            "reason": result.not_reason,
            "referred_to": result.referred_to,
            **({"again_on_day": day.day, "again_on_month": day.month, "again_on_year": day.year} if day else {}),
        },
    }


HANDLERS = [results, correction, correct]
