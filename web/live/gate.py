"""Who may come on the line: the application's answer to the live protocol, and the polling address beside it."""

from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from litestar import Response

from exchange.journal import log as journal
from exchange.kernel import clock
from exchange.kernel.errors import NotFound
from web import regions
from web.identity import Identities
from web.live.admission import Admission, Refusal
from web.live.frames import Close, News, Reload
from web.live.pages import LivePage, draw, live_page
from web.live.tail import RELOAD_WITHIN, Tail
from web.render import Render
from web.security import Origins, cookie, headers_of
from web.visit import Visit
from web.work import Work

_PREFIX = "/live/fairs/"
_KEPT = 64  # drawn pages


class Gate:
    """Decides about each handshake: our own page? signed in where it must be? allowed to see this?"""

    def __init__(self, work: Work, render: Render, tail: Tail, identities: Identities, origins: Origins) -> None:
        self._work, self._render, self._tail = work, render, tail
        self._identities, self._origins = identities, origins
        self._drawn: dict[tuple[LivePage, int], News] = {}

    async def admit(self, scope: dict[str, Any]) -> Admission | Refusal:
        """The answer to one handshake at `/live/fairs/ID?page=…&since=N`."""
        headers = headers_of(scope)
        if not headers.get(b"origin") or not self._origins.allowed(headers):
            return Refusal(HTTPStatus.FORBIDDEN)
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        page, since = asked.get("page", [""])[0], asked.get("since", ["0"])[0]
        fair_id = _fair(scope["path"])
        if fair_id is None or (seen := _number(since)) is None:
            return Refusal(HTTPStatus.NOT_FOUND)
        token = cookie(headers, self._identities.cookie)
        identity = await self._identities.of(token) if token else None
        viewer = identity.viewer if identity else None
        try:
            found = await self._work.read(lambda db: live_page(db, viewer, fair_id, page, now=clock.now()))
        except NotFound:
            return Refusal(Close.NOT_YOURS if viewer else Close.SIGNED_OUT)
        await self._tail.follow(fair_id)
        return Admission(found.topics(viewer), lambda: self.news(found, seen))

    async def news(self, page: LivePage, since: int) -> News | Reload | None:
        """The page's regions as of now; None when nothing has happened since it was drawn, Reload when what happened
        altered the whole page (the fair opened while the phone slept).

        Thousands may come back at once after a restart: what they all see is drawn once.
        """
        seq, kinds = await self._work.read(lambda db: journal.kinds_since(db, page.fair_id, since))
        if seq <= since:
            return None
        if kinds & regions.RELOADS:
            return Reload(RELOAD_WITHIN)
        if (page, seq) not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[page, seq] = await self._work.read(lambda db: draw(db, self._render, page, now=clock.now()))
        return self._drawn[page, seq]

    async def poll(self, visit: Visit, fair_id: UUID) -> Response[Any]:
        """The same by HTTP, for networks that let no socket through: 200 with the envelope, or 204."""
        since = visit.query("since", "0")
        viewer, page = visit.viewer, visit.query("page")
        try:
            found = await visit.read(lambda db: live_page(db, viewer, fair_id, page, now=visit.now))
        except NotFound:
            if viewer is None:  # the page was somebody's: the script says "please sign in again"
                return Response(None, status_code=401)
            raise
        fresh = await self.news(found, _number(since) or 0)
        headers = {"Cache-Control": "private, no-store"}
        if fresh is None:
            return Response(None, status_code=204, headers=headers)
        return Response(fresh, headers=headers, media_type="application/json")


def _number(since: str) -> int | None:
    """The number a page says it has come to."""
    return int(since) if since.isascii() and since.isdigit() and len(since) < 16 else None


def _fair(path: str) -> UUID | None:
    if not path.startswith(_PREFIX):
        return None
    try:
        return UUID(path.removeprefix(_PREFIX).strip("/"))
    except ValueError:
        return None
