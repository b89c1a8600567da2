"""A ticket's page: the number, what happens next, and the answers to a call."""

from typing import Any
from uuid import UUID

import segno
from litestar import Response, get, post
from litestar.params import FromPath
from markupsafe import Markup

from exchange.booths import access, actions, call_actions, queries, ticket_queries
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.fairs.codes import Audience
from exchange.journal import log
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import as_typed
from exchange.kernel.texts import N_
from exchange.referrals import queries as referral_queries
from exchange.seekers import queries as seekers
from exchange.seekers.access import own_file
from web.visit import Asked, Visit

_REFRESH = 15  # seconds: how often the page of a phone without JavaScript loads itself again


@get("/tickets/{ticket_id:uuid}")
async def ticket(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """The holder's page. Whoever opens it on another device signs in there first."""
    if visit.viewer is None:
        return visit.go(f"/sign-in?next=/tickets/{ticket_id}")
    values = await visit.read(lambda db: _values(db, visit, ticket_id))
    return await visit.page("booths/ticket.html", **values)


@get("/t/{code:str}")
async def by_code(visit: Asked, code: FromPath[str]) -> Response[bytes]:
    """The short address under the QR code."""
    found = await visit.read(lambda db: ticket_queries.ticket_by_code(db, as_typed(code)))
    if found is None:
        raise NotFound
    return visit.go(f"/tickets/{found}")


@get("/me")
async def mine(visit: Asked) -> Response[bytes]:
    """All tickets of the person signed in."""
    identity = visit.identity
    if identity is None or identity.seeker_id is None:
        return visit.go("/sign-in?next=/me")
    values = await visit.read(lambda db: _mine(db, visit, identity.seeker_id))  # type: ignore[arg-type]
    return await visit.page("seekers/me.html", **values)


@post("/tickets/{ticket_id:uuid}/acceptance")
async def accept(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """Come in."""
    form = await visit.form()

    def come(db: Writing) -> UUID:
        seat = access.own_ticket(db, visit.viewer, ticket_id)
        return call_actions.accept(db, seat, request_id=form.request_id, now=visit.now)

    return visit.go(f"/interviews/{await visit.write(come)}")


@post("/tickets/{ticket_id:uuid}/step-back")
async def step_back(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """Ask to be called two later."""
    form = await visit.form()

    def later(db: Writing) -> None:
        seat = access.own_ticket(db, visit.viewer, ticket_id)
        call_actions.step_back(db, seat, request_id=form.request_id, now=visit.now)

    await visit.write(later)
    return visit.go(f"/tickets/{ticket_id}", visit.render.text(N_("Đã lùi lại hai số. Anh/chị vẫn giữ số của mình.")))


@post("/tickets/{ticket_id:uuid}/departure")
async def leave(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """Give the number back."""
    form = await visit.form()

    def go(db: Writing) -> None:
        seat = access.own_ticket(db, visit.viewer, ticket_id)
        actions.leave_queue(db, seat, request_id=form.request_id, now=visit.now)

    await visit.write(go)
    return visit.go(f"/tickets/{ticket_id}", visit.render.text(N_("Anh/chị đã rời hàng chờ.")))


@get("/tickets/{ticket_id:uuid}/talk")
async def talk(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """The ticket's conversation."""

    def find(db: Reading) -> UUID | None:
        access.own_ticket(db, visit.viewer, ticket_id)
        return ticket_queries.my_ticket(db, ticket_id, now=visit.now).interview_id

    found = await visit.read(find)
    return visit.go(f"/interviews/{found}" if found else f"/tickets/{ticket_id}")


def _values(db: Reading, visit: Visit, ticket_id: UUID) -> dict[str, Any]:
    seat = access.own_ticket(db, visit.viewer, ticket_id)
    seq = log.last_seq(db, seat.fair_id)
    found = ticket_queries.my_ticket(db, ticket_id, now=visit.now)
    fair = fairs.fair(db, seat.fair_id, now=visit.now)
    address = f"{visit.settings.public_url}/t/{found.code}"
    return {
        "seq": seq,
        "fair": fair,
        "centre": centres.centre(db, fair.host_id),
        "ticket": found,
        "board": queries.board(db, seat.booth_id, now=visit.now),
        "announcements": fairs.notices(db, seat.fair_id, frozenset({Audience.EVERYONE, Audience.SEEKERS})),
        "qr": Markup(segno.make(address, error="m").svg_inline(scale=4, omitsize=True, border=4)),  # noqa: S704
        "refresh": _REFRESH,
        "worker_path": "/ticket-worker.js",
    }


def _mine(db: Reading, visit: Visit, seeker_id: UUID) -> dict[str, Any]:
    tickets = ticket_queries.my_tickets(db, seeker_id, now=visit.now)
    fair_id = tickets[0].fair_id if tickets else None
    return {
        "seq": log.last_seq(db, fair_id) if fair_id else 0,
        "live_fair": fair_id,
        "tickets": tickets,
        "slips": referral_queries.own_slips(db, own_file(db, visit.viewer), today=local_day(visit.now)),
        "file": seekers.seeker_file(db, seeker_id),
        "consents": seekers.consents(db, seeker_id),
        "announcements": fairs.notices(db, fair_id, frozenset({Audience.EVERYONE, Audience.SEEKERS}))
        if fair_id
        else [],
    }


HANDLERS = [ticket, by_code, mine, accept, step_back, leave, talk]
