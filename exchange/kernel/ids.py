"""Time-ordered identifiers, and the short codes people read out."""

import os
import secrets
import time
from uuid import UUID

# No 0/O, 1/I/L: read out over a telephone and typed from paper.
_READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562): rows made later sort later, so index pages stay together."""
    millis = time.time_ns() // 1_000_000
    tail = int.from_bytes(os.urandom(10), "big")
    value = (millis & (1 << 48) - 1) << 80 | 0x7 << 76 | (tail >> 68) << 64 | 0b10 << 62 | tail & (1 << 62) - 1
    return UUID(int=value)


def new_token() -> str:
    """An unguessable secret for a cookie or a link (256 bits)."""
    return secrets.token_urlsafe(32)


def readable_code(length: int) -> str:
    """A random code of `length` letters and digits that cannot be misread."""
    return "".join(secrets.choice(_READABLE) for _ in range(length))


def as_typed(code: str) -> str:
    """A code as a person typed it, in the form it is stored in: capitals, no spaces or dashes."""
    return "".join(ch for ch in code.upper() if ch.isalnum())
