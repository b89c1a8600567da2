"""The door of a talk: staff open and close it, people check in by its address, staff find out whose file it was."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from exchange.group_talks import telling
from exchange.group_talks.access import CheckInSeat, TalkDesk
from exchange.group_talks.actions import reason, refuse_withdrawn
from exchange.group_talks.attendance_actions import attend, put_on_list
from exchange.group_talks.codes import MOST_WALK_INS, AttendedBy, GroupReason
from exchange.group_talks.given import WalkInGiven
from exchange.group_talks.tables import CheckInDoor, GroupTalk, WalkIn, WalkInSettlement
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold, insert_once
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id, new_token
from exchange.kernel.text import fold
from exchange.seekers import rules as seeker_rules
from exchange.seekers.access import OwnFile

_d, _w, _x = columns(CheckInDoor), columns(WalkIn), columns(WalkInSettlement)
_OPEN = select(_d.token).where(_d.talk_id == bindparam("talk"), _d.closed_at.is_(None))
_MANY = select(func.count()).where(_w.talk_id == bindparam("talk"))
_MINE = (
    select(_w.id, _x.walk_in_id.label("settled"))
    .select_from(_w.id.table.outerjoin(_x.walk_in_id.table, _x.walk_in_id == _w.id))
    .where(_w.id == bindparam("walk_in"), _w.talk_id == bindparam("talk"))
)


def open_door(db: Writing, desk: TalkDesk, *, now: datetime) -> str:
    """Let people check in; the token of the address. Twice is one door. Raises Refused on another day."""
    hold(db, GroupTalk, desk.talk_id)
    refuse_withdrawn(db, desk.talk_id)
    if telling.standing(db, desk.talk_id).facts.on_day != local_day(now):
        raise Refused(GroupReason.PAST_CHECK_IN)
    if held := open_token(db, desk.talk_id):
        return held
    row = CheckInDoor(talk_id=desk.talk_id, token=new_token(), opened_by=desk.account_id, opened_at=now)
    db.add(row)
    log.record(db, Kind.CHECK_IN_OPENED, log.About(desk.talk_id), by=desk.by(), at=now)
    return row.token


def close_door(db: Writing, desk: TalkDesk, *, now: datetime) -> None:
    """Nobody checks in any more. Twice is once."""
    hold(db, GroupTalk, desk.talk_id)
    shut = update(CheckInDoor).where(_d.talk_id == desk.talk_id, _d.closed_at.is_(None))
    if db.execute(shut.values(closed_at=now, closed_by=desk.account_id)).rowcount:  # type: ignore[attr-defined]
        log.record(db, Kind.CHECK_IN_CLOSED, log.About(desk.talk_id), by=desk.by(), at=now)


def open_token(db: Reading, talk_id: UUID) -> str | None:
    """The token of the door that is open, if one is."""
    found: str | None = db.scalar(_OPEN, {"talk": talk_id})
    return found


def check_in(db: Writing, seat: CheckInSeat, file: OwnFile, *, now: datetime) -> UUID:
    """Somebody who is signed in says "I am here", whichever centre keeps their file: it is their own word.

    Raises Refused when the door is closed.
    """
    _refuse_closed(seat)
    return put_on_list(db, seat.talk_id, file.seeker_id, AttendedBy.CHECK_IN, by=file.account_id, now=now)


def walk_in(db: Writing, seat: CheckInSeat, given: WalkInGiven, *, now: datetime) -> None:
    """Somebody without an account says "I am here"; no file is made of it. The same words twice are one.

    Raises Refused when the door is closed, for an impossible year of birth, and when too many came.
    """
    hold(db, GroupTalk, seat.talk_id)
    _refuse_closed(seat)
    if wrong := seeker_rules.why_not_born(given.birth_year, local_day(now)):
        raise Refused(wrong, "birth_year")
    if (db.scalar(_MANY, {"talk": seat.talk_id}) or 0) >= MOST_WALK_INS:
        raise Refused(GroupReason.TALK_FULL)
    said = given.model_dump() | {"id": new_id(), "name_fold": fold(given.name), "talk_id": seat.talk_id, "at": now}
    insert_once(db, WalkIn, said)


def settle(db: Writing, desk: TalkDesk, walk_in_id: UUID, seeker_id: UUID, *, now: datetime) -> UUID:
    """It was this person: they are on the list. Raises NotFound, Refused where it was settled before."""
    _refuse_settled(db, desk, walk_in_id)
    attendance_id = attend(db, desk, seeker_id, AttendedBy.CHECK_IN_MATCHED, now=now)
    db.add(WalkInSettlement(walk_in_id=walk_in_id, attendance_id=attendance_id, by_account=desk.account_id, at=now))
    return attendance_id


def dismiss(db: Writing, desk: TalkDesk, walk_in_id: UUID, because: str, *, now: datetime) -> None:
    """It was nobody, for a reason. Raises NotFound, Refused."""
    _refuse_settled(db, desk, walk_in_id)
    said = reason(because)
    db.add(WalkInSettlement(walk_in_id=walk_in_id, because=said, by_account=desk.account_id, at=now))


def _refuse_closed(seat: CheckInSeat) -> None:
    if not seat.open:
        raise Refused(GroupReason.CHECK_IN_CLOSED)


def _refuse_settled(db: Writing, desk: TalkDesk, walk_in_id: UUID) -> None:
    hold(db, GroupTalk, desk.talk_id)
    found = db.execute(_MINE, {"walk_in": walk_in_id, "talk": desk.talk_id}).first()
    if found is None:
        raise NotFound
    if found.settled:
        raise Refused(GroupReason.SETTLED)
