"""Shares of a whole, as the official reports write them."""

from web.charts.picture import NOTHING
from web.render import number


def percent(part: int, whole: int) -> str:
    """15384 of 23000 → 66,88%: cut off after two decimals, as the reports do; 50%; – of nothing."""
    if whole <= 0:
        return NOTHING
    hundredths = part * 10_000 // whole
    decimals = f"{hundredths % 100:02}".rstrip("0")
    return number(hundredths // 100) + (f",{decimals}" if decimals else "") + "%"


def level(value: float) -> str:
    """50 → 50%; 41.666 → 41,66%: a level to compare with, cut off like the rest."""
    return percent(int(round(value * 100, 4)), 10_000)
