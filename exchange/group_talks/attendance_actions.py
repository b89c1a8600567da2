"""Who was there: put on the list by staff, by a paper, or by themselves at the door. One person is on it once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.group_talks import telling
from exchange.group_talks.access import TalkDesk
from exchange.group_talks.actions import reason, refuse_withdrawn
from exchange.group_talks.codes import AttendedBy, GroupReason
from exchange.group_talks.tables import Attendance, AttendanceRemoval, GroupTalk, GroupTalkId
from exchange.group_talks.telling import ON_LIST, STANDS
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.seekers import meetings
from exchange.seekers.access import Relation, relation_of
from exchange.seekers.persons import files_of, person_of
from exchange.seekers.tables import Seeker, SeekerId

_a, _s, _g = columns(Attendance), columns(Seeker), columns(GroupTalk)
_OF_PERSON = select(_a.id).where(
    _a.talk_id == bindparam("talk"), _a.seeker_id.in_(bindparam("files", expanding=True)), ON_LIST
)
_TURNS = select(func.max(_a.turn)).where(_a.talk_id == bindparam("talk"), _a.seeker_id == bindparam("seeker"))
_ONE = select(_a.seeker_id, _a.turn).where(_a.id == bindparam("attendance"), _a.talk_id == bindparam("talk"))
_GONE = select(columns(AttendanceRemoval).attendance_id).where(
    columns(AttendanceRemoval).attendance_id == bindparam("attendance")
)
_TOLD = select(_g.on_day, _g.title).where(_g.first_id == bindparam("talk"), STANDS)
_BORN = select(_s.birth_year).where(_s.id == bindparam("seeker"))


def attend(db: Writing, desk: TalkDesk, seeker_id: UUID, how: AttendedBy, *, now: datetime) -> UUID:
    """Put somebody on the list; whoever is on it already stays there once, whichever of their files was meant.

    A file of the own centre, or of none; another centre's where the person agreed that centres may help each other.
    Raises NotFound, Refused.
    """
    if relation_of(db, desk.staff, SeekerId(person_of(db, seeker_id))) is Relation.OTHER:
        raise Refused(GroupReason.PROVINCES_CONSENT)
    return put_on_list(db, desk.talk_id, seeker_id, how, by=desk.account_id, now=now)


def put_on_list(
    db: Writing, talk_id: GroupTalkId, seeker_id: UUID, how: AttendedBy, *, by: UUID, now: datetime
) -> UUID:
    """The row and its entry in the journal. Whoever calls this has asked whether they may."""
    hold(db, GroupTalk, talk_id)
    refuse_withdrawn(db, talk_id)
    person = SeekerId(person_of(db, seeker_id))
    if held := attendance_of(db, talk_id, person):
        return held
    told = db.execute(_TOLD, {"talk": talk_id}).one()
    if told.on_day.year < (db.scalar(_BORN, {"seeker": person}) or 0):
        raise Refused(GroupReason.BORN_LATER)
    turn = (db.scalar(_TURNS, {"talk": talk_id, "seeker": person}) or 0) + 1
    row = Attendance(talk_id=talk_id, seeker_id=person, turn=turn, how=how, by_account=by, at=now)
    db.add(row)
    db.flush()
    meetings.came(db, telling.meetings(db, [row.id]))
    about = log.About(row.id, seeker_id=person, facts={"talk": str(talk_id), "how": how.value, "title": told.title})
    on_behalf_of = None if how is AttendedBy.CHECK_IN else person
    log.record(db, Kind.GROUP_TALK_ATTENDED, about, by=log.By(by, on_behalf_of), at=now)
    return row.id


def attendance_of(db: Reading, talk_id: UUID, seeker_id: UUID) -> UUID | None:
    """The attendance of a person at a talk, over all their files; None where they are not on the list."""
    found: UUID | None = db.scalar(_OF_PERSON, {"talk": talk_id, "files": files_of(db, seeker_id)})
    return found


def remove(db: Writing, desk: TalkDesk, attendance_id: UUID, because: str, *, now: datetime) -> None:
    """Take somebody off the list, for a reason, with all their files. Twice is once. Raises NotFound, Refused."""
    hold(db, GroupTalk, desk.talk_id)
    asked = {"attendance": attendance_id, "talk": desk.talk_id}
    row = db.execute(_ONE, asked).first()
    if row is None:
        raise NotFound
    if db.scalar(_GONE, asked):
        return
    said = reason(because)
    files = {"talk": desk.talk_id, "files": files_of(db, row.seeker_id)}
    gone = db.scalars(_OF_PERSON, files).all()
    for own in gone:
        db.add(AttendanceRemoval(attendance_id=own, because=said, by_account=desk.account_id, at=now))
    meetings.left(db, gone)
    person = person_of(db, row.seeker_id)
    about = log.About(attendance_id, seeker_id=person, facts={"talk": str(desk.talk_id)})
    log.record(db, Kind.GROUP_TALK_LEFT, about, by=log.By(desk.account_id, person), at=now)
