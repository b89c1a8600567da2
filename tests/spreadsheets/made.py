"""Spreadsheets as people make them."""

import io
import unicodedata
from typing import Any

import openpyxl  # type: ignore[import-untyped]


def xlsx(*rows: list[Any], merged: tuple[str, ...] = ()) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def windows_1258(text: str) -> bytes:
    """As Vietnamese Windows writes it: letters with their shape, tones behind them."""
    shapes, out = "\u0302\u0306\u031b", b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        shaped = unicodedata.normalize("NFC", marks[0] + "".join(mark for mark in marks[1:] if mark in shapes))
        out += (shaped + "".join(mark for mark in marks[1:] if mark not in shapes)).encode("cp1258")
    return out
