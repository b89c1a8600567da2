"""This year beside last year, month by month. A month without a figure is a gap in the line, never a nought."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from exchange.kernel.texts import N_
from web.charts import lettering
from web.charts.marks import Anchor, Dot, Linked, Mark, Words, box, short, strong, trace, words
from web.charts.numbers import percent
from web.charts.picture import NARROW, NOTHING, About, Picture, Say, Table, both, row
from web.render import number

MONTHS = 12
_SPAN, _ONE = N_("Tháng %(begins)s đến tháng %(ends)s"), N_("Tháng %(begins)s")
_SCATTERED = N_("Các tháng có số liệu ở cả hai năm")
_ALONE = N_("%(span)s: năm %(year)s có %(sum)s %(unit)s; chưa có số liệu năm %(other)s để so sánh.")
_SAME = N_("%(span)s: năm %(year)s có %(sum)s %(unit)s, bằng cùng kỳ năm %(other)s.")
_MORE = N_("%(span)s: năm %(year)s có %(sum)s %(unit)s, tăng %(change)s so với cùng kỳ năm %(other)s (%(before)s).")
_LESS = N_("%(span)s: năm %(year)s có %(sum)s %(unit)s, giảm %(change)s so với cùng kỳ năm %(other)s (%(before)s).")
_FROM_NONE = N_("%(span)s: năm %(year)s có %(sum)s %(unit)s; cùng kỳ năm %(other)s là 0.")


class Year(msgspec.Struct, frozen=True):
    """Twelve months of a year, None where there is no figure (yet)."""

    year: int
    months: tuple[int | None, ...]

    def sum_of(self, months: Sequence[int]) -> int:
        """The sum over months, counted from 0, that have figures."""
        return sum(self.months[month] or 0 for month in months)


def draw(this: Year, last: Year, about: About, say: Say, *, unit: str) -> Picture:
    """The picture; both with twelve months. Raises ValueError for other numbers of months."""
    if {len(this.months), len(last.months)} != {MONTHS}:
        raise ValueError("a year has twelve months")
    heads = say(N_("Tháng")), str(this.year), str(last.year)
    pairs = list(zip(this.months, last.months, strict=True))
    rows = [row(str(month), *map(number, pair)) for month, pair in enumerate(pairs, 1)]
    told = "; ".join(
        f"{heads[0]} {month}: {number(now)} ({number(then)})" for month, (now, then) in enumerate(pairs, 1)
    )
    caption = about.caption or finding(this, last, say, unit=unit)
    return Picture(
        "years", about, caption, told + ".", both(lambda w: _drawn(this, last, w, say)), Table(heads, tuple(rows))
    )


def finding(this: Year, last: Year, say: Say, *, unit: str) -> str:
    """This year so far against the same months of last year; only months that both have."""
    own = [month for month in range(MONTHS) if this.months[month] is not None]
    if not own:
        return say(N_("Chưa có số liệu."))
    months = [month for month in own if last.months[month] is not None]
    told = months or own
    now, before = this.sum_of(told), last.sum_of(told)
    change = percent(abs(now - before), before) if before else NOTHING
    source = _ALONE if not months else _FROM_NONE if now > before == 0 else _sentence(now, before)
    facts = {"year": this.year, "other": last.year, "sum": number(now), "before": number(before), "unit": unit}
    return say(source, span=_span(told, say), change=change, **facts)


def _sentence(now: int, before: int) -> str:
    return _SAME if now == before else _MORE if now > before else _LESS


def _span(months: Sequence[int], say: Say) -> str:
    begins, ends = months[0] + 1, months[-1] + 1
    if len(months) <= ends - begins:
        return say(_SCATTERED)
    return say(_ONE if begins == ends else _SPAN, begins=begins, ends=ends)


class Plot(msgspec.Struct, frozen=True):
    """The field of the lines: its edges, and the value at its top."""

    left: float
    right: float
    top: float
    bottom: float
    most: int

    def at(self, month: int, value: int) -> tuple[float, float]:
        """The place of a value; months are counted from 0."""
        step = (self.right - self.left) / MONTHS
        return self.left + step * (month + 0.5), self.bottom - (self.bottom - self.top) * value / self.most


def ticks(most: int) -> list[int]:
    """Round numbers from 0 to at least `most`: three to six of them."""
    if most <= 0:
        return [0, 1]
    step = next(unit * 10**power for power in range(16) for unit in (1, 2, 5) if unit * 10**power * 5 >= most)
    return list(range(0, most + step, step))[: -(-most // step) + 1]


def _drawn(this: Year, last: Year, width: float, say: Say) -> tuple[float, list[Mark | Linked]]:
    size = 12.0 if width == NARROW else 13.0
    scale = ticks(max((value or 0 for value in (*this.months, *last.months)), default=0))
    left = max(lettering.width(text, size) for text in (number(scale[-1]), say(N_("Tháng")))) + 8
    bottom = 210.0 if width == NARROW else 270.0
    plot = Plot(left, width - lettering.width("2026", size, bold=True) - 8, 16, bottom, scale[-1])
    marks: list[Mark | Linked] = []
    for value in scale:
        y = plot.at(0, value)[1]
        marks.append(trace("pic-axis" if value == 0 else "pic-rule", (left, y), (plot.right, y)))
        marks.append(words(left - 8, y + size * 0.36, number(value), size, "end", "soft"))
    for month in range(MONTHS):
        marks.append(words(plot.at(month, 0)[0], bottom + 20, str(month + 1), size - 1, "middle", "soft"))
    marks.append(words(0, bottom + 20, say(N_("Tháng")), size, look="soft"))
    marks += [*_line(last, plot, "pic-last", _square), *_line(this, plot, "pic-this", _round)]
    return bottom + 28, [*marks, *_names(this, last, plot, size)]


def _line(year: Year, plot: Plot, look: str, marker: Callable[[float, float], Mark]) -> Iterator[Mark]:
    points = [(month, value) for month, value in enumerate(year.months) if value is not None]
    for stretch in stretches(year.months):
        if len(stretch) > 1:
            yield trace(look, *(plot.at(month, year.months[month] or 0) for month in stretch))
    for month, value in points:
        yield marker(*plot.at(month, value))


def stretches(months: Sequence[int | None]) -> list[list[int]]:
    """Months that follow each other and have figures, counted from 0."""
    found: list[list[int]] = []
    for month, value in enumerate(months):
        if value is not None:
            if found and found[-1][-1] == month - 1:
                found[-1].append(month)
            else:
                found.append([month])
    return found


def _round(x: float, y: float) -> Mark:
    return Dot(short(x), short(y), 3.5, "pic-this-dot")


def _square(x: float, y: float) -> Mark:
    return box(x - 3, y - 3, 6, 6, "pic-last-dot")


def _names(this: Year, last: Year, plot: Plot, size: float) -> list[Mark]:
    """Each line is named at its end; of the places for a name, the first that is free."""
    named: list[Words] = []
    for year, other, look, letters in ((this, last, "pic-name-this", strong), (last, this, "pic-name-last", words)):
        places = [
            letters(x, min(max(y, plot.top - 2), plot.bottom - 4), str(year.year), size, anchor, look)
            for x, y, anchor in _places(year, other, plot, size)
        ]
        named += [place for place in places if all(_clear(place, known) for known in named)][:1] or places[:1]
    return [*named]


def _places(year: Year, other: Year, plot: Plot, size: float) -> Iterator[tuple[float, float, Anchor]]:
    """Beside the end of a line that reaches December, else above or below its end, away from the other line."""
    month = max((month for month in range(MONTHS) if year.months[month] is not None), default=None)
    if month is None:
        return
    value = year.months[month] or 0
    x, y = plot.at(month, value)
    if month == MONTHS - 1:
        yield from ((x + 8, y + size * 0.36 + off * size, "start") for off in (0, -1.2, 1.2, -2.4, 2.4, -3.6, 3.6))
        return
    over, under = y - 9, y + 9 + size * 0.75
    x = max(x, plot.left + 2 + lettering.width(str(year.year), size, bold=True) / 2)
    near = (over, under) if value >= (other.months[month] or 0) else (under, over)
    yield from ((x, at, "middle") for at in (*near, over - 1.3 * size, under + 1.3 * size, over - 2.6 * size))


def _clear(one: Words, other: Words) -> bool:
    """Whether two texts stand apart."""
    left, top, right, bottom = one.extent
    other_left, other_top, other_right, other_bottom = other.extent
    return right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
