"""Deadlines of a claim and of the monthly declarations. The numbers are data with a day from which they hold."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from exchange.benefits.codes import DueState
from exchange.reference.holidays import Calendar, months_after


class Regime(Struct, frozen=True):
    """What the law says from a day on. `entitled_day` counts from the day after receipt, in working days or not."""

    since: date
    decide_within: int  # working days
    entitled_day: int
    entitled_working: bool
    window: int  # working days at the beginning of a benefit month in which to declare
    silent_months: int  # that many in a row end the benefit


# Employment law 38/2013 (articles 50, 52, 53) and circular 28/2015: entitled from the 16th day, declaration within the
# first three working days of the month of benefit. Law 74/2025 (articles 38 to 41) and decree 374/2025: entitled from
# the 11th working day. NOT VERIFIED against the text of decree 374/2025: the 20 working days for the decision and the
# window of the declaration are carried over from the earlier rules; a centre that knows better changes this row.
REGIMES = (
    Regime(date(2015, 1, 1), 20, 16, entitled_working=False, window=3, silent_months=3),
    Regime(date(2026, 1, 1), 20, 11, entitled_working=True, window=3, silent_months=3),
)


class Due(Struct, frozen=True):
    """One month's declaration: the month of benefit, and the window in which it is to be made."""

    month: int
    due_from: date
    due_to: date
    state: DueState


def regime_of(received_on: date) -> Regime:
    """The rules for a claim received on a day (the law in force on that day; no transitional rule is known to us)."""
    return next((regime for regime in reversed(REGIMES) if regime.since <= received_on), REGIMES[0])


def decision_due(received_on: date, calendar: Calendar) -> date:
    """The last day for the decision."""
    return calendar.after(received_on, regime_of(received_on).decide_within)


def entitled_from(received_on: date, calendar: Calendar) -> date:
    """The first day of benefit that the law gives. Proposed on the form; the decision says what holds."""
    regime = regime_of(received_on)
    if regime.entitled_working:
        return calendar.after(received_on, regime.entitled_day)
    return received_on + timedelta(days=regime.entitled_day)


def month_start(from_on: date, month: int) -> date:
    """The first day of the n-th month of benefit; in a shorter month its last day."""
    return months_after(from_on, month - 1)


def last_day(from_on: date, months: int) -> date:
    """The last day of a benefit of so many months."""
    return month_start(from_on, months + 1) - timedelta(days=1)


def window(received_on: date, from_on: date, month: int, calendar: Calendar) -> tuple[date, date]:
    """The days in which the n-th month's declaration is due."""
    first = month_start(from_on, month)
    return first, calendar.after(first - timedelta(days=1), regime_of(received_on).window)


class Benefit(Struct, frozen=True):
    """What the due calendar is made from. `since`, `until`: the days on which the benefit came here and closed."""

    received_on: date
    from_on: date
    months: int
    declared: frozenset[int]
    since: date | None = None
    until: date | None = None


def due_calendar(benefit: Benefit, day: date, calendar: Calendar) -> tuple[Due, ...]:
    """All months that are ours to ask for, as they stand on `day`."""
    dues = []
    for month in range(1, benefit.months + 1):
        first, last = window(benefit.received_on, benefit.from_on, month, calendar)
        ours = (benefit.since is None or last >= benefit.since) and (benefit.until is None or first <= benefit.until)
        if ours:
            dues.append(Due(month, first, last, _standing(month in benefit.declared, first, last, day)))
    return tuple(dues)


def _standing(declared: bool, first: date, last: date, day: date) -> DueState:
    if declared:
        return DueState.DECLARED
    if day < first:
        return DueState.LATER
    return DueState.DUE if day <= last else DueState.LATE


def silent_run(dues: Iterable[Due]) -> int:
    """How many months in a row, up to the newest whose window has closed, went by without a word."""
    run = 0
    for due in dues:
        if due.state is DueState.LATE:
            run += 1
        elif due.state is DueState.DECLARED:
            run = 0
    return run


def next_due(dues: Iterable[Due]) -> Due | None:
    """What is to be declared next: the window that is open, or the next one to come."""
    return next((due for due in dues if due.state in (DueState.DUE, DueState.LATER)), None)
