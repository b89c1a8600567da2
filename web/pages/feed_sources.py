"""Feeds of other centres, for leads: adding one, what was read of it, what could not be taken, and looking again."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.feeds import desk_queries, source_actions
from exchange.feeds.access import conflict_desk, feeds_desk, source_desk
from exchange.feeds.source_actions import SourceGiven
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.reference import provinces
from web.forms import Form
from web.visit import Asked, Visit


@get("/feeds/sources/new")
async def new_source(visit: Asked) -> Response[bytes]:
    """The form of a feed that will be read."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/feeds/sources/new")
    return await _new(visit, Form.of({}))


@post("/feeds/sources")
async def add(visit: Asked) -> Response[bytes]:
    """Read a feed from now on."""
    form = await visit.form()
    await visit.read(lambda db: feeds_desk(db, visit.viewer))
    given = SourceGiven(**{name: form.get(name) for name in ("name", "address", "key", "secret")})

    def keep(db: Writing) -> UUID:
        told: Any = {"vault": visit.vault, "private": visit.settings.feed_private}
        desk = feeds_desk(db, visit.viewer)
        return source_actions.add_source(db, desk, given, request_id=form.request_id, now=visit.now, **told)

    try:
        own = await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await _new(visit, form, 422)
    visit.house.feeds.wake()
    return visit.go(f"/feeds/sources/{own}", str(visit.render.text(N_("Đã thêm nguồn. Hệ thống đang đọc."))))


async def _new(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    await visit.read(lambda db: feeds_desk(db, visit.viewer))
    return await visit.page("feeds/new_source.html", status=status, staff_page=True, form=form)


@get("/feeds/sources/{source_id:uuid}")
async def source(visit: Asked, source_id: FromPath[UUID]) -> Response[bytes]:
    """What was read of a feed, and what waits to be looked at; `page` of its vacancies."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/feeds/sources/{source_id}")
    return await _show(visit, source_id, Form.of({}))


async def _show(visit: Visit, source_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    typed = visit.query("page")
    number = int(typed) if typed.isascii() and typed.isdecimal() and 0 < len(typed) < 5 and int(typed) else 1

    def ask(db: Reading) -> dict[str, Any]:
        desk = source_desk(db, visit.viewer, source_id)
        return {
            "one": desk_queries.source(db, desk),
            "records": desk_queries.records(db, desk, page=number),
            "conflicts": desk_queries.conflicts(db, desk),
        }

    values = await visit.read(ask)
    values["pages"] = -(-values["one"].vacancies // desk_queries.PAGE)
    values["news"] = f"{visit.settings.public_url}/api/v1/feed/news/{source_id}"
    values["place"] = lambda codes: ", ".join(provinces.name_of(code, provinces.newest_day()) for code in codes)
    values["day"] = date.fromisoformat
    return await visit.page("feeds/source.html", status=status, staff_page=True, form=form, number=number, **values)


@post("/feeds/sources/{source_id:uuid}/keys")
async def give_keys(visit: Asked, source_id: FromPath[UUID]) -> Response[bytes]:
    """What the other centre gave us."""
    form = await visit.form()

    def give(db: Writing) -> None:
        desk = source_desk(db, visit.viewer, source_id)
        source_actions.give_keys(db, desk, form.get("key"), form.get("secret"), vault=visit.vault, now=visit.now)

    try:
        await visit.write(give)
    except Refused as no:
        form.refuse(no)
        return await _show(visit, source_id, form, 422)
    visit.house.feeds.wake()
    return visit.go(f"/feeds/sources/{source_id}", str(visit.render.text(N_("Đã ghi. Hệ thống đang đọc lại."))))


@post("/feeds/sources/{source_id:uuid}/pull")
async def pull(visit: Asked, source_id: FromPath[UUID]) -> Response[bytes]:
    """Read it now."""

    def look(db: Writing) -> None:
        source_actions.look_now(db, source_desk(db, visit.viewer, source_id).source_id, now=visit.now)

    await visit.write(look)
    visit.house.feeds.wake()
    said = visit.render.text(N_("Hệ thống đang đọc. Tải lại trang sau ít giây để xem."))
    return visit.go(f"/feeds/sources/{source_id}", str(said))


@post("/feeds/sources/{source_id:uuid}/end")
async def end(visit: Asked, source_id: FromPath[UUID]) -> Response[bytes]:
    """Read it no longer."""
    await visit.write(lambda db: source_actions.end_source(db, source_desk(db, visit.viewer, source_id), now=visit.now))
    return visit.go(f"/feeds/sources/{source_id}", str(visit.render.text(N_("Đã thôi đọc nguồn này."))))


@post("/feeds/conflicts/{conflict_id:uuid}")
async def settle(visit: Asked, conflict_id: FromPath[UUID]) -> Response[bytes]:
    """Say what was done with a record that was not taken."""
    form = await visit.form()
    desk = await visit.read(lambda db: conflict_desk(db, visit.viewer, conflict_id))

    def keep(db: Writing) -> None:
        source_actions.settle_conflict(db, desk, conflict_id, form.get("note"), now=visit.now)

    try:
        await visit.write(keep)
    except Refused as no:
        form.wrong(f"note-{conflict_id}", visit.render.label(no.reason))
        return await _show(visit, desk.source_id, form, 422)
    return visit.go(f"/feeds/sources/{desk.source_id}#conflicts", str(visit.render.text(N_("Đã ghi."))))


HANDLERS = [new_source, add, source, give_keys, pull, end, settle]
