"""Keeping the search for persons in step with their files."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.finding import index_words
from exchange.seekers.file_rules import same_words
from exchange.seekers.file_tables import SeekerIndex
from exchange.seekers.tables import Seeker

_s, _i = columns(Seeker), columns(SeekerIndex)
_FILE = select(_s.id, _s.full_name, _s.birth_year, _s.centre_id).where(_s.id == bindparam("seeker"))
_CHANGE = update(_i.n.table).where(_i.seeker_id == bindparam("file"))
_ADD = insert(_i.n.table)


def year_mark(year: int) -> str:
    """Born in a year."""
    return f"@y{year}"


def keeper_mark(centre_id: UUID | None) -> str:
    """Kept by a centre, or by none yet."""
    return f"@c{centre_id.hex if centre_id else 'none'}"


def row_of(seeker_id: UUID, name: str, birth_year: int, centre_id: UUID | None) -> dict[str, Any]:
    """An index row, but for its number."""
    marks = [year_mark(birth_year), keeper_mark(centre_id)]
    said = index_words("", [name], marks)
    return {"seeker_id": seeker_id, "name": name, "same": same_words(name), "birth_year": birth_year, "words": said}


def refresh(db: Writing, seeker_id: UUID) -> None:
    """Make the index say of a file what is true now; a row keeps its number."""
    db.flush()
    file = db.execute(_FILE, {"seeker": seeker_id}).one()
    row = row_of(file.id, file.full_name, file.birth_year, file.centre_id)
    line = db.connection()  # a list of people refreshes hundreds: statements built once, and no entities
    if not line.execute(_CHANGE, row | {"file": seeker_id}).rowcount:
        line.execute(_ADD, row)
