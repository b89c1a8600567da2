"""Rows: calls, interviews, messages, outcomes."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from exchange.booths.codes import CallAnswer, NotReason, OutcomeCode, ReferredTo, Speaker
from exchange.kernel.columns import check, key, maybe_ref, ref, unique_where
from exchange.kernel.columns import code as coded

CallId = NewType("CallId", UUID)
InterviewId = NewType("InterviewId", UUID)
OutcomeId = NewType("OutcomeId", UUID)
_UNANSWERED = text("answered_at IS NULL")


class Call(SQLModel, table=True):
    """A ticket is called by somebody at a time; the holder has until `answer_by`.

    Open from the call until it is declined or missed, or until its interview has an outcome. One open call per
    person over all booths, per ticket, and per caller.
    """

    __tablename__ = "calls"
    __table_args__ = (
        ForeignKeyConstraint(
            ["ticket_id", "booth_id", "fair_id", "seeker_id"],
            ["tickets.id", "tickets.booth_id", "tickets.fair_id", "tickets.seeker_id"],
        ),
        UniqueConstraint("id", "booth_id", "fair_id", "seeker_id"),
        unique_where("uq_calls_open_seeker", "seeker_id", where="closed_at IS NULL"),
        unique_where("uq_calls_open_ticket", "ticket_id", where="closed_at IS NULL"),
        unique_where("uq_calls_open_caller", "called_by", where="closed_at IS NULL"),
        Index("ix_calls_unanswered", "answer_by", sqlite_where=_UNANSWERED, postgresql_where=_UNANSWERED),
        Index(None, "booth_id", "called_at"),
        check("answered", "(answered_at IS NULL) = (answer IS NULL)"),
        check("declined_is_closed", "answer IS NULL OR answer = 'accepted' OR closed_at IS NOT NULL"),
    )

    id: CallId = key()
    ticket_id: UUID = ref("tickets.id", index=True)
    booth_id: UUID = ref("booths.id")
    fair_id: UUID = ref("fairs.id", index=True)
    seeker_id: UUID = ref("seekers.id")
    called_by: UUID = ref("accounts.id")
    called_at: datetime
    answer_by: datetime
    chosen_because: str = Field(default="", max_length=200)
    answered_at: datetime | None = None
    answer: CallAnswer | None = coded(CallAnswer, default=None, nullable=True)
    closed_at: datetime | None = None


class Interview(SQLModel, table=True):
    """An accepted call: the conversation. Ends when its outcome is given."""

    __tablename__ = "interviews"
    __table_args__ = (
        ForeignKeyConstraint(
            ["call_id", "booth_id", "fair_id", "seeker_id"],
            ["calls.id", "calls.booth_id", "calls.fair_id", "calls.seeker_id"],
        ),
        Index(None, "booth_id", "started_at"),
    )

    id: InterviewId = key()
    call_id: CallId = ref("calls.id", unique=True)
    booth_id: UUID = ref("booths.id")
    fair_id: UUID = ref("fairs.id", index=True)
    seeker_id: UUID = ref("seekers.id", index=True)
    interviewer: UUID = ref("accounts.id")
    started_at: datetime
    ended_at: datetime | None = None


class Message(SQLModel, table=True):
    """One line of the conversation."""

    __tablename__ = "messages"
    __table_args__ = (Index(None, "interview_id", "at"), check("said", "length(text) > 0"))

    id: UUID = key()
    interview_id: InterviewId = ref("interviews.id")
    speaker: Speaker = coded(Speaker)
    by_account: UUID = ref("accounts.id")
    text: str = Field(max_length=1000)
    at: datetime


class Outcome(SQLModel, table=True):
    """What came of an interview: one per interview, never changed. A mistake gets a correction."""

    __tablename__ = "outcomes"
    __table_args__ = (
        check("dated", "code <> 'second_interview' OR again_on IS NOT NULL"),
        check("explained", "code <> 'not_this_time' OR not_reason IS NOT NULL"),
        check("sent_on", "code <> 'referred' OR referred_to IS NOT NULL"),
        check("hired_for", "code <> 'hired' OR vacancy_id IS NOT NULL"),
    )

    id: OutcomeId = key()
    interview_id: InterviewId = ref("interviews.id", unique=True)
    code: OutcomeCode = coded(OutcomeCode)
    vacancy_id: UUID | None = maybe_ref("vacancies.id", index=True)
    again_on: date | None = None
    not_reason: NotReason | None = coded(NotReason, default=None, nullable=True)
    referred_to: ReferredTo | None = coded(ReferredTo, default=None, nullable=True)
    note: str = Field(default="", max_length=1000)
    by_account: UUID = ref("accounts.id")
    at: datetime


class OutcomeCorrection(SQLModel, table=True):
    """A later word on an outcome, with its reason. The newest counts; the old ones stay to be read."""

    __tablename__ = "outcome_corrections"
    __table_args__ = (
        Index(None, "outcome_id", "at"),
        check("dated", "code <> 'second_interview' OR again_on IS NOT NULL"),
        check("explained", "code <> 'not_this_time' OR not_reason IS NOT NULL"),
        check("sent_on", "code <> 'referred' OR referred_to IS NOT NULL"),
        check("hired_for", "code <> 'hired' OR vacancy_id IS NOT NULL"),
        check("because", "length(because) > 0"),
    )

    id: UUID = key()
    outcome_id: OutcomeId = ref("outcomes.id")
    code: OutcomeCode = coded(OutcomeCode)
    vacancy_id: UUID | None = maybe_ref("vacancies.id")
    again_on: date | None = None
    not_reason: NotReason | None = coded(NotReason, default=None, nullable=True)
    referred_to: ReferredTo | None = coded(ReferredTo, default=None, nullable=True)
    because: str = Field(max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime
