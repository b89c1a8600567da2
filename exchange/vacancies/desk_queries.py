"""What employers and centres ask about vacancies that are written, wait, or run."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, or_, select

from exchange.accounts.tables import Account
from exchange.centres.access import StaffDesk
from exchange.employers.access import EmployerDesk
from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.vacancies import rules, wording
from exchange.vacancies.access import ReviewDesk, VacancyDesk, owning
from exchange.vacancies.codes import Part, VacancyState, Verdict
from exchange.vacancies.openings import left
from exchange.vacancies.queries import RETURNED, VacancyView, places_of, row_to_view, state_of, view_of
from exchange.vacancies.tables import Vacancy, VacancyReview
from exchange.vacancies.wording import Finding

_v, _e, _r, _a = columns(Vacancy), columns(Employer), columns(VacancyReview), columns(Account)


class DeskRow(msgspec.Struct, frozen=True):
    """A vacancy in its employer's list."""

    id: UUID
    title: str
    state: VacancyState
    openings: int
    openings_left: int
    expires_on: date | None


class Review(msgspec.Struct, frozen=True):
    """A verdict as the employer reads it."""

    verdict: Verdict
    reason: str
    by: str
    at: datetime


class Draft(msgspec.Struct, frozen=True):
    """A vacancy in its employer's hands. `answers`: the columns of the form, by name; `places`: (code, address)."""

    id: UUID
    title: str
    employer_id: UUID
    employer: str
    state: VacancyState
    missing: tuple[Part, ...]
    answers: dict[str, Any]
    places: list[tuple[str, str]]
    findings: tuple[Finding, ...]
    reviews: list[Review]
    openings_left: int


class WaitingRow(msgspec.Struct, frozen=True):
    """A vacancy in a centre's review list. `first`: nothing of this employer was approved before."""

    id: UUID
    title: str
    employer: str
    first: bool
    findings: int
    since: datetime


class UnderReview(msgspec.Struct, frozen=True):
    """A vacancy as its reviewer reads it."""

    vacancy: VacancyView
    first: bool
    findings: tuple[Finding, ...]
    reviews: list[Review]
    contact: str
    contact_phone: str
    contact_email: str
    since: datetime | None


_TIMES = ("submitted_at", "published_at", "closed_at", "expires_on")
_TEXTS = ("title", "description", "requirements")
_OWN = (
    select(
        _v.id,
        _v.openings,
        _v.title,
        *(_v[name] for name in _TIMES),
        RETURNED.label("returned_at"),
        left().label("left"),
    )
    .where(_v.employer_id == bindparam("employer"))
    .order_by(_v.created_at.desc(), _v.id.desc())
    .limit(bindparam("most"))
)
_earlier = Vacancy.__table__.alias("earlier").c  # type: ignore[attr-defined]
_APPROVED = (
    select(_earlier.id).where(_earlier.employer_id == _v.employer_id, _earlier.published_at.is_not(None)).exists()
)
_WAITING = (
    select(
        _v.id, *(_v[name] for name in _TEXTS), _v.submitted_at, _e.name.label("employer"), _APPROVED.label("approved")
    )
    .join(Employer, _e.id == _v.employer_id)
    .where(
        or_(owning == bindparam("centre"), owning.is_(None)),
        _v.submitted_at.is_not(None),
        _v.published_at.is_(None),
        _v.closed_at.is_(None),
        or_(RETURNED.is_(None), _v.submitted_at > RETURNED),
    )
    .order_by(_v.submitted_at, _v.id)
    .limit(bindparam("most"))
)
_REVIEWS = (
    select(_r.verdict, _r.reason, _a.name, _r.at)
    .join(Account, _a.id == _r.by_account)
    .where(_r.vacancy_id == bindparam("vacancy"))
    .order_by(_r.at.desc(), _r.id.desc())
)


def findings_of(row: Any) -> tuple[Finding, ...]:
    """What the wording rules find in the texts of a vacancy's row."""
    return wording.findings({field: getattr(row, field) for field in _TEXTS})


def answers_of(db: Reading, row: Any) -> rules.Answers:
    """Which parts of a vacancy's row have been answered."""
    same = ("description", "occupation_code", "wage_kind", "qualification", "overseas", "contract")
    places = len(places_of(db, [row.id]).get(row.id, []))
    asked = {name: getattr(row, name) for name in (*same, "contact_name", "expires_on")}
    return rules.Answers(places=places, **asked)


def vacancies_of(db: Reading, desk: EmployerDesk, *, now: datetime, most: int = 500) -> list[DeskRow]:
    """An employer's vacancies, the newest first."""
    rows = db.execute(_OWN, {"employer": desk.employer_id, "most": most})
    today = local_day(now)
    return [DeskRow(v.id, v.title, state_of(v, today), v.openings, max(0, v.left), v.expires_on) for v in rows]


def draft(db: Reading, desk: VacancyDesk, *, now: datetime) -> Draft:
    """A vacancy with everything its form holds."""
    row = row_to_view(db, desk.vacancy_id)
    return Draft(
        row.id,
        row.title,
        row.employer_id,
        row.employer,
        state_of(row, local_day(now)),
        rules.missing_parts(answers_of(db, row)),
        dict(row._mapping),
        places_of(db, [row.id]).get(row.id, []),
        findings_of(row),
        reviews(db, row.id),
        max(0, row.left),
    )


def waiting(db: Reading, staff: StaffDesk, *, most: int = 200) -> Sequence[WaitingRow]:
    """What waits for the desk's centre, or for any centre, the longest wait first."""
    rows = db.execute(_WAITING, {"centre": staff.centre_id, "most": most})
    return [WaitingRow(v.id, v.title, v.employer, not v.approved, len(findings_of(v)), v.submitted_at) for v in rows]


def under_review(db: Reading, desk: ReviewDesk, *, now: datetime) -> UnderReview:
    """A vacancy with what its reviewer has to look at."""
    row = row_to_view(db, desk.vacancy_id)
    approved = db.scalar(select(_APPROVED).where(_v.id == desk.vacancy_id))
    return UnderReview(
        view_of(db, row, local_day(now)),
        not approved,
        findings_of(row),
        reviews(db, row.id),
        row.contact_name,
        row.contact_phone,
        row.contact_email,
        row.submitted_at,
    )


def reviews(db: Reading, vacancy_id: UUID) -> list[Review]:
    """The verdicts on a vacancy, the newest first."""
    return [Review(*row) for row in db.execute(_REVIEWS, {"vacancy": vacancy_id})]
