"""The counter's parts of the bench: finding a person, saving consultations, filling the example half-year."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

from exchange.kernel.clock import local_day, now
from exchange.kernel.db import open_store
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from tests.fixtures.databases import IDENTITY_KEY, environment
from tests.fixtures.postgres import Cluster, binaries
from tests.load import ground, register
from tests.load.client import load, post
from tests.load.parts import Bench, Line, good
from tests.load.programs import measured, run

PEOPLE = 500_000
ROWS = 50_000  # of a register in a workbook
_VISITORS = 3_000


@contextmanager
def databases(bench: Bench, file: str, *, durable: bool) -> Iterator[dict[str, str]]:
    """The address of a new database on each engine there is."""
    urls = {"SQLite": f"sqlite:///{bench.folder / file}"}
    with ExitStack() as end:
        if programs := binaries():
            cluster = Cluster(programs, durable=durable)
            end.callback(cluster.remove)
            cluster.start()
            urls["PostgreSQL"] = cluster.url()
        else:
            bench.say("nothing on PostgreSQL: it is not installed (Debian: apt-get install postgresql)")
        yield urls


def people(bench: Bench) -> list[Line]:
    """Finding one of half a million people: names in any order, with and without marks, years, telephones."""
    with databases(bench, "people.sqlite3", durable=False) as urls:
        return [line for name, url in urls.items() for line in _people(name, url)]


def consultations(bench: Bench) -> list[Line]:
    """Consultations saved by forms, each of another person, 16 counsellors' lines at a time, durable on both."""
    with databases(bench, "counter.sqlite3", durable=True) as urls:
        return [line for name, url in urls.items() for line in _consultations(bench, name, url)]


def example(bench: Bench) -> list[Line]:
    """The example half-year in an empty database: 55,500 visits and 9,200 claims, by its command."""
    url = f"sqlite:///{bench.folder / 'example.sqlite3'}"
    env = environment(url, EXCHANGE_DEMO="true")
    run("-m", "exchange.cli", "migrate", env=env)
    seconds = run("-m", "exchange.cli", "example", "tra-vinh-2021", env=env)
    return [Line("example half-year, SQLite", seconds, "s", "≤ 60")]


def intake(bench: Bench) -> list[Line]:
    """Registers of fifty thousand rows from a workbook: read, looked through, taken in, taken back; memory at most.

    Each is a program of its own, so that its memory is told apart.
    """
    with databases(bench, "intake.sqlite3", durable=True) as urls:
        return [line for name, url in urls.items() for line in _intake(bench, name, url)]


def _intake(bench: Bench, name: str, url: str) -> list[Line]:
    env = environment(url)
    run("-m", "exchange.cli", "migrate", env=env)
    lines = []
    for book in ("people", "consultations"):
        file = str(bench.folder / f"{book}.xlsx")
        run("-m", "tests.load.intake", "write", file, book, str(ROWS), env=env)
        told = measured("-m", "tests.load.intake", "take", file, book, url, env=env)
        whole = told["read"] + told["preview"] + told["take"]
        lines += [
            Line(f"{book}, {name}: from file to register", whole, "s", "≤ 300"),
            Line(f"{book}, {name}: of it taking in", told["take"], "s"),
            Line(f"{book}, {name}: rows", ROWS / whole, "/s"),
            Line(f"{book}, {name}: taking back", told["undo"], "s"),
            Line(f"{book}, {name}: processor in all", told["cpu"], "s"),
            Line(f"{book}, {name}: memory at most", told["memory"], "MiB", "≤ 300"),
            Line(f"{book}, {name}: of it without the mapped file", told["own"], "MiB"),
        ]
    return lines


def _people(name: str, url: str) -> list[Line]:
    run("-m", "exchange.cli", "migrate", env=environment(url))
    store = open_store(url)
    try:
        start = time.perf_counter()
        viewer = register.fill(store, PEOPLE)
        entered = PEOPLE / (time.perf_counter() - start)
        register.searches(store, viewer, Vault(IDENTITY_KEY), 50)
        times = register.searches(store, viewer, Vault(IDENTITY_KEY), 500)
    finally:
        store.close()
    return [
        Line(f"people entered, {name}", entered, "/s"),
        Line(f"finding one of {PEOPLE:,}, {name}, p50", times[len(times) // 2], "ms"),
        Line(f"finding one of {PEOPLE:,}, {name}, p99", times[len(times) * 99 // 100], "ms"),
    ]


def _consultations(bench: Bench, name: str, url: str) -> list[Line]:
    with ground.demo(url, bench.folder) as demo:
        cookie, seekers = register.counter(url, _VISITORS)
        forms = (_form(cookie, one, n) for n, one in enumerate(seekers))
        shown = good(load(demo.port, forms, most=len(seekers), lines=16), 303)
    return [
        Line(f"consultations, {name}", shown.rate, "/s"),
        Line(f"consultations, {name}, p99", shown.p99, "ms"),
    ]


def _form(cookie: str, seeker_id: object, number: int) -> bytes:
    """An ordinary consultation of today as the page sends it, from so many addresses that no limit is met."""
    today = local_day(now())
    told = {"client_kind": "job_seeker", "way": "counter", "province": "86", "commune": "", "minutes": "15"}
    told |= {"result": "nothing", "note": "Muốn làm gần nhà", "privacy": "centre", "listed": "2025-07-01"}
    told |= {f"on_day_{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    form = urlencode(told | {"topics": "domestic", "client_key": str(new_id())})
    return post(
        f"/counsel/{seeker_id}", form, cookie=f"login={cookie}", x_forwarded_for=f"10.1.{number >> 8}.{number & 255}"
    )
