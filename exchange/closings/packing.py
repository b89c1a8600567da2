"""Ids as they are kept behind a closed figure: sixteen bytes each, in chunks; a part is a bit for each of them."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from exchange.closings.codes import CHUNK, ID_BYTES


def packed(ids: Iterable[UUID]) -> bytes:
    """Ids one after the other."""
    return b"".join(one.bytes for one in ids)


def unpacked(data: bytes) -> list[UUID]:
    """The ids again."""
    return [UUID(bytes=one) for one in apart(data)]


def apart(data: bytes) -> list[bytes]:
    """Ids as sixteen bytes each."""
    return [data[at : at + ID_BYTES] for at in range(0, len(data), ID_BYTES)]


def chunks(ids: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered chunks of a thousand ids, in order."""
    for number, first in enumerate(range(0, len(ids), CHUNK)):
        yield number, b"".join(ids[first : first + CHUNK])


def places_kept(places: Iterable[int], many: int) -> bytes:
    """Which of `many` ids, in order: a bit for each, compressed."""
    bits = bytearray(-(-many // 8))
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return zlib.compress(bytes(bits))


def places(kept: bytes) -> list[int]:
    """The places again, in order."""
    bits = zlib.decompress(kept)
    return [at * 8 + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte >> bit & 1]
