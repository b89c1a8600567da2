"""Rows: booths, who staffs them, tickets."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.booths.codes import Mode, TicketEnd
from exchange.kernel.columns import bare_id, check, code, key, ref, unique_where
from exchange.seekers.codes import Channel

BoothId = NewType("BoothId", UUID)
TicketId = NewType("TicketId", UUID)


class Booth(SQLModel, table=True):
    """An employer's place at a fair, brought by one of the sites."""

    __tablename__ = "booths"
    __table_args__ = (
        UniqueConstraint("id", "fair_id"),
        UniqueConstraint("fair_id", "employer_id"),
        UniqueConstraint("fair_id", "number"),
        ForeignKeyConstraint(["fair_id", "centre_id"], ["fair_sites.fair_id", "fair_sites.centre_id"]),
    )

    id: BoothId = key()
    fair_id: UUID = ref("fairs.id")
    centre_id: UUID = ref("centres.id")
    employer_id: UUID = ref("employers.id", index=True)
    number: int
    mode: Mode = code(Mode)
    last_ticket: int = 0
    created_at: datetime


class BoothVacancy(SQLModel, table=True):
    """A vacancy shown at a booth, in the order the employer wants."""

    __tablename__ = "booth_vacancies"

    booth_id: BoothId = ref("booths.id", primary_key=True)
    vacancy_id: UUID = ref("vacancies.id", primary_key=True)
    rank: int = 0


class Shift(SQLModel, table=True):
    """Somebody sits at the booth, from a time until a time. `seen_at` is the last sign of life of their page."""

    __tablename__ = "shifts"
    __table_args__ = (
        unique_where("uq_shifts_open", "booth_id", "account_id", where="ended_at IS NULL"),
        Index(None, "booth_id", "started_at"),
    )

    id: UUID = key()
    booth_id: BoothId = ref("booths.id")
    account_id: UUID = ref("accounts.id")
    started_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None


class Ticket(SQLModel, table=True):
    """A person's place in a booth's line. It belongs to the person: no socket, device or process owns it.

    `number` is what people see and never changes; `place` orders the line (number × 1000 at first; stepping back or
    missing a call moves it behind the second ticket after).
    """

    __tablename__ = "tickets"
    __table_args__ = (
        ForeignKeyConstraint(["booth_id", "fair_id"], ["booths.id", "booths.fair_id"]),
        UniqueConstraint("booth_id", "number"),
        UniqueConstraint("id", "booth_id", "fair_id", "seeker_id"),
        unique_where("uq_tickets_open", "booth_id", "seeker_id", where="closed_at IS NULL"),
        Index(None, "booth_id", "place"),
        Index(None, "seeker_id", "joined_at"),
        check("closed", "(closed_at IS NULL) = (ended_as IS NULL)"),
    )

    id: TicketId = key()
    booth_id: BoothId = ref("booths.id")
    fair_id: UUID = ref("fairs.id", index=True)
    seeker_id: UUID = ref("seekers.id")
    number: int
    place: int
    short_code: str = Field(max_length=8, unique=True)
    channel: Channel = code(Channel)
    joined_at: datetime
    taken_by: UUID | None = bare_id()
    missed: int = 0
    closed_at: datetime | None = None
    ended_as: TicketEnd | None = code(TicketEnd, default=None, nullable=True)
