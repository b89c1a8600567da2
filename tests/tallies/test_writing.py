"""Numbers as offices write them."""

import pytest

from exchange.group_talks.codes import Qualifier
from exchange.tallies.codes import Shape
from exchange.tallies.writing import figure


@pytest.mark.parametrize(
    ("value", "shape", "qualifier", "text"),
    [
        (15_384, Shape.PLAIN, Qualifier.EXACT, "15.384"),
        (400, Shape.PLAIN, Qualifier.ABOUT, "khoảng 400"),
        (36_000, Shape.PLAIN, Qualifier.OVER, "hơn 36.000"),
        (12_771_900_000, Shape.PLAIN, Qualifier.EXACT, "12.771.900.000"),
        (6, Shape.PADDED, Qualifier.EXACT, "06"),
        (25, Shape.PADDED, Qualifier.EXACT, "25"),
        (363_283_000_000, Shape.MILLIONS, Qualifier.EXACT, "363.283 triệu"),
        (363_283_500_000, Shape.MILLIONS, Qualifier.EXACT, "363.283.500.000"),
        (82_055_000_000, Shape.BILLIONS, Qualifier.EXACT, "82 tỷ 055 triệu"),
        (82_000_000_000, Shape.BILLIONS, Qualifier.EXACT, "82 tỷ"),
        (0, Shape.MILLIONS, Qualifier.EXACT, "0"),
        (None, Shape.PADDED, Qualifier.ABOUT, "–"),
    ],
)
def test_a_figure_is_written_in_its_shape(value: int | None, shape: Shape, qualifier: Qualifier, text: str) -> None:
    assert figure(value, shape, qualifier) == text
