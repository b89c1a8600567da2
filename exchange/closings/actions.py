"""Closing a period: once, for good."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert

from exchange.centres.access import StaffDesk
from exchange.centres.codes import Role
from exchange.closings import ledger_queries, queries, storing
from exchange.closings.closed import closing_of
from exchange.closings.codes import ClosingReason
from exchange.closings.gathering import Gathered, gathered
from exchange.closings.hindrances import hindrances
from exchange.closings.tables import Carried, Closing, ClosingId
from exchange.counselling.rules import Days
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.periods.queries import PeriodView
from exchange.periods.tables import Period
from exchange.plans.queries import Line
from exchange.tallies.indicators import COUNTED
from exchange.tallies.queries import Scope


def close_period(
    db: Writing, desk: StaffDesk, period: PeriodView, *, request_id: UUID | None, now: datetime
) -> ClosingId:
    """Store every figure of the desk's centre with its parts and records. The same form twice is once.

    Raises Refused where something stands in the way; who closes second is told that it is closed.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.PERIOD_CLOSED)
    if done:
        return ClosingId(done)
    if desk.role is not Role.DIRECTOR:
        raise Refused(ClosingReason.DIRECTOR)
    hold(db, Period, period.id)  # so that no step is taken, and nobody else closes, meanwhile
    if closing_of(db, desk.centre_id, period.id):
        raise Refused(ClosingReason.CLOSED)
    scope = Scope(Days(period.first_day, period.last_day), (desk.centre_id,))
    lines = queries.open_lines(db, period, desk.centre_id)
    found = gathered(db, scope, [one.code for one in COUNTED], divided=True)
    values = _values(lines, found)
    if no := hindrances(db, desk.centre_id, period, values, today=local_day(now)).reason:
        raise Refused(no)
    own = _closed(db, desk, period, now)
    storing.store(db, own, lines, found, storing.papers(db, desk.centre_id, period, lines))
    log.record(db, Kind.PERIOD_CLOSED, log.About(own, facts={"period": period.code}), by=by, at=now)
    return own


def _values(lines: Sequence[Line], found: Mapping[str, Gathered]) -> dict[str, int | None]:
    """Each figure as it will be stored: a counted one is as many as its records."""
    return {
        line.figure.code: found[line.figure.code].value if line.figure.code in found else line.figure.value
        for line in lines
    }


def _closed(db: Writing, desk: StaffDesk, period: PeriodView, now: datetime) -> ClosingId:
    """The closing itself, with the corrections that are carried into this report."""
    more = ledger_queries.carried(db, desk.centre_id, period)
    own = ClosingId(new_id())
    row = {"id": own, "centre_id": desk.centre_id, "period_id": period.id, "by_account": desk.account_id, "at": now}
    if not insert_once(db, Closing, row):
        raise Refused(ClosingReason.CLOSED)
    if more:
        db.execute(insert(Carried), [{"correction_id": one.id, "closing_id": own} for one in more])
    return own
