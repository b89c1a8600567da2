"""What the holder of a ticket may ask."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.booths import queries as booths
from exchange.booths.codes import BoothState, OutcomeCode, TicketEnd, TicketState
from exchange.booths.line_queries import Waiting, lines
from exchange.booths.outcomes import INTERVIEWS
from exchange.booths.rules import Wait, booth_state, state_of
from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Call
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.vacancies.tables import Vacancy

_t, _c, _v = columns(Ticket), columns(Call), columns(Vacancy)
_TICKET = select(
    _t.id, _t.booth_id, _t.fair_id, _t.seeker_id, _t.number, _t.short_code, _t.missed, _t.ended_as, _t.joined_at
)
_standing = INTERVIEWS.subquery()
_LAST_CALL = (
    select(_c.called_at, _standing.c.interview_id, _standing.c.code, _standing.c.again_on, _v.title)
    .outerjoin(_standing, _standing.c.call_id == _c.id)
    .outerjoin(Vacancy, _v.id == _standing.c.vacancy_id)
    .where(_c.ticket_id == bindparam("ticket"))
    .order_by(_c.called_at.desc(), _c.id.desc())
    .limit(1)
)
_MINE = _TICKET.where(_t.seeker_id == bindparam("seeker")).order_by(_t.joined_at.desc(), _t.id.desc()).limit(30)
_OPEN_HERE = select(_t.id).where(
    _t.seeker_id == bindparam("seeker"), _t.booth_id == bindparam("booth"), _t.closed_at.is_(None)
)


class MyTicket(msgspec.Struct, frozen=True):
    """A ticket as its holder sees it."""

    id: UUID
    booth_id: UUID
    fair_id: UUID
    seeker_id: UUID
    employer: str
    number: int
    code: str
    state: TicketState
    booth_state: BoothState
    again: bool  # it was called once and missed
    serving: int | None
    ahead: int | None
    wait: Wait | None
    called_at: datetime | None
    answer_by: datetime | None
    interview_id: UUID | None
    outcome: OutcomeCode | None
    again_on: date | None
    hired_for: str | None  # the vacancy of the outcome


def my_ticket(db: Reading, ticket_id: UUID, *, now: datetime) -> MyTicket:
    """One ticket. Raises NotFound. Whether the viewer may see it is `access`."""
    row = db.execute(_TICKET.where(_t.id == ticket_id)).first()
    if row is None:
        raise NotFound
    booth = booths.head(db, row.booth_id)
    line = lines(db, row.fair_id, [row.booth_id], now=now)[row.booth_id]
    phase = fairs.phase(db, row.fair_id, now=now)
    place = next((ticket for ticket in line.tickets if ticket.ticket_id == ticket_id), None)
    last = db.execute(_LAST_CALL, {"ticket": ticket_id}).first() or (None,) * 5
    return MyTicket(
        *(row.id, row.booth_id, row.fair_id, row.seeker_id, booth.employer, row.number, row.short_code),
        state=_state(row.ended_as, place, phase),
        booth_state=booth_state(phase, desks=line.desks, talking=line.talking),
        again=row.missed > 0,
        serving=line.serving,
        ahead=place.ahead if place else None,
        wait=place.wait if place else None,
        answer_by=place.call.answer_by if place and place.call else None,
        **dict(zip(("called_at", "interview_id", "outcome", "again_on", "hired_for"), last, strict=True)),
    )


def my_tickets(db: Reading, seeker_id: UUID, *, now: datetime) -> list[MyTicket]:
    """All tickets of a person, newest first."""
    return [my_ticket(db, row.id, now=now) for row in db.execute(_MINE, {"seeker": seeker_id}).all()]


def open_ticket_at(db: Reading, seeker_id: UUID, booth_id: UUID) -> UUID | None:
    """The ticket this person holds at a booth, if any."""
    found: UUID | None = db.scalar(_OPEN_HERE, {"seeker": seeker_id, "booth": booth_id})
    return found


def booth_of(db: Reading, ticket_id: UUID) -> UUID:
    """The booth of a ticket. Raises NotFound."""
    found: UUID | None = db.scalar(select(_t.booth_id).where(_t.id == ticket_id))
    if found is None:
        raise NotFound
    return found


def ticket_by_code(db: Reading, code: str) -> UUID | None:
    """The ticket with a short code (as stored: `ids.as_typed`)."""
    found: UUID | None = db.scalar(select(_t.id).where(_t.short_code == code))
    return found


def _state(ended: TicketEnd | None, place: Waiting | None, phase: FairPhase) -> TicketState:
    call = place.call if place else None
    return state_of(
        ended=ended,
        answer=call.answer if call else None,
        called=call is not None,
        held=place.held if place else False,
        phase=phase,
    )
