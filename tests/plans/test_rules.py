"""Percent of a plan, and comparison with last year. The vectors are figures that departments printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.plans import rules
from exchange.plans.codes import Comparison, PlanReason, Rounding
from exchange.plans.rules import Style

CUT, HALF_UP = Style(), Style(Rounding.HALF_UP)
NUMBERS = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("value", "plan", "cut", "half_up"),
    [
        (15_384, 23_000, "66,88%", "66,89%"),
        (292, 900, "32,44%", "32,44%"),
        (67_250, 116_880, "57,53%", "57,54%"),
        (5_066, 20_000, "25,33%", "25,33%"),
        (5_066, 20_022, "25,30%", "25,30%"),
        (2_000, 1_000, "200,00%", "200,00%"),
        (601_800, 1_000, "60.180,00%", "60.180,00%"),
        (0, 900, "0,00%", "0,00%"),
    ],
)
def test_percent_of_a_plan(value: int, plan: int, cut: str, half_up: str) -> None:
    assert rules.text_of(rules.percent(value, plan, CUT)) == cut
    assert rules.text_of(rules.percent(value, plan, HALF_UP)) == half_up


@pytest.mark.parametrize(("value", "plan"), [(15_384, None), (15_384, 0), (None, 23_000)])
def test_without_a_plan_or_a_figure_there_is_no_percentage(value: int | None, plan: int | None) -> None:
    assert rules.text_of(rules.percent(value, plan)) == "–"


@pytest.mark.parametrize(("decimals", "text"), [(0, "66%"), (1, "66,8%"), (2, "66,88%")])
def test_an_office_may_print_fewer_decimals(decimals: int, text: str) -> None:
    assert rules.text_of(rules.percent(15_384, 23_000, Style(decimals=decimals))) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [(Comparison.ABSOLUTE, "+570"), (Comparison.PERCENT, "+10,89%"), (Comparison.INDEX, "110,89%")],
)
def test_three_ways_to_compare_with_last_year(kind: Comparison, text: str) -> None:
    assert rules.compared(5_800, 5_230, Style(comparison=kind)) == text


def test_a_loss_has_its_sign_and_nothing_before_has_no_percentage() -> None:
    assert rules.compared(90, 120) == "-25,00%"
    assert rules.compared(90, 120, Style(comparison=Comparison.ABSOLUTE)) == "-30"
    assert rules.compared(90, 0) == "–"
    assert rules.compared(None, 120) == "–"
    assert rules.compared(7, 7) == "0,00%"


@given(NUMBERS, st.integers(1, 10**9), st.integers(0, 2))
def test_what_is_cut_off_is_less_than_one_unit(value: int, plan: int, decimals: int) -> None:
    found = rules.percent(value, plan, Style(decimals=decimals))

    assert found
    exact = 100 * value * 10**decimals
    assert found.units * plan <= exact < (found.units + 1) * plan


@given(NUMBERS, st.integers(1, 10**9), st.integers(0, 2))
def test_half_up_is_never_further_away_than_half_a_unit(value: int, plan: int, decimals: int) -> None:
    found = rules.percent(value, plan, Style(Rounding.HALF_UP, decimals))

    assert found
    exact = 100 * value * 10**decimals
    assert abs(2 * (exact - found.units * plan)) <= plan


@given(st.integers(1, 50_000), st.integers(1, 60_000), st.sampled_from(Rounding))
def test_the_plans_that_print_a_percentage_are_all_of_them(value: int, plan: int, rounding: Rounding) -> None:
    printed = rules.percent(value, plan, Style(rounding))
    assert printed
    if printed.units:
        fits = rules.plans_that_print(value, printed.units, 2, rounding)
        assert plan in fits
        for near in (fits.start - 1, fits.stop):
            other = rules.percent(value, near, Style(rounding))
            assert other is None or other.units != printed.units


def test_no_round_plan_gives_25_30_percent_of_5066() -> None:
    assert [plan for plan in rules.plans_that_print(5_066, 2_530, 2, Rounding.TRUNCATE) if plan % 100 == 0] == []
    assert 23_000 in rules.plans_that_print(15_384, 6_688, 2, Rounding.TRUNCATE)


@pytest.mark.parametrize(
    ("target", "document", "because", "again", "why"),
    [
        (0, "QĐ 1", "", False, PlanReason.ZERO),
        (None, "QĐ 1", "", False, PlanReason.ZERO),
        (-5, "QĐ 1", "x", True, PlanReason.ZERO),
        (10**17, "QĐ 1", "", False, PlanReason.TOO_BIG),
        (5, "", "", False, PlanReason.NO_DOCUMENT),
        (5, "QĐ 1", "", True, PlanReason.WITHOUT_WORDS),
    ],
)
def test_what_is_no_plan(target: int | None, document: str, because: str, again: bool, why: PlanReason) -> None:
    fault = rules.why_not(target, 2021, document, because, again=again)

    assert fault
    assert fault[0] is why
