"""A booth's page, and taking a ticket there."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import access, actions, queries, ticket_queries
from exchange.booths.codes import BoothReason
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.fairs.codes import Audience, FairPhase
from exchange.journal import log
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.seekers import queries as seekers
from exchange.seekers.questions import why_not_consent
from web.frame import Notice
from web.visit import Asked, Visit


class Joining(msgspec.Struct, frozen=True):
    """Whether and how one takes a number here."""

    reason: str | None
    ticket_path: str | None
    signed_in: bool
    to_agree: str | None  # what is missing of the consents; a stranger is asked when registering


@get("/booths/{booth_id:uuid}")
async def booth(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """The booth: its vacancies, its board, and where one takes a number."""
    return await visit.shared_page("booths/booth.html", lambda db: _values(db, visit, booth_id))


@post("/booths/{booth_id:uuid}/tickets")
async def join(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """Take a ticket. Who is not registered yet answers six questions first and comes back here."""
    form = await visit.form()
    identity = visit.identity
    if identity is None or identity.seeker_id is None:
        return visit.go(f"/register?booth={booth_id}")

    def take(db: Writing) -> UUID:
        seat = access.own_seat(db, visit.viewer, booth_id)
        return actions.take_number(db, seat, request_id=form.request_id, now=visit.now)

    try:
        return visit.go(f"/tickets/{await visit.write(take)}")
    except Refused as no:
        values = await visit.read(lambda db: _values(db, visit, booth_id))
        return await visit.page(
            "booths/booth.html", status=422, notice=Notice("error", visit.render.label(no.reason)), **values
        )


def _values(db: Reading, visit: Visit, booth_id: UUID) -> dict[str, Any]:
    booth = queries.head(db, booth_id)
    seq = log.last_seq(db, booth.fair_id)
    fair = fairs.fair(db, booth.fair_id, now=visit.now)
    seeker_id = seekers.seeker_of_account(db, visit.viewer.account_id) if visit.viewer else None
    ticket = ticket_queries.open_ticket_at(db, seeker_id, booth_id) if seeker_id else None
    return {
        "seq": seq,
        "fair": fair,
        "centre": centres.centre(db, fair.host_id),
        "booth": booth,
        "board": queries.board(db, booth_id, now=visit.now),
        "vacancies": queries.shown_at(db, [booth_id], now=visit.now)[booth_id],
        "announcements": fairs.notices(db, booth.fair_id, frozenset({Audience.EVERYONE, Audience.SEEKERS})),
        "joining": Joining(
            None if fair.phase is FairPhase.LIVE else BoothReason.FAIR_NOT_LIVE.label,
            f"/tickets/{ticket}" if ticket else None,
            seeker_id is not None,
            reason.label if seeker_id and (reason := why_not_consent(seekers.gave(db, seeker_id))) else None,
        ),
    }


HANDLERS = [booth, join]
