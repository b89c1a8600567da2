"""Who may open a centre's data to others and read theirs: its leads. Who may read it: whoever shows a key."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.accounts.tokens import token_hash
from exchange.centres.access import LeadDesk, lead_desk
from exchange.feeds.codes import FeedKind, FeedReason
from exchange.feeds.source_tables import FeedConflict, FeedSource, SourceId
from exchange.feeds.tables import FeedPartner, PartnerId
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound, Refused

_p, _s, _c = columns(FeedPartner), columns(FeedSource), columns(FeedConflict)
_PARTNER = select(_p.id).where(_p.id == bindparam("own"), _p.centre_id == bindparam("centre"))
_SOURCE = select(_s.id).where(_s.id == bindparam("own"), _s.centre_id == bindparam("centre"))
_CONFLICT = select(_c.source_id).where(_c.id == bindparam("own"))
_KEY = select(_p.wants_vacancies, _p.wants_results).where(
    _p.key_hash == bindparam("hash"), _p.centre_id == bindparam("centre"), _p.ended_at.is_(None)
)
PUBLIC = frozenset({FeedKind.VACANCY})


@dataclass(frozen=True)
class PartnerDesk:
    """A lead's desk over one partner of the own centre; `partner_desk` is the only maker."""

    account_id: UUID
    centre_id: UUID
    partner_id: PartnerId

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


@dataclass(frozen=True)
class SourceDesk:
    """A lead's desk over one source of the own centre; `source_desk` and `conflict_desk` are the only makers."""

    account_id: UUID
    centre_id: UUID
    source_id: SourceId

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


def feeds_desk(db: Reading, viewer: Viewer | None) -> LeadDesk:
    """The viewer's desk as somebody who opens data to others. Raises NotFound for everybody but leads."""
    return lead_desk(db, viewer)


def partner_desk(db: Reading, viewer: Viewer | None, partner_id: UUID) -> PartnerDesk:
    """The desk over a partner. Raises NotFound for another centre's, and for everybody but leads."""
    desk = feeds_desk(db, viewer)
    if db.scalar(_PARTNER, {"own": partner_id, "centre": desk.centre_id}) is None:
        raise NotFound
    return PartnerDesk(desk.account_id, desk.centre_id, PartnerId(partner_id))


def source_desk(db: Reading, viewer: Viewer | None, source_id: UUID) -> SourceDesk:
    """The desk over a source. Raises NotFound for another centre's, and for everybody but leads."""
    desk = feeds_desk(db, viewer)
    if db.scalar(_SOURCE, {"own": source_id, "centre": desk.centre_id}) is None:
        raise NotFound
    return SourceDesk(desk.account_id, desk.centre_id, SourceId(source_id))


def conflict_desk(db: Reading, viewer: Viewer | None, conflict_id: UUID) -> SourceDesk:
    """The desk over the source of a conflict. Raises NotFound as `source_desk` does."""
    source_id = db.scalar(_CONFLICT, {"own": conflict_id})
    if source_id is None:
        raise NotFound
    return source_desk(db, viewer, source_id)


def kinds_for(db: Reading, centre_id: UUID, key: str | None) -> frozenset[FeedKind]:
    """What a reader may see: vacancies, and with a key whatever its holder was given.

    Raises Refused for a key that opens nothing here: whoever shows one wants to know that it is dead.
    """
    if key is None:
        return PUBLIC
    row = db.execute(_KEY, {"hash": token_hash(key), "centre": centre_id}).first()
    if row is None:
        raise Refused(FeedReason.KEY_WRONG)
    return PUBLIC | ({FeedKind.RESULT} if row.wants_results else frozenset())
