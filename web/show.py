"""What each region shows: one question each, answered for one instance. When and for whom: `web/regions.py`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from exchange.booths import (
    desk_queries,
    floor_queries,
    help_queries,
    queries,
    summary_queries,
    talk_queries,
    ticket_queries,
)
from exchange.fair_tallies import queries as tallies
from exchange.fairs import queries as fairs
from exchange.fairs.codes import Audience
from exchange.kernel.db import Reading
from web.charts.of_fair import funnel_of

Key = Any  # which instance of a region: a UUID, or a pair of them
Values = dict[str, Any]
Ask = Callable[[Reading, UUID, Key, datetime], Values]


def card(db: Reading, fair_id: UUID, booth_id: UUID, now: datetime) -> Values:
    return {"card": queries.cards(db, fair_id, now=now, only=(booth_id,))[0]}


def board(db: Reading, _fair_id: UUID, booth_id: UUID, now: datetime) -> Values:
    return {"board": queries.board(db, booth_id, now=now)}


def summary(db: Reading, fair_id: UUID, _key: UUID, now: datetime) -> Values:
    return {"summary": summary_queries.summary(db, fair_id, now=now)}


def said_to(*audiences: Audience) -> Ask:
    heard = frozenset({Audience.EVERYONE, *audiences})
    return lambda db, fair_id, _key, _now: {"announcements": fairs.notices(db, fair_id, heard)}


def my_ticket(db: Reading, _fair_id: UUID, ticket_id: UUID, now: datetime) -> Values:
    return {"ticket": ticket_queries.my_ticket(db, ticket_id, now=now)}


def my_tickets(db: Reading, _fair_id: UUID, seeker_id: UUID, now: datetime) -> Values:
    return {"tickets": ticket_queries.my_tickets(db, seeker_id, now=now)}


def desk(db: Reading, _fair_id: UUID, booth_id: UUID, now: datetime) -> Values:
    return {"desk": desk_queries.desk(db, booth_id, now=now)}


def side(db: Reading, _fair_id: UUID, key: Key, now: datetime) -> Values:
    booth_id, account_id = key
    return desk_queries.side(db, booth_id, account_id, now=now)


def vacancies(db: Reading, _fair_id: UUID, booth_id: UUID, now: datetime) -> Values:
    return {"vacancies": queries.shown_at(db, [booth_id], now=now)[booth_id]}


def talk(db: Reading, _fair_id: UUID, interview_id: UUID, now: datetime) -> Values:
    return {"talk": talk_queries.talk(db, interview_id)}


def floor(db: Reading, fair_id: UUID, _key: Key, now: datetime) -> Values:
    return {"floor": floor_queries.floor(db, fair_id, now=now), "help_wanted": help_queries.help_wanted(db, fair_id)}


def site_floor(db: Reading, fair_id: UUID, centre_id: UUID, now: datetime) -> Values:
    return {
        "floor": floor_queries.floor(db, fair_id, now=now, centre_id=centre_id),
        "help_wanted": help_queries.help_wanted(db, fair_id, centre_id),
    }


def helped(db: Reading, fair_id: UUID, seeker_id: UUID, now: datetime) -> Values:
    return {"helped": help_queries.helped(db, fair_id, seeker_id, now=now)}


def tally(db: Reading, fair_id: UUID, centre_id: UUID, now: datetime) -> Values:
    """The fair's figures as staff of one site see them: the host opens all records, a joining centre its own."""
    hosts = fairs.fair(db, fair_id, now=now).host_id == centre_id
    return {
        "tally": tallies.fair_tally(db, fair_id, now=now),
        "records": f"/fairs/{fair_id}/tally/",
        "own": None if hosts else centre_id,
        "funnel": funnel_of,
    }
