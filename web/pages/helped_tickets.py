"""A person's tickets in the hands of staff who help: take one, answer a call, relay words, print."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import segno
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import actions, call_actions, help_access, help_actions, queries, ticket_queries
from exchange.booths.access import TicketSeat
from exchange.centres import queries as centres
from exchange.fairs import access
from exchange.fairs import queries as fairs
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.seekers import queries as seekers
from exchange.seekers.codes import Channel
from web.pages.helping import card, card_path
from web.pages.planning import id_typed
from web.visit import Asked, Visit

_TICKETS = "/fairs/{fair_id:uuid}/people/{seeker_id:uuid}/tickets"


@post(_TICKETS)
async def take(visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Take a number for somebody."""
    form = await visit.form()
    booth_id = id_typed(form, "booth_id")
    if booth_id is None:
        form.wrong("booth_id", visit.render.text(N_("Anh/chị chọn gian hàng.")))
        return await card(visit, fair_id, seeker_id, form, 422)
    channel = Channel.COUNTER if form.get("channel") == Channel.COUNTER else Channel.PHONE

    def number(db: Writing) -> None:
        desk = access.fair_desk(db, visit.viewer, fair_id)
        who = access.person_desk(db, desk, seeker_id)
        help_actions.take_ticket_for(db, desk, who, booth_id, channel, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(number)
    except Refused as no:
        form.refuse(Refused(no.reason, no.field or "booth_id"))
        return await card(visit, fair_id, seeker_id, form, 422)
    return visit.go(
        card_path(fair_id, seeker_id), visit.render.text(N_("Đã lấy số. Anh/chị đọc số và mã cho người này."))
    )


@post(_TICKETS + "/{ticket_id:uuid}/acceptance")
async def accept(
    visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID], ticket_id: FromPath[UUID]
) -> Response[bytes]:
    """The person says on the telephone that they come."""
    form = await visit.form()

    def come(db: Writing, seat: TicketSeat) -> None:
        call_actions.accept(db, seat, request_id=form.request_id, now=visit.now)

    said = N_("Đã nhận lời. Anh/chị chuyển lời hai bên ở khung dưới đây, hoặc nối máy cho họ.")
    return await _for(visit, fair_id, seeker_id, ticket_id, come, said)


@post(_TICKETS + "/{ticket_id:uuid}/step-back")
async def step_back(
    visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID], ticket_id: FromPath[UUID]
) -> Response[bytes]:
    """The person asks to be called two later."""
    form = await visit.form()

    def later(db: Writing, seat: TicketSeat) -> None:
        call_actions.step_back(db, seat, request_id=form.request_id, now=visit.now)

    return await _for(visit, fair_id, seeker_id, ticket_id, later, N_("Đã lùi lại hai số."))


@post(_TICKETS + "/{ticket_id:uuid}/departure")
async def leave(
    visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID], ticket_id: FromPath[UUID]
) -> Response[bytes]:
    """The person gives the number back."""
    form = await visit.form()

    def go(db: Writing, seat: TicketSeat) -> None:
        actions.leave_queue(db, seat, request_id=form.request_id, now=visit.now)

    return await _for(visit, fair_id, seeker_id, ticket_id, go, N_("Đã rời hàng chờ."))


@post("/fairs/{fair_id:uuid}/people/{seeker_id:uuid}/interviews/{interview_id:uuid}/messages")
async def say(
    visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID], interview_id: FromPath[UUID]
) -> Response[bytes]:
    """Write in the interview what the person says."""
    form = await visit.form()

    def write(db: Writing) -> None:
        who = access.person_desk(db, access.fair_desk(db, visit.viewer, fair_id), seeker_id)
        seat = help_access.talk_for(db, who, interview_id)
        help_actions.say_for(db, seat, form.get("text"), request_id=form.request_id, now=visit.now)

    try:
        await visit.write(write)
    except Refused as no:
        form.refuse(no)
        return await card(visit, fair_id, seeker_id, form, 422)
    return visit.regions("") if visit.partial else visit.go(card_path(fair_id, seeker_id))


@get("/tickets/{ticket_id:uuid}/print")
async def paper(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """The ticket on paper, for a person without a telephone that shows it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/tickets/{ticket_id}/print")
    values = await visit.read(lambda db: _paper(db, visit, ticket_id))
    return await visit.page("floor/paper.html", staff_page=True, **values)


async def _for(
    visit: Visit,
    fair_id: UUID,
    seeker_id: UUID,
    ticket_id: UUID,
    act: Callable[[Writing, TicketSeat], None],
    said: str,
) -> Response[bytes]:
    """Do something with the ticket of somebody who is helped, then see the card again."""

    def change(db: Writing) -> None:
        desk = access.fair_desk(db, visit.viewer, fair_id)
        who = access.person_desk(db, desk, seeker_id)
        act(db, help_access.ticket_for(db, desk, who, ticket_id))

    await visit.write(change)
    return visit.go(card_path(fair_id, seeker_id), visit.render.text(said))


def _paper(db: Reading, visit: Visit, ticket_id: UUID) -> dict[str, Any]:
    seat = help_access.paper_for(db, visit.viewer, ticket_id)
    ticket = ticket_queries.my_ticket(db, ticket_id, now=visit.now)
    fair = fairs.fair(db, seat.fair_id, now=visit.now)
    address = f"{visit.settings.public_url}/t/{ticket.code}"
    return {
        "ticket": ticket,
        "fair": fair,
        "booth": queries.head(db, seat.booth_id),
        "name": seekers.seeker_file(db, seat.seeker_id).name,
        "centre": centres.centre(db, fair.host_id),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(scale=4, omitsize=True, border=4),
    }


HANDLERS = [take, accept, step_back, leave, say, paper]
