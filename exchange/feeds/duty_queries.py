"""Results that have to be told to the national system within twenty working days, and whether they were.

Told is what a partner of the kind "national" has acknowledged, or what somebody marked as sent by hand.
"""

from bisect import bisect_left
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.centres.access import StaffDesk
from exchange.feeds.codes import Because, Change, Channel, FeedKind, PartnerKind
from exchange.feeds.rules import State, due_on
from exchange.feeds.tables import FeedChange, FeedDelivery, FeedPartner, ResultTelling
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference.holidays import Calendar
from exchange.vacancies.tables import Vacancy

BEGINS = date(2026, 1, 1)  # the employment law 74/2025 is in force; results from before are told to nobody
_c, _p, _d, _t, _a, _v = (
    columns(one) for one in (FeedChange, FeedPartner, FeedDelivery, ResultTelling, Account, Vacancy)
)
_STATES = (
    select(_c.subject_id, _c.seq, _c.at, _c.change, _c.because, _c.body)
    .where(_c.feed_id == bindparam("centre"), _c.kind == FeedKind.RESULT)
    .order_by(_c.seq)
)
_ACKED = (
    select(_d.partner_id, _d.last_seq, _d.acked_at)
    .join(FeedPartner, _p.id == _d.partner_id)
    .where(
        _p.centre_id == bindparam("centre"),
        _p.kind == PartnerKind.NATIONAL,
        _p.wants_results,
        _d.acked_at.is_not(None),
    )
    .order_by(_d.last_seq)
)
_BY_HAND = (
    select(_t.result_id, _t.seq, _t.on_day, _t.how, _a.name)
    .join(Account, _a.id == _t.by_account)
    .where(_t.centre_id == bindparam("centre"))
)
_TITLES = select(_v.id, _v.title).where(_v.id.in_(bindparam("ids", expanding=True)))


class Told(msgspec.Struct, frozen=True):
    """That a state of a result was told: when, and by hand how and by whom; both are empty where the feed told it."""

    on_day: date
    how: str = ""
    by: str = ""


class ResultDuty(msgspec.Struct, frozen=True):
    """A result and its newest state. `due_on`: None where nothing is to be told, for it was, or never stood there.

    `hired`, `told_on`: of the newest state that counted anybody; `gone`: why it counts nobody any more.
    """

    result_id: UUID
    seq: int
    due_on: date | None
    told: Told | None
    corrected: bool
    gone: Because | None
    channel: Channel
    employer: str
    title: str
    vacancy_id: UUID | None
    hired: int
    told_on: date


class _Row(msgspec.Struct):
    states: list[Any] = msgspec.field(default_factory=list)
    body: dict[str, Any] = msgspec.field(default_factory=dict)


def duties(db: Reading, desk: StaffDesk, calendar: Calendar) -> list[ResultDuty]:
    """Every result of the centre since 2026: those to be told first, whatever is due first; then those told."""
    asked = {"centre": desk.centre_id}
    by_result: dict[UUID, _Row] = {}
    for row in db.execute(_STATES, asked):
        one = by_result.setdefault(row.subject_id, _Row())
        one.states.append(row)
        one.body = row.body or one.body
    there = {own: one for own, one in by_result.items() if date.fromisoformat(one.body["told_on"]) >= BEGINS}
    tellings = _Tellings(db, desk.centre_id)
    found = [_duty(own, one, tellings, calendar) for own, one in there.items()]
    titles = _titles(db, found)
    named = [msgspec.structs.replace(one, title=titles.get(one.vacancy_id, "")) for one in found]
    return sorted(named, key=lambda one: (one.due_on is None, one.due_on or date.max, -one.seq))


def counts(found: list[ResultDuty], today: date) -> tuple[int, int]:
    """How many results are still to be told, and how many of them should have been."""
    open_ones = [one.due_on for one in found if one.due_on]
    return len(open_ones), sum(day < today for day in open_ones)


def duty(db: Reading, desk: StaffDesk, result_id: UUID, calendar: Calendar) -> ResultDuty | None:
    """One of them."""
    return next((one for one in duties(db, desk, calendar) if one.result_id == result_id), None)


class _Tellings:
    """What was told of a centre's results, by whom."""

    def __init__(self, db: Reading, centre_id: UUID) -> None:
        self._acked: dict[UUID, tuple[list[int], list[datetime]]] = {}
        for partner, last, at in db.execute(_ACKED, {"centre": centre_id}):
            numbers, times = self._acked.setdefault(partner, ([], []))
            numbers.append(last)
            times.append(at)
        rows = db.execute(_BY_HAND, {"centre": centre_id})
        self._by_hand = {(own, seq): Told(day, how, by) for own, seq, day, how, by in rows}

    def of(self, own: UUID, seq: int) -> Told | None:
        """How a state was told: to the first of several partners, or else by hand."""
        places = [(times, bisect_left(numbers, seq)) for numbers, times in self._acked.values()]
        first = min((times[at] for times, at in places if at < len(times)), default=None)
        return Told(local_day(first)) if first else self._by_hand.get((own, seq))


def _duty(own: UUID, one: _Row, tellings: _Tellings, calendar: Calendar) -> ResultDuty:
    newest, body = one.states[-1], one.body
    told_on = date.fromisoformat(body["told_on"])
    states = [
        State(
            row.seq, local_day(row.at), told_on if row.change is Change.PUT else None, bool(tellings.of(own, row.seq))
        )
        for row in one.states
    ]
    vacancy = body["vacancy"]
    return ResultDuty(
        result_id=own,
        seq=newest.seq,
        due_on=due_on(states, calendar),
        told=tellings.of(own, newest.seq),
        corrected=any(state.told for state in states[:-1]),
        gone=newest.because,
        channel=Channel(body["channel"]),
        employer=(body["employer"] or {}).get("name", ""),
        title="",
        vacancy_id=UUID(vacancy) if vacancy else None,
        hired=body["hired"],
        told_on=told_on,
    )


def _titles(db: Reading, found: list[ResultDuty]) -> dict[UUID | None, str]:
    own = list({one.vacancy_id for one in found if one.vacancy_id})
    titles: dict[UUID | None, str] = {}
    for at in range(0, len(own), 400):
        rows = db.execute(_TITLES, {"ids": own[at : at + 400]}).all()
        titles |= {row.id: row.title for row in rows}
    return titles
