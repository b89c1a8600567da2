"""Who may read, change and annotate a consultation: the centre where it was held, and there not everybody."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import staff_desk
from exchange.counselling.tables import Consultation, ConsultationId
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.persons import person_of
from exchange.seekers.tables import SeekerId

_c = columns(Consultation)
_FIRST = select(_c.centre_id, _c.counsellor_id, _c.seeker_id).where(
    _c.id == bindparam("consultation"), _c.corrects_id.is_(None)
)


@dataclass(frozen=True)
class ConsultationDesk:
    """May read a consultation of their own centre; `consultation_desk` is the only maker.

    `seeker_id`: the person's file that is kept. `wrote`: whether it was this counsellor's. Notes have a level of
    their own.
    """

    account_id: UUID
    centre_id: UUID
    consultation_id: ConsultationId
    seeker_id: SeekerId
    wrote: bool
    leads: bool

    @property
    def may_change(self) -> bool:
        """Whether this desk may correct and withdraw it."""
        return self.wrote or self.leads

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)


@dataclass(frozen=True)
class ChangingDesk(ConsultationDesk):
    """May correct and withdraw it: its counsellor and the leads of the centre; `changing_desk` is the only maker."""


@dataclass(frozen=True)
class NoteDesk(ConsultationDesk):
    """May write its note: its counsellor only; `note_desk` is the only maker."""


def consultation_desk(db: Reading, viewer: Viewer | None, consultation_id: UUID) -> ConsultationDesk:
    """The viewer's desk over a consultation. Raises NotFound for everybody else."""
    return ConsultationDesk(*_desk(db, viewer, consultation_id))


def changing_desk(db: Reading, viewer: Viewer | None, consultation_id: UUID) -> ChangingDesk:
    """The viewer's desk if they may correct and withdraw. Raises NotFound for everybody else, colleagues too."""
    desk = ChangingDesk(*_desk(db, viewer, consultation_id))
    if not desk.may_change:
        raise NotFound
    return desk


def note_desk(db: Reading, viewer: Viewer | None, consultation_id: UUID) -> NoteDesk:
    """The viewer's desk if the consultation was theirs. Raises NotFound for everybody else, leads too."""
    desk = NoteDesk(*_desk(db, viewer, consultation_id))
    if not desk.wrote:
        raise NotFound
    return desk


def _desk(db: Reading, viewer: Viewer | None, consultation_id: UUID) -> tuple[Any, ...]:
    staff = staff_desk(db, viewer)
    row = db.execute(_FIRST, {"consultation": consultation_id}).first()
    if row is None or row.centre_id != staff.centre_id:
        raise NotFound
    person = SeekerId(person_of(db, row.seeker_id))
    wrote = row.counsellor_id == staff.account_id
    return staff.account_id, staff.centre_id, ConsultationId(consultation_id), person, wrote, staff.leads
