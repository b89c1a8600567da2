"""Exchange with other systems, beside the pages: the own feeds kept up to date, news sent, other feeds read.

Every process looks. Guarded updates decide which one sends a message or asks a source; the network is used between
two short transactions, on a thread, never within one.
"""

import asyncio
import logging
from datetime import datetime, timedelta
from uuid import UUID

from exchange.feeds import actions, pull_actions, push_actions, queries
from exchange.feeds.wire import Wire
from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.settings import Settings
from exchange.kernel.vault import Vault
from web.security import Bucket
from web.wire import HttpWire
from web.work import Work

_EVERY = 2.0  # seconds between two looks, where nobody wakes us
_FRESH = timedelta(seconds=1)  # a feed that was looked at so lately is not looked at again for a reader
_UNSEEN = timedelta(seconds=60)  # a change may become visible so long after the time that stands in it
_WHOLE = timedelta(minutes=10)  # a feed is compared so often although nothing was written down
_REST = 20  # times as long as a comparison took, until the next: a large centre is looked at less often
_LINES = 4  # messages and questions on their way at once

log = logging.getLogger("exchange.web")


class Feeds:
    """The exchange of one process with other systems."""

    def __init__(self, work: Work, vault: Vault, wire: Wire, public_url: str) -> None:
        self._work, self._vault, self._wire, self._public_url = work, vault, wire, public_url
        self._looked: dict[UUID, datetime] = {}
        self._rests: dict[UUID, datetime] = {}
        self._called = asyncio.Event()
        self.limit = Bucket(per_second=10, burst=100)

    def wake(self) -> None:
        """Look now: something was asked for, or another system has news."""
        self._called.set()

    async def run(self) -> None:
        """For ever. A fault is logged and tried again."""
        while True:
            for part in (self.refresh_due, self.push_due, self.pull_due):
                try:
                    await part()
                except Exception:
                    log.exception("the exchange with other systems could not go on")
            try:
                await asyncio.wait_for(self._called.wait(), _EVERY)
            except TimeoutError:
                continue
            finally:
                self._called.clear()

    async def refresh_due(self) -> None:
        """Each centre's feed that may have something to tell."""
        now, own = clock.now(), await self._work.read(queries.centres_with_news)
        moved = await self._moved(min((self._looked.get(one, now - _WHOLE) for one in own), default=now), now)
        for one in own:
            if (moved and self._rested(one, now)) or self._stale(one, now):
                await self._refresh(one, now)

    async def fresh(self, centre_id: UUID) -> None:
        """Before somebody reads a feed: bring it up to date, unless that was done just now. There must be a centre."""
        now = clock.now()
        looked = self._looked.get(centre_id, now - _WHOLE)
        lately = now - looked < _FRESH or not self._rested(centre_id, now)
        if self._stale(centre_id, now) or (not lately and await self._moved(looked, now)):
            await self._refresh(centre_id, now)

    def _rested(self, centre_id: UUID, now: datetime) -> bool:
        return now >= self._rests.get(centre_id, now)

    def _stale(self, centre_id: UUID, now: datetime) -> bool:
        """Whether time alone may have changed what is published, or nobody here has looked at it yet."""
        looked = self._looked.get(centre_id)
        return looked is None or now - looked >= _WHOLE or local_day(looked) != local_day(now)

    async def _moved(self, looked: datetime, now: datetime) -> bool:
        """Whether anything was written down that a feed may have to tell of."""
        since = max(looked, now - _WHOLE) - _UNSEEN
        return await self._work.read(lambda db: queries.moved_since(db, since))

    async def _refresh(self, centre_id: UUID, now: datetime) -> None:
        """Compared on a reading handle first: the writer is asked only where there is something to write."""
        self._looked[centre_id] = now  # first, so that a crowd of readers asks once
        try:
            if await self._work.read(lambda db: actions.behind(db, centre_id, now=now), scan=True):
                await self._work.write(lambda db: actions.refresh(db, centre_id, now=now))
        except Exception:
            self._looked.pop(centre_id, None)
            raise
        done = clock.now()
        self._rests[centre_id] = done + _REST * (done - now)

    async def push_due(self) -> None:
        """All messages that are due."""
        if await self._work.read(lambda db: push_actions.anything(db, now=clock.now())):
            await asyncio.gather(*(self._push() for _ in range(_LINES)))

    async def _push(self) -> None:
        while True:
            now = clock.now()
            message = await self._work.write(
                lambda db, now=now: push_actions.claim(  # type: ignore[misc]
                    db, vault=self._vault, public_url=self._public_url, now=now
                )
            )
            if message is None:
                return
            reply = await asyncio.to_thread(self._wire, message.request)
            await self._work.write(
                lambda db, it=message, reply=reply: push_actions.settle(  # type: ignore[misc]
                    db, it.delivery_id, reply, now=clock.now()
                )
            )

    async def pull_due(self) -> None:
        """All sources that are due, each as far as it goes."""
        if await self._work.read(lambda db: pull_actions.anything(db, now=clock.now())):
            await asyncio.gather(*(self._pull() for _ in range(_LINES)))

    async def _pull(self) -> None:
        while True:
            now = clock.now()
            question = await self._work.write(
                lambda db, now=now: pull_actions.claim(db, vault=self._vault, now=now)  # type: ignore[misc]
            )
            if question is None:
                return
            reply = await asyncio.to_thread(self._wire, question.request)
            await self._work.write(
                lambda db, it=question, reply=reply: pull_actions.take(db, it, reply, now=clock.now())  # type: ignore[misc]
            )


def feeds_of(settings: Settings, work: Work, vault: Vault) -> Feeds:
    """The exchange of a process with these settings."""
    return Feeds(work, vault, HttpWire(private=settings.feed_private), settings.public_url)
