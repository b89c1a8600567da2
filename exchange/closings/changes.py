"""Why a number changed: the same question asked as it was known at two moments, record by record."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Select, select

from exchange.closings import causes
from exchange.closings.causes import Told
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView
from exchange.tallies import counting, declared_queries
from exchange.tallies.book import book
from exchange.tallies.catalogue import indicator
from exchange.tallies.declared_queries import Declared
from exchange.tallies.queries import Scope
from exchange.tallies.sources.source import Ask

_Facts = dict[UUID, set[tuple[UUID, UUID | None]]]  # what is counted, with the facts behind it and their persons


class Moments(msgspec.Struct, frozen=True):
    """Two moments, the earlier first whichever way they were given."""

    first: datetime
    second: datetime

    @classmethod
    def of(cls, one: datetime, other: datetime) -> "Moments":
        """In order."""
        return cls(*sorted((one, other)))


class Changes(msgspec.Struct, frozen=True):
    """A figure at two moments. `came`, `went`: what is counted; `stayed`: how many are behind both figures.

    `said`: of a declared figure, what was written down between the two.
    """

    code: str
    moments: Moments
    before: int | None
    after: int | None
    came: tuple[UUID, ...] = ()
    went: tuple[UUID, ...] = ()
    stayed: int = 0
    said: tuple[Declared, ...] = ()
    facts: dict[UUID, tuple[tuple[UUID, UUID | None], ...]] = msgspec.field(default_factory=dict)


def changes(db: Reading, period: PeriodView, centre_id: UUID, code: str, moments: Moments) -> Changes:
    """What came, what went and how much stayed between two moments. Raises NotFound for a code that is not."""
    values = [
        book(db, period, [centre_id], [code], known=moment)[code].value for moment in (moments.first, moments.second)
    ]
    if indicator(code).counted is None:
        said = declared_queries.history(db, centre_id, period.id, code)
        between = tuple(one for one in said if moments.first < one.at <= moments.second)
        return Changes(code, moments, values[0], values[1], said=between)
    days = Days(period.first_day, period.last_day)
    was, now = (_facts(db, Scope(days, (centre_id,), moment), code) for moment in (moments.first, moments.second))
    came, went = tuple(own for own in now if own not in was), tuple(own for own in was if own not in now)
    behind = {own: tuple(now.get(own, set()) ^ was.get(own, set())) for own in (*came, *went)}
    return Changes(code, moments, values[0], values[1], came, went, len(was.keys() & now.keys()), facts=behind)


def reasons(db: Reading, found: Changes, ids: Sequence[UUID]) -> dict[UUID, list[Told]]:
    """Who wrote down what, when and why, for some of what came or went; none for what another record's fate decided."""
    how = indicator(found.code).counted
    if how is None:
        return {}
    since, until = found.moments.first, found.moments.second
    facts = {own: found.facts[own] for own in ids if own in found.facts}
    told = causes.causes(db, how.source.opens, (fact for all_of in facts.values() for fact, _ in all_of), since, until)
    persons = {person for all_of in facts.values() for _, person in all_of if person} | set(facts)
    merged = causes.merges(db, persons, since, until)
    return {own: _in_order(told, merged, own, all_of) for own, all_of in facts.items()}


def _in_order(
    told: dict[UUID, list[Told]], merged: dict[UUID, list[Told]], own: UUID, facts: Sequence[tuple[UUID, UUID | None]]
) -> list[Told]:
    everything = [one for fact, _ in facts for one in told.get(fact, ())]
    owners = {own, *(person for _, person in facts if person)}
    everything += [one for person in owners for one in merged.get(person, ())]
    return sorted(set(everything), key=lambda one: one.at)


def _facts(db: Reading, scope: Scope, code: str) -> _Facts:
    found: _Facts = {}
    for own, record, person in db.execute(_statement(code, scope.ask()), scope.values):
        found.setdefault(own, set()).add((record, person))
    return found


@cache
def _statement(code: str, ask: Ask) -> Select[Any]:
    one = indicator(code)
    how = counting.counted(one)
    facts = counting.facts_of(how.source, ask)
    person = facts.c.person if "person" in facts.c else facts.c.record
    told: Select[Any] = select(facts.c[how.counts], facts.c.record, person).select_from(facts)
    return told.where(counting.holds(one, facts)).order_by(facts.c.on_day, facts.c.record)
