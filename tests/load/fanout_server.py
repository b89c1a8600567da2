"""The two servers of the fan-out benchmark: our live line under uvicorn, and `websockets.broadcast` bare.

Run as a program; obeys one-line commands on its standard input, so that both pay the same for being told.
"""

import asyncio
import gc
import json
import os
import socket
import sys
from typing import Any

import uvicorn
import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

from web.live.admission import Admission
from web.live.hub import Hub
from web.live.server import config, listen, settle_memory

TOPIC = "everyone"


async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """An application with nothing but a start and an end."""
    if scope["type"] != "lifespan":
        return
    await receive()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def admit(_scope: dict[str, Any]) -> Admission:
    return Admission(frozenset({TOPIC}), up_to_date)


async def up_to_date() -> None:
    return None


async def ours() -> None:
    hub = Hub()
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(config(app, hub, admit))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # noqa: ASYNC110 - uvicorn offers nothing to wait for
        await asyncio.sleep(0.01)
    settle_memory()
    async for words in commands(listening):
        match words:
            case ["say", seq, html]:
                await hub.publish(int(seq), {TOPIC: html})
            case ["counts"]:
                counts = hub.counts()
                answer({"sockets": counts.sockets, "frames": counts.frames, "too_slow": counts.too_slow})
    server.should_exit = True
    await serving


async def bare() -> None:
    """The reference: the library's own loop over its own connections, compression and keep-alive off."""
    connections: set[ServerConnection] = set()

    async def handler(connection: ServerConnection) -> None:
        connections.add(connection)
        try:
            await connection.wait_closed()
        finally:
            connections.discard(connection)

    listening = listen("127.0.0.1", 0)
    async with serve(handler, sock=listening, compression=None, ping_interval=None, backlog=4096):
        settle_memory()
        async for words in commands(listening):
            match words:
                case ["say", seq, html]:
                    broadcast(connections, json.dumps({"seq": int(seq), "html": html}, separators=(",", ":")))
                case ["counts"]:
                    answer({"sockets": len(connections)})


async def commands(listening: socket.socket) -> Any:
    """Tells the port, then yields each line's words until the input ends."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    answer({"port": listening.getsockname()[1], "pid": os.getpid()})
    while line := await reader.readline():
        yield line.decode().split()


def answer(facts: dict[str, Any]) -> None:
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    gc.disable()
    uvloop.run({"ours": ours, "bare": bare}[sys.argv[1]]())
