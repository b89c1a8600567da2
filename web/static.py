"""Sends static files: compressed once, not modified where the browser has them, cached for ever."""

from typing import Any

from litestar import Request, Response, get

from exchange.kernel.errors import NotFound
from web.assets import PREFIX, assets

_FOREVER = "public, max-age=31536000, immutable"


@get("/ticket-worker.js", include_in_schema=False)
async def serve_worker() -> Response[bytes]:
    """The ticket page's worker: at the root, because a worker's reach begins where it is served."""
    worker = assets().get("js/ticket-worker.js")
    return Response(worker.plain, headers={"Cache-Control": "no-cache"}, media_type=worker.kind)


@get(PREFIX + "{path:path}", include_in_schema=False, cache=False)
async def serve_static(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All static files."""
    found = assets().by_address.get(request.scope["path"])
    if found is None:
        raise NotFound
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding", "ETag": f'"{found.address}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(b"", status_code=304, headers=headers)
    accepted = request.headers.get("accept-encoding", "")
    for name, body in (("br", found.br), ("gzip", found.gz)):
        if body is not None and name in accepted:
            return Response(body, headers=headers | {"Content-Encoding": name}, media_type=found.kind)
    return Response(found.plain, headers=headers, media_type=found.kind)
