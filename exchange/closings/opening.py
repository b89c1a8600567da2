"""Showing the records of corrections, changes and samples: each person named is journalled as looked at."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing
from exchange.tallies.access import TallyDesk
from exchange.tallies.codes import RecordKind
from exchange.tallies.record import Record
from exchange.tallies.records import described


def shown(
    db: Writing, desk: TallyDesk, kind: RecordKind, ids: Sequence[UUID], facts: dict[str, str], *, now: datetime
) -> dict[UUID, Record]:
    """Records of the desk's centre by id; `facts`: of which period and figure they are."""
    rows = described(db, desk, kind, ids)
    seen = [
        (log.About(own, seeker_id=own, facts=facts), log.By(desk.account_id))
        for own in dict.fromkeys(row.seeker_id for row in rows if row.seeker_id)
    ]
    log.record_many(db, Kind.SEEKER_FILE_OPENED, seen, at=now)
    return {row.id: row for row in rows}
