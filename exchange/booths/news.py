"""What a journal entry about a call says, so that every live region it touches can be found from it alone."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.journal.log import About
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_c, _i, _t = columns(Call), columns(Interview), columns(Ticket)
_CALL = (
    select(_c.id, _c.ticket_id, _c.booth_id, _c.fair_id, _c.seeker_id, _c.called_by, _i.id.label("interview_id"))
    .outerjoin(Interview, _i.call_id == _c.id)
    .where(_c.id == bindparam("call"))
)
_OTHERS = select(_t.id, _t.booth_id).where(
    _t.seeker_id == bindparam("seeker"),
    _t.fair_id == bindparam("fair"),
    _t.closed_at.is_(None),
    _t.id != bindparam("ticket"),
)


def about_call(db: Reading, call_id: UUID, *, subject_id: UUID | None = None) -> About:
    """About a call and all that follows from it.

    Facts: `ticket`, `caller` (account), `interview` (if begun), and `others`: the person's other open tickets with
    their booths, which are held while the person is in this call and wait again after it.
    """
    call = db.execute(_CALL, {"call": call_id}).one()
    others = db.execute(_OTHERS, {"seeker": call.seeker_id, "fair": call.fair_id, "ticket": call.ticket_id})
    facts: dict[str, Any] = {"ticket": str(call.ticket_id), "caller": str(call.called_by)}
    if call.interview_id:
        facts["interview"] = str(call.interview_id)
    if waiting := [[str(ticket), str(booth)] for ticket, booth in others]:
        facts["others"] = waiting
    return About(subject_id or call.id, call.booth_id, call.seeker_id, facts)


def about_interview(db: Reading, interview_id: UUID, *, subject_id: UUID) -> About:
    """About something in an interview: a message, an outcome, a correction. Facts as of `about_call`."""
    call_id = db.execute(select(_i.call_id).where(_i.id == interview_id)).scalar_one()
    return about_call(db, call_id, subject_id=subject_id)
