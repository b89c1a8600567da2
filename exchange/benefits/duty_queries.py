"""What is to be done with claims by a day, and by whom: decisions that are due, recipients who fell silent."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, exists, func, select

from exchange.accounts.tables import Account
from exchange.benefits import facts, queries
from exchange.benefits.codes import ClaimState, Verdict
from exchange.benefits.deadlines import decision_due, window
from exchange.benefits.facts import PERSON
from exchange.benefits.tables import BenefitClaim, ClaimAppraisal, ClaimDecision, JobSearchDeclaration
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference.holidays import Calendar
from exchange.seekers.tables import Seeker

_c, _d, _p, _j = (columns(one) for one in (BenefitClaim, ClaimDecision, ClaimAppraisal, JobSearchDeclaration))
_s, _a = columns(Seeker), columns(Account)
_LOOKED = exists().where(_p.claim_id == _c.id)
_UNDECIDED = (
    select(_c.id, _c.year, _c.number, _c.received_on, _c.by_account, _a.name.label("taker"), _LOOKED.label("looked"))
    .add_columns(_s.id.label("person"), _s.full_name, _s.phone)
    .select_from(BenefitClaim)
    .join(Account, _a.id == _c.by_account)
    .join(Seeker, _s.id == PERSON)
    .where(_c.centre_id == bindparam("centre"), ~exists().where(_d.claim_id == _c.id))
)
_LAST_MONTH = select(func.max(_j.month)).where(_j.claim_id == _c.id, _j.corrects_id.is_(None)).scalar_subquery()
_PAID = (
    select(_c.id, _c.received_on, _d.from_on, _d.months, _LAST_MONTH.label("last"))
    .select_from(BenefitClaim)
    .join(ClaimDecision, and_(_d.claim_id == _c.id, facts.newest(_d)))
    .where(facts.OPEN, _d.verdict == Verdict.GRANTED)
)
_TAKERS = (
    select(_c.id, _a.id.label("taker_id"), _a.name)
    .join(Account, _a.id == _c.by_account)
    .where(_c.id.in_(bindparam("claims", expanding=True)))
)


class Undecided(msgspec.Struct, frozen=True):
    """A claim without a decision; `due_on`: the last day for it. `taker_id`: who took the claim in."""

    claim_id: UUID
    label: str
    state: ClaimState
    due_on: date
    person_id: UUID
    name: str
    phone: str | None
    taker_id: UUID
    taker: str


class Late(msgspec.Struct, frozen=True):
    """A recipient whose newest months went by without a word; `due_on`: the last day for the first of them."""

    claim_id: UUID
    label: str
    months: int
    due_on: date
    person_id: UUID
    name: str
    phone: str | None
    taker_id: UUID
    taker: str


def undecided(db: Reading, centre_id: UUID, until: date, calendar: Calendar) -> list[Undecided]:
    """Claims of a centre that are to be decided by a day."""
    rows = db.execute(_UNDECIDED, {"centre": centre_id}).all()
    due = ((row, decision_due(row.received_on, calendar)) for row in rows)
    return [_undecided(row, day) for row, day in due if day <= until]


def late(db: Reading, centre_id: UUID, today: date, calendar: Calendar) -> list[Late]:
    """Recipients of a centre who are silent now, however many months."""
    rows = db.execute(_PAID, {"centre": centre_id}).all()
    claims = [row.id for row in rows if _passed(row, today, calendar)]
    asked = facts.THESE.ask(db, {"claims": claims}) if claims else []
    standing = [queries.standing(one, today, calendar) for one in asked]
    silent = [one for one in standing if one.silent and one.late]
    takers = _takers(db, [one.claim.id for one in silent])
    return [_late(one, *takers[one.claim.id]) for one in silent]


def _passed(row: Any, today: date, calendar: Calendar) -> bool:
    """Whether the month after the last that was declared has gone by: of thousands of claims only these are read."""
    month = (row.last or 0) + 1
    return month <= row.months and window(row.received_on, row.from_on, month, calendar)[1] < today


def _takers(db: Reading, claims: Sequence[UUID]) -> dict[UUID, tuple[UUID, str]]:
    rows = db.execute(_TAKERS, {"claims": list(claims)}).all() if claims else []
    return {row.id: (row.taker_id, row.name) for row in rows}


def _undecided(row: Any, due_on: date) -> Undecided:
    state = ClaimState.APPRAISED if row.looked else ClaimState.RECEIVED
    person = (row.person, row.full_name, row.phone)
    return Undecided(row.id, f"{row.number}/{row.year}", state, due_on, *person, row.by_account, row.taker)


def _late(one: queries.Standing, taker_id: UUID, taker: str) -> Late:
    own = one.claim
    due_on = one.late[-min(one.silent, len(one.late))].due_to
    return Late(own.id, own.label, one.silent, due_on, own.person_id, own.name, own.phone, taker_id, taker)
