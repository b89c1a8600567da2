"""Decisions to support vocational training: written down beside a claim, taken back by a row."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, select

from exchange.benefits import rules
from exchange.benefits.access import ClaimDesk
from exchange.benefits.actions import Day, Note, held
from exchange.benefits.codes import BenefitReason
from exchange.benefits.tables import TrainingSupport, TrainingWithdrawal
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.given import Tidy
from exchange.kernel.text import squeeze

_t, _w = columns(TrainingSupport), columns(TrainingWithdrawal)
_SAME = select(_t.id).where(_t.claim_id == bindparam("claim"), _t.number == bindparam("number"))
_NEWEST = (
    select(_t.id)
    .outerjoin(TrainingWithdrawal, _w.support_id == _t.id)
    .where(_t.claim_id == bindparam("claim"), _w.at.is_(None))
    .order_by(_t.at.desc(), _t.id.desc())
    .limit(1)
)


class TrainingGiven(BaseModel):
    """What a decision on training says. `monthly` in đồng, where it is known."""

    model_config = ConfigDict(frozen=True)

    number: Annotated[str, Field(min_length=1, max_length=60), Tidy]
    on_day: Day
    trade: Annotated[str, Field(min_length=1, max_length=120), Tidy]
    school: Annotated[str, Field(default="", max_length=160), Tidy] = ""
    months: int
    monthly: int | None = Field(default=None, ge=1, le=1_000_000_000)


def support_training(
    db: Writing, desk: ClaimDesk, given: TrainingGiven, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write a decision down; the same form twice writes it once.

    Raises Refused before the claim came in or in the future, for an impossible time, and for a number that is known.
    """
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_TRAINING)
    if made:
        return made
    claim = held(db, desk.claim_id)
    if wrong := rules.why_not_training(claim.course, given.on_day, given.months, local_day(now)):
        raise Refused(wrong, "months" if wrong is BenefitReason.TRAINING_MONTHS else "on_day")
    if db.scalar(_SAME, {"claim": desk.claim_id, "number": given.number}):
        raise Refused(BenefitReason.TRAINING_TWICE, "number")
    said: dict[str, Any] = given.model_dump()
    row = TrainingSupport(claim_id=desk.claim_id, by_account=desk.account_id, at=now, **said)
    db.add(row)
    about = log.About(row.id, seeker_id=desk.seeker_id, facts={"months": given.months})
    log.record(db, Kind.BENEFIT_TRAINING, about, by=by, at=now)
    return row.id


def take_back_training(db: Writing, desk: ClaimDesk, because: Note, *, request_id: UUID | None, now: datetime) -> UUID:
    """Take back the newest decision on training of a claim. Raises Refused without one, or without a reason."""
    by, made = log.sent(db, desk.by(request_id), Kind.BENEFIT_TRAINING_WITHDRAWN)
    if made:
        return made
    held(db, desk.claim_id)
    newest: Any = db.scalar(_NEWEST, {"claim": desk.claim_id})
    if newest is None:
        raise Refused(BenefitReason.NOTHING_TO_WITHDRAW)
    if not (words := squeeze(because)[:300]):
        raise Refused(BenefitReason.BECAUSE_NEEDED, "because")
    db.add(TrainingWithdrawal(support_id=newest, because=words, by_account=desk.account_id, at=now))
    about = log.About(newest, seeker_id=desk.seeker_id)
    log.record(db, Kind.BENEFIT_TRAINING_WITHDRAWN, about, by=by, at=now)
    return UUID(str(newest))
