"""Races as races: many at once through the server's own unit of work (on PostgreSQL two processes' worth of pools)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from exchange.accounts.queries import Viewer
from exchange.booths import access, actions, call_actions
from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.employers.tables import Recruiter
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.engines import is_sqlite
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from tests.cast import EIGHT_O_CLOCK, Ground, crowd
from web.live.doorbell import LocalDoorbell
from web.work import PostgresWork, SqliteWork, Work

NOW = EIGHT_O_CLOCK + timedelta(minutes=10)


@pytest.fixture
async def works(database: str) -> AsyncIterator[list[Work]]:
    """The server's way to the database: one process on SQLite, two on PostgreSQL."""
    if is_sqlite(database):
        opened: list[Work] = [SqliteWork(database, LocalDoorbell())] * 2
    else:
        opened = [PostgresWork(database, LocalDoorbell()) for _ in range(2)]
    yield opened
    for work in {id(work): work for work in opened}.values():
        await work.close()


def numbers_of(db: Reading, fair_id: UUID) -> list[int]:
    """The journal numbers of a fair, in order."""
    e = columns(Entry)
    return list(db.scalars(select(e.seq).where(e.stream_id == fair_id).order_by(e.seq)))


async def test_two_hundred_join_at_once(works: list[Work], store: Store, ground: Ground) -> None:
    people = store.write(lambda db: crowd(db, ground, 200))
    before = store.read(lambda db: len(numbers_of(db, ground.fair_id)))

    def take(db: Writing, viewer: Viewer) -> UUID:
        seat = access.own_seat(db, viewer, ground.booths["May"])
        return actions.join_queue(db, seat, request_id=None, now=NOW)

    twice = [works[n % 2].write(lambda db, who=who: take(db, who)) for who in people for n in (0, 1)]
    tickets = await asyncio.gather(*twice)
    assert tickets[::2] == tickets[1::2]  # two devices of one person hold one ticket
    t = columns(Ticket)
    found = store.read(lambda db: sorted(db.scalars(select(t.number).where(t.booth_id == ground.booths["May"]))))
    assert found == list(range(1, 201))
    after = store.read(lambda db: numbers_of(db, ground.fair_id))
    assert after == list(range(1, before + 201))


async def test_eight_recruiters_call_at_once_at_two_booths(works: list[Work], store: Store, ground: Ground) -> None:
    def ready(db: Writing) -> list[tuple[str, Viewer]]:
        people = crowd(db, ground, 6)
        for booth in ("May", "Thủy sản"):
            for viewer in people:
                seat = access.own_seat(db, viewer, ground.booths[booth])
                actions.join_queue(db, seat, request_id=None, now=NOW)
        return [(booth, _recruiter(db, ground, booth, n)) for booth in ("May", "Thủy sản") for n in range(4)]

    desks = store.write(ready)

    async def call(work: Work, booth: str, viewer: Viewer) -> bool:
        def change(db: Writing) -> None:
            desk = access.recruiter_desk(db, viewer, ground.booths[booth])
            call_actions.call_next(db, desk, request_id=None, now=NOW)

        try:
            await work.write(change)
        except Refused:
            return False
        return True

    called = await asyncio.gather(*(call(works[n % 2], *desk) for n, desk in enumerate(desks)))
    c = columns(Call)
    live = store.read(lambda db: list(db.scalars(select(c.seeker_id).where(c.closed_at.is_(None)))))
    assert len(live) == len(set(live)) == sum(called) == 6  # eight desks, six people: each called once
    numbers = store.read(lambda db: numbers_of(db, ground.fair_id))
    assert numbers == list(range(1, len(numbers) + 1))


async def test_accepting_and_stepping_back_at_once_has_one_winner(
    works: list[Work], store: Store, ground: Ground
) -> None:
    def called(db: Writing) -> None:
        ground.ticket(db, "Lan", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)

    store.write(called)

    async def answer(work: Work, act: object) -> str:
        def change(db: Writing) -> None:
            act(db, ground.ticket(db, "Lan", now=NOW), request_id=None, now=NOW)  # type: ignore[operator]

        try:
            await work.write(change)
        except Conflict:
            return "late"
        return "done"

    acts = [call_actions.accept, call_actions.step_back] * 4
    answers = await asyncio.gather(*(answer(works[n % 2], act) for n, act in enumerate(acts)))
    accepted = store.read(lambda db: db.scalar(select(func.count()).select_from(Interview)))
    assert (answers.count("done"), accepted) in {(1, 0), (4, 1)}  # accepting again finds the interview that began


async def test_one_form_sent_ten_times_at_once_acts_once(works: list[Work], store: Store, ground: Ground) -> None:
    from exchange.booths import talk_actions
    from exchange.booths.talk_tables import Message

    talk = store.write(lambda db: ground.talk(db, "Lan", "Dung", now=NOW))
    request = new_id()

    def say(db: Writing) -> None:
        seat = access.talk_seat(db, ground.viewer("Lan"), talk)
        talk_actions.write_message(db, seat, "Chào anh/chị", request_id=request, now=NOW)

    await asyncio.gather(*(works[n % 2].write(say) for n in range(10)))
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(Message))) == 1


def _recruiter(db: Writing, ground: Ground, booth: str, number: int) -> Viewer:
    """One more recruiter of a booth's employer, at the desk."""
    viewer = crowd_of_one(db, ground, f"{booth}{number}")
    db.add(Recruiter(employer_id=ground.employers[booth], account_id=viewer.account_id, since=NOW))
    db.flush()
    actions.sit_down(db, access.recruiter_desk(db, viewer, ground.booths[booth]), now=NOW)
    return viewer


def crowd_of_one(db: Writing, ground: Ground, name: str) -> Viewer:
    """Somebody with an account and a login."""
    from exchange.accounts import actions as accounts
    from exchange.kernel.text import fold

    email = f"{fold(name).replace(' ', '')}@vi-du.vn"
    account = accounts.open_account(db, name, email=email, now=ground.opens_at)
    return Viewer(account, accounts.sign_in(db, account, "thử", now=ground.opens_at).login_id, name)
