"""A person says yes or no to one purpose while they stand in line: without the needed consents nobody waits on."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.booths.access import TicketSeat
from exchange.booths.actions import leave_queue
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Call
from exchange.journal import log
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict
from exchange.seekers import actions as seekers
from exchange.seekers import queries as seeker_queries
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.persons import files_of
from exchange.seekers.rules import why_not_consent
from exchange.seekers.tables import Seeker, SeekerId

_t, _c = columns(Ticket), columns(Call)
_WAITING = (
    select(_t.id, _t.booth_id, _t.fair_id, _t.seeker_id)
    .where(_t.seeker_id.in_(bindparam("files", expanding=True)), _t.closed_at.is_(None))
    .where(~exists().where(_c.ticket_id == _t.id, _c.closed_at.is_(None)))
    .order_by(_t.fair_id, _t.booth_id)
)


def change_word(
    db: Writing, seeker_id: UUID, purpose: Purpose, *, given: bool, channel: Channel, by: log.By, now: datetime
) -> None:
    """Write down what a person says to one purpose; the word that stands already is not written again.

    Who takes back a needed consent gives back the numbers they wait with, so that no desk shows them any longer. A
    call or an interview that goes on is not cut off: it ends as every other does.
    """
    hold(db, Seeker, seeker_id)
    said = {word.purpose: word.given for word in seeker_queries.consents(db, seeker_id)}
    if said.get(purpose) is given:
        return
    seekers.record_consents(db, seeker_id, {purpose: given}, channel=channel, by=by, now=now)
    if by.account_id and why_not_consent(seeker_queries.gave(db, seeker_id)):
        _leave_lines(db, seeker_id, by.account_id, helped=by.on_behalf_of is not None, now=now)


def _leave_lines(db: Writing, seeker_id: UUID, account_id: UUID, *, helped: bool, now: datetime) -> None:
    rows = db.execute(_WAITING, {"files": files_of(db, seeker_id)}).all()
    for booth_id in sorted(row.booth_id for row in rows):
        hold(db, Booth, booth_id)  # all of them before the first fair's news
    for row in rows:
        seat = TicketSeat(account_id, SeekerId(row.seeker_id), row.id, row.booth_id, row.fair_id, helped)
        with suppress(Conflict):  # called this very moment
            leave_queue(db, seat, request_id=None, now=now)
