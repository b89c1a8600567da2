"""What became of an appointment that a consultation made."""

from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath

from exchange.counselling import access
from exchange.counselling.appointment_actions import SettledGiven, settle
from exchange.counselling.codes import Settled
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from web.pages.consultations import whole_page
from web.visit import Asked

_DONE = N_("Đã ghi kết quả lịch hẹn.")


@post("/consultations/{consultation_id:uuid}/appointment")
async def settled(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """Moved, done, missed or dropped; a press on a worklist goes back to it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/consultations/{consultation_id}")
    form = await visit.form()
    moved = form.get("settled") == Settled.MOVED
    given = form.read(SettledGiven, to_day=form.day("to_day") if moved else None)

    def keep(db: Writing, given: SettledGiven) -> None:
        desk = access.consultation_desk(db, visit.viewer, consultation_id)
        settle(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        if given is not None and not form.errors:
            await visit.write(lambda db: keep(db, given))
            return visit.go(_back(form.get("back"), consultation_id), visit.render.text(_DONE))
    except Refused as no:
        form.refuse(no)
    return await whole_page(visit, consultation_id, form, 422)


def _back(asked: str, consultation_id: UUID) -> str:
    """Only to a worklist, never out of the house."""
    on_list = asked == "/work" or asked.startswith("/work?")
    return asked if on_list else f"/consultations/{consultation_id}"


HANDLERS = [settled]
