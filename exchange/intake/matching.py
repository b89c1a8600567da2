"""Whose files the persons of some rows are: sure, very probable, or none yet. Asked for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, select, tuple_

from exchange.counselling.telling import Birth
from exchange.intake.rows import Read
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference import provinces
from exchange.seekers.checks import Known, likeness, same_words
from exchange.seekers.codes import Likeness, NumberKind
from exchange.seekers.file_tables import SeekerIndex, SeekerNumber, SeekerPerson, SeekerProfile
from exchange.seekers.tables import Seeker

_s, _n, _i, _p, _v = (columns(one) for one in (Seeker, SeekerNumber, SeekerIndex, SeekerPerson, SeekerProfile))
_STANDS = and_(_n.seeker_id == _s.id, _n.kind == NumberKind.CITIZEN_ID, _n.replaced_at.is_(None))
_BY_BLIND = select(_n.seeker_id).where(
    _n.blind.in_(bindparam("blinds", expanding=True)), _n.kind == NumberKind.CITIZEN_ID, _n.replaced_at.is_(None)
)
_BY_PHONE = select(_s.id).where(_s.phone.in_(bindparam("phones", expanding=True)))
_BY_NAME = select(_i.seeker_id).where(tuple_(_i.same, _i.birth_year).in_(bindparam("names", expanding=True)))
_FILES = (
    select(_s.id, _s.full_name, _s.birth_year, _s.phone, _s.centre_id, _s.province_code, _s.created_at, _n.blind)
    .outerjoin(SeekerNumber, _STANDS)
    .where(_s.id.in_(bindparam("seekers", expanding=True)))
)
_MERGED = select(_p.seeker_id, _p.person_id).where(_p.seeker_id.in_(bindparam("seekers", expanding=True)))
_ALL_FILES = select(_p.seeker_id, _p.person_id).where(_p.person_id.in_(bindparam("seekers", expanding=True)))
_DAYS = (
    select(_v.seeker_id, _v.birth_date)
    .where(_v.seeker_id.in_(bindparam("seekers", expanding=True)), _v.birth_date.is_not(None))
    .order_by(_v.at, _v.id)
)


class Match(msgspec.Struct, frozen=True):
    """A file that is, or very probably is, of the person of a row. `ours`: this centre keeps it."""

    seeker_id: UUID
    how: Likeness
    ours: bool
    same_name: bool


class Place(msgspec.Struct, frozen=True):
    """Which centre asks, and the province it is in today."""

    centre_id: UUID
    province_code: str


class Matches(msgspec.Struct, frozen=True):
    """What was found: the best match of each row, births of the files, and the other files of the same persons."""

    best: dict[int, Match]
    births: dict[UUID, Birth]
    files: dict[UUID, list[UUID]]


def find(db: Reading, rows: Sequence[Read], place: Place) -> Matches:
    """Files of the persons of `rows`, read through what they were merged into."""
    known = [row for row in rows if row.person]
    files = _candidates(db, known)
    whose = {row.seeker_id: row.person_id for row in db.execute(_MERGED, {"seekers": list(files)})} if files else {}
    kept = _files(db, set(whose.values()) - set(files)) | files
    index = _Index(files)
    best: dict[int, Match] = {}
    for row in known:
        if found := _best(row, index, whose, kept, place):
            best[row.line] = found
    chosen = sorted({match.seeker_id for match in best.values()})
    return Matches(best, _births(db, chosen, kept), _all_files(db, chosen))


def _candidates(db: Reading, rows: Sequence[Read]) -> dict[UUID, Any]:
    blinds = sorted({row.blind for row in rows if row.blind})
    phones = sorted({row.person.phone for row in rows if row.person and row.person.phone})
    names = sorted({(same_words(row.person.name), row.person.birth_year) for row in rows if row.person})
    found: set[UUID] = set(db.scalars(_BY_BLIND, {"blinds": blinds})) if blinds else set()
    found |= set(db.scalars(_BY_PHONE, {"phones": phones})) if phones else set()
    found |= set(db.scalars(_BY_NAME, {"names": names})) if names else set()
    return _files(db, found)


def _files(db: Reading, seekers: Iterable[UUID]) -> dict[UUID, Any]:
    asked = sorted(seekers)
    return {row.id: row for row in db.execute(_FILES, {"seekers": asked})} if asked else {}


class _Index:
    """The candidates, by each of the things a person is found by."""

    def __init__(self, files: dict[UUID, Any]) -> None:
        self.by: dict[Any, list[Any]] = defaultdict(list)
        for file in files.values():
            for key in (file.blind, file.phone, (same_words(file.full_name), file.birth_year)):
                if key:
                    self.by[key].append(file)

    def of(self, row: Read) -> list[Any]:
        """The files that may be of the person of a row."""
        person = row.person
        if person is None:
            return []
        keys = (row.blind, person.phone, (same_words(person.name), person.birth_year))
        found = {file.id: file for key in keys if key for file in self.by.get(key, ())}
        return [found[own] for own in sorted(found)]


def _best(row: Read, index: _Index, whose: dict[UUID, UUID], kept: dict[UUID, Any], place: Place) -> Match | None:
    """The surest file; among equally sure ones, one of this centre, then the oldest."""
    if row.person is None:
        return None
    own = Known(row.person.name, row.person.birth_year, row.person.phone, row.blind)
    found: list[tuple[int, bool, Match]] = []
    for file in index.of(row):
        how = likeness(own, Known(file.full_name, file.birth_year, file.phone, file.blind))
        if how in (Likeness.CERTAIN, Likeness.LIKELY):
            person = whose.get(file.id, file.id)
            ours, same = _ours(kept[person], place), same_words(file.full_name) == same_words(own.name)
            found.append((list(Likeness).index(how), not ours, Match(person, how, ours, same)))
    return min(found, key=lambda one: (one[0], one[1], one[2].seeker_id))[2] if found else None


def _ours(file: Any, place: Place) -> bool:
    """As `seekers.access.relation_of`: kept here, or by nobody and of this province."""
    if file.centre_id is None:
        return provinces.successor(file.province_code, local_day(file.created_at)) == place.province_code
    return bool(file.centre_id == place.centre_id)


def _births(db: Reading, seekers: Sequence[UUID], kept: dict[UUID, Any]) -> dict[UUID, Birth]:
    exact: dict[UUID, date] = {}
    if seekers:
        exact = {row.seeker_id: row.birth_date for row in db.execute(_DAYS, {"seekers": list(seekers)})}
    return {own: Birth(kept[own].birth_year, exact.get(own)) for own in seekers}


def _all_files(db: Reading, seekers: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found = {own: [own] for own in seekers}
    for row in db.execute(_ALL_FILES, {"seekers": list(seekers)}) if seekers else ():
        found[row.person_id].append(row.seeker_id)
    return found
