"""A tally as a table for spreadsheets."""

from collections.abc import Sequence
from typing import Literal

from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.plans.codes import Style
from exchange.plans.queries import Line
from exchange.plans.rules import text_of

_HEAD = (
    N_("Mã"), N_("Phần"), N_("Chỉ tiêu"), N_("Đơn vị tính"), N_("Kỳ này"), N_("Mức chính xác"), N_("Lũy kế từ đầu năm"),
    N_("Kế hoạch năm"), N_("So với kế hoạch"), N_("Cùng kỳ năm trước"), N_("So với cùng kỳ"), N_("Nguồn"),
    N_("Đơn vị khác báo"), N_("Chênh lệch"), N_("Cơ quan báo, văn bản"), N_("Cách tính"),
)  # fmt: skip


def tally_csv(lines: Sequence[Line], style: Style, *, separator: Literal[",", ";"] = ",") -> str:
    """All lines; numbers as numbers, "–" where nothing is known. What was declared beside a count is never added."""
    return sheet([_HEAD, *(_line(line, style) for line in lines)], separator=separator)


def _line(line: Line, style: Style) -> tuple[object, ...]:
    one, figure = line.indicator, line.figure
    beside = figure.declared if one.counted else ()
    papers = "; ".join(f"{told.source}: {told.document}" for told in figure.declared)
    return (
        *(one.code, one.part.label, one.label, one.unit.label),
        *(figure.value, figure.qualifier.label if figure.value is not None else None, figure.so_far, line.plan),
        *(text_of(line.percent(style)), line.before, line.against_last_year(style), figure.origin.label),
        *(sum(told.value for told in beside) if beside else None, figure.difference, papers, one.definition),
    )
