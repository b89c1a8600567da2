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
from exchange.tallies.declared_rules import Amount, covering, together
from exchange.tallies.queries import Scope, figures

Months = tuple[int | None, ...]


def of_year(
    db: Reading, code: str, year: int, calendar: Calendar, centres: Sequence[UUID] | None, *, today: date
) -> Months:
    """Twelve months; None for those that have not begun, and where nothing was declared."""
    if indicator(code).counted is None:
        return _declared(db, code, year, calendar, centres)
    some = None if centres is None else tuple(centres)
    return tuple(
        figures(db, Scope(Days(first, last), some), [code])[code] if first <= today else None
        for first, last in months_of(year, calendar)
    )


def _declared(db: Reading, code: str, year: int, calendar: Calendar, centres: Sequence[UUID] | None) -> Months:
    months = months_of(year, calendar)
    said = declared_queries.said(db, months[0][0], months[-1][1], centres)
    whole: list[int | None] = []
    for first, last in months:
        amounts: list[Amount] = []
        for (whose, _), words in said.items():
            found = covering(words, first, last) if whose == code else None
            amounts += [found] if found else []
        sum_of = together(amounts)
        whole.append(sum_of.value if sum_of else None)
    return tuple(whole)
