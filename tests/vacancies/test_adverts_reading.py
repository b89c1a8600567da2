"""Files of advertisements: what is taken, what is refused, and that nothing breaks the reader."""

import csv
import gzip
import io
from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from exchange.vacancies.adverts import sheets
from exchange.vacancies.adverts.codes import Doubt, FileReason, RowReason
from exchange.vacancies.adverts.reading import Advert, FileRefused, ReadAdvert, RefusedRow, read_advert, rows
from exchange.vacancies.codes import Experience, WageKind

TODAY = date(2026, 11, 23)
HEADER = ["Vị trí tuyển dụng", "Công ty", "Nơi làm việc", "Mức lương", "Kinh nghiệm", "Hạn nộp", "Số lượng", "Nguồn"]
ROW = ["CÔNG NHÂN MAY", "Công ty TNHH Mây Trắng", "Trà Vinh", "7 - 9 triệu", "1 năm", "24/12/2026", "20", "sàn"]


def csv_bytes(*lines: list[str], separator: str = ",", bom: bool = False) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def read(content: bytes, name: str = "a.csv") -> list[Advert | RefusedRow]:
    return list(rows(io.BytesIO(content), name))


def excel_bytes(*lines: list[object]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


WANTED = Advert(2, ROW[0], ROW[1], ROW[2], ROW[3], ROW[4], headcount=ROW[6], deadline=ROW[5], source=ROW[7])


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_and_without_bom_by_any_separator(separator: str, bom: bool) -> None:
    assert read(csv_bytes(HEADER, ROW, separator=separator, bom=bom)) == [WANTED]


def test_gzip_and_paths_and_excel_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.csv.gz"
    file.write_bytes(gzip.compress(csv_bytes(HEADER, ROW)))
    cells: list[object] = [*ROW]
    cells[5], cells[6] = date(2026, 12, 24), 20.0
    assert list(rows(file, file.name)) == [WANTED]
    assert read(excel_bytes([*HEADER], cells), "A.XLSX") == [WANTED]


def test_english_headers_unknown_and_doubled_columns() -> None:
    found = read(csv_bytes(["id", "title", "salary_text", "Title"], ["7", "Bảo vệ", "8 triệu", "khác"]))
    assert found == [Advert(2, title="Bảo vệ", salary="8 triệu")]


def test_broken_rows_are_refused_one_by_one() -> None:
    content = csv_bytes(HEADER, ROW, [*ROW, "thừa", "cột"], ROW[:1]) + b'"kh\xc3\xb4ng \xff\xfe"\r\n' + csv_bytes(ROW)
    found = read(content)
    assert [f.reason if isinstance(f, RefusedRow) else f.title for f in found] == [
        ROW[0],
        RowReason.BROKEN,
        ROW[0],
        RowReason.BROKEN,
        ROW[0],
    ]
    assert [f.line for f in found] == [2, 3, 4, 5, 6]


def test_a_field_without_end_costs_its_row_not_the_reader() -> None:
    content = csv_bytes(HEADER, ROW) + b'"' + b"x" * (sheets.LARGEST_FIELD + 10)
    assert [type(found) for found in read(content)] == [Advert, RefusedRow]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.csv", FileReason.EMPTY),
        (b"\r\n", "a.csv", FileReason.EMPTY),
        (b"x", "a.xls", FileReason.UNKNOWN_KIND),
        (b"x", "a.exe.csv.zip", FileReason.UNKNOWN_KIND),
        (b"ten,luong\n1,2\n", "a.csv", FileReason.NO_TITLE_COLUMN),
        ("Vị trí,Công ty\n".encode("utf-16"), "a.csv", FileReason.NOT_UTF8),
        ("Vị trí,Công ty\n".encode("utf-16-le"), "a.csv", FileReason.NOT_UTF8),
        (b"V\xcc tr\xed,x\n" * 10, "a.csv", FileReason.NOT_UTF8),
        (b"not gzip at all", "a.csv.gz", FileReason.DAMAGED),
        (gzip.compress(b"title\nx\n" * 5000, mtime=0)[:-60], "a.csv.gz", FileReason.DAMAGED),
        (b"PK not a workbook", "a.xlsx", FileReason.DAMAGED),
        (gzip.compress(b"title\n" + b"x" * 30_000_000, mtime=0), "a.csv.gz", FileReason.BOMB),
    ],
)
def test_files_that_cannot_be_read_say_why(content: bytes, name: str, reason: FileReason) -> None:
    with pytest.raises(FileRefused) as refused:
        read(content, name)
    assert refused.value.reason is reason


def test_an_excel_bomb_is_refused_before_it_is_opened() -> None:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    with pytest.raises(FileRefused) as refused:
        read(out.getvalue(), "a.xlsx")
    assert refused.value.reason is FileReason.BOMB


def test_an_advertisement_is_read_whole() -> None:
    found = read_advert(WANTED, TODAY)
    assert isinstance(found, ReadAdvert)
    assert (found.title, found.firm.key, found.places.provinces) == ("Công nhân may", "mây trăng4", ("86",))
    assert (found.wage.kind, found.wage.lowest, found.wage.highest) == (WageKind.STATED, 7_000_000, 9_000_000)
    assert (found.experience, found.openings, found.deadline) == (Experience.FROM_1_TO_2, 20, date(2026, 12, 24))
    assert (found.occupation, found.doubts) == ("8153", (Doubt.TITLE_UPPER,))


def test_doubts_of_all_parts_come_together() -> None:
    found = read_advert(Advert(2, title="Thợ hàn!", salary="75 - 10 triệu", deadline="31/02/2026"), TODAY)
    assert isinstance(found, ReadAdvert)
    assert set(found.doubts) == {
        Doubt.TITLE_SLOGAN,
        Doubt.FIRM_MISSING,
        Doubt.PLACE_MISSING,
        Doubt.WAGE_LOW_DROPPED,
        Doubt.DATE_IMPOSSIBLE,
    }


@pytest.mark.parametrize("title", ["", "  ", "123", "★★★"])
def test_a_row_without_a_title_is_refused(title: str) -> None:
    assert read_advert(Advert(9, title=title), TODAY) == RefusedRow(9, RowReason.NO_TITLE)


def test_the_key_survives_case_and_unicode_form_but_not_other_pay() -> None:
    same = Advert(5, "Công Nhân May", "CÔNG TY TNHH MÂY TRẮNG", "Trà  Vinh", ROW[3], ROW[4], source="SÀN")
    other = Advert(2, ROW[0], ROW[1], ROW[2], "8 triệu", ROW[4], source=ROW[7])
    keys = [
        found.key for found in (read_advert(a, TODAY) for a in (WANTED, same, other)) if isinstance(found, ReadAdvert)
    ]
    assert keys[0] == keys[1] != keys[2]


def test_long_texts_are_cut_and_said_to_be() -> None:
    found = read_advert(Advert(2, title="Thợ", description="a " * 9000, place="Hà Nội", company="Mây"), TODAY)
    assert isinstance(found, ReadAdvert)
    assert len(found.description) == 8000
    assert found.doubts == (Doubt.TEXT_CUT,)
