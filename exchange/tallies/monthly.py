"""A figure month by month: this year beside last year."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.periods.codes import Calendar
from exchange.periods.queries import months_of
from exchange.tallies import declared_queries
from exchange.tallies.catalogue import indicator
from exchange.tallies.declared_rules import Amount, Said, covering, together
from exchange.tallies.queries import Scope, by_stretch

Months = tuple[int | None, ...]
_MONTHS = 12


def two_years(
    db: Reading, code: str, year: int, calendar: Calendar, centres: Sequence[UUID] | None, *, today: date
) -> tuple[Months, Months]:
    """The months of a year and of the one before; None for those not begun, and where nothing was declared."""
    months = [*months_of(year - 1, calendar), *months_of(year, calendar)]
    begun = [month for month in months if month[0] <= today]
    if not begun:
        return (None,) * _MONTHS, (None,) * _MONTHS
    values = (_counted if indicator(code).counted else _declared)(db, code, begun, centres)
    whole = (*values, *([None] * (2 * _MONTHS - len(values))))
    return whole[_MONTHS:], whole[:_MONTHS]


def _counted(db: Reading, code: str, months: list[tuple[date, date]], centres: Sequence[UUID] | None) -> Months:
    some = None if centres is None else tuple(centres)
    scope = Scope(Days(months[0][0], months[-1][1]), some)
    return tuple(by_stretch(db, scope, code, [last for _, last in months]))


def _declared(db: Reading, code: str, months: list[tuple[date, date]], centres: Sequence[UUID] | None) -> Months:
    said = declared_queries.said(db, months[0][0], months[-1][1], centres)
    of_centres = [words for (whose, _), words in said.items() if whose == code]
    return tuple(_month(of_centres, *days) for days in months)


def _month(of_centres: list[list[Said]], first: date, last: date) -> int | None:
    found: list[Amount] = [one for words in of_centres if (one := covering(words, first, last))]
    whole = together(found)
    return whole.value if whole else None
