"""Running one server process."""

import asyncio
import logging
import socket
import sys

import structlog
import uvicorn

from exchange.kernel.settings import Settings
from web.app import create_app
from web.live.server import config, listen


def serve(settings: Settings) -> None:
    """Serve until told to stop. Raises OSError when the address is taken."""
    _set_up_logging(settings)
    listening = listen(settings.host, settings.port)
    with asyncio.Runner(loop_factory=_loop) as runner:  # asyncio.run takes a loop factory from Python 3.12 on
        runner.run(_serve(settings, listening))


def _loop() -> asyncio.AbstractEventLoop:
    import uvloop

    return uvloop.new_event_loop()


async def _serve(settings: Settings, listening: socket.socket) -> None:
    app = create_app(settings)
    server = uvicorn.Server(config(app, app.house.hub, app.house.gate.admit))
    await server.serve(sockets=[listening])


def _set_up_logging(settings: Settings) -> None:
    """Lines of facts on standard error; JSON for machines, words for people."""
    last: structlog.types.Processor = (
        structlog.processors.JSONRenderer() if settings.log == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=last, foreign_pre_chain=shared))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.getLogger("uvicorn.access").disabled = True
