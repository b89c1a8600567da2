"""The process as thousands of sockets want it: the listening socket, uvicorn's options, the garbage collector."""

import gc
import resource
import socket
from typing import Any, Final

import uvicorn

from web.live.admission import Admit
from web.live.hub import Hub
from web.live.inbox import MAX_MESSAGE
from web.live.protocol import live_protocol

BACKLOG: Final = 4096
SEND_BUFFER: Final = 64 * 1024  # bytes; Linux doubles it. Left alone it grows to some 3 MB for each stalled reader


def listen(host: str, port: int) -> socket.socket:
    """The listening socket for `uvicorn.Server.serve(sockets=[…])`; raises OSError when the address is taken."""
    _allow_many_files()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)  # accepted sockets inherit it
    listening.bind((host, port))
    return listening


def config(app: Any, hub: Hub, admit: Admit) -> uvicorn.Config:
    """uvicorn's options as measured; what belongs to the application's own taste (logging) is left to the caller."""
    return uvicorn.Config(
        app,
        interface="asgi3",
        loop="uvloop",
        http="httptools",
        ws=live_protocol(hub, admit),
        ws_max_size=MAX_MESSAGE,
        ws_per_message_deflate=False,  # 45 KB and twice the CPU for each socket
        backlog=BACKLOG,
        timeout_graceful_shutdown=5,
        log_config=None,
        access_log=False,
        server_header=False,
    )


def settle_memory() -> None:
    """Call once when start-up is over (which may have run with the collector off): what is there now stays for ever,
    so full collections, 0.6 s with 10,000 sockets, need not walk through it. Nothing is collected first: of the 290,000
    objects of a start 1,100 are garbage, and finding them takes a quarter of a second."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    gc.enable()


def _allow_many_files() -> None:
    """A socket is a file descriptor, and the usual limit of 1,024 is for people."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
