"""Which files are of one person: merging is a row, and a file is read through the one it was merged into."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, bindparam, exists, func, or_, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson

_p, _m = columns(SeekerPerson), columns(SeekerMerge)
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


def merged_files(*, as_of: bool) -> FromClause:
    """Files that were merged into another (`seeker_id`) and whose they are (`person_id`), to be joined outwards.

    `as_of`: as it was known at the moment `known`; a file may have been merged into one that was merged further.
    """
    return _merged_then() if as_of else _MERGED


_MERGED: FromClause = select(_p.seeker_id, _p.person_id).subquery("merged_files")


@cache  # once, so that it can stand in a statement twice
def _merged_then() -> FromClause:
    then = (
        select(_m.gone_id, _m.kept_id)
        .where(_m.at <= bindparam("known"), or_(_m.undone_at.is_(None), _m.undone_at > bindparam("known")))
        .cte("merged_then")
    )
    chain = select(then.c.gone_id.label("seeker_id"), then.c.kept_id.label("person_id")).cte("chain", recursive=True)
    further: Any = then.alias("further")
    chain = chain.union(select(chain.c.seeker_id, further.c.kept_id).where(further.c.gone_id == chain.c.person_id))
    last: Any = then.alias("last_merge")
    ends = ~exists().where(last.c.gone_id == chain.c.person_id)
    return select(chain.c.seeker_id, chain.c.person_id).where(ends).subquery("merged_files")
