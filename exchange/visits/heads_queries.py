"""Declared heads: a figure of its own beside what was counted, and never added to it."""

from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select

from exchange.counselling.codes import ClientKind
from exchange.counselling.rules import Days
from exchange.group_talks.codes import Qualifier
from exchange.group_talks.rules import Declared, Sum, total
from exchange.group_talks.tables import DeclaredHeads, DeclaredHeadsWithdrawal, GroupTalk, GroupTalkTopic
from exchange.group_talks.telling import COUNTS
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.visits.queries import Which

_h, _w, _g, _t = (columns(one) for one in (DeclaredHeads, DeclaredHeadsWithdrawal, GroupTalk, GroupTalkTopic))
_DECLARED = (
    select(_h.number, _h.qualifier, _h.place, _h.source, _h.talk_id, _g.on_day, _g.client_kind, _g.centre_id)
    .join(GroupTalk, _g.first_id == _h.talk_id)
    .where(COUNTS, ~exists().where(_w.heads_id == _h.id), _g.on_day.between(bindparam("first"), bindparam("last")))
    .order_by(_g.on_day, _h.id)
)


class DeclaredAt(msgspec.Struct, frozen=True):
    """A number that somebody said of a talk, and where to read who."""

    number: int
    qualifier: Qualifier
    place: str
    source: str
    talk_id: UUID
    on_day: date
    client_kind: ClientKind
    centre_id: UUID


def declared_heads(db: Reading, days: Days, which: Which | None = None) -> list[DeclaredAt]:
    """What was declared for talks of a period, oldest first. Talks with a list may be among them: see `difference`."""
    chosen = which or Which()
    asked = _DECLARED
    if chosen.centre_id is not None:
        asked = asked.where(_g.centre_id == chosen.centre_id)
    if chosen.client_kind is not None:
        asked = asked.where(_g.client_kind == chosen.client_kind)
    if chosen.topic is not None:
        asked = asked.where(exists().where(_t.talk_id == _g.id, _t.topic == chosen.topic))
    return [DeclaredAt(*row) for row in db.execute(asked, {"first": days.first, "last": days.last})]


def declared_sum(db: Reading, days: Days, which: Which | None = None) -> Sum | None:
    """What was declared in a period, as one number that is as unsure as its parts; None where nothing was."""
    said = declared_heads(db, days, which)
    return total([Declared(one.number, one.qualifier, one.place, one.source) for one in said])
