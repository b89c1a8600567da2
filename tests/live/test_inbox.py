"""The reader of browsers' frames, against the rules and against another reader."""

import struct
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from websockets.frames import Frame, Opcode
from websockets.protocol import OPEN, SERVER, Protocol

from web.live.frames import Close, Op
from web.live.inbox import MAX_MESSAGE, Inbox, ProtocolError


def masked(op: int, payload: bytes, *, final: bool = True, reserved: int = 0, size: bytes | None = None) -> bytes:
    head = bytes(((0x80 if final else 0) | reserved << 4 | op,))
    if size is None:
        size = bytes((len(payload),)) if len(payload) < 126 else b"\x7e" + struct.pack("!H", len(payload))
    key = b"\x37\xfa\x21\x3d"
    hidden = bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))
    return head + bytes((size[0] | 0x80,)) + size[1:] + key + hidden


def verdict(stream: bytes, cuts: tuple[int, ...] = ()) -> tuple[list[tuple[Op, bytes]], Close | None]:
    """What was read, and the fault that ended it."""
    inbox, read = Inbox(), []
    places = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    try:
        for start, end in pairwise(places):
            read += inbox.feed(stream[start:end])
    except ProtocolError as fault:
        return read, fault.code
    return read, None


messages = some.lists(some.tuples(some.text(max_size=60), some.integers(1, 4)), max_size=6)
cuts = some.tuples(*[some.integers(0, 2000)] * 4)


@given(messages, cuts)
def test_however_bytes_and_fragments_fall_the_messages_are_the_same(said: list[tuple[str, int]], cut: Any) -> None:
    stream = b""
    for text, pieces in said:
        data = text.encode()
        step = len(data) // pieces + 1
        parts = [data[start : start + step] for start in range(0, max(len(data), 1), step)]
        for place, part in enumerate(parts):
            stream += masked(Op.TEXT if place == 0 else Op.CONTINUATION, part, final=place == len(parts) - 1)
            stream += masked(Op.PING, b"!")

    read, fault = verdict(stream, cut)

    assert fault is None
    assert [payload.decode() for op, payload in read if op is Op.TEXT] == [text for text, _ in said]


# All payloads are UTF-8, which the library leaves to the layer above; 0x0c30 may close, 0x0330 may not.
frame_soup = some.lists(
    some.builds(
        masked,
        some.sampled_from([0, 1, 1, 2, 3, 8, 9, 9, 10, 10, 15]),
        some.one_of(some.sampled_from([b"", b"a", b"\x0c0", b"\x0c0yes", b"\x030", b"x" * 125, b"y" * 126])),
        final=some.sampled_from([True, True, True, False]),
        reserved=some.sampled_from([0] * 9 + [1, 4]),
    ),
    max_size=8,
)


@given(frame_soup, cuts)
@example([b"\x01\x80abcd", b"\x88\x80abcd"], (0, 0, 0, 0))
def test_it_judges_whole_frames_as_the_websockets_library_does(soup: list[bytes], cut: Any) -> None:
    stream = b"".join(soup)
    other = Protocol(SERVER, state=OPEN)
    other.receive_data(stream)
    theirs = [event for event in other.events_received() if isinstance(event, Frame)]

    read, fault = verdict(stream, cut)

    last = next((place for place, (op, _) in enumerate(read) if op is Op.CLOSE), None)
    if last is not None:
        read, fault = read[: last + 1], None  # nothing counts after goodbye
    if last is not None and not any(event.opcode is Opcode.CLOSE for event in theirs):
        assert "incomplete fragmented message" in str(other.parser_exc)
        return  # it takes a goodbye within a message for a fault; RFC 6455 §5.4 lets control frames come there
    assert read == _whole(theirs)
    assert (fault is not None) == (other.parser_exc is not None)


def _whole(events: list[Frame]) -> list[tuple[Op, bytes]]:
    """Fragments put together, as far as they go."""
    read: list[tuple[Op, bytes]] = []
    kind, parts = Op.TEXT, b""
    for event in events:
        if event.opcode >= Opcode.CLOSE:
            read.append((Op(event.opcode), bytes(event.data)))
            continue
        kind, parts = (kind, parts) if event.opcode is Opcode.CONT else (Op(event.opcode), b"")
        parts += bytes(event.data)
        if event.fin:
            read.append((kind, parts))
    return read


@given(some.lists(some.binary(max_size=300), max_size=10))
def test_noise_is_refused_or_waited_on_and_never_hoarded(pieces: list[bytes]) -> None:
    inbox = Inbox()

    with suppress(ProtocolError):
        for piece in pieces:
            list(inbox.feed(piece))

    assert len(inbox._buffer) <= MAX_MESSAGE + 14


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        (b"\x81\x01a", Close.PROTOCOL_ERROR),  # not masked
        (masked(1, b"a", reserved=4), Close.PROTOCOL_ERROR),  # as if compressed
        (masked(3, b""), Close.PROTOCOL_ERROR),
        (masked(9, b"", final=False), Close.PROTOCOL_ERROR),
        (masked(9, b"x" * 126), Close.PROTOCOL_ERROR),
        (masked(0, b"a"), Close.PROTOCOL_ERROR),  # continues nothing
        (masked(1, b"a", final=False) + masked(1, b"b"), Close.PROTOCOL_ERROR),
        (masked(8, b"\x03"), Close.PROTOCOL_ERROR),
        (masked(8, struct.pack("!H", 1005)), Close.PROTOCOL_ERROR),
        (masked(8, struct.pack("!H", 2999)), Close.PROTOCOL_ERROR),
        (masked(8, struct.pack("!H", 1000) + b"\xff"), Close.BAD_TEXT),
        (masked(1, b"\xc3"), Close.BAD_TEXT),
        (masked(1, "đ".encode()[:1], final=False) + masked(0, b"x"), Close.BAD_TEXT),
        (masked(1, b"x", size=b"\x7e\x00\x01"), Close.PROTOCOL_ERROR),  # a long length for a short message
        (masked(2, b"", size=b"\x7e" + struct.pack("!H", MAX_MESSAGE + 1)), Close.TOO_BIG),
        (masked(2, b"", size=b"\x7f" + struct.pack("!Q", 2**62)), Close.TOO_BIG),
        (masked(2, b"x" * MAX_MESSAGE, final=False) + masked(0, b"x"), Close.TOO_BIG),
    ],
)
def test_what_the_rules_forbid_ends_the_connection_by_name(stream: bytes, code: Close) -> None:
    assert verdict(stream)[1] is code


def test_a_letter_cut_in_two_by_fragments_is_whole_again() -> None:
    data = "Xếp hàng".encode()

    read, fault = verdict(masked(1, data[:3], final=False) + masked(0, data[3:]))

    assert (read, fault) == ([(Op.TEXT, data)], None)


def test_the_longest_message_allowed_is_read() -> None:
    assert verdict(masked(2, b"x" * MAX_MESSAGE)) == ([(Op.BINARY, b"x" * MAX_MESSAGE)], None)
