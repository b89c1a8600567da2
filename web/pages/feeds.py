"""Exchange with other systems, for leads: the centre's own feed, who reads it, whose feeds are read."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.feeds import desk_queries
from exchange.feeds.access import PartnerDesk, feeds_desk, partner_desk
from exchange.feeds.codes import PartnerKind
from exchange.feeds.partner_actions import Opened, PartnerGiven, add_partner, end_partner, try_again
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.texts import N_
from web.forms import Form
from web.visit import Asked, Visit


@get("/feeds")
async def overview(visit: Asked) -> Response[bytes]:
    """How far the own feed is, who reads it, and whose feeds are read."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/feeds")
    desk = await visit.read(lambda db: feeds_desk(db, visit.viewer))
    await visit.house.feeds.fresh(desk.centre_id)

    def ask(db: Reading) -> dict[str, Any]:
        return {
            "own": desk_queries.own_feed(db, desk.centre_id),
            "partners": desk_queries.partners(db, desk),
            "sources": desk_queries.sources(db, desk),
            "address": f"{visit.settings.public_url}/api/v1/feed?centre={desk.centre_id}",
        }

    return await visit.page("feeds/overview.html", staff_page=True, **await visit.read(ask))


@get("/feeds/partners/new")
async def new_partner(visit: Asked) -> Response[bytes]:
    """The form of somebody who will read the feed."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/feeds/partners/new")
    return await _new(visit, Form.of({"wants_vacancies": "yes"}))


@post("/feeds/partners")
async def open_to(visit: Asked) -> Response[bytes]:
    """Open the feed to somebody. The key and the secret are on the page that answers, and nowhere afterwards."""
    form = await visit.form()
    await visit.read(lambda db: feeds_desk(db, visit.viewer))
    kind = form.get("kind")
    given = PartnerGiven(
        name=form.get("name"),
        kind=PartnerKind(kind) if kind in set(PartnerKind) else None,
        wants_vacancies=form.ticked("wants_vacancies"),
        wants_results=form.ticked("wants_results"),
        address=form.get("address"),
    )
    private = visit.settings.feed_private

    def add(db: Writing) -> Opened:
        told: Any = {"vault": visit.vault, "private": private, "request_id": form.request_id, "now": visit.now}
        return add_partner(db, feeds_desk(db, visit.viewer), given, **told)

    try:
        opened = await visit.write(add)
    except Refused as no:
        form.refuse(no)
        return await _new(visit, form, 422)
    visit.house.feeds.wake()
    return await _show(visit, opened.partner_id, opened)


async def _new(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    await visit.read(lambda db: feeds_desk(db, visit.viewer))
    kinds = [(one.value, visit.render.label(one)) for one in PartnerKind]
    return await visit.page("feeds/new_partner.html", status=status, staff_page=True, form=form, kinds=kinds)


@get("/feeds/partners/{partner_id:uuid}")
async def partner(visit: Asked, partner_id: FromPath[UUID]) -> Response[bytes]:
    """How far news to somebody is."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/feeds/partners/{partner_id}")
    return await _show(visit, partner_id, None)


async def _show(visit: Visit, partner_id: UUID, opened: Opened | None) -> Response[bytes]:
    def ask(db: Reading) -> tuple[desk_queries.Partner, int]:
        desk = partner_desk(db, visit.viewer, partner_id)
        return desk_queries.partner(db, desk), desk_queries.own_feed(db, desk.centre_id).last

    one, last = await visit.read(ask)
    return await visit.page("feeds/partner.html", staff_page=True, one=one, last=last, opened=opened)


@post("/feeds/partners/{partner_id:uuid}/end")
async def close_to(visit: Asked, partner_id: FromPath[UUID]) -> Response[bytes]:
    """Revoke a key; no news is sent any more."""
    done = str(visit.render.text(N_("Đã thu hồi khóa.")))
    return await _act(visit, partner_id, lambda db, desk: end_partner(db, desk, now=visit.now), done)


@post("/feeds/partners/{partner_id:uuid}/retry")
async def retry(visit: Asked, partner_id: FromPath[UUID]) -> Response[bytes]:
    """Try again where sending was given up."""
    done = str(visit.render.text(N_("Đang gửi lại.")))
    return await _act(visit, partner_id, lambda db, desk: try_again(db, desk, now=visit.now), done)


async def _act(visit: Visit, partner_id: UUID, act: Any, done: str) -> Response[bytes]:
    def change(db: Writing) -> None:
        desk: PartnerDesk = partner_desk(db, visit.viewer, partner_id)
        act(db, desk)

    here = f"/feeds/partners/{partner_id}"
    try:
        await visit.write(change)
    except Conflict as no:
        return visit.go(here, visit.render.label(no.reason), kind="warn")
    visit.house.feeds.wake()
    return visit.go(here, done)


HANDLERS = [overview, new_partner, open_to, partner, close_to, retry]
