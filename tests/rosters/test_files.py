"""Lists as files and as pasted text: what stands in them is read or told, and can be put right by hand."""

import io
from datetime import date

import pytest

from exchange.rosters.codes import LineReason
from exchange.rosters.rows import ListRefused, as_text, list_rows, unread
from exchange.rosters.sheets import LARGEST, SheetRow, read_file, read_text
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.excel import FileRefused
from tests.counselling.scene import TODAY
from tests.group_talks.scene import PAPER, rows
from tests.spreadsheets.made import windows_1258, xlsx

VNI = "Hoï vaø teân\tNaêm sinh\nÑaëng Thuùy Haèng\t2001"


def sent(data: bytes, name: str = "a.xlsx") -> list[SheetRow]:
    return read_file(io.BytesIO(data), name)


def test_a_paper_begins_below_the_names_of_its_offices_and_may_part_the_name() -> None:
    file = xlsx(
        ["BAN CHỈ HUY QUÂN SỰ HUYỆN CẦU NGANG"],
        ["TT", "Họ và tên đệm", "Tên", "Ngày, tháng, năm sinh", "Đơn vị", "Ngày xuất ngũ"],
        [1, "Thạch", "Sơn", date(2001, 8, 15), "d9", date(2026, 2, 6)],
        merged=("A1:F1",),
    )

    read = list_rows(sent(file, "Danh sách.XLSX"), today=TODAY)

    assert [(one.name, one.birth_year, one.unit, one.discharged_on, one.fault) for one in read] == [
        ("Thạch Sơn", 2001, "d9", date(2026, 2, 6), None)
    ]
    assert rows(as_text(sent(file)))[0].name == "Thạch Sơn"
    assert unread(read_text("TT\tHọ và tên\tNăm sinh\tCấp bậc\n1\tThạch Sơn\t2001\tB1")) == ["Cấp bậc"]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.csv", FileReason.EMPTY),
        (b"x", "a.pdf", FileReason.UNKNOWN_KIND),
        (b"x", "a.xls", FileReason.OLD_EXCEL),
        (b"not a book", "a.xlsx", FileReason.DAMAGED),
        (b"x" * (LARGEST + 1), "a.csv", FileReason.TOO_LARGE),
        ("Họ và tên;Năm sinh\nSơn;1990".encode("utf-16")[2:], "a.csv", FileReason.ENCODING),
        ("Hä vµ tªn;N¨m sinh\nNguyÔn V¨n Hïng;2001".encode("latin-1"), "a.csv", FileReason.TCVN3),
        ("Hoï vaø teân;Naêm sinh\nÑaëng Thuùy Haèng;2001".encode("latin-1"), "a.csv", FileReason.VNI),
        (xlsx(["Hä vµ tªn", "N¨m sinh"], ["NguyÔn V¨n Hïng", 2001]), "a.xlsx", FileReason.TCVN3),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(data: bytes, name: str, reason: FileReason) -> None:
    with pytest.raises((FileRefused, ListRefused)) as no:
        as_text(sent(data, name))

    assert no.value.reason is reason


def test_a_list_saved_by_an_older_windows_is_read() -> None:
    file = windows_1258("Họ và tên;Năm sinh\nHuỳnh Thị Nữ;1990")

    read = rows(as_text(sent(file, "a.csv")))

    assert [(one.name, one.fault) for one in read] == [("Huỳnh Thị Nữ", None)]


def test_a_text_in_the_letters_of_old_fonts_is_refused_as_files_are() -> None:
    for text, reason in (("NguyÔn V¨n Hïng\t2001\nTrÇn ThÞ Lan\t1990", FileReason.TCVN3), (VNI, FileReason.VNI)):
        with pytest.raises(ListRefused) as no:
            rows(text)
        assert no.value.reason is reason


def test_merged_cells_and_formulas_are_told_and_not_read_as_empty() -> None:
    file = xlsx(
        ["TT", "Họ và tên", "Năm sinh", "Xã", "Ghi chú"],
        ["=1", "Thạch Sơn", 1990, "Cầu Ngang", "Đợt 1"],
        ["=A2+1", "Kim Sô Phát", 2003, None, None],
        ["=A3+1", "Lê Văn Tư", "=1980+10", "Cầu Kè", None],
        ["=A4+1", "Trần Lan", 1990, "Cầu Kè", None],
        merged=("D2:D3", "E2:E5"),
    )

    read = list_rows(sent(file), today=TODAY)
    by_hand = as_text(sent(file))

    faults = [None, LineReason.MERGED, LineReason.FORMULA, None]
    assert [one.fault for one in read] == [one.fault for one in rows(by_hand)] == faults
    repaired = by_hand.replace("2003\t(ô gộp)", "2003\tCầu Ngang").replace("=1980+10", "1990")
    assert [(one.commune, one.fault) for one in rows(repaired)][1:3] == [("Cầu Ngang", None), ("Cầu Kè", None)]


def test_what_stands_in_a_file_stands_in_its_text() -> None:
    file = xlsx(
        ["Họ và tên", "Năm sinh", "Xã", "Ngày xuất ngũ"],
        ['"Tư" Sơn', date(2001, 8, 15), "Xã A, huyện B, tỉnh C", date(2026, 2, 6)],
        ['Kim "Sô Phát', 2003, "Xã A, huyện B, tỉnh C", ""],
    )

    by_hand = as_text(sent(file))

    assert "15/08/2001" in by_hand
    assert [(one.name, one.commune) for one in rows(by_hand)] == [
        ('"Tư" Sơn', "Xã A, huyện B, tỉnh C"),
        ('Kim "Sô Phát', "Xã A, huyện B, tỉnh C"),
    ]
    assert [one.name for one in rows('"Tư Sơn\t2001\nKim Sô Phát\t2003')] == ['"Tư Sơn', "Kim Sô Phát"]


def test_of_a_list_that_is_too_long_no_part_comes_into_the_form() -> None:
    with pytest.raises(ListRefused) as no:
        as_text(sent((PAPER + "A B\t2001\n" * 3_000).encode(), "a.csv"))

    assert no.value.reason is LineReason.MANY
