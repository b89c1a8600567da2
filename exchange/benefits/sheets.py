"""The table and the decisions as files for spreadsheets; names stay out of them, the number of the claim suffices."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from exchange.benefits.report_rules import Row
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_

Separator = Literal[",", ";"]
COLUMNS = {
    "claim": N_("Số hồ sơ"),
    "received_on": N_("Ngày tiếp nhận"),
    "verdict": N_("Kết quả"),
    "number": N_("Số quyết định"),
    "on_day": N_("Ngày quyết định"),
    "months": N_("Số tháng hưởng"),
    "monthly": N_("Mức hưởng hằng tháng"),
    "from_on": N_("Từ ngày"),
    "to_on": N_("Đến ngày"),
    "refusal": N_("Lý do không hưởng"),
}


def table_csv(rows: Sequence[Row], *, separator: Separator = ",") -> str:
    """The table: code, title, unit, figure, the same so far in the year, how it is counted."""
    head = (N_("Mã"), N_("Chỉ tiêu"), N_("Đơn vị tính"), N_("Số lượng"), N_("Lũy kế"), N_("Cách tính"))
    body = [(row.code, titled(row), row.unit.label, row.value, row.so_far, row.definition) for row in rows]
    return sheet([head, *body], separator=separator)


def decisions_csv(issued: Sequence[tuple[Any, ...]], *, separator: Separator = ",") -> str:
    """Decisions as `report_queries.issued` gives them; what this writes, the import reads."""
    body = [_decision(*row) for row in issued]
    return sheet([tuple(COLUMNS.values()), *body], separator=separator)


def titled(row: Row) -> str:
    """A row's title with its number in it."""
    return row.title % {"n": row.n} if row.n is not None else row.title


def _decision(number: int, year: int, received_on: date, verdict: Any, *said: Any) -> tuple[object, ...]:
    decision, on_day, months, monthly, from_on, to_on, refusal = said
    plain = (decision, _day(on_day), months, monthly, _day(from_on), _day(to_on))
    words = (verdict.label, refusal.label if refusal else "")
    return (f"{number}/{year}", _day(received_on), words[0], *(("" if one is None else one) for one in plain), words[1])


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
