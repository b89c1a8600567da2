"""Rows: cohorts of demobilised soldiers, their members, what was done with each. Nothing is changed or deleted."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.cohorts.codes import (
    LONGEST_BATCH,
    LONGEST_COMMUNE,
    LONGEST_TRADE,
    LONGEST_UNIT,
    LONGEST_WORDS,
    InvitedBy,
    JoinedBy,
    Path,
    StepKind,
)
from exchange.counselling.codes import LONGEST_BECAUSE
from exchange.kernel.columns import check, code, key, ref
from exchange.seekers.tables import SeekerId

CohortId = NewType("CohortId", UUID)


class Cohort(SQLModel, table=True):
    """A batch of soldiers who were discharged on a day. `unit`, `commune`: empty where there are several.

    `province_code` as of `discharged_on`. `batch_fold` … keep two spellings of one batch from being two cohorts.
    """

    __tablename__ = "cohorts"
    __table_args__ = (
        UniqueConstraint("centre_id", "batch_fold", "unit_fold", "commune_fold"),
        check("has_batch", "batch <> ''"),
    )

    id: CohortId = key()
    centre_id: UUID = ref("centres.id")
    batch: str = Field(max_length=LONGEST_BATCH)
    batch_fold: str = Field(max_length=LONGEST_BATCH)
    unit: str = Field(default="", max_length=LONGEST_UNIT)
    unit_fold: str = Field(default="", max_length=LONGEST_UNIT)
    commune: str = Field(default="", max_length=LONGEST_COMMUNE)
    commune_fold: str = Field(default="", max_length=LONGEST_COMMUNE)
    province_code: str = Field(max_length=2)
    discharged_on: date
    made_by: UUID = ref("accounts.id")
    at: datetime


class CohortMember(SQLModel, table=True):
    """Somebody belongs to a cohort. `unit`, `commune`: as its paper says; the register has the soldier's own papers.

    `turn`: after leaving they may be put in again.
    """

    __tablename__ = "cohort_members"
    __table_args__ = (UniqueConstraint("cohort_id", "seeker_id", "turn"), check("turn_counted", "turn > 0"))

    id: UUID = key()
    cohort_id: CohortId = ref("cohorts.id")
    seeker_id: SeekerId = ref("seekers.id", index=True)
    turn: int = 1
    unit: str = Field(default="", max_length=LONGEST_UNIT)
    commune: str = Field(default="", max_length=LONGEST_COMMUNE)
    discharged_on: date
    how: JoinedBy = code(JoinedBy)
    by_account: UUID = ref("accounts.id")
    at: datetime


class CohortLeaving(SQLModel, table=True):
    """Somebody was put into a cohort by mistake."""

    __tablename__ = "cohort_leavings"

    member_id: UUID = ref("cohort_members.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


class CohortStep(SQLModel, table=True):
    """Something was done with somebody of a cohort. `place`: the school, or the employer; `words`: who says so."""

    __tablename__ = "cohort_steps"
    __table_args__ = (
        Index(None, "member_id", "kind"),
        check("invited_somehow", "(kind = 'invited') = (how IS NOT NULL)"),
        check("path_said", "(kind = 'path') = (path IS NOT NULL)"),
        check("trained_in_something", "kind <> 'trained' OR (trade <> '' AND place <> '')"),
        check("placed_by_word", "kind <> 'placed' OR (place <> '' AND words <> '')"),
        check("ends_after", "until IS NULL OR (kind = 'trained' AND until >= on_day)"),
    )

    id: UUID = key()
    member_id: UUID = ref("cohort_members.id")
    kind: StepKind = code(StepKind)
    on_day: date
    how: InvitedBy | None = code(InvitedBy, default=None, nullable=True)
    path: Path | None = code(Path, default=None, nullable=True)
    voucher: str = Field(default="", max_length=60)
    trade: str = Field(default="", max_length=LONGEST_TRADE)
    place: str = Field(default="", max_length=LONGEST_TRADE)
    until: date | None = None
    words: str = Field(default="", max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class CohortStepWithdrawal(SQLModel, table=True):
    """A step was written down by mistake."""

    __tablename__ = "cohort_step_withdrawals"

    step_id: UUID = ref("cohort_steps.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime
