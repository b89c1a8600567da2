"""Writing down a consultation and what is said of it later: corrected, withdrawn, annotated. Nothing is overwritten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.counselling import rules, telling
from exchange.counselling.access import ChangingDesk, NoteDesk
from exchange.counselling.codes import LONGEST_BECAUSE, ConsultationReason
from exchange.counselling.given import ConsultationGiven, NoteGiven
from exchange.counselling.holding import hold_consultations
from exchange.counselling.rules import Facts
from exchange.counselling.tables import (
    Consultation,
    ConsultationId,
    ConsultationNote,
    ConsultationTopic,
    ConsultationWithdrawal,
)
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.seekers import meetings
from exchange.seekers.access import OwnDesk
from exchange.seekers.tables import Seeker

_c, _n, _w = columns(Consultation), columns(ConsultationNote), columns(ConsultationWithdrawal)
_WITH_KEY = select(_c.id, _c.first_id, _c.seeker_id).where(
    _c.made_by == bindparam("account"), _c.client_key == bindparam("key")
)
_WITHDRAWN = select(_w.consultation_id).where(_w.consultation_id == bindparam("consultation"))
_NEWEST_NOTE = (
    select(_n.version, _n.words, _n.privacy)
    .where(_n.consultation_id == bindparam("consultation"))
    .order_by(_n.version.desc())
    .limit(1)
)


def record_consultation(
    db: Writing, desk: OwnDesk, given: ConsultationGiven, note: NoteGiven | None, *, client_key: UUID, now: datetime
) -> ConsultationId:
    """Write down that a person was counselled. The saving that is sent twice is written once.

    Raises Refused for what cannot be, and where the same saving was written with other facts.
    """
    hold(db, Seeker, desk.seeker_id)
    told = given.facts()
    if made := _made_before(db, desk.account_id, client_key):
        _note_again(db, _the_same(db, made, told), note, desk.account_id, now)
        return ConsultationId(made.first_id)
    _refuse_impossible(db, desk.seeker_id, told, now=now)
    row = _row(told, desk.seeker_id, desk.centre_id, desk.account_id, desk.account_id, client_key, now)
    _add(db, row, told)
    meetings.came(db, [telling.meeting(row.model_dump())])
    if note:
        _add_note(db, row.id, 1, note, desk.account_id, now)
    _record(db, Kind.CONSULTATION_RECORDED, row.id, desk.seeker_id, by=desk.by(), now=now)
    return row.id


@dataclass(frozen=True)
class Correction:
    """A consultation told again. `seen`: the telling that was on the page."""

    given: ConsultationGiven
    because: str
    seen: UUID


def correct_consultation(db: Writing, desk: ChangingDesk, told: Correction, *, client_key: UUID, now: datetime) -> bool:
    """Tell a consultation again, with the reason; the earlier telling stays beside it.

    False where nothing is different: then nothing is written. Raises Refused without a reason, for what cannot be
    and after a withdrawal, Conflict where somebody was faster.
    """
    hold(db, Seeker, desk.seeker_id)
    facts = told.given.facts()
    if made := _made_before(db, desk.account_id, client_key):
        _the_same(db, made, facts)
        return True
    hold_consultations(db, [desk.consultation_id])
    before = telling.standing(db, desk.consultation_id)
    if before.facts == facts:
        return False
    if before.id != told.seen:
        raise Conflict(ConsultationReason.CHANGED)
    refuse_withdrawn(db, desk.consultation_id)
    _refuse_impossible(db, desk.seeker_id, facts, now=now)
    row = _row(facts, before.seeker_id, desk.centre_id, before.counsellor_id, desk.account_id, client_key, now)
    row.because, row.first_id, row.corrects_id = _reason(told.because), desk.consultation_id, ConsultationId(before.id)
    _add(db, row, facts)
    meetings.told_again(db, [telling.meeting(row.model_dump())])
    _record(db, Kind.CONSULTATION_CORRECTED, desk.consultation_id, desk.seeker_id, by=desk.by(), now=now)
    return True


def withdraw_consultation(
    db: Writing, desk: ChangingDesk, because: str, *, request_id: UUID | None, now: datetime
) -> None:
    """A consultation no longer counts, for a reason; it stays where it was. Twice is once.

    Raises Refused without a reason.
    """
    hold(db, Seeker, desk.seeker_id)
    hold_consultations(db, [desk.consultation_id])
    if db.scalar(_WITHDRAWN, {"consultation": desk.consultation_id}):
        return
    reason = _reason(because)
    own = desk.consultation_id
    db.add(ConsultationWithdrawal(consultation_id=own, because=reason, by_account=desk.account_id, at=now))
    meetings.left(db, [own])
    by = log.unspent(db, desk.by(request_id))
    _record(db, Kind.CONSULTATION_WITHDRAWN, desk.consultation_id, desk.seeker_id, by=by, now=now)


def write_note(db: Writing, desk: NoteDesk, given: NoteGiven, *, request_id: UUID | None, now: datetime) -> bool:
    """A new version of the note; False where it says what the newest says. The same form sent twice is one version."""
    hold(db, Seeker, desk.seeker_id)
    by, done = log.sent(db, desk.by(request_id), Kind.CONSULTATION_NOTE_WRITTEN)
    if done == desk.consultation_id:
        return True
    newest = db.execute(_NEWEST_NOTE, {"consultation": desk.consultation_id}).first()
    if newest and (newest.words, newest.privacy) == (given.words, given.privacy):
        return False
    _add_note(db, desk.consultation_id, newest.version + 1 if newest else 1, given, desk.account_id, now)
    _record(db, Kind.CONSULTATION_NOTE_WRITTEN, desk.consultation_id, desk.seeker_id, by=by, now=now)
    return True


def _made_before(db: Writing, account_id: UUID, client_key: UUID) -> Any:
    return db.execute(_WITH_KEY, {"account": account_id, "key": client_key}).first()


def _the_same(db: Writing, made: Any, told: Facts) -> ConsultationId:
    """A page that is sent again from the browser's memory may say other things: that is no repetition."""
    if telling.facts_of(db, made.id) != told:
        raise Refused(ConsultationReason.KEY_USED)
    return ConsultationId(made.first_id)


def _refuse_impossible(db: Writing, seeker_id: UUID, told: Facts, *, now: datetime) -> None:
    born = telling.birth(db, seeker_id)
    fault = rules.why_not(told, today=local_day(now), born_year=born.year, born_on=born.on)
    if fault:
        raise Refused(fault.reason, fault.field)


def refuse_withdrawn(db: Writing, consultation_id: UUID) -> None:
    """Raises Refused for a consultation that was withdrawn."""
    if db.scalar(_WITHDRAWN, {"consultation": consultation_id}):
        raise Refused(ConsultationReason.WITHDRAWN)


def _reason(because: str) -> str:
    words = squeeze(because)[:LONGEST_BECAUSE]
    if not words:
        raise Refused(ConsultationReason.WITHOUT_WORDS, "because")
    return words


def _row(
    told: Facts, seeker_id: UUID, centre_id: UUID, counsellor_id: UUID, made_by: UUID, client_key: UUID, now: datetime
) -> Consultation:
    """A telling that corrects nothing."""
    own = ConsultationId(new_id())
    facts: dict[str, Any] = {name: getattr(told, name) for name in told.__struct_fields__ if name != "topics"}
    who: dict[str, Any] = {"seeker_id": seeker_id, "centre_id": centre_id, "counsellor_id": counsellor_id}
    return Consultation(id=own, first_id=own, **facts, **who, made_by=made_by, client_key=client_key, at=now)


def _add(db: Writing, row: Consultation, told: Facts) -> None:
    db.add(row)
    db.flush()
    for topic in sorted(told.topics):
        db.add(ConsultationTopic(consultation_id=row.id, topic=topic))
    db.flush()


def _add_note(
    db: Writing, consultation_id: UUID, version: int, given: NoteGiven, account_id: UUID, now: datetime
) -> None:
    note = ConsultationNote(
        consultation_id=ConsultationId(consultation_id),
        version=version,
        words=given.words,
        privacy=given.privacy,
        by_account=account_id,
        at=now,
    )
    db.add(note)
    db.flush()


def _note_again(db: Writing, consultation_id: UUID, note: NoteGiven | None, account_id: UUID, now: datetime) -> None:
    """What was added to the note before a saving was sent once more is its next version, and not lost."""
    newest = db.execute(_NEWEST_NOTE, {"consultation": consultation_id}).first()
    if note and not (newest and (newest.words, newest.privacy) == (note.words, note.privacy)):
        _add_note(db, consultation_id, newest.version + 1 if newest else 1, note, account_id, now)


def _record(db: Writing, kind: Kind, consultation_id: UUID, seeker_id: UUID, *, by: log.By, now: datetime) -> None:
    log.record(db, kind, log.About(consultation_id, seeker_id=seeker_id), by=by, at=now)
