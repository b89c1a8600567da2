"""Keeping what counts in step with the rows it follows from, in the same transaction."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, or_, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.placements.counting import FACTS, facts
from exchange.placements.tables import Placement, PlacementJoin, PlacementStanding
from exchange.vacancies import index
from exchange.vacancies.tables import Vacancy

_p, _j, _z = columns(Placement), columns(PlacementJoin), columns(PlacementStanding)
_THESE: Any = bindparam("these", expanding=True)
_TIED = select(_j.kept_id, _j.gone_id).where(or_(_j.kept_id.in_(_THESE), _j.gone_id.in_(_THESE)))
_VACANCIES = select(_p.vacancy_id).where(_p.id.in_(_THESE), _p.vacancy_id.is_not(None)).distinct()
_FORGET = delete(_z.placement_id.table).where(_z.placement_id.in_(_THESE))
_COUNT = insert(_z.placement_id.table).from_select(list(FACTS), facts(as_of=False).where(_p.id.in_(_THESE)))


def refresh(db: Writing, placements: Iterable[UUID]) -> list[UUID]:
    """Make again what counts of these, and of all they are or were joined with; which these are."""
    these = set(placements)
    for kept, gone in db.execute(_TIED, {"these": list(these)}).all():
        these |= {kept, gone}
    found = sorted(these)
    db.execute(_FORGET, {"these": found})
    db.execute(_COUNT, {"these": found})
    return found


def refresh_openings(db: Writing, placements: Iterable[UUID]) -> None:
    """A filled vacancy leaves the search, a freed one comes back."""
    for vacancy_id in sorted(db.scalars(_VACANCIES, {"these": list(placements)}).all()):
        hold(db, Vacancy, vacancy_id)
        index.refresh(db, vacancy_id)
