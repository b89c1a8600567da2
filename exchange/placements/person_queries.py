"""Since when people have work, as the placement register says: asked by those who follow people, not fairs."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.queries import STANDING
from exchange.placements.tables import Placement
from exchange.seekers.persons import person_column

_p = columns(Placement)
_person = person_column(_p.seeker_id)
_PLACED = (
    select(_person.label("person"), _p.agreed_on)
    .where(_person.in_(bindparam("persons", expanding=True)), STANDING)
    .order_by(_p.agreed_on, _p.id)
)


def placed_on(db: Reading, persons: Sequence[UUID]) -> dict[UUID, list[date]]:
    """The days of the placements that stand, oldest first, of each of these persons who has any."""
    found: dict[UUID, list[date]] = {}
    for person, day in db.execute(_PLACED, {"persons": list(persons)}) if persons else ():
        found.setdefault(person, []).append(day)
    return found
