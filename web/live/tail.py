"""Reads the journal of every fair somebody is watching and sends redrawn regions down the line.

Many entries make one redraw: what changed since the cursor becomes a set of regions, each drawn once for everybody
who sees it. At once when it is quiet, at most every 100 ms under load.
"""

import asyncio
import logging
import time
from uuid import UUID

from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.journal import log as journal
from exchange.journal.log import News
from exchange.kernel import clock
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from web import regions
from web.live import frames
from web.live.doorbell import Doorbell
from web.live.hub import Hub
from web.live.pages import Shown, partial
from web.render import Render
from web.show import Key
from web.work import Work

SWEEP = 1.0  # seconds: a lost ring delays news by this much at most
TICK = 0.1
AGEING = 15.0  # seconds between redraws of what depends on the clock
UNHURRIED = 2.0  # seconds between redraws of what costs much
KEPT = 60.0  # seconds a fair is followed after its last listener went
RELOAD_WITHIN = 5  # seconds over which pages spread a reload

Touched = tuple[regions.Region, Key]

log = logging.getLogger("exchange.live")


class Tail:
    """One for each process."""

    def __init__(self, work: Work, hub: Hub, bell: Doorbell, render: Render) -> None:
        self._work, self._hub, self._bell, self._render = work, hub, bell, render
        self._cursors: dict[UUID, int] = {}
        self._phases: dict[UUID, FairPhase] = {}
        self._needed: dict[UUID, float] = {}
        self._waiting: dict[UUID, set[Touched]] = {}
        self._unhurried: dict[UUID, float] = {}
        self._aged = 0.0

    async def follow(self, fair_id: UUID) -> None:
        """Read this fair's news from now on. Before a socket joins, so that nothing falls between it and the page."""
        self._needed[fair_id] = time.monotonic()
        if fair_id not in self._cursors:
            seq = await self._work.read(lambda db: journal.last_seq(db, fair_id))
            self._cursors.setdefault(fair_id, seq)

    async def run(self) -> None:
        """For ever. A fault is logged and the next sweep tries again."""
        while True:
            await self._bell.wait(SWEEP)
            began = time.monotonic()
            try:
                sent = await self.look()
            except Exception:
                log.exception("the tail could not read or draw")
                sent = True
            if sent:
                await asyncio.sleep(max(0.0, TICK - (time.monotonic() - began)))

    async def look(self) -> bool:
        """One pass over all followed fairs; whether there was news."""
        listening = {UUID(topic.partition(":")[2]) for topic in self._hub.topics_with_listeners("fair:")}
        now = time.monotonic()
        self._needed |= dict.fromkeys(listening, now)
        for fair_id in [fair for fair, at in self._needed.items() if now - at > KEPT]:
            for kept in (self._needed, self._cursors, self._phases, self._waiting, self._unhurried):
                kept.pop(fair_id, None)
        aged, self._aged = now - self._aged > AGEING, max(self._aged, now if now - self._aged > AGEING else self._aged)
        sent = False
        for fair_id in listening & self._cursors.keys():
            sent |= await self._news_of(fair_id, aged=aged)
        return sent

    async def _news_of(self, fair_id: UUID, *, aged: bool) -> bool:
        since = self._cursors[fair_id]
        entries, phase = await self._work.read(lambda db: _read(db, fair_id, since))
        touched = {one for entry in entries for one in _touched(fair_id, entry)}
        if aged:
            touched |= {(region, fair_id) for region in regions.AGEING}
        shown = {one for region, key in self._due(fair_id, touched) for one in self._listened(region, fair_id, key)}
        seq = entries[-1].seq if entries else since
        if shown:
            await self._hub.publish(seq, await self._work.read(lambda db: self._drawn(db, fair_id, shown)))
        self._cursors[fair_id] = seq
        if phase is not self._phases.setdefault(fair_id, phase) or any(e.kind in regions.RELOADS for e in entries):
            self._phases[fair_id] = phase
            await self._hub.send(f"fair:{fair_id}", frames.reload(RELOAD_WITHIN))
        return bool(entries)

    def _due(self, fair_id: UUID, touched: set[Touched]) -> set[Touched]:
        """What is drawn now: unhurried regions are gathered for a while."""
        waiting = self._waiting.setdefault(fair_id, set())
        waiting |= {one for one in touched if one[0].unhurried}
        due, now = {one for one in touched if not one[0].unhurried}, time.monotonic()
        if waiting and now - self._unhurried.get(fair_id, 0.0) > UNHURRIED:
            due |= waiting
            waiting.clear()
            self._unhurried[fair_id] = now
        return due

    def _listened(self, region: regions.Region, fair_id: UUID, key: Key) -> list[Shown]:
        """Of a touched region what somebody sees."""
        topic = region.topic(fair_id, key)
        if region.every:
            stem = topic.removesuffix(str(key))
            return [Shown(region, UUID(heard[len(stem) :])) for heard in self._hub.topics_with_listeners(stem)]
        return [Shown(region, key)] if self._hub.heard(topic) else []

    def _drawn(self, db: Reading, fair_id: UUID, shown: set[Shown]) -> dict[str, str]:
        """Topic → its redrawn regions."""
        now = clock.now()
        news: dict[str, str] = {}
        for one in shown:
            try:
                drawn = partial(db, self._render, fair_id, one, now=now)
            except NotFound:
                continue  # gone meanwhile: its page will hear so when it asks
            topic = one.region.topic(fair_id, one.key)
            news[topic] = news.get(topic, "") + drawn
        return news


def _touched(fair_id: UUID, entry: News) -> list[tuple[regions.Region, Key]]:
    """Regions that an entry changes, and which instances of them."""
    changed = [region for region in regions.ALL if entry.kind in region.changed_by]
    return [(region, key) for region in changed for key in region.keys(fair_id, entry)]


def _read(db: Reading, fair_id: UUID, since: int) -> tuple[list[News], FairPhase]:
    entries = journal.since(db, fair_id, since)
    return entries, fairs.phase(db, fair_id, now=clock.now())
