"""An employer's answer: given once, by the address on the slip or on paper; revoked with a reason, then given anew."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.referrals import facts, rules
from exchange.referrals.access import AnswerSeat, ReferralDesk, UndoingDesk
from exchange.referrals.actions import held, reason_of, refuse_dead
from exchange.referrals.codes import AnswerSource, ReferralReason
from exchange.referrals.facts import Slip
from exchange.referrals.given import AnswerGiven
from exchange.referrals.rules import Said
from exchange.referrals.tables import ReferralAnswer, ReferralAnswerRevocation

_n = columns(ReferralAnswer)
_SENT = select(_n.id).where(_n.referral_id == bindparam("referral"), _n.client_key == bindparam("key"))


def check(db: Reading, seat: AnswerSeat, given: AnswerGiven, *, now: datetime) -> Slip:
    """What an answer would be about, before it is given. Raises Refused for what cannot be answered."""
    refuse_dead(seat)
    slip = facts.one(db, seat.referral_id, local_day(now))
    _refuse(slip, _by_link(given, now), now)
    return slip


def answer_by_link(db: Writing, seat: AnswerSeat, given: AnswerGiven, *, client_key: UUID, now: datetime) -> None:
    """The employer's own answer, today. Sent twice it is one; a second one is refused. Raises Refused."""
    slip = held(db, seat.referral_id, local_day(now))
    if _sent(db, slip, client_key):
        return
    refuse_dead(seat)
    said = _by_link(given, now)
    _refuse(slip, said, now)
    _write(db, slip, said, client_key, seat.seeker_id, by=seat.by(), now=now)


def record_answer(db: Writing, desk: ReferralDesk, given: AnswerGiven, *, client_key: UUID, now: datetime) -> None:
    """Staff write down what the employer signed or said. Sent twice it is one. Raises Refused."""
    today = local_day(now)
    slip = held(db, desk.referral_id, today)
    if _sent(db, slip, client_key):
        return
    if given.source is AnswerSource.LINK:
        raise Refused(ReferralReason.SOURCE_NEEDED, "source")
    said = given.said(today)
    _refuse(slip, said, now)
    _write(db, slip, said, client_key, desk.seeker_id, by=desk.by(), now=now)


def revoke_answer(
    db: Writing, desk: UndoingDesk, answer_id: UUID | None, because: str, *, request_id: UUID | None, now: datetime
) -> None:
    """The answer that was on the page stands no longer, for a reason; the slip may be answered again.

    Twice is once. Raises Refused without a reason or an answer, Conflict where another answer stands by now.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.REFERRAL_ANSWER_REVOKED)
    if done == desk.referral_id:
        return
    slip = held(db, desk.referral_id, local_day(now))
    if slip.answer is None:
        raise Refused(ReferralReason.NOT_ANSWERED)
    if slip.answer.id != answer_id:
        raise Conflict(ReferralReason.ANSWERED_SINCE)
    words = reason_of(because)
    db.add(ReferralAnswerRevocation(answer_id=slip.answer.id, because=words, by_account=desk.account_id, at=now))
    about = log.About(slip.id, seeker_id=desk.seeker_id, facts={"slip": slip.label})
    log.record(db, Kind.REFERRAL_ANSWER_REVOKED, about, by=by, at=now)


def _by_link(given: AnswerGiven, now: datetime) -> Said:
    """What comes by the address is said today, whatever the form says."""
    today = local_day(now)
    return given.model_copy(update={"source": AnswerSource.LINK, "on_day": today}).said(today)


def _sent(db: Writing, slip: Slip, client_key: UUID) -> bool:
    return db.scalar(_SENT, {"referral": slip.id, "key": client_key}) is not None


def _refuse(slip: Slip, said: Said, now: datetime) -> None:
    if fault := rules.why_not_answer(slip.course, said, local_day(now)):
        raise Refused(fault.reason, fault.field)


def _write(
    db: Writing, slip: Slip, said: Said, client_key: UUID, seeker_id: UUID, *, by: log.By, now: datetime
) -> None:
    turn = facts.answers_so_far(db, slip.id) + 1
    told: dict[str, Any] = {name: getattr(said, name) for name in said.__struct_fields__}
    about: dict[str, Any] = {"client_key": client_key, "by_account": by.account_id, "at": now}
    db.add(ReferralAnswer(referral_id=slip.id, turn=turn, **told, **about))
    entry = log.About(slip.id, seeker_id=seeker_id, facts={"slip": slip.label, "answer": said.answer.value})
    log.record(db, Kind.REFERRAL_ANSWERED, entry, by=by, at=now)
