"""Counting referrals. By the day of issue, never of the entry.

**Referrals issued** (lượt): slips that were issued in the period and not cancelled; each slip is one, also a second
one of the same person to the same employer. **Persons referred** (người): the distinct persons behind them. A slip
that is cancelled later counts no more, also in a period that has passed.
"""

from functools import cache
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, func, select

from exchange.counselling.rules import Days
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.referrals import facts
from exchange.referrals.tables import Referral

_r = columns(Referral)


class Issued(msgspec.Struct, frozen=True):
    """Referrals and persons: two figures that are never mixed."""

    referrals: int
    persons: int


def issued(db: Reading, days: Days, centre_id: UUID | None = None) -> Issued:
    """How many referrals were issued and how many persons they were for, at one centre or at all."""
    asked = {"first": days.first, "last": days.last} | ({"centre": centre_id} if centre_id else {})
    return Issued(*db.execute(_counting(one_centre=centre_id is not None), asked).one())


def people(db: Reading, days: Days, centre_id: UUID) -> set[UUID]:
    """The distinct persons for whom a centre issued a referral that stands."""
    held = select(facts.PERSON).select_from(Referral).where(*_counted(one_centre=True)).distinct()
    return set(db.scalars(held, {"first": days.first, "last": days.last, "centre": centre_id}))


def records(db: Reading, days: Days, centre_id: UUID | None = None, *, most: int = 200) -> list[UUID]:
    """The slips that make the figure, oldest first: where it is opened."""
    asked = {"first": days.first, "last": days.last} | ({"centre": centre_id} if centre_id else {})
    rules = _counted(one_centre=centre_id is not None)
    query = select(_r.id).where(*rules).order_by(_r.issued_on, _r.id).limit(most)
    return list(db.scalars(query, asked))


@cache
def _counting(*, one_centre: bool) -> Select[int, int]:
    person = facts.PERSON.label("person")
    held = select(person).select_from(Referral).where(*_counted(one_centre=one_centre)).subquery()
    return select(func.count(), func.count(held.c.person.distinct())).select_from(held)


def _counted(*, one_centre: bool) -> list[ColumnElement[bool]]:
    in_days = _r.issued_on.between(bindparam("first"), bindparam("last"))
    return [in_days, ~facts.CANCELLED, *([_r.centre_id == bindparam("centre")] if one_centre else [])]
