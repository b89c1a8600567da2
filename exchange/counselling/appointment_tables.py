"""Rows: what became of appointments. The day of one is in its consultation, or in the last row that moved it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.counselling.codes import LONGEST_BECAUSE, Settled
from exchange.counselling.tables import ConsultationId
from exchange.kernel.columns import check, code, key, ref


class AppointmentStep(SQLModel, table=True):
    """The appointment that a consultation (its first telling) made was moved, or is settled. The newest row stands."""

    __tablename__ = "appointment_steps"
    __table_args__ = (
        UniqueConstraint("consultation_id", "turn"),
        check("turn", "turn > 0"),
        check("moved_to", "(settled = 'moved') = (to_day IS NOT NULL)"),
    )

    id: UUID = key()
    consultation_id: ConsultationId = ref("consultations.id")
    turn: int
    settled: Settled = code(Settled)
    to_day: date | None = None
    note: str = Field(default="", max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime
