"""Where the periods of a year begin and end, and what may be a period."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from exchange.kernel.texts import N_
from exchange.periods.codes import LONGEST_LABEL, Calendar, PeriodKind, PeriodReason

EARLIEST, LATEST = 2000, 2100  # years
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,15}")
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = {
    PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.NINE_MONTHS: 9, PeriodKind.YEAR: 12,
}  # fmt: skip
_MANY = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2, PeriodKind.NINE_MONTHS: 1, PeriodKind.YEAR: 1}
_MONTH, _QUARTER, _YEAR = N_("Tháng %s năm %s"), N_("Quý %s năm %s"), N_("Năm %s")
_FIRST_HALF, _SECOND_HALF = N_("6 tháng đầu năm %s"), N_("6 tháng cuối năm %s")
_NINE, _BY_CALENDAR = N_("9 tháng đầu năm %s"), N_("%s (dương lịch)")
_LETTERS = {PeriodKind.MONTH: "M", PeriodKind.QUARTER: "Q", PeriodKind.HALF: "H"}


class Planned(Struct, frozen=True):
    """A period of a year before it is a row."""

    code: str
    kind: PeriodKind
    calendar: Calendar
    year: int
    ordinal: int
    first_day: date
    last_day: date
    label: str


def year_of(year: int, calendar: Calendar) -> Iterator[Planned]:
    """All regular periods of a year: 12 months, 4 quarters, 2 halves, 9 months and the year.

    Administrative (decree 09/2019, as provinces apply it): from the 15th of the month before to the 14th of the last
    month, so the first half of 2021 is 15 December 2020 to 14 June 2021.
    """
    for kind, many in _MANY.items():
        for ordinal in range(1, many + 1):
            first = (ordinal - 1) * _MONTHS[kind] + 1
            days = _begins(year, first, calendar), _ends(year, first + _MONTHS[kind] - 1, calendar)
            label = _label(kind, ordinal, year, calendar)
            yield Planned(_code(kind, ordinal, year, calendar), kind, calendar, year, ordinal, *days, label)


def expected_share(kind: PeriodKind, ordinal: int) -> int | None:
    """How much of a yearly plan is expected by the end of a period, in percent; None for no regular one.

    Half a year is half a plan: domain usage of provinces' reports.
    """
    if kind not in _MONTHS:
        return None
    return round(100 * ordinal * _MONTHS[kind] / 12)


def why_not(code: str, label: str, first: date, last: date) -> tuple[PeriodReason, str] | None:
    """What is wrong with a period of no regular kind, and at which field."""
    if not _CODE.fullmatch(code):
        return PeriodReason.CODE_SHAPE, "code"
    if not label or len(label) > LONGEST_LABEL:
        return PeriodReason.LABEL, "label"
    if last < first:
        return PeriodReason.BACKWARDS, "last_day"
    if not EARLIEST <= first.year <= LATEST:
        return PeriodReason.YEAR, "first_day"
    return (PeriodReason.TOO_LONG, "last_day") if (last - first).days > 366 else None


def is_code(text: str) -> bool:
    """Whether a text can be the code of a period."""
    return _CODE.fullmatch(text) is not None


def overlaps(first: date, last: date, others: Sequence[tuple[date, date]]) -> bool:
    """Whether days of a period belong to another one of its kind already."""
    return any(first <= other_last and other_first <= last for other_first, other_last in others)


def _begins(year: int, month: int, calendar: Calendar) -> date:
    if calendar is Calendar.CIVIL:
        return date(year, month, 1)
    return date(year, month - 1, 15) if month > 1 else date(year - 1, 12, 15)


def _ends(year: int, month: int, calendar: Calendar) -> date:
    if calendar is Calendar.ADMINISTRATIVE:
        return date(year, month, 14)
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _code(kind: PeriodKind, ordinal: int, year: int, calendar: Calendar) -> str:
    end = "-C" if calendar is Calendar.CIVIL else ""
    if kind is PeriodKind.YEAR:
        return f"{year}{end}"
    if kind is PeriodKind.NINE_MONTHS:
        return f"{year}-9M{end}"
    number = f"{ordinal:02d}" if kind is PeriodKind.MONTH else str(ordinal)
    return f"{year}-{_LETTERS[kind]}{number}{end}"


def _label(kind: PeriodKind, ordinal: int, year: int, calendar: Calendar) -> str:
    """As reports are headed: "6 tháng đầu năm 2021". The name of a period is kept with it."""
    end = _BY_CALENDAR if calendar is Calendar.CIVIL else "%s"
    if kind is PeriodKind.MONTH:
        named = _MONTH % (ordinal, year)
    elif kind is PeriodKind.QUARTER:
        named = _QUARTER % (_ROMAN[ordinal - 1], year)
    elif kind is PeriodKind.HALF:
        named = (_FIRST_HALF if ordinal == 1 else _SECOND_HALF) % year
    else:
        named = (_NINE if kind is PeriodKind.NINE_MONTHS else _YEAR) % year
    return end % named
