"""Soldiers of the register who seem to belong to a cohort: of the same batch, or discharged on the same day."""

from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, or_, select

from exchange.cohorts.access import CohortDesk
from exchange.cohorts.actions import member_of
from exchange.cohorts.tables import Cohort
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import fold, name_sort_key
from exchange.rosters.rows import ListRow
from exchange.seekers.access import Relation, relation_of
from exchange.seekers.codes import Group
from exchange.seekers.file_tables import SeekerGroup, SoldierService
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_c, _s, _g, _r = (columns(one) for one in (Cohort, Seeker, SeekerGroup, SoldierService))
_COHORT = select(_c.batch_fold, _c.discharged_on, _c.unit_fold).where(_c.id == bindparam("cohort"))
_person = person_column(_g.seeker_id)
_SOLDIERS = (
    select(_person.label("person"), _s.full_name, _s.birth_year, _s.commune, _r.unit, _r.batch, _r.discharged_on)
    .join_from(SeekerGroup, SoldierService, _r.group_id == _g.id)
    .join(Seeker, _s.id == _person)
    .where(
        *(_g.kind == Group.SOLDIER, _g.ended_at.is_(None)),
        or_(_s.centre_id == bindparam("centre"), _s.centre_id.is_(None)),
    )
)


class Candidate(msgspec.Struct, frozen=True):
    """A soldier of the register who is not in the cohort yet."""

    seeker_id: UUID
    name: str
    birth_year: int
    commune: str
    unit: str
    batch: str
    discharged_on: date

    def row(self) -> ListRow:
        """What the register says, as the line of a paper would."""
        return ListRow(
            *(0, self.name, self.name, self.birth_year),
            commune=self.commune,
            unit=self.unit,
            discharged_on=self.discharged_on,
        )


def candidates(db: Reading, desk: CohortDesk) -> list[Candidate]:
    """Who seems to belong to the cohort, in Vietnamese order of names; only files of the desk's centre."""
    own = db.execute(_COHORT, {"cohort": desk.cohort_id}).one()
    once: dict[UUID, Candidate] = {}
    for row in db.execute(_SOLDIERS, {"centre": desk.centre_id}):
        unit = not own.unit_fold or fold(row.unit) in ("", own.unit_fold)
        if unit and (fold(row.batch) == own.batch_fold or (not row.batch and row.discharged_on == own.discharged_on)):
            once.setdefault(row.person, Candidate(*row))
    free = [one for one in once.values() if member_of(db, desk.cohort_id, one.seeker_id) is None]
    ours = [one for one in free if relation_of(db, desk.staff, one.seeker_id) is Relation.OWN]
    return sorted(ours, key=lambda one: (name_sort_key(one.name), one.birth_year))
