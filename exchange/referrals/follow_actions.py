"""Asking after a person who was hired: one row for each time somebody asked, whoever was not reached is asked again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.referrals import rules
from exchange.referrals.access import ReferralDesk
from exchange.referrals.actions import held
from exchange.referrals.codes import Answered, ReferralReason
from exchange.referrals.given import FollowUpGiven
from exchange.referrals.tables import ReferralFollowUp

_f = columns(ReferralFollowUp)
_TURN = select(func.count()).where(_f.answer_id == bindparam("answer"), _f.milestone == bindparam("milestone"))


def follow_up(db: Writing, desk: ReferralDesk, given: FollowUpGiven, *, request_id: UUID | None, now: datetime) -> None:
    """Write down what was found. The same form twice writes it once; a mistake is followed by another row.

    Raises Refused.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.REFERRAL_FOLLOWED_UP)
    if done == desk.referral_id:
        return
    today = local_day(now)
    slip = held(db, desk.referral_id, today)
    answer = slip.answer
    if answer is None or answer.said.answer is not Answered.HIRED or answer.said.started_on is None:
        raise Refused(ReferralReason.NOT_HIRED)
    if fault := rules.why_not_follow(answer.said.started_on, given.milestone, given.found, given.on_day, today):
        raise Refused(fault.reason, fault.field)
    turn = (db.scalar(_TURN, {"answer": answer.id, "milestone": given.milestone}) or 0) + 1
    who: dict[str, Any] = {"referral_id": slip.id, "answer_id": answer.id, "by_account": desk.account_id, "at": now}
    db.add(ReferralFollowUp(turn=turn, **who, **given.model_dump()))
    said = {"slip": slip.label, "milestone": given.milestone.value, "found": given.found.value}
    about = log.About(slip.id, seeker_id=desk.seeker_id, facts=said)
    log.record(db, Kind.REFERRAL_FOLLOWED_UP, about, by=by, at=now)
