"""The bytes that go down the live line, encoded once for everybody.

What goes down is one JSON text frame:

    {"seq":123,"html":"<hx-partial …>…</hx-partial>…"}   news: whole regions, as of entry 123 of the fair
    {}                                                    heartbeat
    {"reload":true,"within":60}                           a new release: load the page again within so many seconds

Each region in `html` is one `<hx-partial>` (see `partial`): htmx looks its target up by id and morphs it, and a region
that is not on the page is passed over. The same text serves as the answer to an htmx POST.

A browser is never told why a handshake failed, so whatever it must know is a close code after a successful one:
`Close` lists them with what `live.js` does about each.
"""

from enum import IntEnum
from html import escape
from typing import Final

import msgspec

MAX_CONTROL: Final = 125  # RFC 6455 §5.5


class Close(IntEnum):
    """Close codes we send, and what the page does."""

    PROTOCOL_ERROR = 1002  # connects again, backing off
    BAD_TEXT = 1007  # connects again, backing off
    TOO_BIG = 1009  # connects again, backing off
    FAILED = 1011  # connects again, backing off
    RESTART = 1012  # connects again after a random moment: the server is going down for a new one
    TRY_AGAIN = 1013  # connects again, backing off: the reader was too slow, or we are full
    SIGNED_OUT = 4401  # gives up: "please sign in again"
    NOT_YOURS = 4403  # gives up: "load the page again" (a membership or a fair's sites have changed)


class Op(IntEnum):
    CONTINUATION = 0x0
    TEXT = 0x1
    BINARY = 0x2
    CLOSE = 0x8
    PING = 0x9
    PONG = 0xA


class News(msgspec.Struct, frozen=True):
    """The envelope; the polling address answers the same JSON."""

    seq: int
    html: str


class Reload(msgspec.Struct, frozen=True):
    within: int
    reload: bool = True


_ENCODER = msgspec.json.Encoder()


def frame(op: Op, payload: bytes) -> bytes:
    """One unfragmented, unmasked frame, as a server sends it."""
    size = len(payload)
    if size < 126:
        return bytes((0x80 | op, size)) + payload
    if size < 0x10000:
        return bytes((0x80 | op, 126)) + size.to_bytes(2, "big") + payload
    return bytes((0x80 | op, 127)) + size.to_bytes(8, "big") + payload


def text(payload: bytes) -> bytes:
    return frame(Op.TEXT, payload)


def close(code: int, reason: str = "") -> bytes:
    return frame(Op.CLOSE, code.to_bytes(2, "big") + reason.encode()[: MAX_CONTROL - 2])


def message(said: News | Reload) -> bytes:
    return text(_ENCODER.encode(said))


def news(seq: int, html: str) -> bytes:
    return message(News(seq, html))


def reload(within: int) -> bytes:
    """Asks pages to load themselves again, each at its own moment within so many seconds."""
    return message(Reload(within))


def partial(dom_id: str, html: str) -> str:
    """A region as it travels: `html` has one root element, whose id is `dom_id`."""
    return f'<hx-partial hx-target="#{escape(dom_id)}" hx-swap="outerMorph">{html}</hx-partial>'


ALIVE: Final = text(b"{}")
# The text tells the page that the line is alive, the ping makes even a sleeping page's browser answer us.
HEARTBEAT: Final = ALIVE + frame(Op.PING, b"")
