"""What the two appendices say: all figures in a table, and how each is counted."""

from typing import Final

from exchange.kernel.texts import N_
from exchange.reports.codes import Origin
from exchange.reports.lines import one_line
from exchange.reports.model import FigureLine, Report

TABLE_TITLE: Final = N_("Bảng số liệu các chỉ tiêu %(period)s")
METHOD_TITLE: Final = N_("Cách tính và nguồn của từng số liệu")
METHOD_LEAD: Final = N_("Quét mã hoặc mở liên kết bên cạnh mỗi chỉ tiêu để xem danh sách bản ghi của số liệu đó.")
DECLARED_MARK: Final = "(*)"
DECLARED_NOTE: Final = N_(
    "(*) Số liệu do cơ quan khác cung cấp, không đếm từ sổ của cơ quan báo cáo; nguồn ghi tại Phụ lục II."
)
NOTES_TITLE: Final = N_("Ghi chú:")
HEAD: Final = (
    N_("STT"),
    N_("Chỉ tiêu và mã"),
    N_("Đơn vị tính"),
    N_("Kết quả"),
    N_("Kế hoạch năm"),
    N_("Đạt so với kế hoạch"),
    N_("Cùng kỳ năm trước"),
    N_("So với cùng kỳ"),
)
_METHOD: Final = N_("Cách tính (bản %(version)s): %(definition)s")
_SOURCE: Final = N_("Nguồn: %(office)s, %(document)s.")
_SOURCE_ONLY: Final = N_("Nguồn: %(office)s.")
_COUNTED: Final = N_("Nguồn: đếm từ sổ của %(centre)s.")
_UNKNOWN: Final = N_("Nguồn: cơ quan khác cung cấp, chưa ghi tên văn bản.")


def figure_text(line: FigureLine) -> str:
    """A figure in the table, with the mark of a declared one."""
    return f"{line.text}\N{NO-BREAK SPACE}{DECLARED_MARK}" if line.origin is Origin.DECLARED else line.text


def texts_of(line: FigureLine, at: int) -> tuple[str, ...]:
    """A row of the table, in the order of `HEAD`; the code stands in a line of its own under the label."""
    told = f"{one_line(line.label)}\n{line.code}"
    compared = (line.plan_text, line.percent_text, line.last_year_text, line.change_text)
    return (str(at), told, line.unit, figure_text(line), *compared)


def method_of(line: FigureLine, centre: str) -> tuple[str, ...]:
    """How a figure is counted and what it rests on, one sentence each."""
    method = _METHOD % {"version": line.version, "definition": line.definition} if line.definition else ""
    return tuple(sentence for sentence in (method, source_of(line, centre)) if sentence)


def source_of(line: FigureLine, centre: str) -> str:
    """What a figure rests on, as a sentence."""
    if line.origin is Origin.COUNTED:
        return _COUNTED % {"centre": centre}
    if line.source is None:
        return _UNKNOWN
    told = {"office": line.source.office.rstrip("."), "document": line.source.document.rstrip(".")}
    return (_SOURCE if line.source.document else _SOURCE_ONLY) % told


def footnotes(report: Report) -> tuple[str, ...]:
    """What stands under the table."""
    declared = any(line.origin is Origin.DECLARED for line in report.figures)
    return ((DECLARED_NOTE,) if declared else ()) + report.notes


def table_title(report: Report) -> str:
    """The title of the first appendix, in capitals as the decree wants it (III.1b)."""
    return (TABLE_TITLE % {"period": report.period}).upper()


def method_title() -> str:
    """The title of the second appendix."""
    return METHOD_TITLE.upper()
