"""Rows: placements, evidence, reversals. Nothing here is updated or deleted."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, code, key, maybe_ref, ref
from exchange.placements.codes import EvidenceLevel, EvidenceSource

PlacementId = NewType("PlacementId", UUID)


class Placement(SQLModel, table=True):
    """A person obtained a job. Four provinces are kept apart, so that between provinces it is counted once.

    `residence`, `workplace`: province codes as of `agreed_on`. `referring_id`: the centre that brought the person;
    `host_id`: the centre that hosted the fair. `turn`: one employer takes one person once at a fair, however many
    interviews said so; the next turn begins after the last was reversed. Two at once cannot both be turn 1.
    """

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("fair_id", "seeker_id", "employer_id", "turn"),
        Index(None, "fair_id", "referring_id"),
        Index(None, "agreed_on"),
        check("turn_counted", "turn > 0"),
    )

    id: PlacementId = key()
    seeker_id: UUID = ref("seekers.id", index=True)
    employer_id: UUID = ref("employers.id", index=True)
    vacancy_id: UUID = ref("vacancies.id", index=True)
    outcome_id: UUID | None = maybe_ref("outcomes.id", index=True)
    fair_id: UUID | None = maybe_ref("fairs.id")
    residence: str = Field(max_length=2)
    referring_id: UUID | None = maybe_ref("centres.id")
    host_id: UUID | None = maybe_ref("centres.id")
    workplace: str | None = Field(default=None, max_length=2)  # none: overseas, or no place named
    turn: int = 1
    agreed_on: date
    made_at: datetime
    made_by: UUID = ref("accounts.id")


class PlacementEvidence(SQLModel, table=True):
    """One step of evidence."""

    __tablename__ = "placement_evidence"

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id", index=True)
    level: EvidenceLevel = code(EvidenceLevel)
    source: EvidenceSource = code(EvidenceSource)
    on_day: date
    by_account: UUID = ref("accounts.id")
    at: datetime


class PlacementReversal(SQLModel, table=True):
    """A placement no longer counts, from a time, for a reason."""

    __tablename__ = "placement_reversals"

    placement_id: PlacementId = ref("placements.id", primary_key=True)
    because: str = Field(max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime
