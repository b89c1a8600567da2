"""Who may work on a person's file, and which of its fields they see. What is not named here is not seen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk, staff_desk
from exchange.centres.tables import Centre
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.reference import provinces
from exchange.seekers.codes import Purpose
from exchange.seekers.persons import person_of
from exchange.seekers.queries import gave, seeker_of_account
from exchange.seekers.tables import Seeker, SeekerId

_s, _c = columns(Seeker), columns(Centre)
_FILE = select(_s.id, _s.centre_id, _s.province_code, _s.created_at).where(_s.id == bindparam("seeker"))
_PLACE = select(_c.province_code, _c.created_at).where(_c.id == bindparam("centre"))


class Relation(StrEnum):
    """How a centre stands to a file."""

    OWN = "own"  # it keeps the file, or the person registered online from its province and no centre keeps the file
    SHARED = "shared"  # another centre keeps it, and the person agreed that centres may help each other
    OTHER = "other"


class Part(StrEnum):
    """A part of a file that is shown, or not, as a whole."""

    IDENTITY = "identity"  # name, year of birth, sex
    CONTACT = "contact"  # telephone, e-mail, street
    WORK = "work"  # schooling, qualification, what they did
    WISH = "wish"
    GROUPS = "groups"  # soldier, benefit recipient, student, poor household …
    SENSITIVE = "sensitive"  # ethnicity, disability (decree 356/2025, article 4)
    NUMBERS = "numbers"  # masked; the whole number is another act, and written down
    HISTORY = "history"  # consultations, referrals, who opened the file


_SHARED = frozenset({Part.IDENTITY, Part.CONTACT, Part.WORK, Part.WISH})
_OWN = _SHARED | {Part.GROUPS, Part.NUMBERS, Part.HISTORY}


def visible(relation: Relation, agreed: frozenset[Purpose]) -> frozenset[Part]:
    """What staff of a centre see of a file: nothing without a relation, sensitive parts only by consent."""
    match relation:
        case Relation.OWN:
            return _OWN | {Part.SENSITIVE} if Purpose.POLICY in agreed else _OWN
        case Relation.SHARED:
            return _SHARED
        case Relation.OTHER:
            return frozenset()


@dataclass(frozen=True)
class FileDesk:
    """May work on this person's file; `file_desk` is the only maker. `seeker_id`: the file that is kept."""

    account_id: UUID
    centre_id: UUID
    seeker_id: SeekerId
    relation: Relation
    parts: frozenset[Part]
    leads: bool

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)

    def sees(self, part: Part) -> bool:
        """Whether this desk is shown a part of the file."""
        return part in self.parts


@dataclass(frozen=True)
class OwnDesk(FileDesk):
    """May change this person's file: held only at the centre that keeps it; `own_desk` is the only maker."""


@dataclass(frozen=True)
class OwnFile:
    """A person's own file; `own_file` is the only maker."""

    account_id: UUID
    seeker_id: SeekerId

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


def relation_of(db: Reading, desk: StaffDesk, seeker_id: UUID) -> Relation:
    """How the desk's centre stands to a file. Raises NotFound where there is no such file."""
    file = db.execute(_FILE, {"seeker": seeker_id}).first()
    if file is None:
        raise NotFound
    if file.centre_id == desk.centre_id or (file.centre_id is None and _same_province(db, desk, file)):
        return Relation.OWN
    return Relation.SHARED if Purpose.PROVINCES in gave(db, seeker_id) else Relation.OTHER


def file_desk(db: Reading, viewer: Viewer | None, seeker_id: UUID) -> FileDesk:
    """The viewer's desk over a file, or over the one it was merged into. Raises NotFound for everybody else."""
    staff = staff_desk(db, viewer)
    kept = SeekerId(person_of(db, seeker_id))
    relation = relation_of(db, staff, kept)
    parts = visible(relation, gave(db, kept))
    if not parts:
        raise NotFound
    return FileDesk(staff.account_id, staff.centre_id, kept, relation, parts, staff.leads)


def own_desk(db: Reading, viewer: Viewer | None, seeker_id: UUID) -> OwnDesk:
    """The viewer's desk over a file of their own centre. Raises NotFound for everybody else."""
    desk = file_desk(db, viewer, seeker_id)
    if desk.relation is not Relation.OWN:
        raise NotFound
    return OwnDesk(desk.account_id, desk.centre_id, desk.seeker_id, desk.relation, desk.parts, desk.leads)


def own_file(db: Reading, viewer: Viewer | None) -> OwnFile:
    """The viewer's own file, or the one it was merged into. Raises NotFound for who has none."""
    mine = seeker_of_account(db, viewer.account_id) if viewer else None
    if viewer is None or mine is None:
        raise NotFound
    return OwnFile(viewer.account_id, SeekerId(person_of(db, mine)))


def _same_province(db: Reading, desk: StaffDesk, file: Any) -> bool:
    """Provinces are compared as they are today, so that a person of a merged province finds its centre."""
    place = db.execute(_PLACE, {"centre": desk.centre_id}).one()
    lives = provinces.successor(file.province_code, local_day(file.created_at))
    return lives == provinces.successor(place.province_code, local_day(place.created_at))
