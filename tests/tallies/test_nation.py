"""The made country that `make bench` counts: it can be made, and what is kept of it is what its rows say."""

from datetime import date
from typing import Any

import psycopg
from sqlalchemy import CTE, select

from exchange.counselling.rules import Days
from exchange.kernel.db import Reading, open_store
from exchange.tallies import queries
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.queries import Scope
from exchange.visits import facts
from tests.counselling.scene import NOW
from tests.load import nation

EVER = Days(date(2021, 1, 1), date(2027, 1, 1))


def rows(db: Reading, of: CTE) -> set[tuple[Any, ...]]:
    asked = select(*(of.c[name] for name in sorted(of.c.keys())))
    return set(map(tuple, db.execute(asked, {"first": EVER.first, "last": EVER.last, "known": NOW})))


def test_a_small_country_counts_what_its_rows_say(postgresql_database: str) -> None:
    with psycopg.connect(postgresql_database, autocommit=True) as line:
        nation.begin(line)
        nation.grow(line, 0, 1600)
        nation.grow(line, 1600, 3200)
        line.execute("DROP SCHEMA made CASCADE")  # the database is used again
    store = open_store(postgresql_database)
    try:
        kept = store.read(lambda db: (rows(db, facts.held()), rows(db, facts.visits())))
        told = store.read(lambda db: (rows(db, facts.held(as_of=True)), rows(db, facts.visits(as_of=True))))
        counted = [one.code for one in INDICATORS if one.counted]
        figures = store.read(lambda db: queries.figures(db, Scope(EVER), counted))
    finally:
        store.close()

    assert kept == told
    assert 1000 < figures["visits"] == len(kept[1]) < len(kept[0])
    assert figures["hirings"] == 634  # of 640, six were reversed
