"""Whether this process can serve."""

from typing import Any

import msgspec
from litestar import Response, get

from exchange.kernel.version import schema_version
from exchange.schema import newest
from web.visit import Asked


class Health(msgspec.Struct, frozen=True):
    """`status` is "ok" only when the database answers and is migrated."""

    status: str
    schema: str | None


@get("/healthz", include_in_schema=False)
async def healthz(visit: Asked) -> Response[Any]:
    """200 when all is well, 503 with the reason when not."""
    try:
        found = await visit.read(schema_version)
    except Exception:
        return Response(Health("the database does not answer", None), status_code=503)
    if found != newest():
        return Response(Health("the database is not migrated", found), status_code=503)
    return Response(Health("ok", found))


HANDLERS = [healthz]
