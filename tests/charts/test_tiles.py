"""The 34 provinces as tiles: each once, none over another, the archipelagos where they belong, old figures summed."""

from datetime import date
from itertools import combinations, pairwise, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.reference import provinces
from tests.charts.gallery import CODES, say
from tests.charts.test_geometry import meet
from web.charts import tiles
from web.charts.marks import Box, Drawing, Linked, Words
from web.charts.picture import About
from web.charts.shades import shades
from web.charts.tile_places import ARCHIPELAGOS, COLUMNS, HOANG_SA, PLACES, ROWS, TRUONG_SA

ABOUT = About("map", "Theo tỉnh, thành phố")
BEFORE = date(2025, 6, 30)


def test_each_of_the_34_has_one_tile() -> None:
    assert set(PLACES) == {province.code for province in provinces.as_of(provinces.newest_day())}
    assert len(PLACES) == 34


def test_no_two_tiles_overlap_and_all_lie_on_the_grid() -> None:
    spans = [(place.column, place.row, place.column + 1, place.row + 1) for place in PLACES.values()]
    spans += [(one.column, one.row, one.column + one.span, one.row + 1) for one in ARCHIPELAGOS]

    assert not [pair for pair in combinations(spans, 2) if meet(*pair)]
    assert all(right <= COLUMNS and bottom <= ROWS for _, _, right, bottom in spans)


def test_the_north_is_above_the_south() -> None:
    row = {provinces.name_of(code, provinces.newest_day()): place.row for code, place in PLACES.items()}

    for north, south in [("Cao Bằng", "Hà Nội"), ("Hà Nội", "Huế"), ("Huế", "Khánh Hòa"), ("Khánh Hòa", "Cà Mau")]:
        assert row[north] < row[south]


def test_hoang_sa_and_truong_sa_are_drawn_with_those_they_belong_to() -> None:
    assert [provinces.name_of(one.belongs_to, provinces.newest_day()) for one in (HOANG_SA, TRUONG_SA)] == [
        "Đà Nẵng", "Khánh Hòa",
    ]  # fmt: skip
    for drawing in tiles.draw(tiles.Figures({"48": 5, "56": 9}), ABOUT, say, unit="người").drawings:
        said = [mark.text for mark in drawing.flat if isinstance(mark, Words)]
        assert said[said.index("Hoàng Sa") + 1] == "(Đà Nẵng)"
        assert said[said.index("Trường Sa") + 1] == "(Khánh Hòa)"
        assert shade_of(drawing, "Hoàng Sa") == shade_of(drawing, "Đà Nẵng") != shade_of(drawing, "Trường Sa")


def shade_of(drawing: Drawing, name: str) -> str:
    """The look of the tile that a name stands on."""
    before = list(takewhile(lambda mark: not isinstance(mark, Words) or mark.text != name, drawing.flat))
    return [mark.look for mark in before if isinstance(mark, Box)][-1]


def test_a_tile_that_leads_somewhere_is_a_link_in_drawing_and_table() -> None:
    picture = tiles.draw(tiles.Figures({"86": 12}, {"86": "/provinces/86"}), ABOUT, say, unit="người")

    assert picture.leads
    for drawing in picture.drawings:
        assert [mark.href for mark in drawing.marks if isinstance(mark, Linked)] == ["/provinces/86"]
    assert [row[1].href for row in picture.table.rows if row[1].href] == ["/provinces/86"]


def test_figures_of_the_63_are_summed_and_it_is_said() -> None:
    trio = {"84": 10, "83": 20, "86": 5}  # Trà Vinh, Bến Tre, Vĩnh Long as they were

    figures = tiles.of_63(trio | {"15": 7}, BEFORE)  # 15 was Yên Bái; Lào Cai, which took it over, is missing

    assert figures.values == {"86": 35, "15": 7}
    assert figures.written("86") == "35"
    assert figures.written("15") == "7*"
    picture = tiles.draw(figures, ABOUT, say, unit="người")
    assert "63 tỉnh, thành phố cũ" in picture.note
    assert "Dấu *" in picture.note
    assert tiles.draw(tiles.Figures({"86": 35}), ABOUT, say, unit="người").note == ""


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_nothing_is_lost_when_the_63_are_summed(data: st.DataObject) -> None:
    old = [province.code for province in provinces.as_of(BEFORE)]
    given_values = data.draw(st.dictionaries(st.sampled_from(old), st.integers(0, 10_000)))

    assert sum(tiles.of_63(given_values).values.values()) == sum(given_values.values())
    assert set(tiles.of_63(given_values).values) <= set(CODES)


@pytest.mark.parametrize("code", ["99", "02"])
def test_a_code_that_is_none_of_the_34_is_refused(code: str) -> None:
    with pytest.raises(KeyError):
        tiles.draw(tiles.Figures({code: 1}), ABOUT, say, unit="người")


@given(st.lists(st.integers(0, 500), max_size=34))
def test_each_figure_has_one_shade_and_darker_is_more(values: list[int]) -> None:
    classes = shades(values)

    assert len(classes) == min(5, len(set(values)))
    assert all(sum(shade.holds(value) for shade in classes) == 1 for value in values)
    assert all(low.most < high.least and low.step < high.step for low, high in pairwise(classes))
    assert all(shade.least in values and shade.most in values for shade in classes)
