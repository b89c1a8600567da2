"""The figures of a report as a spreadsheet: numbers are numbers, texts are never formulas, ready to print on A4."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final

from exchange.kernel.texts import N_
from exchange.reports import annexes, lines
from exchange.reports.fonts import NAMED
from exchange.reports.model import FigureLine, Report
from exchange.reports.numerals import decimals, is_percent, number
from exchange.reports.zips import sealed

FIGURES: Final = N_("Số liệu")
METHODS: Final = N_("Cách tính")
NOTES: Final = N_("Ghi chú")
COLUMNS: Final = (
    (N_("STT"), 5),
    (N_("Mã"), 26),
    (N_("Chỉ tiêu"), 44),
    (N_("Đơn vị tính"), 13),
    (N_("Kết quả"), 20),
    (N_("Kế hoạch năm"), 16),
    (N_("Đạt so với kế hoạch"), 12),
    (N_("Cùng kỳ năm trước"), 16),
    (N_("So với cùng kỳ"), 12),
    (N_("Loại số liệu"), 20),
)
_METHOD_COLUMNS: Final = (
    (N_("Mã"), 26),
    (N_("Cách tính"), 70),
    (N_("Bản"), 6),
    (N_("Nguồn"), 44),
    (N_("Liên kết"), 50),
)
_PLAIN: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_HEAD_ROW: Final = 4
_INCH: Final = 25.4  # mm
_A4: Final = 9


def xlsx(report: Report) -> bytes:
    """The bytes depend on the report only."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _PLAIN)
    created = datetime.combine(report.head.day, time())
    book.set_properties(
        {"title": annexes.table_title(report), "author": lines.one_line(report.head.agency), "created": created}
    )
    writer = _Writer(book)
    _figures(writer, report)
    _methods(writer, report)
    if notes := annexes.footnotes(report):
        writer.sheet(NOTES, ((NOTES, 110),), 0)
        for at, note in enumerate(notes, start=1):
            writer.text(at, 0, note)
    book.close()
    return sealed(out.getvalue(), report.head.day)


class _Writer:
    """A workbook, its sheet at hand, and each style made once."""

    def __init__(self, book: Any) -> None:
        self._book, self._styles = book, dict[tuple[tuple[str, Any], ...], Any]()

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], head: int) -> None:
        """Go on, on another sheet with its head in row `head`, which stays in sight and on each printed page."""
        self._sheet = self._book.add_worksheet(name)
        for at, (title, wide) in enumerate(columns):
            self._sheet.set_column(at, at, wide)
            self.text(head, at, title, bold=True, align="center", valign="vcenter", bg_color="#E7ECF2")
        self._sheet.freeze_panes(head + 1, 0)
        self._sheet.repeat_rows(head)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=20 / _INCH, right=15 / _INCH, top=20 / _INCH, bottom=20 / _INCH)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&C&P/&N")

    def text(self, row: int, column: int, text: str, *, border: int = 1, **style: Any) -> None:
        """A text that stays one."""
        self._sheet.write_string(row, column, text, self._style({"text_wrap": True, "border": border} | style))

    def title(self, row: int, text: str, last: int, **style: Any) -> None:
        """A line over all columns."""
        self._sheet.merge_range(row, 0, row, last, "", self._style({"align": "center"} | style))
        self._sheet.write_string(row, 0, text, self._style({"align": "center"} | style))

    def number(self, row: int, column: int, value: Decimal | int, shown: str) -> None:
        """A number as `shown`, a format of spreadsheets; its separators are those of whoever opens it."""
        self._sheet.write_number(row, column, value, self._style({"num_format": shown, "border": 1}))

    def link(self, row: int, column: int, address: str, text: str) -> None:
        """A text that leads somewhere, where there is an address."""
        if not address.startswith(("https://", "http://")):
            self.text(row, column, text)
            return
        style = self._style({"border": 1, "font_color": "#0B4F8A", "underline": 1})
        self._sheet.write_url(row, column, address, style, text)

    def _style(self, told: Mapping[str, Any]) -> Any:
        key = tuple(sorted(told.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(
                {"font_name": NAMED, "font_size": 12, "valign": "top"} | dict(told)
            )
        return self._styles[key]


def _figures(writer: _Writer, report: Report) -> None:
    writer.sheet(FIGURES, COLUMNS, _HEAD_ROW)
    last = len(COLUMNS) - 1
    writer.title(0, lines.one_line(report.head.agency).upper(), last, bold=True)
    writer.title(1, annexes.table_title(report), last, bold=True)
    writer.title(2, lines.with_line(report.head), last, italic=True)
    for at, line in enumerate(report.figures, start=1):
        row = _HEAD_ROW + at
        writer.number(row, 0, at, "0")
        writer.link(row, 1, line.address, line.code)
        writer.text(row, 2, line.label)
        writer.text(row, 3, line.unit)
        _figure(writer, row, line)
        compared = (line.plan_text, line.percent_text, line.last_year_text, line.change_text)
        for column, text in enumerate(compared, start=5):
            _number(writer, row, column, text)
        writer.text(row, 9, line.origin.label)


def _figure(writer: _Writer, row: int, line: FigureLine) -> None:
    if line.value is None:
        writer.text(row, 4, line.text, align="right")
    else:
        writer.number(row, 4, line.value, shown_as(line))


def shown_as(line: FigureLine) -> str:
    """The format that shows a figure's value as its text does: "khoảng 400", "06"."""
    match = re.fullmatch(r"(\D*)([\d.]+)", line.text)
    if match is None or number(match[2]) != line.value:
        return "#,##0"
    before = f'"{match[1]}"' if match[1] and '"' not in match[1] else ""
    return before + ("0" * len(match[2]) if match[2].startswith("0") else "#,##0")


def _number(writer: _Writer, row: int, column: int, text: str) -> None:
    value = number(text)
    if value is None:
        writer.text(row, column, text, align="right")
        return
    places = "." + "0" * decimals(text) if decimals(text) else ""
    sign = "+" if text.startswith("+") else ""
    shown = f"0{places}%" if is_percent(text) else f"#,##0{places}"
    writer.number(row, column, value / 100 if is_percent(text) else value, f"{sign}{shown}")


def _methods(writer: _Writer, report: Report) -> None:
    writer.sheet(METHODS, _METHOD_COLUMNS, 0)
    for row, line in enumerate(report.figures, start=1):
        writer.text(row, 0, line.code)
        writer.text(row, 1, line.definition)
        writer.number(row, 2, line.version, "0")
        writer.text(row, 3, annexes.source_of(line, report.centre))
        writer.link(row, 4, line.address, line.address)
