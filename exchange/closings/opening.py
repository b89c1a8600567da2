"""Opening the records behind a figure, a correction or a sample: each person named is journalled as looked at."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from exchange.closings.closed import closing_of
from exchange.closings.queries import records
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound
from exchange.periods.queries import PeriodView
from exchange.tallies.access import TallyDesk
from exchange.tallies.catalogue import indicator
from exchange.tallies.codes import RecordKind
from exchange.tallies.indicator import Indicator
from exchange.tallies.queries import PAGE, Chosen
from exchange.tallies.record import Record
from exchange.tallies.records import described


class Opened(msgspec.Struct, frozen=True):
    """A page of the records behind a figure, or a part of it; `many`: how many there are in all.

    `closed_at`: they are those of a closing, as they were told then.
    """

    indicator: Indicator
    rows: list[Record]
    many: int
    page: int
    closed_at: datetime | None = None

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
    """A page of records, of a closed period as they were counted; each person named on it is journalled as read.

    Raises NotFound for another centre's, for what is declared and for a page that is not.
    """
    one = indicator(code)
    if one.opens is None or not desk.opens((which.centre_id,)):
        raise NotFound
    closing = closing_of(db, which.centre_id, period.id)
    ids, many = records(db, desk, period, code, which.chosen, page=which.page)
    facts = {"period": period.code, "figure": code}
    rows = _read(db, desk, one.opens, ids, facts, known=closing.at if closing else None, now=now)
    return Opened(one, rows, many, which.page, closing.at if closing else None)


def shown(
    db: Writing, desk: TallyDesk, kind: RecordKind, ids: Sequence[UUID], facts: dict[str, str], *, now: datetime
) -> dict[UUID, Record]:
    """Records of the desk's centre by id; `facts`: of which period and figure they are."""
    rows = _read(db, desk, kind, ids, facts, known=None, now=now)
    return {row.id: row for row in rows}


def _read(
    db: Writing,
    desk: TallyDesk,
    kind: RecordKind,
    ids: Sequence[UUID],
    facts: dict[str, str],
    *,
    known: datetime | None,
    now: datetime,
) -> list[Record]:
    rows = described(db, desk, kind, ids, known=known)
    seen = [
        (log.About(own, seeker_id=own, facts=facts), log.By(desk.account_id))
        for own in dict.fromkeys(row.seeker_id for row in rows if row.seeker_id)
    ]
    log.record_many(db, Kind.SEEKER_FILE_OPENED, seen, at=now)
    return rows
