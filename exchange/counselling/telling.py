"""One telling of a consultation as facts, and which of them stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.counselling.rules import Facts
from exchange.counselling.tables import Consultation, ConsultationTopic, ConsultationWithdrawal
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.file_tables import SeekerProfile
from exchange.seekers.persons import files_of
from exchange.seekers.tables import Seeker

_c, _t, _w = columns(Consultation), columns(ConsultationTopic), columns(ConsultationWithdrawal)
_s, _p = columns(Seeker), columns(SeekerProfile)
_later = Consultation.__table__.alias("later")  # type: ignore[attr-defined]

# What makes a row of `consultations` count: no other tells it again, and it was not withdrawn.
STANDS = ~exists().where(_later.c.corrects_id == _c.id)
COUNTS = STANDS & ~exists().where(_w.consultation_id == _c.first_id)

_FACTS = ("on_day", "client_kind", "way", "province_code", "commune", "minutes", "result", "next_on")
_TOLD = select(*(_c[name] for name in _FACTS)).where(_c.id == bindparam("telling"))
_TOPICS = select(_t.topic).where(_t.consultation_id == bindparam("telling"))
_STANDING = select(_c.id, _c.seeker_id, _c.counsellor_id).where(_c.first_id == bindparam("consultation"), STANDS)
_YEAR = select(_s.birth_year).where(_s.id == bindparam("seeker"))
_BORN = (
    select(_p.birth_date)
    .where(_p.seeker_id.in_(bindparam("files", expanding=True)), _p.birth_date.is_not(None))
    .order_by(_p.at.desc(), _p.id.desc())
    .limit(1)
)


class Standing(NamedTuple):
    """The telling that stands."""

    id: UUID
    seeker_id: UUID
    counsellor_id: UUID
    facts: Facts


class Birth(NamedTuple):
    """When a person was born, as far as the file says."""

    year: int
    on: date | None


def facts_of(db: Reading, telling_id: UUID) -> Facts:
    """What one telling says."""
    row = db.execute(_TOLD, {"telling": telling_id}).one()
    topics = frozenset(db.scalars(_TOPICS, {"telling": telling_id}))
    return Facts(topics=topics, **row._mapping)


def standing(db: Reading, consultation_id: UUID) -> Standing:
    """What is told of a consultation (by its first telling) now."""
    row = db.execute(_STANDING, {"consultation": consultation_id}).one()
    return Standing(row.id, row.seeker_id, row.counsellor_id, facts_of(db, row.id))


def meeting(told: Mapping[str, Any]) -> dict[str, Any]:
    """A row of `consultations` as it is kept among the meetings."""
    same = {name: told[name] for name in ("first_id", "seeker_id", "centre_id", "on_day", "commune")}
    codes = {name: str(told[name]) for name in ("client_kind", "way")}
    return same | codes | {"telling_id": told["id"], "by_talk": False}


def birth(db: Reading, seeker_id: UUID) -> Birth:
    """A person's birth; the day from the newest profile that has one."""
    year = db.scalar(_YEAR, {"seeker": seeker_id})
    return Birth(year or 0, db.scalar(_BORN, {"files": files_of(db, seeker_id)}))
