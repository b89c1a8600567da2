"""Keeping the search index in step with vacancies. The index holds what can be applied for, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, delete, insert, select

from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.finding import index_words
from exchange.kernel.text import fold, words
from exchange.reference import occupations, provinces
from exchange.vacancies import rules
from exchange.vacancies.openings import left
from exchange.vacancies.tables import Vacancy, VacancyIndex, VacancyPlace

_v, _p, _i, _e = columns(Vacancy), columns(VacancyPlace), columns(VacancyIndex), columns(Employer)
_WORDED = (
    select(
        *(_v[name] for name in ("id", "title", "description", "requirements", "occupation_code", "qualification")),
        *(
            _v[name]
            for name in ("wage_kind", "wage_low", "wage_high", "wage_per", "currency", "expires_on", "created_at")
        ),
        _e.name.label("employer"),
    )
    .join(Employer, _e.id == _v.employer_id)
    .where(_v.published_at.is_not(None), _v.closed_at.is_(None))
)
_ONE = _WORDED.add_columns(left().label("left")).where(_v.id == bindparam("vacancy"))
_PLACES = select(_p.province_code).where(_p.vacancy_id == bindparam("vacancy"))
_NUMBER = select(_i.n).where(_i.vacancy_id == bindparam("vacancy"))


class Source(msgspec.Struct, frozen=True):
    """What an index row is made from. Province codes as of `on_day`."""

    vacancy_id: UUID
    title: str
    others: tuple[str, ...]
    occupation_code: str | None
    provinces: tuple[str, ...]
    on_day: date
    wage: rules.Wage
    qualification_rank: int
    expires_on: date


def row_of(source: Source) -> dict[str, Any]:
    """An index row, but for its number."""
    now_codes = [provinces.successor(code, source.on_day) for code in source.provinces]
    marks = [*(f"@p{code}" for code in now_codes), *_occupation_marks(source.occupation_code)]
    group = occupations.get(source.occupation_code) if source.occupation_code else None
    names = [group.name if group else "", *_place_names(source.provinces, source.on_day)]
    return {
        "vacancy_id": source.vacancy_id,
        "expires_on": source.expires_on,
        "pay_month": rules.pay_month(source.wage),
        "qualification_rank": source.qualification_rank,
        "title": source.title,
        "title_fold": " ".join(words(fold(source.title))),
        "words": index_words(source.title, [*source.others, *names], marks),
    }


def _place_names(codes: Sequence[str], day: date) -> Iterator[str]:
    """Old and new names, so that either finds the work."""
    for code in codes:
        yield provinces.name_of(code, day, "then")
        yield provinces.name_of(code, day, "now")


def refresh(db: Writing, vacancy_id: UUID) -> None:
    """Make the index say of a vacancy what is true now: after it is published, changed, closed, filled or freed.

    A row keeps its number, so that a change does not make an old vacancy new.
    """
    db.flush()
    number = db.scalar(_NUMBER, {"vacancy": vacancy_id})
    db.execute(delete(VacancyIndex).where(_i.vacancy_id == vacancy_id))
    found = db.execute(_ONE, {"vacancy": vacancy_id}).first()
    if found is not None and found.left > 0:
        numbered = {} if number is None else {"n": number}
        db.execute(insert(VacancyIndex).values(**row_of(_source(db, found)), **numbered))


def rebuild(db: Writing) -> int:
    """Make the whole index again, oldest publication first; how many rows it has."""
    db.execute(delete(VacancyIndex))
    found = db.execute(_WORDED.add_columns(left().label("left")).order_by(_v.published_at, _v.id)).all()
    rows = [row_of(_source(db, vacancy)) for vacancy in found if vacancy.left > 0]
    if rows:
        db.execute(insert(VacancyIndex), rows)
    return len(rows)


def _source(db: Reading, v: Any) -> Source:
    codes = tuple(db.scalars(_PLACES, {"vacancy": v.id}))
    wage = rules.Wage(v.wage_kind, v.wage_low, v.wage_high, v.wage_per, v.currency)
    others = (v.description, v.requirements, v.employer)
    made: datetime = v.created_at
    rank = rules.qualification_rank(v.qualification)
    return Source(v.id, v.title, others, v.occupation_code, codes, local_day(made), wage, rank, v.expires_on)


def _occupation_marks(code: str | None) -> list[str]:
    """The mark of an occupation and of each group it lies in."""
    return [f"@o{code[:length]}" for length in range(1, len(code) + 1)] if code else []
