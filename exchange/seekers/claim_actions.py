"""Somebody whom staff registered by telephone signs in: the file is theirs from then on, with its tickets."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.seekers.persons import person_of
from exchange.seekers.tables import Seeker, SeekerId

_s = columns(Seeker)


def claim_file(db: Writing, account_id: UUID, phone: str, *, now: datetime) -> SeekerId | None:
    """The file of whoever has proven this telephone number, joined to their account; twice is once.

    A family may share a telephone: with several files nobody's account, none is claimed, and None returned.
    """
    if held := db.scalar(select(_s.id).where(_s.account_id == account_id)):
        return SeekerId(held)
    files = db.scalars(select(_s.id).where(_s.phone == phone, _s.account_id.is_(None)).limit(20)).all()
    free = list({person_of(db, file) for file in files})  # merged files are one person
    if len(free) != 1:
        return None
    mine = update(Seeker).where(_s.id == free[0], _s.account_id.is_(None)).values(account_id=account_id)
    if not db.execute(mine).rowcount:  # type: ignore[attr-defined]
        return None
    log.record(db, Kind.SEEKER_CHANGED, log.About(free[0], seeker_id=free[0]), by=log.By(account_id), at=now)
    return SeekerId(free[0])
