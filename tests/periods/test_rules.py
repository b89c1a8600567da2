"""Where periods begin and end."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.periods import rules
from exchange.periods.codes import Calendar, PeriodKind, PeriodReason


def named(code: str, calendar: Calendar = Calendar.ADMINISTRATIVE) -> rules.Planned:
    return {one.code: one for one in rules.year_of(2021, calendar)}[code]


def test_the_first_half_of_2021_is_from_15_december_to_14_june() -> None:
    half = named("2021-H1")

    assert (half.first_day, half.last_day) == (date(2020, 12, 15), date(2021, 6, 14))
    assert half.label == "6 tháng đầu năm 2021"


def test_the_calendar_half_is_from_january_to_june_and_named_apart() -> None:
    half = named("2021-H1-C", Calendar.CIVIL)

    assert (half.first_day, half.last_day) == (date(2021, 1, 1), date(2021, 6, 30))
    assert half.label == "6 tháng đầu năm 2021 (dương lịch)"


def test_february_ends_on_its_own_last_day() -> None:
    def last(year: int) -> date:
        return next(one.last_day for one in rules.year_of(year, Calendar.CIVIL) if one.code == f"{year}-M02-C")

    assert (last(2024), last(2026)) == (date(2024, 2, 29), date(2026, 2, 28))


@given(st.integers(rules.EARLIEST, rules.LATEST), st.sampled_from(Calendar))
def test_months_quarters_and_halves_cover_the_year_without_gap_or_overlap(year: int, calendar: Calendar) -> None:
    planned = list(rules.year_of(year, calendar))
    whole = next(one for one in planned if one.kind is PeriodKind.YEAR)
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF):
        ones = [one for one in planned if one.kind is kind]
        assert ones[0].first_day == whole.first_day
        assert ones[-1].last_day == whole.last_day
        assert all(b.first_day - a.last_day == timedelta(days=1) for a, b in pairwise(ones))


@given(st.integers(rules.EARLIEST, rules.LATEST - 1), st.sampled_from(Calendar))
def test_a_year_begins_the_day_after_the_one_before_ended(year: int, calendar: Calendar) -> None:
    this, after = (
        next(one for one in rules.year_of(number, calendar) if one.kind is PeriodKind.YEAR)
        for number in (year, year + 1)
    )

    assert after.first_day - this.last_day == timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "ordinal", "share"),
    [
        (PeriodKind.HALF, 1, 50),
        (PeriodKind.HALF, 2, 100),
        (PeriodKind.QUARTER, 1, 25),
        (PeriodKind.NINE_MONTHS, 1, 75),
        (PeriodKind.MONTH, 4, 33),
        (PeriodKind.OTHER, 0, None),
    ],
)
def test_how_much_of_a_plan_is_expected(kind: PeriodKind, ordinal: int, share: int | None) -> None:
    assert rules.expected_share(kind, ordinal) == share


@pytest.mark.parametrize(
    ("code", "label", "first", "last", "why"),
    [
        ("tet", "Tết", date(2021, 2, 1), date(2021, 2, 2), PeriodReason.CODE_SHAPE),
        ("2021-TET", "", date(2021, 2, 1), date(2021, 2, 2), PeriodReason.LABEL),
        ("2021-TET", "Tết", date(2021, 2, 2), date(2021, 2, 1), PeriodReason.BACKWARDS),
        ("2021-TET", "Tết", date(1021, 2, 1), date(1021, 2, 2), PeriodReason.YEAR),
        ("2021-TET", "Tết", date(2021, 1, 1), date(2022, 6, 1), PeriodReason.TOO_LONG),
    ],
)
def test_what_is_no_period(code: str, label: str, first: date, last: date, why: PeriodReason) -> None:
    fault = rules.why_not(code, label, first, last)

    assert fault
    assert fault[0] is why
