"""Who takes part in a fair, and the lines of its programme: the small forms of the plan's page."""

from collections.abc import Callable
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath

from exchange.booths import plan_actions
from exchange.fairs import access, actions
from exchange.fairs.access import PlanningDesk
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from web.forms import Form
from web.pages.planning import draw_plan, id_typed
from web.visit import Asked, Visit


@post("/fairs/{fair_id:uuid}/sites")
async def join(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Another centre takes part."""
    form = await visit.form()
    centre_id = id_typed(form, "centre_id")
    if centre_id is None:
        form.wrong("centre_id", visit.render.text(N_("Anh/chị chọn trung tâm.")))
        return await draw_plan(visit, fair_id, site=form, status=422)
    return await _change(visit, fair_id, form, lambda db, desk: actions.join_fair(db, desk, centre_id, now=visit.now))


@post("/fairs/{fair_id:uuid}/sites/{centre_id:uuid}/removal")
async def leave(visit: Asked, fair_id: FromPath[UUID], centre_id: FromPath[UUID]) -> Response[bytes]:
    """A centre takes part no longer."""
    form = await visit.form()
    return await _change(
        visit, fair_id, form, lambda db, desk: plan_actions.leave_fair(db, desk, centre_id, now=visit.now)
    )


@post("/fairs/{fair_id:uuid}/programme")
async def add_line(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """One more line of the programme."""
    form = await visit.form()
    starts_at, title = form.moment("starts_at"), form.get("title")
    if starts_at is None:
        return await draw_plan(visit, fair_id, line=form, status=422)

    def add(db: Writing, desk: PlanningDesk) -> None:
        actions.add_to_programme(db, desk, starts_at, title, request_id=form.request_id, now=visit.now)

    return await _change(visit, fair_id, form, add)


@post("/fairs/{fair_id:uuid}/programme/{line_id:uuid}/removal")
async def drop_line(visit: Asked, fair_id: FromPath[UUID], line_id: FromPath[UUID]) -> Response[bytes]:
    """Take a line out."""
    form = await visit.form()
    return await _change(
        visit, fair_id, form, lambda db, desk: actions.withdraw_from_programme(db, desk, line_id, now=visit.now)
    )


async def _change(
    visit: Visit, fair_id: UUID, form: Form, act: Callable[[Writing, PlanningDesk], None]
) -> Response[bytes]:
    """Do it and see the plan again; a refusal is said at the form it belongs to."""
    try:
        await visit.write(lambda db: act(db, access.planning_desk(db, visit.viewer, fair_id)))
    except Refused as no:
        form.refuse(no)
        if no.field in ("title", "starts_at"):
            return await draw_plan(visit, fair_id, line=form, status=422)
        return await draw_plan(visit, fair_id, site=form, status=422)
    return visit.go(f"/fairs/{fair_id}/edit", visit.render.text(N_("Đã lưu.")))


HANDLERS = [join, leave, add_line, drop_line]
