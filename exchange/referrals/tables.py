"""Rows: referral slips and what happened to them. Nothing here is updated or deleted; states are computed."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, code, key, maybe_ref, ref
from exchange.referrals.codes import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_WORDS,
    AgreedContract,
    Answered,
    AnswerSource,
    AskedHow,
    Found,
    Milestone,
    NotHiredBecause,
    PresentedSource,
)
from exchange.seekers.tables import SeekerId

ReferralId = NewType("ReferralId", UUID)
AnswerId = NewType("AnswerId", UUID)


class Referral(SQLModel, table=True):
    """A numbered slip that sends one person to one employer, as it was handed out.

    `number` counts within the centre and the year of issue; `province_code`: the centre's, as of `issued_on`, printed
    before it. `employer`, `address`, `position` stand on the paper as they were then; for a vacancy of the register
    `vacancy_id` and `employer_id` say whose. `consultation_id`: the first telling of what it came from.
    `issued_by`, `client_key`: one saving in a browser; sent twice, it is one slip.
    """

    __tablename__ = "referrals"
    __table_args__ = (
        UniqueConstraint("centre_id", "year", "number"),
        UniqueConstraint("issued_by", "client_key"),
        Index(None, "centre_id", "issued_on"),
        Index(None, "issued_on"),
        check("numbered", "number > 0"),
        check("addressed", "employer <> '' AND position <> ''"),
        check("valid_from_issue", "valid_until >= issued_on"),
        check("vacancy_has_employer", "(vacancy_id IS NULL) = (employer_id IS NULL)"),
    )

    id: ReferralId = key()
    centre_id: UUID = ref("centres.id")
    year: int
    number: int
    province_code: str = Field(max_length=2)
    seeker_id: SeekerId = ref("seekers.id", index=True)
    consultation_id: UUID | None = maybe_ref("consultations.id", index=True)
    vacancy_id: UUID | None = maybe_ref("vacancies.id", index=True)
    employer_id: UUID | None = maybe_ref("employers.id", index=True)
    employer: str = Field(max_length=LONGEST_NAME)
    address: str = Field(default="", max_length=LONGEST_ADDRESS)
    position: str = Field(max_length=LONGEST_NAME)
    issued_on: date
    valid_until: date
    issued_by: UUID = ref("accounts.id")
    client_key: UUID
    at: datetime


class ReferralLink(SQLModel, table=True):
    """The address under which the employer answers; the highest `turn` is the one that opens.

    Only a digest of its secret is kept: the secret is made again from the row's id and the operator's key.
    """

    __tablename__ = "referral_links"
    __table_args__ = (UniqueConstraint("referral_id", "turn"), check("turn_counted", "turn > 0"))

    id: UUID = key()
    referral_id: ReferralId = ref("referrals.id")
    turn: int = 1
    secret_hash: bytes = Field(unique=True)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ReferralPresentation(SQLModel, table=True):
    """The person brought the slip to the employer. `by_account`: nobody where the employer said so on its page."""

    __tablename__ = "referral_presentations"
    __table_args__ = (check("said_by_whom", "by_account IS NOT NULL OR source = 'employer'"),)

    referral_id: ReferralId = ref("referrals.id", primary_key=True)
    on_day: date
    source: PresentedSource = code(PresentedSource)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime


class ReferralAnswer(SQLModel, table=True):
    """What the employer said. A later `turn` follows a revoked one; two at once cannot both be turn 1.

    `on_day`: the day of the employer's word, on paper as written there. `said_by`: who speaks for the employer.
    `by_account`: the staff who wrote it down; nobody where the employer wrote it.
    """

    __tablename__ = "referral_answers"
    __table_args__ = (
        UniqueConstraint("referral_id", "turn"),
        UniqueConstraint("referral_id", "client_key"),
        UniqueConstraint("id", "referral_id"),
        check("turn_counted", "turn > 0"),
        check("hired_with_day", "(answer = 'hired') = (started_on IS NOT NULL)"),
        check("hired_with_contract", "(answer = 'hired') = (contract IS NOT NULL)"),
        check("not_hired_with_cause", "(answer = 'not_hired') = (cause IS NOT NULL)"),
        check("other_with_words", "coalesce(cause, '') <> 'other' OR words <> ''"),
        check("written_by_whom", "(source = 'link') = (by_account IS NULL)"),
    )

    id: AnswerId = key()
    referral_id: ReferralId = ref("referrals.id")
    turn: int = 1
    answer: Answered = code(Answered)
    started_on: date | None = None
    contract: AgreedContract | None = code(AgreedContract, default=None, nullable=True)
    cause: NotHiredBecause | None = code(NotHiredBecause, default=None, nullable=True)
    words: str = Field(default="", max_length=LONGEST_WORDS)
    said_by: str = Field(max_length=120)
    source: AnswerSource = code(AnswerSource)
    on_day: date
    client_key: UUID
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime


class ReferralAnswerRevocation(SQLModel, table=True):
    """An answer no longer stands, for a reason; the slip may be answered again."""

    __tablename__ = "referral_answer_revocations"

    answer_id: AnswerId = ref("referral_answers.id", primary_key=True)
    because: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ReferralCancellation(SQLModel, table=True):
    """A slip that no longer holds, for a reason. It keeps its number and counts no more."""

    __tablename__ = "referral_cancellations"

    referral_id: ReferralId = ref("referrals.id", primary_key=True)
    because: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ReferralFollowUp(SQLModel, table=True):
    """A centre asked whether a person who was hired is still at work. Who was not reached is asked again."""

    __tablename__ = "referral_follow_ups"
    __table_args__ = (
        ForeignKeyConstraint(["answer_id", "referral_id"], ["referral_answers.id", "referral_answers.referral_id"]),
        UniqueConstraint("answer_id", "milestone", "turn"),
        check("turn_counted", "turn > 0"),
    )

    id: UUID = key()
    referral_id: ReferralId = ref("referrals.id", index=True)
    answer_id: AnswerId = ref("referral_answers.id")
    milestone: Milestone = code(Milestone)
    turn: int = 1
    found: Found = code(Found)
    how: AskedHow = code(AskedHow)
    on_day: date
    note: str = Field(default="", max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime
