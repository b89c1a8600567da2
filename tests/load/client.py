"""A small bounded HTTP load client: keep-alive lines, ready-made requests, each answer timed.

It runs in the bench's own process, pinned to another core than the server, and is cheap enough that one core of it
keeps one core of the server busy.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

import httptools
import uvloop


@dataclass(frozen=True)
class Load:
    """What a run of requests showed. Times in milliseconds."""

    requests: int
    seconds: float
    statuses: dict[int, int]
    mean_bytes: float
    p50: float
    p99: float

    @property
    def rate(self) -> float:
        """Answers per second."""
        return self.requests / self.seconds


@dataclass
class _Tally:
    requests: Iterator[bytes]
    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    received: int = 0


class _Line(asyncio.Protocol):
    """One keep-alive connection that asks as soon as it was answered."""

    def __init__(self, tally: _Tally, done: asyncio.Future[None]) -> None:
        self.tally = tally
        self.done = done
        self.asked = 0.0
        self.parser = httptools.HttpResponseParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop has its own classes
        self._ask()

    def data_received(self, data: bytes) -> None:
        self.tally.received += len(data)
        self.parser.feed_data(data)

    def on_message_complete(self) -> None:
        self.tally.times.append(time.perf_counter() - self.asked)
        self.tally.statuses[self.parser.get_status_code()] += 1
        if not self.parser.should_keep_alive():
            return self._finish(ConnectionError("the server does not keep the line"))
        self._ask()

    def connection_lost(self, error: Exception | None) -> None:
        self._finish(error or ConnectionError("the server closed the line"))

    def _ask(self) -> None:
        request = next(self.tally.requests, None)
        if request is None:
            return self._finish(None)
        self.asked = time.perf_counter()
        self.transport.write(request)

    def _finish(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(error) if error else self.done.set_result(None)
            self.transport.close()


def get(path: str, **headers: str) -> bytes:
    """The bytes of a GET as a browser sends it."""
    return _head("GET", path, {"accept": "text/html", "accept_encoding": "br, gzip"} | headers) + b"\r\n"


def post(path: str, form: str, **headers: str) -> bytes:
    """The bytes of a form's POST."""
    body = form.encode()
    kind = {"content_type": "application/x-www-form-urlencoded", "content_length": str(len(body))}
    return _head("POST", path, {"accept": "text/html"} | kind | headers) + b"\r\n" + body


def load(port: int, requests: Iterator[bytes], *, most: int, lines: int = 32, seconds: float = 6.0) -> Load:
    """Send at most `most` of `requests` over `lines` connections for at most `seconds`; what it showed."""
    return uvloop.run(_load(port, islice(_until(requests, time.perf_counter() + seconds), most), lines))


async def _load(port: int, requests: Iterator[bytes], lines: int) -> Load:
    loop = asyncio.get_running_loop()
    tally = _Tally(requests)
    start = time.perf_counter()
    ends: list[asyncio.Future[None]] = [loop.create_future() for _ in range(lines)]
    for end in ends:
        await loop.create_connection(lambda end=end: _Line(tally, end), "127.0.0.1", port)  # type: ignore[misc]
    await asyncio.wait_for(asyncio.gather(*ends), 60)
    return _load_of(tally, time.perf_counter() - start)


def _load_of(tally: _Tally, seconds: float) -> Load:
    times = sorted(1000 * moment for moment in tally.times)
    count = len(times)
    return Load(
        requests=count,
        seconds=seconds,
        statuses=dict(tally.statuses),
        mean_bytes=tally.received / count,
        p50=times[count // 2],
        p99=times[min(count - 1, count * 99 // 100)],
    )


def _until(requests: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    for request in requests:
        if time.perf_counter() > deadline:
            return
        yield request


def _head(method: str, path: str, headers: dict[str, str]) -> bytes:
    lines = [
        f"{method} {path} HTTP/1.1",
        "host: 127.0.0.1",
        *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n").encode()
