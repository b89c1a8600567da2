"""Templates from Word: what is taken of them, and the sentence for what cannot be."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exchange.reports import narrative
from exchange.reports.codes import LARGEST_TEMPLATE, Level, ReportReason
from exchange.reports.errors import TemplateRefused
from exchange.reports.model import Heading, Paragraph, Run, Table
from exchange.reports.word_reading import read_template
from exchange.reports.word_template import word_template

BOMB = b"<a>" + b" " * (17 * 1024 * 1024) + b"</a>"


def word(fill: Callable[[Any], Any]) -> bytes:
    """A file as Word would save it, after `fill` wrote into it."""
    document, out = Document(), io.BytesIO()
    fill(document)
    document.save(out)
    return out.getvalue()


def packed(content: bytes, **parts: bytes) -> bytes:
    """The same file with other parts; `__` stands for a slash, `_DOT_` for a dot."""
    out = io.BytesIO()
    named = {name.replace("__", "/").replace("_DOT_", "."): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *named}:
            new.writestr(name, named.get(name) or old.read(name))
    return out.getvalue()


def xml(inside: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>")


def refused(content: bytes) -> TemplateRefused:
    with pytest.raises(TemplateRefused) as caught:
        read_template(content)
    return caught.value


OURS = word_template(narrative.standard())


def test_our_own_template_comes_back_as_it_went() -> None:
    assert read_template(OURS) == narrative.standard()
    assert word_template(narrative.standard()) == OURS


def test_titles_styles_lists_and_tables_are_taken() -> None:
    def fill(document: Any) -> None:
        document.add_heading("Phần I. Kết quả", 1)
        document.add_heading("1. Việc làm", 3)
        sentence = document.add_paragraph("Đạt {{ ho")
        sentence.add_run("uses }}").bold = True
        document.add_paragraph("")
        document.add_paragraph("mục một", style="List Bullet")
        document.add_paragraph("thứ nhất", style="List Number")
        document.add_paragraph("thứ hai", style="List Number")
        document.add_paragraph("a) gõ tay")
        for row, texts in zip(document.add_table(2, 2).rows, (("Tên", "Số"), ("Nhà", "{{ houses }}")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    blocks = read_template(word(fill))

    assert blocks == (
        Heading(Level.PART, (Run("Kết quả"),)),
        Heading(Level.CLAUSE, (Run("Việc làm"),)),
        Paragraph((Run("Đạt {{ ho"), Run("uses }}", bold=True))),
        Paragraph((Run("mục một"),), "-"),
        Paragraph((Run("thứ nhất"),), "1."),
        Paragraph((Run("thứ hai"),), "2."),
        Paragraph((Run("gõ tay"),), "a)"),
        Table((((Run("Tên"),), (Run("Số"),)), ((Run("Nhà"),), (Run("{{ houses }}"),)))),
    )
    assert read_template(word_template(blocks)) == blocks


def test_an_unknown_placeholder_is_named_with_its_paragraph() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Một.")
        document.add_paragraph("")
        split = document.add_paragraph("Toàn tỉnh có {{ a")
        split.add_run("bc }} người được giải quyết việc làm")

    why = refused(word(fill))

    assert (why.reason, why.at, why.what) == (ReportReason.UNKNOWN, 2, "{{ abc }}")
    assert str(why).startswith("Đoạn 2 (“Toàn tỉnh có {{ abc }} người được giải q…”): không có chỗ điền {{ abc }}.")


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("<w:r><w:t>{% if x %}</w:t></w:r>", ReportReason.COMMAND),
        ("<w:r><w:t>{{ houses }</w:t></w:r>", ReportReason.UNCLOSED),
        ('<w:ins w:id="1" w:author="A"><w:r><w:t>mới</w:t></w:r></w:ins>', ReportReason.REVISION),
        ('<w:r><w:t>cũ</w:t></w:r><w:del w:id="1" w:author="A"/>', ReportReason.REVISION),
        ("<w:r><w:drawing/></w:r>", ReportReason.PICTURE),
        ("<w:r><w:pict/></w:r>", ReportReason.PICTURE),
    ],
)
def test_what_would_be_lost_or_run_is_refused(part: str, reason: ReportReason) -> None:
    content = word(lambda document: document.element.body.insert(0, xml(part)))

    assert refused(content).reason is reason


def test_a_table_with_merged_cells_is_refused() -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "Tên"
        table.cell(0, 0).merge(table.cell(0, 1))

    assert refused(word(fill)).reason is ReportReason.MERGED


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ReportReason.NOT_WORD),
        (b"PK\x03\x04 broken", ReportReason.NOT_WORD),
        (OURS[:3000], ReportReason.NOT_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReportReason.OLD_WORD),
        (b"x" * (LARGEST_TEMPLATE + 1), ReportReason.TOO_LARGE),
        (packed(OURS, word__document_DOT_xml=BOMB), ReportReason.TOO_LARGE),
        (packed(OURS, word__document_DOT_xml=b"<a><b></a>"), ReportReason.NOT_WORD),
        (packed(OURS, word__document_DOT_xml=b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'), ReportReason.NOT_WORD),
        (packed(OURS, word__vbaProject_DOT_bin=b"macro"), ReportReason.MACROS),
        (word(lambda document: document.add_paragraph(" ")), ReportReason.EMPTY),
        (word(lambda document: [document.add_paragraph("a") for _ in range(401)]), ReportReason.TOO_LONG),
    ],
    ids=lambda value: value.value if isinstance(value, ReportReason) else "",
)
def test_what_is_no_template_is_refused_with_its_sentence(content: bytes, reason: ReportReason) -> None:
    why = refused(content)

    assert (why.reason, str(why)) == (reason, reason.label)


def test_a_spreadsheet_is_not_a_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("[Content_Types].xml", "<Types/>")

    assert refused(out.getvalue()).reason is ReportReason.NOT_WORD
