"""Writing down a group talk and what is said of it later: told again, withdrawn. Nothing is overwritten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.centres.access import StaffDesk
from exchange.centres.tables import Staff
from exchange.counselling.codes import LONGEST_BECAUSE
from exchange.group_talks import rules, telling
from exchange.group_talks.access import ChangingTalkDesk
from exchange.group_talks.codes import GroupReason
from exchange.group_talks.given import GroupTalkGiven
from exchange.group_talks.rules import GroupFacts
from exchange.group_talks.tables import (
    Attendance,
    GroupTalk,
    GroupTalkId,
    GroupTalkPlace,
    GroupTalkTopic,
    GroupTalkWithdrawal,
)
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.seekers import meetings
from exchange.seekers.persons import person_of

_g, _s, _a = columns(GroupTalk), columns(Staff), columns(Attendance)
_WITH_KEY = select(_g.id, _g.first_id).where(_g.made_by == bindparam("account"), _g.client_key == bindparam("key"))
_LISTED = select(_a.id, _a.seeker_id).where(_a.talk_id == bindparam("talk"), telling.ON_LIST)
_COLLEAGUE = select(_s.id).where(_s.centre_id == bindparam("centre"), _s.account_id == bindparam("account")).limit(1)


def record_talk(db: Writing, desk: StaffDesk, given: GroupTalkGiven, *, client_key: UUID, now: datetime) -> GroupTalkId:
    """Write down that a talk was held. The saving that is sent twice is written once.

    Raises Refused for what cannot be, and where the same saving was written with other facts.
    """
    told = given.facts()
    if made := db.execute(_WITH_KEY, {"account": desk.account_id, "key": client_key}).first():
        return _the_same(db, made, told)
    _refuse_impossible(db, desk.centre_id, told, now=now)
    row = _row(told, desk.centre_id, desk.account_id, client_key, now)
    _add(db, row, told)
    by = log.By(desk.account_id)
    log.record(db, Kind.GROUP_TALK_RECORDED, log.About(row.id), by=by, at=now)
    return row.id


@dataclass(frozen=True)
class TalkCorrection:
    """A talk told again. `seen`: the telling that was on the page."""

    given: GroupTalkGiven
    because: str
    seen: UUID


def correct_talk(db: Writing, desk: ChangingTalkDesk, told: TalkCorrection, *, client_key: UUID, now: datetime) -> bool:
    """Tell a talk again, with the reason; the earlier telling stays beside it, and so do its list and its numbers.

    False where nothing is different. Raises Refused without a reason, for what cannot be and after a withdrawal,
    Conflict where somebody was faster.
    """
    hold(db, GroupTalk, desk.talk_id)
    facts = told.given.facts()
    if made := db.execute(_WITH_KEY, {"account": desk.account_id, "key": client_key}).first():
        _the_same(db, made, facts)
        return True
    before = telling.standing(db, desk.talk_id)
    if before.facts == facts:
        return False
    if before.id != told.seen:
        raise Conflict(GroupReason.CHANGED)
    refuse_withdrawn(db, desk.talk_id)
    _refuse_impossible(db, desk.centre_id, facts, now=now)
    row = _row(facts, desk.centre_id, desk.account_id, client_key, now)
    row.first_id, row.corrects_id, row.because = desk.talk_id, GroupTalkId(before.id), reason(told.because)
    _add(db, row, facts)
    listed = [one.id for one in db.execute(_LISTED, {"talk": desk.talk_id})]
    meetings.told_again(db, telling.meetings(db, listed))
    log.record(db, Kind.GROUP_TALK_CORRECTED, log.About(desk.talk_id), by=desk.by(), at=now)
    return True


def withdraw_talk(db: Writing, desk: ChangingTalkDesk, because: str, *, request_id: UUID | None, now: datetime) -> None:
    """A talk, its list and its numbers no longer count, for a reason; they stay to be read. Twice is once."""
    hold(db, GroupTalk, desk.talk_id)
    if telling.withdrawn(db, desk.talk_id) is not None:
        return
    said = reason(because)
    db.add(GroupTalkWithdrawal(talk_id=desk.talk_id, because=said, by_account=desk.account_id, at=now))
    listed = db.execute(_LISTED, {"talk": desk.talk_id}).all()
    meetings.left(db, [one.id for one in listed])
    for person in sorted({person_of(db, one.seeker_id) for one in listed}):
        about = log.About(desk.talk_id, seeker_id=person, facts={"talk": str(desk.talk_id)})
        log.record(db, Kind.GROUP_TALK_LEFT, about, by=log.By(desk.account_id, person), at=now)
    by = log.unspent(db, desk.by(request_id))
    log.record(db, Kind.GROUP_TALK_WITHDRAWN, log.About(desk.talk_id), by=by, at=now)


def refuse_withdrawn(db: Writing, talk_id: UUID) -> None:
    """Nothing is added to a talk that was withdrawn. Raises Refused."""
    if telling.withdrawn(db, talk_id) is not None:
        raise Refused(GroupReason.WITHDRAWN)


def reason(because: str) -> str:
    """Why something is put right, in words. Raises Refused without any."""
    words = squeeze(because)[:LONGEST_BECAUSE]
    if not words:
        raise Refused(GroupReason.WITHOUT_WORDS, "because")
    return words


def _the_same(db: Writing, made: Any, told: GroupFacts) -> GroupTalkId:
    """A page that is sent again from the browser's memory may say other things: that is no repetition."""
    if telling.facts_of(db, made.id) != told:
        raise Refused(GroupReason.KEY_USED)
    return GroupTalkId(made.first_id)


def _refuse_impossible(db: Writing, centre_id: UUID, told: GroupFacts, *, now: datetime) -> None:
    if fault := rules.why_not(told, today=local_day(now)):
        raise Refused(fault.reason, fault.field)
    if db.scalar(_COLLEAGUE, {"centre": centre_id, "account": told.holder_id}) is None:
        raise Refused(GroupReason.HOLDER, "holder")


def _row(told: GroupFacts, centre_id: UUID, made_by: UUID, client_key: UUID, now: datetime) -> GroupTalk:
    """A telling that corrects nothing."""
    own = GroupTalkId(new_id())
    facts: dict[str, Any] = {name: getattr(told, name) for name in telling.FACTS}
    return GroupTalk(id=own, first_id=own, centre_id=centre_id, made_by=made_by, client_key=client_key, at=now, **facts)


def _add(db: Writing, row: GroupTalk, told: GroupFacts) -> None:
    db.add(row)
    db.flush()
    for topic in sorted(told.topics):
        db.add(GroupTalkTopic(talk_id=row.id, topic=topic))
    for rank, name in enumerate(told.places):
        db.add(GroupTalkPlace(talk_id=row.id, rank=rank, name=name))
    db.flush()
