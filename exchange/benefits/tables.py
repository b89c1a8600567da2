"""Rows: benefit claims and what happened to them. Nothing here is changed: a mistake is followed by another row."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.benefits.codes import (
    Appraised,
    ClaimOrigin,
    DeclaredState,
    EndGround,
    EventKind,
    RefusalGround,
    Verdict,
)
from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref, unique_where
from exchange.seekers.codes import Channel

ClaimId = NewType("ClaimId", UUID)


class BenefitClaim(SQLModel, table=True):
    """A file for unemployment benefit. `number` counts within the centre and the year of receipt.

    `other_province`: where the person or the benefit comes from, a code as of `received_on`.
    """

    __tablename__ = "benefit_claims"
    __table_args__ = (
        UniqueConstraint("centre_id", "year", "number"),
        Index(None, "centre_id", "received_on"),
        check("numbered", "number > 0"),
        check("contract_ended", "contract_ended_on <= received_on"),
        check("from_elsewhere", "(origin = 'here') = (other_province IS NULL)"),
    )

    id: ClaimId = key()
    seeker_id: UUID = ref("seekers.id", index=True)
    centre_id: UUID = ref("centres.id")
    year: int
    number: int
    received_on: date
    contract_ended_on: date
    origin: ClaimOrigin = code(ClaimOrigin)
    other_province: str | None = Field(default=None, max_length=2)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ClaimWithdrawal(SQLModel, table=True):
    """A claim was taken in by mistake, with a whole file: it counts no longer and nothing can be done with it."""

    __tablename__ = "claim_withdrawals"

    claim_id: ClaimId = ref("benefit_claims.id", primary_key=True)
    because: str = Field(max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ClaimAppraisal(SQLModel, table=True):
    """Somebody looked through a claim. The newest counts."""

    __tablename__ = "claim_appraisals"
    __table_args__ = (UniqueConstraint("claim_id", "turn"), check("turn", "turn > 0"))

    id: UUID = key()
    claim_id: ClaimId = ref("benefit_claims.id")
    turn: int
    found: Appraised = code(Appraised)
    on_day: date
    note: str = Field(default="", max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ClaimDecision(SQLModel, table=True):
    """A decision on a claim; the one with the highest `turn` stands, the others stay to be read.

    `monthly` in đồng. `by_account` is absent where a file from the insurer said it.
    """

    __tablename__ = "claim_decisions"
    __table_args__ = (
        UniqueConstraint("claim_id", "turn"),
        UniqueConstraint("id", "claim_id"),
        UniqueConstraint("corrects_id"),
        ForeignKeyConstraint(["corrects_id", "claim_id"], ["claim_decisions.id", "claim_decisions.claim_id"]),
        Index(None, "on_day"),
        check("turn", "turn > 0 AND (turn = 1) = (corrects_id IS NULL)"),
        check("because", "(corrects_id IS NULL) = (because = '')"),
        check("months", "(verdict = 'granted') = (months IS NOT NULL) AND (months IS NULL OR months BETWEEN 3 AND 12)"),
        check("monthly", "(verdict = 'granted') = (monthly IS NOT NULL) AND (monthly IS NULL OR monthly > 0)"),
        check("days", "(verdict = 'granted') = (from_on IS NOT NULL) AND (from_on IS NULL) = (to_on IS NULL)"),
        check("lasts", "to_on IS NULL OR to_on > from_on"),
        check("refused", "(verdict = 'refused') = (refusal IS NOT NULL)"),
        check("cancelled", "verdict <> 'cancelled' OR corrects_id IS NOT NULL"),
    )

    id: UUID = key()
    claim_id: ClaimId = ref("benefit_claims.id")
    turn: int
    verdict: Verdict = code(Verdict)
    number: str = Field(min_length=1, max_length=60)
    on_day: date
    months: int | None = None
    monthly: int | None = Field(default=None, sa_type=BigInteger)
    from_on: date | None = None
    to_on: date | None = None
    refusal: RefusalGround | None = code(RefusalGround, default=None, nullable=True)
    corrects_id: UUID | None = bare_id()
    because: str = Field(default="", max_length=300)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime


class BenefitEvent(SQLModel, table=True):
    """A granted benefit was suspended, resumed, ended or moved; numbered within its claim so that no two race.

    A row of kind `withdrawn` takes back the row it names. `province`: a code as of `on_day`.
    """

    __tablename__ = "benefit_events"
    __table_args__ = (
        UniqueConstraint("claim_id", "turn"),
        UniqueConstraint("id", "claim_id"),
        UniqueConstraint("withdraws_id"),
        ForeignKeyConstraint(["withdraws_id", "claim_id"], ["benefit_events.id", "benefit_events.claim_id"]),
        Index(None, "on_day"),
        check("turn", "turn > 0"),
        check("ground", "(kind = 'ended') = (ground IS NOT NULL)"),
        check("place", "(kind IN ('moved_out', 'moved_in')) = (province IS NOT NULL)"),
        check("withdraws", "(kind = 'withdrawn') = (withdraws_id IS NOT NULL)"),
        check("because", "kind <> 'withdrawn' OR length(note) > 0"),
    )

    id: UUID = key()
    claim_id: ClaimId = ref("benefit_claims.id")
    turn: int
    kind: EventKind = code(EventKind)
    on_day: date
    ground: EndGround | None = code(EndGround, default=None, nullable=True)
    province: str | None = Field(default=None, max_length=2)
    decision: str = Field(default="", max_length=60)
    note: str = Field(default="", max_length=300)
    withdraws_id: UUID | None = bare_id()
    by_account: UUID = ref("accounts.id")
    at: datetime


class TrainingSupport(SQLModel, table=True):
    """A decision to support the vocational training of somebody with a claim (employment law 2013, articles 54 to 56).

    `monthly` in đồng; the money is the insurer's.
    """

    __tablename__ = "training_supports"
    __table_args__ = (
        UniqueConstraint("claim_id", "number"),
        Index(None, "on_day"),
        check("months", "months BETWEEN 1 AND 6"),
        check("monthly", "monthly IS NULL OR monthly > 0"),
    )

    id: UUID = key()
    claim_id: ClaimId = ref("benefit_claims.id")
    number: str = Field(min_length=1, max_length=60)
    on_day: date
    trade: str = Field(min_length=1, max_length=120)
    school: str = Field(default="", max_length=160)
    months: int
    monthly: int | None = Field(default=None, sa_type=BigInteger)
    by_account: UUID = ref("accounts.id")
    at: datetime


class TrainingWithdrawal(SQLModel, table=True):
    """A decision on training was taken back, or written down by mistake: it counts no longer, and stays."""

    __tablename__ = "training_withdrawals"

    support_id: UUID = ref("training_supports.id", primary_key=True)
    because: str = Field(min_length=1, max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime


class JobSearchDeclaration(SQLModel, table=True):
    """A recipient's monthly word on looking for work. One per claim and month; a later row may correct it.

    `contacts`: the employers that were contacted, one a line. `due_from`, `due_to`: the window as it was then.
    """

    __tablename__ = "job_search_declarations"
    __table_args__ = (
        unique_where("uq_job_search_declarations_first", "claim_id", "month", where="corrects_id IS NULL"),
        UniqueConstraint("id", "claim_id", "month"),
        UniqueConstraint("corrects_id"),
        ForeignKeyConstraint(
            ["corrects_id", "claim_id", "month"],
            ["job_search_declarations.id", "job_search_declarations.claim_id", "job_search_declarations.month"],
        ),
        check("month", "month BETWEEN 1 AND 12"),
        check("window", "due_to >= due_from AND declared_on >= due_from"),
        check("job", "(state = 'has_job') = (job_from IS NOT NULL)"),
    )

    id: UUID = key()
    claim_id: ClaimId = ref("benefit_claims.id")
    month: int
    due_from: date
    due_to: date
    declared_on: date
    channel: Channel = code(Channel)
    state: DeclaredState = code(DeclaredState)
    contacts: str = Field(default="", sa_type=Text)
    about: str = Field(default="", max_length=300)
    job_from: date | None = None
    corrects_id: UUID | None = bare_id()
    by_account: UUID = ref("accounts.id")
    at: datetime
