"""The reader of what comes up the live line: the small masked frames of a browser (RFC 6455 §5).

Pure: bytes in, messages out. Pongs and the closing handshake are all that a page sends today; whole messages are
checked and handed on for the sake of what may come (signalling).
"""

from collections.abc import Iterator
from typing import Final

from web.live.frames import MAX_CONTROL, Close, Op

MAX_MESSAGE: Final = 16 * 1024  # bytes of one message; signalling needs about 4 KiB


class ProtocolError(Exception):
    """The peer broke the protocol; the connection ends with `code`."""

    def __init__(self, code: Close, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


_OPS: Final = {op.value: op for op in Op}


class Inbox:
    """Reads masked client frames as they trickle in; holds nothing while nothing is pending."""

    __slots__ = ("_buffer", "_op", "_whole")

    def __init__(self) -> None:
        self._buffer = b""
        self._whole: bytearray | None = None  # the message under way
        self._op = Op.TEXT  # and its kind

    def feed(self, data: bytes) -> Iterator[tuple[Op, bytes]]:
        """Whole messages and control frames, in order; raises `ProtocolError` at the first fault."""
        buffer = self._buffer + data if self._buffer else bytes(data)
        start = 0
        try:
            while (found := _one_frame(buffer, start)) is not None:
                final, op, payload, start = found
                message = self._message(final, op, payload)
                if message is not None:
                    yield message
        finally:
            self._buffer = buffer[start:]

    def _message(self, final: bool, op: Op, payload: bytes) -> tuple[Op, bytes] | None:
        if op >= Op.CLOSE:
            return op, _checked_close(payload) if op is Op.CLOSE else payload
        if (op is Op.CONTINUATION) is (self._whole is None):
            raise ProtocolError(Close.PROTOCOL_ERROR, "fragments out of order")
        if self._whole is None:
            self._op, self._whole = op, bytearray()
        self._whole += payload
        if len(self._whole) > MAX_MESSAGE:
            raise ProtocolError(Close.TOO_BIG, "message too big")
        if not final:
            return None
        whole, self._whole = bytes(self._whole), None
        return self._op, _checked_text(whole) if self._op is Op.TEXT else whole


def _one_frame(buffer: bytes, start: int) -> tuple[bool, Op, bytes, int] | None:
    """The frame that begins at `start`, unmasked, and where the next begins; None while it is incomplete."""
    if len(buffer) - start < 2:
        return None
    first, second = buffer[start], buffer[start + 1]
    final, op = _checked_head(first, second)
    size, body = second & 0x7F, start + 2
    if size >= 126:
        width = 2 if size == 126 else 8
        if len(buffer) < body + width:
            return None
        size, body = _checked_size(size, buffer[body : body + width]), body + width
    end = body + 4 + size
    if len(buffer) < end:
        return None
    return final, op, _unmask(buffer[body + 4 : end], buffer[body : body + 4]), end


def _checked_head(first: int, second: int) -> tuple[bool, Op]:
    if first & 0x70:
        raise ProtocolError(Close.PROTOCOL_ERROR, "reserved bits set")
    if not second & 0x80:
        raise ProtocolError(Close.PROTOCOL_ERROR, "client frame not masked")
    op = _OPS.get(first & 0x0F)
    if op is None:
        raise ProtocolError(Close.PROTOCOL_ERROR, "unknown frame")
    final = bool(first & 0x80)
    if op >= Op.CLOSE and (not final or second & 0x7F > MAX_CONTROL):
        raise ProtocolError(Close.PROTOCOL_ERROR, "control frame fragmented or too long")
    return final, op


def _checked_size(mark: int, field: bytes) -> int:
    size = int.from_bytes(field, "big")
    if size < (126 if mark == 126 else 0x10000):
        raise ProtocolError(Close.PROTOCOL_ERROR, "length not in its shortest form")
    if size > MAX_MESSAGE:  # before the bytes arrive: nobody may make us hold them
        raise ProtocolError(Close.TOO_BIG, "message too big")
    return size


def _unmask(payload: bytes, mask: bytes) -> bytes:
    size = len(payload)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


def _checked_text(payload: bytes) -> bytes:
    try:
        payload.decode()
    except UnicodeDecodeError as fault:
        raise ProtocolError(Close.BAD_TEXT, "text is not UTF-8") from fault
    return payload


def _may_be_sent(code: int) -> bool:
    """RFC 6455 §7.4 and the registry: 1004–1006 and 1015 never travel, 3000–4999 belong to applications."""
    return 3000 <= code < 5000 or (1000 <= code < 1015 and code not in (1004, 1005, 1006))


def _checked_close(payload: bytes) -> bytes:
    """Empty, or a code and a reason in UTF-8."""
    if not payload:
        return payload
    code = int.from_bytes(payload[:2], "big")
    if len(payload) == 1 or not _may_be_sent(code):
        raise ProtocolError(Close.PROTOCOL_ERROR, "close code not allowed")
    _checked_text(payload[2:])
    return payload
