"""What it costs to tell one thing to thousands: CPU, delay, memory, accepts, and one reader who does not read.

Our hub and protocol under uvicorn against the bare loop of `websockets.broadcast`, in turns in the same run, the
server on one core and the crowd on another.

    python -m tests.load.fanout [--json FILE] [--sockets 1000,5000] [--deliveries 200000] [--passes 3]
"""

import argparse
import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.load.crowd import HANDSHAKE, Crowd

HTML = "x" * 276  # with its envelope a message of about 300 bytes
CORES = sorted(os.sched_getaffinity(0))
HELLO = {"ours": 4, "bare": 0}  # our server says `{}` at once


@dataclass
class Pass:
    """One server, one crowd, some hundred messages one after the other."""

    cpu_per_100k: float  # CPU seconds of the server
    p50_ms: float  # from the order to a receipt
    p99_ms: float
    last_ms: float  # to the last receipt of a message, median
    kib_per_socket: float  # resident memory, idle
    accepts_per_s: float


class Server:
    """A server program on the first core."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.load.fanout_server", kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.port = self.hear()["port"]
        pin(self.process.pid, 0)

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        heard: dict[str, Any] = json.loads(self.process.stdout.readline())
        return heard

    def counts(self) -> dict[str, Any]:
        self.tell("counts")
        return self.hear()

    def cpu(self) -> float:
        """Seconds on a core so far, all threads."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def resident(self) -> float:
        """KiB."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024

    def stop(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def measure(kind: str, sockets: int, deliveries: int) -> Pass:
    with running(kind) as (server, crowd):
        crowd.join(20, HELLO[kind])  # warm
        before = server.resident()
        seconds = crowd.join(sockets - 20, HELLO[kind])
        memory = (server.resident() - before) / (sockets - 20)
        rounds = max(10, deliveries // sockets)
        for seq in range(100, 105):
            say(server, crowd, seq)
        cpu, receipts, last = server.cpu(), [], []
        for seq in range(1000, 1000 + rounds):
            told = say(server, crowd, seq)
            receipts += told
            last.append(max(told))
        cpu = server.cpu() - cpu
    cents = statistics.quantiles(receipts, n=100)
    return Pass(
        cpu_per_100k=cpu / (rounds * sockets) * 100_000,
        p50_ms=cents[49] * 1000,
        p99_ms=cents[98] * 1000,
        last_ms=statistics.median(last) * 1000,
        kib_per_socket=memory,
        accepts_per_s=(sockets - 20) / seconds,
    )


def stalled(sockets: int = 500, rounds: int = 100) -> dict[str, float]:
    """Others' delay with and without one reader who does not read; messages of 8 KiB, so that buffers fill soon."""
    html = "x" * 8192
    with running("ours") as (server, crowd):
        crowd.join(sockets, HELLO["ours"])
        without = [delay for seq in range(100, 100 + rounds) for delay in say(server, crowd, seq, html)]
        with socket.create_connection(("127.0.0.1", crowd.port)) as sleeper:
            sleeper.sendall(HANDSHAKE)
            sleeper.recv(100)
            before = server.resident()
            beside = [delay for seq in range(1000, 1000 + rounds) for delay in say(server, crowd, seq, html)]
            grown, counts = server.resident() - before, server.counts()
    return {
        "p99_ms_without": statistics.quantiles(without, n=100)[98] * 1000,
        "p99_ms_beside": statistics.quantiles(beside, n=100)[98] * 1000,
        "put_off": counts["too_slow"],
        "left": counts["sockets"],
        "memory_kib": grown,
    }


def say(server: Server, crowd: Crowd, seq: int, html: str = HTML) -> list[float]:
    payload = len(json.dumps({"seq": seq, "html": html}, separators=(",", ":")))
    began = time.perf_counter()
    server.tell(f"say {seq} {html}")
    return crowd.receipts(payload + 4, began)


@contextlib.contextmanager
def running(kind: str) -> Iterator[tuple[Server, Crowd]]:
    server = Server(kind)
    crowd = Crowd(server.port)
    try:
        yield server, crowd
    finally:
        crowd.leave()
        server.stop()


def pin(pid: int, core: int) -> None:
    if len(CORES) > 1:
        os.sched_setaffinity(pid, {CORES[core]})


def medians(passes: list[Pass]) -> dict[str, float]:
    return {name: statistics.median(getattr(one, name) for one in passes) for name in asdict(passes[0])}


def run(sizes: list[int], deliveries: int, passes: int) -> dict[str, Any]:
    """All figures, for `bench.py` and its JSON."""
    pin(0, -1)
    try:
        return _figures(sizes, deliveries, passes)
    finally:
        os.sched_setaffinity(0, CORES)


def _figures(sizes: list[int], deliveries: int, passes: int) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for sockets in sizes:
        seen: dict[str, list[Pass]] = {"ours": [], "bare": []}
        for turn in range(passes):
            for kind in ("ours", "bare") if turn % 2 == 0 else ("bare", "ours"):
                seen[kind].append(measure(kind, sockets, deliveries))
        ours, bare = medians(seen["ours"]), medians(seen["bare"])
        ratio = ours["cpu_per_100k"] / bare["cpu_per_100k"]
        figures[str(sockets)] = {"ours": ours, "bare": bare, "cpu_ratio": ratio}
    figures["stalled_reader"] = stalled()
    return figures


def table(figures: dict[str, Any]) -> str:
    lines = ["sockets  server                CPU-s/100k   p50 ms   p99 ms  last ms  KiB/socket  accepts/s"]
    for sockets, both in figures.items():
        if "ours" not in both:
            continue
        for kind, name in (("ours", "our hub and protocol"), ("bare", "websockets.broadcast")):
            one = Pass(**both[kind])
            lines.append(
                f"{sockets:>7}  {name:<20} {one.cpu_per_100k:>11.2f} {one.p50_ms:>8.1f} {one.p99_ms:>8.1f}"
                f" {one.last_ms:>8.1f} {one.kib_per_socket:>11.1f} {one.accepts_per_s:>10.0f}"
            )
        lines.append(f"{'':>7}  ratio of CPU         {both['cpu_ratio']:>11.2f}")
    still = figures["stalled_reader"]
    lines.append(
        f"stalled reader: p99 of the others {still['p99_ms_without']:.1f} ms without, {still['p99_ms_beside']:.1f} ms"
        f" beside it; {still['put_off']} put off, {still['left']} left, memory {still['memory_kib']:+.0f} KiB"
    )
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--json", type=Path)
    options.add_argument("--sockets", default="1000,5000")
    options.add_argument("--deliveries", type=int, default=200_000, help="in one pass")
    options.add_argument("--passes", type=int, default=3)
    given = options.parse_args()
    figures = run([int(size) for size in given.sockets.split(",")], given.deliveries, given.passes)
    print(table(figures))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
