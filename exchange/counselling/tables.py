"""Rows: consultations with their topics, notes and withdrawals. Nothing here is updated or deleted."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.counselling.codes import (
    LONGEST_BECAUSE,
    LONGEST_NOTE,
    MOST_MINUTES,
    ClientKind,
    Privacy,
    Result,
    Topic,
    Way,
)
from exchange.kernel.columns import bare_id, check, code, key, ref
from exchange.seekers.tables import SeekerId

ConsultationId = NewType("ConsultationId", UUID)


class Consultation(SQLModel, table=True):
    """One person was counselled, as it was first told or as it was told again (`corrects_id`, `because`).

    `first_id`: the first telling, itself for the first; what is said of a consultation as a whole hangs on it. The
    telling that no other corrects stands. `on_day`: the local day of the event, by which everything is counted.
    `province_code` as of `on_day`; `commune`: the district until June 2025. `made_by`, `client_key`: one saving in
    the browser of whoever wrote; a saving that is sent twice is one row.
    """

    __tablename__ = "consultations"
    __table_args__ = (
        UniqueConstraint("made_by", "client_key"),
        UniqueConstraint("corrects_id"),
        UniqueConstraint("id", "first_id"),
        ForeignKeyConstraint(["corrects_id", "first_id"], ["consultations.id", "consultations.first_id"]),
        Index(None, "centre_id", "on_day"),
        Index(None, "centre_id", "next_on"),
        Index(None, "seeker_id", "on_day"),
        Index(None, "on_day"),
        check("minutes_possible", f"minutes BETWEEN 1 AND {MOST_MINUTES}"),
        check("next_later", "next_on IS NULL OR next_on > on_day"),
        check("appointment_has_day", "result <> 'appointment' OR next_on IS NOT NULL"),
        check("corrected_with_reason", "(corrects_id IS NULL) = (because = '')"),
        check("first_corrects_nothing", "(corrects_id IS NULL) = (first_id = id)"),
    )

    id: ConsultationId = key()
    first_id: ConsultationId = ref("consultations.id", index=True)
    corrects_id: ConsultationId | None = bare_id()  # of the same consultation: referred to with `first_id`
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    seeker_id: SeekerId = ref("seekers.id")
    centre_id: UUID = ref("centres.id")
    counsellor_id: UUID = ref("accounts.id", index=True)
    on_day: date
    client_kind: ClientKind = code(ClientKind)
    way: Way = code(Way)
    province_code: str = Field(max_length=2)
    commune: str = Field(default="", max_length=80)
    minutes: int
    result: Result = code(Result)
    next_on: date | None = None
    made_by: UUID = ref("accounts.id")
    client_key: UUID
    at: datetime


class ConsultationTopic(SQLModel, table=True):
    """One topic of one telling."""

    __tablename__ = "consultation_topics"

    consultation_id: ConsultationId = ref("consultations.id", primary_key=True)
    topic: Topic = code(Topic, primary_key=True)


class ConsultationNote(SQLModel, table=True):
    """One version of the counsellor's note on a consultation (its first telling); the newest is the note."""

    __tablename__ = "consultation_notes"
    __table_args__ = (
        UniqueConstraint("consultation_id", "version"),
        check("version_counted", "version > 0"),
        check("has_words", "words <> ''"),
    )

    id: UUID = key()
    consultation_id: ConsultationId = ref("consultations.id")
    version: int
    words: str = Field(max_length=LONGEST_NOTE)
    privacy: Privacy = code(Privacy)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ConsultationWithdrawal(SQLModel, table=True):
    """A consultation (its first telling) did not happen or was written down twice: it no longer counts, and stays."""

    __tablename__ = "consultation_withdrawals"

    consultation_id: ConsultationId = ref("consultations.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime
