"""A small live page on the real line, in a thread of its own, for what only a browser shows."""

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs

import msgspec
import uvicorn
import uvloop
from playwright.sync_api import Page

from tests.live.line import Line
from web.live import frames
from web.live.frames import News
from web.live.server import config, listen

STATIC = Path(__file__).parents[2] / "web" / "static"
SCRIPTS = {"/htmx.js": "vendor/htmx.min.js", "/live.js": "js/live.js", "/turn.js": "js/turn.js"}
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
HTMX = '{"includeIndicatorCSS":false,"history":"reload","extensions":"none","noSwap":[204,304,"5xx"]}'
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title><link rel="icon" href="data:,">
<meta name="htmx-config" content='{htmx}'>
<script src="/htmx.js" defer></script><script src="/live.js" defer></script><script src="/turn.js" defer></script>
</head>
<body data-live="/live/page?page=booth/1" data-poll="/news?page=booth/1" data-seq="{seq}" data-now="{now}" {attributes}>
<p id="line-status" role="status" hidden data-words-lost="mất kết nối" data-words-polling="mạng yếu"
 data-words-back="đã nối lại" data-words-signed-out="đăng nhập lại" data-words-refused="tải lại trang"></p>
<p id="live-status" role="status"></p>{body}</body></html>"""
T = TypeVar("T")


class Stage(Line):
    """The line, its page and the pen that draws it: `regions` is what the page shows, by id, as of `seq`."""

    def prepare(self) -> "Stage":
        self.regions: dict[str, str] = {}
        self.seq = 1
        self.attributes = ""
        self.now = "2030-05-01T01:00:00Z"
        self.answers: dict[str, tuple[int, dict[str, str], str]] = {}  # path → status, headers, body
        self.asked_for: list[str] = []  # paths of requests
        self.sinces: list[int] = []  # of sockets and polls
        self.polling = 200
        self.missed = None
        return self

    # from the test's thread

    def start(self) -> None:
        """On the same port as before, if there was one."""
        self.loop = uvloop.new_event_loop()
        ready = threading.Event()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=(self._serve(ready),))
        self.thread.start()
        assert ready.wait(10)

    def stop(self) -> None:
        assert self.server is not None
        self.server.should_exit = True
        self.thread.join(10)

    def do(self, act: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(act, self.loop).result(10)

    def show(self, **regions: str) -> None:
        """The next entry changes these regions, and everybody is told."""
        self.seq += 1
        self.draw(**regions)
        self.do(self.hub.publish(self.seq, {"all": self._html(regions)}))

    def draw(self, **regions: str) -> None:
        """The regions are so from now on; nobody is told."""
        self.regions |= regions

    def kick(self, code: frames.Close) -> None:
        async def kick() -> None:
            self.hub.kick("all", code)

        self.do(kick())

    def freeze(self) -> "Future[None]":
        """Everything stands still, with all connections open, until `thaw`."""
        self.thaw = threading.Event()

        async def stand_still() -> None:
            self.thaw.wait(30)

        return asyncio.run_coroutine_threadsafe(stand_still(), self.loop)

    @property
    def sockets(self) -> int:
        return self.hub.counts().sockets

    # in the server's thread

    async def _serve(self, ready: threading.Event) -> None:
        listening = listen("127.0.0.1", self.port)
        self.port = listening.getsockname()[1]
        self.asked = asyncio.Event()
        self.hub._turn = asyncio.Lock()
        self.server = uvicorn.Server(config(self._application, self.hub, self.admit))
        serving = asyncio.ensure_future(self.server.serve(sockets=[listening]))
        while not self.server.started:  # noqa: ASYNC110 - uvicorn offers nothing to wait for
            await asyncio.sleep(0.005)
        ready.set()
        await serving

    async def admit(self, scope: dict[str, Any]) -> Any:
        since = int(parse_qs(scope["query_string"].decode())["since"][0])
        self.sinces.append(since)
        self.missed = lambda: self._news(since)
        return await super().admit(scope)

    async def _news(self, since: int) -> News | None:
        return News(self.seq, self._html(self.regions)) if self.seq > since else None

    def _html(self, regions: dict[str, str]) -> str:
        return "".join(frames.partial(name, self._region(name, html)) for name, html in regions.items())

    @staticmethod
    def _region(name: str, html: str) -> str:
        return html if html.startswith("<") and f'id="{name}"' in html else f'<div id="{name}">{html}</div>'

    async def _application(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            for _ in range(2):
                await send({"type": (await receive())["type"] + ".complete"})
            return
        await receive()
        status, headers, body = await self._answer(scope["path"], scope["query_string"].decode())
        sent = [(name.encode(), text.encode()) for name, text in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": sent})
        await send({"type": "http.response.body", "body": body.encode()})

    async def _answer(self, path: str, query: str) -> tuple[int, dict[str, str], str]:
        self.asked_for.append(path)
        if path in self.answers:
            return self.answers[path]
        if path in SCRIPTS:
            return 200, {"content-type": "text/javascript"}, (STATIC / SCRIPTS[path]).read_text()
        if path == "/news":
            since = int(parse_qs(query)["since"][0])
            self.sinces.append(since)
            news = await self._news(since)
            if self.polling != 200 or news is None:
                return self.polling if self.polling != 200 else 204, {}, ""
            return 200, {"content-type": "application/json"}, json.dumps(msgspec.to_builtins(news))
        return 200, {"content-type": "text/html", "content-security-policy": CSP}, self._page()

    def _page(self) -> str:
        body = "".join(self._region(name, html) for name, html in self.regions.items())
        return PAGE.format(htmx=HTMX, seq=self.seq, now=self.now, attributes=self.attributes, body=body)


def come_true(page: Page, true: Callable[[], bool]) -> None:
    """Lets browser and server go on until something is so."""
    for _ in range(1000):
        if true():
            return
        page.wait_for_timeout(10)
    raise AssertionError("it never came to be so")


def look(page: Page, *, away: bool) -> None:
    """Another tab in front, or this one again."""
    page.evaluate(
        """away => { Object.defineProperty(document, "hidden", { value: away, configurable: true });
        document.dispatchEvent(new Event("visibilitychange")); }""",
        away,
    )


def polled(page: Page, stage: Stage, times: int) -> None:
    come_true(page, lambda: page.clock.run_for(1000) is None and stage.asked_for.count("/news") >= times)


def joined(page: Page, stage: Stage) -> None:
    come_true(page, lambda: page.clock.run_for(1000) is None and stage.sockets == 1)
