"""Rows: vacancies, their workplaces, reviews, and what imports left behind."""

from datetime import date, datetime
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import (
    Contract,
    Currency,
    Education,
    Experience,
    Position,
    Verdict,
    WageKind,
    WagePer,
    WorkForm,
)
from exchange.vacancies.index_tables import VacancyIndex as VacancyIndex  # one room: whoever loads rows loads both

VacancyId = NewType("VacancyId", UUID)
_OPEN = text("published_at IS NOT NULL AND closed_at IS NULL")


def _amount() -> Any:
    return Field(default=None, sa_type=BigInteger, nullable=True)


class Vacancy(SQLModel, table=True):
    """A job order (form 03a). Several people may be wanted: `openings`.

    Written part by part, so what a draft has not answered yet is null or "not stated"; so is what an advertisement
    taken from elsewhere does not say. What it lacks before it may be sent, `rules.missing_parts` tells.
    """

    __tablename__ = "vacancies"
    __table_args__ = (
        check("openings_counted", "openings > 0"),
        check("wage_stated", "wage_kind <> 'stated' OR coalesce(wage_low, wage_high) IS NOT NULL"),
        check("published_until", "published_at IS NULL OR expires_on IS NOT NULL"),
        check("wage_order", "wage_low IS NULL OR wage_high IS NULL OR wage_low <= wage_high"),
        UniqueConstraint("source", "source_key"),
        Index("ix_vacancies_open", "published_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index(None, "employer_id", "created_at"),
    )

    id: VacancyId = key()
    employer_id: UUID = ref("employers.id")
    centre_id: UUID | None = maybe_ref("centres.id", index=True)
    title: str = Field(max_length=200)
    description: str = Field(default="", max_length=8000)
    requirements: str = Field(default="", max_length=4000)
    occupation_code: str | None = Field(default=None, max_length=4, index=True)
    position: Position = code(Position, default=Position.STAFF)
    openings: int = 1
    wage_kind: WageKind = code(WageKind, default=WageKind.NOT_STATED)
    wage_low: int | None = _amount()
    wage_high: int | None = _amount()
    wage_per: WagePer = code(WagePer, default=WagePer.MONTH)
    currency: Currency = code(Currency, default=Currency.VND)
    education: Education | None = code(Education, default=None, nullable=True)
    qualification: Qualification | None = code(Qualification, default=None, nullable=True)
    experience: Experience | None = code(Experience, default=None, nullable=True)
    contract: Contract = code(Contract, default=Contract.NOT_STATED)
    work_form: WorkForm = code(WorkForm, default=WorkForm.FULL_TIME)
    shifts: bool = False
    overseas: bool = False
    benefits: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    priorities: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    contact_name: str = Field(default="", max_length=120)
    contact_phone: str = Field(default="", max_length=16)
    contact_email: str = Field(default="", max_length=254)
    expires_on: date | None = None
    source: str | None = Field(default=None, max_length=60)
    source_key: str | None = Field(default=None, max_length=64)
    source_print: str | None = Field(default=None, max_length=64)
    created_at: datetime
    created_by: UUID | None = bare_id()
    submitted_at: datetime | None = None
    published_at: datetime | None = None
    closed_at: datetime | None = None


class VacancyPlace(SQLModel, table=True):
    """Where the work is: a province as of the day the vacancy was made, and the rest as the employer wrote it."""

    __tablename__ = "vacancy_places"
    __table_args__ = (Index(None, "province_code", "vacancy_id"),)

    vacancy_id: VacancyId = ref("vacancies.id", primary_key=True)
    province_code: str = Field(max_length=2, primary_key=True)
    rank: int = 0  # the order in which the employer named them
    address: str = Field(default="", max_length=200)


class VacancyReview(SQLModel, table=True):
    """One verdict of a centre. A returned vacancy may be sent again, and gets another."""

    __tablename__ = "vacancy_reviews"

    id: UUID = key()
    vacancy_id: VacancyId = ref("vacancies.id", index=True)
    verdict: Verdict = code(Verdict)
    reason: str = Field(default="", max_length=1000)
    findings: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    by_account: UUID = ref("accounts.id")
    at: datetime


class ImportRun(SQLModel, table=True):
    """One file read in: how many rows went which way, and the row-wise report.

    Each row is counted once: taken without a doubt, taken with one, changed since an earlier run, unchanged, refused.
    """

    __tablename__ = "import_runs"

    id: UUID = key()
    file_name: str = Field(max_length=200)
    at: datetime
    taken: int
    warned: int
    changed: int
    unchanged: int
    refused: int
    report: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
