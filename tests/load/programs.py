"""Starting what is measured: on a core of its own, timed to its first answer, with its memory and processor time."""

import contextlib
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.programs import dying_with_us

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
CORES = sorted(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Program:
    """A running server."""

    process: subprocess.Popen[bytes]
    port: int
    first_answer: float  # seconds from start to the first 200

    def memory(self) -> float:
        """Resident MiB."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * _PAGE / 2**20

    def cpu(self) -> float:
        """Processor seconds so far, with those of the kernel on its behalf."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK


def pin_client() -> None:
    """Put this process on the last core; programs run on the first."""
    os.sched_setaffinity(0, {CORES[-1]})


@contextmanager
def running(*words: str, port: int, path: str, env: dict[str, str], log: Path) -> Iterator[Program]:
    """Run `python WORDS` on the first core until the block ends; it is up when `path` answers 200."""
    start = time.perf_counter()
    with log.open("ab") as out:
        process = subprocess.Popen(dying_with_us([sys.executable, *words]), env=env, stdout=out, stderr=out)
    os.sched_setaffinity(process.pid, {CORES[0]})
    try:
        yield Program(process, port, _first_answer(process, port, path, start, log))
    finally:
        process.kill()
        process.wait()


def run(*words: str, env: dict[str, str], seconds: float = 300) -> float:
    """Run `python WORDS` to its end; how long it took."""
    start = time.perf_counter()
    _said(*words, env=env, seconds=seconds)
    return time.perf_counter() - start


def measured(*words: str, env: dict[str, str], seconds: float = 900) -> dict[str, float]:
    """Run `python WORDS`, which measures itself and prints figures as JSON."""
    told: dict[str, float] = json.loads(_said(*words, env=env, seconds=seconds))
    return told


def _said(*words: str, env: dict[str, str], seconds: float) -> str:
    done = subprocess.run([sys.executable, *words], env=env, capture_output=True, text=True, timeout=seconds)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed: {done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done.stdout


def _first_answer(process: subprocess.Popen[bytes], port: int, path: str, start: float, log: Path) -> float:
    while process.poll() is None and time.perf_counter() - start < 60:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.suppress(OSError), contextlib.closing(line):
            line.request("GET", path)
            if line.getresponse().status == 200:
                return time.perf_counter() - start
        time.sleep(0.005)
    raise RuntimeError("it did not come up:\n" + log.read_text()[-3000:])
