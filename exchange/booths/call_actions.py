"""Calling somebody in, and what the person answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, exists, select, update

from exchange.booths import rules
from exchange.booths.access import RecruiterDesk, TicketSeat
from exchange.booths.actions import seen_at_desk
from exchange.booths.codes import BoothReason, CallAnswer, TicketEnd
from exchange.booths.news import about_call
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Call, CallId, Interview, InterviewId
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id

_t, _c = columns(Ticket), columns(Call)
_elsewhere = Call.__table__.alias("elsewhere")  # type: ignore[attr-defined]
_BUSY = exists().where(and_(_elsewhere.c.seeker_id == _t.seeker_id, _elsewhere.c.closed_at.is_(None)))
_FREE = (
    select(_t.id, _t.seeker_id, _t.number)
    .where(_t.booth_id == bindparam("booth"), _t.closed_at.is_(None), ~_BUSY)
    .order_by(_t.place, _t.number)
)
_LAPSED = (
    select(_c.id, _c.ticket_id, _c.booth_id, _c.fair_id, _c.seeker_id)
    .where(_c.answered_at.is_(None), _c.answer_by <= bindparam("now"))
    .order_by(_c.answer_by)
    .limit(100)
)


@dataclass(frozen=True)
class _Called:
    """The ids of a call."""

    id: UUID
    ticket_id: UUID
    booth_id: UUID
    fair_id: UUID
    seeker_id: UUID


def call_next(db: Writing, desk: RecruiterDesk, *, request_id: UUID | None, now: datetime) -> CallId:
    """Call the first person in line who is not being called or interviewed elsewhere.

    The same form sent twice calls once. Raises Refused when the desk is not free, or nobody can be called.
    """
    by, made = _sent(db, desk.by(request_id), Kind.CALLED, _c.booth_id == desk.booth_id)
    if made:
        return CallId(made)
    _ready(db, desk, now=now)
    for ticket_id, seeker_id, _number in db.execute(_FREE, {"booth": desk.booth_id}).all():
        if called := _call(db, desk, ticket_id, seeker_id, "", by=by, now=now):
            return called
    raise Refused(BoothReason.NOBODY_WAITING)


def call_chosen(
    db: Writing, desk: RecruiterDesk, ticket_id: UUID, because: str, *, request_id: UUID | None, now: datetime
) -> CallId:
    """Call somebody out of turn, for a written reason that is counted.

    The first in line needs no reason. The same form sent twice calls once. Raises Conflict when the ticket no longer
    waits or the person is busy.
    """
    by, made = _sent(db, desk.by(request_id), Kind.CALLED, _c.ticket_id == ticket_id)
    if made:
        return CallId(made)
    _ready(db, desk, now=now)
    line = db.execute(_FREE, {"booth": desk.booth_id}).all()
    chosen = next((row for row in line if row.id == ticket_id), None)
    if chosen is None:
        raise Conflict(BoothReason.NOT_WAITING)
    because = "" if chosen.id == line[0].id else because.strip()
    if not because and chosen.id != line[0].id:
        raise Refused(BoothReason.CHOOSE_REASON, "because")
    called = _call(db, desk, chosen.id, chosen.seeker_id, because[:200], by=by, now=now)
    if called is None:
        raise Conflict(BoothReason.BUSY_ELSEWHERE)
    return called


def _ready(db: Writing, desk: RecruiterDesk, *, now: datetime) -> None:
    """The desk may call: the booth is ours for this transaction, the fair live, the last interview has its outcome."""
    hold(db, Booth, desk.booth_id)
    if fairs.phase(db, desk.fair_id, now=now) is not FairPhase.LIVE:
        raise Refused(BoothReason.FAIR_NOT_LIVE)
    if not seen_at_desk(db, desk, now=now):  # who calls is there, with or without the page's sign of life
        raise Refused(BoothReason.NOT_STAFFED)
    mine = db.execute(select(_c.answer).where(_c.called_by == desk.account_id, _c.closed_at.is_(None))).first()
    if mine:
        raise Refused(BoothReason.OUTCOME_FIRST if mine.answer is CallAnswer.ACCEPTED else BoothReason.CALL_OPEN)


def _call(
    db: Writing,
    desk: RecruiterDesk,
    ticket_id: UUID,
    seeker_id: UUID,
    because: str,
    *,
    by: log.By,
    now: datetime,
) -> CallId | None:
    """Insert the call unless the person is in a live call at any booth: the unique index decides the race."""
    call = _Called(new_id(), ticket_id, desk.booth_id, desk.fair_id, seeker_id)
    row: dict[str, Any] = {"id": call.id, "ticket_id": ticket_id, "booth_id": desk.booth_id, "fair_id": desk.fair_id}
    row |= {"seeker_id": seeker_id, "called_by": desk.account_id, "called_at": now, "chosen_because": because}
    if not insert_once(db, Call, row | {"answer_by": now + rules.ANSWER_WITHIN}):
        return None
    log.record(db, Kind.CALLED, about_call(db, call.id), by=by, at=now, stream=desk.fair_id)
    return CallId(call.id)


def accept(db: Writing, seat: TicketSeat, *, request_id: UUID | None, now: datetime) -> InterviewId:
    """The person comes: the interview begins. Accepting twice (two devices) is accepting once.

    Raises Conflict when the call is over.
    """
    going = _open_call(db, seat)
    begun = columns(Interview)
    if going and (held := db.scalar(select(begun.id).where(begun.call_id == going.id))):
        return InterviewId(held)
    if going is None or not _answer(db, going, CallAnswer.ACCEPTED, now=now, closes=False, in_time=True):
        raise Conflict(BoothReason.CALL_OVER)
    caller = db.scalars(select(_c.called_by).where(_c.id == going.id)).one()
    interview = Interview(
        call_id=CallId(going.id),
        booth_id=going.booth_id,
        fair_id=going.fair_id,
        seeker_id=going.seeker_id,
        interviewer=caller,
        started_at=now,
    )
    db.add(interview)
    db.flush()
    by = log.unspent(db, seat.by(request_id))
    log.record(db, Kind.CALL_ACCEPTED, about_call(db, going.id), by=by, at=now, stream=going.fair_id)
    return interview.id


def step_back(db: Writing, seat: TicketSeat, *, request_id: UUID | None, now: datetime) -> None:
    """The person asks to be called later: keeps the ticket, two places further back. Raises Conflict when too late.

    The same form sent twice steps back once, also when the person is called again in between.
    """
    going = _open_call(db, seat)
    by, made = _sent(db, seat.by(request_id), Kind.STEPPED_BACK, _c.ticket_id == seat.ticket_id)
    if made:
        return
    if going is None or not _answer(db, going, CallAnswer.STEPPED_BACK, now=now, in_time=True):
        raise Conflict(BoothReason.CALL_OVER)
    _move_back(db, going)
    log.record(db, Kind.STEPPED_BACK, about_call(db, going.id), by=by, at=now, stream=going.fair_id)


def withdraw(db: Writing, desk: RecruiterDesk, *, request_id: UUID | None, now: datetime) -> None:
    """The booth takes an unanswered call back; the ticket keeps its place. Raises Conflict when it was answered.

    The same form sent twice takes back one call.
    """
    by, made = _sent(db, desk.by(request_id), Kind.CALL_WITHDRAWN, _c.booth_id == desk.booth_id)
    if made:
        return
    row = db.execute(
        select(_c.id, _c.ticket_id, _c.booth_id, _c.fair_id, _c.seeker_id).where(
            _c.called_by == desk.account_id, _c.booth_id == desk.booth_id, _c.closed_at.is_(None)
        )
    ).first()
    going = _Called(*row) if row else None
    if going is None or not _answer(db, going, CallAnswer.WITHDRAWN, now=now):
        raise Conflict(BoothReason.CALL_OVER)
    log.record(db, Kind.CALL_WITHDRAWN, about_call(db, going.id), by=by, at=now, stream=going.fair_id)


def lapse_one(db: Writing, *, now: datetime) -> bool:
    """Close one call whose minute is over: the ticket is kept and called again later once, the second time it ends.

    Run by the server's sweep, by any process: a guarded UPDATE decides who does it. False when there is none left.
    """
    for row in db.execute(_LAPSED, {"now": now}).all():
        going = _Called(*row)
        hold(db, Booth, going.booth_id)
        if _answer(db, going, CallAnswer.MISSED, now=now):
            _miss(db, going, now=now)
            log.record(db, Kind.CALL_MISSED, about_call(db, going.id), by=log.By(None), at=now, stream=going.fair_id)
            return True
    return False


def _sent(db: Writing, by: log.By, kind: Kind, this: ColumnElement[bool]) -> tuple[log.By, UUID | None]:
    """Who writes, and the call that the same form made or answered before. On one page several may be answered."""
    by, made = log.sent(db, by, kind)
    if made and db.scalar(select(_c.id).where(_c.id == made, this)) is None:
        return log.unspent(db, by), None
    return by, made


def _open_call(db: Writing, seat: TicketSeat) -> _Called | None:
    hold(db, Booth, seat.booth_id)
    row = db.execute(
        select(_c.id, _c.ticket_id, _c.booth_id, _c.fair_id, _c.seeker_id).where(
            _c.ticket_id == seat.ticket_id, _c.closed_at.is_(None)
        )
    ).first()
    return _Called(*row) if row else None


def _answer(
    db: Writing, call: _Called, answer: CallAnswer, *, now: datetime, closes: bool = True, in_time: bool = False
) -> bool:
    """Write the answer if nobody has answered yet; True when this was the one."""
    still = [_c.id == call.id, _c.answered_at.is_(None)] + ([_c.answer_by > now] if in_time else [])
    values = {"answered_at": now, "answer": answer} | ({"closed_at": now} if closes else {})
    return bool(db.execute(update(Call).where(*still).values(values)).rowcount)  # type: ignore[attr-defined]


def _miss(db: Writing, call: _Called, *, now: datetime) -> None:
    missed = db.execute(
        update(Ticket).where(_t.id == call.ticket_id).values(missed=_t.missed + 1).returning(_t.missed)
    ).scalar_one()
    if missed >= rules.MISSES_ALLOWED:
        ended = {"closed_at": now, "ended_as": TicketEnd.MISSED}
        db.execute(update(Ticket).where(_t.id == call.ticket_id, _t.closed_at.is_(None)).values(ended))
    else:
        _move_back(db, call)


def _move_back(db: Writing, call: _Called) -> None:
    own = db.scalar(select(_t.place).where(_t.id == call.ticket_id))
    if own is None:
        raise NotFound
    after = db.scalars(
        select(_t.place)
        .where(_t.booth_id == call.booth_id, _t.closed_at.is_(None), _t.place > own)
        .order_by(_t.place)
        .limit(3)
    ).all()
    db.execute(update(Ticket).where(_t.id == call.ticket_id).values(place=rules.place_two_later(own, after)))
