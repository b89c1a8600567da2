"""The recruiter's desk: sit down, call, write, give the outcome."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import access, call_actions, desk_queries, queries, talk_queries, ticket_queries
from exchange.booths.access import RecruiterDesk
from exchange.booths.codes import OutcomeCode
from exchange.booths.talk_actions import OutcomeGiven
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.fairs.codes import Audience, FairPhase
from exchange.journal import log
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.placements import actions as placements
from web.visit import Asked, Visit

OUTCOME_NAMES = {"code": "outcome", "not_reason": "reason"}  # what fields are called on the pages


class MyBooth(msgspec.Struct, frozen=True):
    """A booth at which the viewer may sit."""

    booth_id: UUID
    employer: str
    fair_name: str
    opens_at: datetime
    phase: FairPhase


@get("/desks")
async def desks(visit: Asked) -> Response[bytes]:
    """Booths where the viewer may sit; straight to the desk when there is one."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/desks")
    found = await visit.read(lambda db: _mine(db, visit))
    if len(found) == 1:
        return visit.go(f"/desks/{found[0].booth_id}")
    return await visit.page("booths/desks.html", booths=found)


@get("/desks/{booth_id:uuid}")
async def desk(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """The desk. Opening it when one has sat down is a sign of life."""
    values = await visit.read(lambda db: _values(db, visit, booth_id))
    return await visit.page("booths/desk.html", staff_page=True, **values)


@post("/booths/{booth_id:uuid}/calls")
async def call_next(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """Call the next in line."""
    form = await visit.form()

    def invite(db: Writing) -> None:
        seat = access.recruiter_desk(db, visit.viewer, booth_id)
        call_actions.call_next(db, seat, request_id=form.request_id, now=visit.now)

    await visit.write(invite)
    return await _side(visit, booth_id)


@get("/tickets/{ticket_id:uuid}/choice")
async def choice(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """Say why somebody is called out of turn."""
    return await visit.page("booths/choice.html", **await visit.read(lambda db: _choice(db, visit, ticket_id)))


@post("/tickets/{ticket_id:uuid}/call")
async def call_chosen(visit: Asked, ticket_id: FromPath[UUID]) -> Response[bytes]:
    """Call somebody out of turn, with the reason."""
    form = await visit.form()

    def invite(db: Writing) -> UUID:
        booth_id = ticket_queries.booth_of(db, ticket_id)
        seat = access.recruiter_desk(db, visit.viewer, booth_id)
        because = form.get("because")
        call_actions.call_chosen(db, seat, ticket_id, because, request_id=form.request_id, now=visit.now)
        return booth_id

    try:
        return visit.go(f"/desks/{await visit.write(invite)}")
    except Refused as no:
        form.refuse(no)
        values = await visit.read(lambda db: _choice(db, visit, ticket_id))
        return await visit.page("booths/choice.html", status=422, form=form, **values)


@post("/booths/{booth_id:uuid}/call-withdrawal")
async def withdraw(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """Take an unanswered call back."""
    form = await visit.form()

    def back(db: Writing) -> None:
        seat = access.recruiter_desk(db, visit.viewer, booth_id)
        call_actions.withdraw(db, seat, request_id=form.request_id, now=visit.now)

    await visit.write(back)
    return await _side(visit, booth_id)


@post("/interviews/{interview_id:uuid}/outcome")
async def outcome(visit: Asked, interview_id: FromPath[UUID]) -> Response[bytes]:
    """Give the outcome: one press."""
    form = await visit.form()
    again_on = form.day("again_on") if form.get("outcome") == OutcomeCode.SECOND_INTERVIEW else None
    given = form.read(OutcomeGiven, again_on=again_on, names=OUTCOME_NAMES)
    booth_id = await visit.read(lambda db: talk_queries.talk(db, interview_id).booth_id)
    if given is None:
        return await _refused(visit, booth_id, form)

    def record(db: Writing) -> None:
        seat = access.recruiter_desk(db, visit.viewer, booth_id)
        placements.record_outcome(db, seat, interview_id, given, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(record)
    except Refused as no:
        form.refuse(no, names=OUTCOME_NAMES)
        return await _refused(visit, booth_id, form)
    return visit.go(
        f"/desks/{booth_id}", visit.render.text(N_("Đã ghi kết quả: %(what)s."), what=visit.render.label(given.code))
    )


def _mine(db: Reading, visit: Visit) -> list[MyBooth]:
    rows = []
    for booth_id in access.my_booths(db, visit.viewer):
        booth = queries.head(db, booth_id)
        fair = fairs.fair(db, booth.fair_id, now=visit.now)
        if fair.phase is not FairPhase.CLOSED:
            rows.append(MyBooth(booth_id, booth.employer, fair.name, fair.times.opens_at, fair.phase))
    return sorted(rows, key=lambda row: row.phase is not FairPhase.LIVE)


async def _side(visit: Visit, booth_id: UUID) -> Response[bytes]:
    """What the recruiter sees a moment sooner; the live line brings it again."""
    return visit.go(f"/desks/{booth_id}")


async def _refused(visit: Visit, booth_id: UUID, form: Any) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, booth_id))
    return await visit.page("booths/desk.html", status=422, staff_page=True, form=form, **values)


def _values(db: Reading, visit: Visit, booth_id: UUID) -> dict[str, Any]:
    seat = access.recruiter_desk(db, visit.viewer, booth_id)
    seq = log.last_seq(db, seat.fair_id)
    fair = fairs.fair(db, seat.fair_id, now=visit.now)
    return {
        "seq": seq,
        "fair": fair,
        "centre": centres.centre(db, fair.host_id),
        "booth": queries.head(db, booth_id),
        "desk": desk_queries.desk(db, booth_id, now=visit.now),
        "announcements": fairs.notices(db, seat.fair_id, frozenset({Audience.EVERYONE, Audience.RECRUITERS})),
        **desk_queries.side(db, seat.booth_id, seat.account_id, now=visit.now),
    }


def _choice(db: Reading, visit: Visit, ticket_id: UUID) -> dict[str, Any]:
    booth_id = ticket_queries.booth_of(db, ticket_id)
    seat: RecruiterDesk = access.recruiter_desk(db, visit.viewer, booth_id)
    line = next(
        (one for one in desk_queries.desk(db, booth_id, now=visit.now).lines if one.ticket_id == ticket_id), None
    )
    if line is None:
        raise NotFound
    return {"line": line, "back_path": f"/desks/{seat.booth_id}"}


HANDLERS = [desks, desk, call_next, choice, call_chosen, withdraw, outcome]
