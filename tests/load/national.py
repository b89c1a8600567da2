"""How long counting takes in a country of one, three and ten million consultations, on PostgreSQL.

Each figure is asked as pages ask it. "first": by a connection that has asked nothing yet; the rows are in the memory
of the machine by then, so it tells planning and not the disk.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from exchange.counselling.rules import Days
from exchange.kernel.db import Reading, Store, open_store
from exchange.tallies import queries
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.queries import Scope
from tests.fixtures.databases import environment
from tests.fixtures.postgres import Cluster, binaries
from tests.load import nation
from tests.load.nation import Grown
from tests.load.nation_rows import WHOLE
from tests.load.parts import Bench, Line
from tests.load.programs import run

SIZES = (1_000_000, 3_000_000, WHOLE)
_FAST, _SLOW = 20, 5  # how often each is asked
_COUNTED = [one.code for one in INDICATORS if one.counted]
# What a server of 8 GiB would be given; nothing is written while it is measured.
_MEMORY = {
    "shared_buffers": "2GB", "effective_cache_size": "6GB", "maintenance_work_mem": "512MB", "max_wal_size": "16GB",
    "wal_level": "minimal", "max_wal_senders": "0", "random_page_cost": "1.1", "autovacuum": "off",
}  # fmt: skip
Ask = Callable[[Reading], Any]


def national(bench: Bench) -> list[Line]:
    """A half-year that is open, of one centre and of all, while five years grow behind it."""
    lines: list[Line] = []
    with _country() as url, psycopg.connect(url, autocommit=True) as line:
        nation.begin(line)
        before = 0
        for size in SIZES:
            start = time.perf_counter()
            nation.grow(line, before, size)
            name = f"{size // 1_000_000} M"
            lines += [Line(f"{name}: made", time.perf_counter() - start, "s"), *_measured(url, Grown(size), name, line)]
            bench.say(f"  {name} done")
            before = size
    return lines


@contextmanager
def _country() -> Iterator[str]:
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    cluster = Cluster(programs)
    cluster.settings = cluster.settings | _MEMORY
    try:
        cluster.start()
        run("-m", "exchange.cli", "migrate", env=environment(cluster.url()))
        yield cluster.url()
    finally:
        cluster.remove()


def _measured(url: str, grown: Grown, name: str, line: psycopg.Connection[Any]) -> list[Line]:
    days = Days(grown.first, grown.last)
    middle, biggest = (Scope(days, (nation.centre(line, number),)) for number in (6, 1))
    whole = Scope(days)
    store = open_store(url)
    try:
        lines: list[Line] = []
        for who, scope, times, goal in (
            ("a centre", middle, _FAST, "≤ 200"),
            ("the biggest", biggest, _FAST, ""),
            ("the nation", whole, _SLOW, "≤ 2,000"),
        ):
            figures: Ask = lambda db, scope=scope: queries.figures(db, scope, _COUNTED)  # type: ignore[misc]  # noqa: E731
            lines += _times(store, f"{name}, {who}: figures", figures, times, goal)
        lines += _times(store, f"{name}: by centre", lambda db: queries.by_centre(db, whole, _COUNTED), _SLOW)
        return lines + _divided(store, f"{name}, a centre", middle) + _opened(store, f"{name}, a centre", middle)
    finally:
        store.close()


def _divided(store: Store, name: str, scope: Scope) -> list[Line]:
    def every(db: Reading) -> None:
        for by in queries.indicator("visits").counted.by:  # type: ignore[union-attr]
            queries.parts(db, scope, "visits", by.name)

    return _times(store, f"{name}: visits, all breakdowns", every, _FAST)


def _opened(store: Store, name: str, scope: Scope) -> list[Line]:
    _, many = store.read(lambda db: queries.page_of(db, scope, "visits"))
    last = max(1, -(-many // queries.PAGE))
    lines = _times(store, f"{name}: records, first", lambda db: queries.page_of(db, scope, "visits"), _FAST, "≤ 200")
    turn: Ask = lambda db: queries.page_of(db, scope, "visits", page=last)  # noqa: E731
    return lines + _times(store, f"{name}: records, last", turn, _FAST, "≤ 200")


def _times(store: Store, what: str, ask: Ask, times: int, goal: str = "") -> list[Line]:
    store.reader.dispose()
    found = []
    for _ in range(times + 1):
        start = time.perf_counter()
        store.read(ask)
        found.append(1000 * (time.perf_counter() - start))
    first, *warm = found
    warm.sort()
    return [
        Line(f"{what}, first", first, "ms"),
        Line(f"{what}, p50", warm[len(warm) // 2], "ms", goal),
        Line(f"{what}, {'p99' if times >= _FAST else 'most'}", warm[-1], "ms"),
    ]
