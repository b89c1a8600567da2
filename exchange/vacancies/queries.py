"""What can be asked about vacancies, other than by searching."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from exchange.reference import occupations, provinces
from exchange.reference.codes import Qualification
from exchange.vacancies import rules
from exchange.vacancies.codes import (
    Benefit,
    Contract,
    Education,
    Experience,
    Position,
    Priority,
    VacancyState,
    Verdict,
    WorkForm,
)
from exchange.vacancies.openings import left
from exchange.vacancies.tables import Vacancy, VacancyIndex, VacancyPlace, VacancyReview

_v, _p, _i, _e, _r = (
    columns(Vacancy),
    columns(VacancyPlace),
    columns(VacancyIndex),
    columns(Employer),
    columns(VacancyReview),
)
_ABROAD, _AND, _MORE = N_("Nước ngoài"), N_("và"), N_("nơi khác")


class VacancyRow(msgspec.Struct, frozen=True):
    """A vacancy in a list that everybody may see."""

    id: UUID
    title: str
    employer: str
    place: str
    wage: str
    openings_left: int
    expires_on: date
    published_at: datetime


class VacancyView(msgspec.Struct, frozen=True):
    """A published vacancy as everybody may see it. `places`: names as of the day it was made."""

    id: UUID
    title: str
    employer_id: UUID
    employer: str
    state: VacancyState
    place: str
    places: tuple[str, ...]
    wage: str
    stated: rules.Wage
    openings: int
    openings_left: int
    expires_on: date
    published_at: datetime | None
    description: str
    requirements: str
    benefits: tuple[Benefit, ...]
    priorities: tuple[Priority, ...]
    occupation_code: str | None
    occupation: str
    position: Position
    education: Education | None
    qualification: Qualification | None
    experience: Experience | None
    contract: Contract
    work_form: WorkForm
    shifts: bool
    overseas: bool

    @property
    def expired(self) -> bool:
        """Whether it can be applied for no longer, for its date or because it was closed."""
        return self.state in (VacancyState.EXPIRED, VacancyState.CLOSED)


RETURNED = select(func.max(_r.at)).where(_r.vacancy_id == _v.id, _r.verdict == Verdict.RETURNED).scalar_subquery()
_TIMES = [
    *(_v[name] for name in ("submitted_at", "published_at", "closed_at", "expires_on")),
    RETURNED.label("returned_at"),
]
_WAGE = [_v[name] for name in ("wage_kind", "wage_low", "wage_high", "wage_per", "currency")]
_LISTED = (
    select(
        _i.n,
        *(_v[name] for name in ("id", "title", "overseas", "expires_on", "published_at", "created_at")),
        *_WAGE,
        _e.name.label("employer"),
        left().label("left"),
        _p.province_code,
    )
    .join(Vacancy, _v.id == _i.vacancy_id)
    .join(Employer, _e.id == _v.employer_id)
    .outerjoin(VacancyPlace, _p.vacancy_id == _v.id)
    .where(_i.n.in_(bindparam("numbers", expanding=True)))
    .order_by(_p.rank)
)
_PLACES = (
    select(_p.vacancy_id, _p.province_code, _p.address)
    .where(_p.vacancy_id.in_(bindparam("vacancies", expanding=True)))
    .order_by(_p.rank)
)
_VIEW = (
    select(*_v, _e.name.label("employer"), left().label("left"), RETURNED.label("returned_at"))
    .join(Employer, _e.id == _v.employer_id)
    .where(_v.id == bindparam("vacancy"))
)


def wage_of(row: Any) -> rules.Wage:
    """The wage in a row that has the five columns of a wage."""
    return rules.Wage(row.wage_kind, row.wage_low, row.wage_high, row.wage_per, row.currency)


def state_of(row: Any, today: date) -> VacancyState:
    """The state of a row that has the times and `left`."""
    times = rules.Times(row.submitted_at, row.published_at, row.closed_at, row.expires_on, row.returned_at)
    return rules.state_of(times, today, row.left)


def places_of(db: Reading, vacancies: Sequence[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    """Of each vacancy its workplaces as (province code, address), in the order the employer named them."""
    found: dict[UUID, list[tuple[str, str]]] = {}
    for vacancy_id, code, address in db.execute(_PLACES, {"vacancies": vacancies}).all():
        found.setdefault(vacancy_id, []).append((code, address))
    return found


def place_words(codes: Iterable[str], on_day: date, *, overseas: bool) -> str:
    """Where the work is, in one line: two provinces, and how many more."""
    names = [provinces.name_of(code, on_day) for code in codes] + ([_ABROAD] if overseas else [])
    more = f" {_AND} {len(names) - 2} {_MORE}" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more


def listed(db: Reading, numbers: Sequence[int]) -> list[VacancyRow]:
    """Vacancies of the search index in the order of `numbers`."""
    if not numbers:
        return []
    found: dict[int, list[Any]] = {}  # of each a row for each of its places
    for row in db.execute(_LISTED, {"numbers": list(numbers)}):
        found.setdefault(row.n, []).append(row)
    return [_row(found[n]) for n in numbers if n in found]


def vacancies_by(db: Reading, employer_id: UUID, *, today: date, most: int = 100) -> list[VacancyRow]:
    """What one employer offers now, the newest first."""
    own = select(_i.n).join(Vacancy, _v.id == _i.vacancy_id).where(_v.employer_id == employer_id)
    return listed(db, db.scalars(own.where(_i.expires_on >= today).order_by(_i.n.desc()).limit(most)).all())


def _row(at: Sequence[Any]) -> VacancyRow:
    v, codes = at[0], [one.province_code for one in at if one.province_code]
    place = place_words(codes, local_day(v.created_at), overseas=v.overseas)
    wage = rules.wage_words(wage_of(v))
    return VacancyRow(v.id, v.title, v.employer, place, wage, max(0, v.left), v.expires_on, v.published_at)


def vacancy(db: Reading, vacancy_id: UUID, *, now: datetime) -> VacancyView:
    """A vacancy that is or was published. Raises NotFound for drafts and what waits for review."""
    row = db.execute(_VIEW, {"vacancy": vacancy_id}).first()
    if row is None or row.published_at is None:
        raise NotFound
    return view_of(db, row, local_day(now))


def row_to_view(db: Reading, vacancy_id: UUID) -> Any:
    """The row behind `view_of`, published or not: for those who hold a desk. Raises NotFound."""
    row = db.execute(_VIEW, {"vacancy": vacancy_id}).first()
    if row is None:
        raise NotFound
    return row


def view_of(db: Reading, v: Any, today: date) -> VacancyView:
    """The view of a row."""
    made = local_day(v.created_at)
    codes = [code for code, _ in places_of(db, [v.id]).get(v.id, [])]
    group = occupations.get(v.occupation_code) if v.occupation_code else None
    wage = wage_of(v)
    same = ("id", "title", "employer_id", "employer", "openings", "expires_on", "published_at", "description")
    asked = ("requirements", "occupation_code", "position", "education", "qualification", "experience")
    terms = ("contract", "work_form", "shifts", "overseas")
    return VacancyView(
        **{name: getattr(v, name) for name in (*same, *asked, *terms)},
        state=state_of(v, today),
        place=place_words(codes, made, overseas=v.overseas),
        places=tuple(provinces.name_of(code, made) for code in codes),
        wage=rules.wage_words(wage),
        stated=wage,
        openings_left=max(0, v.left),
        benefits=tuple(map(Benefit, v.benefits)),
        priorities=tuple(map(Priority, v.priorities)),
        occupation=group.name if group else "",
    )
