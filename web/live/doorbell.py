"""The bell between whoever changed something and whoever redraws it: "look at these fairs", and nothing more.

A ring carries no content and may be lost: the journal is the truth, and the tail looks everywhere once a second. So
the bell only decides how soon news goes out. Ring after the commit, from the event loop.
"""

import asyncio
from collections.abc import Iterable
from typing import NamedTuple, Protocol
from uuid import UUID


class Rung(NamedTuple):
    """What to look at: these streams, or everything there is (somebody may have rung while we were deaf)."""

    streams: frozenset[UUID]
    everywhere: bool


class Doorbell(Protocol):
    def ring(self, streams: Iterable[UUID]) -> None:
        """Never waits, never fails."""

    async def wait(self, seconds: float) -> Rung:
        """All that was rung since the last call; after so many seconds of silence, nothing. One waiter only."""

    async def run(self) -> None:
        """What the bell must do all the while; returns only when there is nothing to do or by being cancelled."""


class LocalDoorbell:
    """For one process (SQLite), and the ear of the other."""

    def __init__(self) -> None:
        self._streams: set[UUID] = set()
        self._everywhere = False
        self._bell = asyncio.Event()

    def ring(self, streams: Iterable[UUID]) -> None:
        self._streams.update(streams)
        if self._streams:
            self._bell.set()

    def ring_everywhere(self) -> None:
        self._everywhere = True
        self._bell.set()

    async def wait(self, seconds: float) -> Rung:
        try:
            async with asyncio.timeout(seconds):
                await self._bell.wait()
        except TimeoutError:
            pass
        rung = Rung(frozenset(self._streams), self._everywhere)
        self._streams.clear()
        self._everywhere = False
        self._bell.clear()
        return rung

    async def run(self) -> None:
        return
