"""A list of demobilised soldiers, as a military office hands it over, taken into a cohort at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.cohorts.access import CohortDesk
from exchange.cohorts.actions import join, member_of
from exchange.cohorts.codes import JoinedBy
from exchange.cohorts.tables import Cohort
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import Refused
from exchange.reference import provinces
from exchange.rosters.actions import ListGiven, ListTaken, ListWrong, take_list
from exchange.rosters.codes import LineReason
from exchange.rosters.queries import Looking
from exchange.rosters.rows import ListRow

_c = columns(Cohort)
_PLACE = select(_c.province_code, _c.discharged_on).where(_c.id == bindparam("cohort"))


def looking(desk: CohortDesk) -> Looking:
    """Who may be put into this cohort, and who is in it: only files of the centre, for all of them is shown."""

    def listed(db: Reading, seeker_id: UUID) -> bool:
        return member_of(db, desk.cohort_id, seeker_id) is not None

    return Looking(desk.staff, listed, only_own=True)


def take_soldiers(
    db: Writing, desk: CohortDesk, given: ListGiven, *, request_id: UUID | None, now: datetime
) -> ListTaken | None:
    """Put a list of people into the cohort; None where the same form was sent before.

    Raises ListWrong, also for a line whose days cannot be; then nobody of it is in the cohort.
    """
    hold(db, Cohort, desk.cohort_id)
    by, made = log.sent(db, desk.by(request_id), Kind.COHORT_LIST_TAKEN)
    if made:
        return None
    place = db.execute(_PLACE, {"cohort": desk.cohort_id}).one()
    province = provinces.successor(place.province_code, place.discharged_on)
    taken = take_list(
        db,
        looking(desk),
        given,
        lambda db, seeker, row: _join(db, desk, seeker, row, now=now),
        province=province,
        now=now,
    )
    said = {"known": taken.known, "new": taken.new, "left": taken.left}
    log.record(db, Kind.COHORT_LIST_TAKEN, log.About(desk.cohort_id, facts=said), by=by, at=now)
    return taken


def _join(db: Writing, desk: CohortDesk, seeker_id: UUID, row: ListRow, *, now: datetime) -> None:
    """What the register refuses of one person is said of their line."""
    try:
        join(db, desk, seeker_id, row, JoinedBy.LIST, now=now)
    except Refused as no:
        raise ListWrong(LineReason.DISCHARGE, [row.line]) from no
