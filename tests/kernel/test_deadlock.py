"""Two transactions that wait for each other: the one that is given up is run again."""

import asyncio
from uuid import UUID

from sqlalchemy import text

from exchange.booths.tables import Booth
from exchange.kernel.db import AsyncStore, Store, Writing, hold, open_store
from tests.cast import open_ground

_MINE = text("SELECT pg_advisory_xact_lock(:n)")
_BOTH = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid IN (1, 2)")


async def test_the_victim_of_a_deadlock_is_run_again(postgresql_database: str) -> None:
    plain: Store = open_store(postgresql_database)
    ground, work = plain.write(open_ground), AsyncStore(postgresql_database)
    runs: list[int] = []

    def crossing(db: Writing, number: int, first: UUID, second: UUID) -> None:
        hold(db, Booth, first)
        db.execute(_MINE, {"n": number})
        again = number in runs
        runs.append(number)
        while not again and db.scalar(_BOTH) < 2:  # until both hold their first
            pass
        hold(db, Booth, second)

    one, two = ground.booths.values()
    await asyncio.gather(
        work.write(lambda db: crossing(db, 1, one, two)), work.write(lambda db: crossing(db, 2, two, one))
    )
    assert sorted(set(runs)) == [1, 2]
    assert len(runs) == 3
    await work.close()
    plain.close()
