"""The Word file, read back: page, type, words; and as pictures where LibreOffice is installed."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from exchange.reports.codes import Form
from exchange.reports.model import Paragraph, Run
from exchange.reports.rendering import render
from tests.reports.make import DAY, head, report
from tests.reports.pictures import Picture, opened, texts


@pytest.fixture(scope="module")
def read(docx: bytes) -> Any:
    return Document(io.BytesIO(docx))


def test_pages_and_margins_are_those_of_the_decree(read: Any) -> None:
    sizes = [(section.page_width, section.page_height) for section in read.sections]

    assert [(round(w.mm), round(h.mm)) for w, h in sizes] == [(210, 297), (297, 210), (210, 297)]
    for section in read.sections:
        edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(edge.mm) for edge in edges] == [20, 20, 30, 15]


def test_numbers_of_pages_stand_in_the_top_margin_but_not_on_first_pages(read: Any) -> None:
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in read.sections]

    assert [start is not None and start.get(qn("w:start")) for start in starts] == [False, "1", "1"]
    for section in read.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        assert " PAGE " in section.header._element.xml
        assert section.header_distance < section.top_margin


def test_type_is_times_black_and_of_the_right_size(read: Any) -> None:
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        style = read.styles[name]
        fonts = style.element.rPr.find(qn("w:rFonts")).attrib
        assert set(fonts.values()) == {"Times New Roman"}
        assert (style.font.size, str(style.font.color.rgb)) == (Pt(14), "000000")
        assert bool(style.font.bold) is (name != "Normal")


def test_the_body_is_justified_with_an_indent_and_air_between_paragraphs(read: Any) -> None:
    shape = read.styles["Body Text"].paragraph_format
    body = [p for p in read.paragraphs if p.style.name == "Body Text"]

    assert (shape.first_line_indent, shape.space_after, shape.line_spacing) == (Cm(1.27), Pt(6), 1.15)
    assert str(shape.alignment).startswith("JUSTIFY")
    assert len(body) > 15
    assert body[-1].text.endswith("Xã hội./.")


def test_the_head_says_who_what_where_and_when(read: Any) -> None:
    left, right = (cell.text for cell in read.tables[0].rows[0].cells)
    number, place = (cell.text for cell in read.tables[0].rows[1].cells)
    sizes = {
        run.text: (run.font.size, run.font.bold)
        for cell in read.tables[0]._cells
        for p in cell.paragraphs
        for run in p.runs
    }

    assert left.strip() == "ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\nSỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI"
    assert right.strip() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    assert (number, place) == ("Số: 05/BC-SLĐTBXH", "Trà Vinh, ngày 05 tháng 6 năm 2021")
    assert sizes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == (Pt(12), True)
    assert sizes["Độc lập - Tự do - Hạnh phúc"] == (Pt(13), True)
    assert sizes["ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH"] == (Pt(12), None)
    assert sizes["Số: 05/BC-SLĐTBXH"][0] == Pt(13)


def test_titles_are_titles_of_word_with_their_numbers(read: Any) -> None:
    titles = [(p.style.name, p.text) for p in read.paragraphs if p.style.name.startswith("Heading")]

    assert titles[:2] == [
        ("Heading 2", "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
        ("Heading 3", "1. Lao động, việc làm và bảo hiểm thất nghiệp"),
    ]
    assert ("Heading 4", "b) Nhà ở") in titles
    assert titles[-2:] == [("Heading 1", "Phụ lục I"), ("Heading 1", "Phụ lục II")]


def test_rows_stay_whole_and_the_head_of_the_table_comes_again(read: Any) -> None:
    figures = read.tables[3]

    assert figures.rows[0].cells[1].text == "Chỉ tiêu và mã"
    assert figures.rows[1].cells[1].text == "Giải quyết việc làm mới\njobs_created"
    assert figures.rows[1].cells[4].text == "23.000"
    again = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in figures.rows]
    assert again == [True] + [False] * (len(figures.rows) - 1)
    for table in read.tables[3:]:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_end_stands_side_by_side(read: Any) -> None:
    left, right = (cell.text for cell in read.tables[2].rows[0].cells)

    assert left == "Nơi nhận:\n- Như trên;\n- Ban Giám đốc Sở;\n- Các phòng, đơn vị thuộc Sở;\n- Lưu: VT, LĐVL."
    assert right.split("\n")[:2] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert right.endswith("Nguyễn Thị Ngọc Huyền")


def test_each_figure_has_its_picture_with_words_and_leads_to_its_records(read: Any) -> None:
    pictures = read.tables[4]._tbl.findall(f".//{qn('wp:docPr')}")
    addresses = {relation.target_ref for relation in read.part.rels.values() if relation.is_external}

    assert pictures[0].get("descr").endswith("/2021-h1/jobs_created")
    assert len(pictures) == len(addresses) == len(report().figures)


def test_properties_say_the_day_of_the_report_and_nothing_of_the_machine(read: Any) -> None:
    told = read.core_properties

    assert (told.created.date(), told.modified.date()) == (DAY, DAY)
    assert told.author == "Sở Lao động - Thương binh và Xã hội"
    assert told.comments == ""


def test_marks_of_other_languages_are_words_here() -> None:
    made = report(head=head(agency="A & <B>"), body=(Paragraph((Run('<w:p/> & "x"'),)),), figures=())

    read = Document(io.BytesIO(render(made, Form.DOCX)))

    assert "A & <B>" in read.tables[0].rows[0].cells[0].text
    assert '<w:p/> & "x"./.' in [p.text for p in read.paragraphs]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_as_a_picture_it_keeps_to_the_margins_and_agrees_with_the_pdf(docx: bytes, pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(docx)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "report.docx", "--outdir", str(tmp_path)]

    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    drawn = (tmp_path / "report.pdf").read_bytes()

    for page in opened(drawn):
        ink, wide = Picture(page).ink(top=19.7), page.get_size()[0] / 72 * 25.4
        assert ink.left >= 30 - 0.4
        assert ink.right <= wide - 15 + 0.4
    said, meant = (" ".join(texts(content)[0].split()) for content in (drawn, pdf))
    assert said[:600] == meant[:600]
    assert abs(len(opened(drawn)) - len(opened(pdf))) <= 1
