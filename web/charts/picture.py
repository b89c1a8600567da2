"""A picture as a page is given it: its finding in words, its drawings, and the table with the same numbers."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from web.charts.marks import Drawing, Linked, Mark

NARROW, WIDE = 300, 680  # of the viewBox: about the pixels of a phone's column and of a page, so text keeps its size
NOTHING = "–"


class Say(Protocol):
    """`Render.text`: a sentence in the language of the page."""

    def __call__(self, source: str, **values: object) -> str: ...


class About(msgspec.Struct, frozen=True):
    """What a caller says about a picture.

    `name`: unique on the page, letters and hyphens. `title`: what is shown, without the finding. `caption`: the
    finding, where the computed one does not say enough. `csv`: the address of the same numbers as a file.
    """

    name: str
    title: str
    caption: str = ""
    csv: str = ""


class Cell(msgspec.Struct, frozen=True):
    """A cell of the table, as written."""

    text: str
    href: str = ""


class Table(msgspec.Struct, frozen=True):
    """The numbers of a picture. The first cell of a row names it; the others are figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Picture(msgspec.Struct, frozen=True):
    """Ready for `charts.figure(picture)`. `caption`: one sentence with the finding; `told`: the numbers in words."""

    kind: str
    about: About
    caption: str
    told: str
    drawings: tuple[Drawing, ...]
    table: Table
    note: str = ""  # how the figures came to be, below the finding

    @property
    def leads(self) -> bool:
        """Whether parts of the drawing are links: then it is no single image to a screen reader."""
        return any(isinstance(mark, Linked) for drawing in self.drawings for mark in drawing.marks)


Draw = Callable[[float], tuple[float, list[Mark | Linked]]]  # the width → the height and the marks


def both(draw: Draw, wide: float = WIDE) -> tuple[Drawing, ...]:
    """The same picture for a phone and for a desk."""
    drawn = ((shape, width, *draw(width)) for shape, width in (("narrow", NARROW), ("wide", wide)))
    return tuple(Drawing(shape, width, height, tuple(marks)) for shape, width, height, marks in drawn)


def row(*texts: str, href: str = "") -> tuple[Cell, ...]:
    """A row of the table; `href` is where its first figure leads."""
    return tuple(Cell(text, href if place == 1 else "") for place, text in enumerate(texts))


def linked(href: str, *marks: Mark) -> list[Mark | Linked]:
    """The marks as a link, where there is one."""
    return [Linked(href, marks)] if href else list(marks)
