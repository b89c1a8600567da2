"""Taking files out of the register again that an import has just made by mistake (decision 0010)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlmodel import SQLModel

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.text import fold
from exchange.kernel.texts import N_
from exchange.seekers.file_tables import SeekerIndex, SeekerNumber, SeekerProfile
from exchange.seekers.tables import Consent, Seeker

_s, _e = columns(Seeker), columns(Entry)
# What belongs to a file and goes with it. Everything else that refers to a file is a fact of its own and keeps it.
_OWN = (SeekerProfile, SeekerNumber, SeekerIndex, Consent)
_LOOKED = (Kind.SEEKER_FILE_OPENED, Kind.SEEKER_NUMBER_SHOWN, Kind.SEEKER_FILE_TAKEN)
GONE = N_("Hồ sơ đã rút")  # in place of the name, where facts that were withdrawn still refer to the file


class Made(NamedTuple):
    """A file, and when it was made."""

    seeker_id: UUID
    at: datetime


class Removal(NamedTuple):
    """What became of files: gone as if never made; emptied of everything about the person; left as they are."""

    removed: frozenset[UUID]
    emptied: frozenset[UUID]
    kept: frozenset[UUID]


def remove_files(
    db: Writing, made: Sequence[Made], *, withdrawn: frozenset[UUID] = frozenset(), account_id: UUID, now: datetime
) -> Removal:
    """Take back files that were made at given times. `withdrawn`: facts that refer to them and count no longer.

    A file on which anything was written down since, or that a person signs in with, is left as it is. One that only
    withdrawn facts refer to loses everything about the person; what nothing refers to is deleted.
    """
    files = {one.seeker_id: one.at for one in made}
    kept = _lived_on(db, files, withdrawn)
    rest = sorted(set(files) - kept)
    emptied = frozenset(_referred(db, rest)) - kept
    removed = frozenset(rest) - emptied
    _delete(db, [columns(table).seeker_id for table in _OWN], rest)
    _delete(db, [_s.id], sorted(removed))
    _empty(db, sorted(emptied))
    said = [(log.About(file, seeker_id=file), log.By(account_id)) for file in rest]
    log.record_many(db, Kind.SEEKER_REMOVED, said, at=now)
    return Removal(removed, emptied, frozenset(kept))


def _lived_on(db: Reading, files: dict[UUID, datetime], withdrawn: frozenset[UUID]) -> set[UUID]:
    """Files with something written down after they were made, but for withdrawing what came with them."""
    if not files:
        return set()
    own = list(files)
    said = select(_e.seeker_id, _e.at, _e.subject_id).where(_e.seeker_id.in_(own), _e.kind.not_in(_LOOKED))
    rows = [row for row in db.execute(said) if row.subject_id not in withdrawn]
    found = {row.seeker_id for row in rows if row.at > files[row.seeker_id]}
    found |= set(db.scalars(select(_s.id).where(_s.id.in_(own), _s.account_id.is_not(None))))
    return found | _referred(db, own, but=withdrawn)


def _referred(db: Reading, files: Sequence[UUID], *, but: frozenset[UUID] = frozenset()) -> set[UUID]:
    """Which of these files any row refers to that is not part of the file, and not among `but`."""
    found: set[UUID] = set()
    for column in _references() if files else ():
        table = column.table
        query = select(column).where(column.in_(files))
        if but and "id" in table.c:
            query = select(column, table.c.id).where(column.in_(files))
            found |= {row[0] for row in db.execute(query) if row[1] not in but}
        else:
            found |= set(db.scalars(query))
    return found


def _references() -> Iterable[Any]:
    """Every column of the house that refers to a file and is no part of it."""
    parts = {table.__tablename__ for table in _OWN}
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in parts:
            yield from (column for column in table.c if column.references(_s.id))


def _delete(db: Writing, owners: Iterable[Any], files: Sequence[UUID]) -> None:
    for column in owners if files else ():
        db.execute(delete(column.table).where(column.in_(files)))


def _empty(db: Writing, files: Sequence[UUID]) -> None:
    if files:
        bare = {"full_name": GONE, "name_fold": fold(GONE), "phone": None, "commune": "", "work_wanted": GONE}
        db.execute(update(Seeker).where(_s.id.in_(files)).values(**bare))
