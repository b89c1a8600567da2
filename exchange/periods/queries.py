"""What can be asked about periods."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.periods import rules
from exchange.periods.codes import Calendar, PeriodKind
from exchange.periods.tables import Period, PeriodId


class PeriodView(msgspec.Struct, frozen=True):
    """A period; both days belong to it."""

    id: PeriodId
    code: str
    kind: PeriodKind
    calendar: Calendar
    year: int
    ordinal: int
    first_day: date
    last_day: date
    label: str
    compares_id: PeriodId | None

    @property
    def expected(self) -> int | None:
        """How much of a yearly plan is expected at its end, in percent."""
        return rules.expected_share(self.kind, self.ordinal)


_p = columns(Period)
_ALL = select(*(_p[name] for name in PeriodView.__struct_fields__))
_BY_CODE = _ALL.where(_p.code == bindparam("code"))
_BY_ID = _ALL.where(_p.id == bindparam("id"))
_LISTED = _ALL.order_by(_p.year.desc(), _p.calendar, _p.last_day.desc(), _p.first_day, _p.id)
_SAME = _ALL.where(
    _p.calendar == bindparam("calendar"), _p.kind == bindparam("kind"), _p.year == bindparam("year"),
    _p.ordinal == bindparam("ordinal"),
)  # fmt: skip
_AROUND = _ALL.where(_p.first_day <= bindparam("day"), _p.last_day >= bindparam("day")).order_by(_p.first_day, _p.id)


def periods(db: Reading) -> list[PeriodView]:
    """All of them, the newest year first."""
    return [PeriodView(*row) for row in db.execute(_LISTED)]


def period(db: Reading, code: str) -> PeriodView:
    """The period with a code, such as 2021-H1. Raises NotFound."""
    found = _one(db, _BY_CODE, code=code) if rules.is_code(code) else None
    if found is None:
        raise NotFound
    return found


def of_day(db: Reading, day: date) -> list[PeriodView]:
    """The periods to which a day belongs, the longest first."""
    return [PeriodView(*row) for row in db.execute(_AROUND, {"day": day})]


def compared_with(db: Reading, one: PeriodView) -> PeriodView | None:
    """The same period of the year before, or what a period of no regular kind names; None where nobody made it."""
    if one.kind is PeriodKind.OTHER:
        return _one(db, _BY_ID, id=one.compares_id) if one.compares_id else None
    same: dict[str, Any] = {"calendar": one.calendar, "kind": one.kind, "ordinal": one.ordinal}
    return _one(db, _SAME, year=one.year - 1, **same)


def year_begins(one: PeriodView) -> date:
    """From which day the year so far is counted: its year's first day, or the period's own where that is earlier.

    Follows from the calendar and the year's number, so that it holds before anybody made the row of the year.
    """
    first = next(
        planned.first_day for planned in rules.year_of(one.year, one.calendar) if planned.kind is PeriodKind.YEAR
    )
    return min(first, one.first_day)


def months_of(year: int, calendar: Calendar) -> list[tuple[date, date]]:
    """The first and the last day of each month of a year, whether or not anybody made the rows."""
    months = (one for one in rules.year_of(year, calendar) if one.kind is PeriodKind.MONTH)
    return [(one.first_day, one.last_day) for one in months]


def newest_begun(all_of: Sequence[PeriodView], today: date) -> PeriodView | None:
    """Of the periods that have begun the one that began last; of several the shortest."""
    begun = [one for one in all_of if one.first_day <= today]
    return max(begun, key=lambda one: (one.first_day, -one.last_day.toordinal()), default=None)


def _one(db: Reading, query: Any, **values: Any) -> PeriodView | None:
    row = db.execute(query, values).first()
    return PeriodView(*row) if row else None
