"""Reading another centre's feed: its snapshot first, then its changes by number, each page one short transaction.

The network is never used here, as in `push_actions`. A page that comes twice, late or from the middle changes
nothing: what counts is the place we have reached, and a record is only ever replaced by a later state of itself.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select, update

from exchange.feeds import rules
from exchange.feeds.codes import WireFault
from exchange.feeds.foreign import ChangesPage, SnapshotPage, number_of
from exchange.feeds.keeping import Keeper
from exchange.feeds.partner_actions import seal_name
from exchange.feeds.push_actions import words
from exchange.feeds.source_tables import FeedSource
from exchange.feeds.wire import Reply, Request
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.vault import Unreadable, Vault

PAGE = 200  # records in one page
_AHEAD = b"since_ahead"  # the code with which a feed says that it never was where we are
_s = columns(FeedSource)
_DUE = select(_s.id).where(_s.ended_at.is_(None), _s.next_at <= bindparam("now")).order_by(_s.next_at, _s.id)
_STATE = select(
    *(_s[name] for name in ("id", "centre_id", "address", "foreign_centre", "feed_key", "reached", "snapshot")),
    *(_s[name] for name in ("snapshot_after", "begun_at", "tries")),
).where(_s.id == bindparam("own"))


class Question(msgspec.Struct, frozen=True):
    """A page to be asked for, and where the source stood when it was: an answer to an older question is let go."""

    source_id: UUID
    reached: int | None
    snapshot: int | None
    after: int
    request: Request


def anything(db: Reading, *, now: datetime) -> bool:
    """Whether any source is to be asked now."""
    return db.scalar(_DUE.limit(1), {"now": now}) is not None


def claim(db: Writing, *, vault: Vault, now: datetime, only: UUID | None = None) -> Question | None:
    """The next page to be asked for, for us alone for a minute; None where nothing is due. `only`: of one source."""
    query = _DUE.where(_s.id == only) if only else _DUE
    for own in db.scalars(query, {"now": now}).all():
        mine = update(FeedSource).where(_s.id == own, _s.next_at <= now).values(next_at=now + rules.LEASE)
        if db.scalar(mine.returning(_s.id)) is None:
            continue
        row = db.execute(_STATE, {"own": own}).one()
        try:
            return _question(row, vault)
        except Unreadable:  # one whose key is lost does not hold up the others
            _put_off(db, row, WireFault.SEALED.label, now)
    return None


def _question(row: Any, vault: Vault) -> Question:
    asked = f"centre={row.foreign_centre}&limit={PAGE}"
    if row.reached is not None:
        url = f"{row.address}?{asked}&since={row.reached}"
    elif row.snapshot is not None:
        url = f"{row.address}/snapshot?{asked}&as_of={row.snapshot}&after={row.snapshot_after}"
    else:
        url = f"{row.address}/snapshot?{asked}"
    headers = {"Accept": "application/json"}
    if row.feed_key:
        headers["Authorization"] = f"Bearer {vault.open(row.feed_key, seal_name(row.id))}"
    return Question(row.id, row.reached, row.snapshot, row.snapshot_after, Request(url, headers))


def take(db: Writing, question: Question, reply: Reply, *, now: datetime) -> bool:
    """Take a page; whether the source has more to say at once. What cannot be used is said at the source."""
    hold(db, FeedSource, question.source_id)
    row = db.execute(_STATE, {"own": question.source_id}).one()
    if (row.reached, row.snapshot, row.snapshot_after) != (question.reached, question.snapshot, question.after):
        return False
    if reply.status in (409, 422) and _AHEAD in reply.body[:2000]:  # it was restored from a backup: begin anew
        _set(db, row.id, reached=None, snapshot=None, snapshot_after=0, begun_at=None, next_at=now, tries=0)
        return question.reached is not None
    if not reply.taken:
        return _put_off(db, row, words(reply), now)
    try:
        if row.reached is None:
            return _take_snapshot(db, row, msgspec.json.decode(reply.body, type=SnapshotPage), now)
        return _take_changes(db, row, msgspec.json.decode(reply.body, type=ChangesPage), now)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _put_off(db, row, WireFault.NOT_A_FEED.label, now)


def _take_snapshot(db: Writing, row: Any, page: SnapshotPage, now: datetime) -> bool:
    asked = row.snapshot if row.snapshot is not None else page.as_of
    ends = page.next_after is None
    numbers = [number for raw in page.items if (number := number_of(raw)) is not None]
    last = page.next_after if page.next_after is not None else page.as_of
    if (page.as_of, page.after) != (asked, row.snapshot_after) or not (ends or page.next_after > page.after):  # type: ignore[operator]
        return _put_off(db, row, WireFault.GAP.label, now)
    if not rules.in_order(iter(numbers), page.after, last):
        return _put_off(db, row, WireFault.GAP.label, now)
    begun = row.begun_at or now
    keeper = Keeper(row.id, row.centre_id, now)
    for place, raw in enumerate(page.items):
        keeper.keep(db, raw, place)
    if ends:
        keeper.forget_unseen(db, begun, page.as_of)
        done: dict[str, Any] = {"reached": page.as_of, "snapshot": None, "snapshot_after": 0, "begun_at": None}
    else:
        done = {"snapshot": page.as_of, "snapshot_after": page.next_after, "begun_at": begun}
    _set(db, row.id, **done, pulled_at=now, next_at=now, tries=0, said="")
    return True


def _take_changes(db: Writing, row: Any, page: ChangesPage, now: datetime) -> bool:
    """Changes we know are passed over; a page that begins after our place is asked for again."""
    numbers = [number for raw in page.changes if (number := number_of(raw)) is not None]
    if page.since > row.reached or not rules.in_order(iter(numbers), page.since, page.through):
        return _put_off(db, row, WireFault.GAP.label, now)
    keeper = Keeper(row.id, row.centre_id, now)
    for place, raw in enumerate(page.changes):
        number = number_of(raw)
        if number is None or number > row.reached:
            keeper.keep(db, raw, place)
    reached = max(row.reached, page.through)
    more: bool = page.last > reached > row.reached
    wait = timedelta(0) if more else rules.EVERY
    _set(db, row.id, reached=reached, pulled_at=now, next_at=now + wait, tries=0, said="")
    return more


def _put_off(db: Writing, row: Any, said: str, now: datetime) -> bool:
    tries = row.tries + 1
    _set(db, row.id, tries=tries, said=said[:300], next_at=now + max(rules.wait_after(tries), rules.EVERY))
    return False


def _set(db: Writing, own: UUID, **values: Any) -> None:
    db.execute(update(FeedSource).where(_s.id == own).values(**values))
