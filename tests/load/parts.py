"""The parts of the bench. Each measures one promise and returns its lines."""

import os
import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

from tests.fixtures.databases import environment
from tests.fixtures.postgres import Cluster, binaries, free_port
from tests.load import ground
from tests.load.client import Load, get, load, post
from tests.load.programs import run, running

WORDS = [
    "công nhân may",
    "lai xe",
    "ke toan",
    "bảo vệ",
    "nhân viên bán hàng",
    "kỹ thuật điện",
    "kho",
    "phu bep",
    "lao d",
]


@dataclass(frozen=True)
class Line:
    """One figure. `goal` is told beside it, and never asserted."""

    what: str
    value: float
    unit: str
    goal: str = ""


@dataclass(frozen=True)
class Bench:
    """Where this run keeps its files, and what it may use."""

    folder: Path
    advertisements: Path | None
    say: Callable[[str], None]

    @property
    def sqlite(self) -> str:
        """The run's SQLite database: the demo fair, and the advertisements where they are."""
        return f"sqlite:///{self.folder / 'bench.sqlite3'}"


def start(bench: Bench) -> list[Line]:
    """From nothing to the first answer, the memory then, and what of it is importing."""
    env = environment(bench.sqlite)
    bare = _median(lambda: run("-c", "pass", env=env))
    whole = _median(lambda: run("-c", "import web.app", env=env))
    firsts, memory = [], []
    for _ in range(5):
        with ground.demo(bench.sqlite, bench.folder, "serve") as demo:
            firsts.append(demo.program.first_answer)
            memory.append(demo.program.memory())
    return [
        Line("start to first answer", statistics.median(firsts), "s", "≤ 0.8"),
        Line("of it importing the server", whole - bare, "s"),
        Line("memory after the first answer", statistics.median(memory), "MiB"),
    ]


def pages(bench: Bench) -> list[Line]:
    """What visitors open most, as browsers ask for it (compressed), over 32 lines.

    A stranger's lobby and booth may come from a page kept for a second; a signed-in person's is drawn each time.
    """
    with ground.demo(bench.sqlite, bench.folder) as demo:
        lobby, booths = [f"/fairs/{demo.fair}"], [f"/booths/{one}" for one in demo.booths]
        cookie = f"login={ground.crowd(bench.sqlite, 100)[0]}"
        lines = _page("lobby", demo, cycle(map(get, lobby))) + _page("booth", demo, cycle(map(get, booths)))
        lines += _page("lobby, signed in", demo, cycle([get(path, cookie=cookie) for path in lobby]))
        lines += _page("booth, signed in", demo, cycle([get(path, cookie=cookie) for path in booths]))
        if bench.advertisements:
            lines += _page(f"search in {ground.advertisements(bench.advertisements):,}", demo, _searches())
        lines.append(Line("memory after these", demo.program.memory(), "MiB"))
    return lines


def tickets(bench: Bench) -> list[Line]:
    """Tickets taken by forms, each by another seeker, 32 at a time, durable on both databases."""
    lines = _tickets(bench, "SQLite", bench.sqlite)
    programs = binaries()
    if programs is None:
        bench.say("no tickets on PostgreSQL: it is not installed (Debian: apt-get install postgresql)")
        return lines
    with ExitStack() as end:
        cluster = Cluster(programs, durable=True)
        end.callback(cluster.remove)
        cluster.start()
        return lines + _tickets(bench, "PostgreSQL", cluster.url())


def peer(bench: Bench) -> list[Line]:
    """The list of vacancies against the same list the customary way: same rows, same file, turn by turn.

    The demo's sixty vacancies, so that what differs is how a page is made and not how a large table is searched.
    """
    mine: list[Load] = []
    theirs: list[Load] = []
    port, file = free_port(), bench.folder / "peer.sqlite3"
    words = ("-m", "tests.load.peer_fastapi", str(file), str(port))
    log = bench.folder / "peer.log"
    with (
        ground.demo(f"sqlite:///{file}", bench.folder) as demo,
        running(*words, port=port, path="/vacancies", env=dict(os.environ), log=log),
    ):
        for turn in range(4):
            for place, seen in ((demo.port, mine), (port, theirs)):
                shown = load(place, _list_pages(), most=6000, lines=16, seconds=1.0 if turn == 0 else 3.0)
                seen += [good(shown, 200)] if turn else []  # the first turn only warms up
    own, other = (statistics.median(one.rate for one in seen) for seen in (mine, theirs))
    return [
        Line("list of vacancies, ours", own, "/s"),
        Line("its size", mine[0].mean_bytes / 1024, "KiB"),
        Line("the same by FastAPI, Jinja2, aiosqlite", other, "/s"),
        Line("its size", theirs[0].mean_bytes / 1024, "KiB"),
        Line("ratio", own / other, "×", "≥ 3.5"),
    ]


def _page(name: str, demo: ground.Demo, requests: Iterator[bytes]) -> list[Line]:
    load(demo.port, requests, most=500, seconds=1.0)
    shown = good(load(demo.port, requests, most=50_000), 200)
    return [
        Line(name, shown.rate, "/s"),
        Line(f"{name}, p99", shown.p99, "ms"),
        Line(f"{name}, size", shown.mean_bytes / 1024, "KiB"),
    ]


def _tickets(bench: Bench, name: str, url: str) -> list[Line]:
    with ground.demo(url, bench.folder) as demo:
        cookies = ground.crowd(url, 3000)
        forms = (
            post(f"/booths/{booth}/tickets", "", cookie=f"login={cookie}", x_forwarded_for=f"10.0.{n >> 8}.{n & 255}")
            for n, (cookie, booth) in enumerate(zip(cookies, cycle(demo.booths), strict=False))
        )
        shown = good(load(demo.port, forms, most=len(cookies)), 303)
    return [
        Line(f"tickets, {name}", shown.rate, "/s"),
        Line(f"tickets, {name}, p99", shown.p99, "ms"),
    ]


def _searches() -> Iterator[bytes]:
    for word, province in zip(cycle(WORDS), cycle(["", "79", "01", "", "86"]), strict=False):
        yield get(f"/vacancies?q={quote(word)}&province={province}")


def _list_pages() -> Iterator[bytes]:
    """The two pages that are full, uncompressed because the peer does not compress. Neither side keeps them."""
    return cycle([get(f"/vacancies?page={number}", accept_encoding="identity") for number in (1, 2)])


def good(shown: Load, status: int) -> Load:
    """What was shown, if every answer was this one. Raises RuntimeError."""
    if set(shown.statuses) != {status}:
        raise RuntimeError(f"expected {status} everywhere, saw {shown.statuses}")
    return shown


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(5))
