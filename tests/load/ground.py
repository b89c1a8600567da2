"""What the bench stands on: a demo server with its addresses, and a crowd of signed-in seekers."""

import csv
import gzip
import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import exchange.tables  # noqa: F401 - foreign keys name tables of other slices
from exchange.accounts import actions as accounts
from exchange.journal import log
from exchange.kernel.clock import now
from exchange.kernel.db import Writing, open_store
from exchange.seekers import actions as seekers
from exchange.seekers.codes import Channel, Purpose, Sex
from tests.fixtures.databases import environment
from tests.fixtures.postgres import free_port
from tests.load.programs import Program, run, running


@dataclass(frozen=True)
class Demo:
    """A running demo server and the ids a visitor would find on it."""

    program: Program
    fair: str
    booths: list[str]

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.program.port


@contextmanager
def demo(url: str, folder: Path, command: str = "demo") -> Iterator[Demo]:
    """`exchange demo` on `url`. It believes the bench's X-Forwarded-For, so that a crowd is not one address."""
    port = free_port()
    given = {"EXCHANGE_PORT": str(port), "EXCHANGE_DEMO": "true", "EXCHANGE_TRUSTED_PROXIES": "127.0.0.1"}
    env = environment(url, EXCHANGE_PUBLIC_URL=f"http://127.0.0.1:{port}", **given)
    words = ("-m", "exchange.cli", command)
    with running(*words, port=port, path="/healthz", env=env, log=folder / "server.log") as program:
        fair = next(fair["id"] for fair in _items(port, "/api/v1/fairs") if fair["phase"] == "live")
        yield Demo(program, fair, [booth["id"] for booth in _items(port, f"/api/v1/fairs/{fair}/booths")])


def import_advertisements(url: str, file: Path) -> float:
    """Take in real advertisements with the operator's command; seconds."""
    run("-m", "exchange.cli", "migrate", env=environment(url))
    return run("-m", "exchange.cli", "import", "vacancies", str(file), env=environment(url))


def advertisements(file: Path) -> int:
    """How many rows the file has, without its head."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as rows:
        return sum(1 for _ in csv.reader(rows)) - 1


def crowd(url: str, count: int) -> list[str]:
    """Register `count` fictitious seekers and sign them in; their cookies."""
    store = open_store(url)
    try:
        return [token for start in range(0, count, 100) for token in store.write(partial(_seekers, start=start))]
    finally:
        store.close()


def _seekers(db: Writing, start: int) -> list[str]:
    return [_seeker(db, number) for number in range(start, start + 100)]


def _seeker(db: Writing, number: int) -> str:
    at, phone = now(), f"+8499{number:07}"
    account = accounts.open_account(db, f"Người Thử {number}", now=at, phone=phone)
    answers: dict[str, Any] = {"name": f"Người Thử {number}", "phone": phone, "birth_year": 1995, "sex": Sex.FEMALE}
    given = seekers.SeekerGiven(**answers, province="79", wish="công nhân may")
    by = log.By(account)
    seeker = seekers.register_seeker(
        db, given, account_id=account, by=by, channel=Channel.ONLINE, centre_id=None, now=at
    )
    seekers.record_consents(db, seeker, dict.fromkeys(Purpose, True), channel=Channel.ONLINE, by=by, now=at)
    return accounts.sign_in(db, account, "bench", now=at).token


def _items(port: int, path: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        said = json.load(answer)
    items: list[dict[str, Any]] = said["items"] if isinstance(said, dict) else said
    return items
