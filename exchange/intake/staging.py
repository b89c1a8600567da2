"""From a file as it was sent to parts that wait to be looked through: read once, sealed, nothing of it written yet."""

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO, Final

import msgspec

from exchange.intake.codes import LARGEST_FILE, MOST_ROWS
from exchange.intake.plan import named
from exchange.intake.words import HEADINGS, key_of
from exchange.kernel.vault import Vault
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.encodings import legacy
from exchange.spreadsheets.excel import Cell, FileRefused, area
from exchange.spreadsheets.grids import MB, Bounds, Row, open_grid

_MOST: Final = Bounds(sent=LARGEST_FILE, unpacked=200 * MB)
PART: Final = 200  # rows that are looked through or taken in one transaction
_LOOKED: Final = 20  # rows in which the names of the columns may stand
_SAMPLE: Final = 300  # rows by which the encoding is judged
_COUNTED: Final = re.compile(r"\(?\d{1,3}\)?")
_ABOUT: Final = "intake"


class Staged(msgspec.Struct, frozen=True):
    """A file, read. `parts`: its rows, packed and sealed; `digest`: the same for the same file."""

    file_name: str
    sheet: str
    digest: str
    headings: list[str]
    rows: int
    parts: list[bytes]

    @property
    def heading_key(self) -> str:
        """The same for files with the same names of columns, however they are spelled."""
        said = "\x1f".join(" ".join(key_of(heading)) for heading in self.headings)
        return hashlib.sha256(said.encode()).hexdigest()


def stage(file: BinaryIO, name: str, vault: Vault) -> Staged:
    """Read a file from the first row to the last. Raises FileRefused."""
    digest = _digest(file)
    grid = open_grid(file, name, _MOST)
    above = list(islice(grid.rows, _LOOKED))
    if not above:
        raise FileRefused(FileReason.EMPTY)
    at = _header(above)
    header, rows = above[at], chain(above[at + 1 :], grid.rows)
    touched = [merged for merged in grid.merged if area(merged).bottom >= header.line]
    if touched:
        raise FileRefused(FileReason.MERGED, ", ".join(touched[:3]) + ("…" if len(touched) > 3 else ""))
    first = list(islice(rows, _SAMPLE))
    _refuse_legacy([header, *first])
    headings = _headings(header, max((len(row.cells) for row in first), default=0))
    parts, count = _packed(chain(_without_numbers(first), rows), vault)
    if not count:
        raise FileRefused(FileReason.NO_ROWS)
    short = re.split(r"[/\\]", name)[-1][-200:]
    return Staged(short, grid.sheet, digest, headings, count, parts)


def opened(sealed: bytes, vault: Vault) -> list[Row]:
    """The rows of a part."""
    return msgspec.json.decode(zlib.decompress(vault.open_bytes(sealed, _ABOUT)), type=list[Row])


def _header(rows: Sequence[Row]) -> int:
    """Which row names the columns: the first that has two names we know, else the first that holds only words."""
    for at, row in enumerate(rows):
        if sum(key_of(str(cell)) in HEADINGS for cell in row.cells) >= 2:
            return at
    filled = [at for at, row in enumerate(rows) if sum(cell != "" for cell in row.cells) >= 2]
    if filled and all(_is_words(cell) for cell in rows[filled[0]].cells):
        return filled[0]
    raise FileRefused(_encoding(rows) or FileReason.NO_HEADER)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and not any(sign.isdigit() for sign in cell)


def _headings(header: Row, width: int) -> list[str]:
    said = [" ".join(str(cell).split())[:80] for cell in header.cells]
    seen: set[tuple[str, ...]] = set()
    for heading in said:
        if (key := key_of(heading)) and key in seen:
            raise FileRefused(FileReason.HEADER_TWICE, heading)
        seen.add(key)
    return named(said, min(width, len(said)))


def _without_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """Some forms number their columns in the row below the names: (1), (2), (3) …"""
    said = [str(cell).strip() for cell in rows[0].cells if str(cell).strip()] if rows else []
    counted = len(said) > 2 and all(_COUNTED.fullmatch(cell) for cell in said)
    numbers = [int(cell.strip("()")) for cell in said] if counted else []
    return rows[1:] if counted and numbers == list(range(numbers[0], numbers[0] + len(numbers))) else rows


def _packed(rows: Iterator[Row], vault: Vault) -> tuple[list[bytes], int]:
    parts: list[bytes] = []
    count = 0
    while some := list(islice(rows, PART)):
        count += len(some)
        if count > MOST_ROWS:
            raise FileRefused(FileReason.TOO_MANY_ROWS, f"{MOST_ROWS:,}".replace(",", "."))
        parts.append(vault.seal_bytes(zlib.compress(msgspec.json.encode(some), 1), _ABOUT))
    return parts, count


def _refuse_legacy(rows: Sequence[Row]) -> None:
    if reason := _encoding(rows):
        raise FileRefused(reason)


def _encoding(rows: Sequence[Row]) -> FileReason | None:
    return legacy(cell for row in rows for cell in row.cells if isinstance(cell, str))


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
