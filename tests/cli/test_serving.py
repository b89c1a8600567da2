"""Programs that stay: `serve` and `demo`."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.run import exchange
from tests.fixtures.databases import environment
from tests.fixtures.postgres import free_port
from tests.fixtures.programs import dying_with_us
from tests.fixtures.server import Server

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


class Demo:
    """`exchange demo` in a folder with nothing in it and no settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        given = environment("", EXCHANGE_SECRET="") | {"PYTHONPATH": str(ROOT)}
        self.environment = {name: value for name, value in given.items() if not name.startswith("EXCHANGE_")}
        self.process: subprocess.Popen[str] | None = None

    def start(self, *words: str) -> None:
        command = [sys.executable, "-m", "exchange.cli", "demo", "--port", str(self.port), *words]
        self.process = subprocess.Popen(
            dying_with_us(command),
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "log").open("a"),
            text=True,
        )
        until(lambda: self.answers("/healthz"), self.process)

    def stop(self, number: signal.Signals) -> tuple[int, str]:
        """The exit code, and what was printed."""
        assert self.process is not None
        self.process.send_signal(number)
        printed, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, printed

    def answers(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.url + path) as page:  # noqa: S310 - our own address
                return str(page.read().decode())
        except OSError:
            return ""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    one = Demo(tmp_path)
    yield one
    if one.process and one.process.poll() is None:
        one.process.kill()
        one.process.wait()
    print((tmp_path / "log").read_text()[-3000:])


def until(true: Callable[[], object], process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert process.poll() is None, "it has ended"
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.05)


def test_sigterm_ends_a_server_with_exit_code_0(serve: Callable[..., Server], sqlite_database: str) -> None:
    assert serve(sqlite_database).stop() == 0


def test_a_port_that_is_taken_is_one_sentence(serve: Callable[..., Server], sqlite_database: str) -> None:
    server = serve(sqlite_database)

    for command in ("serve", "demo"):
        done = exchange(command, database=sqlite_database, EXCHANGE_PORT=str(server.port))
        assert done.returncode == 1
        assert done.stderr == f"The server cannot listen on 127.0.0.1:{server.port}: Address already in use.\n"


def test_the_demo_needs_nothing_and_keeps_everything(demo: Demo) -> None:
    demo.start()
    first = json.loads(demo.answers("/api/v1/fairs"))
    code, printed = demo.stop(signal.SIGINT)

    assert code == 0
    assert demo.url in printed
    assert len(re.findall(r"@demo\.example", printed)) >= 4
    assert (demo.folder / "var" / "demo.secret").stat().st_mode & 0o077 == 0
    assert "Traceback" not in (demo.folder / "log").read_text()

    demo.start()
    assert json.loads(demo.answers("/api/v1/fairs")) == first
    assert "/demo/sign-in" in demo.answers("/demo")
    assert demo.stop(signal.SIGTERM)[0] == 0


def test_robots_come_and_go_with_a_busy_demo(demo: Demo) -> None:
    demo.start("--busy")
    assert demo.process is not None
    robots = children(demo.process.pid)
    assert len(robots) == 1

    until(lambda: logins(demo), demo.process)
    assert demo.stop(signal.SIGTERM)[0] == 0

    assert not any(Path(f"/proc/{robot}").exists() for robot in robots)


def logins(demo: Demo) -> int:
    """How many have signed in."""
    with closing(sqlite3.connect(demo.folder / "var" / "demo.sqlite3")) as db:
        return int(db.execute("SELECT count(*) FROM logins").fetchone()[0])


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
