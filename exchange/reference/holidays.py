"""What a deadline "in n working days" or "in n months" means. The public holidays come from a maintained package."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache

_SATURDAY = 5
_FIRST_YEAR = 2015


@dataclass(frozen=True)
class Calendar:
    """The days on which offices are closed beside Saturdays and Sundays.

    A Saturday that is worked in exchange for a day off is not known here: it makes a deadline a day later, never
    earlier.
    """

    closed: frozenset[date] = field(default_factory=frozenset)

    def works(self, day: date) -> bool:
        """Whether offices work on a day."""
        return day.weekday() < _SATURDAY and day not in self.closed

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after a day; the day itself is not counted (civil code 2015, article 147)."""
        return _after(self, day, count)

    def between(self, day: date, until: date) -> int:
        """How many working days come after `day`, up to and with `until`; negative where `until` has passed."""
        if until < day:
            return -self.between(until, day)
        return sum(self.works(day + timedelta(days=n)) for n in range(1, (until - day).days + 1))


@lru_cache(maxsize=20_000)  # a worklist asks for the deadlines of thousands of claims, of a few hundred days
def _after(calendar: Calendar, day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.works(day)
    return day


def months_after(day: date, count: int) -> date:
    """The same day of the month so many months later; in a shorter month its last day."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def working_days(today: date) -> Calendar:
    """The calendar for deadlines around a day: from the oldest rules we know to what is announced of next year."""
    return _calendar(today.year + 1)


@cache
def _calendar(last_year: int) -> Calendar:
    import holidays  # some hundred countries: not at start-up

    return Calendar(frozenset(holidays.country_holidays("VN", years=range(_FIRST_YEAR, last_year + 1))))
