"""What a feed says, to be read and replayed: changes after a number, and the whole as of a number.

Whoever takes the whole as of a number, and every change after it in order, has what the centre publishes.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select

from exchange.centres.tables import Centre
from exchange.feeds.codes import Because, Change, FeedKind, FeedReason
from exchange.feeds.tables import Feed, FeedChange
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound, Refused

MOST = 500  # changes in one page
_feed, _c, _centre, _j = columns(Feed), columns(FeedChange), columns(Centre), columns(Entry)
_later: Any = FeedChange.__table__.alias("later").c  # type: ignore[attr-defined]
_LAST = select(_centre.id, _feed.last_seq).outerjoin(Feed, _feed.id == _centre.id)
_LINES = (
    select(_c.seq, _c.at, _c.kind, _c.subject_id, _c.change, _c.because, _c.body)
    .where(
        _c.feed_id == bindparam("feed"),
        _c.seq > bindparam("after"),
        _c.seq <= bindparam("through"),
        _c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(_c.seq)
    .limit(bindparam("most"))
)
_STOOD = _LINES.where(
    _c.change == Change.PUT,
    ~exists().where(
        _later.feed_id == _c.feed_id,
        _later.kind == _c.kind,
        _later.subject_id == _c.subject_id,
        _later.seq > _c.seq,
        _later.seq <= bindparam("through"),
    ),
)
_MOVES = (
    *(Kind.VACANCY_DRAFTED, Kind.VACANCY_REVIEWED, Kind.VACANCY_CLOSED, Kind.VACANCIES_IMPORTED),
    *(Kind.EMPLOYER_REGISTERED, Kind.EMPLOYER_VERIFIED, Kind.OUTCOME_RECORDED, Kind.OUTCOME_CORRECTED),
    *(Kind.PLACEMENT_REVERSED, Kind.REFERRAL_ANSWERED, Kind.REFERRAL_ANSWER_REVOKED, Kind.REFERRAL_CANCELLED),
    Kind.REFERRAL_FOLLOWED_UP,
)
_MOVED = select(_j.at).where(_j.id >= bindparam("since"), _j.kind.in_(_MOVES)).order_by(_j.id.desc()).limit(1)


class Line(msgspec.Struct, frozen=True):
    """One change: from then on there as `body` says, or removed and why."""

    seq: int
    at: datetime
    kind: FeedKind
    id: UUID
    change: Change
    because: Because | None
    body: dict[str, Any] | None


class Changes(msgspec.Struct, frozen=True):
    """Changes after `since`; complete up to and with `through`. `last`: the newest number there is."""

    since: int
    through: int
    last: int
    changes: list[Line]


class Snapshot(msgspec.Struct, frozen=True):
    """A part of what stood at `as_of`; `next_after`: where the next part begins, None at the end."""

    as_of: int
    after: int
    next_after: int | None
    items: list[Line]


def last_seq(db: Reading, centre_id: UUID) -> int:
    """The newest number of a centre's feed. Raises NotFound where there is no such centre."""
    row = db.execute(_LAST.where(_centre.id == centre_id)).first()
    if row is None:
        raise NotFound
    return row.last_seq or 0


def changes(db: Reading, centre_id: UUID, since: int, *, kinds: Collection[FeedKind], most: int = MOST) -> Changes:
    """The changes after `since`, in order. Raises Refused for a number the feed has not reached."""
    last = last_seq(db, centre_id)
    if since > last:
        raise Refused(FeedReason.SINCE_AHEAD)
    found = _lines(db, _LINES, centre_id, since, last, kinds, most)
    return Changes(since, found[-1].seq if len(found) == most else last, last, found)


def snapshot(
    db: Reading,
    centre_id: UUID,
    as_of: int | None = None,
    after: int = 0,
    *,
    kinds: Collection[FeedKind],
    most: int = MOST,
) -> Snapshot:
    """What stood at `as_of` (default: now), a part of it after the item numbered `after`.

    Later changes do not move it, for the changes themselves are never rewritten. Raises Refused as `changes` does.
    """
    last = last_seq(db, centre_id)
    at = last if as_of is None else as_of
    if at > last or after > last:
        raise Refused(FeedReason.SINCE_AHEAD)
    found = _lines(db, _STOOD, centre_id, after, at, kinds, most)
    return Snapshot(at, after, found[-1].seq if len(found) == most else None, found)


def _lines(
    db: Reading, query: Any, feed: UUID, after: int, through: int, kinds: Collection[FeedKind], most: int
) -> list[Line]:
    asked = {"feed": feed, "after": after, "through": through, "kinds": sorted(kinds), "most": most}
    return [Line(*row) for row in db.execute(query, asked)]


def moved_since(db: Reading, at: datetime) -> bool:
    """Whether anything was written down since then that a feed may have to tell of; asked of the journal's key."""
    floor = UUID(int=int(at.timestamp() * 1000) << 80)
    return db.scalar(_MOVED, {"since": floor}) is not None


def centres_with_news(db: Reading) -> list[UUID]:
    """All centres, for whoever looks after their feeds."""
    return list(db.scalars(select(_centre.id).order_by(_centre.id)).all())
