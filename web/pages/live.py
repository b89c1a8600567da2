"""The polling address of live pages; sockets go to the live protocol, not here."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from web.visit import Asked


@get("/live/fairs/{fair_id:uuid}/news")
async def news(visit: Asked, fair_id: FromPath[UUID]) -> Response[Any]:
    """The page's regions if anything happened after `since`."""
    found: Response[Any] = await visit.house.gate.poll(visit, fair_id)
    return found


HANDLERS = [news]
