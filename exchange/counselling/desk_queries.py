"""What a counsellor's desk asks: who is meant, what the form begins with, and the day so far."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.centres.tables import Centre
from exchange.counselling.codes import ClientKind, Result
from exchange.counselling.rules import usual_kind
from exchange.counselling.tables import Consultation
from exchange.counselling.telling import COUNTS
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference import provinces
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import Group
from exchange.seekers.file_tables import SeekerGroup
from exchange.seekers.persons import files_of
from exchange.seekers.tables import Seeker

_c, _g, _s, _centre = columns(Consultation), columns(SeekerGroup), columns(Seeker), columns(Centre)
_GROUPS = select(_g.kind).where(
    _g.seeker_id.in_(bindparam("files", expanding=True)),
    _g.ended_at.is_(None),
    _g.since <= bindparam("day"),
    (_g.until.is_(None)) | (_g.until >= bindparam("day")),
)
_MINE = (_c.counsellor_id == bindparam("account"), _c.on_day == bindparam("day"), COUNTS)
_COUNT = select(func.count()).where(*_MINE)
_LATEST = (
    select(_c.first_id, _s.full_name, _c.at, _c.seeker_id, _c.result == Result.REFERRAL)
    .join(Seeker, _s.id == _c.seeker_id)
    .where(*_MINE)
    .order_by(_c.first_id.desc())
    .limit(5)
)
_PLACE = select(_centre.province_code, _centre.created_at).where(_centre.id == bindparam("centre"))


class Latest(msgspec.Struct, frozen=True):
    """A consultation in the list of what was just written down.

    `to_refer`: it ended with a referral.
    """

    consultation_id: UUID
    name: str
    at: datetime
    seeker_id: UUID
    to_refer: bool


class MyDay(msgspec.Struct, frozen=True):
    """A counsellor's own day so far, newest first. `count`: consultations; several may be one visit."""

    count: int
    latest: list[Latest]


class Usual(msgspec.Struct, frozen=True):
    """What the form begins with."""

    client_kind: ClientKind
    province: str


def usual(db: Reading, desk: OwnDesk, day: date) -> Usual:
    """An ordinary consultation of this person at this centre on `day`."""
    groups = {Group(kind) for kind in db.scalars(_GROUPS, {"files": files_of(db, desk.seeker_id), "day": day})}
    return Usual(usual_kind(groups), province_of(db, desk.centre_id, day))


def province_of(db: Reading, centre_id: UUID, day: date) -> str:
    """The code on `day` of the province in which a centre lies."""
    place = db.execute(_PLACE, {"centre": centre_id}).one()
    return provinces.successor(place.province_code, local_day(place.created_at), day)


def my_day(db: Reading, account_id: UUID, day: date) -> MyDay:
    """What somebody has written down for a day."""
    asked = {"account": account_id, "day": day}
    return MyDay(db.scalar(_COUNT, asked) or 0, [Latest(*row) for row in db.execute(_LATEST, asked)])
