"""The figures of a report as CSV."""

from typing import Final

from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.reports.annexes import source_of
from exchange.reports.model import FigureLine, Report

HEAD: Final = (
    N_("Mã"),
    N_("Dòng"),
    N_("Chỉ tiêu"),
    N_("Đơn vị tính"),
    N_("Kết quả"),
    N_("Giá trị"),
    N_("Mức độ chính xác"),
    N_("Kế hoạch năm"),
    N_("Đạt so với kế hoạch"),
    N_("Cùng kỳ năm trước"),
    N_("So với cùng kỳ"),
    N_("Loại số liệu"),
    N_("Nguồn"),
    N_("Cách tính"),
    N_("Bản cách tính"),
    N_("Liên kết"),
)


def csv(report: Report) -> bytes:
    """One row per figure: as it is printed, and as a bare number."""
    return sheet([HEAD, *(_row(line, report.centre) for line in report.figures)]).encode()


def _row(line: FigureLine, centre: str) -> tuple[object, ...]:
    told = (line.code, line.row, line.label, line.unit, line.text, line.value, line.qualifier.label)
    compared = (line.plan_text, line.percent_text, line.last_year_text, line.change_text)
    method = (line.origin.label, source_of(line, centre), line.definition, line.version, line.address)
    return told + compared + method
