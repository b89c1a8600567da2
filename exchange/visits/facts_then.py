"""Meetings as they were known at a moment: from the rows, by what was written down until then (`known`, a moment)."""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    String,
    bindparam,
    exists,
    false,
    func,
    literal,
    select,
    true,
    type_coerce,
    union_all,
)

from exchange.counselling.tables import Consultation, ConsultationWithdrawal
from exchange.group_talks.tables import Attendance, AttendanceRemoval, GroupTalk, GroupTalkWithdrawal
from exchange.group_talks.telling import IN_GROUP
from exchange.kernel.columns import columns
from exchange.seekers.persons import merged_files

_c, _w, _g, _x = (columns(one) for one in (Consultation, ConsultationWithdrawal, GroupTalk, GroupTalkWithdrawal))
_a, _r = columns(Attendance), columns(AttendanceRemoval)
_again: Any = Consultation.__table__.alias("later_telling").c  # type: ignore[attr-defined]
_later: Any = GroupTalk.__table__.alias("later_talk").c  # type: ignore[attr-defined]
_KNOWN: Any = bindparam("known")


def held_then(*, some: bool) -> CTE:
    """The consultations and attendances of the days that counted then, each with its person then."""
    return union_all(_alone(some), _together(some)).cte("held")


def asked(of: Any, some: bool) -> list[ColumnElement[bool]]:
    """The days `first` to `last`; `some`: of the centres `centres` only."""
    days = of.on_day.between(bindparam("first"), bindparam("last"))
    return [days, of.centre_id.in_(bindparam("centres", expanding=True))] if some else [days]


def _alone(some: bool) -> Select[Any]:
    files: Any = merged_files(as_of=True).alias("files")
    told = select(
        *(_c.id, _c.first_id, _c.centre_id, _c.on_day),
        *(type_coerce(_c[name], String).label(name) for name in ("client_kind", "way", "commune")),
        func.coalesce(files.c.person_id, _c.seeker_id).label("person"),
        false().label("by_talk"),
    ).outerjoin(files, files.c.seeker_id == _c.seeker_id)
    gone = _by_then(_again.corrects_id == _c.id, _again.at), _by_then(_w.consultation_id == _c.first_id, _w.at)
    return told.where(*gone, *asked(_c, some), _c.at <= _KNOWN)


def _together(some: bool) -> Select[Any]:
    files: Any = merged_files(as_of=True).alias("files_of_talks")
    told = (
        select(
            *(_g.id, _a.id, _g.centre_id, _g.on_day, type_coerce(_g.client_kind, String)),
            *(literal(IN_GROUP).label("way"), literal("").label("commune")),
            func.coalesce(files.c.person_id, _a.seeker_id).label("person"),
            true().label("by_talk"),
        )
        .join_from(Attendance, GroupTalk, _g.first_id == _a.talk_id)
        .outerjoin(files, files.c.seeker_id == _a.seeker_id)
    )
    gone = _by_then(_later.corrects_id == _g.id, _later.at), _by_then(_x.talk_id == _g.first_id, _x.at)
    removed = _by_then(_r.attendance_id == _a.id, _r.at)
    return told.where(*gone, removed, *asked(_g, some), _g.at <= _KNOWN, _a.at <= _KNOWN)


def _by_then(rule: ColumnElement[bool], at: ColumnElement[Any]) -> ColumnElement[bool]:
    """That no such row had been written down."""
    return ~exists().where(rule, at <= _KNOWN)
