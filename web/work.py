"""Running the core's plain functions for the async server. Before `read` or `write` returns, the work is done.

SQLite: reads inline, because a short read costs less than a thread's hop (reads that may scan go to a small pool);
writes on one thread that commits what is queued as one transaction, each unit under a savepoint of its own.
PostgreSQL: the async engine, one transaction each. After a commit, and never before, the doorbell rings.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar
from uuid import UUID

from exchange.kernel.db import AsyncStore, Broken, Reading, Store, Writing, run_units
from web.live.doorbell import Doorbell

T = TypeVar("T")
_MOST_AT_ONCE = 64  # units in one commit: a longer transaction would only make the first of them wait


class Work(Protocol):
    """How pages reach the core."""

    async def read(self, ask: Callable[[Reading], T], *, scan: bool = False) -> T:
        """Run one question. `scan`: it may take longer than a few milliseconds."""

    async def write(self, change: Callable[[Writing], T]) -> T:
        """Run one change as one transaction, durable on return."""

    async def close(self) -> None:
        """Finish what is queued and give the connections back."""


class SqliteWork:
    """One process on one file."""

    def __init__(self, url: str, bell: Doorbell) -> None:
        self._store = Store(url)
        self._bell = bell
        self._pool = ThreadPoolExecutor(3, "scan")
        self._queue: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_on, name="writer", daemon=True)
        self._writer.start()

    async def read(self, ask: Callable[[Reading], T], *, scan: bool = False) -> T:
        if scan:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._store.read, ask)
        return self._store.read(ask)

    async def write(self, change: Callable[[Writing], T]) -> T:
        unit = _Unit(change)
        self._queue.put(unit)
        result, rung = await asyncio.shield(unit.done)
        self._bell.ring(rung)
        return result  # type: ignore[no-any-return]

    async def close(self) -> None:
        self._queue.put(None)
        await asyncio.get_running_loop().run_in_executor(None, self._writer.join)
        self._pool.shutdown()
        self._store.close()

    def _write_on(self) -> None:
        while (first := self._queue.get()) is not None:
            units = [first]
            while len(units) < _MOST_AT_ONCE and not self._queue.empty():
                unit = self._queue.get()
                if unit is None:
                    self._queue.put(None)
                    break
                units.append(unit)
            outcomes = run_units(self._store, [unit.change for unit in units])
            for unit, outcome in zip(units, outcomes, strict=True):
                unit.finish(outcome)


class _Unit:
    """One change in the writer's queue, and the future of whoever waits for it."""

    def __init__(self, change: Callable[[Writing], Any]) -> None:
        self.change = change
        self._loop = asyncio.get_running_loop()
        self.done: asyncio.Future[tuple[Any, set[UUID]]] = self._loop.create_future()

    def finish(self, outcome: "tuple[Any, set[UUID]] | Broken") -> None:
        self._loop.call_soon_threadsafe(self._settle, outcome)

    def _settle(self, outcome: "tuple[Any, set[UUID]] | Broken") -> None:
        if self.done.cancelled():
            return
        if isinstance(outcome, Broken):
            self.done.set_exception(outcome.fault)
        else:
            self.done.set_result(outcome)


class PostgresWork:
    """Any number of processes on one server."""

    def __init__(self, url: str, bell: Doorbell) -> None:
        self._store = AsyncStore(url)
        self._bell = bell

    async def read(self, ask: Callable[[Reading], T], *, scan: bool = False) -> T:
        return await self._store.read(ask)

    async def write(self, change: Callable[[Writing], T]) -> T:
        result, rung = await self._store.write(change)
        self._bell.ring(rung)
        return result

    async def close(self) -> None:
        await self._store.close()
