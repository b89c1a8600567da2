"""The live line on a real uvicorn, with an application that admits whom the test says."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from web.live.admission import Admission, Refusal
from web.live.frames import News, Reload
from web.live.hub import Hub

PATIENCE = 10.0


@dataclass
class Line:
    """A running server; `door` decides by path, `missed` is what a page is told when it comes in."""

    hub: Hub = field(default_factory=Hub)
    door: dict[str, Refusal | Exception] = field(default_factory=dict)
    missed: Callable[[], Awaitable[News | Reload | None]] | None = None
    hesitates: bool = False  # the door never decides
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0
    server: uvicorn.Server | None = None

    def open(self, path: str = "/live/board", **options: Any) -> connect:
        """A browser's socket. It hears the topic named like its path's end, and `all`."""
        return connect(f"ws://127.0.0.1:{self.port}{path}", compression=None, ping_interval=None, **options)

    async def raw(self, head: bytes | None = None) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A peer that does as the test says and not as the protocol does."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(handshake() if head is None else head)
        return reader, writer

    async def admit(self, scope: dict[str, Any]) -> Admission | Refusal:
        self.asked.set()
        if self.hesitates:
            await asyncio.Event().wait()
        answer = self.door.get(scope["path"])
        if isinstance(answer, Exception):
            raise answer
        return answer or Admission(frozenset({"all", scope["path"].rpartition("/")[2]}), self._catch_up)

    async def _catch_up(self) -> News | Reload | None:
        return await self.missed() if self.missed else None


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """What is not ours to answer: a socket that says everything back."""
    if scope["type"] == "lifespan":
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (said := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": said["text"]})


def handshake(path: str = "/live/board", version: int = 13, key: str = "dGhlIHNhbXBsZSBub25jZQ==") -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: {version}\r\n\r\n"
    ).encode()


async def heard(client: ClientConnection) -> Any:
    """The next message that is not a sign of life."""
    async with asyncio.timeout(PATIENCE):
        while (message := await client.recv()) == "{}":
            pass
        return message


async def goodbye(client: ClientConnection) -> int | None:
    """The close code the page is given."""
    try:
        while True:
            await heard(client)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


async def until(true: Callable[[], bool]) -> None:
    """Lets the server go on until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - other people's state; there is nothing to wait for
            await asyncio.sleep(0.001)
