"""States, wages, completeness: pure decisions."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.reference.codes import Qualification
from exchange.vacancies import rules
from exchange.vacancies.codes import Contract, Currency, Part, VacancyReason, VacancyState, WageKind, WagePer
from exchange.vacancies.rules import Answers, Times, Wage

TODAY = date(2026, 3, 2)
AT = datetime(2026, 3, 1, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
STATED = WageKind.STATED


@pytest.mark.parametrize(
    ("wage", "words"),
    [
        (Wage(STATED, 8_000_000, 10_000_000), "8 – 10 triệu đồng/tháng"),
        (Wage(STATED, 7_500_000), "Từ 7,5 triệu đồng/tháng"),
        (Wage(STATED, None, 15_000_000), "Đến 15 triệu đồng/tháng"),
        (Wage(STATED, 9_250_000, 9_250_000), "9,25 triệu đồng/tháng"),
        (Wage(STATED, 5_005_000, 6_000_000), "5.005.000 – 6.000.000 đồng/tháng"),
        (Wage(STATED, 30_000, 30_000, WagePer.HOUR), "30.000 đồng/giờ"),
        (Wage(STATED, 350_000, 400_000, WagePer.DAY), "350.000 – 400.000 đồng/ngày"),
        (Wage(STATED, 1000, 1500, WagePer.MONTH, Currency.USD), "1.000 – 1.500 đô la Mỹ/tháng"),
        (Wage(WageKind.NEGOTIABLE), "Thỏa thuận khi phỏng vấn"),
        (Wage(WageKind.NOT_STATED), "Chưa nêu mức lương"),
    ],
)
def test_a_wage_is_said_as_people_say_it(wage: Wage, words: str) -> None:
    assert rules.wage_words(wage) == words


@pytest.mark.parametrize(
    ("wage", "month"),
    [
        (Wage(STATED, 30_000, None, WagePer.HOUR), 6_240_000),
        (Wage(STATED, 300_000, 350_000, WagePer.DAY), 9_100_000),
        (Wage(STATED, 120_000_000, None, WagePer.YEAR), 10_000_000),
        (Wage(STATED, 1000, 1500, WagePer.MONTH, Currency.USD), 37_500_000),
        (Wage(WageKind.NEGOTIABLE, 5, 6), 0),
    ],
)
def test_a_wage_is_compared_by_the_month(wage: Wage, month: int) -> None:
    assert rules.pay_month(wage) == month


@pytest.mark.parametrize(
    ("wage", "reason"),
    [
        (Wage(STATED), VacancyReason.WAGE_MISSING),
        (Wage(STATED, 10_000_000, 8_000_000), VacancyReason.WAGE_ORDER),
        (Wage(STATED, 8, 10), VacancyReason.WAGE_TINY),
        (Wage(STATED, None, 8_000_000_000), VacancyReason.WAGE_HUGE),
        (Wage(STATED, 25_000, None, WagePer.HOUR), None),
        (Wage(WageKind.NEGOTIABLE), None),
    ],
)
def test_a_wage_that_cannot_be_meant_is_refused(wage: Wage, reason: VacancyReason | None) -> None:
    assert rules.why_not_wage(wage) is reason


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.sampled_from(WagePer), st.sampled_from(Currency))
def test_the_words_of_a_wage_lose_no_digit(one: int, other: int, per: WagePer, currency: Currency) -> None:
    low, high = sorted((one, other))
    words = rules.wage_words(Wage(STATED, low, high, per, currency))
    factor = 1_000_000 if "triệu" in words else 1
    figures = words.split(" triệu")[0].split(" đồng")[0].split(" đô")[0].split(" – ")
    read = [round(float(figure.replace(".", "").replace(",", ".")) * factor) for figure in figures]
    assert read == ([low] if low == high else [low, high])


@pytest.mark.parametrize(
    ("times", "left", "state"),
    [
        (Times(None, None, None, None), 2, VacancyState.DRAFT),
        (Times(AT, None, None, TODAY), 2, VacancyState.WAITING),
        (Times(AT, None, None, TODAY, returned_at=LATER), 2, VacancyState.RETURNED),
        (Times(LATER, None, None, TODAY, returned_at=AT), 2, VacancyState.WAITING),  # sent again
        (Times(AT, LATER, None, TODAY), 2, VacancyState.OPEN),
        (Times(AT, LATER, None, TODAY), 0, VacancyState.FILLED),
        (Times(AT, LATER, None, TODAY - timedelta(days=1)), 2, VacancyState.EXPIRED),
        (Times(AT, LATER, LATER, TODAY), 2, VacancyState.CLOSED),
    ],
)
def test_the_state_follows_from_times_and_what_is_left(times: Times, left: int, state: VacancyState) -> None:
    assert rules.state_of(times, TODAY, left) is state


def test_only_drafts_and_what_came_back_are_edited() -> None:
    may = {state for state in VacancyState if rules.why_not_edit(state) is None}
    assert may == {VacancyState.DRAFT, VacancyState.RETURNED}


def test_each_part_that_is_not_answered_is_named() -> None:
    nothing = Answers("", None, WageKind.NOT_STATED, None, 0, False, Contract.NOT_STATED, "", None)
    assert rules.missing_parts(nothing) == tuple(Part)
    all_said = Answers("May", "8153", STATED, Qualification.NONE, 1, False, Contract.UNDER_12, "Dung", TODAY)
    assert rules.missing_parts(all_said) == ()


def test_flagged_wording_is_approved_only_with_a_reason() -> None:
    assert rules.why_not_review(approve=True, findings=1, reason="") is VacancyReason.REASON_NEEDED
    assert rules.why_not_review(approve=True, findings=1, reason="Việc nặng") is None
    assert rules.why_not_review(approve=True, findings=0, reason="") is None
    assert rules.why_not_review(approve=False, findings=0, reason="") is VacancyReason.RETURN_REASON_NEEDED


@pytest.mark.parametrize(
    ("days", "reason"), [(-1, VacancyReason.EXPIRY_PAST), (0, None), (366, None), (367, VacancyReason.EXPIRY_FAR)]
)
def test_until_when_a_vacancy_may_be_open(days: int, reason: VacancyReason | None) -> None:
    assert rules.why_not_expiry(TODAY + timedelta(days=days), TODAY) is reason


def test_qualifications_are_ranked_lowest_first() -> None:
    ranks = [rules.qualification_rank(code) for code in Qualification]
    assert ranks == sorted(ranks)
    assert rules.qualification_rank(None) == rules.qualification_rank(Qualification.NONE)
