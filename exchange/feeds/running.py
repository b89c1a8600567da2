"""Bringing feeds up to date, sending and reading, one step after the other: for commands and tests.

The server does the same in its own way (`web/feeding.py`).
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from exchange.feeds import actions, pull_actions, push_actions, queries
from exchange.feeds.wire import Wire
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.vault import Vault

Clock = Callable[[], datetime]


def refresh_all(store: Store, *, now: datetime) -> dict[UUID, int]:
    """Every centre's feed; how many changes each had to tell."""
    own = store.read(queries.centres_with_news)
    return {one: store.write(lambda db, one=one: actions.refresh(db, one, now=now)) for one in own}  # type: ignore[misc]


def push_all(store: Store, wire: Wire, vault: Vault, public_url: str, *, at: Clock = clock.now) -> tuple[int, int]:
    """Send all that is due; how many messages were taken, and how many not."""
    taken = failed = 0
    while True:
        now = at()
        message = store.write(
            lambda db, now=now: push_actions.claim(db, vault=vault, public_url=public_url, now=now)  # type: ignore[misc]
        )
        if message is None:
            return taken, failed
        reply = wire(message.request)
        store.write(
            lambda db, it=message, reply=reply: push_actions.settle(db, it.delivery_id, reply, now=at())  # type: ignore[misc]
        )
        taken, failed = taken + reply.taken, failed + (not reply.taken)


def pull_all(store: Store, wire: Wire, vault: Vault, *, only: UUID | None = None, at: Clock = clock.now) -> int:
    """Read all sources that are due (`only`: one of them) as far as they go; how many pages were asked for."""
    pages = 0
    while True:
        now = at()
        question = store.write(
            lambda db, now=now: pull_actions.claim(db, vault=vault, now=now, only=only)  # type: ignore[misc]
        )
        if question is None:
            return pages
        reply = wire(question.request)
        store.write(lambda db, it=question, reply=reply: pull_actions.take(db, it, reply, now=at()))  # type: ignore[misc]
        pages += 1
