"""Writing down consultations by the thousand, and taking many back: the rows and entries of one, in few statements.

For imports and example data. What is handed in was checked (`rules.why_not`, whose file it is); what cannot be is
refused with the whole call.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, insert, select

from exchange.counselling import rules
from exchange.counselling.given import NoteGiven
from exchange.counselling.holding import hold_consultations
from exchange.counselling.rules import Facts
from exchange.counselling.tables import (
    Consultation,
    ConsultationId,
    ConsultationNote,
    ConsultationTopic,
    ConsultationWithdrawal,
)
from exchange.counselling.telling import COUNTS, Birth, meeting
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.seekers import meetings

_c, _t, _n, _w = (columns(one) for one in (Consultation, ConsultationTopic, ConsultationNote, ConsultationWithdrawal))
_WHOSE = (
    select(_c.id, _c.seeker_id)
    .outerjoin(ConsultationWithdrawal, _w.consultation_id == _c.id)
    .where(_c.id.in_(bindparam("consultations", expanding=True)), _c.corrects_id.is_(None), _w.at.is_(None))
)
_DAYS = select(_c.seeker_id, _c.on_day).where(
    _c.seeker_id.in_(bindparam("seekers", expanding=True)), _c.centre_id == bindparam("centre"), COUNTS
)


class Counselled(msgspec.Struct, frozen=True):
    """One consultation. `client_key`: the same for the same row, so that the database refuses it a second time."""

    seeker_id: UUID
    counsellor_id: UUID
    facts: Facts
    born: Birth
    client_key: UUID
    note: NoteGiven | None = None


def record_consultations(
    db: Writing, rows: Sequence[Counselled], *, centre_id: UUID, made_by: UUID, now: datetime
) -> list[ConsultationId]:
    """Write them down for one centre; their ids in the order of `rows`. Raises Refused for what cannot be.

    A row whose `client_key` this account used already breaks the whole call (the database's unique constraint).
    """
    today = local_day(now)
    for row in rows:
        if wrong := rules.why_not(row.facts, today=today, born_year=row.born.year, born_on=row.born.on):
            raise Refused(*wrong)
    told = [(ConsultationId(new_id()), row) for row in rows]
    same = {"centre_id": centre_id, "made_by": made_by, "at": now}
    tellings = [_telling(own, row) | same for own, row in told]
    _insert(db, _c, tellings)
    meetings.came(db, [meeting(one) for one in tellings])
    topics = ({"consultation_id": own, "topic": one} for own, row in told for one in sorted(row.facts.topics))
    _insert(db, _t, topics, by="consultation_id")
    _insert(db, _n, (_note(own, row.note, made_by, now) for own, row in told if row.note))
    said = [(log.About(own, seeker_id=row.seeker_id), log.By(made_by, row.seeker_id)) for own, row in told]
    log.record_many(db, Kind.CONSULTATION_RECORDED, said, at=now)
    return [own for own, _ in told]


def withdraw_consultations(
    db: Writing, consultations: Sequence[UUID], because: str, *, account_id: UUID, now: datetime
) -> list[UUID]:
    """They no longer count, for one reason; which of them did until now. Twice is once."""
    hold_consultations(db, consultations)
    whose = db.execute(_WHOSE, {"consultations": list(consultations)}).all() if consultations else []
    taken = {"because": because, "by_account": account_id, "at": now}
    _insert(db, _w, ({"consultation_id": row.id} | taken for row in whose), by="consultation_id")
    meetings.left(db, [row.id for row in whose])
    said = [(log.About(row.id, seeker_id=row.seeker_id), log.By(account_id, row.seeker_id)) for row in whose]
    log.record_many(db, Kind.CONSULTATION_WITHDRAWN, said, at=now)
    return [row.id for row in whose]


def days_of(db: Reading, centre_id: UUID, seekers: Sequence[UUID]) -> set[tuple[UUID, Any]]:
    """On which days these files have a consultation at a centre that counts: (file, day)."""
    asked = {"seekers": list(seekers), "centre": centre_id}
    return {(row.seeker_id, row.on_day) for row in db.execute(_DAYS, asked)} if seekers else set()


def _telling(own: ConsultationId, row: Counselled) -> dict[str, Any]:
    facts = {name: getattr(row.facts, name) for name in row.facts.__struct_fields__ if name != "topics"}
    who = {"seeker_id": row.seeker_id, "counsellor_id": row.counsellor_id, "client_key": row.client_key}
    return {"id": own, "first_id": own, "corrects_id": None, "because": ""} | facts | who


def _note(own: ConsultationId, note: NoteGiven, account_id: UUID, now: datetime) -> dict[str, Any]:
    said = {"consultation_id": own, "version": 1, "words": note.words, "privacy": note.privacy}
    return said | {"id": new_id(), "by_account": account_id, "at": now}


def _insert(db: Writing, table: Any, rows: Iterable[dict[str, Any]], *, by: str = "id") -> None:
    if listed := list(rows):
        db.execute(insert(table[by].table), listed)
