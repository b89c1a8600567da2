"""One middleware before every page: who is it, may this request come from there, how often, and the headers."""

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from exchange.kernel.settings import Settings
from exchange.kernel.texts import N_
from web.identity import Identities

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
_HEADERS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), microphone=(self), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
]
_HSTS = (b"strict-transport-security", b"max-age=31536000")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def headers_of(scope: Mapping[str, Any]) -> dict[bytes, bytes]:
    """Request headers, lower-case names; the last of a repeated one."""
    return dict(scope["headers"])


def cookie(headers: Mapping[bytes, bytes], name: str) -> str | None:
    """One cookie's value."""
    for part in headers.get(b"cookie", b"").decode("latin-1").split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return None


class Origins:
    """Whose pages may send us forms and open sockets: our own public address, and the address asked for."""

    def __init__(self, settings: Settings) -> None:
        self._ours = settings.public_url.rstrip("/")

    def allowed(self, headers: Mapping[bytes, bytes]) -> bool:
        """Whether the request comes from a page of ours.

        The browser says so itself: Sec-Fetch-Site, and Origin on every POST and handshake. A request with neither
        comes from no page at all (a program with its own cookie), and nothing can be forged with it.
        """
        site = headers.get(b"sec-fetch-site", b"").decode("latin-1")
        origin = headers.get(b"origin", b"").decode("latin-1")
        if site and site not in ("same-origin", "none"):
            return False
        if not origin:
            return True
        return origin == self._ours or _host(origin) == headers.get(b"host", b"").decode("latin-1")


def _host(origin: str) -> str | None:
    """The host and port that an origin names; None for what is no address."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


class Bucket:
    """How often one address may send forms: a token bucket in one number per address (GCRA).

    High on purpose: a whole school or centre may share one address.
    """

    def __init__(self, per_second: float, burst: int) -> None:
        self._step, self._room = 1 / per_second, burst / per_second
        self._full_at: dict[str, float] = {}

    def take(self, who: str) -> bool:
        """Whether `who` may act now."""
        now = time.monotonic()
        at = max(self._full_at.get(who, now), now)
        if at - now > self._room:
            return False
        if len(self._full_at) > 50_000:
            self._full_at = {key: value for key, value in self._full_at.items() if value > now}
        self._full_at[who] = at + self._step
        return True


class Guard:
    """The middleware."""

    def __init__(self, settings: Settings, identities: Identities) -> None:
        self._identities = identities
        self._origins = Origins(settings)
        self._headers = [*_HEADERS, _HSTS] if settings.secure else _HEADERS
        self._proxies = frozenset(part.strip() for part in settings.trusted_proxies.split(",") if part.strip())
        self._forms = Bucket(per_second=10, burst=200)

    def wrap(self, app: ASGIApp) -> ASGIApp:
        """The application behind this guard."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if str(scope["type"]) != "http":
                await app(scope, receive, send)
                return
            await self._serve(app, scope, receive, send)

        return guarded

    def client(self, scope: Mapping[str, Any], headers: Mapping[bytes, bytes]) -> str:
        """The address of whoever asks; a proxy of ours is believed."""
        direct = scope["client"][0] if scope.get("client") else ""
        if direct in self._proxies and (said := headers.get(b"x-forwarded-for")):
            return said.decode("latin-1").rsplit(",", 1)[-1].strip()
        return direct

    async def _serve(self, app: ASGIApp, scope: Any, receive: Receive, send: Send) -> None:
        headers = headers_of(scope)
        answer = self._answering(send)
        if scope["method"] not in _SAFE:
            if not self._origins.allowed(headers):
                await _refuse(answer, 403, N_("Yêu cầu này không đến từ trang của chúng tôi."))
                return
            if not self._forms.take(self.client(scope, headers)):
                await _refuse(answer, 429, N_("Có quá nhiều yêu cầu cùng lúc. Anh/chị chờ ít phút rồi thử lại."))
                return
        state = scope.setdefault("state", {})
        token = cookie(headers, self._identities.cookie)
        state["identity"] = await self._identities.of(token) if token else None
        await app(scope, receive, answer)

    def _answering(self, send: Send) -> Send:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._headers]
            await send(message)

        return answer


async def _refuse(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    head = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body, "more_body": False})
