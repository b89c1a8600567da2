"""Does what is to be done with imports, beside the pages: part after part, each a short transaction.

Every process looks; whoever holds an import's row does the part, and the others find it done. A process that stops
leaves the next part to whoever comes.
"""

import asyncio
import logging
from datetime import timedelta
from uuid import UUID

from exchange.intake import actions, parts
from exchange.intake.codes import KEPT_DAYS
from exchange.kernel import clock
from exchange.kernel.vault import Vault
from web.work import Work

_EVERY = 2.0  # seconds between two looks, where nobody wakes us
_BREATH = 0.005  # seconds between two parts: whoever waits for the writer goes first
_LONGEST = 300.0  # seconds at most until an import that failed is tried again; twice as long after each fault
_SWEEP = 3600.0  # seconds between two deletions of rows that were kept long enough

log = logging.getLogger("exchange.web")


class Intakes:
    """The imports of one process."""

    def __init__(self, work: Work, vault: Vault) -> None:
        self._work, self._vault = work, vault
        self._called = asyncio.Event()
        self._swept = 0.0
        self._stuck: dict[UUID, tuple[float, float]] = {}  # when it is tried again, and how long that was put off

    def wake(self) -> None:
        """Look now: somebody has just pressed a button."""
        self._called.set()

    async def run(self) -> None:
        """For ever. A fault is logged and tried again."""
        while True:
            try:
                await self.do_due()
                await self._forget()
            except Exception:
                log.exception("an import could not go on")
            try:
                await asyncio.wait_for(self._called.wait(), _EVERY)
            except TimeoutError:
                continue
            finally:
                self._called.clear()

    async def do_due(self) -> None:
        """All that is to be done now, one part of each import in turn."""
        while due := await self._work.read(parts.due):
            done = [await self._tried(own) for own in due]
            if not any(done):
                return
            await asyncio.sleep(_BREATH)

    async def _tried(self, own: UUID) -> bool:
        """One that cannot go on does not hold up the others."""
        at, put_off = self._stuck.get(own, (0.0, _EVERY / 2))
        now = asyncio.get_running_loop().time()
        if now < at:
            return False
        try:
            done = await self._part(own)
        except Exception:
            log.exception("an import could not go on: %s", own)
            put_off = min(2 * put_off, _LONGEST)
            self._stuck[own] = now + put_off, put_off
            return False
        self._stuck.pop(own, None)
        return done

    async def _part(self, own: UUID) -> bool:
        """The next part of an import; whether it was done here."""
        todo = await self._work.read(lambda db: parts.job(db, own, now=clock.now()))
        if todo is None:
            return False
        rows = await asyncio.to_thread(parts.prepared, todo, self._vault)
        now = clock.now()
        return await self._work.write(lambda db: parts.do(db, todo, rows, vault=self._vault, now=now))

    async def _forget(self) -> None:
        at = asyncio.get_running_loop().time()
        if at < self._swept:
            return
        self._swept = at + _SWEEP
        before = clock.now() - timedelta(days=KEPT_DAYS)
        await self._work.write(lambda db: actions.forget(db, before))
