"""The live line on uvicorn's public `ws=` option: one small object for each viewer, no task and no queue.

uvicorn reads the upgrade request and hands the connection to an instance of the class that `live_protocol` makes.
Paths under `/live/` are answered here; every other socket goes to uvicorn's own protocol and so to the application.

Nothing here passes through the application's middleware. Behind a proxy `admit` reads the forwarded headers itself.
"""

import asyncio
import logging
from dataclasses import dataclass
from enum import IntEnum
from http import HTTPStatus
from typing import Any, ClassVar, Final, cast

from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from web.live import frames, handshake
from web.live.admission import Admission, Admit
from web.live.frames import Close, News, Op, Reload
from web.live.hub import Hub
from web.live.inbox import Inbox, ProtocolError

OURS: Final = b"GET /live/"
UNSENT: Final = 128 * 1024  # bytes waiting in this process, beside the kernel's, before a reader is put off
KEPT_BACK: Final = 100  # frames kept for a page that is being brought up to date
PATIENCE: Final = 10.0  # seconds for `admit`
GRACE: Final = 1.0  # seconds for the last bytes when the server stops

UPGRADED: Final = ConnectionAbortedError("upgraded")

log = logging.getLogger("exchange.live")


@dataclass(frozen=True, slots=True)
class House:
    """Whom a socket belongs to and whom it asks."""

    hub: Hub
    admit: Admit


class Stage(IntEnum):
    ASKING = 0  # `admit` is deciding; the only stages with a task are this and the next
    CATCHING_UP = 1  # upgraded; news is kept back so that it cannot overtake older regions
    OPEN = 2
    CLOSING = 3  # close frame and end of stream sent; the peer hangs up, or the hub's heartbeat cuts it off
    GONE = 4


def live_protocol(hub: Hub, admit: Admit) -> type[asyncio.Protocol]:
    """The class for `uvicorn.Config(ws=…)`. `admit` gets an ASGI scope: path, query_string, headers, client."""

    class Viewer(LiveSocket):
        __slots__ = ()
        house = House(hub, admit)

    return Viewer


class LiveSocket(asyncio.Protocol):
    """One viewer."""

    __slots__ = ("_held", "_inbox", "_server", "_stage", "_task", "_transport", "_uvicorn", "silent", "topics")

    house: ClassVar[House]
    _transport: asyncio.Transport

    def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any]) -> None:
        self._uvicorn: tuple[Config, dict[str, Any]] | None = (config, app_state)  # until the path is known
        self._server = server_state
        self._stage = Stage.ASKING
        self._task: asyncio.Task[None] | None = None
        self._inbox: Inbox | None = None
        self._held: list[tuple[int | None, bytes]] | None = None
        self.topics: frozenset[str] = frozenset()
        self.silent = 0

    # what uvicorn and the event loop call

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        if self._uvicorn is not None:
            self._begin(data, *self._uvicorn)
        elif self._stage is Stage.ASKING:
            self.abort()  # no client has anything to say before our answer
        elif self._inbox is not None and self._stage is not Stage.CLOSING:
            self.silent = 0
            self._read(data, self._inbox)

    def pause_writing(self) -> None:
        if self._stage is Stage.OPEN or self._stage is Stage.CATCHING_UP:
            self.house.hub.put_off(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stage, self._held = Stage.GONE, None
        self.house.hub.leave(self)
        self._server.connections.discard(self)
        if self._task is not None:
            self._task.cancel()

    def shutdown(self) -> None:
        """The server stops. Pages come back at a moment of their own choosing."""
        if self._stage is Stage.ASKING:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.house.hub.leave(self)
        if self._stage is not Stage.CLOSING:
            self._stage = Stage.CLOSING
            self._transport.write(frames.close(Close.RESTART))
        self._transport.close()
        asyncio.get_running_loop().call_later(GRACE, self._transport.abort)

    # what the hub calls

    def send(self, frame: bytes, seq: int | None = None) -> None:
        if self._stage is Stage.OPEN:
            self._transport.write(frame)
        elif self._held is not None:
            self._held.append((seq, frame))
            if len(self._held) > KEPT_BACK:
                self.house.hub.put_off(self)

    def close(self, code: Close) -> None:
        self._stage = Stage.CLOSING
        self._held = None
        self._transport.write(frames.close(code))
        if self._transport.can_write_eof():
            self._transport.write_eof()

    def abort(self) -> None:
        self._transport.abort()

    # opening

    def _begin(self, head: bytes, config: Config, app_state: dict[str, Any]) -> None:
        self._uvicorn = None
        # uvicorn's HTTP object and its parser hold each other; told that the connection is lost to it, it lets go
        asyncio.get_running_loop().call_soon(self._transport.get_protocol().connection_lost, UPGRADED)
        if not head.startswith(OURS):
            self._hand_over(head, config, app_state)
            return
        self._server.connections.add(self)  # type: ignore[arg-type]
        self._task = asyncio.get_running_loop().create_task(self._open(head))
        self._server.tasks.add(self._task)
        self._task.add_done_callback(self._opened)

    def _hand_over(self, head: bytes, config: Config, app_state: dict[str, Any]) -> None:
        self._stage = Stage.GONE
        other = WebSocketsSansIOProtocol(config, self._server, app_state)
        # uvicorn will make this object the protocol as soon as we return; the loop turns that round before it reads on
        asyncio.get_running_loop().call_soon(self._transport.set_protocol, other)
        other.connection_made(self._transport)
        other.data_received(head)

    async def _open(self, head: bytes) -> None:
        scope = handshake.read(head, self._transport)
        answer = handshake.accepted(scope)
        if answer is None:
            self._refuse(HTTPStatus.UPGRADE_REQUIRED)
        elif self.house.hub.full:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            await self._ask(scope, answer)

    async def _ask(self, scope: dict[str, Any], answer: bytes) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                decision = await self.house.admit(scope)
        except Exception:
            log.exception("admission failed")
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        if self._stage is not Stage.ASKING:
            return  # the server stops
        if isinstance(decision, Admission):
            self._transport.write(answer)
            await self._enter(decision)
        elif isinstance(decision.code, HTTPStatus):
            self._refuse(decision.code)
        else:
            self._transport.write(answer)
            self.house.hub.part(self, decision.code)

    async def _enter(self, admission: Admission) -> None:
        self._inbox, self._held = Inbox(), []
        self._stage = Stage.CATCHING_UP
        self._transport.set_write_buffer_limits(high=UNSENT)
        self._transport.write(frames.ALIVE)
        self.house.hub.join(self, admission.topics)
        try:
            async with asyncio.timeout(PATIENCE):
                now = await admission.catch_up()
        except Exception:
            log.exception("catching up failed")
            self.house.hub.part(self, Close.FAILED)
        else:
            self._catch_up(now)

    def _catch_up(self, now: News | Reload | None) -> None:
        if self._held is None:
            return  # it has gone meanwhile, or was put off
        held, self._held = self._held, None
        self._stage = Stage.OPEN
        known = now.seq if isinstance(now, News) else -1
        if now is not None:
            self.send(frames.message(now))
        for seq, frame in held:
            if seq is None or seq > known:
                self.send(frame)

    def _opened(self, task: asyncio.Task[None]) -> None:
        self._server.tasks.discard(task)
        self._task = None

    def _refuse(self, status: HTTPStatus) -> None:
        self._stage = Stage.CLOSING
        self._transport.write(handshake.refused(status))
        self._transport.close()

    # open

    def _read(self, data: bytes, inbox: Inbox) -> None:
        """A page has nothing to say yet: its messages are checked and passed over."""
        try:
            for op, payload in inbox.feed(data):
                if op is Op.PING:
                    self._transport.write(frames.frame(Op.PONG, payload))
                elif op is Op.CLOSE:
                    self._hang_up(payload)
                    return
        except ProtocolError as fault:
            self.house.hub.part(self, fault.code)

    def _hang_up(self, goodbye: bytes) -> None:
        self._stage, self._held = Stage.CLOSING, None
        self.house.hub.leave(self)
        self._transport.write(frames.frame(Op.CLOSE, goodbye[:2]))
        self._transport.close()
