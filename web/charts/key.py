"""What the signs of a drawing mean, in a line or two above it."""

from collections.abc import Callable, Sequence

import msgspec

from web.charts import lettering
from web.charts.marks import Mark, words

SIGN, GAP, LINE = 26.0, 18.0, 19.0  # the room of a sign, between two entries, from line to line
Sign = Callable[[float, float], Mark]  # from its left end and the middle of its line to its mark


class Meaning(msgspec.Struct, frozen=True):
    """One entry: a sign and its words."""

    sign: Sign
    text: str


def key(entries: Sequence[Meaning], width: float, size: float) -> tuple[float, list[Mark]]:
    """The height it takes, and its marks. Entries that do not fit beside each other go on the next line."""
    x, y = 0.0, LINE / 2
    marks: list[Mark] = []
    for entry in entries:
        (text,) = lettering.wrap(entry.text, width - SIGN, size, most=1)
        room = SIGN + lettering.width(text, size)
        if x and x + room > width:
            x, y = 0.0, y + LINE
        marks += [entry.sign(x, y), words(x + SIGN, y + size * 0.35, text, size, look="soft")]
        x += room + GAP
    return (y + LINE / 2 if entries else 0.0), marks
