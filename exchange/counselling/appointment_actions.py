"""Seeing to an appointment: it is moved, done, was not kept, or is not needed any more. Each word is a row."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, func, select

from exchange.counselling import appointment_queries, appointment_rules
from exchange.counselling.access import ConsultationDesk
from exchange.counselling.actions import refuse_withdrawn
from exchange.counselling.appointment_tables import AppointmentStep
from exchange.counselling.codes import LONGEST_BECAUSE, Settled
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Refused
from exchange.kernel.given import Tidy
from exchange.seekers.tables import Seeker

_k = columns(AppointmentStep)
_LAST = select(func.max(_k.turn)).where(_k.consultation_id == bindparam("consultation"))


class SettledGiven(BaseModel):
    """What became of an appointment; `to_day` only where it was moved."""

    model_config = ConfigDict(frozen=True)

    settled: Settled
    to_day: date | None = None
    note: Annotated[str, Field(default="", max_length=LONGEST_BECAUSE), Tidy] = ""


def settle(db: Writing, desk: ConsultationDesk, given: SettledGiven, *, request_id: UUID | None, now: datetime) -> None:
    """Write down what became of the appointment that a consultation made. The same form twice is once.

    Raises Refused where there is none, it is settled already, or the new day cannot be.
    """
    hold(db, Seeker, desk.seeker_id)
    by, done = log.sent(db, desk.by(request_id), Kind.APPOINTMENT_SETTLED)
    if done == desk.consultation_id:
        return
    refuse_withdrawn(db, desk.consultation_id)
    to_day = given.to_day if given.settled is Settled.MOVED else None
    known = appointment_queries.appointment(db, desk)
    if wrong := appointment_rules.why_not_settled(known, given.settled, to_day, local_day(now)):
        raise Refused(*wrong)
    turn = (db.scalar(_LAST, {"consultation": desk.consultation_id}) or 0) + 1
    said: dict[str, Any] = {"turn": turn, "settled": given.settled, "to_day": to_day, "note": given.note}
    db.add(AppointmentStep(consultation_id=desk.consultation_id, **said, by_account=desk.account_id, at=now))
    about = log.About(desk.consultation_id, seeker_id=desk.seeker_id, facts={"settled": given.settled.value})
    log.record(db, Kind.APPOINTMENT_SETTLED, about, by=by, at=now)
