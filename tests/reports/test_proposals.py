"""What is ahead of and behind the plan, proposed from figures."""

from decimal import Decimal

from exchange.reports.codes import ParagraphKey
from exchange.reports.model import FigureLine
from exchange.reports.rules import proposed
from tests.reports.make import figure, figures

HALF = Decimal(50)


def planned(code: str, percent: str) -> FigureLine:
    return figure(code, percent_text=percent)


def test_each_figure_with_a_plan_is_named_on_its_side() -> None:
    said = proposed(figures(), HALF)

    assert said.of(ParagraphKey.AHEAD) == (
        "Có 01 chỉ tiêu đạt từ 50% kế hoạch năm trở lên, gồm: giải quyết việc làm mới (15.384 lao động, đạt 66,88%)."
    )
    assert said.of(ParagraphKey.BEHIND) == (
        "Còn 02 chỉ tiêu đạt thấp so với tiến độ (dưới 50% kế hoạch năm), gồm: "
        "tuyển sinh đào tạo nghề (5.066 người, đạt 25,30%); "
        "lao động đi làm việc có thời hạn ở nước ngoài theo hợp đồng (292 lao động, đạt 32,44%)."
    )
    assert "tuyển sinh đào tạo nghề; lao động đi làm việc" in said.of(ParagraphKey.NEXT)


def test_what_is_expected_exactly_is_not_behind() -> None:
    said = proposed([planned("houses", "50%"), planned("health_cards", "49,99%")], HALF)

    assert "chỉ tiêu houses" in said.ahead
    assert "chỉ tiêu health cards" in said.behind


def test_the_share_of_the_year_may_be_a_fraction() -> None:
    said = proposed([planned("houses", "60%")], Decimal("33.3"))

    assert said.behind == "Không có chỉ tiêu nào chậm tiến độ so với mức 33,3% kế hoạch năm."


def test_without_plans_nothing_is_judged() -> None:
    said = proposed([figure("houses")], HALF)

    assert said.ahead == said.behind == "Không có chỉ tiêu nào được giao kế hoạch năm."


def test_an_abbreviation_keeps_its_capitals() -> None:
    said = proposed([figure("houses", label="BHTN đã chi trả", percent_text="70%")], HALF)

    assert "gồm: BHTN đã chi trả (" in said.ahead
