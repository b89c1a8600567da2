"""Robots use the pages as people do: what they read there, and that a fair goes on by them."""

import asyncio
import contextlib
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from exchange.booths.talk_tables import Outcome
from exchange.demo.start import prepare
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, open_store
from tests.fixtures.server import Server
from web.robots.__main__ import main
from web.robots.browser import Page

ONE, OTHER = "0190a0a0-0000-7000-8000-000000000001", "0190a0a0-0000-7000-8000-000000000002"
LONGEST = 120.0  # seconds


def test_a_page_tells_its_ids_once_and_in_order() -> None:
    links = (f"/booths/{OTHER}", f"/booths/{ONE}", f"/booths/{OTHER}/x", f"/booths/{OTHER}")
    page = Page("/", 200, "".join(f'<a href="{link}">' for link in links))

    assert [str(one) for one in page.ids("/booths/")] == [OTHER, ONE]
    assert str(page.first("/booths/", "/x")) == OTHER
    assert page.first("/desks/") is None


@pytest.fixture
def live(demo_sqlite: str) -> Store:
    """The demo, live by the real clock."""
    store, now = open_store(demo_sqlite), clock.now()
    store.write(lambda db: prepare(db, "", now=now))
    return store


def acts(store: Store) -> set[Kind]:
    """What was done by forms: the story before has none of these by a form."""
    e = columns(Entry)
    return store.read(lambda db: set(db.scalars(select(e.kind).where(e.request_id.is_not(None)))))


async def test_people_are_called_talk_and_get_their_outcome(live: Store, serve: Callable[..., Server]) -> None:
    server = serve(live.url, EXCHANGE_DEMO="true")
    outcomes = live.read(lambda db: db.scalar(select(func.count()).select_from(Outcome)))

    robots = asyncio.create_task(main("127.0.0.1", server.port, busy=True, speed=10, most=1000, seed=1))
    wanted = {Kind.QUEUE_JOINED, Kind.CALLED, Kind.CALL_ACCEPTED, Kind.MESSAGE_WRITTEN, Kind.OUTCOME_RECORDED}
    async with asyncio.timeout(LONGEST):
        while not wanted <= acts(live):  # noqa: ASYNC110 - another process writes
            await asyncio.sleep(0.2)
    robots.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await robots

    assert live.read(lambda db: db.scalar(select(func.count()).select_from(Outcome))) > outcomes
    live.close()
    assert "Traceback" not in server.log.read_text()
