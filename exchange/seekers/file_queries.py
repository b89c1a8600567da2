"""What can be asked about one person's file. Parts that a desk is not shown are not in the answer at all."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.centres.tables import Centre, Staff
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.vault import masked
from exchange.reference import ethnic_groups
from exchange.reference.codes import Qualification
from exchange.seekers.access import FileDesk, OwnFile, Part
from exchange.seekers.codes import Activity, Channel, Group, JoblessFor, NumberKind, Schooling, Service, Sex, Why
from exchange.seekers.file_actions import SHARED
from exchange.seekers.file_rules import SENSITIVE
from exchange.seekers.file_tables import (
    SeekerGroup,
    SeekerMerge,
    SeekerNumber,
    SeekerProfile,
    SoldierService,
)
from exchange.seekers.persons import files_of
from exchange.seekers.tables import Seeker

_s, _v, _n, _g, _m, _r = (
    columns(one) for one in (Seeker, SeekerProfile, SeekerNumber, SeekerGroup, SeekerMerge, SoldierService)
)
_e, _a, _k, _c = columns(Entry), columns(Account), columns(Staff), columns(Centre)
_MORE = ("birth_date", "email", "street", "home_province", "home_commune", "home_street", "schooling", "qualification")
_WORK = ("specialty", "activity", "jobless_for", "last_job", "left_because", "occupation_code", "work_places")
_WISH = ("wage_from", "ready_on", "services")
_NEWEST = (
    select(*(_v[name] for name in (*_MORE, *_WORK, *_WISH)))
    .where(_v.seeker_id == bindparam("seeker"))
    .order_by(_v.at.desc(), _v.id.desc())
    .limit(1)
)
_SHARED = select(*(_s[name] for name in (*SHARED, "id", "centre_id", "created_at", "channel"))).where(
    _s.id == bindparam("seeker")
)
_NUMBERS = select(_n.seeker_id, _n.kind, _n.length, _n.tail, _n.at).where(
    _n.seeker_id.in_(bindparam("seekers", expanding=True)), _n.replaced_at.is_(None)
)
_GROUPS = (
    select(
        *(_g[name] for name in ("id", "kind", "since", "until", "ethnicity", "ended_at")),
        *(_r[name] for name in ("decision", "unit", "batch", "enlisted_on", "discharged_on", "voucher")),
        _r.voucher_until,
    )
    .outerjoin(SoldierService, _r.group_id == _g.id)
    .where(_g.seeker_id.in_(bindparam("seekers", expanding=True)))
    .order_by(_g.since.desc(), _g.id.desc())
)
_MERGES = (
    select(_m.id, _m.gone_id, _s.full_name, _m.because, _m.at, _a.name)
    .join(Seeker, _s.id == _m.gone_id)
    .join(Account, _a.id == _m.by_account)
    .where(_m.kept_id.in_(bindparam("seekers", expanding=True)), _m.undone_at.is_(None))
    .order_by(_m.at.desc(), _m.id.desc())
)
_SEEN_BY = (Kind.SEEKER_FILE_OPENED, Kind.SEEKER_NUMBER_SHOWN)
_OPENINGS = (
    select(_e.at, _e.kind, _e.facts, _c.short_name)
    .outerjoin(Staff, (_k.account_id == _e.actor_id) & _k.ended_at.is_(None))
    .outerjoin(Centre, _c.id == _k.centre_id)
    .where(_e.seeker_id.in_(bindparam("seekers", expanding=True)), _e.kind.in_(_SEEN_BY))
    .order_by(_e.at.desc(), _e.id.desc())
    .limit(bindparam("most"))
)


class NumberView(msgspec.Struct, frozen=True):
    """A number as everybody at the counter may see it."""

    kind: NumberKind
    shown: str
    at: datetime


class GroupView(msgspec.Struct, frozen=True):
    """A group somebody belongs or belonged to; the papers of soldiers only."""

    id: UUID
    kind: Group
    since: date
    until: date | None
    ethnicity: str
    standing: bool
    decision: str = ""
    unit: str = ""
    batch: str = ""
    enlisted_on: date | None = None
    discharged_on: date | None = None
    voucher: str = ""
    voucher_until: date | None = None


class MergeView(msgspec.Struct, frozen=True):
    """A file that is read through this one."""

    id: UUID
    gone_id: UUID
    name: str
    because: str
    at: datetime
    by: str


class Opening(msgspec.Struct, frozen=True):
    """Who looked into a file, and why, as the person may read it."""

    at: datetime
    centre: str
    why: Why | None
    number: NumberKind | None


class PersonFile(msgspec.Struct, frozen=True):
    """A file as one desk is shown it: what it is not shown is None, or empty."""

    id: UUID
    name: str
    birth_year: int
    birth_date: date | None
    sex: Sex
    centre_id: UUID | None
    since: datetime
    channel: Channel
    province_code: str
    commune: str
    phone: str | None = None
    email: str = ""
    street: str = ""
    home_province: str | None = None
    home_commune: str = ""
    home_street: str = ""
    schooling: Schooling | None = None
    qualification: Qualification | None = None
    specialty: str = ""
    activity: Activity | None = None
    jobless_for: JoblessFor | None = None
    last_job: str = ""
    left_because: str = ""
    wish: str = ""
    occupation_code: str | None = None
    work_places: tuple[str, ...] = ()
    wage_from: int | None = None
    ready_on: date | None = None
    services: tuple[Service, ...] = ()
    numbers: tuple[NumberView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    merged: tuple[MergeView, ...] = ()


_PARTS: dict[Part, tuple[str, ...]] = {
    Part.CONTACT: ("phone", "email", "street", "home_province", "home_commune", "home_street"),
    Part.WORK: ("schooling", "qualification", "specialty", "activity", "jobless_for", "last_job", "left_because"),
    Part.WISH: ("wish", "occupation_code", "work_places", "wage_from", "ready_on", "services"),
}


def person_file(db: Reading, desk: FileDesk) -> PersonFile:
    """The file as this desk is shown it. Whoever shows it journals that (`open_file`)."""
    return _file(db, desk.seeker_id, desk.parts)


def own_person_file(db: Reading, desk: OwnFile) -> PersonFile:
    """The whole file, for the person themself; numbers stay masked on the screen."""
    return _file(db, desk.seeker_id, frozenset(Part))


def openings(db: Reading, seeker_id: UUID, *, most: int = 50) -> list[Opening]:
    """Who looked into a person's files, the newest first."""
    rows = db.execute(_OPENINGS, {"seekers": files_of(db, seeker_id), "most": most}).all()
    return [Opening(row.at, row.short_name or "", _why(row.facts), _number(row.facts)) for row in rows]


def _why(facts: dict[str, Any]) -> Why | None:
    return Why(facts["why"]) if facts.get("why") in set(Why) else None


def _number(facts: dict[str, Any]) -> NumberKind | None:
    return NumberKind(facts["number"]) if facts.get("number") in set(NumberKind) else None


def _file(db: Reading, seeker_id: UUID, parts: frozenset[Part]) -> PersonFile:
    base = db.execute(_SHARED, {"seeker": seeker_id}).first()
    if base is None:
        raise NotFound
    newest = db.execute(_NEWEST, {"seeker": seeker_id}).mappings().first()
    said: dict[str, Any] = dict(newest or {}) | {"phone": base.phone, "wish": base.work_wanted}
    for name, kind in (("work_places", str), ("services", Service)):
        said[name] = tuple(map(kind, said.get(name) or ()))
    shown = {name: said[name] for part in parts for name in _PARTS.get(part, ()) if name in said}
    files = files_of(db, seeker_id)
    if Part.NUMBERS in parts:
        shown["numbers"] = tuple(_numbers(db, files))
    if Part.GROUPS in parts:
        shown["groups"] = tuple(one for one in _groups(db, files) if _may_see(one, parts))
    if Part.HISTORY in parts:
        shown["merged"] = tuple(MergeView(*row) for row in db.execute(_MERGES, {"seekers": files}))
    identity = (base.id, base.full_name, base.birth_year, said.get("birth_date"), base.sex, base.centre_id)
    return PersonFile(*identity, base.created_at, base.channel, base.province_code, base.commune, **shown)


def _may_see(group: GroupView, parts: frozenset[Part]) -> bool:
    return group.kind not in SENSITIVE or Part.SENSITIVE in parts


def _numbers(db: Reading, files: list[UUID]) -> list[NumberView]:
    """One of each kind: that of the kept file, else of another of the person's files."""
    rows = sorted(db.execute(_NUMBERS, {"seekers": files}).all(), key=lambda row: files.index(row.seeker_id))
    first = {row.kind: row for row in reversed(rows)}
    return [NumberView(kind, masked(row.length, row.tail), row.at) for kind, row in sorted(first.items())]


def _groups(db: Reading, files: list[UUID]) -> list[GroupView]:
    return [_group(row) for row in db.execute(_GROUPS, {"seekers": files}).all()]


def _group(row: Any) -> GroupView:
    named = ethnic_groups.get(row.ethnicity) if row.ethnicity else None
    return GroupView(
        id=row.id,
        kind=row.kind,
        since=row.since,
        until=row.until,
        ethnicity=named.name if named else "",
        standing=row.ended_at is None,
        decision=row.decision or "",
        unit=row.unit or "",
        batch=row.batch or "",
        enlisted_on=row.enlisted_on,
        discharged_on=row.discharged_on,
        voucher=row.voucher or "",
        voucher_until=row.voucher_until,
    )
