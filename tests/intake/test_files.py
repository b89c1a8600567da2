"""Files as they really come: what can be read is read, what cannot is refused in one clear sentence."""

import gzip
import io
import unicodedata
import zipfile
from typing import Any

import pytest
from sqlalchemy import text as sql

from exchange.intake.codes import Register
from exchange.intake.staging import Staged, opened, stage
from exchange.spreadsheets.codes import FileReason
from exchange.spreadsheets.excel import FileRefused
from tests.intake.scene import PEOPLE, VAULT, Scene, csv
from tests.spreadsheets.made import windows_1258, xlsx

HEAD = ["Họ và tên", "Năm sinh", "Số CCCD"]
LAN = ["Nguyễn Thị Lan", 1990, "086190000123"]
TCVN3 = "Hä vµ tªn;N¨m sinh\nNguyÔn ThÞ Lan;1990\nTrÇn V¨n H¶i;1985\n"
VNI = "Hoï vaø teân;Naêm sinh\nNguyeãn Thò Lan;1990\nÑaëng Thuùy Haèng;1985\n"
UNICODE = "Họ và tên;Năm sinh\nNguyễn Thị Lan;1990\nĐặng Thúy Hằng;1985\n"


def read(data: bytes, name: str = "so.csv") -> Staged:
    return stage(io.BytesIO(data), name, VAULT)


def rows(data: bytes, name: str = "so.csv") -> list[list[Any]]:
    return [row.cells for part in read(data, name).parts for row in opened(part, VAULT)]


def refusal(data: bytes, name: str = "so.csv") -> FileRefused:
    with pytest.raises(FileRefused) as no:
        read(data, name)
    return no.value


@pytest.mark.parametrize(
    "data",
    [
        UNICODE.encode(),
        UNICODE.encode("utf-8-sig"),
        UNICODE.encode("utf-16"),
        windows_1258(UNICODE),
        UNICODE.replace(";", ",").encode(),
        UNICODE.replace(";", "\t").encode(),
        UNICODE.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "with-mark", "utf-16", "windows-1258", "comma", "tab", "crlf"],
)
def test_encodings_and_separators_are_found(data: bytes) -> None:
    staged = read(data)

    assert [unicodedata.normalize("NFC", heading) for heading in staged.headings] == ["Họ và tên", "Năm sinh"]
    assert [unicodedata.normalize("NFC", str(row[0])) for row in rows(data)] == ["Nguyễn Thị Lan", "Đặng Thúy Hằng"]


@pytest.mark.parametrize(("text", "reason"), [(TCVN3, FileReason.TCVN3), (VNI, FileReason.VNI)], ids=["tcvn3", "vni"])
def test_the_encodings_of_old_fonts_are_refused_by_name(text: str, reason: FileReason) -> None:
    in_excel = xlsx(*(line.split(";") for line in text.splitlines()))

    assert refusal(text.encode("latin-1")).reason is reason
    assert refusal(text.encode()).reason is reason, "saved as UTF-8 it is still the font's"
    assert refusal(in_excel, "so.xlsx").reason is reason
    assert "UniKey" in reason.label


def test_a_packed_csv_is_read() -> None:
    assert rows(gzip.compress(UNICODE.encode()), "so.csv.gz")[0][0] == "Nguyễn Thị Lan"


def test_titles_above_the_table_and_numbered_columns_below_its_head_are_passed_over() -> None:
    data = xlsx(["SỔ TƯ VẤN NĂM 2025"], [], HEAD, ["(1)", "(2)", "(3)"], LAN, merged=("A1:C1",))

    staged = read(data, "so.xlsx")

    assert (staged.headings, staged.rows) == (HEAD, 1)
    assert opened(staged.parts[0], VAULT)[0].line == 5, "as people see it in the file"


def test_what_waits_in_the_database_tells_no_number() -> None:
    staged = read(csv(PEOPLE, "Lan;1990;Nữ;086190000123;;"))

    assert b"086190000123" not in staged.parts[0]


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def bomb() -> bytes:
    """A workbook whose sheet unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(300):
                sheet.write(bytes(1024 * 1024))
    return out.getvalue()


def entities() -> bytes:
    """A workbook whose sheet is a word that means ten words that mean ten words …"""
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{nested}]><worksheet>&e9;</worksheet>'
    whole = xlsx(HEAD, LAN)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, sheet if part.endswith("sheet1.xml") else old.read(part))
    return out.getvalue()


REFUSED: dict[str, tuple[Any, str, FileReason]] = {
    "nothing": (lambda: b"", "so.csv", FileReason.EMPTY),
    "blanks": (lambda: b" \n \n", "so.csv", FileReason.EMPTY),
    "an empty workbook": (lambda: xlsx(), "so.xlsx", FileReason.EMPTY),
    "a head without rows": (lambda: csv(PEOPLE), "so.csv", FileReason.NO_ROWS),
    "rows without a head": (lambda: csv("Lan;1990;2", "Sơn;1985;3"), "so.csv", FileReason.NO_HEADER),
    "a name twice": (lambda: csv("Họ tên;Năm sinh;HỌ TÊN", "a;1990;b"), "so.csv", FileReason.HEADER_TWICE),
    "another kind": (lambda: b"%PDF-1.7", "so.pdf", FileReason.UNKNOWN_KIND),
    "old Excel": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "so.xls", FileReason.OLD_EXCEL),
    "a password": (locked, "so.xlsx", FileReason.LOCKED),
    "half a workbook": (lambda: xlsx(HEAD, LAN)[:2000], "so.xlsx", FileReason.DAMAGED),
    "a workbook that is none": (lambda: b"PK\x03\x04 abc", "so.xlsx", FileReason.DAMAGED),
    "half a packed file": (lambda: gzip.compress(csv(PEOPLE, "a;1990" * 999))[:60], "so.csv.gz", FileReason.DAMAGED),
    "a zip bomb": (bomb, "so.xlsx", FileReason.BOMB),
    "a gzip bomb": (lambda: gzip.compress(bytes(20_000_000)), "so.csv.gz", FileReason.BOMB),
    "nested entities": (entities, "so.xlsx", FileReason.DAMAGED),
    "merged cells": (lambda: xlsx(HEAD, LAN, LAN, merged=("A2:A3",)), "so.xlsx", FileReason.MERGED),
    "a merged head": (lambda: xlsx(HEAD, LAN, merged=("A1:B1",)), "so.xlsx", FileReason.MERGED),
    "a quote left open": (lambda: csv(PEOPLE, '"' + "a;b\n" * 70_000), "so.csv", FileReason.QUOTES),
    "bytes of no encoding": (lambda: csv(PEOPLE) + b"\n\xff\x00\xfe;1990\n" * 9, "so.csv", FileReason.ENCODING),
    "1.2 million rows": (
        lambda: gzip.compress(csv("Họ tên;Năm sinh", "Lan;1990\n" * 1_200_000), 1),
        "so.csv.gz",
        FileReason.TOO_MANY_ROWS,
    ),
    "1.2 million rows, plain": (
        lambda: csv("Họ tên;Năm sinh", "Lan;1990\n" * 1_200_000), "so.csv", FileReason.TOO_MANY_ROWS,
    ),
    "33 MB": (lambda: csv("Họ tên;Năm sinh") + bytes(33 * 1024 * 1024), "so.csv", FileReason.TOO_LARGE),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_one_sentence(what: str) -> None:
    made, name, reason = REFUSED[what]

    no = refusal(made(), name)

    assert no.reason is reason
    assert str(no).endswith(".")
    assert "%(" not in str(no)


def test_merged_cells_are_named() -> None:
    assert "A2:A3" in str(refusal(xlsx(HEAD, LAN, LAN, merged=("A2:A3",)), "so.xlsx"))


def test_nothing_is_half_saved_of_a_file_that_is_refused_at_its_end(scene: Scene) -> None:
    bad = csv(PEOPLE, *["Kim Sen;1988;;;;"] * 500) + b"\n\xff\xff;1990\n"

    with pytest.raises(FileRefused):
        scene.send(Register.PEOPLE, bad)

    assert scene.store.read(lambda db: db.scalar(sql("SELECT count(*) FROM intakes"))) == 0
