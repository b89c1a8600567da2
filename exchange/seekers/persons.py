"""Which files are of one person: merging is a row, and a file is read through the one it was merged into."""

from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.file_tables import SeekerPerson

_p = columns(SeekerPerson)
_PERSON = select(_p.person_id).where(_p.seeker_id == bindparam("seeker"))
_FILES = select(_p.seeker_id).where(_p.person_id == bindparam("person"))


def person_of(db: Reading, seeker_id: UUID) -> UUID:
    """The person whose file this is: itself, or the file it was merged into."""
    return db.scalar(_PERSON, {"seeker": seeker_id}) or seeker_id


def files_of(db: Reading, seeker_id: UUID) -> list[UUID]:
    """All files of the person behind one of them; the one that is kept comes first."""
    person = person_of(db, seeker_id)
    return [person, *db.scalars(_FILES, {"person": person}).all()]


def person_column(seeker_id: ColumnElement[UUID]) -> ColumnElement[UUID]:
    """The person behind a column of file ids: what counts persons counts these."""
    merged = select(_p.person_id).where(_p.seeker_id == seeker_id).scalar_subquery()
    person: ColumnElement[UUID] = func.coalesce(merged, seeker_id)
    return person
