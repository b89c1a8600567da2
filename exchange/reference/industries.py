"""Industries of the official list (VSIC) as of a day: sections (letters) and divisions (two digits), in memory."""

from datetime import date
from functools import cache

from msgspec import Struct

from exchange.reference.files import rows_of


class Industry(Struct, frozen=True):
    """A section (level 1) or a division (level 2) in one edition of the list."""

    code: str
    level: int
    name: str
    valid_from: date


@cache
def _editions() -> dict[date, dict[str, Industry]]:
    by_day: dict[date, dict[str, Industry]] = {}
    for row in rows_of("industries"):
        day = date.fromisoformat(row["valid_from"])
        by_day.setdefault(day, {})[row["code"]] = Industry(row["code"], int(row["level"]), row["name"], day)
    return by_day


def _edition(day: date) -> dict[str, Industry]:
    """The edition in force on `day`; before the first one there is none."""
    begun = [valid_from for valid_from in _editions() if valid_from <= day]
    return _editions()[max(begun)] if begun else {}


def get(code: str, day: date) -> Industry | None:
    """What `code` means on `day`: "K" is finance until 14 November 2025, telecommunications and computing since."""
    return _edition(day).get(code)


def sections(day: date) -> tuple[Industry, ...]:
    """The sections (letters) of `day`."""
    return tuple(i for i in _edition(day).values() if i.level == 1)
