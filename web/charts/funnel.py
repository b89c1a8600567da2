"""How many go on from step to step: registered, attended, interviewed, placed.

Meant for steps of which each contains the next; where people may skip one, the share of the step before says nothing.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from exchange.kernel.texts import N_
from web.charts import lettering
from web.charts.marks import Linked, Mark, box, strong, trace, words
from web.charts.numbers import percent
from web.charts.picture import NARROW, NOTHING, About, Picture, Say, Table, both, linked, row
from web.render import number

_OF_BOTH = N_("%(before)s của bước trước, %(first)s của bước đầu")
_OF_FIRST = N_("%(first)s của bước đầu")
_COLUMN = 84.0


class Step(msgspec.Struct, frozen=True):
    """How many came to a step."""

    label: str
    value: int
    href: str = ""


class Stage(msgspec.Struct, frozen=True):
    """A step among the others: its share of the one before and of the first, as printed. The first has neither."""

    step: Step
    of_before: str
    of_first: str
    share: float  # of the longest bar


def draw(steps: Sequence[Step], about: About, say: Say, *, unit: str) -> Picture:
    """The picture; `unit`: what is counted ("người")."""
    stages = _stages(steps)
    told = "; ".join(_told(stage, say, unit) for stage in stages) + "."
    drawings = both(lambda width: (_stacked if width == NARROW else _beside)(stages, width, say))
    return Picture(
        "funnel", about, about.caption or finding(steps, say, unit=unit), told, drawings, _table(stages, say)
    )


def finding(steps: Sequence[Step], say: Say, *, unit: str) -> str:
    """How many of the first came to the last, and where most were lost."""
    if len(steps) < 2 or not steps[0].value:
        return say(N_("Chưa có số liệu."))
    first, last = steps[0], steps[-1]
    facts: dict[str, object] = {
        "first": number(first.value), "last": number(last.value), "to": last.label,
        "share": percent(last.value, first.value), "unit": unit,
    }  # fmt: skip
    falls = [(one.value / before.value, one, before) for before, one in pairwise(steps) if before.value]
    worst = min(falls, key=lambda fall: fall[0])
    whole = N_("Đến “%(to)s”: %(last)s trên %(first)s %(unit)s (%(share)s).")
    if worst[0] >= 1 or len(steps) == 2:
        return say(whole, **facts)
    here = N_(
        "Đến “%(to)s”: %(last)s trên %(first)s %(unit)s (%(share)s); "
        "đây cũng là bước giảm nhiều nhất, còn %(left)s của bước trước."
    )
    lost = N_(
        "Đến “%(to)s”: %(last)s trên %(first)s %(unit)s (%(share)s); "
        "giảm nhiều nhất ở “%(worst)s”, còn %(left)s của bước trước."
    )
    left = percent(worst[1].value, worst[2].value)
    return say(here if worst[1] is last else lost, **facts, worst=worst[1].label, left=left)


def _stages(steps: Sequence[Step]) -> list[Stage]:
    most = max((step.value for step in steps), default=0) or 1
    stages = []
    for place, step in enumerate(steps):
        before = percent(step.value, steps[place - 1].value) if place else NOTHING
        first = percent(step.value, steps[0].value) if place else NOTHING
        stages.append(Stage(step, before, first, step.value / most))
    return stages


def _of(stage: Stage, say: Say, place: int) -> str:
    """The shares in words; at the second step the one before is the first."""
    if place == 0:
        return ""
    return say(_OF_FIRST if place == 1 else _OF_BOTH, before=stage.of_before, first=stage.of_first)


def _told(stage: Stage, say: Say, unit: str) -> str:
    said = f"{stage.step.label}: {number(stage.step.value)} {unit}"
    return (
        said if stage.of_first == NOTHING else f"{said}, {say(_OF_BOTH, before=stage.of_before, first=stage.of_first)}"
    )


def _table(stages: Sequence[Stage], say: Say) -> Table:
    columns = N_("Bước"), N_("Số lượng"), N_("So với bước trước"), N_("So với bước đầu")
    rows = (
        row(one.step.label, number(one.step.value), one.of_before, one.of_first, href=one.step.href) for one in stages
    )
    return Table(tuple(map(say, columns)), tuple(rows))


def _stacked(stages: Sequence[Stage], width: float, say: Say) -> tuple[float, list[Mark | Linked]]:
    """For a phone: label, bar and number, shares below."""
    column = max((lettering.width(number(one.step.value), 14, bold=True) for one in stages), default=0) + 10
    marks: list[Mark | Linked] = []
    y = 0.0
    for place, one in enumerate(stages):
        said: list[Mark] = []
        for line in lettering.wrap(one.step.label, width, 13):
            y += 17
            said.append(words(0, y, line, 13))
        said.append(strong(width, y + 21, number(one.step.value), 14, "end"))
        marks += [*linked(one.step.href, *said), box(0, y + 7, (width - column) * one.share, 18, "pic-full")]
        y += 25
        for line in lettering.wrap(_of(one, say, place), width, 12) if place else ():
            y += 16
            marks.append(words(0, y, line, 12, look="soft"))
        y += 10
    return max(y - 4, 1), marks


def _beside(stages: Sequence[Stage], width: float, say: Say) -> tuple[float, list[Mark | Linked]]:
    """For a desk: label, bar, and three columns of figures under their heads."""
    marks, ends = _heads(stages, width, say)
    left, room = 210.0, ends[0] - _room([number(one.step.value) for one in stages], 15, bold=True) - 210
    y = 44.0 if stages else 0.0
    for place, one in enumerate(stages):
        lines = lettering.wrap(one.step.label, left - 16, 14)
        said: list[Mark] = [
            words(0, y + 16 + 17 * n - 8.5 * (len(lines) - 1), line, 14) for n, line in enumerate(lines)
        ]
        said.append(strong(ends[0], y + 16, number(one.step.value), 15, "end"))
        marks += [*linked(one.step.href, *said), box(left, y, room * one.share, 22, "pic-full")]
        if place:
            marks += [words(ends[1], y + 16, one.of_before, 14, "end"), words(ends[2], y + 16, one.of_first, 14, "end")]
            marks.insert(0, _slope(left, room, stages[place - 1].share, one.share, y))
        y += 22 + _GAP
    return max(y - _GAP + 8, 1), marks


def _heads(stages: Sequence[Stage], width: float, say: Say) -> tuple[list[Mark | Linked], tuple[float, float, float]]:
    """What stands above the columns, and where these end."""
    first = width - _room([one.of_first for one in stages], 14)
    ends = first - _room([one.of_before for one in stages], 14), first, width
    marks: list[Mark | Linked] = []
    heads = N_("Số lượng"), N_("So với bước trước"), N_("So với bước đầu")
    for end, head in zip(ends, heads, strict=True) if stages else ():
        lines = lettering.wrap(say(head), _COLUMN - 6, 12.5)
        marks += [words(end, 30 - 16 * n, line, 12.5, "end", "soft") for n, line in enumerate(reversed(lines))]
    return marks, ends


def _room(texts: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of a column of figures."""
    return max([_COLUMN, *(lettering.width(text, size, bold=bold) + 14 for text in texts)])


_GAP = 20.0


def _slope(left: float, room: float, before: float, after: float, top: float) -> Mark:
    """The fall from the bar above, as an area."""
    above = top - _GAP
    return trace(
        "pic-slope",
        (left, above),
        (left + room * before, above),
        (left + room * after, top),
        (left, top),
        (left, above),
    )
