"""Two files of one person become one to read, and two again when it was a mistake. No fact moves from its file."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import SeekerReason
from exchange.seekers.file_rules import roots
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from exchange.seekers.meetings import hold_files, settle
from exchange.seekers.person_queries import id_blind
from exchange.seekers.persons import files_of

_m, _p = columns(SeekerMerge), columns(SeekerPerson)
_STANDING = select(_m.gone_id, _m.kept_id).where(
    _m.undone_at.is_(None), _m.gone_id.in_(bindparam("files", expanding=True))
)


def merge(db: Writing, kept: OwnDesk, gone: OwnDesk, because: str, *, request_id: UUID | None, now: datetime) -> UUID:
    """Read the file of `gone` through the file of `kept` from now on; the merge's id. The same form twice is once.

    Both desks are of the centre that keeps the file: nobody merges what they may not see. Raises Refused without a
    reason, for one and the same file or two citizen's numbers, Conflict when one was merged meanwhile.
    """
    by, made = log.sent(db, kept.by(request_id), Kind.SEEKERS_MERGED)
    if made:
        return made
    if not (reason := squeeze(because)[:300]):
        raise Refused(SeekerReason.WITHOUT_WORDS, "because")
    if kept.seeker_id == gone.seeker_id:
        raise Refused(SeekerReason.SAME_FILE)
    hold_files(db, {*files_of(db, kept.seeker_id), *files_of(db, gone.seeker_id)})
    if db.scalar(select(_p.seeker_id).where(_p.seeker_id.in_((kept.seeker_id, gone.seeker_id))).limit(1)):
        raise Conflict(SeekerReason.MERGED_ALREADY)
    if len({blind for blind in (id_blind(db, kept.seeker_id), id_blind(db, gone.seeker_id)) if blind}) > 1:
        raise Refused(SeekerReason.TWO_NUMBERS, "gone")
    row = {"id": new_id(), "gone_id": gone.seeker_id, "kept_id": kept.seeker_id, "because": reason, "at": now}
    db.execute(insert(SeekerMerge).values(**row, by_account=kept.account_id, undone_because=""))
    _settle(db, [*files_of(db, kept.seeker_id), *files_of(db, gone.seeker_id)])
    about = log.About(row["id"], seeker_id=kept.seeker_id, facts={"gone": gone.seeker_id.hex})  # type: ignore[arg-type]
    log.record(db, Kind.SEEKERS_MERGED, about, by=by, at=now)
    return row["id"]  # type: ignore[return-value]


def part(db: Writing, desk: OwnDesk, merge_id: UUID, because: str, *, request_id: UUID | None, now: datetime) -> None:
    """Undo a merge: each file is read for itself again, with what else was merged into it. Twice is once.

    Raises NotFound for a merge of another person, Refused without a reason, Conflict when it was undone before.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.SEEKERS_PARTED)
    if done == merge_id:
        return
    files = files_of(db, desk.seeker_id)
    found = db.execute(select(_m.gone_id, _m.kept_id).where(_m.id == merge_id)).first()
    if found is None or found.kept_id not in files:
        raise NotFound
    if not (reason := squeeze(because)[:300]):
        raise Refused(SeekerReason.WITHOUT_WORDS, "because")
    hold_files(db, files)
    files = files_of(db, desk.seeker_id)  # again: another may have been merged into them while we waited
    undone = {"undone_at": now, "undone_by": desk.account_id, "undone_because": reason}
    change = update(SeekerMerge).where(_m.id == merge_id, _m.undone_at.is_(None)).values(**undone)
    if not db.execute(change).rowcount:  # type: ignore[attr-defined]
        raise Conflict(SeekerReason.NOT_MERGED)
    _settle(db, files)
    about = log.About(merge_id, seeker_id=desk.seeker_id, facts={"gone": found.gone_id.hex})
    log.record(db, Kind.SEEKERS_PARTED, about, by=by, at=now)


def _settle(db: Writing, files: list[UUID]) -> None:
    """Make the table of persons say of these files what the standing merges say."""
    standing = {row.gone_id: row.kept_id for row in db.execute(_STANDING, {"files": files})}
    whose = roots(files, standing)
    db.execute(delete(SeekerPerson).where(_p.seeker_id.in_(files)))
    merged = [{"seeker_id": file, "person_id": person} for file, person in whose.items() if person != file]
    if merged:
        db.execute(insert(SeekerPerson), merged)
    settle(db, whose)
