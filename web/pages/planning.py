"""Planning a fair: its name and times, last time's as a pattern, who takes part, the programme."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import plan_actions
from exchange.centres import queries as centres
from exchange.centres.access import lead_desk
from exchange.fairs import access, actions, plan_queries
from exchange.fairs import queries as fairs
from exchange.fairs.actions import FairGiven
from exchange.fairs.codes import FairKind, FairReason
from exchange.journal.log import By
from exchange.kernel.clock import VIETNAM
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from web.forms import Form
from web.visit import Asked, Visit

_TIMES = ("registers_from", "opens_at", "closes_at", "results_until")


@get("/fairs/new")
async def new(visit: Asked) -> Response[bytes]:
    """An empty form, with times as most fairs have them."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/fairs/new")
    return await _new(visit, Form.of({"tickets_allowed": 3, "kind": FairKind.ONLINE.value} | _usual_times(visit.now)))


@post("/fairs")
async def plan(visit: Asked) -> Response[bytes]:
    """A new fair."""
    form = await visit.form()
    await visit.read(lambda db: lead_desk(db, visit.viewer))
    times = _times_typed(form)
    given = _given(form, times, plan_queries.plan_faults(times, now=visit.now))
    if given is None:
        return await _new(visit, form, 422)

    def make(db: Writing) -> UUID:
        desk = lead_desk(db, visit.viewer)
        by = By(desk.account_id, None, form.request_id)
        return actions.plan_fair(db, desk, given, by=by, now=visit.now)

    try:
        fair_id = await visit.write(make)
    except Refused as no:
        form.refuse(no)
        return await _new(visit, form, 422)
    return visit.go(
        f"/fairs/{fair_id}/edit", visit.render.text(N_("Đã lập phiên. Anh/chị thêm điểm cầu và chương trình."))
    )


@get("/fairs/{fair_id:uuid}/edit")
async def edit(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The plan of a fair."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/edit")
    return await draw_plan(visit, fair_id)


@post("/fairs/{fair_id:uuid}/edit")
async def change(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """New name or times."""
    form = await visit.form()
    times = _times_typed(form)

    def wrong(db: Reading) -> list[tuple[str, FairReason]]:
        desk = access.planning_desk(db, visit.viewer, fair_id)
        return plan_queries.change_faults(db, desk, times, now=visit.now)

    given = _given(form, times, await visit.read(wrong))
    if given is None:
        return await draw_plan(visit, fair_id, form=form, status=422)

    def write(db: Writing) -> None:
        desk = access.planning_desk(db, visit.viewer, fair_id)
        actions.change_fair(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(write)
    except Refused as no:
        form.refuse(no)
        return await draw_plan(visit, fair_id, form=form, status=422)
    return visit.go(f"/fairs/{fair_id}/edit", visit.render.text(N_("Đã lưu. Các trang đang mở sẽ tự đổi.")))


@get("/fairs/{fair_id:uuid}/clone")
async def pattern(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """A new fair after the pattern of this one: when?"""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/clone")
    return await _pattern(visit, fair_id)


@post("/fairs/{fair_id:uuid}/clone")
async def clone(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Make it: sites, programme, booths and what they still offer."""
    form = await visit.form()
    await visit.read(lambda db: access.planning_desk(db, visit.viewer, fair_id))
    opens_at, name = form.moment("opens_at"), form.get("name")
    if not 5 <= len(name) <= 200:
        form.wrong("name", visit.render.text(N_("Tên phiên dài từ 5 đến 200 ký tự.")))
    if opens_at is None or form.errors:
        return await _pattern(visit, fair_id, form, 422)

    def make(db: Writing) -> UUID:
        desk = lead_desk(db, visit.viewer)
        by = By(desk.account_id, None, form.request_id)
        return plan_actions.clone_with_booths(db, desk, fair_id, opens_at, name=name, by=by, now=visit.now)

    try:
        made = await visit.write(make)
    except Refused as no:
        form.refuse(Refused(no.reason, "opens_at"))
        return await _pattern(visit, fair_id, form, 422)
    return visit.go(
        f"/fairs/{made}/edit", visit.render.text(N_("Đã lập phiên mới như phiên trước. Anh/chị xem lại từng mục."))
    )


async def _new(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    desk = await visit.read(lambda db: lead_desk(db, visit.viewer))
    centre = await visit.read(lambda db: centres.centre(db, desk.centre_id))
    return await visit.page(
        "planning/new.html", status=status, staff_page=True, form=form, kinds=_kinds(visit), centre=centre
    )


async def draw_plan(
    visit: Visit,
    fair_id: UUID,
    *,
    form: Form | None = None,
    site: Form | None = None,
    line: Form | None = None,
    status: int = 200,
) -> Response[bytes]:
    """The plan's page; of its three forms the refused one comes back as it was typed."""
    values = await visit.read(lambda db: _plan_values(db, visit, fair_id))
    filled = form or _form_of(values["entered"])
    wrong = next((one for one in (form, site, line) if one and one.errors), None)
    values |= {"opens_typed": typed(values["entered"].opens_at)}
    values |= {"form": filled, "site_form": site, "line_form": line, "wrong": wrong}
    return await visit.page("planning/edit.html", status=status, staff_page=True, **values)


def _plan_values(db: Reading, visit: Visit, fair_id: UUID) -> dict[str, Any]:
    desk = access.planning_desk(db, visit.viewer, fair_id)
    return {
        "desk": desk,
        "fair": fairs.fair(db, fair_id, now=visit.now),
        "entered": plan_queries.entered(db, desk),
        "kinds": _kinds(visit),
        "sites": fairs.sites(db, fair_id),
        "others": [(centre.id, f"{centre.province} – {centre.name}") for centre in plan_queries.could_join(db, desk)],
        "programme": fairs.programme(db, fair_id),
        "centre": centres.centre(db, desk.centre_id),
    }


async def _pattern(visit: Visit, fair_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = access.planning_desk(db, visit.viewer, fair_id)
        return {"fair": fairs.fair(db, fair_id, now=visit.now), "centre": centres.centre(db, desk.centre_id)}

    values = await visit.read(ask)
    old = values["fair"]
    next_time = max(old.times.opens_at, visit.now) + timedelta(days=7)
    at = next_time.astimezone(VIETNAM).replace(**_clock(old.times.opens_at))
    filled = form or Form.of({"name": old.name, "opens_at": typed(at)})
    return await visit.page("planning/clone.html", status=status, staff_page=True, form=filled, **values)


def _kinds(visit: Visit) -> list[tuple[str, str]]:
    return [(kind.value, visit.render.label(kind)) for kind in FairKind]


def _times_typed(form: Form) -> dict[str, Any]:
    return {name: form.moment(name) for name in _TIMES}


def _given(form: Form, times: dict[str, Any], faults: list[tuple[str, FairReason]]) -> FairGiven | None:
    """What was typed, or None when something is wrong: the times are judged although another field cannot be read."""
    given = form.read(FairGiven, **times)
    for name, reason in faults:
        form.wrong(name, reason.label)
    return None if form.errors else given


def _form_of(entered: plan_queries.Entered) -> Form:
    same = {name: getattr(entered, name) for name in ("name", "summary", "tickets_allowed")}
    return Form.of(same | {"kind": entered.kind.value} | {name: typed(getattr(entered, name)) for name in _TIMES})


def id_typed(form: Form, name: str) -> UUID | None:
    """The id in a field; None when there is none."""
    try:
        return UUID(form.get(name))
    except ValueError:
        return None


def typed(at: datetime) -> str:
    """A moment as the form's field holds it: the clock in Viet Nam."""
    return at.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")


def _clock(at: datetime) -> dict[str, Any]:
    there = at.astimezone(VIETNAM)
    return {"hour": there.hour, "minute": there.minute, "second": 0, "microsecond": 0}


def _usual_times(now: datetime) -> dict[str, str]:
    """A morning in two weeks; people register from now on, results come within a week."""
    day = (now + timedelta(days=14)).astimezone(VIETNAM).replace(minute=0, second=0, microsecond=0)
    times = {
        "registers_from": now,
        "opens_at": day.replace(hour=8),
        "closes_at": day.replace(hour=11, minute=30),
        "results_until": day.replace(hour=17) + timedelta(days=7),
    }
    return {name: typed(at) for name, at in times.items()}


HANDLERS = [new, plan, edit, change, pattern, clone]
