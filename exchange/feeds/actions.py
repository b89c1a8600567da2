"""Bringing a centre's feed up to date: what it publishes now, less what the feed has said.

The core's lower rooms do not know that there is a feed, so it compares instead of being told. Nothing can be
forgotten that way, and a comparison that comes late only makes the feed late.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, insert, select, update

from exchange.feeds.codes import Because, Change, FeedKind
from exchange.feeds.published import published, why_gone
from exchange.feeds.rules import Draft, Own, compare
from exchange.feeds.tables import Feed, FeedChange
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold, insert_once

_feed, _c = columns(Feed), columns(FeedChange)
_later: Any = FeedChange.__table__.alias("later").c  # type: ignore[attr-defined]
NEWEST = ~exists().where(
    _later.feed_id == _c.feed_id,
    _later.kind == _c.kind,
    _later.subject_id == _c.subject_id,
    _later.seq > _c.seq,
)
_SAID = select(_c.kind, _c.subject_id, _c.digest).where(
    _c.feed_id == bindparam("feed"), _c.change == Change.PUT, NEWEST
)
_NEXT = (
    update(Feed)
    .where(_feed.id == bindparam("feed"))
    .values(last_seq=_feed.last_seq + bindparam("many"))
    .returning(_feed.last_seq)
)


def open_feed(db: Writing, centre_id: UUID) -> None:
    """A centre has a feed from the first time anybody asks for it."""
    insert_once(db, Feed, {"id": centre_id, "last_seq": 0})


def refresh(db: Writing, centre_id: UUID, *, now: datetime) -> int:
    """Write down what has changed since the feed last spoke; how many changes. Twice is once.

    Whoever refreshes holds the feed until they commit, so numbers become visible in their order and without gaps.
    """
    open_feed(db, centre_id)
    hold(db, Feed, centre_id)
    drafts = _drafts(db, centre_id, now=now)
    if not drafts:
        return 0
    today = local_day(now)
    lost = [one.subject_id for one in drafts if one.body is None and one.kind is FeedKind.VACANCY]
    whys = why_gone(db, lost, today=today)
    last = db.execute(_NEXT, {"feed": centre_id, "many": len(drafts)}).scalar_one()
    first = last - len(drafts) + 1
    rows = [_row(one, whys.get(one.subject_id, Because.REVERSED)) for one in drafts]
    same = {"feed_id": centre_id, "at": now}
    db.execute(insert(_c.seq.table), [row | same | {"seq": first + at} for at, row in enumerate(rows)])
    return len(drafts)


def behind(db: Reading, centre_id: UUID, *, now: datetime) -> bool:
    """Whether the feed has something to say that it has not said yet: asked without holding anything."""
    return bool(_drafts(db, centre_id, now=now))


def _drafts(db: Reading, centre_id: UUID, *, now: datetime) -> list[Draft]:
    said: dict[Own, str] = {(kind, own): made for kind, own, made in db.execute(_SAID, {"feed": centre_id})}
    return compare(said, published(db, centre_id, today=local_day(now)))


def _row(draft: Draft, because: Because) -> dict[str, Any]:
    gone = draft.body is None
    return {
        "kind": draft.kind,
        "subject_id": draft.subject_id,
        "change": Change.REMOVED if gone else Change.PUT,
        "because": because if gone else None,
        "body": draft.body,
        "digest": draft.digest,
    }
