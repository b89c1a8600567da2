"""Wages as advertisements write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.salary import Wage, read_wage
from exchange.vacancies.codes import Currency, WageKind, WagePer

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("10 - 15 triệu", 10, 15),
        ("Lương: 10 Tr - 15 Tr VND", 10, 15),
        ("10tr-15tr ₫/tháng", 10, 15),
        ("8 - 15 triệu vnđ", 8, 15),
        ("15.000.000 - 20.000.000 VND", 15, 20),
        ("15,000,000 đ", 15, 15),
        ("7.5 - 9.5 triệu", 7.5, 9.5),
        ("Lương: 22,7 Tr - 33,4 Tr VND", 22.7, 33.4),
        ("từ 9 triệu vnđ", 9, None),
        ("Lương: Trên 5,5 Tr VND", 5.5, None),
        ("12 triệu trở lên", 12, None),
        ("Tới 30 triệu", None, 30),
        ("lên đến 22 tr vnd", None, 22),
        ("upto 20m", None, 20),
        ("từ 9 đến 12 triệu", 9, 12),
        ("9 triệu đến 12 triệu/tháng", 9, 12),
        ("12 triệu", 12, 12),
        ("12tr5", 12.5, 12.5),
        ("8000k - 9500k", 8, 9.5),
        ("Thu nhập 10~15 triệu", 10, 15),
    ],
)
def test_monthly_dong(text: str, lowest: float | None, highest: float | None) -> None:
    wage = read_wage(text)
    low, high = (None if bound is None else round(bound * MILLION) for bound in (lowest, highest))
    assert wage == Wage(WageKind.STATED, low, high)


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("1,000 - 1,500 USD", Wage(WageKind.STATED, 1000, 1500, Currency.USD)),
        ("$ 1,500-2,500 /tháng", Wage(WageKind.STATED, 1500, 2500, Currency.USD)),
        ("Tới $ 55,000 /năm", Wage(WageKind.STATED, None, 55_000, Currency.USD, WagePer.YEAR)),
        ("200tr-500tr ₫/năm", Wage(WageKind.STATED, 200 * MILLION, 500 * MILLION, per=WagePer.YEAR)),
        ("20 k - 30 k /giờ", Wage(WageKind.STATED, 20_000, 30_000, per=WagePer.HOUR)),
        ("25.000đ/giờ", Wage(WageKind.STATED, 25_000, 25_000, per=WagePer.HOUR)),
        ("350 nghìn/ngày", Wage(WageKind.STATED, 350_000, 350_000, per=WagePer.DAY)),
    ],
)
def test_other_currencies_and_times(text: str, wage: Wage) -> None:
    assert read_wage(text) == wage


@pytest.mark.parametrize("text", ["Thoả thuận", "thỏa thuận", "Lương: Cạnh tranh", "Thương lượng", "Negotiable"])
def test_wages_left_open(text: str) -> None:
    assert read_wage(text) == Wage(WageKind.NEGOTIABLE)


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("500 - 1.500 VND", Wage(WageKind.STATED, 500, 1500, Currency.USD, doubts=(Doubt.WAGE_DOLLARS_ASSUMED,))),
        (
            "17.000 - 20.000 VND",
            Wage(WageKind.STATED, 17 * MILLION, 20 * MILLION, doubts=(Doubt.WAGE_THOUSANDS_ASSUMED,)),
        ),
        ("8 - 10", Wage(WageKind.STATED, 8 * MILLION, 10 * MILLION, doubts=(Doubt.WAGE_MILLIONS_ASSUMED,))),
        ("1.2 - 14 triệu", Wage(WageKind.STATED, None, 14 * MILLION, doubts=(Doubt.WAGE_LOW_DROPPED,))),
        ("75 - 10 triệu vnđ", Wage(WageKind.STATED, None, 10 * MILLION, doubts=(Doubt.WAGE_LOW_DROPPED,))),
        ("28 - 15 triệu", Wage(WageKind.STATED, 15 * MILLION, 28 * MILLION, doubts=(Doubt.WAGE_SWAPPED,))),
        ("0.0 - 0.0 triệu", Wage(WageKind.NOT_STATED, doubts=(Doubt.WAGE_IMPLAUSIBLE,))),
        ("Từ 573 triệu", Wage(WageKind.NOT_STATED, doubts=(Doubt.WAGE_IMPLAUSIBLE,))),
        ("Tới 150 k /sp", Wage(WageKind.NOT_STATED, doubts=(Doubt.WAGE_UNREADABLE,))),
        ("ngon lành", Wage(WageKind.NOT_STATED, doubts=(Doubt.WAGE_UNREADABLE,))),
        (
            "Thu nhập khi đạt 100% KPI: 10 - 17 triệu VND Lương cứng: 8 - 10 triệu VND",
            Wage(WageKind.STATED, 8 * MILLION, 10 * MILLION, doubts=(Doubt.WAGE_DEPENDS,)),
        ),
    ],
)
def test_doubtful_wages_say_so(text: str, wage: Wage) -> None:
    assert read_wage(text) == wage


def test_silence_is_no_doubt() -> None:
    assert read_wage("") == read_wage(" - ") == Wage(WageKind.NOT_STATED)


@given(st.integers(min_value=2, max_value=200), st.integers(min_value=0, max_value=60))
def test_whatever_is_written_in_millions_comes_back(low: int, more: int) -> None:
    wage = read_wage(f"{low} - {low + more} triệu")
    assert wage.highest == (low + more) * MILLION
    assert wage.lowest in {low * MILLION, None}


@given(st.text(max_size=60))
def test_any_text_gives_a_lawful_wage(text: str) -> None:
    wage = read_wage(text)
    assert (wage.kind is WageKind.STATED) == (wage.lowest is not None or wage.highest is not None)
    assert wage.lowest is None or wage.highest is None or wage.lowest <= wage.highest
