"""Opening the records behind a figure: a look at somebody's file is written down like a change to it."""

from datetime import datetime
from uuid import UUID

import msgspec

from exchange.counselling.rules import Days
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound
from exchange.periods.queries import PeriodView
from exchange.tallies.access import TallyDesk
from exchange.tallies.catalogue import indicator
from exchange.tallies.indicator import Indicator
from exchange.tallies.queries import PAGE, Chosen, Scope, page_of
from exchange.tallies.record import Record
from exchange.tallies.records import described


class Opened(msgspec.Struct, frozen=True):
    """A page of the records behind a figure, or a part of it; `many`: how many there are in all."""

    indicator: Indicator
    rows: list[Record]
    many: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages they fill, one at least."""
        return max(1, -(-self.many // PAGE))


class Which(msgspec.Struct, frozen=True):
    """Which records: those of a centre, of all or of a part, page by page."""

    centre_id: UUID
    chosen: Chosen | None = None
    page: int = 1


def open_records(db: Writing, desk: TallyDesk, period: PeriodView, code: str, *, which: Which, now: datetime) -> Opened:
    """A page of records; each person named on it is journalled as read.

    Raises NotFound for another centre's, for what is declared and for a page that is not.
    """
    one = indicator(code)
    if one.opens is None or not desk.opens((which.centre_id,)):
        raise NotFound
    scope = Scope(Days(period.first_day, period.last_day), (which.centre_id,))
    ids, many = page_of(db, scope, code, which.chosen, page=which.page)
    rows = described(db, desk, one.opens, ids)
    facts = {"period": period.code, "figure": code}
    seen = [
        (log.About(own, seeker_id=own, facts=facts), log.By(desk.account_id))
        for own in dict.fromkeys(row.seeker_id for row in rows if row.seeker_id)
    ]
    log.record_many(db, Kind.SEEKER_FILE_OPENED, seen, at=now)
    return Opened(one, rows, many, which.page)
