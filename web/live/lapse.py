"""Ends what time ends: calls whose minute is over, interviews left without an outcome when a fair's results close.

Every process looks once a second; a guarded update decides which one does it.
"""

import asyncio
import logging

from exchange.booths import call_actions, end_actions, line_queries
from exchange.kernel import clock
from web.work import Work

EVERY = 1.0  # seconds

log = logging.getLogger("exchange.live")


async def lapse_calls(work: Work) -> None:
    """For ever. A fault is logged and tried again."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            if await work.read(lambda db: line_queries.any_lapsed(db, now=clock.now())):
                while await work.write(lambda db: call_actions.lapse_one(db, now=clock.now())):
                    pass
            if await work.read(lambda db: end_actions.any_left_open(db, now=clock.now())):
                while await work.write(lambda db: end_actions.end_one_left_open(db, now=clock.now())):
                    pass
        except Exception:
            log.exception("calls could not be closed")
