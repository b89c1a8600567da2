"""A small calendar: some public holidays of 2026, as the rules are given them."""

from datetime import date

from exchange.reference.holidays import Calendar

TET = frozenset(date(2026, 2, day) for day in (16, 17, 18, 19, 20))
CALENDAR = Calendar(TET | {date(2026, 1, 1), date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 2)})
