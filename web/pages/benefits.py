"""The benefit desk of a centre: what waits, finding a claim, taking one in."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post

from exchange.benefits import actions, queries
from exchange.benefits.actions import ClaimGiven, MovedInGiven
from exchange.benefits.codes import ClaimOrigin
from exchange.benefits.queries import Worklists
from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.reference import provinces
from exchange.reference.holidays import working_days
from exchange.seekers import queries as seekers
from exchange.seekers.access import own_desk
from web.dates import dong, needed_day
from web.forms import Form
from web.visit import Asked, Visit

_MOST = 100  # rows of a list on a page
_LISTS = {
    "to_appraise": N_("chờ thẩm định"),
    "to_decide": N_("chờ quyết định"),
    "due_today": N_("hạn thông báo hôm nay"),
    "due_week": N_("hạn trong 7 ngày tới"),
    "late": N_("quá hạn thông báo"),
    "silent": N_("ba tháng không thông báo"),
    "ending": N_("sắp hết thời hạn hưởng"),
    "ran_out": N_("hết hạn, chờ chấm dứt"),
}
_ORIGINS = (ClaimOrigin.HERE, ClaimOrigin.OTHER_PROVINCE, ClaimOrigin.MOVED_IN)


@get("/benefits")
async def worklists(visit: Asked) -> Response[bytes]:
    """What waits at the centre (`list`: which of it), or the claims that `q` means."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/benefits")
    typed = squeeze(visit.query("q"))[:120]
    values = await visit.read(lambda db: _lists(db, visit, typed))
    return await visit.page("benefits/list.html", staff_page=True, typed=typed, **values)


def _lists(db: Reading, visit: Visit, typed: str) -> dict[str, Any]:
    desk, today = staff_desk(db, visit.viewer), local_day(visit.now)
    calendar = working_days(today)
    waiting = queries.worklists(db, desk, calendar, today=today)
    chosen = visit.query("list") if visit.query("list") in _LISTS else _first(waiting)
    rows = queries.find(db, desk, typed, calendar, today=today) if typed else getattr(waiting, chosen)
    return {
        "centre": centres.centre(db, desk.centre_id),
        "counts": [(name, visit.render.text(words), len(getattr(waiting, name))) for name, words in _LISTS.items()],
        "chosen": chosen,
        "title": visit.render.text(_LISTS[chosen]),
        "rows": rows[:_MOST],
        "more": max(0, len(rows) - _MOST),
        "today": today,
    }


def _first(waiting: Worklists) -> str:
    """The first list with something on it."""
    return next((name for name in _LISTS if getattr(waiting, name)), "to_appraise")


@get("/benefits/new")
async def new(visit: Asked) -> Response[bytes]:
    """A new claim of a person (`seeker`)."""
    seeker_id = _uuid(visit.query("seeker"))
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/benefits/new?seeker={seeker_id}")
    today = local_day(visit.now)
    started = {"received_on_day": today.day, "received_on_month": today.month, "received_on_year": today.year}
    wanted = visit.query("origin") if visit.query("origin") in _ORIGINS else ClaimOrigin.HERE.value
    return await _new(visit, seeker_id, Form.of(started | {"origin": wanted}))


@post("/benefits")
async def receive(visit: Asked) -> Response[bytes]:
    """Take in a claim, or a benefit that moves in."""
    form = await visit.form()
    seeker_id = _uuid(form.get("seeker"))
    await visit.read(lambda db: own_desk(db, visit.viewer, seeker_id))
    given = _moved_in(form) if form.get("origin") == ClaimOrigin.MOVED_IN else _claim(form)
    if given is None:
        return await _new(visit, seeker_id, form, 422)

    def take(db: Writing) -> UUID:
        desk = own_desk(db, visit.viewer, seeker_id)
        if isinstance(given, MovedInGiven):
            return actions.move_in(db, desk, given, request_id=form.request_id, now=visit.now)
        return actions.receive(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        claim_id = await visit.write(take)
    except Refused as no:
        form.refuse(no)
        return await _new(visit, seeker_id, form, 422)
    return visit.go(f"/benefits/{claim_id}", visit.render.text(N_("Đã tiếp nhận hồ sơ.")))


def _claim(form: Form) -> ClaimGiven | None:
    needed_day(form, "received_on")
    needed_day(form, "contract_ended_on")
    if form.get("origin") not in _ORIGINS:
        form.wrong("origin", N_("Anh/chị chọn một mục."))
    elsewhere = form.get("other_province") if form.get("origin") == ClaimOrigin.OTHER_PROVINCE else None
    if elsewhere == "":
        form.wrong("other_province", N_("Anh/chị chọn tỉnh, thành phố."))
    if form.errors:
        return None
    days: dict[str, Any] = {name: form.day(name) for name in ("received_on", "contract_ended_on")}
    return form.read(ClaimGiven, other_province=elsewhere, **days)


def _moved_in(form: Form) -> MovedInGiven | None:
    days: dict[str, Any] = {name: needed_day(form, name) for name in _MOVED_DAYS}
    if not form.get("other_province"):
        form.wrong("other_province", N_("Anh/chị chọn tỉnh, thành phố."))
    monthly = dong(form, "monthly")
    for name in ("number", "months"):
        if not form.get(name):
            form.wrong(name, N_("Anh/chị chưa điền mục này."))
    return None if form.errors else form.read(MovedInGiven, monthly=monthly, **days)


_MOVED_DAYS = ("received_on", "contract_ended_on", "moved_on", "on_day", "from_on")


async def _new(visit: Visit, seeker_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    """The form, and the entry in the journal that says the file was opened."""

    def ask(db: Writing) -> dict[str, Any]:
        desk = own_desk(db, visit.viewer, seeker_id)
        actions.open_file(db, desk, now=visit.now)
        return {"file": seekers.seeker_file(db, desk.seeker_id), "centre": centres.centre(db, desk.centre_id)}

    values = await visit.write(ask)
    return await visit.page(
        "benefits/new.html",
        status=status,
        staff_page=True,
        form=form,
        origins=[(origin.value, visit.render.label(origin)) for origin in _ORIGINS],
        provinces=[(one.code, one.short_name) for one in provinces.as_of(local_day(visit.now))],
        moved=form.get("origin") == ClaimOrigin.MOVED_IN,
        **values,
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


HANDLERS = [worklists, new, receive]
