"""On which days a centre is visited: Mondays most, Saturdays some, Sundays and Tết hardly, after Tết many."""

from bisect import bisect_left
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from exchange.counselling.rules import Days
from exchange.reference.holidays import Calendar, working_days

_WEEK = (1.25, 1.1, 1.0, 1.0, 0.9, 0.12, 0.02)  # Monday first
_HOLIDAY = 0.01  # somebody telephones
_TET = date(2021, 2, 12)
_DISTANCING = date(2021, 5, 10)  # people were asked to stay at home
FIRST_WORKDAY = date(2020, 4, 1)


@cache
def calendar() -> Calendar:
    """Public holidays of the time."""
    return working_days(date(2021, 7, 1))


@cache
def workdays() -> tuple[date, ...]:
    """All working days from the first claim on to well after the last."""
    days = (FIRST_WORKDAY + timedelta(days=n) for n in range(560))
    return tuple(day for day in days if calendar().works(day))


def weight(day: date) -> float:
    """How busy a day is, beside an ordinary Wednesday."""
    if day in calendar().closed:
        return _HOLIDAY
    usual = _WEEK[day.weekday()]
    to_tet = (day - _TET).days
    if -10 <= to_tet < 0:
        return usual * 0.5
    if 0 < to_tet <= 25:
        return usual * 1.4
    return usual * 0.75 if day >= _DISTANCING else usual


@cache
def _weighed(first: date, last: date) -> tuple[list[date], list[float]]:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return days, list(accumulate(weight(day) for day in days))


def some_day(chance: Random, days: Days) -> date:
    """A day of a period, busy ones more often."""
    all_days, weights = _weighed(days.first, days.last)
    return chance.choices(all_days, cum_weights=weights)[0]


@cache
def workday_at(day: date) -> int:
    """The place of a day, or of the next working day after it, among all working days."""
    return bisect_left(workdays(), day)


def later(day: date, count: int) -> date:
    """The working day so many after a day's own (or, with 0, the day itself or the next that works)."""
    return workdays()[workday_at(day) + count]
