"""The one place that reads the clock, and what a day is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present, aware, in UTC. Called at the edge once a request and passed down by keyword."""
    return datetime.now(UTC)


def local_day(at: datetime) -> date:
    """The calendar day on which `at` falls in Viet Nam: what every form and every period means by a date."""
    return at.astimezone(VIETNAM).date()
