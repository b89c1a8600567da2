"""A small line for a cell of a table: the course of a figure beside its last value."""

from collections.abc import Sequence

import msgspec

from exchange.kernel.texts import N_
from web.charts.marks import Dot, Drawing, Mark, short, trace
from web.charts.picture import Say
from web.charts.years import stretches
from web.render import number

WIDTH, HEIGHT, EDGE = 96.0, 24.0, 3.5


class Sparkline(msgspec.Struct, frozen=True):
    """Ready for `charts.sparkline(view)`; `told` is its text alternative."""

    told: str
    drawing: Drawing


def draw(values: Sequence[int | None], label: str, say: Say) -> Sparkline:
    """The line from the first to the last of the values; None is a gap. `label`: what it is the course of."""
    there = [value for value in values if value is not None]
    if not there:
        return Sparkline(say(N_("%(label)s: chưa có số liệu"), label=label), Drawing("spark", WIDTH, HEIGHT, ()))
    facts = {"count": len(there), "least": min(there), "most": max(there), "last": there[-1]}
    shown = {name: number(value) for name, value in facts.items()}
    told = say(N_("%(label)s: %(count)s số liệu, từ %(least)s đến %(most)s; mới nhất %(last)s"), label=label, **shown)
    return Sparkline(told, Drawing("spark", WIDTH, HEIGHT, tuple(_marks(values, max(there) or 1))))


def _marks(values: Sequence[int | None], most: int) -> list[Mark]:
    """From nought, so that a small change does not look like a large one."""
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)

    def at(place: int) -> tuple[float, float]:
        return EDGE + step * place, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (values[place] or 0) / most

    marks: list[Mark] = []
    for stretch in stretches(values):
        if len(stretch) > 1:
            marks.append(trace("pic-spark", *map(at, stretch)))
        else:
            marks.append(_dot(*at(stretch[0]), 1.5))
    last = stretches(values)[-1][-1]
    return [*marks, _dot(*at(last), 3)]


def _dot(x: float, y: float, radius: float) -> Mark:
    return Dot(short(x), short(y), radius, "pic-spark-dot")
