"""Pages that only explain."""

from litestar import Response, get
from litestar.params import FromPath

from exchange.kernel.errors import NotFound
from web.visit import Asked


@get("/help")
async def index(visit: Asked) -> Response[bytes]:
    """How it works, and whom to call."""
    return await visit.page("help/index.html", shared=True)


@get("/help/{topic:str}")
async def topic(visit: Asked, topic: FromPath[str]) -> Response[bytes]:
    """One topic. Raises NotFound."""
    return await visit.page(f"help/{_known(topic)}.html", shared=True)


def _known(topic: str) -> str:
    if topic not in ("privacy", "access", "cookies"):
        raise NotFound
    return topic


HANDLERS = [index, topic]
