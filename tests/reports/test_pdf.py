"""The PDF: its words, its type, its pages as the eye sees them."""

import unicodedata
from pathlib import Path

import pytest

from exchange.reports import fonts as types
from exchange.reports.codes import Form, Level, ReportReason
from exchange.reports.errors import NotDrawn
from exchange.reports.model import Heading, Paragraph, Report, Run, Table, words
from exchange.reports.rendering import render
from tests.reports.make import figure, figures, head, report
from tests.reports.pictures import Picture, fonts, needs_type, opened, texts

FACES = {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20


@pytest.fixture(autouse=True)
def installed() -> None:
    needs_type()


def small(**other: object) -> Report:
    """A report of one page."""
    return report(figures=(), body=(Paragraph((Run("Một."),)),), notes=(), **other)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_the_head_the_text_and_the_end_stand_where_they_belong(pdf: bytes) -> None:
    pages = texts(pdf)
    first = pages[0]

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in first
    assert "SỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI" in first
    assert "Số: 05/BC-SLĐTBXH Trà Vinh, ngày 05 tháng 6 năm 2021" in first
    assert (
        first.index("BÁO CÁO") < first.index("Kính gửi: - Bộ Lao động") < first.index("I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
    )
    assert "cho 15.384 lao động, đạt 66,88% so với kế" in first
    assert "Xã hội./." in pages[2]
    assert "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC" in pages[2]
    assert "- Lưu: VT, LĐVL." in pages[2]


def test_pages_are_a4_and_ink_keeps_to_the_margins(pdf: bytes) -> None:
    for page in opened(pdf):
        wide, high = (round(side / 72 * 25.4) for side in page.get_size())
        picture = Picture(page)
        ink = picture.ink(top=TOP - 0.3)

        assert (wide, high) in {(210, 297), (297, 210)}
        assert ink.left >= LEFT - 0.4
        assert ink.right <= wide - RIGHT + 0.4
        assert ink.bottom <= high - BOTTOM
        assert not any(picture.dark(0, 0, wide, 8))


def test_numbers_of_pages_begin_anew_with_each_appendix_and_the_first_shows_none(pdf: bytes) -> None:
    numbers = [page.split("\n")[0] if page[0].isdigit() else "" for page in texts(pdf)]

    begun = [at for at, page in enumerate(texts(pdf)) if "Phụ lục I" in page.split("\n")[0]]
    assert numbers[: begun[0]] == ["", "2", "3"]
    assert numbers[begun[0] : begun[1]] == ["", *(str(at) for at in range(2, begun[1] - begun[0] + 1))]
    assert numbers[begun[1] :] == ["", *(str(at) for at in range(2, len(numbers) - begun[1] + 1))]
    middle = Picture(opened(pdf)[1]).ink(bottom=TOP - 2)
    assert (middle.left + middle.right) / 2 == pytest.approx(LEFT + (210 - LEFT - RIGHT) / 2, abs=0.5)


def test_all_type_is_of_one_family_and_lies_in_the_file(pdf: bytes) -> None:
    assert fonts(pdf) == {(face, True) for face in FACES}


def test_stacked_marks_are_drawn_above_the_letters_they_belong_to() -> None:
    plain, marked = (render(small(head=head(agency_above=name)), Form.PDF) for name in ("AEO", decomposed("ẤẾỐ")))
    before, after = (Picture(opened(content)[0]).dark(LEFT, 18, 90, 25) for content in (plain, marked))

    letters = [at for at, row in enumerate(before) if row]
    above = [at for at, row in enumerate(after) if row and at < letters[0]]
    same = sum(before[at] == after[at] for at in letters)
    assert len(above) >= 3
    assert same / len(letters) > 0.9


def test_composed_and_decomposed_texts_are_one_paper() -> None:
    name, other = "Sở Lao động - Thương binh và Xã hội", "Nguyễn Thị Ngọc Huyền"
    same = [small(head=head(agency=spelt(name), place=spelt(other))) for spelt in (str, decomposed)]

    for form in (Form.PDF, Form.DOCX, Form.XLSX, Form.CSV, Form.JSON):
        assert len({render(one, form) for one in same}) == 1


def test_a_letter_that_the_type_does_not_have_is_named_and_never_a_box() -> None:
    with pytest.raises(NotDrawn, match="không có ký tự “😀”"):
        render(small(head=head(subject="Kết quả 😀")), Form.PDF)


def test_type_that_is_not_installed_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "LiberationSerif-Regular.ttf").touch()

    with pytest.raises(NotDrawn, match="fonts-liberation2") as refused:
        types.find([tmp_path, tmp_path / "nowhere"])

    assert refused.value.reason is ReportReason.FONTS


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_rows_stay_whole() -> None:
    label = "Chỉ tiêu dài để dòng này phải xuống hàng ít nhất hai lần trong bảng số liệu của phụ lục"
    lines = [figure(f"figure_{at}", at, label=f"{label} {at}") for at in range(1, 41)]

    tables = [
        page for page in texts(render(report(figures=tuple(lines), body=()), Form.PDF)) if "Chỉ tiêu và mã" in page
    ]

    assert len(tables) > 2
    for at in range(1, 41):
        assert sum(f"\nfigure_{at}\n" in page.replace(" ", "\n") for page in tables) == 1


def test_each_figure_leads_to_its_records(pdf: bytes) -> None:
    assert pdf.count(b"https://sangiaodich.example.vn/figures/2021-h1/") >= 2 * len(figures())


def test_parts_tables_and_items_of_a_text_are_drawn() -> None:
    told = (
        Heading(Level.PART, (Run("Kết quả"),)),
        Paragraph((Run("đậm", bold=True), Run(" và "), Run("nghiêng", italic=True)), "-"),
        Table(tuple(((Run(f"ô {at}"),), (Run(f"{at}.000"),)) for at in range(3))),
        Paragraph((Run("Hết."),)),
    )

    page = texts(render(report(figures=(), body=told), Form.PDF))[0]

    assert "Phần I\nKẾT QUẢ\n- đậm và nghiêng\nô 0 0.000\nô 1 1.000\nô 2 2.000\nHết./." in page
    assert words(told[1].runs) == "đậm và nghiêng"
