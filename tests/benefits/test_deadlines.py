"""Working days, the two regimes, months of benefit and the windows of the declarations."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.benefits.codes import DueState
from exchange.benefits.deadlines import (
    Benefit,
    Due,
    decision_due,
    due_calendar,
    entitled_from,
    last_day,
    month_start,
    next_due,
    silent_run,
)
from tests.benefits.days import CALENDAR

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
FROM = date(2026, 3, 16)


def benefit(*declared: int, months: int = 6, since: date | None = None, until: date | None = None) -> Benefit:
    return Benefit(date(2026, 3, 2), FROM, months, frozenset(declared), since, until)


@pytest.mark.parametrize(
    ("received", "count", "day"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),  # a Monday
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # over the weekend
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # received on a Saturday
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # over Tết
        (date(2026, 4, 29), 1, date(2026, 5, 4)),  # over 30 April, 1 May and a weekend
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(received: date, count: int, day: date) -> None:
    assert CALENDAR.after(received, count) == day


@given(DAYS, st.integers(1, 40))
def test_counting_working_days_back_gives_what_was_added(day: date, count: int) -> None:
    assert CALENDAR.between(day, CALENDAR.after(day, count)) == count


def test_days_left_are_negative_once_the_day_has_passed() -> None:
    assert CALENDAR.between(date(2026, 3, 6), date(2026, 3, 2)) == -4
    assert CALENDAR.between(date(2026, 3, 6), date(2026, 3, 6)) == 0


@pytest.mark.parametrize(
    ("received", "entitled"),
    [
        (date(2025, 12, 31), date(2026, 1, 16)),  # the last day under the law of 2013: the 16th day
        (date(2026, 1, 2), date(2026, 1, 19)),  # the law of 2025: the 11th working day
        (date(2026, 2, 9), date(2026, 3, 3)),  # Tết lies between
        (date(2021, 6, 1), date(2021, 6, 17)),
        (date(2014, 6, 1), date(2014, 6, 17)),  # before all we know: as the oldest rules
    ],
)
def test_the_first_day_of_benefit_follows_the_law_on_the_day_of_receipt(received: date, entitled: date) -> None:
    assert entitled_from(received, CALENDAR) == entitled


def test_a_decision_is_due_twenty_working_days_after_receipt() -> None:
    assert decision_due(date(2026, 3, 2), CALENDAR) == date(2026, 3, 30)
    assert decision_due(date(2026, 2, 9), CALENDAR) == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("first", "month", "start"),
    [
        (date(2026, 3, 16), 1, date(2026, 3, 16)),
        (date(2026, 3, 16), 11, date(2027, 1, 16)),
        (date(2026, 1, 31), 2, date(2026, 2, 28)),
        (date(2026, 1, 31), 3, date(2026, 3, 31)),
        (date(2028, 1, 31), 2, date(2028, 2, 29)),
    ],
)
def test_months_of_benefit_begin_on_the_same_day_of_the_month(first: date, month: int, start: date) -> None:
    assert month_start(first, month) == start


def test_a_benefit_of_three_months_ends_the_day_before_the_fourth_would_begin() -> None:
    assert last_day(date(2026, 3, 16), 3) == date(2026, 6, 15)
    assert last_day(date(2026, 10, 1), 3) == date(2026, 12, 31)


@given(DAYS, st.integers(3, 12))
def test_months_follow_each_other_without_gap(first: date, months: int) -> None:
    starts = [month_start(first, month) for month in range(1, months + 2)]

    assert starts == sorted(set(starts))
    assert last_day(first, months) < starts[-1]


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2026, 3, 15), "later later later later later later"),
        (date(2026, 3, 16), "due later later later later later"),
        (date(2026, 3, 18), "due later later later later later"),  # the third working day
        (date(2026, 3, 19), "late later later later later later"),
        (date(2026, 4, 16), "late due later later later later"),
        (date(2026, 12, 1), "late late late late late late"),
    ],
)
def test_each_month_is_due_in_its_first_three_working_days(day: date, states: str) -> None:
    assert " ".join(due.state for due in due_calendar(benefit(), day, CALENDAR)) == states


def test_a_window_that_begins_on_a_holiday_ends_later() -> None:
    one = Benefit(date(2026, 1, 12), date(2026, 1, 30), 3, frozenset())

    assert due_calendar(one, date(2026, 4, 1), CALENDAR)[2] == Due(3, date(2026, 3, 30), date(2026, 4, 1), DueState.DUE)


@pytest.mark.parametrize(
    ("declared", "run"),
    [((), 6), ((1,), 5), ((1, 2, 3, 4, 5, 6), 0), ((6,), 0), ((3,), 3), ((1, 4), 2), ((5,), 1)],
)
def test_silent_months_are_counted_in_a_row_up_to_now(declared: tuple[int, ...], run: int) -> None:
    assert silent_run(due_calendar(benefit(*declared), date(2026, 12, 1), CALENDAR)) == run


def test_a_month_whose_window_is_still_open_is_not_silent() -> None:
    assert silent_run(due_calendar(benefit(), date(2026, 5, 18), CALENDAR)) == 2
    assert silent_run(due_calendar(benefit(), date(2026, 5, 21), CALENDAR)) == 3


def test_only_the_months_that_were_ours_are_asked_for() -> None:
    moved_in = due_calendar(benefit(since=date(2026, 5, 1)), date(2026, 12, 1), CALENDAR)
    closed = due_calendar(benefit(until=date(2026, 5, 1)), date(2026, 12, 1), CALENDAR)

    assert [due.month for due in moved_in] == [3, 4, 5, 6]
    assert [due.month for due in closed] == [1, 2]


def test_what_is_due_next_passes_over_what_was_declared_and_what_is_late() -> None:
    due = next_due(due_calendar(benefit(2), date(2026, 4, 17), CALENDAR))

    assert due is not None
    assert (due.month, due.due_from) == (3, date(2026, 5, 16))
    assert next_due(due_calendar(benefit(), date(2026, 12, 1), CALENDAR)) is None
