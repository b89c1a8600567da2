"""Writing tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Literal

MARK = "\ufeff"  # tells a spreadsheet that the text is UTF-8
NOT_SHOWN = "–"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def sheet(rows: Iterable[Sequence[object]], *, separator: Literal[",", ";"] = ",") -> str:
    """Rows as CSV; texts are made safe, nothing is written as "–".

    `separator`: spreadsheets set to Vietnamese or another language with a decimal comma expect ";".
    """
    out = io.StringIO()
    write = csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow
    for row in rows:
        write([_cell(value) for value in row])
    return MARK + out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return NOT_SHOWN
    return safe(value) if isinstance(value, str) else value
