"""Who reads which version of a note."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.counselling.codes import Privacy
from exchange.counselling.tables import ConsultationNote
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_n, _a = columns(ConsultationNote), columns(Account)
_NOTES = (
    select(_n.consultation_id, _n.version, _n.words, _n.privacy, _n.by_account, _a.name, _n.at)
    .join(Account, _a.id == _n.by_account)
    .where(_n.consultation_id.in_(bindparam("consultations", expanding=True)))
    .order_by(_n.consultation_id, _n.version)
)


class Reader(NamedTuple):
    """Who reads notes of their centre."""

    account_id: UUID
    leads: bool


class Note(msgspec.Struct, frozen=True):
    """One version."""

    version: int
    words: str
    privacy: Privacy
    by: UUID
    author: str
    at: datetime


class Notes(msgspec.Struct, frozen=True):
    """The versions that may be read, oldest first, of `written` in all."""

    shown: list[Note]
    written: int

    @property
    def newest(self) -> Note | None:
        """The note as it stands; None where there is none, or it is not for this reader."""
        return self.shown[-1] if self.shown and self.shown[-1].version == self.written else None


def may_read(note: Note, newest: Note, reader: Reader) -> bool:
    """A version is for whom it was written for; once the newest is for fewer, so are those before it."""
    private = Privacy.LEADS in (note.privacy, newest.privacy)
    return not private or reader.leads or note.by == reader.account_id


def notes_of(db: Reading, consultations: Sequence[UUID], reader: Reader) -> dict[UUID, Notes]:
    """The notes of some consultations, each as far as it may be read; those without a note are left out."""
    written: dict[UUID, list[Note]] = {}
    for consultation_id, *row in db.execute(_NOTES, {"consultations": list(consultations)}):
        written.setdefault(consultation_id, []).append(Note(*row))
    return {
        own: Notes([note for note in versions if may_read(note, versions[-1], reader)], len(versions))
        for own, versions in written.items()
    }
