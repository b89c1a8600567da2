"""What staff who help ask: who is meant, which tickets a person holds, who pressed the help button."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, func, or_, select

from exchange.accounts.tables import Account
from exchange.booths.codes import TicketState
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_queries import Talk, talk
from exchange.booths.ticket_queries import MyTicket, my_ticket
from exchange.centres.tables import Centre
from exchange.employers.tables import Employer, Recruiter
from exchange.fairs.access import FairDesk, PersonDesk
from exchange.fairs.tables import FairSeeker, HelpCall
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.ids import as_typed
from exchange.kernel.text import fold, phone, words
from exchange.seekers.codes import Channel
from exchange.seekers.tables import Seeker

_s, _p, _t, _c = columns(Seeker), columns(FairSeeker), columns(Ticket), columns(Centre)
_h, _a, _b, _e, _r = columns(HelpCall), columns(Account), columns(Booth), columns(Employer), columns(Recruiter)
_HERE = and_(_p.seeker_id == _s.id, _p.fair_id == bindparam("fair"))
_PEOPLE = (
    select(_s.id, _s.full_name, _s.birth_year, _s.phone, _c.province_name, _p.channel, _p.checked_in_at)
    .outerjoin(FairSeeker, _HERE)
    .outerjoin(Centre, _c.id == _p.centre_id)
    .order_by(_s.name_fold, _s.id)
    .limit(bindparam("most"))
)
_OPEN = (
    select(_t.seeker_id, _t.number, _e.name)
    .join(Booth, _b.id == _t.booth_id)
    .join(Employer, _e.id == _b.employer_id)
    .where(_t.seeker_id.in_(bindparam("people", expanding=True)), _t.fair_id == bindparam("fair"))
    .where(_t.closed_at.is_(None))
    .order_by(_t.joined_at, _t.id)
)
_TICKETS = (
    select(_t.id)
    .where(_t.seeker_id == bindparam("seeker"), _t.fair_id == bindparam("fair"))
    .order_by(_t.closed_at.is_not(None), _t.joined_at.desc(), _t.id.desc())
)
_CALLERS = (
    select(
        *(_h.id, _a.name, _a.phone, _h.words, _h.asked_at, _s.id, _b.id, _e.name),
        func.coalesce(_b.centre_id, _p.centre_id).label("site"),
    )
    .join(Account, _a.id == _h.account_id)
    .outerjoin(Seeker, _s.account_id == _a.id)
    .outerjoin(FairSeeker, and_(_p.seeker_id == _s.id, _p.fair_id == _h.fair_id))
    .outerjoin(Recruiter, and_(_r.account_id == _a.id, _r.ended_at.is_(None)))
    .outerjoin(Employer, _e.id == _r.employer_id)
    .outerjoin(Booth, and_(_b.employer_id == _r.employer_id, _b.fair_id == _h.fair_id))
    .order_by(_h.asked_at, _h.id)
)
_CALLS = _CALLERS.where(_h.fair_id == bindparam("fair"), _h.answered_at.is_(None))
_SHORTEST_END = 3  # digits of a telephone number that are worth looking for


class Found(msgspec.Struct, frozen=True):
    """Somebody who may be meant. `site` and `channel`: None before the person registers for the fair."""

    id: UUID
    name: str
    birth_year: int
    phone: str | None
    site: str | None
    channel: Channel | None
    checked_in_at: datetime | None
    tickets: tuple[tuple[int, str], ...]  # open ones: number, employer


class HelpWanted(msgspec.Struct, frozen=True):
    """Somebody pressed the help button and nobody has come yet. `seeker_id`: their file; `booth_id`: their desk."""

    id: UUID
    name: str
    phone: str | None
    words: str
    asked_at: datetime
    seeker_id: UUID | None
    booth_id: UUID | None
    employer: str | None


class Helped(msgspec.Struct, frozen=True):
    """The moving part of a person's card."""

    fair_id: UUID
    seeker_id: UUID
    tickets: list[MyTicket]
    talk: Talk | None


def find_people(db: Reading, desk: FairDesk, typed: str, *, most: int = 30) -> list[Found]:
    """People by ticket code, telephone number (or its end), or name: with marks or without, in any order.

    The host's staff look among everybody at the fair; each site's among those who registered there, and among the
    files of its own centre that are not at the fair yet. Whoever is written as it was typed comes first.
    """
    typed = typed.strip()
    if not typed:
        return []
    within = {"fair": desk.fair_id, "most": most}
    rows = db.execute(_PEOPLE.where(_ours(desk), or_(*_meant(desk, typed))), within).all()
    held = _open_tickets(db, desk.fair_id, [row.id for row in rows])
    people = [_found(row, held.get(row.id, ())) for row in rows]
    return sorted(people, key=lambda person: typed.casefold() not in person.name.casefold())


def _found(row: Any, tickets: Sequence[tuple[int, str]] = ()) -> Found:
    id_, name, born, telephone, site, channel, checked_in = row
    return Found(id_, name, born, telephone, site, channel, checked_in, tuple(tickets))


def _ours(desk: FairDesk) -> Any:
    """The files a desk may look among. By their ids: a register has many more people than a fair."""
    there = select(_p.seeker_id).where(_p.fair_id == desk.fair_id)
    here = there if desk.hosts else there.where(_p.centre_id == desk.centre_id)
    kept = select(_s.id).where(_s.centre_id == desk.centre_id, _s.id.not_in(there))
    return _s.id.in_(here.union(kept))


def _meant(desk: FairDesk, typed: str) -> list[Any]:
    """Every reading of what was typed."""
    code = select(_t.seeker_id).where(_t.fair_id == desk.fair_id, _t.short_code == as_typed(typed))
    readings: list[Any] = [_s.id.in_(code)]
    digits = "".join(ch for ch in typed if ch.isdigit())
    if len(digits) >= _SHORTEST_END and not any(ch.isalpha() for ch in typed):
        readings.append(_s.phone == _e164(typed) if _e164(typed) else _s.phone.endswith(digits))
    name = words(fold(typed))[:6]
    if name:
        readings.append(and_(*((" " + _s.name_fold).contains(" " + word, autoescape=True) for word in name)))
    return readings


def _e164(typed: str) -> str | None:
    try:
        return phone(typed)
    except ValueError:
        return None


def _open_tickets(db: Reading, fair_id: UUID, people: Sequence[UUID]) -> dict[UUID, list[tuple[int, str]]]:
    held: dict[UUID, list[tuple[int, str]]] = {}
    for seeker_id, number, employer in db.execute(_OPEN, {"people": list(people), "fair": fair_id}):
        held.setdefault(seeker_id, []).append((number, employer))
    return held


def tickets_of(db: Reading, fair_id: UUID, seeker_id: UUID, *, now: datetime) -> list[MyTicket]:
    """A person's tickets at one fair: the open ones, then the others, newest first."""
    ids = db.scalars(_TICKETS, {"seeker": seeker_id, "fair": fair_id}).all()
    return [my_ticket(db, ticket, now=now) for ticket in ids]


def helped(db: Reading, fair_id: UUID, seeker_id: UUID, *, now: datetime) -> Helped:
    """What changes on a person's card: the tickets, and the interview that goes on."""
    tickets = tickets_of(db, fair_id, seeker_id, now=now)
    going = next((ticket.interview_id for ticket in tickets if ticket.state is TicketState.TALKING), None)
    return Helped(fair_id, seeker_id, tickets, talk(db, going) if going else None)


def attendance(db: Reading, person: PersonDesk) -> Found:
    """Whether and how a person takes part in the fair."""
    row = db.execute(_PEOPLE.where(_s.id == person.seeker_id), {"fair": person.fair_id, "most": 1}).one()
    return _found(row)


def help_wanted(db: Reading, fair_id: UUID, centre_id: UUID | None = None) -> list[HelpWanted]:
    """Open calls for help, the oldest first; with `centre_id` those of its own people and booths."""
    rows = db.execute(_CALLS, {"fair": fair_id})
    return [HelpWanted(*row[:-1]) for row in rows if centre_id in (None, row.site)]


def site_of_call(db: Reading, help_id: UUID) -> UUID | None:
    """The centre to which the caller belongs at that fair, whether the call is answered or not."""
    row = db.execute(_CALLERS.where(_h.id == help_id)).first()
    return row.site if row else None
