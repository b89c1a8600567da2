"""One telling of a group talk as facts, which of them stands, and which attendances count."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.group_talks.rules import GroupFacts
from exchange.group_talks.tables import (
    Attendance,
    AttendanceRemoval,
    GroupTalk,
    GroupTalkPlace,
    GroupTalkTopic,
    GroupTalkWithdrawal,
)
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_g, _t, _p, _w = (columns(one) for one in (GroupTalk, GroupTalkTopic, GroupTalkPlace, GroupTalkWithdrawal))
_a, _r = columns(Attendance), columns(AttendanceRemoval)
_later = GroupTalk.__table__.alias("later_talk")  # type: ignore[attr-defined]

# What makes a row of `group_talks` count: no other tells it again, and it was not withdrawn.
STANDS = ~exists().where(_later.c.corrects_id == _g.id)
COUNTS = STANDS & ~exists().where(_w.talk_id == _g.first_id)
# What makes a row of `attendances` count, where its talk does.
ON_LIST = ~exists().where(_r.attendance_id == _a.id)

FACTS = tuple(name for name in GroupFacts.__struct_fields__ if name not in ("places", "topics"))
_TOLD = select(*(_g[name] for name in FACTS)).where(_g.id == bindparam("telling"))
_TOPICS = select(_t.topic).where(_t.talk_id == bindparam("telling"))
_PLACES = select(_p.name).where(_p.talk_id == bindparam("telling")).order_by(_p.rank)
_STANDING = select(_g.id, _g.centre_id).where(_g.first_id == bindparam("talk"), STANDS)
_WITHDRAWN = select(_w.because).where(_w.talk_id == bindparam("talk"))

_MEETINGS = (
    select(
        *(_a.id.label("first_id"), _g.id.label("telling_id"), _a.seeker_id),
        *(_g.centre_id, _g.on_day, _g.client_kind),
    )
    .join(GroupTalk, _g.first_id == _a.talk_id)
    .where(_a.id.in_(bindparam("attendances", expanding=True)), ON_LIST, COUNTS)
)
IN_GROUP = "group"  # the way of a meeting that was only the list of a talk


class StandingTalk(NamedTuple):
    """The telling that stands."""

    id: UUID
    facts: GroupFacts


def facts_of(db: Reading, telling_id: UUID) -> GroupFacts:
    """What one telling says."""
    row = db.execute(_TOLD, {"telling": telling_id}).one()
    topics = frozenset(db.scalars(_TOPICS, {"telling": telling_id}))
    return GroupFacts(topics=topics, places=tuple(db.scalars(_PLACES, {"telling": telling_id})), **row._mapping)


def standing(db: Reading, talk_id: UUID) -> StandingTalk:
    """What is told of a talk (by its first telling) now."""
    row = db.execute(_STANDING, {"talk": talk_id}).one()
    return StandingTalk(row.id, facts_of(db, row.id))


def withdrawn(db: Reading, talk_id: UUID) -> str | None:
    """Why a talk no longer counts; None where it does."""
    return db.scalar(_WITHDRAWN, {"talk": talk_id})


def meetings(db: Reading, attendances: Sequence[UUID]) -> list[dict[str, Any]]:
    """These attendances as they are kept among the meetings, by what is told of their talk now."""
    rows = db.execute(_MEETINGS, {"attendances": list(attendances)}).all() if attendances else []
    same = {"way": IN_GROUP, "commune": "", "by_talk": True}
    return [dict(row._mapping) | same | {"client_kind": str(row.client_kind)} for row in rows]
