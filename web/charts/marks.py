"""What a drawing is made of. Units are those of its viewBox; every mark knows the rectangle it stays in."""

from typing import ClassVar, Literal

import msgspec

from web.charts import lettering

Anchor = Literal["start", "middle", "end"]
Extent = tuple[float, float, float, float]  # left, top, right, bottom


class Box(msgspec.Struct, frozen=True):
    """A rectangle. `look`: its class; `grain`: the pattern that fills it, "" for a plain colour."""

    kind: ClassVar[str] = "box"
    x: float
    y: float
    width: float
    height: float
    look: str
    grain: str = ""

    @property
    def extent(self) -> Extent:
        """The rectangle itself."""
        return self.x, self.y, self.x + self.width, self.y + self.height


class Words(msgspec.Struct, frozen=True):
    """One line of text; `y` is its base line. `look`: its class, "" for ordinary ink."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = "start"
    bold: bool = False
    look: str = ""

    @property
    def extent(self) -> Extent:
        """The room it takes in the widest of the fonts that may be used, marks above and below included."""
        width = lettering.width(self.text, self.size, bold=self.bold)
        left = self.x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - self.size * 0.85, left + width, self.y + self.size * 0.25


class Trace(msgspec.Struct, frozen=True):
    """A line through points, or the outline of an area where `look` fills it."""

    kind: ClassVar[str] = "trace"
    points: tuple[tuple[float, float], ...]
    look: str

    @property
    def path(self) -> str:
        """As the attribute `d`."""
        return "M" + "L".join(f"{x} {y}" for x, y in self.points)

    @property
    def extent(self) -> Extent:
        """From the leftmost to the rightmost point, from the highest to the lowest."""
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)


class Dot(msgspec.Struct, frozen=True):
    """A round marker."""

    kind: ClassVar[str] = "dot"
    x: float
    y: float
    radius: float
    look: str

    @property
    def extent(self) -> Extent:
        """The square around it."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


Mark = Box | Words | Trace | Dot


class Linked(msgspec.Struct, frozen=True):
    """Marks that lead somewhere together."""

    kind: ClassVar[str] = "linked"
    href: str
    marks: tuple[Mark, ...]


class Drawing(msgspec.Struct, frozen=True):
    """One SVG. `shape`: "narrow" for phones and columns, "wide" for desks and paper."""

    shape: str
    width: float
    height: float
    marks: tuple[Mark | Linked, ...]

    @property
    def flat(self) -> tuple[Mark, ...]:
        """All marks, those that lead somewhere included."""
        return tuple(part for mark in self.marks for part in (mark.marks if isinstance(mark, Linked) else (mark,)))

    @property
    def grains(self) -> list[str]:
        """The patterns it needs."""
        return sorted({mark.grain for mark in self.flat if isinstance(mark, Box) and mark.grain})


def box(x: float, y: float, width: float, height: float, look: str, grain: str = "") -> Box:
    """A rectangle, to a tenth of a unit."""
    return Box(short(x), short(y), short(width), short(height), look, grain)


def words(x: float, y: float, text: str, size: float, anchor: Anchor = "start", look: str = "") -> Words:
    """A line of text."""
    return Words(short(x), short(y), text, size, anchor, look=look)


def strong(x: float, y: float, text: str, size: float, anchor: Anchor = "start", look: str = "") -> Words:
    """A line of bold text."""
    return Words(short(x), short(y), text, size, anchor, bold=True, look=look)


def trace(look: str, *points: tuple[float, float]) -> Trace:
    """A line through points, to a tenth of a unit."""
    return Trace(tuple((short(x), short(y)) for x, y in points), look)


def short(value: float) -> float:
    """To a tenth, and without a decimal where it has none: what is sent for each mark."""
    tenth = round(value, 1)
    return int(tenth) if tenth == int(tenth) else tenth
