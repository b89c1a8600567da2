"""What a whole is made of: one bar of parts, in the order given, with those that nobody stated always at its end."""

from collections.abc import Sequence

import msgspec

from exchange.kernel.texts import N_
from web.charts import lettering
from web.charts.marks import Linked, Mark, box, strong, trace, words
from web.charts.numbers import percent
from web.charts.picture import NARROW, About, Picture, Say, Table, both, linked, row
from web.render import number

NOT_STATED = N_("Chưa rõ")
MOST = 6  # parts that can be told apart without colour
_LOOKS = (
    ("pic-full", ""), ("pic-light", "hatch"), ("pic-second", ""), ("pic-light", "dots"), ("pic-light", "cross"),
    ("pic-light", "lines"),
)  # fmt: skip
_UNKNOWN = ("pic-open", "")


class Part(msgspec.Struct, frozen=True):
    """A part of the whole."""

    label: str
    value: int
    href: str = ""


class _Piece(msgspec.Struct, frozen=True):
    part: Part
    look: str
    grain: str
    begins: float  # from 0 to 1
    long: float
    of_whole: str


def draw(
    parts: Sequence[Part], about: About, say: Say, *, unit: str, not_stated: int, unstated_label: str = NOT_STATED
) -> Picture:
    """The picture; at most six parts, `not_stated` besides. Raises ValueError for more."""
    if len(parts) > MOST:
        raise ValueError(f"{len(parts)} parts cannot be told apart")
    pieces = _pieces((*parts, Part(say(unstated_label), not_stated)))
    told = "; ".join(f"{one.part.label}: {number(one.part.value)} {unit}, {one.of_whole}" for one in pieces) + "."
    drawings = both(lambda width: _drawn(pieces, width))
    caption = about.caption or finding(parts, say, unit=unit, not_stated=not_stated)
    return Picture("share", about, caption, told, drawings, _table(pieces, say))


def finding(parts: Sequence[Part], say: Say, *, unit: str, not_stated: int) -> str:
    """The largest part, and how many nobody stated."""
    whole = sum(part.value for part in parts) + not_stated
    if not whole:
        return say(N_("Chưa có số liệu."))
    most = max(parts, key=lambda part: part.value, default=Part("", 0))
    facts: dict[str, object] = {
        "label": most.label, "share": percent(most.value, whole), "value": number(most.value), "unit": unit,
        "whole": number(whole), "unknown": number(not_stated), "missing": percent(not_stated, whole),
    }  # fmt: skip
    if not most.value:
        return say(N_("Tất cả %(whole)s %(unit)s chưa rõ."), **facts)
    if not_stated:
        return say(N_("Nhiều nhất là “%(label)s”: %(share)s của %(whole)s %(unit)s; %(missing)s chưa rõ."), **facts)
    return say(N_("Nhiều nhất là “%(label)s”: %(share)s của %(whole)s %(unit)s."), **facts)


def _pieces(parts: Sequence[Part]) -> list[_Piece]:
    whole, so_far = sum(part.value for part in parts), 0
    pieces = []
    for place, part in enumerate(parts):
        look, grain = _UNKNOWN if place == len(parts) - 1 else _LOOKS[place]
        begins, long = (so_far / whole, part.value / whole) if whole else (0.0, 0.0)
        pieces.append(_Piece(part, look, grain, begins, long, percent(part.value, whole)))
        so_far += part.value
    return pieces


def _table(pieces: Sequence[_Piece], say: Say) -> Table:
    rows = [row(one.part.label, number(one.part.value), one.of_whole, href=one.part.href) for one in pieces]
    columns = N_("Nhóm"), N_("Số lượng"), N_("Tỷ lệ")
    return Table(tuple(map(say, columns)), tuple(rows))


def _drawn(pieces: Sequence[_Piece], width: float) -> tuple[float, list[Mark | Linked]]:
    tall = 26.0 if width == NARROW else 32.0
    marks: list[Mark | Linked] = [box(1, 1, width - 2, tall, "pic-track")]
    for one in pieces:
        if one.long:
            marks.append(box(1 + (width - 2) * one.begins, 1, (width - 2) * one.long, tall, one.look, one.grain))
            marks.append(trace("pic-cut", *((1 + (width - 2) * one.begins, y) for y in (1, tall + 1))))
    columns = 1 if width == NARROW or len(pieces) < 4 else 2
    high = -(-len(pieces) // columns)
    y = tall + 14
    room = (width - 40 * (columns - 1)) / columns
    heights = [0.0] * columns
    for place, one in enumerate(pieces):
        column = place // high
        took, drawn = _labelled(one, column * (room + 40), y + heights[column], room)
        heights[column] += took
        marks += drawn
    return y + max(heights), marks


def _labelled(one: _Piece, left: float, top: float, room: float) -> tuple[float, list[Mark | Linked]]:
    """A line below the bar: the pattern, the label, how many, and their share."""
    size = 13.0
    value, share = number(one.part.value), one.of_whole
    column = max(lettering.width(share, size), 52)
    used = 28 + column + lettering.width(value, size, bold=True) + 20
    lines = lettering.wrap(one.part.label, room - used, size)
    said: list[Mark] = [words(left + 28, top + 14 + 16 * n, line, size) for n, line in enumerate(lines)]
    said.append(strong(left + room - column - 10, top + 14, value, size, "end"))
    said.append(words(left + room, top + 14, share, size, "end"))
    sign = box(left + 1, top + 2, 18, 14, one.look, one.grain)
    return 16.0 * len(lines) + 8, [sign, *linked(one.part.href, *said)]
