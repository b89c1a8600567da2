"""Monthly declarations that say "I have work" and are not in the register yet."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select

from exchange.benefits.codes import DeclaredState
from exchange.benefits.tables import BenefitClaim, ClaimWithdrawal, JobSearchDeclaration
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.tables import Placement
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_j, _c, _w, _p, _s = (columns(one) for one in (JobSearchDeclaration, BenefitClaim, ClaimWithdrawal, Placement, Seeker))
_later: Any = JobSearchDeclaration.__table__.alias("later").c  # type: ignore[attr-defined]
_taken: Any = JobSearchDeclaration.__table__.alias("taken").c  # type: ignore[attr-defined]
# What an earlier word for the month made, stays; the register corrects it.
_KNOWN = (
    exists()
    .where(_taken.claim_id == _j.claim_id, _taken.month == _j.month, _p.declaration_id == _taken.id)
    .correlate(_j.id.table)
)
_WAITING = (
    select(
        *(_j.id, _c.id, _c.number, _c.year, _c.seeker_id, person_column(_c.seeker_id), _s.full_name, _s.phone),
        *(_j.month, _j.declared_on, _j.job_from, _j.about),
    )
    .join(BenefitClaim, _c.id == _j.claim_id)
    .join(Seeker, _s.id == person_column(_c.seeker_id))
    .where(
        *(_c.centre_id == bindparam("centre"), _j.state == DeclaredState.HAS_JOB),
        *(~exists().where(_later.corrects_id == _j.id), ~exists().where(_w.claim_id == _c.id), ~_KNOWN),
    )
    .order_by(_j.declared_on, _j.id)
)


class Declared(msgspec.Struct, frozen=True):
    """Somebody declared a job. `about`: the employer, in their own words; `job_from`: since when."""

    declaration_id: UUID
    claim_id: UUID
    number: int
    year: int
    seeker_id: UUID
    person_id: UUID
    name: str
    phone: str | None
    month: int
    declared_on: date
    job_from: date | None
    about: str


def waiting(db: Reading, centre_id: UUID) -> list[Declared]:
    """What is to be taken over at a centre, the oldest first."""
    return [Declared(*row) for row in db.execute(_WAITING, {"centre": centre_id})]
