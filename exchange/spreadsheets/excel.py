"""Reading a workbook: the first sheet that holds anything, cell by cell, with the addresses of what cannot be read."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO, Final, NamedTuple

from exchange.spreadsheets.codes import FileReason

Cell = str | int | float
LARGEST_STRINGS: Final = 64 * 1024 * 1024  # bytes of texts that many cells share: they are kept in memory
FORMULA: Final = "="  # begins a cell whose formula has no result
_ERRORS: Final = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))  # no results
_LAST_ROW: Final = 1_048_576  # of any spreadsheet
_MERGE: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_RECKONED: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_BLOCK, _OVERLAP = 64 * 1024, 200
_MOST_MERGED: Final = 10_000  # addresses kept, more than any table made by hand has


class FileRefused(Exception):  # noqa: N818 - read as a sentence where it is raised
    """The whole file cannot be read. `what`: the column, the cell or the line that it is about."""

    def __init__(self, reason: FileReason, what: str = "") -> None:
        super().__init__(reason.label % {"what": what} if "%(what)s" in reason.label else reason.label)
        self.reason = reason
        self.what = what


class Area(NamedTuple):
    """A range of cells; columns count from 0, rows as people see them."""

    left: int
    top: int
    right: int
    bottom: int


class Sheet(NamedTuple):
    """The rows of a sheet that are not empty, with their numbers."""

    name: str
    merged: tuple[str, ...]
    rows: Iterator[tuple[int, list[Cell]]]


class _Marks(NamedTuple):
    """What a sheet has besides values: ranges of cells that are one, and whether anything is reckoned."""

    merged: tuple[str, ...]
    reckoned: bool


# What a damaged workbook makes its reader raise; SyntaxError is the XML parser's.
_FAULTS = (KeyError, IndexError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError)


def open_sheet(file: BinaryIO) -> Sheet:
    """The first sheet with something in it. Raises FileRefused."""
    import openpyxl  # type: ignore[import-untyped]  # slow to import, rarely needed

    try:
        book = openpyxl.load_workbook(file, read_only=True)
        for at, sheet in enumerate(book.worksheets):
            marks = _marks(file, str(sheet._worksheet_path))
            values = _values(sheet)
            if marks.reckoned:
                results = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[at]
                values = _with_results(values, results)
            rows = _rows(values)
            first = next(rows, None)
            if first is not None:
                return Sheet(str(sheet.title)[:80], marks.merged, _again(first, rows))
    except _FAULTS:
        raise FileRefused(FileReason.DAMAGED) from None
    raise FileRefused(FileReason.EMPTY)


def address(column: int, line: int) -> str:
    """A cell's name in a spreadsheet; columns count from 0."""
    return f"{letters(column)}{line}"


def letters(column: int) -> str:
    """A column's name in a spreadsheet; columns count from 0."""
    name, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def area(merged: str) -> Area:
    """A range of cells by its address, as C2:C3."""
    left, top, right, bottom = re.findall(r"[A-Z]+|\d+", merged)
    return Area(_column(left), int(top), _column(right), int(bottom))


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _again(first: tuple[int, list[Cell]], rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[tuple[int, list[Cell]]]:
    yield first
    try:
        yield from rows
    except _FAULTS:
        raise FileRefused(FileReason.DAMAGED) from None


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, with formulas as they were written."""
    sheet.reset_dimensions()  # some programs note a size that is too small
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=_LAST_ROW, values_only=True)
    return rows


def _with_results(values: Iterator[tuple[Any, ...]], sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Formulas replaced by the results that were saved with them, which is what people see."""
    sheet.reset_dimensions()
    for written, results in zip(values, sheet.iter_rows(max_row=_LAST_ROW), strict=True):
        yield tuple(_result(*both) for both in zip(written, results, strict=True))


def _result(written: Any, cell: Any) -> Any:
    """A formula stays where no result was saved; one whose result is an empty text is a cell that is empty."""
    return written if cell.value is None and cell.data_type != "str" else cell.value


def _rows(lines: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, list[Cell]]]:
    for line, values in enumerate(lines, start=1):
        if any(value is not None for value in values):
            cells = [_cell(value) for value in values]
            while cells and cells[-1] == "":
                cells.pop()
            if any(cell != "" for cell in cells):
                yield line, cells


def _cell(value: Any) -> Cell:
    """A cell as it is kept: numbers as numbers, days as 2025-12-31, everything else as text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return FORMULA + value if value in _ERRORS else value.strip()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    text = str(value)
    return FORMULA if text.startswith("<") else text  # formulas over several cells are objects of the reader


def _marks(file: BinaryIO, part: str) -> _Marks:
    """What openpyxl leaves out of what it streams."""
    found: list[str] = []
    reckoned = False
    with zipfile.ZipFile(file) as archive, archive.open(part.lstrip("/")) as sheet:
        before = b""
        while block := sheet.read(_BLOCK):
            text = before + block
            reckoned = reckoned or bool(_RECKONED.search(text))
            ranges = list(_MERGE.finditer(text))
            found += [match[1].decode() for match in ranges[: _MOST_MERGED - len(found)]]
            before = text[max(ranges[-1].end() if ranges else 0, len(text) - _OVERLAP) :]
    return _Marks(tuple(found), reckoned)
