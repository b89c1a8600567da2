"""What can be asked about consultations: those of one person, and one of them with its history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.counselling import note_queries
from exchange.counselling.access import ConsultationDesk
from exchange.counselling.note_queries import Note, Notes, Reader
from exchange.counselling.rules import Facts
from exchange.counselling.tables import Consultation, ConsultationTopic, ConsultationWithdrawal
from exchange.counselling.telling import STANDS
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference import provinces
from exchange.seekers.access import OwnDesk
from exchange.seekers.persons import files_of

_c, _t, _w = columns(Consultation), columns(ConsultationTopic), columns(ConsultationWithdrawal)
_a = columns(Account)
_FACTS = [_c[name] for name in Facts.__struct_fields__ if name != "topics"]
_TELLINGS = (
    select(_c.id, _c.first_id, _c.because, _c.at, _c.counsellor_id, _a.name, _w.because.label("withdrawn"), *_FACTS)
    .join(Account, _a.id == _c.made_by)
    .outerjoin(ConsultationWithdrawal, _w.consultation_id == _c.first_id)
)
_OF_PERSON = (
    _TELLINGS.where(_c.seeker_id.in_(bindparam("files", expanding=True)), _c.centre_id == bindparam("centre"), STANDS)
    .order_by(_c.on_day.desc(), _c.first_id.desc())
    .limit(bindparam("most"))
)
_OF_ONE = _TELLINGS.where(_c.first_id == bindparam("consultation")).order_by(_c.at, _c.id)
_TOPICS = select(_t.consultation_id, _t.topic).where(_t.consultation_id.in_(bindparam("tellings", expanding=True)))
_NAMES = select(_a.id, _a.name).where(_a.id.in_(bindparam("accounts", expanding=True)))


class Telling(msgspec.Struct, frozen=True):
    """One telling. `because`: why it was told again; empty for the first. `withdrawn`: why it no longer counts.

    `province`: as it was named on the day.
    """

    id: UUID
    consultation_id: UUID
    because: str
    at: datetime
    counsellor: str
    written_by: str
    withdrawn: str | None
    province: str
    facts: Facts


class Held(msgspec.Struct, frozen=True):
    """A consultation in the list of a person's. `note`: the newest version, if this desk may read it."""

    told: Telling
    note: Note | None
    note_hidden: bool


class Whole(msgspec.Struct, frozen=True):
    """One consultation with everything that was ever said of it; the last of `tellings` stands."""

    tellings: list[Telling]
    notes: Notes

    @property
    def told(self) -> Telling:
        """What is told now."""
        return self.tellings[-1]


def consultations_of(db: Reading, desk: OwnDesk, *, most: int = 50) -> list[Held]:
    """A person's consultations at the desk's centre, over all files of the person, newest first."""
    asked = {"files": files_of(db, desk.seeker_id), "centre": desk.centre_id, "most": most}
    told = _tellings(db, db.execute(_OF_PERSON, asked).all())
    reader = Reader(desk.account_id, desk.leads)
    notes = note_queries.notes_of(db, [one.consultation_id for one in told], reader)
    return [_held(one, notes.get(one.consultation_id)) for one in told]


def consultation(db: Reading, desk: ConsultationDesk) -> Whole:
    """One consultation, all tellings in their order and the versions of the note that this desk may read."""
    tellings = _tellings(db, db.execute(_OF_ONE, {"consultation": desk.consultation_id}).all())
    notes = note_queries.notes_of(db, [desk.consultation_id], Reader(desk.account_id, desk.leads))
    return Whole(tellings, notes.get(desk.consultation_id, Notes([], 0)))


def _held(told: Telling, notes: Notes | None) -> Held:
    if notes is None:
        return Held(told, None, note_hidden=False)
    return Held(told, notes.newest, note_hidden=notes.newest is None)


def _tellings(db: Reading, rows: Sequence[Any]) -> list[Telling]:
    topics: dict[UUID, set[Any]] = {}
    for telling_id, topic in db.execute(_TOPICS, {"tellings": [row.id for row in rows]}):
        topics.setdefault(telling_id, set()).add(topic)
    asked = {"accounts": list({row.counsellor_id for row in rows})}
    names = {row.id: row.name for row in db.execute(_NAMES, asked)}
    return [_telling(row, names[row.counsellor_id], frozenset(topics.get(row.id, ()))) for row in rows]


def _telling(row: Any, counsellor: str, topics: frozenset[Any]) -> Telling:
    facts = {name: row._mapping[name] for name in Facts.__struct_fields__ if name != "topics"}
    said = Facts(topics=topics, **facts)
    named = provinces.name_of(said.province_code, said.on_day)
    return Telling(row.id, row.first_id, row.because, row.at, counsellor, row.name, row.withdrawn, named, said)
