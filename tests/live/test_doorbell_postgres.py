"""The bell between processes, on a real PostgreSQL that is killed under it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID, uuid4

import asyncpg
import pytest

from tests.fixtures.postgres import Cluster
from web.live.doorbell import Rung
from web.live.notify import CHANNEL, PostgresDoorbell, _messages

PATIENCE = 20.0
NOTHING: frozenset[UUID] = frozenset()


@asynccontextmanager
async def running(url: str) -> AsyncIterator[PostgresDoorbell]:
    """A bell that is connected: it has said so by asking its process to look everywhere."""
    bell = PostgresDoorbell(url)
    task = asyncio.create_task(bell.run())
    try:
        await everywhere(bell)
        yield bell
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def everywhere(bell: PostgresDoorbell) -> None:
    async with asyncio.timeout(PATIENCE):
        while not (await bell.wait(PATIENCE)).everywhere:
            pass


async def test_one_process_hears_the_other_and_itself(postgres: Cluster) -> None:
    fair = uuid4()
    async with running(postgres.url()) as ours, running(postgres.url()) as theirs:
        ours.ring([fair])

        assert await theirs.wait(PATIENCE) == Rung(frozenset({fair}), everywhere=False)
        assert await ours.wait(PATIENCE) == Rung(frozenset({fair}), everywhere=False)


async def test_our_own_ring_does_not_come_back_as_an_echo(postgres: Cluster) -> None:
    first, second = uuid4(), uuid4()
    async with running(postgres.url()) as ours, running(postgres.url()) as theirs:
        ours.ring([first])
        await ours.wait(PATIENCE)
        await theirs.wait(PATIENCE)
        theirs.ring([second])  # comes after any echo would

        assert await ours.wait(PATIENCE) == Rung(frozenset({second}), everywhere=False)


async def test_a_thousand_fairs_ring_in_messages_of_the_size_postgresql_takes(postgres: Cluster) -> None:
    fairs = frozenset(uuid4() for _ in range(1000))
    assert max(map(len, _messages(fairs))) < 8000

    async with running(postgres.url()) as ours, running(postgres.url()) as theirs:
        ours.ring(fairs)
        heard: set[UUID] = set()
        async with asyncio.timeout(PATIENCE):
            while heard != fairs:
                heard |= (await theirs.wait(PATIENCE)).streams


@pytest.mark.parametrize("message", ["", "not a fair", "018f,*"])
async def test_a_message_of_another_release_means_look_everywhere(postgres: Cluster, message: str) -> None:
    connection = await asyncpg.connect(postgres.url())
    async with running(postgres.url()) as bell:
        await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, message)

        assert await bell.wait(PATIENCE) == Rung(NOTHING, everywhere=True)
    await connection.close()


async def test_after_the_server_was_killed_both_look_everywhere_and_hear_each_other_again(
    own_postgres: Cluster,
) -> None:
    fair, later = uuid4(), uuid4()
    async with running(own_postgres.url()) as ours, running(own_postgres.url()) as theirs:
        await asyncio.to_thread(own_postgres.kill)
        ours.ring([fair])
        assert (await ours.wait(PATIENCE)).streams == {fair}, "here it rings without a database"
        await asyncio.to_thread(own_postgres.restart)

        await everywhere(ours)
        await everywhere(theirs)
        ours.ring([later])
        heard: set[UUID] = set()
        async with asyncio.timeout(PATIENCE):
            while later not in heard:
                heard |= (await theirs.wait(PATIENCE)).streams


async def test_what_is_rung_while_the_connection_is_cut_is_heard_all_the_same(postgres: Cluster) -> None:
    cutter = await asyncpg.connect(postgres.url())
    async with running(postgres.url()) as ours:
        backend = await cutter.fetchval("SELECT max(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")
        async with running(postgres.url()) as theirs:
            fairs = [uuid4() for _ in range(3)]
            ours.ring(fairs[:1])
            await cutter.execute("SELECT pg_terminate_backend($1)", backend)
            ours.ring(fairs[1:])

            heard: set[UUID] = set()
            async with asyncio.timeout(PATIENCE):
                while not heard.issuperset(fairs):
                    heard |= (await theirs.wait(PATIENCE)).streams
    await cutter.close()


async def test_a_server_that_is_not_there_is_waited_for(own_postgres: Cluster) -> None:
    await asyncio.to_thread(own_postgres.kill)
    bell = PostgresDoorbell(own_postgres.url())
    task = asyncio.create_task(bell.run())
    assert await bell.wait(0.01) == Rung(NOTHING, everywhere=False)

    await asyncio.to_thread(own_postgres.start)

    await everywhere(bell)
    task.cancel()
