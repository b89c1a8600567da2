"""Vacancies by their ids, as lists show them: at a booth, in a person's file."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.vacancies import rules
from exchange.vacancies.openings import left
from exchange.vacancies.queries import VacancyRow, place_words, places_of, wage_of
from exchange.vacancies.tables import Vacancy

_v, _e = columns(Vacancy), columns(Employer)
_ROWS = (
    select(
        *(_v.id, _v.title, _v.overseas, _v.expires_on, _v.published_at, _v.created_at),
        *(_v.wage_kind, _v.wage_low, _v.wage_high, _v.wage_per, _v.currency),
        _e.name.label("employer"),
        left().label("left"),
    )
    .join(Employer, _e.id == _v.employer_id)
    .where(
        _v.id.in_(bindparam("ids", expanding=True)),
        _v.published_at.is_not(None),
        _v.closed_at.is_(None),
        _v.expires_on >= bindparam("today"),
    )
)


def rows_of(db: Reading, ids: Sequence[UUID], *, now: datetime) -> dict[UUID, VacancyRow]:
    """Those of the vacancies that are open, by id."""
    if not ids:
        return {}
    places = places_of(db, list(ids))
    found = {}
    for v in db.execute(_ROWS, {"ids": list(ids), "today": local_day(now)}):
        codes = [code for code, _ in places.get(v.id, [])]
        place = place_words(codes, local_day(v.created_at), overseas=v.overseas)
        wage = rules.wage_words(wage_of(v))
        found[v.id] = VacancyRow(v.id, v.title, v.employer, place, wage, max(0, v.left), v.expires_on, v.published_at)
    return found
