"""Provinces as of a day, in memory: 63 until 30 June 2025, 34 since; old names find the province that took them over.

A code alone is ambiguous (15, 24, 44, 52, 80, 82 and 91 mean another province since the merger), so every question
takes the day on which the code or the name was written.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final, Literal

from msgspec import Struct

from exchange.kernel.text import fold, words
from exchange.reference.codes import ProvinceKind
from exchange.reference.files import rows_of

MERGER_DAY: Final = date(2025, 7, 1)
_PREFIXES: Final = (("thanh", "pho"), ("tp",), ("tinh",))
_SUFFIXES: Final = (("city",), ("province",), ("viet", "nam"), ("vietnam",))


class Province(Struct, frozen=True):
    """A province as an edition of the list has it."""

    code: str
    name: str
    kind: ProvinceKind
    valid_from: date

    @property
    def full_name(self) -> str:
        """As in an official paper: Tỉnh Trà Vinh."""
        return f"{self.kind.label} {self.name}"

    @property
    def short_name(self) -> str:
        """As people say it; only the city named after a person keeps its title."""
        return f"TP. {self.name}" if self.name == "Hồ Chí Minh" else self.name


@cache
def _editions() -> dict[str, tuple[tuple[date, ...], tuple[Province | None, ...]]]:
    """For each code the days on which it changed its meaning, and what it meant from then on (None: nothing)."""
    by_code: dict[str, list[tuple[date, Province | None]]] = {}
    for row in rows_of("provinces"):
        day = date.fromisoformat(row["valid_from"])
        meant = Province(row["code"], row["name"], ProvinceKind(row["kind"]), day)
        by_code.setdefault(row["code"], []).append((day, None if row["retired"] == "1" else meant))
    return {code: (tuple(d for d, _ in history), tuple(p for _, p in history)) for code, history in by_code.items()}


@cache
def newest_day() -> date:
    """The day of the newest edition: the list as of now."""
    return max(day for days, _ in _editions().values() for day in days)


def get(code: str, day: date) -> Province | None:
    """What `code` means on `day`."""
    days, meanings = _editions().get(code, ((), ()))
    at = bisect_right(days, day)
    return meanings[at - 1] if at else None


@cache
def as_of(day: date) -> tuple[Province, ...]:
    """All provinces of `day`, in the order of their codes (north to south)."""
    return tuple(p for p in (get(code, day) for code in sorted(_editions())) if p)


@cache
def _mergers() -> tuple[tuple[date, dict[str, str]], ...]:
    by_day: dict[date, dict[str, str]] = {}
    for row in rows_of("province_mergers"):
        by_day.setdefault(date.fromisoformat(row["merged_on"]), {})[row["old_code"]] = row["new_code"]
    return tuple(sorted(by_day.items()))


def successor(code: str, day: date, to: date | None = None) -> str:
    """The code on the day `to` (default: now) of the province that `code` meant on `day`."""
    until = to or newest_day()
    for merged_on, heirs in _mergers():
        if day < merged_on <= until:
            code = heirs.get(code, code)
    return code


@lru_cache(maxsize=50_000)  # some hundred codes on some hundred days
def name_of(code: str, on_day: date, as_of: Literal["then", "now"] = "then") -> str:
    """The short name of what `code` meant on `on_day`: as of that day, or of the province that is there now.

    A code that meant nothing on that day comes back as it is, so that a report shows the fault instead of hiding it.
    """
    day = on_day if as_of == "then" else newest_day()
    found = get(successor(code, on_day, day), day)
    return found.short_name if found else code


def covering(code: str) -> tuple[str, ...]:
    """The codes of the 63 provinces whose land the province `code` of the 34 has now."""
    return tuple(sorted(old for old, new in _mergers()[-1][1].items() if new == code))


def _names() -> Iterator[tuple[str, str, date]]:
    """Each name anybody uses, the code it stands for, and the day from which the code means it."""
    first_day = min(days[0] for days, _ in _editions().values())
    for days, meanings in _editions().values():
        yield from ((p.name, p.code, day) for day, p in zip(days, meanings, strict=True) if p)
    for row in rows_of("province_aliases"):
        yield row["name"], row["province"], first_day


@cache
def by_name() -> dict[tuple[str, ...], tuple[str, date]]:
    """Folded words of a name → (code, day on which the code means it), the oldest meaning first; also run together."""
    found: dict[tuple[str, ...], tuple[str, date]] = {}
    for name, code, day in sorted(_names(), key=lambda entry: entry[2]):
        key = words(fold(name))
        found.setdefault(key, (code, day))
        found.setdefault(("".join(key),), (code, day))
    return found


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """Without "tỉnh", "TP." … in front and "City", "Việt Nam" … behind."""
    for prefix in _PREFIXES:
        if len(name) > len(prefix) and name[: len(prefix)] == prefix:
            return _bare(name[len(prefix) :])
    for suffix in _SUFFIXES:
        if len(name) > len(suffix) and name[-len(suffix) :] == suffix:
            return _bare(name[: -len(suffix)])
    return name


def find(text: str, day: date) -> Province | None:
    """The province of `day` that `text` names, whole: any spelling, old names and customary ones ("Sài Gòn")."""
    written = words(fold(text))
    for name in (written, _bare(written)):
        if known := by_name().get(name) or by_name().get(("".join(name),)):
            return in_force(known, day)
    return None


def in_force(known: tuple[str, date], day: date) -> Province | None:
    """The province of `day` for a code as of another day."""
    code, meant_on = known
    return get(successor(code, meant_on, day) if meant_on <= day else code, day)
