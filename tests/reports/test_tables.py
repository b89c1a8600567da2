"""Figures as spreadsheet, CSV and data: numbers are numbers, texts are never formulas, bytes are the same."""

import io
import json
import zipfile
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from exchange.reports.codes import Form
from exchange.reports.rendering import render
from exchange.reports.xlsx import shown_as
from tests.reports.make import DAY, figure, figures, head, report
from tests.reports.pictures import needs_type


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(report(), Form.XLSX)))


def test_numbers_are_numbers_and_look_as_they_are_printed(book: Any) -> None:
    row = book.worksheets[0][6]
    texts = [cell.value for cell in row]

    assert texts[:5] == [1, "jobs_created", "Giải quyết việc làm mới", "lao động", 15384]
    assert texts[5:9] == [23000, 0.6688, 14210, 0.0826]
    assert [cell.number_format for cell in row[4:9]] == ["#,##0", "#,##0", "0.00%", "#,##0", "+0.00%"]
    assert row[1].hyperlink.target.endswith("/2021-h1/jobs_created")
    assert texts[9] == "Cơ quan khác cung cấp"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("15.384", 15384, "#,##0"),
        ("khoảng 400", 400, '"khoảng "#,##0'),
        ("06", 6, "00"),
        ("82 tỷ 055 triệu", 82_055_000_000, "#,##0"),
        ('"x" 5', 5, "#,##0"),
    ],
)
def test_a_value_is_shown_as_its_text(text: str, value: int, shown: str) -> None:
    assert shown_as(figure("houses", text=text, value=value)) == shown


def test_the_sheet_is_ready_for_paper(book: Any) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows
        assert sheet.freeze_panes
    assert (book.worksheets[0].freeze_panes, book.worksheets[0].print_title_rows) == ("A6", "$5:$5")
    assert book.properties.created.date() == DAY


def test_texts_of_strangers_are_never_formulas() -> None:
    bad = '=HYPERLINK("http://x","y")'
    made = report(
        figures=(figure("houses", label=bad, text=bad, value=None, unit="@SUM(1)", address="javascript:x"),),
        notes=(bad,),
    )

    sheets = openpyxl.load_workbook(io.BytesIO(render(made, Form.XLSX))).worksheets
    lines = render(made, Form.CSV).decode().splitlines()

    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert bad in [cell.value for cell in cells]
    assert not any(cell.hyperlink for cell in cells)
    assert ",\"'=HYPERLINK(" in lines[1]
    assert "'@SUM(1)" in lines[1]


def test_csv_has_each_figure_as_text_and_as_number() -> None:
    lines = render(report(), Form.CSV).decode("utf-8-sig").splitlines()

    assert len(lines) == len(figures()) + 1
    assert lines[1].startswith(
        'jobs_created,1,Giải quyết việc làm mới,lao động,15.384,15384,Đúng bằng,23.000,"66,88%",14.210'
    )
    assert "soldiers_counselled,6,Quân nhân xuất ngũ được tư vấn,người,khoảng 400,400,Khoảng,–" in lines[6]


def test_data_hold_the_whole_report() -> None:
    told = json.loads(render(report(), Form.JSON))

    assert told["schema"] == "exchange.report/1"
    assert told["report"]["head"]["day"] == "2021-06-05"
    assert told["report"]["figures"][0]["percent_text"] == "66,88%"
    assert {block["kind"] for block in told["report"]["body"]} == {"heading", "paragraph"}


@pytest.mark.parametrize("form", Form)
def test_the_same_report_is_the_same_bytes_at_another_time(form: Form) -> None:
    needs_type()
    first = render(report(), form)

    assert render(report(), form) == first
    if form in (Form.DOCX, Form.XLSX):
        assert {member.date_time for member in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(2021, 6, 5, 0, 0, 0)}


@pytest.mark.parametrize("form", Form)
def test_a_paper_without_number_figures_or_text_is_drawn(form: Form) -> None:
    needs_type()
    made = report(
        body=(),
        figures=(),
        notes=(),
        recipients=(),
        head=head(number=None, dear=(), agency_above="", bases=("Luật Việc làm",)),
    )

    assert len(render(made, form)) > 100
