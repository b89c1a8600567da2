"""Who can be signed in as with one click: everybody in the database, in groups. Only demo mode asks this."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.booths.codes import CallAnswer
from exchange.booths.tables import Booth, Shift, Ticket
from exchange.booths.talk_tables import Call
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, Staff
from exchange.demo.roles import plays_itself
from exchange.employers.tables import Employer, Recruiter
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.fairs.queries import FairView
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.tables import Seeker

_a, _s, _r, _p = columns(Account), columns(Staff), columns(Recruiter), columns(Seeker)
_e, _c, _b, _f, _t, _k = (
    columns(Employer),
    columns(Centre),
    columns(Booth),
    columns(Shift),
    columns(Ticket),
    columns(Call),
)
_MOST = 200  # of each kind
_RANK = {Role.DIRECTOR: 0, Role.MANAGER: 1, Role.COUNSELLOR: 2}
_FAIR: Any = bindparam("fair")
_STAFF = (
    select(_a.id, _a.name, _a.email, _s.role, _s.centre_id)
    .join(Staff, _s.account_id == _a.id)
    .where(_s.ended_at.is_(None))
    .limit(_MOST)
)
_RECRUITERS = (
    select(_a.id, _a.name, _a.email, _e.id.label("employer_id"), _e.name.label("employer"))
    .join(Recruiter, _r.account_id == _a.id)
    .join(Employer, _e.id == _r.employer_id)
    .where(_r.ended_at.is_(None))
    .order_by(_e.created_at, _r.id)
    .limit(_MOST)
)
_SEEKERS = (
    select(_a.id, _a.name, _a.phone, _p.id.label("seeker_id"), _p.work_wanted)
    .join(Seeker, _p.account_id == _a.id)
    .order_by(_a.phone)
    .limit(_MOST)
)
_SITTING = select(_f.account_id).join(Booth, _b.id == _f.booth_id).where(_b.fair_id == _FAIR, _f.ended_at.is_(None))
_WAITING = select(_t.seeker_id).where(_t.fair_id == _FAIR, _t.closed_at.is_(None))
_TALKING = select(_k.seeker_id).where(_k.fair_id == _FAIR, _k.closed_at.is_(None), _k.answer == CallAnswer.ACCEPTED)


class Member(msgspec.Struct, frozen=True):
    """Somebody to sign in as. `doing`: sitting, waiting, talking or nothing; `robot`: played by one when it is busy."""

    account_id: UUID
    name: str
    detail: str
    doing: str
    robot: bool


class Panel(msgspec.Struct, frozen=True):
    """People who belong together: a centre, an employer."""

    title: str
    members: list[Member]


class People(msgspec.Struct, frozen=True):
    """Everybody, and the fair that is looked at first (None: there is none)."""

    fair: FairView | None
    staff: list[Panel]
    recruiters: list[Panel]
    seekers: list[Panel]


def people(db: Reading, *, now: datetime) -> People:
    """Everybody, the host's staff first."""
    fair = present_fair(db, now=now)
    host = fair.host_id if fair else None
    ids = {"fair": fair.id if fair else None}
    sitting, waiting, talking = (set(db.scalars(ask, ids)) for ask in (_SITTING, _WAITING, _TALKING))
    doing = dict.fromkeys(sitting, "sitting") | dict.fromkeys(waiting, "waiting") | dict.fromkeys(talking, "talking")
    return People(fair, _staff(db, host, doing), _recruiters(db, doing), _seekers(db, fair, doing))


def present_fair(db: Reading, *, now: datetime) -> FairView | None:
    """The live fair, else the one that comes first in the list."""
    every = fairs.fairs(db, now=now)
    return next((fair for fair in every if fair.phase is FairPhase.LIVE), every[0] if every else None)


def _staff(db: Reading, host: UUID | None, doing: dict[UUID, str]) -> list[Panel]:
    centres = {row.id: row.name for row in db.execute(select(_c.id, _c.name).order_by(_c.created_at, _c.id))}
    panels: dict[UUID, list[Member]] = {centre: [] for centre in centres}
    for row in sorted(db.execute(_STAFF).all(), key=lambda row: _RANK[row.role]):
        panels[row.centre_id].append(_member(row, row.role.label, doing.get(row.id, "")))
    first = sorted(centres, key=lambda centre: centre != host)
    return _filled((centres[centre], panels[centre]) for centre in first)


def _recruiters(db: Reading, doing: dict[UUID, str]) -> list[Panel]:
    panels: dict[UUID, tuple[str, list[Member]]] = {}
    for row in db.execute(_RECRUITERS):
        _, members = panels.setdefault(row.employer_id, (row.employer, []))
        members.append(_member(row, row.email, doing.get(row.id, "")))
    return _filled(panels.values())


def _seekers(db: Reading, fair: FairView | None, doing: dict[UUID, str]) -> list[Panel]:
    """By the site where each of them belongs."""
    rows = db.execute(_SEEKERS).all()
    sites = {site.centre_id: site.short_name for site in fairs.sites(db, fair.id)} if fair else {}
    panels: dict[str, list[Member]] = {name: [] for name in sites.values()}
    for row in rows:
        place = sites[fairs.home_site(db, fair.id, row.seeker_id)] if fair else ""
        panels.setdefault(place, []).append(_member(row, row.work_wanted, doing.get(row.seeker_id, "")))
    return _filled(panels.items())


def _member(row: Any, detail: str, doing: str) -> Member:
    reached = getattr(row, "email", None) or getattr(row, "phone", None) or ""
    return Member(row.id, row.name, detail, doing, plays_itself(reached))


def _filled(panels: Iterable[tuple[str, list[Member]]]) -> list[Panel]:
    return [Panel(title, members) for title, members in panels if members]
