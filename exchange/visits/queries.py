"""Counting visits and persons. What a visit is: `rules.VisitKey`. By the day of the event, never of the entry.

Whoever was counselled alone and whoever is on the list of a group talk came; both on one day is one visit.
"""

from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, exists, false, func, select, true

from exchange.counselling.codes import ClientKind, Topic
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.visits import facts


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
    given = _given(which)
    held = _held(given)
    made = _visits(given)
    query = select(held.c.first_id).where(exists().where(*facts.same(held, made)), held.c.by_talk == by_talk)
    return list(db.scalars(query.order_by(held.c.on_day, held.c.first_id).limit(most), _asked(days, which)))


def _given(which: Which | None) -> frozenset[str]:
    chosen = which or Which()
    return frozenset(name for name in chosen.__struct_fields__ if getattr(chosen, name) is not None)


def _asked(days: Days, which: Which | None) -> dict[str, Any]:
    told = {name: getattr(which, name) for name in _given(which)}
    return {"first": days.first, "last": days.last, "centres": [told.pop("centre_id", None)]} | told


@cache
def _counting(given: frozenset[str]) -> Select[int, int]:
    made = _visits(given)
    return select(func.count(), func.count(made.c.person.distinct())).select_from(made)


@cache
def _whose(given: frozenset[str]) -> Select[Any]:
    return select(_visits(given).c.person).distinct()


@cache
def _only_talks(given: frozenset[str]) -> Select[int, int]:
    held = _held(given)
    made = _visits(given)
    alone = held.alias("alone")
    visits = (
        select(func.count())
        .select_from(made)
        .where(~exists().where(*facts.same(alone, made), alone.c.by_talk == false()))
    )
    others = made.alias("others")
    came = held.alias("came")
    in_another_way = exists().where(
        others.c.person == made.c.person, *facts.same(came, others), came.c.by_talk == false()
    )
    persons = select(func.count(made.c.person.distinct())).select_from(made).where(~in_another_way)
    return select(visits.scalar_subquery(), persons.scalar_subquery())


def _held(given: frozenset[str]) -> Any:
    return facts.held(some="centre_id" in given)


def _visits(given: frozenset[str]) -> Any:
    """One row for each visit that is asked about."""
    made = facts.visits(some="centre_id" in given)
    return select(made).where(*_chosen(given, made)).cte("chosen")


def _chosen(given: frozenset[str], visit: Any) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = []
    if "client_kind" in given:
        rules.append(visit.c.client_kind == bindparam("client_kind"))
    if "topic" in given:
        spoken = _held(given).alias("spoken")
        about = facts.SPOKEN.c.telling == spoken.c.id, facts.SPOKEN.c.topic == bindparam("topic")
        rules.append(exists().where(*facts.same(spoken, visit), *about))
    return rules
