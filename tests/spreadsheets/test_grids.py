"""Spreadsheets as programs write them: results, sizes and shapes that are not what the standard says."""

import io
import re
import zipfile
from typing import Any

import pytest

from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.encodings import legacy_line
from exchange.spreadsheets.excel import Area, area
from exchange.spreadsheets.grids import MB, Bounds, FileRefused, Grid, open_grid, separator
from tests.spreadsheets.made import xlsx

HEAD = ["Họ và tên", "Năm sinh"]
_SHEET = "xl/worksheets/sheet1.xml"


def book(*rows: list[Any], change: tuple[str, str] = ("", "")) -> io.BytesIO:
    """A workbook of these rows; `change`: what another program writes in its sheet instead."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx(*rows))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, re.sub(*change, data.decode()) if part == _SHEET and change[0] else data)
    return out


def opened(file: io.BytesIO, name: str = "so.xlsx") -> Grid:
    return open_grid(file, name, Bounds(sent=MB, unpacked=MB))


def cells(file: io.BytesIO) -> list[list[Any]]:
    return [row.cells for row in opened(file).rows]


@pytest.mark.parametrize(
    ("saved", "read"),
    [
        ("<f>1989+1</f><v>1990</v>", [1990]),
        ("<f>1989+1</f><v/>", ["=1989+1"]),
        ("<f>1989+1</f>", ["=1989+1"]),
    ],
    ids=["saved", "empty", "none"],
)
def test_a_formula_is_read_as_the_result_that_was_saved_with_it(saved: str, read: list[Any]) -> None:
    file = book(HEAD, ["Lan", "=1989+1"], change=(r"<f>1989\+1</f><v ?/?>(</v>)?", saved))

    assert cells(file) == [HEAD, ["Lan", *read]]


def test_a_result_that_is_an_error_is_none_and_an_empty_text_is_an_empty_cell() -> None:
    error = book(
        HEAD, ["Lan", "=1/0"], change=(r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    )
    empty = book(HEAD, ["Lan", "=A9"], change=(r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="str"><f>A9</f><v></v></c>'))

    assert cells(error)[1] == ["Lan", "=#DIV/0!"]
    assert cells(empty)[1] == ["Lan"]


def test_a_size_that_the_file_states_wrongly_hides_no_cell() -> None:
    file = book(HEAD, ["Lan", 1990], change=(r'<dimension ref="[^"]*"', '<dimension ref="A1"'))

    assert cells(file) == [HEAD, ["Lan", 1990]]


def test_a_row_beyond_the_last_is_not_waited_for() -> None:
    file = book(HEAD, ["Lan", 1990], change=(r'r="([AB]?)2"', r'r="\g<1>2000000"'))

    assert cells(file) == [HEAD]


def test_merged_cells_are_known_by_their_corners() -> None:
    assert area("C2:C3") == Area(2, 2, 2, 3)
    assert area("A1:AB10") == Area(0, 1, 27, 10)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Họ tên;Địa chỉ\nLan;Xã A, huyện B, tỉnh C", ";"),
        ("Lan\tXã A, huyện B\nSơn\tXã C, huyện D", "\t"),
        ("Lan,1990\nSơn,1985", ","),
    ],
)
def test_signs_inside_a_text_are_not_taken_for_the_separator(text: str, sign: str) -> None:
    assert separator(text) == sign


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("TrÇn ThÞ Lan", FileReason.TCVN3),
        ("NguyÔn ThÞ Lan", FileReason.TCVN3),
        ("Hoï vaø teân", FileReason.VNI),
        ("Nguyễn Văn Hùng, Müller, xã Đại An", None),
        ("Lê Thị Hòa", None),
        ("Le Van Hung", None),
    ],
)
def test_a_line_in_the_letters_of_old_fonts_is_told_from_vietnamese(line: str, said: FileReason | None) -> None:
    assert legacy_line(line) is said


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [(b"x" * (MB + 1), "so.csv", "lớn hơn 1 MB"), (b"<table>", "so.xls", "Excel đời cũ")],
)
def test_the_sentence_names_what_is_asked_for(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        opened(io.BytesIO(data), name)
