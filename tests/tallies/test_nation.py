"""The made country that `make bench` counts: it can be made, and what is kept of it is what its rows say."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import CTE, select

from exchange.counselling.rules import Days
from exchange.kernel.db import Reading, open_store
from exchange.tallies import queries
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.queries import Scope
from exchange.visits import facts
from tests.load import nation

NOW = datetime(2027, 2, 1, tzinfo=UTC)
EVER = Days(date(2021, 1, 1), date(2027, 1, 1))


COUNTED = [one.code for one in INDICATORS if one.counted]


def rows(db: Reading, of: CTE, as_in: CTE) -> set[tuple[Any, ...]]:
    asked = select(*(of.c[name] for name in sorted(as_in.c.keys())))
    return set(map(tuple, db.execute(asked, {"first": EVER.first, "last": EVER.last, "known": NOW})))


def figures(db: Reading, known: datetime | None = None) -> list[dict[str, int]]:
    """Of the country, of its biggest centre, and of months in between."""
    months = Days(date(2021, 12, 20), date(2022, 3, 20))
    scopes = Scope(EVER, None, known), Scope(EVER, (UUID("01000000-0001-7000-8000-000000000000"),), known)
    return [queries.figures(db, scope, COUNTED) for scope in (*scopes, Scope(months, None, known))]


def test_a_small_country_counts_what_its_rows_say(postgresql_database: str) -> None:
    with psycopg.connect(postgresql_database, autocommit=True) as line:
        nation.begin(line)
        nation.grow(line, 0, 1600)
        nation.grow(line, 1600, 3200)
        line.execute("DROP SCHEMA made CASCADE")  # the database is used again
    store = open_store(postgresql_database)
    try:
        then = facts.held(as_of=True), facts.visits(as_of=True)
        kept = [
            store.read(lambda db, n=n, t=t: rows(db, n, t))
            for n, t in zip((facts.held(), facts.visits()), then, strict=True)
        ]  # type: ignore[misc]
        told = [store.read(lambda db, t=t: rows(db, t, t)) for t in then]  # type: ignore[misc]
        counted, as_told = store.read(figures), store.read(lambda db: figures(db, NOW))
    finally:
        store.close()

    assert kept == told
    assert counted == as_told
    whole, biggest, _ = counted
    assert 1000 < whole["visits"] == len(kept[1]) < len(kept[0])
    assert whole["hirings"] == 634  # of 640, six were reversed
    assert 0 < biggest["persons"] <= biggest["visits"] < whole["persons"] < whole["visits"]
    assert 0 < whole["benefit_granted"] < whole["benefit_claims_received"]
