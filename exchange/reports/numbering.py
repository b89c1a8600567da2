"""Numbers of the parts of a text, as Decree 30/2020/NĐ-CP, Annex I, part I, II.6 and V.6b write them."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from exchange.kernel.texts import N_
from exchange.reports.codes import Level
from exchange.reports.model import Block, Heading

# The alphabet without those that take a mark (ă â ê ô ơ ư), and with đ; Vietnamese has no f, j, w, z.
LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
PART: Final = N_("Phần %(number)s")
_ORDER: Final = list(Level)
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """1 as I, 4 as IV."""
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def letter(number: int) -> str:
    """1 as a, 5 as đ; after y come aa, ab …"""
    written = ""
    while number:
        number, at = divmod(number - 1, len(LETTERS))
        written = LETTERS[at] + written
    return written


def label(level: Level, number: int) -> str:
    """What stands before a title: "Phần I", "I.", "1.", "a)"."""
    match level:
        case Level.PART:
            return PART % {"number": roman(number)}
        case Level.SECTION:
            return f"{roman(number)}."
        case Level.CLAUSE:
            return f"{number}."
        case Level.POINT:
            return f"{letter(number)})"
    assert_never(level)


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Each block with what stands before it; only headings are numbered, each level within the one above."""
    counts = dict.fromkeys(Level, 0)
    for block in blocks:
        if not isinstance(block, Heading):
            yield "", block
            continue
        counts[block.level] += 1
        for below in _ORDER[_ORDER.index(block.level) + 1 :]:
            counts[below] = 0
        yield label(block.level, counts[block.level]), block
