"""Who is to be asked whether they are still at work: one and three months after the start of work.

Whoever was hired over a slip is asked after through the slip, which tells the register; so they are left out here.
"""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, exists, or_, select

from exchange.accounts.tables import Account
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.employers.tables import Employer
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements import proof_rules
from exchange.placements.codes import CHECKED_UNTIL, Check, Origin
from exchange.placements.counting import evidence_stands, join_stands
from exchange.placements.tables import (
    EndWithdrawal,
    Placement,
    PlacementEnd,
    PlacementEvidence,
    PlacementJoin,
    PlacementStanding,
)
from exchange.reference.holidays import months_after
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_z, _p, _s, _e, _a, _t = (columns(one) for one in (PlacementStanding, Placement, Seeker, Employer, Account, Staff))
_d, _u, _j, _v = (columns(one) for one in (PlacementEnd, EndWithdrawal, PlacementJoin, PlacementEvidence))
_member: Any = Placement.__table__.alias("member").c  # type: ignore[attr-defined]
_into: Any = PlacementJoin.__table__.alias("tied").c  # type: ignore[attr-defined]


def of_group(placement_id: Any, own: Any) -> Any:
    """That a row's placement (`placement_id`) is this one (`own`) or was joined into it."""
    tied = select(_into.gone_id).where(_into.kept_id == own, *join_stands(_into)).correlate(own.table)
    return or_(placement_id == own, placement_id.in_(tied))


# A placement that the standing rows speak of, whose person has left again.
ENDED = exists().where(
    of_group(_d.placement_id, _z.placement_id), ~exists().where(_u.end_id == _d.id).correlate(_d.id.table)
)
_BY_SLIP = exists().where(of_group(_member.id, _z.placement_id), _member.origin == Origin.REFERRAL)
_HERE = or_(_z.centre_id == bindparam("centre"), and_(_z.centre_id.is_(None), _p.recorded_id == bindparam("centre")))
_WAITING = (
    select(
        *(_z.placement_id, _z.on_day, _s.id.label("person_id"), _s.full_name, _s.phone),
        *(_e.name, _p.employer_name, _a.id.label("owner_id"), _a.name.label("owner")),
    )
    .join(Placement, _p.id == _z.placement_id)
    .join(Seeker, _s.id == person_column(_z.seeker_id))
    .outerjoin(Employer, _e.id == _z.employer_id)
    .outerjoin(Staff, and_(_t.account_id == _p.made_by, _t.centre_id == bindparam("centre"), _t.ended_at.is_(None)))
    .outerjoin(Account, _a.id == _t.account_id)
    .where(_HERE, _z.on_day.between(bindparam("since"), bindparam("until")), ~ENDED, ~_BY_SLIP)
    .order_by(_z.on_day, _z.placement_id)
)
_MADE = (
    select(_v.placement_id, _v.milestone)
    .where(_v.placement_id.in_(bindparam("these", expanding=True)), _v.milestone.is_not(None), *evidence_stands(_v))
)  # fmt: skip
_TIED = select(_j.gone_id, _j.kept_id).where(_j.kept_id.in_(bindparam("these", expanding=True)), *join_stands(_j))
_LEAD = (
    select(_a.id, _a.name)
    .join(Staff, _t.account_id == _a.id)
    .where(_t.centre_id == bindparam("centre"), _t.ended_at.is_(None))
    .order_by(_t.role == Role.COUNSELLOR, _t.since, _a.id)
    .limit(1)
)


class CheckDue(msgspec.Struct, frozen=True):
    """Somebody to be asked after. `owner`: who wrote the placement down, else who leads the centre."""

    placement_id: UUID
    check: Check
    due_on: date
    person_id: UUID
    name: str
    phone: str | None
    employer: str
    owner_id: UUID
    owner: str


def checks_due(db: Reading, centre_id: UUID, until: date) -> list[CheckDue]:
    """Checks of a centre's placements that are due by a day, whoever was due first; none after half a year."""
    days = {"since": months_after(until, -CHECKED_UNTIL), "until": months_after(until, -1)}
    rows = db.execute(_WAITING, {"centre": centre_id, **days}).all()
    made = _made(db, [row.placement_id for row in rows])
    lead: Any = db.execute(_LEAD, {"centre": centre_id}).first()
    due = [
        CheckDue(
            *(row.placement_id, check, proof_rules.milestone_day(row.on_day, check), row.person_id, row.full_name),
            *(row.phone, row.name or row.employer_name),
            *((row.owner_id, row.owner) if row.owner_id else (lead.id, lead.name)),
        )
        for row in rows
        if (check := proof_rules.check_due(row.on_day, made.get(row.placement_id, frozenset()), until))
        and (row.owner_id or lead)
    ]
    return sorted(due, key=lambda one: (one.due_on, one.placement_id))


def _made(db: Reading, placements: list[UUID]) -> dict[UUID, frozenset[Check]]:
    """Which checks were made of each, over all entries that count as it."""
    if not placements:
        return {}
    kept = {row.gone_id: row.kept_id for row in db.execute(_TIED, {"these": placements})}
    found: dict[UUID, set[Check]] = {}
    for own, check in db.execute(_MADE, {"these": [*placements, *kept]}):
        found.setdefault(kept.get(own, own), set()).add(check)
    return {own: frozenset(checks) for own, checks in found.items()}
