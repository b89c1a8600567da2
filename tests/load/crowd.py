"""A cheap crowd of viewers: raw sockets and epoll in one process, counting bytes instead of parsing frames."""

import contextlib
import select
import socket
import time
from dataclasses import dataclass, field

HANDSHAKE = (
    b"GET /live/bench HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
AT_ONCE = 200  # handshakes under way
LIMIT = 60.0  # seconds for anything


class TooSlow(Exception):  # noqa: N818
    """The server did not do in time what was asked."""


@dataclass
class Crowd:
    """Open sockets to one server."""

    port: int
    sockets: dict[int, socket.socket] = field(default_factory=dict)
    poll: select.epoll = field(default_factory=select.epoll)

    def join(self, number: int, hello: int) -> float:
        """Open so many sockets; `hello` is how many bytes the server says after its handshake. Returns seconds."""
        began = time.perf_counter()
        while number > 0:
            batch = min(number, AT_ONCE)
            fresh = [self._connect() for _ in range(batch)]
            for one in fresh:
                self._finish_handshake(one, hello)
            number -= batch
        return time.perf_counter() - began

    def receipts(self, each: int, began: float) -> list[float]:
        """Wait until every socket has got so many more bytes; seconds from `began` to each one's last byte."""
        owed = dict.fromkeys(self.sockets, each)
        seconds: list[float] = []
        while len(seconds) < len(owed):
            events = self.poll.poll(LIMIT)
            if not events:
                raise TooSlow(f"{len(owed) - len(seconds)} of {len(owed)} viewers still wait")
            for descriptor, _ in events:
                owed[descriptor] -= len(self.sockets[descriptor].recv(65536))
                if owed[descriptor] == 0:
                    seconds.append(time.perf_counter() - began)
        return seconds

    def leave(self) -> None:
        for one in self.sockets.values():
            with contextlib.suppress(OSError):
                one.close()
        self.sockets.clear()
        self.poll.close()

    def _connect(self) -> socket.socket:
        one = socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)
        one.sendall(HANDSHAKE)
        return one

    def _finish_handshake(self, one: socket.socket, hello: int) -> None:
        got = b""
        while b"\r\n\r\n" not in got or len(got) < got.index(b"\r\n\r\n") + 4 + hello:
            more = one.recv(4096)
            if not more:
                raise TooSlow(f"the server hung up: {got!r}")
            got += more
        one.setblocking(False)
        self.sockets[one.fileno()] = one
        self.poll.register(one.fileno(), select.EPOLLIN)
