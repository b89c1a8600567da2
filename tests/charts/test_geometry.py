"""Where things are on every picture, whatever the figures: inside, in proportion, and no text over another."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.fair_tallies.indicators import INDICATORS
from tests.charts.gallery import CODES, LONG, line, pictures, say
from web.charts import bars, funnel, lettering, share, sparkline, tiles, years
from web.charts.marks import Box, Drawing, Extent, Words
from web.charts.picture import About, Picture

LABELS = sorted({indicator.label for indicator in INDICATORS} | {LONG, "Đơn vị hành chính sự nghiệp công lập"})
few = settings(max_examples=30, deadline=None)
ABOUT = About("some", "Một hình")
labels = st.sampled_from(LABELS)
counts = st.one_of(st.integers(0, 40), st.integers(0, 3_000_000))
rows = st.builds(bars.Bar, labels, st.sampled_from(["người", "lượt"]), counts, st.none() | counts)
months = st.tuples(*[st.none() | counts] * 12)


def meet(one: Extent, other: Extent) -> bool:
    """Whether two rectangles have more than an edge in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def check(drawing: Drawing) -> None:
    """Everything lies within the viewBox, a line's width apart, and texts lie beside each other."""
    for mark in drawing.flat:
        left, top, right, bottom = mark.extent
        assert min(left, top) >= -0.5, (drawing.shape, mark)
        assert max(right - drawing.width, bottom - drawing.height) <= 0.5, (drawing.shape, mark)
    texts = [mark for mark in drawing.flat if isinstance(mark, Words)]
    for one, other in combinations(texts, 2):
        assert not meet(one.extent, other.extent), (drawing.shape, one, other)
    assert all(text.size >= 8 for text in texts)


def boxes(picture: Picture, look: str) -> list[list[Box]]:
    """The boxes of a look, drawing by drawing."""
    return [
        [mark for mark in drawing.flat if isinstance(mark, Box) and mark.look == look] for drawing in picture.drawings
    ]


def test_the_pictures_of_the_gallery_are_well_made() -> None:
    for picture in pictures():
        assert [drawing.shape for drawing in picture.drawings] == ["narrow", "wide"]
        for drawing in picture.drawings:
            check(drawing)
    check(line().drawing)


@few
@given(st.lists(rows, max_size=8), st.none() | st.floats(0, 100))
def test_bars_are_as_long_as_their_share_of_the_plan(drawn: list[bars.Bar], expected: float | None) -> None:
    picture = bars.draw(drawn, ABOUT, say, expected=expected)

    planned = [bar for bar in drawn if bar.planned]
    for drawing, full, track in zip(
        picture.drawings, boxes(picture, "pic-full"), boxes(picture, "pic-track"), strict=True
    ):
        check(drawing)
        for bar, box, plan in zip(planned, full[1:], track, strict=True):  # the first box explains the sign
            share_drawn = box.width / plan.width
            assert abs(share_drawn - min(bar.actual / bar.planned, bars.LONGEST / 100)) < 0.005


@few
@given(st.lists(st.builds(funnel.Step, labels, counts, st.sampled_from(["", "/somewhere"])), max_size=6))
def test_steps_are_as_long_as_they_are_many(steps: list[funnel.Step]) -> None:
    picture = funnel.draw(steps, ABOUT, say, unit="người")

    most = max((step.value for step in steps), default=0)
    for drawing, drawn in zip(picture.drawings, boxes(picture, "pic-full"), strict=True):
        check(drawing)
        longest = max((box.width for box in drawn), default=0)
        for step, box in zip(steps, drawn, strict=True):
            assert abs(box.width - (longest * step.value / most if most else 0)) <= 0.11


@few
@given(months, months)
def test_a_month_without_a_figure_is_a_gap(now: tuple[int | None, ...], then: tuple[int | None, ...]) -> None:
    picture = years.draw(years.Year(2026, now), years.Year(2025, then), ABOUT, say, unit="lượt")

    for drawing in picture.drawings:
        check(drawing)
        marked = [mark for mark in drawing.flat if mark.kind == "dot"]
        assert len(marked) == sum(value is not None for value in now)
    drawn = [month for stretch in years.stretches(now) for month in stretch]
    assert drawn == [month for month, value in enumerate(now) if value is not None]
    assert all(stretch == list(range(stretch[0], stretch[-1] + 1)) for stretch in years.stretches(now))


@few
@given(st.integers(0, 10**9))
def test_a_scale_is_round_and_holds_its_largest_figure(most: int) -> None:
    scale = years.ticks(most)

    assert scale[0] == 0
    assert scale[-1] >= most
    assert 2 <= len(scale) <= 6
    assert {high - low for low, high in pairwise(scale)} == {scale[1]}


@few
@given(st.lists(st.builds(share.Part, labels, counts), max_size=share.MOST), counts)
def test_parts_fill_the_bar_and_the_unstated_are_always_named(parts: list[share.Part], unknown: int) -> None:
    picture = share.draw(parts, ABOUT, say, unit="người", not_stated=unknown)

    whole = sum(part.value for part in parts) + unknown
    for drawing in picture.drawings:
        check(drawing)
        bar, *others = [mark for mark in drawing.flat if isinstance(mark, Box)]
        inside = [box for box in others if box.y == bar.y]
        assert abs(sum(box.width for box in inside) - (bar.width if whole else 0)) <= 0.1 * len(inside) + 0.1
    assert picture.table.rows[-1][0].text == "Chưa rõ"


@few
@given(st.dictionaries(st.sampled_from(CODES), counts), st.sets(st.sampled_from(CODES)))
def test_tiles_stay_apart_whatever_they_say(values: dict[str, int], linked: set[str]) -> None:
    figures = tiles.Figures(values, {code: f"/provinces/{code}" for code in linked})

    for drawing in tiles.draw(figures, ABOUT, say, unit="lượt").drawings:
        check(drawing)


@few
@given(st.lists(st.none() | counts, max_size=30))
def test_a_small_line_stays_in_its_cell(values: list[int | None]) -> None:
    check(sparkline.draw(values, "Lượt tư vấn", say).drawing)


@few
@given(st.lists(labels, min_size=1, max_size=3).map(", ".join), st.integers(60, 400), st.booleans())
def test_a_label_takes_two_lines_at_most_and_never_more_room(text: str, room: int, bold: bool) -> None:
    lines = lettering.wrap(text, room, 13, bold=bold)

    assert 1 <= len(lines) <= 2
    assert all(lettering.width(one, 13, bold=bold) <= room for one in lines)
    assert " ".join(lines) == text or lines[-1].endswith("…")
