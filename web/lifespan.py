"""The life of a process as an ASGI server tells it: begin before the first request, end after the last."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any


async def live(opened: Callable[[], AbstractAsyncContextManager[None]], receive: Any, send: Any) -> None:
    """Keep `opened` open from startup to shutdown (asgi.readthedocs.io, "Lifespan Protocol")."""
    await receive()
    begun = False
    try:
        async with opened():
            begun = True
            await send({"type": "lifespan.startup.complete"})
            await receive()
    except Exception as fault:
        await send({"type": f"lifespan.{'shutdown' if begun else 'startup'}.failed", "message": str(fault)})
        raise
    await send({"type": "lifespan.shutdown.complete"})
