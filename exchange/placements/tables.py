"""Rows: placements and all that is known of them. Nothing that counts is updated or deleted, only followed."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, code, key, maybe_ref, ref, unique_where
from exchange.placements.codes import (
    LONGEST_NAME,
    LONGEST_WORDS,
    Check,
    EndReason,
    EvidenceLevel,
    EvidenceSource,
    Origin,
)

PlacementId = NewType("PlacementId", UUID)


class Placement(SQLModel, table=True):
    """A person obtained a job, as one source told it. Two sources that tell of one job are joined.

    `employer_name`, `job_title`: by hand, where the register of employers or a vacancy has none.
    Four provinces are kept apart, so that between provinces it is counted once: `residence`, `workplace` are codes as
    of `agreed_on`; `referring_id`: the centre that brought the person; `host_id`: the centre that hosted the fair.
    `recorded_id`: whose staff wrote it down. `started_on`: as it was told first; evidence may know better. `turn`: one
    employer takes one person once at a fair, however many interviews said so; the next turn begins after the last was
    reversed. Two at once cannot both be turn 1. `made_by`: nobody where the employer answered a slip by its address.
    """

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("fair_id", "seeker_id", "employer_id", "turn"),
        UniqueConstraint("answer_id"),
        UniqueConstraint("declaration_id"),
        Index(None, "fair_id", "referring_id"),
        Index(None, "agreed_on"),
        Index(None, "started_on"),
        check("turn_counted", "turn > 0"),
        check("employed", "employer_id IS NOT NULL OR employer_name <> '' OR origin = 'declaration'"),
        check("of_fair", "(origin = 'fair') = (fair_id IS NOT NULL)"),
        check("of_referral", "(origin = 'referral') = (answer_id IS NOT NULL)"),
        check("of_declaration", "(origin = 'declaration') = (declaration_id IS NOT NULL)"),
    )

    id: PlacementId = key()
    seeker_id: UUID = ref("seekers.id", index=True)
    employer_id: UUID | None = maybe_ref("employers.id", index=True)
    employer_name: str = Field(default="", max_length=LONGEST_NAME)
    job_title: str = Field(default="", max_length=LONGEST_NAME)
    vacancy_id: UUID | None = maybe_ref("vacancies.id", index=True)
    origin: Origin = code(Origin)
    outcome_id: UUID | None = maybe_ref("outcomes.id", index=True)
    fair_id: UUID | None = maybe_ref("fairs.id")
    answer_id: UUID | None = maybe_ref("referral_answers.id")
    declaration_id: UUID | None = maybe_ref("job_search_declarations.id")
    residence: str = Field(max_length=2)
    referring_id: UUID | None = maybe_ref("centres.id")
    host_id: UUID | None = maybe_ref("centres.id")
    recorded_id: UUID | None = maybe_ref("centres.id")
    workplace: str | None = Field(default=None, max_length=2)  # none: overseas, or no place named
    overseas: bool = False
    turn: int = 1
    agreed_on: date
    started_on: date | None = None
    made_at: datetime
    made_by: UUID | None = maybe_ref("accounts.id")


class PlacementEvidence(SQLModel, table=True):
    """One step of evidence. `started_on`: the start of work as this step knows it; the newest step that knows it wins.

    `number`: of the contract or paper that was seen. `milestone`: which check, for level 3. `follow_up_id`: the asking
    after a referral that this repeats.
    """

    __tablename__ = "placement_evidence"
    __table_args__ = (
        UniqueConstraint("follow_up_id"),
        Index(None, "placement_id"),
        Index(None, "started_on"),
        check("checked", "(level = '3') = (milestone IS NOT NULL)"),
        check("proved", "level <> '2' OR number <> '' OR document_id IS NOT NULL"),
        check("written_by_whom", "by_account IS NOT NULL OR source = 'referral_answer'"),
    )

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id")
    level: EvidenceLevel = code(EvidenceLevel)
    source: EvidenceSource = code(EvidenceSource)
    milestone: Check | None = code(Check, default=None, nullable=True)
    on_day: date
    started_on: date | None = None
    number: str = Field(default="", max_length=60)
    document_id: UUID | None = maybe_ref("documents.id")
    follow_up_id: UUID | None = maybe_ref("referral_follow_ups.id")
    note: str = Field(default="", max_length=LONGEST_WORDS)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime


class EvidenceWithdrawal(SQLModel, table=True):
    """A step of evidence does not hold, for a reason."""

    __tablename__ = "placement_evidence_withdrawals"

    evidence_id: UUID = ref("placement_evidence.id", primary_key=True)
    because: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class PlacementEnd(SQLModel, table=True):
    """The person left the job. The placement counts as before: it was one. `follow_up_id`: as in evidence."""

    __tablename__ = "placement_ends"
    __table_args__ = (
        UniqueConstraint("follow_up_id"),
        Index(None, "placement_id"),
        check("other_with_words", "reason <> 'other' OR note <> ''"),
    )

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id")
    on_day: date
    reason: EndReason = code(EndReason)
    follow_up_id: UUID | None = maybe_ref("referral_follow_ups.id")
    note: str = Field(default="", max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class EndWithdrawal(SQLModel, table=True):
    """The person did not leave: the end was written down by mistake."""

    __tablename__ = "placement_end_withdrawals"

    end_id: UUID = ref("placement_ends.id", primary_key=True)
    because: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class PlacementReversal(SQLModel, table=True):
    """A placement no longer counts, from a time, for a reason."""

    __tablename__ = "placement_reversals"

    placement_id: PlacementId = ref("placements.id", primary_key=True)
    because: str = Field(max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime


class PlacementJoin(SQLModel, table=True):
    """Two entries tell of one placement: `gone` counts through `kept` until the join is undone.

    What stands is one step deep: a kept one is never gone itself. `by_account`: nobody where an employer's answer by
    the address on a slip was certainly of a placement that was known.
    """

    __tablename__ = "placement_joins"
    __table_args__ = (
        unique_where("uq_placement_joins_standing", "gone_id", where="undone_at IS NULL"),
        Index(None, "gone_id"),
        Index(None, "kept_id"),
        check("two_placements", "gone_id <> kept_id"),
    )

    id: UUID = key()
    gone_id: PlacementId = ref("placements.id")
    kept_id: PlacementId = ref("placements.id")
    because: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime
    undone_at: datetime | None = None
    undone_by: UUID | None = maybe_ref("accounts.id")
    undone_because: str = Field(default="", max_length=LONGEST_WORDS)


class PlacementStanding(SQLModel, table=True):
    """What counts now, one row per placement that stands: follows from the rows above, kept to be counted fast.

    Made again in the transaction of whatever changes it (`standings.refresh`); a test keeps it equal to a recount.
    """

    __tablename__ = "placement_standings"
    __table_args__ = (Index(None, "centre_id", "on_day"), Index(None, "on_day"), Index(None, "seeker_id"))

    placement_id: PlacementId = ref("placements.id", primary_key=True)
    seeker_id: UUID = ref("seekers.id")
    centre_id: UUID | None = maybe_ref("centres.id")
    on_day: date
    level: int
    residence: str = Field(max_length=2)
    workplace: str | None = Field(default=None, max_length=2)
    host_id: UUID | None = maybe_ref("centres.id")
    referring_id: UUID | None = maybe_ref("centres.id")
    overseas: bool
    origin: Origin = code(Origin)
    employer_id: UUID | None = maybe_ref("employers.id")
    vacancy_id: UUID | None = maybe_ref("vacancies.id")
