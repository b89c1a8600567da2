"""What time itself ends: interviews that nobody gave an outcome before the fair's results closed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update

from exchange.booths.codes import TicketEnd
from exchange.booths.news import about_call
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.fairs.tables import Fair
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold

_c, _i, _t, _f = columns(Call), columns(Interview), columns(Ticket), columns(Fair)
_STALE = (
    select(_c.id, _c.ticket_id, _c.booth_id, _c.fair_id)
    .join(Fair, _f.id == _c.fair_id)
    .where(_c.closed_at.is_(None), _c.answered_at.is_not(None), _f.results_until <= bindparam("now"))
    .order_by(_c.called_at, _c.id)
    .limit(1)
)


def any_left_open(db: Reading, *, now: datetime) -> bool:
    """Whether an interview of a fair that is over still waits for its outcome."""
    return db.execute(_STALE, {"now": now}).first() is not None


def end_one_left_open(db: Writing, *, now: datetime) -> bool:
    """End one such interview: without an outcome it is counted as such, and the person can be called elsewhere again.

    Run by the server's sweep, by any process: a guarded UPDATE decides who does it. False when there is none left.
    """
    row = db.execute(_STALE, {"now": now}).first()
    if row is None:
        return False
    hold(db, Booth, row.booth_id)
    still = update(Call).where(_c.id == row.id, _c.closed_at.is_(None)).values(closed_at=now)
    if db.execute(still).rowcount:  # type: ignore[attr-defined]
        _end(db, row.id, row.ticket_id, now)
        about = about_call(db, row.id)
        log.record(db, Kind.TALK_LEFT_OPEN, about, by=log.By(None), at=now, stream=row.fair_id)
    return True


def _end(db: Writing, call_id: UUID, ticket_id: UUID, now: datetime) -> None:
    db.execute(update(Interview).where(_i.call_id == call_id, _i.ended_at.is_(None)).values(ended_at=now))
    ended = {"closed_at": now, "ended_as": TicketEnd.INTERVIEWED}
    db.execute(update(Ticket).where(_t.id == ticket_id, _t.closed_at.is_(None)).values(ended))
