"""A list of people who were at a talk, taken in at once."""

from datetime import datetime
from uuid import UUID

from exchange.group_talks import telling
from exchange.group_talks.access import TalkDesk
from exchange.group_talks.actions import refuse_withdrawn
from exchange.group_talks.attendance_actions import attend, attendance_of
from exchange.group_talks.codes import AttendedBy
from exchange.group_talks.tables import GroupTalk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Reading, Writing, hold
from exchange.reference import provinces
from exchange.rosters.actions import ListGiven, ListTaken, take_list
from exchange.rosters.queries import Looking


def looking(desk: TalkDesk) -> Looking:
    """Who may be put on the list of this talk, and who is on it."""

    def listed(db: Reading, seeker_id: UUID) -> bool:
        return attendance_of(db, desk.talk_id, seeker_id) is not None

    return Looking(desk.staff, listed)


def take_attendance(
    db: Writing, desk: TalkDesk, given: ListGiven, *, request_id: UUID | None, now: datetime
) -> ListTaken | None:
    """Put a list of people on the list of the talk; None where the same form was sent before.

    Raises ListWrong, or Refused for a talk that was withdrawn; then nobody is on it.
    """
    hold(db, GroupTalk, desk.talk_id)
    by, made = log.sent(db, desk.by(request_id), Kind.GROUP_TALK_LIST_TAKEN)
    if made:
        return None
    refuse_withdrawn(db, desk.talk_id)
    facts = telling.standing(db, desk.talk_id).facts
    province = provinces.successor(facts.province_code, facts.on_day)
    taken = take_list(
        db,
        looking(desk),
        given,
        lambda db, seeker, _: attend(db, desk, seeker, AttendedBy.LIST, now=now),
        province=province,
        now=now,
    )
    said = {"known": taken.known, "new": taken.new, "left": taken.left}
    log.record(db, Kind.GROUP_TALK_LIST_TAKEN, log.About(desk.talk_id, facts=said), by=by, at=now)
    return taken
