"""What stands before any figure: the periods of this year and the last, the host's plans, and what others declared."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from exchange.demo.cast import director
from exchange.group_talks.codes import Qualifier
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.periods import actions as periods
from exchange.periods.codes import Calendar, PeriodKind
from exchange.periods.queries import PeriodView, of_day
from exchange.plans import actions as plans
from exchange.plans.actions import PlanGiven
from exchange.tallies import declared_actions
from exchange.tallies.declared_actions import DeclaredGiven

_PLANS: Final = {
    "jobs_created": 23_000, "overseas_departed": 900, "visits": 60, "persons_referred": 20, "fairs_held": 4,
    "openings_published": 1_200, "persons_placed": 30,
}  # fmt: skip
_DECLARED: Final = {"jobs_created": 1_418, "overseas_departed": 26, "training_enrolled": 507}
_DOCUMENT: Final = "Quyết định giao kế hoạch năm %s"
_OFFICE: Final = "Phòng Việc làm - An toàn lao động"


def begin_years(db: Writing, *, now: datetime) -> None:
    """In the name of the host's director."""
    desk, today = director(db), local_day(now)
    years = {today.year - 1, today.year, _administrative_year(today)}
    for year in sorted(years):
        for calendar in Calendar:
            periods.plan_year(db, desk, year, calendar, now=now)
    for year in sorted({today.year, _administrative_year(today)}):
        for code, target in _PLANS.items():
            given = PlanGiven(code, year, target, _DOCUMENT % year)
            plans.set_plan(db, desk, given, request_id=None, now=now)
    month = _last_month(db, today)
    for code, value in _DECLARED.items():
        told = DeclaredGiven(code, value, Qualifier.EXACT, _OFFICE, f"Báo cáo tháng, kỳ {month.code}")
        key = uuid5(NAMESPACE_URL, f"declared:{month.code}:{code}")
        declared_actions.declare(db, desk, month, told, client_key=key, now=now)


def _administrative_year(today: date) -> int:
    """The administrative year begins on 15 December."""
    return today.year + 1 if (today.month, today.day) >= (12, 15) else today.year


def _last_month(db: Writing, today: date) -> PeriodView:
    """The administrative month before the present one."""
    present = _month(db, today)
    return _month(db, present.first_day - timedelta(days=1))


def _month(db: Writing, day: date) -> PeriodView:
    found = of_day(db, day)
    return next(one for one in found if (one.kind, one.calendar) == (PeriodKind.MONTH, Calendar.ADMINISTRATIVE))
