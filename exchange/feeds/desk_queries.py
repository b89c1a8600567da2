"""What leads see of the exchange: who reads the centre's feed, whose feeds it reads, what waits to be looked at."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, exists, func, select

from exchange.accounts.tables import Account
from exchange.centres.access import LeadDesk
from exchange.feeds.access import PartnerDesk, SourceDesk
from exchange.feeds.codes import Change, DeliveryState, FeedKind, PartnerKind, RecordFault
from exchange.feeds.source_tables import FeedConflict, FeedConflictSettlement, FeedSource, ForeignRecord
from exchange.feeds.tables import Feed, FeedChange, FeedDelivery, FeedPartner
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

PAGE = 50
_f, _ch, _p, _d = (columns(one) for one in (Feed, FeedChange, FeedPartner, FeedDelivery))
_s, _k, _c, _x, _a = (
    columns(one) for one in (FeedSource, ForeignRecord, FeedConflict, FeedConflictSettlement, Account)
)
_later: Any = FeedChange.__table__.alias("later").c  # type: ignore[attr-defined]
_acked: Any = FeedDelivery.__table__.alias("acked").c  # type: ignore[attr-defined]
_COUNTS = (
    select(_ch.kind, func.count().label("many"))
    .where(
        _ch.feed_id == bindparam("centre"),
        _ch.change == Change.PUT,
        ~exists().where(
            _later.feed_id == _ch.feed_id,
            _later.kind == _ch.kind,
            _later.subject_id == _ch.subject_id,
            _later.seq > _ch.seq,
        ),
    )
    .group_by(_ch.kind)
)
_TOLD_LAST = select(_f.last_seq, func.max(_ch.at)).outerjoin(
    FeedChange, and_(_ch.feed_id == _f.id, _ch.seq == _f.last_seq)
)
_reached = (
    select(func.max(_acked.last_seq)).where(_acked.partner_id == _p.id, _acked.acked_at.is_not(None)).scalar_subquery()
)
_at = (
    select(func.max(_acked.acked_at)).where(_acked.partner_id == _p.id, _acked.acked_at.is_not(None)).scalar_subquery()
)
_PARTNERS = (
    select(
        *(_p[name] for name in ("id", "name", "kind", "wants_vacancies", "wants_results", "address", "at", "ended_at")),
        *(func.coalesce(_reached, 0).label("reached"), _at.label("acked_at"), _f.last_seq),
        *(_d[name] for name in ("tries", "said", "next_at", "given_up_at", "begun_at")),
        *(_d.id.label("open_id"), _a.name.label("by")),
    )
    .join(Feed, _f.id == _p.centre_id)
    .join(Account, _a.id == _p.made_by)
    .outerjoin(FeedDelivery, and_(_d.partner_id == _p.id, _d.acked_at.is_(None)))
    .where(_p.centre_id == bindparam("centre"))
    .order_by(_p.ended_at.is_not(None), _p.at)
)
_waiting = (
    select(func.count())
    .select_from(FeedConflict)
    .where(_c.source_id == _s.id, ~exists().where(_x.conflict_id == _c.id))
    .scalar_subquery()
)
_there = (
    select(func.count())
    .select_from(ForeignRecord)
    .where(_k.source_id == _s.id, _k.kind == FeedKind.VACANCY, _k.removed_at.is_(None))
    .scalar_subquery()
)
_SOURCES = (
    select(
        *(_s[name] for name in ("id", "name", "address", "foreign_centre", "reached", "snapshot", "pulled_at")),
        *(_s[name] for name in ("next_at", "tries", "said", "ended_at")),
        *(_s.feed_key.is_not(None).label("with_key"), _s.secret.is_not(None).label("with_secret")),
        *(_there.label("vacancies"), _waiting.label("conflicts")),
    )
    .where(_s.centre_id == bindparam("centre"))
    .order_by(_s.ended_at.is_not(None), _s.at)
)
_RECORDS = (
    select(*(_k[name] for name in ("foreign_id", "seq", "body", "first_at", "employer_id", "vacancy_id")))
    .where(_k.source_id == bindparam("source"), _k.kind == FeedKind.VACANCY, _k.removed_at.is_(None))
    .order_by(_k.seq.desc(), _k.id)
)
_CONFLICTS = (
    select(
        *(_c[name] for name in ("id", "seq", "foreign_id", "fault", "field", "title", "told", "at")),
        *(_x.at.label("settled_at"), _x.note, _a.name.label("by")),
    )
    .outerjoin(FeedConflictSettlement, _x.conflict_id == _c.id)
    .outerjoin(Account, _a.id == _x.by_account)
    .where(_c.source_id == bindparam("source"))
    .order_by(_x.at.is_not(None), _c.at.desc(), _c.seq, _c.id)
)


class OwnFeed(msgspec.Struct, frozen=True):
    """How far the own feed is, and what stands in it now."""

    last: int
    at: datetime | None
    vacancies: int
    results: int


class Partner(msgspec.Struct, frozen=True):
    """Somebody who reads our feed, and how far news to them is. `said`: why the last try failed."""

    id: UUID
    name: str
    kind: PartnerKind
    wants_vacancies: bool
    wants_results: bool
    address: str
    by: str
    at: datetime
    ended_at: datetime | None
    reached: int
    acked_at: datetime | None
    state: DeliveryState
    tries: int
    said: str
    next_at: datetime | None
    begun_at: datetime | None
    given_up_at: datetime | None


class Source(msgspec.Struct, frozen=True):
    """A feed that is read: the place reached, what stands in it, what waits to be looked at."""

    id: UUID
    name: str
    address: str
    foreign_centre: UUID
    reached: int | None
    snapshot: int | None
    pulled_at: datetime | None
    next_at: datetime
    tries: int
    said: str
    ended_at: datetime | None
    with_key: bool
    with_secret: bool
    vacancies: int
    conflicts: int


class Foreign(msgspec.Struct, frozen=True):
    """A vacancy of another centre. `employer_id`, `vacancy_id`: ours, where it is known or probably the same."""

    foreign_id: UUID
    seq: int
    body: dict[str, Any]
    first_at: datetime
    employer_id: UUID | None
    vacancy_id: UUID | None


class Listed(msgspec.Struct, frozen=True):
    """A record that was not taken, or with a doubt. `by`: who settled it; nobody where a later state was taken."""

    id: UUID
    seq: int
    foreign_id: str
    fault: RecordFault
    field: str
    title: str
    told: str
    at: datetime
    settled_at: datetime | None
    note: str | None
    by: str | None


def own_feed(db: Reading, centre_id: UUID) -> OwnFeed:
    """How far a centre's feed is."""
    row = db.execute(_TOLD_LAST.where(_f.id == centre_id).group_by(_f.last_seq)).first()
    counts: dict[FeedKind, int] = {row.kind: row.many for row in db.execute(_COUNTS, {"centre": centre_id})}
    last, at = (row[0], row[1]) if row else (0, None)
    return OwnFeed(last, at, counts.get(FeedKind.VACANCY, 0), counts.get(FeedKind.RESULT, 0))


def partners(db: Reading, desk: LeadDesk) -> list[Partner]:
    """Everybody who reads the centre's feed, those whose key was revoked at the end."""
    return partners_of(db, desk.centre_id)


def partners_of(db: Reading, centre_id: UUID) -> list[Partner]:
    """The same for the operator."""
    return [_partner(row) for row in db.execute(_PARTNERS, {"centre": centre_id}).all()]


def partner(db: Reading, desk: PartnerDesk) -> Partner:
    """One of them. Raises NotFound."""
    row = db.execute(_PARTNERS.where(_p.id == desk.partner_id), {"centre": desk.centre_id}).first()
    if row is None:
        raise NotFound
    return _partner(row)


def _partner(row: Any) -> Partner:
    told = {name: row._mapping[name] for name in Partner.__struct_fields__ if name in row._mapping}
    if row.open_id is None:
        told |= {"tries": 0, "said": "", "next_at": None, "begun_at": None, "given_up_at": None}
    return Partner(state=_state(row), **told)


def _state(row: Any) -> DeliveryState:
    if not row.address:
        return DeliveryState.NONE
    if row.open_id is None:
        return DeliveryState.UP_TO_DATE if row.reached >= row.last_seq else DeliveryState.WAITING
    if row.given_up_at is not None:
        return DeliveryState.GIVEN_UP
    return DeliveryState.FAILING if row.tries else DeliveryState.WAITING


def sources(db: Reading, desk: LeadDesk) -> list[Source]:
    """The feeds that the centre reads, those it reads no longer at the end."""
    return sources_of(db, desk.centre_id)


def sources_of(db: Reading, centre_id: UUID) -> list[Source]:
    """The same for the operator."""
    return [Source(**row._mapping) for row in db.execute(_SOURCES, {"centre": centre_id})]


def source(db: Reading, desk: SourceDesk) -> Source:
    """One of them. Raises NotFound."""
    row = db.execute(_SOURCES.where(_s.id == desk.source_id), {"centre": desk.centre_id}).first()
    if row is None:
        raise NotFound
    return Source(**row._mapping)


def records(db: Reading, desk: SourceDesk, *, page: int = 1) -> list[Foreign]:
    """A page of the vacancies that stand in a source, the newest first."""
    query = _RECORDS.limit(PAGE).offset((max(1, page) - 1) * PAGE)
    return [Foreign(*row) for row in db.execute(query, {"source": desk.source_id})]


def conflicts(db: Reading, desk: SourceDesk, *, most: int = 100) -> list[Listed]:
    """What waits to be looked at in a source, then what was settled, the newest first."""
    return [Listed(*row) for row in db.execute(_CONFLICTS.limit(most), {"source": desk.source_id})]
