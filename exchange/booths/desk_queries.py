"""What those at a booth's desk may ask: the line with names, the person they have called, the conversation."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.booths import queries as booths
from exchange.booths import talk_queries
from exchange.booths.codes import BoothState, NotReason, OutcomeCode, ReferredTo, TicketState
from exchange.booths.line_queries import Waiting, lines
from exchange.booths.outcomes import INTERVIEWS
from exchange.booths.rules import booth_state
from exchange.booths.tables import Shift
from exchange.booths.talk_tables import Call, Interview, Message
from exchange.fairs import queries as fairs
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference import provinces
from exchange.seekers.codes import Sex
from exchange.seekers.tables import Seeker

_s, _a, _c, _i, _m, _f = (
    columns(Seeker),
    columns(Account),
    columns(Call),
    columns(Interview),
    columns(Message),
    columns(Shift),
)
_PEOPLE = select(_s.id, _s.full_name, _s.birth_year, _s.sex, _s.province_code, _s.work_wanted, _s.created_at).where(
    _s.id.in_(bindparam("people", expanding=True))
)
_NAMES = select(_a.id, _a.name).where(_a.id.in_(bindparam("accounts", expanding=True)))
_standing = INTERVIEWS.subquery()
_RESULTS = (
    select(_standing.c.code, func.count().label("n"))
    .where(_standing.c.booth_id == bindparam("booth"), _standing.c.outcome_id.is_not(None))
    .group_by(_standing.c.code)
)
_MINE = (
    select(_c.id, _c.ticket_id, _i.id)
    .outerjoin(Interview, _i.call_id == _c.id)
    .where(_c.called_by == bindparam("account"), _c.booth_id == bindparam("booth"), _c.closed_at.is_(None))
)


class Person(msgspec.Struct, frozen=True):
    """What an employer sees of a person who took a ticket there and agreed to it."""

    name: str
    birth_year: int
    sex: Sex
    province: str
    wish: str


class DeskLine(msgspec.Struct, frozen=True):
    """One person in the line."""

    ticket_id: UUID
    number: int
    name: str
    birth_year: int
    province: str
    wish: str
    since: datetime
    state: TicketState
    again: bool
    by: str | None
    answer_by: datetime | None


class Desk(msgspec.Struct, frozen=True):
    """A booth as those who sit there see it: one drawing for all of them."""

    booth_id: UUID
    state: BoothState
    waiting: int
    talking: int
    done: int
    hired: int
    next_number: int | None
    lines: list[DeskLine]


class Candidate(msgspec.Struct, frozen=True):
    """The person whom one recruiter has called."""

    ticket_id: UUID
    number: int
    name: str
    birth_year: int
    sex: Sex
    province: str
    wish: str
    state: TicketState
    answer_by: datetime | None
    interview_id: UUID | None


def people(db: Reading, ids: list[UUID]) -> dict[UUID, Person]:
    """These persons, as employers see them."""
    found = {}
    for seeker_id, name, born, sex, province, wish, told_at in db.execute(_PEOPLE, {"people": ids}):
        place = provinces.name_of(province, local_day(told_at), "now")
        found[seeker_id] = Person(name, born, sex, place, wish)
    return found


def desk(db: Reading, booth_id: UUID, *, now: datetime) -> Desk:
    """The desk of a booth. Raises NotFound. Who may see it is `access`."""
    booth = booths.head(db, booth_id)
    line = lines(db, booth.fair_id, [booth_id], now=now)[booth_id]
    phase = fairs.phase(db, booth.fair_id, now=now)
    who = people(db, [ticket.seeker_id for ticket in line.tickets])
    callers = [ticket.call.called_by for ticket in line.tickets if ticket.call]
    names = {row.id: row.name for row in db.execute(_NAMES, {"accounts": callers})}
    results = {row.code: row.n for row in db.execute(_RESULTS, {"booth": booth_id})}
    free = [ticket for ticket in line.tickets if ticket.call is None and not ticket.held]
    return Desk(
        booth_id=booth_id,
        state=booth_state(phase, desks=line.desks, talking=line.talking),
        waiting=line.waiting,
        talking=line.talking,
        done=sum(results.values()),
        hired=results.get(OutcomeCode.HIRED, 0),
        next_number=free[0].number if free else None,
        lines=[_desk_line(ticket, who[ticket.seeker_id], names) for ticket in line.tickets],
    )


def candidate(db: Reading, booth_id: UUID, account_id: UUID, *, now: datetime) -> Candidate | None:
    """Whom this recruiter has called at this booth and not yet given an outcome."""
    mine = db.execute(_MINE, {"account": account_id, "booth": booth_id}).first()
    if mine is None:
        return None
    booth = booths.head(db, booth_id)
    line = lines(db, booth.fair_id, [booth_id], now=now)[booth_id]
    place = next((ticket for ticket in line.tickets if ticket.ticket_id == mine.ticket_id), None)
    if place is None or place.call is None:
        return None
    who = people(db, [place.seeker_id])[place.seeker_id]
    return Candidate(
        ticket_id=place.ticket_id,
        number=place.number,
        name=who.name,
        birth_year=who.birth_year,
        sex=who.sex,
        province=who.province,
        wish=who.wish,
        state=_line_state(place),
        answer_by=place.call.answer_by,
        interview_id=mine[2],
    )


def side(db: Reading, booth_id: UUID, account_id: UUID, *, now: datetime) -> dict[str, Any]:
    """One recruiter's side of a desk: whether it is open, the person they have called, the conversation, and what an
    outcome may name."""
    who = candidate(db, booth_id, account_id, now=now)
    shown = booths.shown_at(db, [booth_id], now=now)[booth_id] if who else []
    going = talk_queries.talk(db, who.interview_id) if who and who.interview_id else None
    return {
        "booth_id": booth_id,
        "sits": sits_at(db, booth_id, account_id),
        "candidate": who,
        "talk": going,
        "vacancies": [(row.id, row.title) for row in shown],
        "not_reasons": [(reason, reason.label) for reason in NotReason],
        "referred_to": [(place, place.label) for place in ReferredTo],
    }


def sits_at(db: Reading, booth_id: UUID, account_id: UUID) -> bool:
    """Whether this recruiter has opened the desk."""
    mine = _f.booth_id == booth_id, _f.account_id == account_id, _f.ended_at.is_(None)
    return db.scalar(select(_f.id).where(*mine)) is not None


def _line_state(ticket: Waiting) -> TicketState:
    if ticket.call:
        return TicketState.TALKING if ticket.call.talking else TicketState.CALLED
    return TicketState.HELD if ticket.held else TicketState.WAITING


def _desk_line(ticket: Waiting, who: Person, names: dict[UUID, str]) -> DeskLine:
    call = ticket.call
    return DeskLine(
        ticket.ticket_id,
        ticket.number,
        who.name,
        who.birth_year,
        who.province,
        who.wish,
        ticket.joined_at,
        _line_state(ticket),
        ticket.missed > 0,
        names.get(call.called_by) if call else None,
        call.answer_by if call else None,
    )
