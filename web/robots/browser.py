"""A browser small enough for a robot: pages, forms, redirects and one cookie. Plain HTTP/1.1 to a server of ours."""

import asyncio
import re
from urllib.parse import urlencode
from uuid import UUID, uuid4

from msgspec import Struct

_AT_ONCE = 4  # requests of all robots together: they must never be what makes the server slow
_PATIENCE = 10.0  # seconds
_REDIRECTS = 3
_ID = "[0-9a-f]{8}-[0-9a-f-]{27}"


class Page(Struct, frozen=True):
    """What came back. `path` is where it came from in the end."""

    path: str
    status: int
    text: str

    def ids(self, before: str, after: str = '"') -> list[UUID]:
        """The ids that stand between two texts, each once, in the page's order."""
        found = re.findall(re.escape(before) + f"({_ID})" + re.escape(after), self.text)
        return [UUID(one) for one in dict.fromkeys(found)]

    def first(self, before: str, after: str = '"') -> UUID | None:
        """The first of them."""
        return next(iter(self.ids(before, after)), None)


class Wire:
    """The way to the server, shared by all robots."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def ask(self, head: str, body: bytes = b"") -> tuple[int, dict[str, str], str]:
        """One request on a connection of its own. Raises OSError when nobody answers."""
        async with self._turn, asyncio.timeout(_PATIENCE):
            reader, writer = await asyncio.open_connection(self.host, self.port)
            try:
                writer.write(head.encode() + body)
                await writer.drain()
                answer = await reader.read()
            finally:
                writer.close()
        return _understood(answer)


def _understood(answer: bytes) -> tuple[int, dict[str, str], str]:
    """Status, headers by lower-case name, text."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    if not first.startswith("HTTP/1.1 "):
        raise OSError("this is no answer")
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return int(first.split(" ")[1]), headers, body.decode("utf-8", "replace")


class Browser:
    """One robot's browser. `address`: what the server believes it to be, where proxies are trusted."""

    def __init__(self, wire: Wire, address: str) -> None:
        self._wire = wire
        self._address = address
        self._login = ""

    async def get(self, path: str) -> Page:
        """A page, after its redirects."""
        return await self._follow(path, *await self._ask("GET", path))

    async def post(self, path: str, **fields: str) -> Page:
        """Send a form; what one sees after it."""
        return await self._follow(path, *await self._ask("POST", path, fields | {"request_id": str(uuid4())}))

    async def _follow(self, path: str, status: int, headers: dict[str, str], text: str) -> Page:
        for _ in range(_REDIRECTS):
            if status != 303:
                break
            path = headers.get("location", "/")
            status, headers, text = await self._ask("GET", path)
        return Page(path, status, text)

    async def _ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], str]:
        body = urlencode(fields or {}).encode()
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self._wire.host}:{self._wire.port}",
            "Connection: close",
            "User-Agent: exchange-robot",
            f"X-Forwarded-For: {self._address}",
            f"Cookie: {self._login}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        status, headers, text = await self._wire.ask("\r\n".join(lines) + "\r\n\r\n", body)
        if "login=" in (cookie := headers.get("set-cookie", "")):
            self._login = cookie.partition(";")[0]
        return status, headers, text
