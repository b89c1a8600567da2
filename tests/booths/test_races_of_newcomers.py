"""People who come to the fair with their first ticket, and people who leave, while booths call."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import insert, select, text

from exchange.accounts.queries import Viewer
from exchange.booths import access, actions, call_actions
from exchange.booths.tables import Ticket
from exchange.fairs.tables import FairSeeker
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing, open_store
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.queries import seeker_of_account
from exchange.seekers.tables import Consent
from tests.booths.test_races import NOW, works
from tests.cast import Ground, crowd, open_ground
from web.work import Work

__all__ = ["works"]


def newcomers(db: Writing, ground: Ground, count: int) -> list[Viewer]:
    """People with a file and their consents who are not registered for the fair."""
    people = crowd(db, ground, count)
    said = {"given": True, "text_version": "2026-11", "channel": Channel.ONLINE, "at": ground.opens_at}
    for viewer in people:
        who = seeker_of_account(db, viewer.account_id)
        db.execute(insert(Consent), [{"id": new_id(), "seeker_id": who, "purpose": one, **said} for one in Purpose])
    return people


async def test_newcomers_take_numbers_while_the_booth_calls(works: list[Work], store: Store, ground: Ground) -> None:
    people = store.write(lambda db: newcomers(db, ground, 60))
    store.write(lambda db: ground.sit(db, "Dung", now=NOW))

    def take(db: Writing, viewer: Viewer) -> None:
        seat = access.own_seat(db, viewer, ground.booths["May"])
        actions.take_number(db, seat, request_id=new_id(), now=NOW)

    async def call(work: Work) -> None:
        for act in (call_actions.call_next, call_actions.withdraw):
            with suppress(Refused, Conflict):
                await work.write(lambda db, act=act: act(db, ground.desk(db, "Dung"), request_id=None, now=NOW))

    async def coming() -> None:
        await asyncio.gather(*(works[n % 2].write(lambda db, who=who: take(db, who)) for n, who in enumerate(people)))

    async def calling() -> None:
        for n in range(40):
            await call(works[n % 2])

    await asyncio.gather(coming(), calling(), calling())
    p, t = columns(FairSeeker), columns(Ticket)
    there = store.read(lambda db: set(db.scalars(select(p.seeker_id).where(p.checked_in_at == NOW))))
    waiting = store.read(lambda db: set(db.scalars(select(t.seeker_id))))
    assert len(waiting) == 60
    assert there == waiting


def test_whoever_leaves_while_being_called_comes_too_late(postgresql_database: str) -> None:
    """The call is made and not committed yet; leaving waits for it, then hears that a call is open."""
    store = open_store(postgresql_database)
    ground = store.write(open_ground)
    seat = store.write(lambda db: (ground.sit(db, "Dung", now=NOW), ground.ticket(db, "Lan", now=NOW))[1])
    leave = partial(actions.leave_queue, seat=seat, request_id=None, now=NOW)
    waits = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with ThreadPoolExecutor(1) as pool:
        with Writing(store.writer, expire_on_commit=False) as db, db.begin():
            call_actions.call_next(db, ground.desk(db, "Dung"), request_id=None, now=NOW)
            leaving = pool.submit(store.write, leave)
            while not (leaving.done() or store.read(lambda reading: reading.scalar(waits))):
                pass
        with pytest.raises(Conflict):
            leaving.result()
    t = columns(Ticket)
    assert store.read(lambda reading: reading.scalar(select(t.closed_at).where(t.id == seat.ticket_id))) is None
    store.close()
