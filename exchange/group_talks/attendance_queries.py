"""Who is on the list of a talk, and who checked in at its door and is still nobody's file."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select

from exchange.group_talks.access import TalkDesk
from exchange.group_talks.codes import AttendedBy
from exchange.group_talks.tables import Attendance, AttendanceRemoval, WalkIn, WalkInSettlement
from exchange.group_talks.telling import ON_LIST
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import name_sort_key
from exchange.rosters.queries import Line, Looking, look_up
from exchange.rosters.rows import ListRow
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_a, _r, _w, _x, _s = (columns(one) for one in (Attendance, AttendanceRemoval, WalkIn, WalkInSettlement, Seeker))
_person = person_column(_a.seeker_id)
_LIST = (
    select(_a.id, _person.label("person"), _s.full_name, _s.birth_year, _s.commune, _a.how, _a.at)
    .join_from(Attendance, Seeker, _s.id == _person)
    .where(_a.talk_id == bindparam("talk"), ON_LIST)
    .order_by(_a.id)
)
_REMOVED = (
    select(_s.full_name, _s.birth_year, _r.because, _r.at)
    .select_from(
        _a.id.table.join(_r.attendance_id.table, _r.attendance_id == _a.id).join(_s.id.table, _s.id == _person)
    )
    .where(_a.talk_id == bindparam("talk"))
    .order_by(_r.at, _a.id)
)
_WAITING = (
    select(_w.id, _w.name, _w.birth_year, _w.phone, _w.at)
    .where(_w.talk_id == bindparam("talk"), ~exists().where(_x.walk_in_id == _w.id))
    .order_by(_w.id)
)


class Attendant(msgspec.Struct, frozen=True):
    """Somebody on the list: the person, by the file that is kept."""

    id: UUID
    seeker_id: UUID
    name: str
    birth_year: int
    commune: str
    how: AttendedBy
    at: datetime


class Removed(msgspec.Struct, frozen=True):
    """Somebody who was on the list by mistake."""

    name: str
    birth_year: int
    because: str
    at: datetime


class Waiting(msgspec.Struct, frozen=True):
    """Somebody at the door, and who they may be. `phone` in E.164 form."""

    id: UUID
    name: str
    birth_year: int
    phone: str
    at: datetime
    line: Line


def attendants(db: Reading, desk: TalkDesk) -> list[Attendant]:
    """The list in Vietnamese order of names, each person once, whichever of their files were put on it."""
    once: dict[UUID, Any] = {}
    for row in db.execute(_LIST, {"talk": desk.talk_id}):
        once.setdefault(row.person, row)
    return sorted((Attendant(*row) for row in once.values()), key=lambda one: (name_sort_key(one.name), one.birth_year))


def removed(db: Reading, desk: TalkDesk) -> list[Removed]:
    """Who was taken off the list, and why."""
    return [Removed(*row) for row in db.execute(_REMOVED, {"talk": desk.talk_id})]


def waiting(db: Reading, desk: TalkDesk, looking: Looking, *, most: int = 50) -> list[Waiting]:
    """Who checked in without an account, the longest waiting first, with the files that may be theirs."""
    rows = db.execute(_WAITING.limit(most), {"talk": desk.talk_id}).all()
    people = [ListRow(number, row.name, row.name, row.birth_year, row.phone) for number, row in enumerate(rows)]
    lines = look_up(db, looking, people)
    return [Waiting(*row, line) for row, line in zip(rows, lines, strict=True)]  # type: ignore[call-arg]
