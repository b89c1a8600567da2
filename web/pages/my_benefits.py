"""A person's own benefit: how it stands, when to declare next, and declaring."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.benefits import course_queries, declaration_actions, queries, search_queries
from exchange.benefits.access import own_claim
from exchange.benefits.codes import DeclaredState, DueState
from exchange.benefits.queries import Standing
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.reference.holidays import working_days
from exchange.seekers.access import own_file
from web.declaring import read_declaration, told
from web.forms import Form
from web.visit import Asked, Visit

_ASKED = (DueState.DUE, DueState.LATE)


@get("/me/benefits")
async def mine(visit: Asked) -> Response[bytes]:
    """My claims, the newest first; the open one with its form."""
    if visit.viewer is None:
        return visit.go("/sign-in?next=/me/benefits")
    return await _page(visit)


@post("/me/benefits/{claim_id:uuid}/declaration")
async def declare(visit: Asked, claim_id: FromPath[UUID]) -> Response[bytes]:
    """Declare a month online."""
    form = await visit.form()
    await visit.read(lambda db: own_claim(db, visit.viewer, claim_id))
    given = read_declaration(form, by_staff=False)
    calendar = working_days(local_day(visit.now))

    def write(db: Writing) -> None:
        seat = own_claim(db, visit.viewer, claim_id)
        assert given is not None  # noqa: S101 - asked for only then
        declaration_actions.declare(db, seat, given, calendar, request_id=form.request_id, now=visit.now)

    try:
        if given is not None:
            await visit.write(write)
            return visit.go("/me/benefits", visit.render.text(N_("Trung tâm đã nhận thông báo của anh/chị.")))
    except Refused as no:
        form.refuse(no)
    return await _page(visit, form, 422)


async def _page(visit: Visit, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit))
    form = form or Form.of(values.pop("filled"))
    values.pop("filled", None)
    states = [(one.value, visit.render.label(one)) for one in DeclaredState]
    return await visit.page("benefits/mine.html", status=status, form=form, states=states, **values)


def _values(db: Reading, visit: Visit) -> dict[str, Any]:
    file, today = own_file(db, visit.viewer), local_day(visit.now)
    every = queries.claims_of(db, file, working_days(today), today=today)
    it = every[0] if every else None
    if it is None:
        return {"it": None, "earlier": [], "months": [], "month_options": [], "steps": [], "filled": {}}
    steps = course_queries.course(db, own_claim(db, visit.viewer, it.claim.id))
    months = [due for due in it.dues if due.state in _ASKED] if it.due or it.late else []
    return {
        "it": it,
        "earlier": every[1:],
        "months": months,
        "month_options": [(due.month, due.month) for due in months],
        "steps": [step for step in steps if step.kind == "declared" and not step.gone],
        "filled": _filled(db, visit, it, file.seeker_id) if months else {},
    }


def _filled(db: Reading, visit: Visit, it: Standing, seeker_id: UUID) -> dict[str, Any]:
    """The month that is open, else the oldest that is late; and what the person really did."""
    month = next((due.month for due in it.dues if due.state is DueState.DUE), it.late[0].month if it.late else "")
    said = it.claim.course.decision
    first: date = said.from_on if said and said.from_on else it.claim.received_on
    done = search_queries.contacts(db, seeker_id, search_queries.since(db, it.claim.id, first))
    return {"month": month, "contacts": told(visit, done)}


HANDLERS = [mine, declare]
