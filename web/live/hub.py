"""Who is on the line, and the writing to all of them.

A socket belongs to topics: plain words chosen by the caller, such as what a fair shows to everyone, one person's own
regions, or a login, so that a sign-out can find its sockets. One tick of news becomes at most one frame for each
socket, encoded once for all who get the same regions; so the number in a frame says exactly how far a page has come,
and a page may ignore what is not newer. Nothing waits for a reader: one who does not drain is put off and comes back
for fresh regions.
"""

import asyncio
import random
import resource
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Protocol

import msgspec

from web.live import frames
from web.live.frames import Close

SLICE: Final = 250  # sockets written before the loop may serve others: keeps a page's p99 at 3 ms during a broadcast
BEAT: Final = (20.0, 25.0)  # seconds between heartbeats; live.js gives a line up after 2.2 times the longer
SPARE: Final = 500  # file descriptors for all that is not a viewer: pages, the database, files
PATIENCE: Final = 2  # heartbeats without a sign of life, or without hanging up after our goodbye


class Socket(Protocol):
    """What the hub asks of a connection; `protocol.LiveSocket` is the real one."""

    topics: frozenset[str]
    silent: int  # heartbeats since the peer was last heard

    def send(self, frame: bytes, seq: int | None = None) -> None:
        """Write, or keep while the page is being brought up to date; never block. `seq` numbers news."""

    def close(self, code: Close) -> None:
        """Say goodbye and wait for the peer to hang up."""

    def abort(self) -> None: ...


class Counts(msgspec.Struct, frozen=True):
    """What a metrics page shows; all but the first two only grow."""

    sockets: int
    topics: int
    frames: int
    too_slow: int
    fell_silent: int


class Hub:
    """One for each process; used from its event loop only."""

    def __init__(self, *, limit: int | None = None) -> None:
        self._limit = _room() if limit is None else limit
        self._sockets: set[Socket] = set()
        self._topics: dict[str, set[Socket]] = {}
        self._parting: set[Socket] = set()  # told to go, not yet gone
        self._turn = asyncio.Lock()  # news in the order of their numbers, though written in slices
        self._frames = self._too_slow = self._fell_silent = 0

    @property
    def full(self) -> bool:
        """No file descriptors to spare: who comes now is sent to the polling address."""
        return len(self._sockets) >= self._limit

    def join(self, socket: Socket, topics: frozenset[str]) -> None:
        self._sockets.add(socket)
        self.retopic(socket, topics)

    def retopic(self, socket: Socket, topics: frozenset[str]) -> None:
        for topic in socket.topics - topics:
            self._forget(topic, socket)
        for topic in topics:
            self._topics.setdefault(topic, set()).add(socket)
        socket.topics = topics

    def leave(self, socket: Socket) -> None:
        """The connection is gone, or as good as."""
        self._sockets.discard(socket)
        self._parting.discard(socket)
        self.retopic(socket, frozenset())

    def part(self, socket: Socket, code: Close) -> None:
        """Close politely; a peer that does not hang up is cut off by the heartbeat."""
        self.leave(socket)
        self._parting.add(socket)
        socket.silent = 0
        socket.close(code)

    def put_off(self, socket: Socket) -> None:
        """The reader is too slow."""
        self._too_slow += 1
        self.part(socket, Close.TRY_AGAIN)

    def kick(self, topic: str, code: Close) -> int:
        """Close a topic's sockets: after a sign-out, or with RESTART so that they come back and are admitted anew."""
        sockets = self._members(topic)
        for socket in sockets:
            self.part(socket, code)
        return len(sockets)

    def topics_with_listeners(self, prefix: str = "") -> set[str]:
        return {topic for topic in self._topics if topic.startswith(prefix)}

    def heard(self, topic: str) -> bool:
        """Whether anybody listens."""
        return topic in self._topics

    def counts(self) -> Counts:
        return Counts(len(self._sockets), len(self._topics), self._frames, self._too_slow, self._fell_silent)

    async def publish(self, seq: int, news: Mapping[str, str]) -> int:
        """One tick: topic → its redrawn regions (`frames.partial`, joined), all as of entry `seq`. Returns receipts."""
        async with self._turn:
            sent = 0
            for topics, sockets in self._addressed(tuple(news)):
                frame = frames.news(seq, "".join([news[topic] for topic in topics]))
                sent += await self._write(sockets, frame, seq, sent)
            return sent

    async def send(self, topic: str, frame: bytes) -> int:
        """A ready-made frame without a number (`frames.reload`)."""
        return await self._write(self._members(topic), frame)

    async def run(self) -> None:
        """Heartbeats for ever: one sweep for all sockets, not a timer for each."""
        while True:
            await asyncio.sleep(random.uniform(*BEAT))  # noqa: S311 - spreads processes, hides nothing
            await self.beat()

    async def beat(self) -> None:
        for socket in (*self._sockets, *self._parting):
            socket.silent += 1
            if socket.silent > PATIENCE:
                self._fell_silent += 1
                self.leave(socket)
                socket.abort()
        await self._write(list(self._sockets), frames.HEARTBEAT)

    async def _write(self, sockets: Iterable[Socket], frame: bytes, seq: int | None = None, sent: int = 0) -> int:
        """`sent` counts what this tick has written before, so that many small groups are sliced as well."""
        before = sent
        for socket in sockets:
            socket.send(frame, seq)
            sent += 1
            if sent % SLICE == 0:
                await asyncio.sleep(0)
        self._frames += sent - before
        return sent - before

    def _addressed(self, topics: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Socket]]]:
        """Listeners, grouped by which of `topics` they listen to."""
        if len(topics) == 1:
            yield topics, self._members(topics[0])
            return
        heard: dict[Socket, tuple[str, ...]] = {}
        for topic in topics:
            for socket in self._topics.get(topic, ()):
                heard[socket] = (*heard.get(socket, ()), topic)
        groups: dict[tuple[str, ...], list[Socket]] = {}
        for socket, wanted in heard.items():
            groups.setdefault(wanted, []).append(socket)
        yield from groups.items()

    def _members(self, topic: str) -> list[Socket]:
        return list(self._topics.get(topic, ()))

    def _forget(self, topic: str, socket: Socket) -> None:
        members = self._topics.get(topic)
        if members is not None:
            members.discard(socket)
            if not members:
                del self._topics[topic]


def _room() -> int:
    """How many sockets this process may hold (`server.listen` asks for all the file descriptors there are)."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1_000_000 if most == resource.RLIM_INFINITY else max(most - SPARE, most // 2)
