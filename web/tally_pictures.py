"""The pictures beside the tallies of periods, from the same figures as the tables."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from exchange.centres.places import CentrePlace
from exchange.kernel.texts import N_
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView
from exchange.plans.queries import Line
from exchange.reference.provinces import MERGER_DAY
from exchange.tallies.breakdowns import Breakdown
from exchange.tallies.indicator import Indicator
from exchange.tallies.monthly import Months
from exchange.tallies.queries import PartCount
from web.charts import bars, funnel, share, tiles, years
from web.charts.picture import About, Picture, Say
from web.tally_filters import Asked
from web.tally_rows import unstated

FUNNEL = ("fair_seekers_registered", "fair_seekers", "persons_interviewed", "hired_on_spot")


def plans(lines: Sequence[Line], asked: Asked, say: Say) -> Picture | None:
    """The year so far against the yearly plans; None without a plan."""
    planned = [line for line in lines if line.plan and line.figure.so_far is not None]
    if not planned:
        return None
    rows = [_bar(line, asked, say) for line in planned]
    about = About("plan", say(N_("Lũy kế so với kế hoạch năm")), csv=asked.address("/tallies.csv"))
    return bars.draw(rows, about, say, expected=asked.period.expected, period=asked.period.label)


def _bar(line: Line, asked: Asked, say: Say) -> bars.Bar:
    one, percent = line.indicator, line.percent(asked.style)
    return bars.Bar(
        say(one.label), say(one.unit.label), line.figure.so_far or 0, line.plan, percent.text if percent else "",
        asked.figure(one.code),
    )  # fmt: skip


def fairs(lines: Sequence[Line], asked: Asked, say: Say) -> Picture | None:
    """How many went on from registration to work at the fairs of the period; None without anybody."""
    by_code = {line.indicator.code: line for line in lines}
    steps = [
        funnel.Step(say(line.indicator.label), line.figure.value or 0, asked.figure(code))
        for code in FUNNEL
        if (line := by_code.get(code))
    ]
    if not steps or not steps[0].value:
        return None
    about = About("fairs", say(N_("Người tìm việc qua các bước của phiên giao dịch trong kỳ")))
    return funnel.draw(steps, about, say, unit=say(N_("người")))


def monthly(one: Indicator, period: PeriodView, this: Months, last: Months, say: Say) -> Picture:
    """Month by month, this year beside last year."""
    about = About("months", say(N_("Từng tháng, so với năm trước")))
    unit = say(one.unit.label)
    return years.draw(years.Year(period.year, this), years.Year(period.year - 1, last), about, say, unit=unit)


def months_note(calendar: Calendar, say: Say) -> str:
    """Which months these are."""
    return say(
        N_("Tháng tính từ ngày 15 tháng trước đến ngày 14.")
        if calendar is Calendar.ADMINISTRATIVE
        else N_("Tháng dương lịch.")
    )


def parts(one: Breakdown, counts: Sequence[PartCount], unit: str, links: Mapping[str, str], say: Say) -> Picture | None:
    """The parts of a figure, where they add up to it and can be told apart."""
    stated = [count for count in counts if not unstated(count.value)]
    missing = sum(count.count for count in counts if unstated(count.value))
    if not one.adds_up or not 2 <= len(stated) <= share.MOST or not any(count.count for count in counts):
        return None
    about = About(f"part-{one.name.replace('_', '-')}", say(one.title))
    pieces = [share.Part(say(count.label), count.count, links.get(count.value, "")) for count in stated]
    return share.draw(pieces, about, say, unit=unit, not_stated=missing, unstated_label=N_("Không nêu"))


def country(
    one: Indicator, places: Sequence[CentrePlace], counts: Mapping[UUID, int], period: PeriodView, say: Say
) -> Picture:
    """The figure of each province of now; of those before the merger it is said which sums are not whole."""
    there = [place for place in places if place.id in counts]
    old = period.last_day < MERGER_DAY and all(place.then_code for place in there)
    values: Counter[str] = Counter()
    for place in there:
        values[place.then_code if old else place.code] += counts[place.id]
    figures = tiles.of_63(values, period.last_day) if old else tiles.Figures(values)
    return tiles.draw(figures, About("country", say(N_("Theo tỉnh, thành phố"))), say, unit=say(one.unit.label))
