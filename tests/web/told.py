"""Values of forms: days by their three boxes, and what tests are given in a list before any of them runs."""

from collections.abc import Callable
from datetime import date
from typing import Any

from exchange.kernel import clock

Told = dict[str, Any] | Callable[[], dict[str, Any]]


def now(told: Told) -> dict[str, Any]:
    """The values as they are, or reckoned now: a day reckoned while tests are collected may be yesterday by then."""
    return told() if callable(told) else told


def today() -> date:
    """The local day, asked anew each time: a run may go on past midnight."""
    return clock.local_day(clock.now())


def boxes(name: str, day: date) -> dict[str, str]:
    """A day as the three boxes of a form send it."""
    return {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
