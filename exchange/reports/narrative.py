"""The text of a template: our own where a centre has none, and how any is filled with the figures of a period."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from exchange.reports import placeholders
from exchange.reports.codes import Level
from exchange.reports.model import Block, FigureLine, Heading, Paragraph, Run, Table

Template = tuple[Block, ...]
_HEADINGS: Final = {"#": Level.PART, "##": Level.SECTION, "###": Level.CLAUSE, "####": Level.POINT}
_MARKED: Final = re.compile(r"(#{1,4}|-) +(.*)", re.S)


@cache
def standard() -> Template:
    """Our own text for the half-year of a department of labour."""
    return parsed((files(__package__) / "narrative.txt").read_text(encoding="utf-8"))


def parsed(text: str) -> Template:
    """Blocks of a plain text: an empty line between two, "##" before a title, "-" before an item."""
    pieces = (" ".join(piece.split()) for piece in re.split(r"\n\s*\n", text))
    return tuple(_block(piece) for piece in pieces if piece)


def encoded(template: Template) -> str:
    """A template as it is stored."""
    return msgspec.json.encode(template).decode()


def decoded(text: str) -> Template:
    """A stored template; an empty text is our own."""
    return msgspec.json.decode(text, type=Template) if text else standard()


def filled(template: Template, figures: Mapping[str, FigureLine], given: Mapping[str, str]) -> tuple[Block, ...]:
    """A template with the figures and words of a period; paragraphs that stay empty are left out."""
    return tuple(block for raw in template for block in _filled(raw, figures, given))


def missing(template: Template, figures: Mapping[str, FigureLine]) -> tuple[str, ...]:
    """Codes of figures that the text asks for and that are not there."""
    return placeholders.missing(texts(template), figures)


def texts(template: Template) -> Iterator[str]:
    """The words of each heading, paragraph and cell."""
    for block in template:
        if isinstance(block, Table):
            yield from ("".join(run.text for run in cell) for row in block.rows for cell in row)
        else:
            yield block.text


def _block(piece: str) -> Block:
    match = _MARKED.match(piece)
    if match is None:
        return Paragraph((Run(piece),))
    sign, words = match.groups()
    return Paragraph((Run(words),), "-") if sign == "-" else Heading(_HEADINGS[sign], (Run(words),))


def _filled(block: Block, figures: Mapping[str, FigureLine], given: Mapping[str, str]) -> Iterator[Block]:
    if isinstance(block, Table):
        fill = placeholders.fill
        yield Table(tuple(tuple(tuple(fill(cell, figures, given)) for cell in row) for row in block.rows))
        return
    runs = tuple(placeholders.fill(block.runs, figures, given))
    if isinstance(block, Heading):
        yield Heading(block.level, runs)
        return
    for line in _lines(runs):
        if any(run.text.strip() for run in line):
            yield Paragraph(line, block.mark)


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """A paragraph that people wrote in several lines is several paragraphs."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(msgspec.structs.replace(run, text=first))
        for other in others:
            yield tuple(line)
            line = [msgspec.structs.replace(run, text=other)]
    yield tuple(line)
