"""Rows of a list as they come, from a file or as text: bounded, and marked where a cell does not say its own."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice
from typing import BinaryIO, Final

from msgspec import Struct

from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.rosters.codes import HEADER_WITHIN, MOST_LINES
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.excel import Area, area
from exchange.spreadsheets.grids import MB, Bounds, Cell, FileRefused, open_grid, plain, separator

LARGEST: Final = 2 * MB  # of a file as sent
MERGED: Final = N_("(ô gộp)")  # stands in the text where a merged cell hides what is said of this line
_MOST: Final = Bounds(sent=LARGEST, unpacked=40 * MB)
_ENOUGH: Final = HEADER_WITHIN + MOST_LINES + 1  # rows, to see that there are too many
_MOST_CELLS: Final = 60  # of a row
_LONGEST_CELL: Final = 2_000  # characters kept; whatever is read of a list is far shorter
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class SheetRow(Struct, frozen=True):
    """One row that is not empty. `line`: its number in the file or the text, from 1."""

    line: int
    cells: tuple[str, ...]


def read_file(file: BinaryIO, name: str) -> list[SheetRow]:
    """The first rows of a file, one more than a list may have. Raises FileRefused."""
    grid = open_grid(file, name, _MOST)
    rows = list(islice(grid.rows, _ENOUGH))
    if not rows:
        raise FileRefused(FileReason.EMPTY)
    tall = [one for one in map(area, grid.merged) if one.bottom > one.top]
    return [_row(line, _marked([_said(cell) for cell in cells], line, tall)) for line, cells in rows]


def read_text(text: str) -> list[SheetRow]:
    """The rows of a text: pasted from a sheet (tabs), or typed with semicolons or commas.

    Whoever types changes their mind: a line without the separator of the others is cut at its own.
    """
    sign = separator(text)
    try:
        cut = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error:  # a quote that somebody typed parts nothing
        cut = [line.split(sign) for line in text.splitlines()]
    rows = (_cut_again(cells) if len(cells) == 1 else cells for cells in cut)
    read = [_row(line, [squeeze(plain(cell)) for cell in cells]) for line, cells in enumerate(rows, 1)]
    return [row for row in read if any(row.cells)]


def write_text(rows: Sequence[SheetRow]) -> str:
    """Rows as lines that can be put right by hand, cells between tabs; `read_text` reads them."""
    out = io.StringIO()
    write = csv.writer(out, delimiter="\t", lineterminator="\n").writerow
    for row in rows:
        write(row.cells)
    return out.getvalue().rstrip("\n")


def _row(line: int, cells: Sequence[str]) -> SheetRow:
    return SheetRow(line, tuple(cell[:_LONGEST_CELL] for cell in cells[:_MOST_CELLS]))


def _cut_again(cells: list[str]) -> list[str]:
    return cells[0].split(max("\t;,", key=cells[0].count))


def _said(cell: Cell) -> str:
    """A cell as a person reads it: days as dd/mm/yyyy."""
    text = squeeze(str(cell))
    day = _DAY.fullmatch(text)
    return f"{day[3]}/{day[2]}/{day[1]}" if day else text


def _marked(cells: list[str], line: int, tall: Sequence[Area]) -> list[str]:
    """What a cell over several rows says stands at its first; in the others it is not known to be theirs."""
    for one in tall:
        if one.top < line <= one.bottom:
            right = min(one.right + 1, _MOST_CELLS)
            cells += [""] * (right - len(cells))
            cells[one.left : right] = [cell or MERGED for cell in cells[one.left : right]]
    return cells
