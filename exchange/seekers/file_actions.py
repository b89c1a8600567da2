"""Keeping a person's file: each saving is a new version, and a saving that changes nothing writes nothing."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.seekers import index, rules
from exchange.seekers.access import FileDesk, OwnDesk, OwnFile
from exchange.seekers.codes import Channel, SeekerReason, Why
from exchange.seekers.file_given import IdentityGiven, PartGiven, WishGiven
from exchange.seekers.file_tables import SeekerProfile
from exchange.seekers.tables import Seeker

_s, _v = columns(Seeker), columns(SeekerProfile)
SHARED = ("full_name", "birth_year", "sex", "phone", "province_code", "commune", "work_wanted")
_KEPT = select(*(_s[name] for name in (*SHARED, "channel", "created_at", "created_by"))).where(
    _s.id == bindparam("seeker")
)
_NEWEST = select(_v).where(_v.seeker_id == bindparam("seeker")).order_by(_v.at.desc(), _v.id.desc()).limit(1)


def save_part(
    db: Writing, desk: OwnDesk | OwnFile, given: PartGiven, channel: Channel, *, request_id: UUID | None, now: datetime
) -> bool:
    """Save a part of the file as its next version; False when it said that already.

    Raises Refused for what cannot be: born too late or on a day that has not come, work in a place that is none.
    """
    _check(given, local_day(now))
    hold(db, Seeker, desk.seeker_id)
    before = _newest(db, desk.seeker_id)
    said = _said(given)
    changed = sorted(name for name, value in said.items() if before[name] != value)
    if not changed:
        return False
    by = desk.by(request_id)
    version = before | said | {"id": new_id(), "channel": channel, "by_account": by.account_id, "at": now}
    db.execute(insert(SeekerProfile).values(**version))
    _keep(db, desk.seeker_id, {name: version[name] for name in SHARED})
    about = log.About(desk.seeker_id, seeker_id=desk.seeker_id, facts={"fields": changed})
    log.record(db, Kind.SEEKER_CHANGED, about, by=log.unspent(db, by), at=now)
    return True


def _said(given: PartGiven) -> dict[str, Any]:
    """The fields as the row holds them: lists where the database has JSON."""
    return {name: [str(one) for one in value] if isinstance(value, tuple) else value for name, value in given}


def _check(given: PartGiven, today: date) -> None:
    if isinstance(given, IdentityGiven):
        if reason := rules.why_not_born(given.birth_year, today):
            raise Refused(reason, "birth_year")
        if given.birth_date and given.birth_date.year != given.birth_year:
            raise Refused(SeekerReason.BIRTH_DATE, "birth_date")
    if isinstance(given, WishGiven) and given.ready_on and given.ready_on.year > today.year + 2:
        raise Refused(SeekerReason.TOO_FAR, "ready_on")


def _newest(db: Writing, seeker_id: UUID) -> dict[str, Any]:
    """The file as it stands; a file that has no version yet is given its first, as it was registered."""
    found = db.execute(_NEWEST, {"seeker": seeker_id}).mappings().first()
    if found:
        return dict(found)
    kept = db.execute(_KEPT, {"seeker": seeker_id}).mappings().one()
    first = {name: kept[name] for name in SHARED} | {"channel": kept["channel"], "by_account": kept["created_by"]}
    row = SeekerProfile(seeker_id=seeker_id, at=kept["created_at"], **first)  # type: ignore[arg-type]
    db.add(row)
    db.flush()
    return dict(db.execute(_NEWEST, {"seeker": seeker_id}).mappings().one())


def _keep(db: Writing, seeker_id: UUID, shared: dict[str, Any]) -> None:
    """What everybody reads of a person follows its newest version."""
    values = shared | {"name_fold": fold(shared["full_name"])}
    db.execute(update(Seeker).where(_s.id == seeker_id).values(**values))
    index.refresh(db, seeker_id)


def open_file(db: Writing, desk: FileDesk, why: Why, *, now: datetime) -> None:
    """Write down that staff looked into somebody's file, and why; the person can read it."""
    about = log.About(desk.seeker_id, seeker_id=desk.seeker_id, facts={"why": why.value})
    log.record(db, Kind.SEEKER_FILE_OPENED, about, by=desk.by(), at=now)


def take_away(db: Writing, desk: OwnFile, *, now: datetime) -> None:
    """Write down that a person took a copy of their own file."""
    about = log.About(desk.seeker_id, seeker_id=desk.seeker_id)
    log.record(db, Kind.SEEKER_FILE_TAKEN, about, by=desk.by(), at=now)
