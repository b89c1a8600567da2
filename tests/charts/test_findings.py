"""The sentence of a picture says what its figures say, and its table holds the same numbers."""

import re

import pytest

from tests.charts.gallery import pictures, say
from web.charts import bars, funnel, numbers, share, sparkline, years
from web.charts.bars import Bar
from web.charts.funnel import Step
from web.charts.share import Part

FIGURE = re.compile(r"\d[\d.,]*%?")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(15384, 23000, "66,88%"), (1, 2, "50%"), (1, 8, "12,5%"), (2, 3, "66,66%"), (3, 300, "1%"), (0, 7, "0%"),
     (5, 0, "–"), (23000, 100, "23.000%")],
)  # fmt: skip
def test_percents_are_cut_off_as_the_reports_do(part: int, whole: int, said: str) -> None:
    assert numbers.percent(part, whole) == said


@pytest.mark.parametrize(("value", "said"), [(50, "50%"), (66.88, "66,88%"), (41.666666, "41,66%")])
def test_a_level_is_written_like_a_percent(value: float, said: str) -> None:
    assert numbers.level(value) == said


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (15384, "Tư vấn: đạt 66,88% kế hoạch năm, cao hơn mức 50% của nửa năm."),
        (11500, "Tư vấn: đạt 50% kế hoạch năm, bằng mức của nửa năm."),
        (11499, "Tư vấn: đạt 49,99% kế hoạch năm, thấp hơn mức 50% của nửa năm."),
    ],
)
def test_one_indicator_is_compared_with_the_share_of_the_year(actual: int, said: str) -> None:
    assert bars.finding([Bar("Tư vấn", "lượt", actual, 23000)], say, expected=50, period="nửa năm") == said


def test_several_indicators_are_counted_and_the_lowest_is_named() -> None:
    three = [Bar("Tư vấn", "lượt", 60, 100), Bar("Phiên", "phiên", 3, 10), Bar("Không giao", "người", 9)]

    assert bars.finding(three, say, expected=50, period="nửa năm") == (
        "1 trên 2 chỉ tiêu có kế hoạch đạt mức 50% của nửa năm; thấp nhất là “Phiên” (30%)."
    )
    assert bars.finding(three[2:], say, expected=50) == "Chưa có kế hoạch để so sánh."


def test_without_a_plan_there_is_a_dash_and_the_percent_of_the_report_is_kept() -> None:
    rows = [Bar("Tư vấn", "lượt", 2, 3, "66,67%"), Bar("Không giao", "người", 9), Bar("Nhận nhầm", "người", 9, 0)]

    assert [bar.reached for bar in rows] == ["66,67%", "–", "–"]


def test_a_funnel_says_how_many_arrive_and_where_most_are_lost() -> None:
    steps = [Step("Đăng ký", 100), Step("Đến dự", 40), Step("Phỏng vấn", 30), Step("Nhận việc", 20)]

    assert funnel.finding(steps, say, unit="người") == (
        "Đến “Nhận việc”: 20 trên 100 người (20%); giảm nhiều nhất ở “Đến dự”, còn 40% của bước trước."
    )
    assert funnel.finding(steps[:1] + steps[2:3] + [Step("Nhận việc", 3)], say, unit="người") == (
        "Đến “Nhận việc”: 3 trên 100 người (3%); đây cũng là bước giảm nhiều nhất, còn 10% của bước trước."
    )
    assert funnel.finding([Step("Đăng ký", 0), Step("Đến dự", 0)], say, unit="người") == "Chưa có số liệu."


def test_years_are_compared_over_the_months_that_both_have() -> None:
    def said(now: list[int | None], then: list[int | None]) -> str:
        fill = [None] * 12
        this, last = (tuple([*months, *fill][:12]) for months in (now, then))
        return years.finding(years.Year(2026, this), years.Year(2025, last), say, unit="lượt")

    assert said([10, 20, 30], [10, 10, 20, 999]) == (
        "Tháng 1 đến tháng 3: năm 2026 có 60 lượt, tăng 50% so với cùng kỳ năm 2025 (40)."
    )
    assert "giảm 25%" in said([30], [40])
    assert "bằng cùng kỳ" in said([40], [40])
    assert said([10, None, 30], [20, 5, 20]).startswith("Các tháng có số liệu ở cả hai năm: năm 2026 có 40 lượt")
    assert "chưa có số liệu năm 2025" in said([5], [])
    assert said([], [5]) == "Chưa có số liệu."


def test_the_unstated_count_in_the_whole() -> None:
    parts = [Part("Nữ", 60), Part("Nam", 20)]

    assert share.finding(parts, say, unit="người", not_stated=20) == (
        "Nhiều nhất là “Nữ”: 60% của 100 người; 20% chưa rõ."
    )
    assert share.finding(parts[:0], say, unit="người", not_stated=3) == "Tất cả 3 người chưa rõ."


def test_more_parts_than_can_be_told_apart_are_refused() -> None:
    about = pictures()[3].about

    with pytest.raises(ValueError, match="told apart"):
        share.draw([Part(str(n), n) for n in range(7)], about, say, unit="người", not_stated=0)


def test_the_words_of_a_picture_hold_the_figures_of_its_table() -> None:
    for picture in pictures():
        table = {figure for cells in picture.table.rows for cell in cells[1:] for figure in FIGURE.findall(cell.text)}
        told = {figure.rstrip(".,") for figure in FIGURE.findall(picture.told)}
        assert table, picture.kind
        assert table <= told, picture.kind


def test_a_small_line_says_its_course() -> None:
    drawn = sparkline.draw([3, None, 1300], "Lượt tư vấn", say)

    assert drawn.told == "Lượt tư vấn: 2 số liệu, từ 3 đến 1.300; mới nhất 1.300"
    assert sparkline.draw([None], "Lượt tư vấn", say).told == "Lượt tư vấn: chưa có số liệu"
