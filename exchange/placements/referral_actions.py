"""Bringing the register in step with a slip: who was hired over it, what was found later, and a revoked answer.

Slips are a lower slice: whoever writes an answer or an asking down calls `settle_referral` in the same transaction.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.texts import N_
from exchange.placements import rules
from exchange.placements.codes import Check, EndReason, EvidenceLevel, EvidenceSource, Origin
from exchange.placements.join_actions import write_reversal
from exchange.placements.making import add_evidence, make
from exchange.placements.queries import STANDING, first_place
from exchange.placements.standings import refresh
from exchange.placements.tables import (
    EndWithdrawal,
    EvidenceWithdrawal,
    Placement,
    PlacementEnd,
    PlacementEvidence,
    PlacementId,
)
from exchange.referrals.codes import Answered, Found
from exchange.referrals.tables import Referral, ReferralAnswer, ReferralAnswerRevocation, ReferralFollowUp
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy

_r, _n, _v, _f = (columns(one) for one in (Referral, ReferralAnswer, ReferralAnswerRevocation, ReferralFollowUp))
_p, _e, _w = columns(Placement), columns(PlacementEvidence), columns(EvidenceWithdrawal)
_d, _u, _s, _k = columns(PlacementEnd), columns(EndWithdrawal), columns(Seeker), columns(Vacancy)
_REFERRAL: Any = bindparam("referral")
_REVOKED = (
    select(_p.id, _v.because, _v.by_account)
    .join(ReferralAnswer, _n.id == _p.answer_id)
    .join(ReferralAnswerRevocation, _v.answer_id == _n.id)
    .where(_n.referral_id == _REFERRAL, STANDING)
)
_HIRED = (
    select(
        *(_n.id, _n.on_day, _n.started_on, _n.by_account, _r.seeker_id, _r.centre_id, _r.employer_id, _r.employer),
        *(_r.position, _r.vacancy_id, _s.province_code, _s.created_at, _k.overseas, _k.created_at.label("placed_at")),
        first_place(_r.vacancy_id).label("workplace"),
    )
    .select_from(ReferralAnswer)
    .join(Referral, _r.id == _n.referral_id)
    .join(Seeker, _s.id == _r.seeker_id)
    .outerjoin(Vacancy, _k.id == _r.vacancy_id)
    .where(_n.referral_id == _REFERRAL, _n.answer == Answered.HIRED, ~exists().where(_v.answer_id == _n.id))
    .where(~exists().where(_p.answer_id == _n.id))
)
_HEARD = (
    select(_f.id, _f.found, _f.milestone, _f.on_day, _f.note, _f.by_account, _p.id.label("placement_id"))
    .join(Placement, _p.answer_id == _f.answer_id)
    .where(_f.referral_id == _REFERRAL, STANDING, _f.found != Found.NOT_REACHED)
    .where(~exists().where(_e.follow_up_id == _f.id), ~exists().where(_d.follow_up_id == _f.id))
    .order_by(_f.at, _f.turn, _f.id)
)
_SAID_AT_WORK = select(_e.id).where(
    *(_e.placement_id == bindparam("placement"), _e.milestone == bindparam("milestone")),
    *(_e.follow_up_id.is_not(None), ~exists().where(_w.evidence_id == _e.id)),
)
_ENDS = select(_d.id, _d.follow_up_id).where(
    _d.placement_id == bindparam("placement"), ~exists().where(_u.end_id == _d.id)
)
_FOUND_AT_WORK = N_("Hỏi lại: còn làm việc.")
_FOUND_LEFT = N_("Hỏi lại: đã nghỉ việc.")


def settle_referral(db: Writing, referral_id: UUID, *, now: datetime) -> None:
    """Make the register say what the slip says. Doing it again changes nothing."""
    asked = {"referral": referral_id}
    for placement_id, because, by_account in db.execute(_REVOKED, asked).all():
        write_reversal(db, placement_id, because, by_account, now=now)
    for row in db.execute(_HIRED, asked).all():
        _place(db, row, now=now)
    for row in db.execute(_HEARD, asked).all():
        (_still_at_work if row.found is Found.AT_WORK else _left)(db, row, now=now)
        refresh(db, [row.placement_id])


def _place(db: Writing, row: Any, *, now: datetime) -> None:
    """One placement, at the evidence level "the employer said so"."""
    hold(db, Seeker, row.seeker_id)
    lives = rules.province_on(row.province_code, local_day(row.created_at), row.on_day)
    named = None if row.overseas or not row.workplace else row.workplace
    placement = Placement(
        seeker_id=row.seeker_id, employer_id=row.employer_id, vacancy_id=row.vacancy_id, origin=Origin.REFERRAL,
        employer_name="" if row.employer_id else row.employer, job_title="" if row.vacancy_id else row.position,
        answer_id=row.id, residence=lives, referring_id=row.centre_id, recorded_id=row.centre_id,
        workplace=rules.province_on(named, local_day(row.placed_at), row.on_day) if named else None,
        overseas=bool(row.overseas), agreed_on=row.on_day, started_on=row.started_on,
        made_at=now, made_by=row.by_account,
    )  # fmt: skip
    said: dict[str, Any] = {"level": EvidenceLevel.EMPLOYER_SAID, "source": EvidenceSource.REFERRAL_ANSWER}
    make(db, placement, {**said, "on_day": row.on_day, "by_account": row.by_account}, now=now)


def _still_at_work(db: Writing, row: Any, *, now: datetime) -> None:
    """Still at work: a step of evidence; that the person had left, as was heard before, was a mistake."""
    for end in db.execute(_ENDS, {"placement": row.placement_id}).all():
        if end.follow_up_id:
            db.add(EndWithdrawal(end_id=end.id, because=_FOUND_AT_WORK, by_account=row.by_account, at=now))
    said: dict[str, Any] = {"level": EvidenceLevel.RETAINED, "source": EvidenceSource.FOLLOW_UP}
    heard = {"milestone": Check(row.milestone.value), "on_day": row.on_day, "note": row.note}
    told = said | heard | {"follow_up_id": row.id, "by_account": row.by_account}
    add_evidence(db, row.placement_id, told, now=now)


def _left(db: Writing, row: Any, *, now: datetime) -> None:
    """Left: the end, and no evidence any more of having been at work at this time."""
    asked = {"placement": row.placement_id, "milestone": Check(row.milestone.value)}
    for step in db.scalars(_SAID_AT_WORK, asked).all():
        db.add(EvidenceWithdrawal(evidence_id=step, because=_FOUND_LEFT, by_account=row.by_account, at=now))
    if not db.execute(_ENDS, {"placement": row.placement_id}).first():
        own, about = PlacementId(row.placement_id), {"on_day": row.on_day, "note": row.note}
        reason = {"reason": EndReason.FOUND_LEFT, "follow_up_id": row.id, "by_account": row.by_account}
        db.add(PlacementEnd(placement_id=own, at=now, **about, **reason))
    db.flush()
