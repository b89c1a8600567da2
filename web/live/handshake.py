"""The opening handshake of the live line (RFC 6455 §4.2): reading the request, writing the answers."""

import base64
import binascii
import hashlib
from asyncio import Transport
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import unquote

_GUID: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def read(head: bytes, transport: Transport) -> dict[str, Any]:
    """The request as an ASGI scope (type, path, query_string, headers in lower case, client)."""
    request, *lines = head.rstrip(b"\r\n").split(b"\r\n")
    path, _, query = request.split(b" ")[1].partition(b"?")
    pairs = (line.partition(b":") for line in lines)
    return {
        "type": "websocket",
        "path": unquote(path.decode("ascii", "replace")),
        "query_string": query,
        "headers": [(name.strip().lower(), value.strip()) for name, _, value in pairs],
        "client": transport.get_extra_info("peername"),
    }


def accepted(scope: dict[str, Any]) -> bytes | None:
    """The answer that opens the line; None when this is no handshake of version 13."""
    headers = dict(scope["headers"])
    key = headers.get(b"sec-websocket-key", b"")
    if headers.get(b"sec-websocket-version") != b"13" or not _is_key(key):
        return None
    proof = base64.b64encode(hashlib.sha1(key + _GUID, usedforsecurity=False).digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + proof + b"\r\n\r\n"
    )


def refused(status: HTTPStatus) -> bytes:
    """An HTTP answer without a body; a page's script sees only that the socket did not open."""
    return (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nSec-WebSocket-Version: 13\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n"
    ).encode()


def _is_key(key: bytes) -> bool:
    try:
        return len(base64.b64decode(key, validate=True)) == 16
    except binascii.Error:
        return False
