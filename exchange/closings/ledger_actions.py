"""Booking what became known after a closing."""

from datetime import datetime
from uuid import UUID

from exchange.centres.access import LeadDesk
from exchange.closings.closed import closing_of
from exchange.closings.codes import ClosingReason
from exchange.closings.differences import Difference, differences
from exchange.closings.ledger_queries import corrections
from exchange.closings.packing import packed
from exchange.closings.rules import why_not_words
from exchange.closings.tables import ClosingId, Correction
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.periods.queries import PeriodView
from exchange.periods.tables import Period


def book_corrections(
    db: Writing, desk: LeadDesk, period: PeriodView, because: str, *, request_id: UUID | None, now: datetime
) -> list[Difference]:
    """Write all differences of a closed period into the ledger with one reason. The same form twice is once.

    Raises Refused without a reason, for an open period, and where there is nothing to book.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.CORRECTION_BOOKED)
    if done:
        return []
    words = squeeze(because)
    if no := why_not_words(words):
        raise Refused(no, "because")
    hold(db, Period, period.id)  # two who book at once: the second finds what is left
    closing = closing_of(db, desk.centre_id, period.id)
    if closing is None:
        raise Refused(ClosingReason.NOT_CLOSED)
    found = differences(db, closing, period)
    _book(db, desk, closing.id, found, words, now)
    about = log.About(closing.id, facts={"period": period.code, "figures": len(found)})
    log.record(db, Kind.CORRECTION_BOOKED, about, by=by, at=now)
    return found


def _book(
    db: Writing, desk: LeadDesk, closing_id: ClosingId, found: list[Difference], because: str, now: datetime
) -> None:
    if not found:
        raise Refused(ClosingReason.NOTHING)
    turns = {one.indicator: one.turn for one in corrections(db, closing_id)}
    for one in found:
        row = {
            "id": new_id(), "closing_id": closing_id, "indicator": one.code, "turn": turns.get(one.code, 0) + 1,
            "before": one.before, "after": one.after, "because": because, "came": packed(one.came),
            "went": packed(one.went), "by_account": desk.account_id, "at": now,
        }  # fmt: skip
        if not insert_once(db, Correction, row):
            raise Conflict(ClosingReason.STEPPED)
