"""Visits as rows: what is counted, opened and broken down. What a visit is: `rules.VisitKey`.

Whoever was counselled alone and whoever is on the list of a group talk came; both on one day is one visit. Bind
parameters: `first` and `last` (days of the event, both in it), `centres` where only some are asked about, `known`
(a moment) where it is asked what was written down by then.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal,
    select,
    true,
    union,
    union_all,
)

from exchange.counselling.tables import Consultation, ConsultationTopic, StruckTelling
from exchange.group_talks.tables import (
    Attendance,
    AttendanceRemoval,
    GroupTalk,
    GroupTalkTopic,
    GroupTalkWithdrawal,
)
from exchange.kernel.columns import columns
from exchange.kernel.first_of_each import first_of_each
from exchange.seekers.persons import merged_files

_c, _t, _s = columns(Consultation), columns(ConsultationTopic), columns(StruckTelling)
_g, _u, _x = columns(GroupTalk), columns(GroupTalkTopic), columns(GroupTalkWithdrawal)
_a, _r = columns(Attendance), columns(AttendanceRemoval)
_later: Any = GroupTalk.__table__.alias("later_talk").c  # type: ignore[attr-defined]
IN_GROUP = "group"  # the way of a visit that was only the list of a talk
_KNOWN: Any = bindparam("known")
_TOLD = ("client_kind", "way", "commune", "first_id", "by_talk")
ONE = ("person", "centre_id", "on_day")  # what makes two meetings one visit
SPOKEN = union_all(select(_t.consultation_id.label("telling"), _t.topic), select(_u.talk_id, _u.topic)).subquery("said")


def held(*, some: bool = False, as_of: bool = False) -> CTE:
    """The consultations and attendances of the days that count, each with its person.

    `id`: the telling its topics hang on; `first_id`: what is opened. `some`: of the centres `centres` only.
    """
    return union_all(_alone(some, as_of), _together(some, as_of)).cte("held")


def visits(of: CTE) -> CTE:
    """One row for each visit; kind, way and place are those of what was written down first."""
    return first_of_each(select(*(of.c[name] for name in (*ONE, *_TOLD))), ONE, "first_id").cte("visits")


def spoken_of(of: CTE) -> CompoundSelect[Any]:
    """Each visit with each topic of any of its meetings, once: a row of `visits` and the topic."""
    one = [of.c[name] for name in ONE]
    firsts = [
        func.first_value(column, type_=column.type).over(partition_by=one, order_by=of.c.first_id).label(column.name)
        for column in (of.c[name] for name in _TOLD)
    ]
    meetings = select(*one, *firsts, of.c.id.label("telling")).cte("meetings")
    told = [column for column in meetings.c if column.name != "telling"]
    alone = select(*told, _t.topic).join(ConsultationTopic, _t.consultation_id == meetings.c.telling)
    together = select(*told, _u.topic).join(GroupTalkTopic, _u.talk_id == meetings.c.telling)
    return union(alone, together)


def same(one: Any, other: Any) -> list[ColumnElement[bool]]:
    """Whether two rows are of one visit."""
    return [one.c[name] == other.c[name] for name in ONE]


def _alone(some: bool, as_of: bool) -> Select[Any]:
    files: Any = merged_files(as_of=as_of).alias("files")
    told = select(
        *(_c.id, _c.first_id, _c.centre_id, _c.on_day, _c.client_kind, _c.way, _c.commune),
        func.coalesce(files.c.person_id, _c.seeker_id).label("person"),
        false().label("by_talk"),
    ).outerjoin(files, files.c.seeker_id == _c.seeker_id)
    struck = select(_s.telling_id).where(*_asked(_s, some), *([_s.at <= _KNOWN] if as_of else [])).subquery("struck")
    rules = [~exists().where(struck.c.telling_id == _c.id), *_asked(_c, some)]
    return told.where(*rules, *([_c.at <= _KNOWN] if as_of else []))


def _together(some: bool, as_of: bool) -> Select[Any]:
    files: Any = merged_files(as_of=as_of).alias("files_of_talks")
    told = (
        select(
            *(_g.id, _a.id, _g.centre_id, _g.on_day, _g.client_kind),
            *(literal(IN_GROUP).label("way"), literal("").label("commune")),
            func.coalesce(files.c.person_id, _a.seeker_id).label("person"),
            true().label("by_talk"),
        )
        .join_from(Attendance, GroupTalk, _g.first_id == _a.talk_id)
        .outerjoin(files, files.c.seeker_id == _a.seeker_id)
    )
    gone = _by_then(_r.attendance_id == _a.id, _r.at, as_of)
    told_again = _by_then(_later.corrects_id == _g.id, _later.at, as_of)
    withdrawn = _by_then(_x.talk_id == _g.first_id, _x.at, as_of)
    rules = [*(~exists().where(rule) for rule in (told_again, withdrawn, gone)), *_asked(_g, some)]
    return told.where(*rules, *([_g.at <= _KNOWN, _a.at <= _KNOWN] if as_of else []))


def _by_then(rule: ColumnElement[bool], at: ColumnElement[Any], as_of: bool) -> ColumnElement[bool]:
    return and_(rule, at <= _KNOWN) if as_of else rule


def _asked(of: Any, some: bool) -> list[ColumnElement[bool]]:
    days = of.on_day.between(bindparam("first"), bindparam("last"))
    return [days, of.centre_id.in_(bindparam("centres", expanding=True))] if some else [days]
