"""What one process of the server is made of."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from exchange.documents.store import DocumentStore
from exchange.kernel.engines import is_sqlite
from exchange.kernel.settings import Settings
from exchange.kernel.vault import Vault
from web.assets import assets
from web.feeding import Feeds, feeds_of
from web.frame import Houses
from web.identity import Identities
from web.live.doorbell import Doorbell, LocalDoorbell
from web.live.gate import Gate
from web.live.hub import Hub
from web.live.lapse import lapse_calls
from web.live.notify import PostgresDoorbell
from web.live.parting import part_ended
from web.live.server import settle_memory
from web.live.tail import Tail
from web.papers import Papers
from web.render import Render
from web.security import Guard, Origins
from web.sending import ConsoleSender, Sender
from web.taking_in import Intakes
from web.work import PostgresWork, SqliteWork, Work


@dataclass(frozen=True)
class House:
    """Everything a handler may need, made once."""

    settings: Settings
    render: Render
    bell: Doorbell
    work: Work
    hub: Hub
    identities: Identities
    guard: Guard
    tail: Tail
    gate: Gate
    houses: Houses
    sender: Sender
    vault: Vault
    intakes: Intakes
    feeds: Feeds
    papers: Papers = field(default_factory=Papers)
    kept: dict[Any, Any] = field(default_factory=dict)  # strangers' pages, for a second (`Visit.shared_page`)

    @property
    def documents(self) -> DocumentStore:
        """Where scans lie."""
        return DocumentStore(self.settings.documents)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """The process at work: what runs beside the pages, from start to stop."""
        running = [
            asyncio.create_task(part)
            for part in (
                *(self.bell.run(), self.hub.run(), self.tail.run()),
                *(lapse_calls(self.work), part_ended(self.work, self.hub), self.intakes.run()),
                self.feeds.run(),
            )
        ]
        settle_memory()
        try:
            yield
        finally:
            for task in running:
                task.cancel()
            for task in running:
                with suppress(asyncio.CancelledError):
                    await task
            await self.work.close()


@cache
def _drawing(*, demo: bool) -> Render:
    """Templates are compiled once, whichever house draws with them."""
    return Render(assets(), demo=demo)


def build_house(settings: Settings) -> House:
    """Wire one process. Needs a running event loop only when it is opened."""
    url = settings.database_url
    bell: Doorbell = LocalDoorbell() if is_sqlite(url) else PostgresDoorbell(url)
    work: Work = SqliteWork(url, bell) if is_sqlite(url) else PostgresWork(url, bell)
    render = _drawing(demo=settings.demo)
    hub, identities = Hub(), Identities(work, secure=settings.secure)
    tail, vault = Tail(work, hub, bell, render), settings.vault()
    return House(
        settings=settings,
        render=render,
        bell=bell,
        work=work,
        hub=hub,
        identities=identities,
        guard=Guard(settings, identities),
        tail=tail,
        gate=Gate(work, render, tail, identities, Origins(settings)),
        houses=Houses(),
        sender=ConsoleSender(demo=settings.demo),
        vault=vault,
        intakes=Intakes(work, vault),
        feeds=feeds_of(settings, work, vault),
    )
