"""Plan against actual for several indicators: how much of each year's plan is done, and how much should be by now.

All plans end at the same place, so the length of a bar is the share of its own plan. A bar without a plan has no such
share: it is drawn open, against the largest of those with the same unit, and its percent is "–".
"""

from collections.abc import Sequence
from functools import partial

import msgspec

from exchange.kernel.texts import N_
from web.charts import lettering
from web.charts.key import Meaning, key
from web.charts.marks import Linked, Mark, box, strong, trace, words
from web.charts.numbers import level, percent
from web.charts.picture import NARROW, NOTHING, About, Picture, Say, Table, both, linked, row
from web.render import number

LONGEST = 150  # percent; a longer bar is shown broken
_DONE, _OPEN = N_("đã làm được"), N_("không có kế hoạch")
_PLAN, _DUE = N_("kế hoạch năm"), N_("mức %(percent)s của %(period)s")
ELAPSED = N_("thời gian đã qua")


class Bar(msgspec.Struct, frozen=True):
    """An indicator. `plan`: None (or 0) without one. `percent_text`: as the report rounds it, "" to compute it here."""

    label: str
    unit: str
    actual: int
    plan: int | None = None
    percent_text: str = ""
    href: str = ""

    @property
    def planned(self) -> int:
        """The plan, 0 without one."""
        return self.plan or 0

    @property
    def reached(self) -> str:
        """The share of the plan as it is printed."""
        return (self.percent_text or percent(self.actual, self.planned)) if self.planned else NOTHING

    def meets(self, expected: float) -> bool:
        """Whether the share of the plan is at least so many percent."""
        return self.actual * 100 >= expected * self.planned


def draw(
    bars: Sequence[Bar], about: About, say: Say, *, expected: float | None = None, period: str = ELAPSED
) -> Picture:
    """The picture. `expected`: the percent of a year's plan that belongs to the time so far; `period`: its name."""
    due = say(_DUE, percent=level(expected), period=say(period)) if expected is not None else ""
    caption = about.caption or finding(bars, say, expected=expected, period=period)
    told = "; ".join(_told(bar, say) for bar in bars) + "."
    drawings = both(lambda width: _drawn(bars, width, say, expected, due))
    return Picture("bars", about, caption, told, drawings, _table(bars, say))


def finding(bars: Sequence[Bar], say: Say, *, expected: float | None = None, period: str = ELAPSED) -> str:
    """What the figures say, in one sentence."""
    planned = sorted((bar for bar in bars if bar.planned), key=lambda bar: bar.actual / bar.planned)
    if not planned:
        return say(N_("Chưa có kế hoạch để so sánh."))
    least, most = planned[0], planned[-1]
    facts: dict[str, object] = {"least": least.label, "low": least.reached, "most": most.label, "high": most.reached}
    if len(planned) > 1 and expected is None:
        return say(N_("Cao nhất là “%(most)s” (%(high)s kế hoạch năm), thấp nhất là “%(least)s” (%(low)s)."), **facts)
    if expected is None:
        return say(N_("%(least)s: đạt %(low)s kế hoạch năm."), **facts)
    facts |= {"due": level(expected), "period": say(period)}
    if len(planned) == 1:
        return say(_alone(least, expected), **facts)
    met = sum(bar.meets(expected) for bar in planned)
    several = N_(
        "%(met)s trên %(all)s chỉ tiêu có kế hoạch đạt mức %(due)s của %(period)s; thấp nhất là “%(least)s” (%(low)s)."
    )
    return say(several, met=met, all=len(planned), **facts)


def _alone(bar: Bar, expected: float) -> str:
    if bar.actual * 100 == expected * bar.planned:
        return N_("%(least)s: đạt %(low)s kế hoạch năm, bằng mức của %(period)s.")
    if bar.meets(expected):
        return N_("%(least)s: đạt %(low)s kế hoạch năm, cao hơn mức %(due)s của %(period)s.")
    return N_("%(least)s: đạt %(low)s kế hoạch năm, thấp hơn mức %(due)s của %(period)s.")


def _told(bar: Bar, say: Say) -> str:
    if not bar.planned:
        return f"{bar.label}: {number(bar.actual)} {bar.unit}"
    shown = number(bar.actual), number(bar.planned), bar.unit, bar.reached
    return say(
        N_("%(label)s: %(actual)s trên %(plan)s %(unit)s, đạt %(percent)s"),
        label=bar.label, **dict(zip(("actual", "plan", "unit", "percent"), shown, strict=True)),
    )  # fmt: skip


def _table(bars: Sequence[Bar], say: Say) -> Table:
    columns = N_("Chỉ tiêu"), N_("Thực hiện"), N_("Kế hoạch năm"), N_("Đạt")
    rows = (
        row(f"{bar.label} ({bar.unit})", number(bar.actual), number(bar.planned or None), bar.reached, href=bar.href)
        for bar in bars
    )
    return Table(tuple(map(say, columns)), tuple(rows))


class Frame(msgspec.Struct, frozen=True):
    """Where things are: `left` and `room` of the bars, `full`: the share that reaches the end, `size` of letters."""

    width: float
    left: float
    room: float
    full: float
    size: float
    expected: float | None

    def at(self, share: float) -> float:
        """The x of a share of the plan, in percent."""
        return self.left + self.room * share / self.full


def _frame(bars: Sequence[Bar], width: float, expected: float | None) -> Frame:
    size = 13.0 if width == NARROW else 14.0
    left = 0.0 if width == NARROW else 264.0
    column = max([lettering.width(bar.reached, size, bold=True) for bar in bars], default=0) + 10
    shares = [bar.actual * 100 / bar.planned for bar in bars if bar.planned]
    full = min(max([100.0, expected or 0, *shares]), LONGEST)
    return Frame(width, left, width - left - column, full, size, expected)


def _drawn(
    bars: Sequence[Bar], width: float, say: Say, expected: float | None, due: str
) -> tuple[float, list[Mark | Linked]]:
    frame = _frame(bars, width, expected)
    y, head = key(_meanings(bars, say, due), width, frame.size - 1)
    marks: list[Mark | Linked] = [*head]
    y += 12
    for bar in bars:
        largest = max((other.actual for other in bars if other.unit == bar.unit and not other.planned), default=0)
        height, drawn = (_stacked if width == NARROW else _beside)(bar, frame, y, largest)
        marks += drawn
        y += height + 14
    return y - 8, marks


def _meanings(bars: Sequence[Bar], say: Say, due: str) -> list[Meaning]:
    entries = [Meaning(partial(_sign, "pic-full", ""), say(_DONE))]
    if any(bar.planned for bar in bars):
        entries.append(Meaning(lambda x, y: trace("pic-plan", (x + 10, y - 8), (x + 10, y + 8)), say(_PLAN)))
        entries += [Meaning(lambda x, y: trace("pic-due", (x + 10, y - 8), (x + 10, y + 8)), due)] if due else []
    if any(not bar.planned for bar in bars):
        entries.append(Meaning(partial(_sign, "pic-open", "hatch"), say(_OPEN)))
    return entries


def _sign(look: str, grain: str, x: float, y: float) -> Mark:
    return box(x, y - 6, 20, 12, look, grain)


def _stacked(bar: Bar, frame: Frame, top: float, largest: int) -> tuple[float, list[Mark | Linked]]:
    """For a phone: the label, the bar, the numbers."""
    y = top
    said: list[Mark] = []
    for line in lettering.wrap(bar.label, frame.width, frame.size):
        y += 17
        said.append(words(0, y, line, frame.size))
    bar_top = y + 8
    marks = _marks_of(bar, frame, bar_top, 16, largest)
    said.append(words(0, bar_top + 36, _numbers(bar), 12, look="soft"))
    return bar_top + 40 - top, [*linked(bar.href, *said), *marks]


def _beside(bar: Bar, frame: Frame, top: float, largest: int) -> tuple[float, list[Mark | Linked]]:
    """For a desk: label and numbers on the left, the bar beside them."""
    lines = lettering.wrap(bar.label, frame.left - 18, frame.size)
    said: list[Mark] = [words(0, top + 14 + 18 * n, line, frame.size) for n, line in enumerate(lines)]
    said.append(words(0, top + 13 + 18 * len(lines), _numbers(bar), 12.5, look="soft"))
    height = 18.0 * len(lines) + 18
    marks = _marks_of(bar, frame, top + height / 2 - 10, 20, largest)
    return height, [*linked(bar.href, *said), *marks]


def _numbers(bar: Bar) -> str:
    return (
        f"{number(bar.actual)} / {number(bar.planned)} {bar.unit}"
        if bar.planned
        else f"{number(bar.actual)} {bar.unit}"
    )


def _marks_of(bar: Bar, frame: Frame, top: float, height: float, largest: int) -> list[Mark | Linked]:
    middle = top + height / 2 + frame.size * 0.36
    marks: list[Mark | Linked] = [strong(frame.width, middle, bar.reached, frame.size, "end")]
    if not bar.planned:
        long = (frame.at(100) - frame.left) * bar.actual / largest if largest else 0
        return [box(frame.left, top, long, height, "pic-open", "hatch"), *marks]
    share = bar.actual * 100 / bar.planned
    end = frame.at(min(share, frame.full))
    marks.append(box(frame.left, top, frame.at(100) - frame.left, height, "pic-track"))
    marks.append(box(frame.left, top, end - frame.left, height, "pic-full"))
    if share > frame.full:
        marks.append(trace("pic-break", (end - 14, top + height), (end - 8, top)))
    upright = (top - 4), (top + height + 4)
    if frame.expected is not None:
        due = frame.at(min(frame.expected, frame.full))
        marks += [trace(look, (due, upright[0]), (due, upright[1])) for look in ("pic-halo", "pic-due")]
    at = frame.at(100)
    return [*marks, *(trace(look, (at, upright[0]), (at, upright[1])) for look in ("pic-halo", "pic-plan"))]
