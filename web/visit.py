"""One request: who asks, when, what was sent, and how it is answered. Handlers take a `Visit` and little else."""

import time
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote, unquote

import brotli
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.exceptions import SerializationException
from litestar.status_codes import HTTP_303_SEE_OTHER

from exchange.accounts.queries import Viewer
from exchange.kernel import clock
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.settings import Settings
from exchange.kernel.vault import Vault
from web.forms import Form
from web.frame import frame
from web.identity import Identity
from web.render import Render
from web.work import Work

T = TypeVar("T")
_WORTH_SQUEEZING = 1000  # bytes
_NOTICE = "notice"
_KEPT_FOR = 1.0  # seconds a stranger's page is kept
_KEPT_PAGES = 500
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"


class Visit:
    """A request and everything a handler needs to answer it."""

    def __init__(self, request: Request[Any, Any, Any], house: Any) -> None:
        self.request = request
        self.house = house
        self.work: Work = house.work
        self.render: Render = house.render
        self.settings: Settings = house.settings

    @classmethod
    def of(cls, request: Request[Any, Any, Any]) -> "Visit":
        """The visit of a request, in the house it was sent to (`web.app.App`)."""
        return cls(request, request.scope["state"]["house"])

    @property
    def vault(self) -> Vault:
        """What seals and finds the numbers of identity papers."""
        vault: Vault = self.house.vault
        return vault

    @cached_property
    def now(self) -> datetime:
        """The clock, read once."""
        return clock.now()

    @property
    def identity(self) -> Identity | None:
        """Who is signed in."""
        found: Identity | None = self.request.scope["state"].get("identity")
        return found

    @property
    def viewer(self) -> Viewer | None:
        """The account behind the login."""
        return self.identity.viewer if self.identity else None

    @property
    def partial(self) -> bool:
        """Whether htmx asks for regions rather than a page. A hint, never a guard."""
        headers = self.request.headers
        return headers.get("HX-Request") == "true" and headers.get("HX-History-Restore-Request") != "true"

    def query(self, name: str, default: str = "") -> str:
        """One value of the query string."""
        found: str = self.request.query_params.get(name, default)
        return found.replace("\x00", "")  # no database takes it

    def every_query(self, name: str) -> list[str]:
        """All values of the query string that carry this name."""
        found: list[str] = self.request.query_params.getall(name, [])
        return [value.replace("\x00", "") for value in found]

    async def form(self) -> Form:
        """What was sent. Raises SerializationException (400) for a body that is no form."""
        try:
            return Form(await self.request.form())
        except UnicodeDecodeError as fault:
            raise SerializationException("unreadable form") from fault

    async def read(self, ask: Callable[[Reading], T], *, scan: bool = False) -> T:
        """Ask the core."""
        return await self.work.read(ask, scan=scan)

    async def write(self, change: Callable[[Writing], T]) -> T:
        """Change something, as one transaction."""
        return await self.work.write(change)

    async def page(
        self, template: str, /, *, status: int = 200, shared: bool = False, **values: Any
    ) -> Response[bytes]:
        """A whole page. `shared`: the same for everybody who is not signed in, so it may be kept for a moment.

        A button that was refused (422, htmx) is told why in the page's notice: it has no page to put a form on.
        """
        if self.partial and status == 422 and values.get("form"):
            said = " ".join(dict.fromkeys(values["form"].errors.values()))
            return self.regions(self.render.draw("ui/refused.html", reason=said), status=status)
        await self.house.houses.ask(self)
        return self.drawn(template, status=status, shared=shared, **values)

    async def shared_page(self, template: str, ask: Callable[[Reading], dict[str, Any]]) -> Response[bytes]:
        """A page that is the same for every stranger: drawn once a second for all of them, however many come.

        It carries the number of the news it was drawn with, so the live line brings it up to date.
        """
        if self.identity is not None or self.request.cookies.get(_NOTICE):
            return await self.page(template, **await self.read(ask))
        path = self.request.scope["raw_path"], self.request.scope["query_string"], self._takes_brotli
        kept: tuple[float, Response[bytes]] | None = self.house.kept.get(path)
        if kept is None or kept[0] < time.monotonic():
            drawn = await self.page(template, shared=True, **await self.read(ask))
            if len(self.house.kept) >= _KEPT_PAGES:
                self.house.kept.clear()
            kept = self.house.kept[path] = (time.monotonic() + _KEPT_FOR, drawn)
        body, headers = kept[1].content, kept[1].headers
        return Response(body, headers=headers, media_type="text/html")

    @property
    def _takes_brotli(self) -> bool:
        return "br" in self.request.headers.get("accept-encoding", "")

    def drawn(self, template: str, /, *, status: int = 200, shared: bool = False, **values: Any) -> Response[bytes]:
        """The same without asking the database anything: error pages are drawn when it may not answer."""
        around = frame(self)
        body = self.render.draw(template, **(around | {"request_id": new_id()} | values)).encode()
        public = shared and self.identity is None and around["notice"] is None
        cache = "public, max-age=2, stale-while-revalidate=30" if public else "private, no-store"
        answer = self._answer(body, status, {"Cache-Control": cache, "Vary": "Accept-Encoding, HX-Request, Cookie"})
        if around["notice"] is not None:
            answer.delete_cookie(_NOTICE)
        return answer

    def regions(self, html: str, *, status: int = 200) -> Response[bytes]:
        """Regions for htmx (`web.live.frames.partial`, joined)."""
        return self._answer(html.encode(), status, {"Cache-Control": "private, no-store", "Vary": "HX-Request"})

    def go(self, path: str, notice: str = "", *, kind: str = "ok") -> Response[bytes]:
        """See another page now; `notice` is shown there once. For htmx the same by its own header."""
        path = quote(path, safe=_IN_ADDRESSES)  # a header holds neither "đ" nor a line's end
        cookies = [Cookie(key=_NOTICE, value=quote(f"{kind}:{notice}"), max_age=30, httponly=True, samesite="lax")]
        if self.partial:
            return Response(b"", status_code=200, headers={"HX-Redirect": path}, cookies=cookies if notice else [])
        return Response(
            b"", status_code=HTTP_303_SEE_OTHER, headers={"Location": path}, cookies=cookies if notice else []
        )

    def notice(self) -> tuple[str, str] | None:
        """What the page before left to be said: its kind and its words."""
        kind, found, words = unquote(self.request.cookies.get(_NOTICE, "")).partition(":")
        return (kind, words) if found and kind in ("ok", "warn", "error") and len(words) < 400 else None

    def _answer(self, body: bytes, status: int, headers: dict[str, str]) -> Response[bytes]:
        if len(body) > _WORTH_SQUEEZING and self._takes_brotli:
            body = brotli.compress(body, quality=4)
            headers["Content-Encoding"] = "br"
        return Response(body, status_code=status, headers=headers, media_type="text/html")


Asked = NamedDependency[Visit]
"""How a handler asks for its visit."""
