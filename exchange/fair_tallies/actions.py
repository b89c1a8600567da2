"""Opening the records behind a figure: a look at somebody's file is written down like a change to it."""

from datetime import datetime

from exchange.fair_tallies.access import TallyDesk
from exchange.fair_tallies.records import Records, Site, records
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing


def open_records(db: Writing, desk: TallyDesk, code: str, *, site: Site, page: int = 1, now: datetime) -> Records:
    """A page of the records behind a figure; each person named on it is journalled as read. Raises NotFound."""
    found = records(db, desk, code, site=site, page=page, now=now)
    facts = {"fair": str(desk.fair_id), "figure": found.code}
    for seeker_id in dict.fromkeys(row.seeker_id for row in found.rows if row.seeker_id):
        about = log.About(seeker_id, seeker_id=seeker_id, facts=facts)
        log.record(db, Kind.SEEKER_FILE_OPENED, about, by=log.By(desk.account_id), at=now)
    return found
