"""Small values that a browser keeps for us and must not change: answers half given, signed with the server's secret."""

import base64
import hmac
from typing import Any

import msgspec


def seal(value: Any, secret: str) -> str:
    """`value` as text for a cookie."""
    body = base64.urlsafe_b64encode(msgspec.json.encode(value)).decode().rstrip("=")
    return f"{body}.{_mark(body, secret)}"


def unseal(text: str, secret: str) -> Any:
    """What was sealed; None for anything we did not write."""
    body, _, mark = text.partition(".")
    if not (text.isascii() and mark and hmac.compare_digest(mark, _mark(body, secret))):
        return None
    return msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def _mark(body: str, secret: str) -> str:
    return base64.urlsafe_b64encode(hmac.digest(secret.encode(), b"sealed:" + body.encode(), "sha256")[:18]).decode()
