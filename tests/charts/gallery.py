"""One of each picture, with names and figures as a centre has them."""

from exchange.reference import provinces
from web.charts import bars, funnel, share, sparkline, tiles, years
from web.charts.picture import About, Picture
from web.charts.sparkline import Sparkline

LONG = "Lượt người được tư vấn việc làm, chính sách lao động và bảo hiểm thất nghiệp"
CODES = [province.code for province in provinces.as_of(provinces.newest_day())]


def say(source: str, **values: object) -> str:
    """The source language, nothing escaped."""
    return source % values if values else source


def pictures() -> list[Picture]:
    """Each on one page without its ids meeting another's."""
    plan = [
        bars.Bar(LONG, "lượt", 15384, 23000, href="/plan/tu-van"),
        bars.Bar("Phiên giao dịch việc làm", "phiên", 31, 30),
        bars.Bar("Lao động đi làm việc ở nước ngoài theo hợp đồng", "người", 655, 300, "218,4%"),
        bars.Bar("Người tham gia buổi tư vấn tập thể", "người", 412),
    ]
    steps = [
        funnel.Step("Người đăng ký dự phiên", 1284),
        funnel.Step("Người tham gia", 963),
        funnel.Step("Người được phỏng vấn", 611),
        funnel.Step("Người nhận được việc làm", 148),
    ]
    now = years.Year(2026, (210, 180, None, 420, 388, 512, *[None] * 6))
    then = years.Year(2025, (190, 120, 300, 280, None, 450, 480, 390, 420, 610, 700, 655))
    parts = [share.Part("Nữ", 612), share.Part("Nam", 540)]
    figures = tiles.Figures({code: int(code) ** 2 * 37 for code in CODES if code != "12"}, {"86": "/provinces/86"})
    return [
        bars.draw(plan, About("plan", "So với kế hoạch", csv="/plan.csv"), say, expected=50, period="nửa năm"),
        funnel.draw(steps, About("fair", "Qua các bước"), say, unit="người"),
        years.draw(now, then, About("months", "Theo tháng"), say, unit="lượt"),
        share.draw(parts, About("sex", "Theo giới tính"), say, unit="người", not_stated=32),
        tiles.draw(figures, About("map", "Theo tỉnh, thành phố"), say, unit="lượt"),
    ]


def line() -> Sparkline:
    """A course with a gap."""
    return sparkline.draw([3, 5, None, 8, 13, 9, 12], "Lượt tư vấn", say)
