"""Asking another system over HTTP: one request, one answer, ten seconds, no detours, and not into our own network.

The standard library's client, because what matters here is what it must not do: follow redirects, use proxies, read
without a bound, or connect to another address than the one that was judged (a name may mean two in a row).
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from urllib.parse import urlsplit

from exchange.feeds.codes import WireFault
from exchange.feeds.wire import LARGEST_ANSWER, Reply, Request

TIMEOUT = 10.0  # seconds for the whole of it, after the name was looked up
_REACHING_INSIDE = [ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")]


class _Refused(Exception):  # noqa: N818 - an answer, not a bug
    def __init__(self, fault: WireFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class HttpWire:
    """Sends requests. `private`: our own network may be called too, for trials and tests."""

    def __init__(self, *, private: bool, timeout: float = TIMEOUT) -> None:
        self._private, self._timeout = private, timeout

    def __call__(self, request: Request) -> Reply:
        """The answer, or why there is none."""
        try:
            return self._sent(request)
        except _Refused as no:
            return Reply(fault=no.fault)
        except ssl.SSLError:
            return Reply(fault=WireFault.TLS)
        except TimeoutError:
            return Reply(fault=WireFault.TIMED_OUT)
        except (OSError, http.client.HTTPException, ValueError):
            return Reply(fault=WireFault.UNREACHABLE)

    def _sent(self, request: Request) -> Reply:
        parts = urlsplit(request.url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        if not secure and not self._private:
            raise _Refused(WireFault.ADDRESS)
        port = parts.port or (443 if secure else 80)
        line = _Line(host, port, self._address(host, port), secure=secure, timeout=self._timeout)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        late = threading.Event()
        watch = threading.Timer(self._timeout, _cut, (line, late))
        watch.daemon = True
        watch.start()
        try:
            reply = _asked(line, request, path)
        except Exception:
            if late.is_set():
                raise TimeoutError from None
            raise
        finally:
            watch.cancel()
            line.close()
        if late.is_set():  # what was read by then may be half of it
            raise TimeoutError
        return reply

    def _address(self, host: str, port: int) -> str:
        """The address that is called: the first of the name, if all of them lie outside."""
        try:
            found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError):
            raise _Refused(WireFault.UNKNOWN_HOST) from None
        if not found:
            raise _Refused(WireFault.UNKNOWN_HOST)
        if not self._private and not all(map(outside, found)):
            raise _Refused(WireFault.ADDRESS)
        return found[0]


def outside(address: str) -> bool:
    """Whether an address is one of the open internet, whatever it is wrapped in."""
    try:
        own = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(own, ipaddress.IPv6Address):
        own = own.ipv4_mapped or own
    if isinstance(own, ipaddress.IPv6Address) and any(own in net for net in _REACHING_INSIDE):
        return False
    return own.is_global and not own.is_multicast


class _Line(http.client.HTTPConnection):
    """A connection to an address that was looked up before, in the name of its host."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._called, self._secure = address, secure
        self.default_port = 443 if secure else 80
        self.open: socket.socket | None = None  # `sock` is gone as soon as an answer begins

    def connect(self) -> None:
        self.sock = self.open = socket.create_connection((self._called, self.port), self.timeout)
        if self._secure:
            self.sock = self.open = ssl.create_default_context().wrap_socket(self.open, server_hostname=self.host)


def _cut(line: _Line, late: threading.Event) -> None:
    """Time is up, however slowly the other side keeps on talking."""
    late.set()
    if line.open is not None:
        with suppress(OSError):
            line.open.shutdown(socket.SHUT_RDWR)


def _asked(line: _Line, request: Request, path: str) -> Reply:
    headers = {"User-Agent": "exchange", "Accept-Encoding": "identity", "Connection": "close"}
    line.request("GET" if request.body is None else "POST", path, request.body, headers | request.headers)
    answer = line.getresponse()
    body = answer.read(LARGEST_ANSWER + 1)
    if len(body) > LARGEST_ANSWER:
        raise _Refused(WireFault.TOO_LARGE)
    if 300 <= answer.status < 400:
        raise _Refused(WireFault.REDIRECTED)
    return Reply(answer.status, body)
