"""Numbers as offices type them are understood, or refused where two could be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.group_talks.codes import Qualifier
from exchange.tallies.codes import Shape
from exchange.tallies.reading import Typed, number_of, percent_of
from exchange.tallies.writing import figure


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("15.384", 15_384), ("15384", 15_384), ("15 384", 15_384), ("4.995.000.000", 4_995_000_000),
        ("82 tỷ 055 triệu", 82_055_000_000), ("82 TỶ 055 TRIỆU đồng", 82_055_000_000),
        ("363.283 triệu", 363_283_000_000),
        ("1,5 tỷ", 1_500_000_000), ("82,055 tỉ đồng", 82_055_000_000), ("1.234,5 triệu", 1_234_500_000), ("06", 6),
        ("3 tỷ 5 nghìn", 3_000_005_000), ("500 ngàn", 500_000), ("0", 0), ("-5", -5), ("12.000đ", 12_000),
    ],
)  # fmt: skip
def test_a_number_written_in_the_vietnamese_manner_is_read(typed: str, value: int) -> None:
    assert number_of(typed) == Typed(value)


@pytest.mark.parametrize(
    "typed",
    ["", "1.5", "15,384", "1.23.456", "12.34", "82 tỷ 055", "055 triệu 82 tỷ", "1 tỷ 2000 triệu", "một trăm", "²", "١٢",
     "1e3", "0,0000001 triệu", "1 tỷ tỷ", "9" * 61, "khoảng", "5 triệu x", "1\u200b.5"],
)  # fmt: skip
def test_what_is_no_number_or_could_be_two_is_refused(typed: str) -> None:
    assert number_of(typed) is None


def test_a_word_before_a_number_says_how_sure_it_is() -> None:
    assert number_of("khoảng 400") == Typed(400, Qualifier.ABOUT)
    assert number_of("Hơn 36.000") == Typed(36_000, Qualifier.OVER)
    assert number_of("đúng 7") == Typed(7, Qualifier.EXACT)


@given(st.integers(0, 10**15), st.sampled_from(Shape), st.sampled_from(Qualifier))
def test_what_is_written_is_read_again(value: int, shape: Shape, qualifier: Qualifier) -> None:
    read = number_of(figure(value, shape, qualifier))

    assert read is not None
    assert (read.value, read.qualifier or Qualifier.EXACT) == (value, qualifier)


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [("25,30%", 2530), ("25,3", 2530), ("66,88 %", 6688), ("100", 10_000), ("0", 0), ("25.3", None), ("-1", None),
     ("25,305", None), ("", None), ("nhiều", None)],
)  # fmt: skip
def test_a_percentage_is_read_in_hundredths(typed: str, hundredths: int | None) -> None:
    assert percent_of(typed) == hundredths
