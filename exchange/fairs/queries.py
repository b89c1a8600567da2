"""What can be asked about fairs."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.centres.tables import Centre
from exchange.fairs import rules
from exchange.fairs.codes import Audience, FairPhase, SiteRole
from exchange.fairs.rules import FairTimes, phase_of
from exchange.fairs.tables import Announcement, Fair, FairClosing, FairOpening, FairSeeker, FairSite, ProgrammeItem
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.reference import provinces
from exchange.seekers.tables import Seeker


class FairView(msgspec.Struct, frozen=True):
    """A fair as its pages show it."""

    id: UUID
    name: str
    summary: str
    host_id: UUID
    host_name: str
    host_short: str
    hotline: str
    province: str
    times: FairTimes
    phase: FairPhase
    tickets_allowed: int


class Site(msgspec.Struct, frozen=True):
    """A centre at a fair."""

    centre_id: UUID
    name: str
    short_name: str
    province: str
    hotline: str
    role: SiteRole


class Line(msgspec.Struct, frozen=True):
    """One line of the programme."""

    id: UUID
    starts_at: datetime
    title: str


class Notice(msgspec.Struct, frozen=True):
    """One announcement."""

    id: UUID
    audience: Audience
    text: str
    urgent: bool
    at: datetime


_TIMES = [
    *(columns(Fair)[name] for name in ("registers_from", "opens_at", "closes_at", "results_until")),
    columns(FairOpening).at,
    columns(FairClosing).at,
]
_FAIRS = (
    select(
        *(columns(Fair)[name] for name in ("id", "name", "summary", "host_id", "tickets_allowed")),
        *(columns(Centre)[name] for name in ("name", "short_name", "hotline", "province_name")),
        *_TIMES,
    )
    .join(Centre, columns(Centre).id == columns(Fair).host_id)
    .outerjoin(FairOpening, columns(FairOpening).fair_id == columns(Fair).id)
    .outerjoin(FairClosing, columns(FairClosing).fair_id == columns(Fair).id)
)
_FAIR = _FAIRS.where(columns(Fair).id == bindparam("fair"))
_ALL = _FAIRS.order_by(columns(Fair).opens_at.desc(), columns(Fair).id).limit(bindparam("most"))
_SITES = (
    select(
        *(columns(Centre)[name] for name in ("id", "name", "short_name", "province_name", "hotline")),
        columns(FairSite).role,
    )
    .join(FairSite, columns(FairSite).centre_id == columns(Centre).id)
    .where(columns(FairSite).fair_id == bindparam("fair"))
    .order_by(columns(FairSite).role, columns(FairSite).joined_at, columns(FairSite).centre_id)
)


def _view(row: tuple[object, ...], now: datetime) -> FairView:
    fair_id, name, summary, host_id, allowed, host, short, hotline, province, *rest = row
    times = FairTimes(*rest)  # type: ignore[arg-type]
    return FairView(
        fair_id, name, summary, host_id, host, short, hotline, province, times, phase_of(times, now), allowed,  # type: ignore[arg-type]
    )  # fmt: skip


def fair(db: Reading, fair_id: UUID, *, now: datetime) -> FairView:
    """One fair. Raises NotFound."""
    row = db.execute(_FAIR, {"fair": fair_id}).first()
    if row is None:
        raise NotFound
    return _view(tuple(row), now)


def fairs(db: Reading, *, now: datetime, most: int = 50) -> list[FairView]:
    """Fairs, the latest first; the live ones before all others, then the next ones."""
    views = [_view(tuple(row), now) for row in db.execute(_ALL, {"most": most})]
    order = {FairPhase.LIVE: 0, FairPhase.REGISTRATION: 1, FairPhase.PLANNED: 2, FairPhase.RESULTS: 3}
    return sorted(views, key=lambda view: order.get(view.phase, 4))


def phase(db: Reading, fair_id: UUID, *, now: datetime) -> FairPhase:
    """The phase of one fair. Raises NotFound."""
    return fair(db, fair_id, now=now).phase


def sites(db: Reading, fair_id: UUID) -> list[Site]:
    """The host first, then the joining centres in the order they joined."""
    return [Site(*row) for row in db.execute(_SITES, {"fair": fair_id})]


def programme(db: Reading, fair_id: UUID) -> list[Line]:
    """The programme in order of time."""
    at = columns(ProgrammeItem).starts_at
    rows = db.execute(
        select(columns(ProgrammeItem).id, at, columns(ProgrammeItem).title)
        .where(columns(ProgrammeItem).fair_id == fair_id, columns(ProgrammeItem).withdrawn_at.is_(None))
        .order_by(at, columns(ProgrammeItem).id)
    )
    return [Line(*row) for row in rows]


def notices(db: Reading, fair_id: UUID, audiences: frozenset[Audience], *, most: int = 5) -> list[Notice]:
    """The newest announcements to any of `audiences`."""
    at = columns(Announcement).at
    rows = db.execute(
        select(
            columns(Announcement).id,
            columns(Announcement).audience,
            columns(Announcement).text,
            columns(Announcement).urgent,
            at,
        )
        .where(columns(Announcement).fair_id == fair_id, columns(Announcement).audience.in_(audiences))
        .order_by(at.desc(), columns(Announcement).id.desc())
        .limit(most)
    )
    return [Notice(*row) for row in rows]


def home_site(db: Reading, fair_id: UUID, seeker_id: UUID) -> UUID:
    """The site that a person belongs to: where they registered, else the site of their province, else the host.

    Provinces are compared as they are today, so that a person of a merged province finds its centre. Raises NotFound.
    """
    own = columns(FairSeeker)
    held = db.scalar(select(own.centre_id).where(own.fair_id == fair_id, own.seeker_id == seeker_id))
    if held:
        return UUID(str(held))
    person = db.execute(
        select(columns(Seeker).centre_id, columns(Seeker).province_code, columns(Seeker).created_at).where(
            columns(Seeker).id == seeker_id
        )
    ).first()
    places = db.execute(
        select(columns(Centre).id, columns(Centre).province_code, columns(Centre).created_at)
        .join(FairSite, columns(FairSite).centre_id == columns(Centre).id)
        .where(columns(FairSite).fair_id == fair_id)
        .order_by(columns(FairSite).role, columns(FairSite).joined_at, columns(FairSite).centre_id)
    ).all()
    if person is None or not places:
        raise NotFound
    today = [(row.id, provinces.successor(row.province_code, local_day(row.created_at))) for row in places]
    lives = provinces.successor(person.province_code, local_day(person.created_at))
    return rules.nearest_site(person.centre_id, lives, today)
