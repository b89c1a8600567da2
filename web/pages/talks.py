"""The interview: both sides write here."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import access, talk_actions, talk_queries
from exchange.booths.codes import Speaker
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.journal import log
from exchange.kernel.db import Reading, Writing
from web.visit import Asked, Visit


@get("/interviews/{interview_id:uuid}")
async def talk(visit: Asked, interview_id: FromPath[UUID]) -> Response[bytes]:
    """The conversation as a page of its own (the recruiter has it beside the line)."""
    if visit.viewer is None:
        return visit.go(f"/sign-in?next=/interviews/{interview_id}")
    values = await visit.read(lambda db: _values(db, visit, interview_id))
    return await visit.page("booths/talk.html", **values)


@post("/interviews/{interview_id:uuid}/messages")
async def say(visit: Asked, interview_id: FromPath[UUID]) -> Response[bytes]:
    """Write a message."""
    form = await visit.form()

    def write(db: Writing) -> Speaker:
        seat = access.talk_seat(db, visit.viewer, interview_id)
        talk_actions.write_message(db, seat, form.get("text"), request_id=form.request_id, now=visit.now)
        return seat.speaker

    speaker = await visit.write(write)
    if visit.partial:
        return visit.regions("", status=200)
    back = f"/interviews/{interview_id}" if speaker is Speaker.SEEKER else "/desks"
    return visit.go(back)


def _values(db: Reading, visit: Visit, interview_id: UUID) -> dict[str, Any]:
    seat = access.talk_seat(db, visit.viewer, interview_id)
    seq = log.last_seq(db, seat.fair_id)
    found = talk_queries.talk(db, interview_id)
    fair = fairs.fair(db, seat.fair_id, now=visit.now)
    return {
        "seq": seq,
        "fair": fair,
        "centre": centres.centre(db, fair.host_id),
        "talk": found,
        "may_write": found.may_write(visit.now),
        "side": "seeker" if seat.speaker is Speaker.SEEKER else "employer",
    }


HANDLERS = [talk, say]
