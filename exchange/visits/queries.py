"""Counting visits and persons. What a visit is: `rules.VisitKey`. By the day of the event, never of the entry.

Whoever was counselled alone and whoever is on the list of a group talk came; both on one day is one visit.
"""

from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, exists, false, func, select, true, union_all

from exchange.counselling.codes import ClientKind, Topic
from exchange.counselling.rules import Days
from exchange.counselling.tables import Consultation, ConsultationTopic
from exchange.counselling.telling import COUNTS
from exchange.group_talks import telling as group_telling
from exchange.group_talks.tables import Attendance, GroupTalk, GroupTalkTopic
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.persons import person_column

_c, _t = columns(Consultation), columns(ConsultationTopic)
_g, _u, _a = columns(GroupTalk), columns(GroupTalkTopic), columns(Attendance)
_spoken = union_all(select(_t.consultation_id.label("telling"), _t.topic), select(_u.talk_id, _u.topic)).subquery(
    "said"
)
_ONE = ("person", "centre_id", "on_day")  # what makes two meetings one visit


class Which(msgspec.Struct, frozen=True):
    """Which visits: of one centre, of one kind of client, about one topic; None for all."""

    centre_id: UUID | None = None
    client_kind: ClientKind | None = None
    topic: Topic | None = None


class Counted(msgspec.Struct, frozen=True):
    """Visits and persons: two figures that are never mixed."""

    visits: int
    persons: int


class Table(msgspec.Struct, frozen=True):
    """The figures of a period. `kinds` add up to `whole` (visits); `topics` may add up to more."""

    whole: Counted
    kinds: dict[ClientKind, Counted]
    topics: dict[Topic, Counted]


def visits(db: Reading, days: Days, which: Which | None = None) -> int:
    """How many visits (lượt) there were."""
    return counted(db, days, which).visits


def persons(db: Reading, days: Days, which: Which | None = None) -> int:
    """How many distinct persons (người) came."""
    return counted(db, days, which).persons


def counted(db: Reading, days: Days, which: Which | None = None) -> Counted:
    """Both figures."""
    return Counted(*db.execute(_counting(_given(which)), _asked(days, which)).one())


def people(db: Reading, days: Days, which: Which | None = None) -> set[UUID]:
    """The distinct persons themselves, to be asked about elsewhere."""
    return set(db.scalars(_whose(_given(which)), _asked(days, which)))


def table(db: Reading, days: Days, centre_id: UUID | None = None) -> Table:
    """The figures of a period by kind of client and by topic, of one centre or of all."""
    return Table(
        counted(db, days, Which(centre_id)),
        {kind: counted(db, days, Which(centre_id, client_kind=kind)) for kind in ClientKind},
        {topic: counted(db, days, Which(centre_id, topic=topic)) for topic in Topic},
    )


def only_by_talk(db: Reading, days: Days, which: Which | None = None) -> Counted:
    """Of both figures those for whom there is nothing but the list of a group talk: they are in `counted` as well.

    A person is told here who came in no other way in the whole period.
    """
    return Counted(*db.execute(_only_talks(_given(which)), _asked(days, which)).one())


def records(db: Reading, days: Days, which: Which | None = None, *, most: int = 200) -> list[UUID]:
    """The consultations that make the visits of a figure, oldest first: where a figure is opened."""
    return _opened(db, days, which, false(), most)


def attended(db: Reading, days: Days, which: Which | None = None, *, most: int = 200) -> list[UUID]:
    """The attendances that make the visits of a figure, oldest first: the other half of what it opens."""
    return _opened(db, days, which, true(), most)


def _opened(db: Reading, days: Days, which: Which | None, by_talk: ColumnElement[bool], most: int) -> list[UUID]:
    held = _held()
    made = _visits(held, _given(which))
    query = select(held.c.first_id).where(exists().where(*_same(held, made)), held.c.by_talk == by_talk)
    return list(db.scalars(query.order_by(held.c.on_day, held.c.first_id).limit(most), _asked(days, which)))


def _given(which: Which | None) -> frozenset[str]:
    chosen = which or Which()
    return frozenset(name for name in chosen.__struct_fields__ if getattr(chosen, name) is not None)


def _asked(days: Days, which: Which | None) -> dict[str, Any]:
    return {"first": days.first, "last": days.last} | {name: getattr(which, name) for name in _given(which)}


def _same(one: Any, other: Any) -> list[ColumnElement[bool]]:
    return [one.c[name] == other.c[name] for name in _ONE]


@cache
def _counting(given: frozenset[str]) -> Select[int, int]:
    made = _visits(_held(), given)
    return select(func.count(), func.count(made.c.person.distinct())).select_from(made)


@cache
def _whose(given: frozenset[str]) -> Select[Any]:
    return select(_visits(_held(), given).c.person).distinct()


@cache
def _only_talks(given: frozenset[str]) -> Select[int, int]:
    held = _held()
    made = _visits(held, given)
    alone = held.alias("alone")
    visits = (
        select(func.count()).select_from(made).where(~exists().where(*_same(alone, made), alone.c.by_talk == false()))
    )
    others = made.alias("others")
    came = held.alias("came")
    in_another_way = exists().where(others.c.person == made.c.person, *_same(came, others), came.c.by_talk == false())
    persons = select(func.count(made.c.person.distinct())).select_from(made).where(~in_another_way)
    return select(visits.scalar_subquery(), persons.scalar_subquery())


def _held() -> Any:
    """The consultations and attendances of the period that count, each with its person.

    `id`: the telling its topics hang on; `first_id`: what is opened.
    """
    days: Any = (bindparam("first"), bindparam("last"))
    alone = select(
        *(_c.id, _c.first_id, _c.centre_id, _c.on_day, _c.client_kind),
        person_column(_c.seeker_id).label("person"),
        false().label("by_talk"),
    ).where(_c.on_day.between(*days), COUNTS)
    together = (
        select(
            *(_g.id, _a.id, _g.centre_id, _g.on_day, _g.client_kind),
            person_column(_a.seeker_id).label("person"),
            true().label("by_talk"),
        )
        .join_from(Attendance, GroupTalk, _g.first_id == _a.talk_id)
        .where(_g.on_day.between(*days), group_telling.COUNTS, group_telling.ON_LIST)
    )
    return union_all(alone, together).cte("held")


def _visits(held: Any, given: frozenset[str]) -> Any:
    """One row for each visit, its kind that of what was written down first."""
    one = [held.c[name] for name in _ONE]
    place = func.row_number().over(partition_by=one, order_by=held.c.first_id).label("place")
    ranked = select(*one, held.c.client_kind, place).cte("ranked")
    return select(ranked).where(ranked.c.place == 1, *_chosen(given, ranked, held)).cte("visits")


def _chosen(given: frozenset[str], visit: Any, held: Any) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = []
    if "centre_id" in given:
        rules.append(visit.c.centre_id == bindparam("centre_id"))
    if "client_kind" in given:
        rules.append(visit.c.client_kind == bindparam("client_kind"))
    if "topic" in given:
        spoken = held.alias("spoken")
        about = _spoken.c.telling == spoken.c.id, _spoken.c.topic == bindparam("topic")
        rules.append(exists().where(*_same(spoken, visit), *about))
    return rules
