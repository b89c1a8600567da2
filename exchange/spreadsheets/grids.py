"""Opening the spreadsheets that people send: rows of cells, one at a time, bounded before being believed."""

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, NamedTuple

from exchange.spreadsheets import excel
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.encodings import encoding_of
from exchange.spreadsheets.excel import Cell, FileRefused

MB: Final = 1024 * 1024
_LARGEST_RATIO: Final = 200  # unpacked to packed; text packs about 3 to 10, a bomb 1,000
_LONGEST_CELL: Final = 200_000  # characters
_SAMPLE: Final = 1024 * 1024  # bytes by which the encoding and the separator are judged
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also of .xlsx files with a password
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


class Row(NamedTuple):
    """A row of cells; `line` as people see it in the file."""

    line: int
    cells: list[Cell]


class Grid(NamedTuple):
    """The rows of a file with something in them. `sheet`: which of several; `merged`: cells that are one."""

    rows: Iterator[Row]
    sheet: str = ""
    merged: tuple[str, ...] = ()


class Bounds(NamedTuple):
    """How large a file may be, in bytes: as it was `sent`, and once it is `unpacked`."""

    sent: int
    unpacked: int


def open_grid(file: BinaryIO, name: str, most: Bounds) -> Grid:
    """The rows of a file. Raises FileRefused, also while they are read."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size == 0:
        raise FileRefused(FileReason.EMPTY)
    if size > most.sent:
        raise FileRefused(FileReason.TOO_LARGE, str(most.sent // MB))
    bound = min(most.unpacked, max(size, 4096) * _LARGEST_RATIO)
    start = file.read(8)
    file.seek(0)
    if start == _OLD_EXCEL:
        raise FileRefused(FileReason.LOCKED if _LOCKED in file.read() else FileReason.OLD_EXCEL)
    ending = name.lower()
    if start.startswith(b"PK") and not ending.endswith((".csv", ".gz", ".txt")):
        return _excel(file, bound)
    if ending.endswith((".csv.gz", ".csv", ".txt")):
        return Grid(_text(_unpacked(file, bound) if start.startswith(b"\x1f\x8b") else file))
    if ending.endswith(".xls"):  # other programs' tables often end so
        raise FileRefused(FileReason.OLD_EXCEL)
    raise FileRefused(FileReason.DAMAGED if ending.endswith(".xlsx") else FileReason.UNKNOWN_KIND)


def _excel(file: BinaryIO, bound: int) -> Grid:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise FileRefused(FileReason.UNKNOWN_KIND)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise FileRefused(FileReason.DAMAGED) from None
    if unpacked > bound or shared > excel.LARGEST_STRINGS:
        raise FileRefused(FileReason.BOMB)
    file.seek(0)
    sheet = excel.open_sheet(file)
    return Grid(_bounded(sheet.rows), sheet.name, sheet.merged)


def _bounded(rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[Row]:
    for line, cells in rows:
        for at, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) > _LONGEST_CELL:
                raise FileRefused(FileReason.LONG_CELL, excel.address(at, line))
        yield Row(line, cells)


class _Unpacking(io.RawIOBase):
    """A gzip stream that stops when it becomes unreasonably large."""

    def __init__(self, packed: BinaryIO, bound: int) -> None:
        self._stream = gzip.GzipFile(fileobj=packed)
        self._left = bound

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


def _unpacked(file: BinaryIO, bound: int) -> io.BufferedReader:
    return io.BufferedReader(_Unpacking(file, bound), _SAMPLE)


def _text(file: BinaryIO | io.BufferedReader) -> Iterator[Row]:
    raw = io.BufferedReader(file, _SAMPLE)  # type: ignore[type-var]
    start = raw.peek(_SAMPLE)[:_SAMPLE]
    if not start.strip():
        raise FileRefused(FileReason.EMPTY)
    try:
        encoding = encoding_of(start)
    except LookupError as no:
        raise FileRefused(no.args[0]) from None
    text = io.TextIOWrapper(raw, encoding=encoding, newline="")
    sign = separator(start.decode(encoding, errors="replace"))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(text, delimiter=sign)
    last = 0
    try:
        for cells in reader:
            line, last = last + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield Row(line, [plain(cell) for cell in cells])
    except UnicodeError:
        raise FileRefused(FileReason.ENCODING) from None
    except csv.Error:  # a quote that is never closed makes a cell without end
        raise FileRefused(FileReason.QUOTES, str(last + 1)) from None


def separator(start: str) -> str:
    """The sign that the first lines agree on; of two the tab, which stands in no text."""
    lines = [line for line in start.splitlines()[:20] if line.strip()]
    found = {sign: [line.count(sign) for line in lines] for sign in "\t;,"}
    cut = {sign: sum(bool(count) for count in found[sign]) for sign in found}
    return max(found, key=lambda sign: (cut[sign], sign == "\t", max(found[sign], default=0)))


def plain(cell: str) -> str:
    """A cell without what keeps spreadsheets from reckoning: ="0123", '=…."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text[1:] if text.startswith(("'=", "'+", "'-", "'@")) else text


__all__ = ["Bounds", "Cell", "FileRefused", "Grid", "Row", "open_grid"]
