"""Opening files of rows that strangers send: CSV, CSV in gzip, Excel. Streaming, bounded before being believed."""

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, Final

from exchange.vacancies.adverts.codes import FileReason

LARGEST_FILE: Final = 50 * 1024 * 1024  # bytes as sent
LARGEST_UNPACKED: Final = 400 * 1024 * 1024
LARGEST_RATIO: Final = 200  # unpacked to packed; text packs about 3 to 10, a bomb 1,000
LARGEST_FIELD: Final = 200_000  # characters
MOST_ROWS: Final = 200_000
_SNIFFED: Final = 64 * 1024


class FileRefused(Exception):  # noqa: N818 - read as a sentence where it is raised
    """The whole file cannot be read."""

    def __init__(self, reason: FileReason) -> None:
        super().__init__(reason.label)
        self.reason = reason


def cells_of(file: BinaryIO | Path, name: str) -> Iterator[list[str] | None]:
    """The rows of a file, the header among them; None for a row that cannot be read. Raises FileRefused."""
    with _opened(file) as raw:
        size = raw.seek(0, io.SEEK_END)
        raw.seek(0)
        if size == 0:
            raise FileRefused(FileReason.EMPTY)
        if size > LARGEST_FILE:
            raise FileRefused(FileReason.TOO_LARGE)
        ending = name.lower()
        if ending.endswith(".xlsx"):
            yield from _excel(raw, size)
        elif ending.endswith((".csv.gz", ".csv")):
            yield from _csv(_Unpacking(raw, size) if ending.endswith(".gz") else raw)
        else:
            raise FileRefused(FileReason.UNKNOWN_KIND)


def _opened(file: BinaryIO | Path) -> BinaryIO:
    return file.open("rb") if isinstance(file, Path) else file


# --- CSV --------------------------------------------------------------------------------------------------------


class _Unpacking(io.RawIOBase):
    """A gzip stream that stops when it becomes unreasonably large."""

    def __init__(self, packed: BinaryIO, size: int) -> None:
        self._stream = gzip.GzipFile(fileobj=packed)
        self._left = min(LARGEST_UNPACKED, max(size, 4096) * LARGEST_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            chunk = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error):
            raise FileRefused(FileReason.DAMAGED) from None
        self._left -= len(chunk)
        if self._left < 0:
            raise FileRefused(FileReason.BOMB)
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _csv(raw: BinaryIO | io.RawIOBase) -> Iterator[list[str] | None]:
    buffered = io.BufferedReader(raw, _SNIFFED)  # type: ignore[type-var]
    separator = _separator(buffered.peek(_SNIFFED)[:_SNIFFED])
    csv.field_size_limit(LARGEST_FIELD)
    text = io.TextIOWrapper(buffered, encoding="utf-8-sig", errors="replace", newline="")
    reader = csv.reader(text, delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error:  # a quote never closed, or a field without end
            yield None
            continue
        if row:
            yield None if any("\ufffd" in cell for cell in row) else row
    text.detach()


def _separator(start: bytes) -> str:
    """The separator of the header line. A stray byte costs its row; a file in another encoding is refused."""
    header, *others = start.decode("utf-8-sig", errors="replace").split("\n")
    strange = sum("\ufffd" in line for line in others[:-1])  # the last one may be cut in the middle of a letter
    if "\x00" in header or "\ufffd" in header or strange * 4 > len(others):
        raise FileRefused(FileReason.NOT_UTF8)
    return max(",;\t", key=header.count)


# --- Excel ------------------------------------------------------------------------------------------------------


def _excel(raw: BinaryIO, size: int) -> Iterator[list[str] | None]:
    import openpyxl  # type: ignore[import-untyped]  # slow to import, rarely needed

    _check_archive(raw, size)
    try:
        book = openpyxl.load_workbook(raw, read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            cells = [_cell(value) for value in row]
            if any(cells):
                yield None if any(len(cell) > LARGEST_FIELD for cell in cells) else cells
        book.close()
    except (KeyError, IndexError, ValueError, TypeError, OSError, zipfile.BadZipFile, SyntaxError):
        raise FileRefused(FileReason.DAMAGED) from None  # SyntaxError: what the XML parser raises


def _check_archive(raw: IO[bytes], size: int) -> None:
    try:
        with zipfile.ZipFile(raw) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile:
        raise FileRefused(FileReason.DAMAGED) from None
    if unpacked > min(LARGEST_UNPACKED, max(size, 4096) * LARGEST_RATIO):
        raise FileRefused(FileReason.BOMB)
    raw.seek(0)


def _cell(value: object) -> str:
    """A cell as a person reads it: whole numbers without a fraction, days as dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
