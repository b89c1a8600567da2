"""Issuing slips, and what staff write down of them short of a result. Nothing is overwritten."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.centres.tables import Centre
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.text import squeeze
from exchange.kernel.vault import Vault
from exchange.reference import provinces
from exchange.referrals import facts, offers, rules
from exchange.referrals.access import AnswerSeat, ReferralDesk, UndoingDesk
from exchange.referrals.codes import LONGEST_WORDS, PresentedSource, ReferralReason
from exchange.referrals.facts import Slip
from exchange.referrals.given import PresentationGiven, ReferralGiven
from exchange.referrals.links import add_link
from exchange.referrals.offers import Addressed
from exchange.referrals.tables import (
    Referral,
    ReferralCancellation,
    ReferralId,
    ReferralLink,
    ReferralPresentation,
)
from exchange.seekers.access import OwnDesk
from exchange.seekers.persons import person_of
from exchange.seekers.tables import Seeker

_r, _l, _c = columns(Referral), columns(ReferralLink), columns(Centre)
_LAST = select(func.max(_r.number)).where(_r.centre_id == bindparam("centre"), _r.year == bindparam("year"))
_PLACE = select(_c.province_code, _c.created_at).where(_c.id == bindparam("centre"))
_WITH_KEY = select(
    *(_r[name] for name in ("id", "seeker_id", "vacancy_id", "employer", "position", "valid_until", "consultation_id"))
).where(_r.issued_by == bindparam("account"), _r.client_key == bindparam("key"))
_TURN = select(func.max(_l.turn)).where(_l.referral_id == bindparam("referral"))


def issue(
    db: Writing, desk: OwnDesk, given: ReferralGiven, *, vault: Vault, client_key: UUID, now: datetime
) -> ReferralId:
    """Give out a slip with the next number of the centre and year. The saving that is sent twice is one slip.

    Raises Refused for what cannot be, and where the same saving was made with other facts.
    """
    hold(db, Seeker, desk.seeker_id)
    if made := db.execute(_WITH_KEY, {"account": desk.account_id, "key": client_key}).first():
        return _the_same(db, desk, made, given)
    offers.refuse_unasked(db, desk)
    to, today = offers.addressed(db, given, now=now), local_day(now)
    if reason := rules.why_not_valid(given.valid_until, today):
        raise Refused(reason, "valid_until")
    if given.consultation_id:
        offers.refuse_consultation(db, desk, given.consultation_id)
    days: dict[str, Any] = {"valid_until": given.valid_until, "consultation_id": given.consultation_id}
    row = _numbered(db, desk, to, today, {**days, "client_key": client_key, "at": now})
    add_link(db, vault, row.id, 1, desk.account_id, now=now)
    printed = {"slip": facts.label_of(row.province_code, row.year, row.number)}
    _record(db, Kind.REFERRAL_ISSUED, row.id, desk.seeker_id, printed, by=desk.by(), now=now)
    return row.id


def present(
    db: Writing, desk: ReferralDesk, given: PresentationGiven, *, request_id: UUID | None, now: datetime
) -> None:
    """The person brought the slip to the employer. The same form twice writes it once. Raises Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.REFERRAL_PRESENTED)
    if done == desk.referral_id:
        return
    slip = held(db, desk.referral_id, local_day(now))
    _present(db, slip, desk.seeker_id, given, by=by, now=now)


def present_by_link(db: Writing, seat: AnswerSeat, *, now: datetime) -> None:
    """The employer says that the person came, and answers later. Twice is once. Raises Refused."""
    today = local_day(now)
    slip = held(db, seat.referral_id, today)
    if slip.presented_on is None:
        refuse_dead(seat)
        given = PresentationGiven(presented_on=today, source=PresentedSource.EMPLOYER)
        _present(db, slip, seat.seeker_id, given, by=seat.by(), now=now)


def cancel(db: Writing, desk: UndoingDesk, because: str, *, request_id: UUID | None, now: datetime) -> None:
    """A slip no longer holds, for a reason; its number stays taken. Twice is once. Raises Refused."""
    slip = held(db, desk.referral_id, local_day(now))
    if slip.cancelled_at:
        return
    if reason := rules.why_not_cancel(slip.course):
        raise Refused(reason)
    own, words = desk.referral_id, reason_of(because)
    db.add(ReferralCancellation(referral_id=own, because=words, by_account=desk.account_id, at=now))
    by = log.unspent(db, desk.by(request_id))
    _record(db, Kind.REFERRAL_CANCELLED, own, desk.seeker_id, {"slip": slip.label}, by=by, now=now)


def renew_link(db: Writing, desk: UndoingDesk, *, vault: Vault, request_id: UUID | None, now: datetime) -> None:
    """The address on the slip opens nothing any more; the slip printed next has another. Raises Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.REFERRAL_LINK_RENEWED)
    if done == desk.referral_id:
        return
    slip = held(db, desk.referral_id, local_day(now))
    if slip.cancelled_at:
        raise Refused(ReferralReason.CANCELLED)
    turn = (db.scalar(_TURN, {"referral": desk.referral_id}) or 0) + 1
    add_link(db, vault, desk.referral_id, turn, desk.account_id, now=now)
    _record(db, Kind.REFERRAL_LINK_RENEWED, slip.id, desk.seeker_id, {"slip": slip.label}, by=by, now=now)


def held(db: Writing, referral_id: ReferralId, today: date) -> Slip:
    """The slip as it stands, locked until the transaction ends. Raises NotFound."""
    if not hold(db, Referral, referral_id):
        raise NotFound
    return facts.one(db, referral_id, today)


def refuse_dead(seat: AnswerSeat) -> None:
    """Raises Refused where the address opens nothing any more."""
    if seat.dead:
        raise Refused(ReferralReason.LINK_DEAD)


def reason_of(because: str) -> str:
    """Why something is undone. Raises Refused without words."""
    words = squeeze(because)[:LONGEST_WORDS]
    if not words:
        raise Refused(ReferralReason.WITHOUT_WORDS, "because")
    return words


def _the_same(db: Writing, desk: OwnDesk, made: Any, given: ReferralGiven) -> ReferralId:
    """A page that is sent again from the browser's memory may say other things: that is no repetition."""
    other = person_of(db, made.seeker_id) != desk.seeker_id
    by_hand = given.vacancy_id is None and (given.employer, given.position) != (made.employer, made.position)
    told = given.vacancy_id, given.valid_until, given.consultation_id
    if other or by_hand or told != (made.vacancy_id, made.valid_until, made.consultation_id):
        raise Refused(ReferralReason.KEY_USED)
    return ReferralId(made.id)


def _numbered(db: Writing, desk: OwnDesk, to: Addressed, today: date, said: dict[str, Any]) -> Referral:
    """The row with its number: the centre is held, so numbers are given one after the other and none is left out."""
    hold(db, Centre, desk.centre_id)
    number = (db.scalar(_LAST, {"centre": desk.centre_id, "year": today.year}) or 0) + 1
    place = db.execute(_PLACE, {"centre": desk.centre_id}).one()
    province = provinces.successor(place.province_code, local_day(place.created_at), today)
    who: dict[str, Any] = {"centre_id": desk.centre_id, "seeker_id": desk.seeker_id, "issued_by": desk.account_id}
    numbers: dict[str, Any] = {"year": today.year, "number": number, "province_code": province, "issued_on": today}
    row = Referral(**to._asdict(), **who, **numbers, **said)
    db.add(row)
    db.flush()
    return row


def _present(db: Writing, slip: Slip, seeker_id: UUID, given: PresentationGiven, *, by: log.By, now: datetime) -> None:
    if fault := rules.why_not_present(slip.course, given.presented_on, local_day(now)):
        raise Refused(fault.reason, fault.field)
    said: dict[str, Any] = {"on_day": given.presented_on, "source": given.source}
    db.add(ReferralPresentation(referral_id=slip.id, by_account=by.account_id, at=now, **said))
    _record(db, Kind.REFERRAL_PRESENTED, slip.id, seeker_id, {"slip": slip.label}, by=by, now=now)


def _record(
    db: Writing, kind: Kind, referral_id: UUID, seeker_id: UUID, said: dict[str, Any], *, by: log.By, now: datetime
) -> None:
    log.record(db, kind, log.About(referral_id, seeker_id=seeker_id, facts=said), by=by, at=now)
