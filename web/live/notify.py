"""The doorbell between processes: PostgreSQL LISTEN and NOTIFY on a connection of its own.

Of its own and after the commit, because transactions that NOTIFY queue for one lock when they commit. Rings are
gathered for a tick and carry fair ids only. The connection is watched; after every reconnection the tail is told to
look everywhere. (A pooler in front of PostgreSQL must give this connection a session of its own.)
"""

import asyncio
import logging
import random
from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

import asyncpg

from web.live.doorbell import LocalDoorbell, Rung

CHANNEL: Final = "exchange_news"
IDS: Final = 200  # in one message; 33 bytes each, and PostgreSQL takes less than 8,000 in all
TICK: Final = 0.02  # seconds between two messages: a burst of commits is one ring
ALIVE: Final = 15.0  # seconds of silence before we ask whether the server is still there
ANSWER: Final = 5.0  # seconds it may take to answer
FIRST_PAUSE: Final = 0.1  # seconds before connecting again; doubled each time, half of it by chance
LONGEST_PAUSE: Final = 5.0

log = logging.getLogger("exchange.live")

# The last is how the driver says that the line broke in the middle of a question.
Faults = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class PostgresDoorbell:
    """Rings here at once and in the other processes by NOTIFY; `run` must be running for the latter."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._ear = LocalDoorbell()
        self._unsent: set[UUID] = set()
        self._wake = asyncio.Event()  # something to send, or the connection is gone

    def ring(self, streams: Iterable[UUID]) -> None:
        rung = frozenset(streams)
        self._ear.ring(rung)
        self._unsent |= rung
        self._wake.set()

    async def wait(self, seconds: float) -> Rung:
        return await self._ear.wait(seconds)

    async def run(self) -> None:
        """Connected for ever, or trying to be."""
        pause = FIRST_PAUSE
        while True:
            try:
                connection = await asyncpg.connect(self._url, timeout=ANSWER, command_timeout=ANSWER)
                pause = FIRST_PAUSE
                await self._serve(connection)
            except Faults as fault:
                log.warning("doorbell: no connection to the database: %s", fault)
            await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - spreads processes, hides nothing
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _serve(self, connection: asyncpg.Connection) -> None:
        """Until the connection breaks."""
        try:
            connection.add_termination_listener(lambda _: self._wake.set())
            await connection.add_listener(CHANNEL, self._heard)
            self._ear.ring_everywhere()  # listening already: what is rung from now on is heard
            while not connection.is_closed():
                await self._send(connection)
        finally:
            connection.terminate()

    async def _send(self, connection: asyncpg.Connection) -> None:
        """What has gathered, or after a long silence a question to see whether anybody is there."""
        try:
            async with asyncio.timeout(ALIVE):
                await self._wake.wait()
        except TimeoutError:
            await connection.execute("SELECT 1")
            return
        self._wake.clear()
        sending, self._unsent = self._unsent, set()
        try:
            for message in _messages(sending):
                await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, message)
        except Faults:
            self.ring(sending)  # for the next connection
            raise
        await asyncio.sleep(TICK)

    def _heard(self, connection: asyncpg.Connection, pid: int, _channel: str, message: Any) -> None:
        if pid == connection.get_server_pid():
            return  # our own, rung here already
        try:
            self._ear.ring([UUID(hex=text) for text in message.split(",")])
        except ValueError:
            self._ear.ring_everywhere()  # a message of another release


def _messages(streams: Iterable[UUID]) -> Iterator[str]:
    ids = [stream.hex for stream in streams]
    for start in range(0, len(ids), IDS):
        yield ",".join(ids[start : start + IDS])
