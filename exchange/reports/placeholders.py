"""Placeholders of a template: `{{ jobs_created }}` and the like, found, checked and filled. Nothing is executed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from exchange.kernel.texts import N_
from exchange.reports.codes import ParagraphKey, ReportReason
from exchange.reports.model import FigureLine, Run, words
from exchange.tallies.catalogue import INDICATORS

# Every figure of the catalogue, those of the report of reference first, in its order.
CODES: Final = tuple(one.code for one in sorted(INDICATORS, key=lambda one: one.row or 99))
GIVEN: Final = ("period", "centre", *ParagraphKey)  # words that are no figures
PARTS: Final = ("percent", "plan", "last_year", "change")
MISSING: Final = N_("(chưa có số liệu)")
_FOUND: Final = re.compile(r"\{\{(.*?)\}\}")
_COMMAND: Final = re.compile(r"\{[%#].*?(?:[%#]\}|$)")
_LOOSE: Final = re.compile(r"\{\{[^{}]{0,40}|[^{}\s]{0,40}\s?\}\}")
_SHOWN = 60  # characters of what is wrong that its sentence repeats


class Fault(msgspec.Struct, frozen=True):
    """What of a text is no placeholder of ours, and why."""

    reason: ReportReason
    what: str


def why_not(text: str) -> Fault | None:
    """The first thing in a paragraph that cannot be filled."""
    if command := _COMMAND.search(text):
        return Fault(ReportReason.COMMAND, command[0][:_SHOWN])
    for match in _FOUND.finditer(text):
        if _name(match[1]) not in _KNOWN:
            return Fault(ReportReason.UNKNOWN, match[0][:_SHOWN])
    loose = _LOOSE.search(_FOUND.sub(" ", text))
    return Fault(ReportReason.UNCLOSED, loose[0].strip()) if loose else None


def known() -> tuple[str, ...]:
    """All placeholders there are, as people type them."""
    figures = [f"{code}{part}" for code in CODES for part in ("", *(f".{one}" for one in PARTS))]
    return tuple(f"{{{{ {name} }}}}" for name in (*GIVEN, *figures))


def fill(runs: tuple[Run, ...], figures: Mapping[str, FigureLine], given: Mapping[str, str]) -> Iterator[Run]:
    """Runs with placeholders as runs with words; a placeholder has the style of its first brace.

    Word cuts a placeholder over several runs wherever somebody stopped typing, so the paragraph is read as a whole.
    """
    at = 0
    for match in _FOUND.finditer(words(runs)):
        yield from cut(runs, at, match.start())
        style = next(cut(runs, match.start(), match.end()))
        yield _filled(_name(match[1]), style, figures, given)
        at = match.end()
    yield from cut(runs, at)


def missing(texts: Iterator[str], figures: Mapping[str, FigureLine]) -> tuple[str, ...]:
    """Codes that the texts ask for and nobody has counted or declared."""
    asked = (_name(match[1]).partition(".")[0] for text in texts for match in _FOUND.finditer(text))
    return tuple(dict.fromkeys(code for code in asked if code not in GIVEN and code not in figures))


def _name(inside: str) -> str:
    """Word makes the first letter of a sentence a capital and puts spaces that do not break."""
    return "".join(inside.split()).lower()


_KNOWN: Final = frozenset(_name(name.strip("{}")) for name in known())


def _filled(name: str, style: Run, figures: Mapping[str, FigureLine], given: Mapping[str, str]) -> Run:
    if name in GIVEN:
        return msgspec.structs.replace(style, text=given.get(name, ""))
    code, _, part = name.partition(".")
    line = figures.get(code)
    if line is None:
        return msgspec.structs.replace(style, text=MISSING)
    text = line.text if not part else getattr(line, f"{part}_text")
    return msgspec.structs.replace(style, text=text, figure=code)


def cut(runs: tuple[Run, ...], start: int, stop: int | None = None) -> Iterator[Run]:
    """The runs between two places of their common text."""
    begin, end = 0, len(words(runs)) if stop is None else stop
    for run in runs:
        piece = run.text[max(start - begin, 0) : max(end - begin, 0)]
        if piece:
            yield msgspec.structs.replace(run, text=piece)
        begin += len(run.text)
