"""The conversation of an interview, the same for both sides."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.booths import queries as booths
from exchange.booths.codes import Speaker
from exchange.booths.rules import TALK_STAYS_OPEN, may_write
from exchange.booths.talk_tables import Interview, Message
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.tables import Seeker

_s, _a, _i, _m = columns(Seeker), columns(Account), columns(Interview), columns(Message)
_SAID = (
    select(_m.id, _m.speaker, _m.text, _m.at)
    .where(_m.interview_id == bindparam("interview"))
    .order_by(_m.at, _m.id)
    .limit(500)
)


_TALK = (
    select(_i.id, _i.booth_id, _i.fair_id, _i.started_at, _i.ended_at, _s.full_name, _a.name, _i.seeker_id)
    .join(Seeker, _s.id == _i.seeker_id)
    .join(Account, _a.id == _i.interviewer)
    .where(_i.id == bindparam("interview"))
)


class Said(msgspec.Struct, frozen=True):
    """One message."""

    id: UUID
    side: Speaker
    by: str
    text: str
    at: datetime


class Talk(msgspec.Struct, frozen=True):
    """A conversation, the same for both sides."""

    id: UUID
    booth_id: UUID
    fair_id: UUID
    seeker_id: UUID
    seeker: str
    employer: str
    interviewer: str
    started_at: datetime
    ended_at: datetime | None
    closes_at: datetime | None
    messages: list[Said]

    def may_write(self, now: datetime) -> bool:
        """Whether either side may still write."""
        return may_write(self.ended_at, now)


def talk(db: Reading, interview_id: UUID) -> Talk:
    """One conversation. Raises NotFound. Who may read it is `access`."""
    row = db.execute(_TALK, {"interview": interview_id}).first()
    if row is None:
        raise NotFound
    _id, booth_id, fair_id, started, ended, seeker, interviewer, seeker_id = row
    employer = booths.head(db, booth_id).employer
    by = {Speaker.SEEKER: seeker, Speaker.BOOTH: employer}
    said = [
        Said(message, side, by[side], text, at)
        for message, side, text, at in db.execute(_SAID, {"interview": interview_id})
    ]
    closes = ended + TALK_STAYS_OPEN if ended else None
    return Talk(_id, booth_id, fair_id, seeker_id, seeker, employer, interviewer, started, ended, closes, said)
