"""Deadlines as advertisements write them: a date in one of three orders, or the days that were left."""

import re
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from exchange.kernel.text import fold
from exchange.vacancies.adverts.codes import Doubt


class Deadline(Struct, frozen=True):
    """The last day to apply, or None where none is stated or it cannot be read."""

    day: date | None = None
    doubts: tuple[Doubt, ...] = ()


_YEAR_FIRST: Final = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_DAY_FIRST: Final = re.compile(r"\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})\b")
_IN_WORDS: Final = re.compile(r"\b(\d{1,2})\s+thang\s+(\d{1,2})\s+(?:nam\s+)?(\d{4})\b")
_DAYS_LEFT: Final = re.compile(r"(?:con\s+)?(\d{1,3})(?:\s+ngay.*)?")
_NAMED: Final = {"hom nay": 0, "today": 0, "ngay mai": 1}
_FARTHEST: Final = timedelta(days=3 * 366)


def read_deadline(text: str, seen_on: date) -> Deadline:
    """`seen_on`: the day the advertisement was read off, from which "5" (days left) and "Hôm nay" count."""
    line = fold(text)
    if not line or line in {"-", "khong", "khong gioi han", "khong thoi han"}:
        return Deadline()
    if line in _NAMED:
        return _left(_NAMED[line], seen_on)
    if found := _DAYS_LEFT.fullmatch(line):
        return _left(int(found[1]), seen_on)
    if found := _YEAR_FIRST.search(line):
        return _on(int(found[1]), int(found[2]), int(found[3]), seen_on)
    if found := _DAY_FIRST.search(line) or _IN_WORDS.search(line):
        year = int(found[3])
        return _on(year + 2000 if year < 100 else year, int(found[2]), int(found[1]), seen_on)
    return Deadline(doubts=(Doubt.DATE_UNREADABLE,))


def _left(days: int, seen_on: date) -> Deadline:
    return Deadline(seen_on + timedelta(days=days), (Doubt.DATE_FROM_DAYS_LEFT,))


def _on(year: int, month: int, day: int, seen_on: date) -> Deadline:
    try:
        found = date(year, month, day)
    except ValueError:
        return Deadline(doubts=(Doubt.DATE_IMPOSSIBLE,))
    if abs(found - seen_on) > _FARTHEST:
        return Deadline(doubts=(Doubt.DATE_IMPOSSIBLE,))
    return Deadline(found)


_SOURCE_MONTH: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")


def day_seen(source: str, today: date) -> date:
    """The day on which a source was read off, as far as its name says: "board-2025-09" is the middle of that month."""
    if found := _SOURCE_MONTH.search(source):
        try:
            return min(date(int(found[1]), int(found[2]), int(found[3] or 15)), today)
        except ValueError:
            return today
    return today
