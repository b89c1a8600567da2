"""The line at a booth: sitting down, taking a ticket, leaving."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from exchange.booths import rules
from exchange.booths.access import RecruiterDesk, SeekerSeat, TicketSeat
from exchange.booths.codes import BoothReason, Mode, TicketEnd
from exchange.booths.tables import Booth, BoothId, BoothVacancy, Shift, Ticket, TicketId
from exchange.booths.talk_tables import Call
from exchange.fairs import actions as fair_actions
from exchange.fairs import queries as fairs
from exchange.fairs.access import FairDesk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id, readable_code
from exchange.seekers import queries as seekers
from exchange.seekers.rules import why_not_consent
from exchange.seekers.tables import Seeker

_b, _t, _s, _c = columns(Booth), columns(Ticket), columns(Shift), columns(Call)
_OPEN_HERE = select(_t.id).where(
    _t.seeker_id == bindparam("seeker"), _t.booth_id == bindparam("booth"), _t.closed_at.is_(None)
)
_OPEN_TICKETS = (
    select(func.count())
    .select_from(Ticket)
    .where(_t.seeker_id == bindparam("seeker"), _t.fair_id == bindparam("fair"), _t.closed_at.is_(None))
)
_NEXT_NUMBER = (
    update(Booth)
    .where(_b.id == bindparam("booth"))
    .values(last_ticket=_b.last_ticket + 1)
    .returning(_b.last_ticket)
    .execution_options(synchronize_session=False)
)


def plan_booth(
    db: Writing, desk: FairDesk, employer_id: UUID, mode: Mode, vacancies: Sequence[UUID], *, now: datetime
) -> BoothId:
    """A booth for an employer that the desk's own centre brings. Raises Conflict when it has one already."""
    last = db.scalar(select(func.coalesce(func.max(_b.number), 0)).where(_b.fair_id == desk.fair_id))
    booth_id = BoothId(new_id())
    row: dict[str, Any] = {"id": booth_id, "fair_id": desk.fair_id, "centre_id": desk.centre_id}
    row |= {"employer_id": employer_id, "number": (last or 0) + 1, "mode": mode, "last_ticket": 0, "created_at": now}
    if not insert_once(db, Booth, row):
        raise Conflict(BoothReason.BOOTH_TAKEN)
    for rank, vacancy_id in enumerate(vacancies):
        db.add(BoothVacancy(booth_id=booth_id, vacancy_id=vacancy_id, rank=rank))
    about = log.About(booth_id, booth_id=booth_id)
    log.record(db, Kind.BOOTH_PLANNED, about, by=log.By(desk.account_id), at=now, stream=desk.fair_id)
    return booth_id


def sit_down(db: Writing, desk: RecruiterDesk, *, now: datetime) -> None:
    """The recruiter opens their desk; doing it twice is doing it once."""
    values: dict[str, Any] = {"id": new_id(), "booth_id": desk.booth_id, "account_id": desk.account_id}
    if insert_once(db, Shift, values | {"started_at": now, "seen_at": now}):
        about = log.About(desk.booth_id, booth_id=desk.booth_id, facts={"caller": str(desk.account_id)})
        log.record(db, Kind.BOOTH_STAFFED, about, by=desk.by(None), at=now, stream=desk.fair_id)
    else:
        seen_at_desk(db, desk, now=now)


def seen_at_desk(db: Writing, desk: RecruiterDesk, *, now: datetime) -> bool:
    """A sign of life of a recruiter; whether their desk is open. No news: it changes nothing anybody sees."""
    mine = _s.booth_id == desk.booth_id, _s.account_id == desk.account_id, _s.ended_at.is_(None)
    return bool(db.execute(update(Shift).where(*mine).values(seen_at=now)).rowcount)  # type: ignore[attr-defined]


def stand_up(db: Writing, desk: RecruiterDesk, *, now: datetime) -> None:
    """The recruiter leaves the desk. Raises Refused while a call or an interview of theirs is open."""
    hold(db, Booth, desk.booth_id)  # they call nobody meanwhile, in another window
    if db.scalar(select(_c.id).where(_c.called_by == desk.account_id, _c.closed_at.is_(None))):
        raise Refused(BoothReason.OUTCOME_FIRST)
    mine = _s.booth_id == desk.booth_id, _s.account_id == desk.account_id, _s.ended_at.is_(None)
    done = db.execute(update(Shift).where(*mine).values(ended_at=now))
    if done.rowcount:  # type: ignore[attr-defined]
        about = log.About(desk.booth_id, booth_id=desk.booth_id, facts={"caller": str(desk.account_id)})
        log.record(db, Kind.BOOTH_LEFT, about, by=desk.by(None), at=now, stream=desk.fair_id)


def take_number(db: Writing, seat: SeekerSeat, *, request_id: UUID | None, now: datetime) -> TicketId:
    """Take a ticket as people do it: who is not registered for the fair yet is from now on, and is there.

    Raises Refused without the needed consents (they may have been withdrawn), and as `join_queue` does.
    """
    hold(db, Seeker, seat.seeker_id)
    hold(db, Booth, seat.booth_id)  # both before the fair's news: everybody holds them in this order
    if reason := why_not_consent(seekers.gave(db, seat.seeker_id)):
        raise Refused(reason)
    site, by = fairs.home_site(db, seat.fair_id, seat.seeker_id), seat.by(None)
    fair_actions.register_for_fair(db, seat.fair_id, seat.seeker_id, site, seat.channel, by=by, now=now)
    fair_actions.check_in(db, seat.fair_id, seat.seeker_id, by=by, now=now)
    return join_queue(db, seat, request_id=request_id, now=now)


def join_queue(db: Writing, seat: SeekerSeat, *, request_id: UUID | None, now: datetime) -> TicketId:
    """Take a ticket. Joining twice is joining once: the ticket already held is returned.

    Raises Refused when the fair is not live or the person holds as many tickets as the fair allows.
    """
    hold(db, Seeker, seat.seeker_id)  # what is counted next stays true until we commit
    held = db.scalar(_OPEN_HERE, {"seeker": seat.seeker_id, "booth": seat.booth_id})
    if held:
        return TicketId(held)
    fair = fairs.fair(db, seat.fair_id, now=now)
    count = db.scalar(_OPEN_TICKETS, {"seeker": seat.seeker_id, "fair": seat.fair_id}) or 0
    if reason := rules.why_not_join(fair.phase, open_tickets=count, allowed=fair.tickets_allowed):
        raise Refused(reason)
    number = db.execute(_NEXT_NUMBER, {"booth": seat.booth_id}).scalar_one_or_none()
    if number is None:
        raise NotFound  # the booth was removed a moment ago
    ticket = _new_ticket(seat, number, now)
    db.add(ticket)
    about = log.About(ticket.id, seat.booth_id, seat.seeker_id, {"number": ticket.number})
    by = log.unspent(db, seat.by(request_id))
    log.record(db, Kind.QUEUE_JOINED, about, by=by, at=now, stream=seat.fair_id)
    return ticket.id


def _new_ticket(seat: SeekerSeat, number: int, now: datetime) -> Ticket:
    return Ticket(
        booth_id=seat.booth_id,
        fair_id=seat.fair_id,
        seeker_id=seat.seeker_id,
        number=number,
        place=number * rules.PLACE_STEP,
        short_code=readable_code(6),
        channel=seat.channel,
        joined_at=now,
        taken_by=seat.account_id if seat.helped else None,
    )


def leave_queue(db: Writing, seat: TicketSeat, *, request_id: UUID | None, now: datetime) -> None:
    """Give the ticket back; doing it twice is doing it once. Raises Conflict while it is being called."""
    hold(db, Booth, seat.booth_id)  # nobody calls it meanwhile
    if db.scalar(select(_c.id).where(_c.ticket_id == seat.ticket_id, _c.closed_at.is_(None))):
        raise Conflict(BoothReason.CALL_OPEN)
    open_one = _t.id == seat.ticket_id, _t.closed_at.is_(None)
    done = db.execute(update(Ticket).where(*open_one).values(closed_at=now, ended_as=TicketEnd.LEFT))
    if done.rowcount:  # type: ignore[attr-defined]
        about = log.About(seat.ticket_id, seat.booth_id, seat.seeker_id)
        by = log.unspent(db, seat.by(request_id))
        log.record(db, Kind.QUEUE_LEFT, about, by=by, at=now, stream=seat.fair_id)
