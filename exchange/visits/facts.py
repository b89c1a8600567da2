"""Visits as rows: what is counted, opened and broken down. What a visit is: `rules.VisitKey`.

Whoever was counselled alone and whoever is on the list of a group talk came; both on one day is one visit. Bind
parameters: `first` and `last` (days of the event, both in it), `centres` where only some are asked about, `known`
(a moment) where it is asked what was written down by then.
"""

from typing import Any

from sqlalchemy import CTE, ColumnElement, CompoundSelect, Select, func, select, union, union_all

from exchange.counselling.tables import ConsultationTopic
from exchange.group_talks.tables import GroupTalkTopic
from exchange.kernel.columns import columns
from exchange.kernel.first_of_each import first_of_each
from exchange.seekers.meeting_tables import Meeting
from exchange.visits.facts_then import asked, held_then

_m, _t, _u = columns(Meeting), columns(ConsultationTopic), columns(GroupTalkTopic)
_BEFORE = ("before", "before_alike", "here_before", "here_before_alike")
_TOLD = ("client_kind", "way", "commune", "first_id", "by_talk")
ONE = ("person", "centre_id", "on_day")  # what makes two meetings one visit
SPOKEN = union_all(select(_t.consultation_id.label("telling"), _t.topic), select(_u.talk_id, _u.topic)).subquery("said")


def held(*, some: bool = False, as_of: bool = False) -> CTE:
    """The consultations and attendances of the days that count, each with its person.

    `id`: the telling its topics hang on; `first_id`: what is opened. `some`: of the centres `centres` only.
    """
    return held_then(some=some) if as_of else _kept(some).add_columns(_m.telling_id.label("id")).cte("held")


def visits(*, some: bool = False, as_of: bool = False) -> CTE:
    """One row for each visit; kind, way and place are those of what was written down first.

    Without `as_of` also the days of the visits before it, as in `Meeting`.
    """
    if not as_of:
        return _kept(some).where(_m.opens).add_columns(*(_m[name] for name in _BEFORE)).cte("visits")
    of = held_then(some=some)
    return first_of_each(select(*(of.c[name] for name in (*ONE, *_TOLD))), ONE, "first_id").cte("visits")


def spoken_of(of: CTE) -> CompoundSelect[Any]:
    """Each visit with each topic of any of its meetings, once: a row of `visits` and the topic."""
    one = [of.c[name] for name in ONE]
    firsts = [
        func.first_value(column, type_=column.type).over(partition_by=one, order_by=of.c.first_id).label(column.name)
        for column in (of.c[name] for name in _TOLD)
    ]
    met = select(*one, *firsts, of.c.id.label("telling")).cte("met")
    told = [column for column in met.c if column.name != "telling"]
    alone = select(*told, _t.topic).join(ConsultationTopic, _t.consultation_id == met.c.telling)
    together = select(*told, _u.topic).join(GroupTalkTopic, _u.talk_id == met.c.telling)
    return union(alone, together)


def same(one: Any, other: Any) -> list[ColumnElement[bool]]:
    """Whether two rows are of one visit."""
    return [one.c[name] == other.c[name] for name in ONE]


def _kept(some: bool) -> Select[Any]:
    told = (_m[name] for name in ("centre_id", "on_day", *_TOLD))
    return select(_m.person_id.label("person"), *told).where(*asked(_m, some))
