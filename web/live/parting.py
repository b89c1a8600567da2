"""Ends the sockets of logins that have ended: signed out through another process, expired, or the account disabled.

A sign-out here ends its sockets at once (`web/pages/accounts.py`); this finds the others.
"""

import asyncio
import logging
from uuid import UUID

from exchange.accounts import queries
from exchange.kernel import clock
from web.live.frames import Close
from web.live.hub import Hub
from web.work import Work

EVERY = 5.0  # seconds
AT_ONCE = 500  # logins in one question

log = logging.getLogger("exchange.live")


async def part_ended(work: Work, hub: Hub) -> None:
    """For ever. A fault is logged and tried again."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await look(work, hub)
        except Exception:
            log.exception("ended logins could not be looked for")


async def look(work: Work, hub: Hub) -> None:
    """One pass over all logins that listen."""
    heard = [UUID(topic.partition(":")[2]) for topic in hub.topics_with_listeners("login:")]
    for number in range(0, len(heard), AT_ONCE):
        some = heard[number : number + AT_ONCE]
        alive = await work.read(lambda db, some=some: queries.alive(db, some, now=clock.now()))  # type: ignore[misc]
        for login_id in set(some) - alive:
            hub.kick(f"login:{login_id}", Close.SIGNED_OUT)
