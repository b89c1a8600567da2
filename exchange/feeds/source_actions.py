"""Reading another centre's feed: beginning, ending, looking now, and settling what could not be taken."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import bindparam, exists, select, update

from exchange.centres.access import LeadDesk
from exchange.feeds import rules
from exchange.feeds.access import SourceDesk
from exchange.feeds.codes import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NOTE, FeedReason
from exchange.feeds.partner_actions import seal_name
from exchange.feeds.source_tables import FeedConflictSettlement, FeedSource, SourceId
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold, insert_once
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.kernel.vault import Unreadable, Vault

_s = columns(FeedSource)
_LONGEST_KEY = 200
_READ_ALREADY = select(
    exists().where(
        _s.centre_id == bindparam("centre"),
        _s.address == bindparam("address"),
        _s.foreign_centre == bindparam("foreign"),
        _s.ended_at.is_(None),
    )
)
_SECRET = select(_s.secret).where(_s.id == bindparam("own"), _s.ended_at.is_(None))


class SourceGiven(BaseModel):
    """What is entered of another centre's feed: its address as their page shows it, and what they gave us."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    address: str = ""
    key: str = ""
    secret: str = ""


def add_source(
    db: Writing,
    desk: LeadDesk,
    given: SourceGiven,
    *,
    vault: Vault,
    private: bool,
    request_id: UUID | None,
    now: datetime,
) -> SourceId:
    """Read a feed from now on, beginning with its snapshot. The same form twice is once. Raises Refused."""
    by, made = log.sent(db, log.By(desk.account_id, None, request_id), Kind.FEED_SOURCE_ADDED)
    if made:
        return SourceId(made)
    name, key, secret = squeeze(given.name), given.key.strip(), given.secret.strip()
    address, foreign = _judge(db, desk, given, name, private=private)
    _judge_keys(key, secret)
    own = SourceId(new_id())
    sealed = [vault.seal(one, seal_name(own)) if one else None for one in (key, secret)]
    where = {"address": address, "foreign_centre": foreign, "feed_key": sealed[0], "secret": sealed[1]}
    who = {"centre_id": desk.centre_id, "made_by": desk.account_id, "at": now, "next_at": now}
    row = FeedSource(id=own, name=name, **where, **who)  # type: ignore[arg-type]
    db.add(row)
    log.record(db, Kind.FEED_SOURCE_ADDED, log.About(own), by=by, at=now)
    return own


def _judge(db: Reading, desk: LeadDesk, given: SourceGiven, name: str, *, private: bool) -> tuple[str, UUID]:
    typed = given.address.strip()
    if not name:
        raise Refused(FeedReason.NAME_NEEDED, "name")
    if len(name) > LONGEST_NAME or len(typed) > LONGEST_ADDRESS:
        raise Refused(FeedReason.TEXT_LONG, "name" if len(name) > LONGEST_NAME else "address")
    if wrong := rules.why_not_address(typed, private=private):
        raise Refused(wrong, "address")
    found = rules.feed_address(typed)
    if found is None:
        raise Refused(FeedReason.FEED_ADDRESS, "address")
    address, foreign = found
    if foreign == desk.centre_id:
        raise Refused(FeedReason.OWN_ADDRESS, "address")
    if db.scalar(_READ_ALREADY, {"centre": desk.centre_id, "address": address, "foreign": foreign}):
        raise Refused(FeedReason.SOURCE_EXISTS, "address")
    return address, foreign


def _judge_keys(key: str, secret: str) -> None:
    for field, text in (("key", key), ("secret", secret)):
        if len(text) > _LONGEST_KEY or not (text.isascii() and text.isprintable()):
            raise Refused(FeedReason.KEY_WRONG, field)


def give_keys(db: Writing, desk: SourceDesk, key: str, secret: str, *, vault: Vault, now: datetime) -> None:
    """What the other centre gave us for its feed; what is left empty stays as it was. Raises Refused.

    With another key there may be more to see, so the feed is read again from its snapshot.
    """
    key, secret = key.strip(), secret.strip()
    _judge_keys(key, secret)
    if not (key or secret):
        raise Refused(FeedReason.KEY_MISSING, "key")
    said: dict[str, Any] = {"secret": vault.seal(secret, seal_name(desk.source_id))} if secret else {}
    if key:
        said |= {"feed_key": vault.seal(key, seal_name(desk.source_id)), "reached": None, "snapshot": None}
        said |= {"snapshot_after": 0, "begun_at": None}
    db.execute(update(FeedSource).where(_s.id == desk.source_id).values(**said, tries=0, said="", next_at=now))
    log.record(db, Kind.FEED_SOURCE_KEYED, log.About(desk.source_id), by=desk.by(None), at=now)


def end_source(db: Writing, desk: SourceDesk, *, now: datetime) -> None:
    """Read it no longer; what was read stays. Twice is once."""
    own = _s.id == desk.source_id, _s.ended_at.is_(None)
    ended = update(FeedSource).where(*own).values(ended_at=now, ended_by=desk.account_id).returning(_s.id)
    if db.scalar(ended) is not None:
        log.record(db, Kind.FEED_SOURCE_ENDED, log.About(desk.source_id), by=desk.by(None), at=now)


def look_now(db: Writing, source_id: UUID, *, now: datetime) -> None:
    """Ask it as soon as somebody can, whatever it was put off for."""
    db.execute(update(FeedSource).where(_s.id == source_id, _s.ended_at.is_(None)).values(next_at=now))


def check_news(
    db: Reading, source_id: UUID, stamp: str, given: str, body: bytes, *, vault: Vault, now: datetime
) -> None:
    """Whether news really comes from a source. Raises NotFound for one we do not read, Refused for a wrong signature.

    Only the signature is judged: what the news says is asked of the feed itself, in order and without gaps.
    """
    sealed = db.scalar(_SECRET, {"own": source_id})
    if sealed is None:
        raise NotFound
    try:
        secret = vault.open(sealed, seal_name(source_id))
    except Unreadable:
        raise Refused(FeedReason.SIGNATURE_WRONG) from None
    if not rules.signed(secret, stamp, given, body, now):
        raise Refused(FeedReason.SIGNATURE_WRONG)


def settle_conflict(db: Writing, desk: SourceDesk, conflict_id: UUID, note: str, *, now: datetime) -> None:
    """Somebody looked at it and says what was done. Twice is once; the first note stands. Raises Refused."""
    said = squeeze(note)
    if not said or len(said) > LONGEST_NOTE:
        raise Refused(FeedReason.TOO_LONG if said else FeedReason.NOTE_NEEDED, "note")
    hold(db, FeedSource, desk.source_id)
    row = {"conflict_id": conflict_id, "note": said, "by_account": desk.account_id, "at": now}
    if insert_once(db, FeedConflictSettlement, row):
        log.record(db, Kind.FEED_CONFLICT_SETTLED, log.About(conflict_id), by=desk.by(None), at=now)
