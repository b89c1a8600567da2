"""The lines of a fair in one reading: who waits, who is called, how long it takes. Every booth's view stands on it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.booths.codes import CallAnswer
from exchange.booths.rules import SIGN_OF_LIFE, Wait, wait_for
from exchange.booths.tables import Shift, Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_t, _c, _i, _s = columns(Ticket), columns(Call), columns(Interview), columns(Shift)
_BOOTHS: Any = bindparam("booths", expanding=True)
_WAITING = (
    select(_t.booth_id, _t.id, _t.number, _t.seeker_id, _t.joined_at, _t.missed)
    .where(_t.booth_id.in_(_BOOTHS), _t.closed_at.is_(None))
    .order_by(_t.place, _t.number)
)
_CALLS = select(_c.id, _c.ticket_id, _c.seeker_id, _c.called_by, _c.called_at, _c.answer_by, _c.answer).where(
    _c.fair_id == bindparam("fair"), _c.closed_at.is_(None)
)
_TIMES = (
    select(_i.booth_id, _c.called_at, _i.ended_at)
    .join(Call, _c.id == _i.call_id)
    .where(_i.booth_id.in_(_BOOTHS), _i.ended_at.is_not(None))
    .order_by(_i.ended_at.desc(), _i.id.desc())
    .limit(bindparam("most"))
)
_DESKS = select(_s.booth_id, _s.account_id, _s.seen_at).where(_s.booth_id.in_(_BOOTHS), _s.ended_at.is_(None))
_LAPSED = select(_c.id).where(_c.answered_at.is_(None), _c.answer_by <= bindparam("now")).limit(1)


class OpenCall(msgspec.Struct, frozen=True):
    """A call that is not over: waiting for an answer, or an interview going on."""

    id: UUID
    ticket_id: UUID
    seeker_id: UUID
    called_by: UUID
    called_at: datetime
    answer_by: datetime
    answer: CallAnswer | None

    @property
    def talking(self) -> bool:
        """Whether the person has come."""
        return self.answer is CallAnswer.ACCEPTED


class Waiting(msgspec.Struct, frozen=True):
    """An open ticket in line. `call`: its own open call; `held`: the person is called at another booth."""

    ticket_id: UUID
    number: int
    seeker_id: UUID
    joined_at: datetime
    missed: int
    call: OpenCall | None
    held: bool
    ahead: int | None  # how many come before; None while called
    wait: Wait | None


class BoothLine(msgspec.Struct, frozen=True):
    """Everything about one booth's line now."""

    tickets: tuple[Waiting, ...]
    desks: int
    seen: int  # desks with a recent sign of life
    times: tuple[float, ...]

    @property
    def serving(self) -> int | None:
        """The number called last of those whose call is open or whose interview goes on."""
        called = [(ticket.call.called_at, ticket.number) for ticket in self.tickets if ticket.call]
        return max(called)[1] if called else None

    @property
    def waiting(self) -> int:
        """How many still wait to be called."""
        return sum(1 for ticket in self.tickets if ticket.call is None)

    @property
    def talking(self) -> int:
        """How many interviews go on."""
        return sum(1 for ticket in self.tickets if ticket.call and ticket.call.talking)

    @property
    def wait(self) -> Wait | None:
        """How long somebody who takes a ticket now would wait."""
        return wait_for(self.waiting, self.times, self.desks)


def lines(db: Reading, fair_id: UUID, booths: Sequence[UUID], *, now: datetime) -> dict[UUID, BoothLine]:
    """The lines of these booths of one fair; four statements however many booths."""
    those = {"booths": list(booths)}
    calls = [OpenCall(*row) for row in db.execute(_CALLS, {"fair": fair_id})]
    by_ticket, busy = {call.ticket_id: call for call in calls}, {call.seeker_id for call in calls}
    tickets = _by_booth(db, _WAITING, those)
    times = _by_booth(db, _TIMES, those | {"most": 40 * max(1, len(booths))})
    desks = _by_booth(db, _DESKS, those)
    return {
        booth: BoothLine(
            _in_line(tickets.get(booth, []), by_ticket, busy, taken := _seconds(times.get(booth, [])), len(sitting)),
            len(sitting),
            sum(1 for _account, seen in sitting if now - seen < SIGN_OF_LIFE),
            taken,
        )
        for booth in booths
        for sitting in [desks.get(booth, [])]
    }


def _by_booth(db: Reading, statement: Any, values: dict[str, Any]) -> dict[UUID, list[tuple[Any, ...]]]:
    """Rows by their first column, the booth."""
    found: dict[UUID, list[tuple[Any, ...]]] = {}
    for booth_id, *rest in db.execute(statement, values):
        found.setdefault(booth_id, []).append(tuple(rest))
    return found


def _seconds(times: list[tuple[Any, ...]]) -> tuple[float, ...]:
    """How long the newest interviews of a booth took, from call to outcome."""
    return tuple((ended - called).total_seconds() for called, ended in times[:40])


def _in_line(
    tickets: list[tuple[Any, ...]],
    calls: dict[UUID, OpenCall],
    busy: set[UUID],
    times: tuple[float, ...],
    desks: int,
) -> tuple[Waiting, ...]:
    """The open tickets in order, each with how many come before it."""
    waiting, ahead = [], 0
    for ticket_id, number, seeker_id, joined_at, missed in tickets:
        call = calls.get(ticket_id)
        before = None if call else ahead
        wait = None if call else wait_for(ahead, times, desks)
        held = call is None and seeker_id in busy
        waiting.append(Waiting(ticket_id, number, seeker_id, joined_at, missed, call, held, before, wait))
        ahead += call is None
    return tuple(waiting)


def any_lapsed(db: Reading, *, now: datetime) -> bool:
    """Whether the minute of some unanswered call is over."""
    return db.scalar(_LAPSED, {"now": now}) is not None
