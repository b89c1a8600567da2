"""Dates and sums of money as people type them into forms."""

from collections.abc import Mapping
from datetime import date

from exchange.kernel.text import fold
from exchange.kernel.texts import N_
from web.forms import MISSING, Form


def needed_day(form: Form, name: str) -> date | None:
    """A day that must be there; None when it is not, said at its field."""
    found = form.day(name)
    if found is None:
        form.wrong(name, MISSING)
    return found


def boxes(days: Mapping[str, date | None]) -> dict[str, str]:
    """Days as the three boxes of their fields."""
    parts = ("day", "month", "year")
    return {f"{name}_{part}": str(getattr(day, part)) for name, day in days.items() if day for part in parts}


def dong(form: Form, name: str) -> int | None:
    """A sum in đồng: 3500000, 3.500.000 or 3 500 000 đ."""
    typed = fold(form.get(name)).removesuffix("dong").removesuffix("d")
    digits = typed.translate({ord(sign): None for sign in " .,"})
    if not typed:
        form.wrong(name, MISSING)
    elif digits.isascii() and digits.isdecimal() and len(digits) < 13:
        return int(digits)
    else:
        form.wrong(name, N_("Anh/chị nhập số tiền bằng đồng, ví dụ 3.500.000."))
    return None
