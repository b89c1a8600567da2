"""Openings left are counted from placements that stand, and never stored."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.placements.tables import Placement, PlacementReversal
from exchange.vacancies import index, queries
from exchange.vacancies.codes import VacancyState
from exchange.vacancies.queries import VacancyView
from exchange.vacancies.search_queries import VacancyQuery, search
from exchange.vacancies.tables import Vacancy
from tests.cast import Ground


def soon(ground: Ground) -> datetime:
    return ground.opens_at + timedelta(minutes=10)


def seen(store: Store, ground: Ground, vacancy: UUID) -> VacancyView:
    return store.read(lambda db: queries.vacancy(db, vacancy, now=soon(ground)))


def found(store: Store, ground: Ground, vacancy: UUID) -> bool:
    today = local_day(soon(ground))
    results = store.read(lambda db: search(db, VacancyQuery(q="công nhân"), today=today))
    return vacancy in [row.id for row in results.items]


def hire(db: Writing, ground: Ground, vacancy: UUID, *, openings: int) -> UUID:
    """Lan is hired for a vacancy of so many openings."""
    db.execute(update(Vacancy).where(columns(Vacancy).id == vacancy).values(openings=openings))
    return ground.hire(db, "Lan", "Dung", now=soon(ground))


def undo(db: Writing, ground: Ground) -> None:
    """The placement stands no longer."""
    for placement in list(db.scalars(select(Placement))):
        row = {"because": "Nhầm người", "by_account": ground.accounts["Dung"], "at": soon(ground)}
        db.add(PlacementReversal(placement_id=placement.id, **row))


def test_a_placement_takes_an_opening_and_its_reversal_gives_it_back(store: Store, ground: Ground) -> None:
    vacancy = ground.vacancies["May"][0]
    assert seen(store, ground, vacancy).openings_left == 5
    store.write(lambda db: hire(db, ground, vacancy, openings=5))
    assert seen(store, ground, vacancy).openings_left == 4
    store.write(lambda db: undo(db, ground))
    assert seen(store, ground, vacancy).openings_left == 5


def test_what_is_filled_leaves_the_search_and_comes_back(store: Store, ground: Ground) -> None:
    vacancy = ground.vacancies["May"][0]
    store.write(index.rebuild)
    store.write(lambda db: hire(db, ground, vacancy, openings=1))
    store.write(lambda db: index.refresh(db, vacancy))
    assert seen(store, ground, vacancy).state is VacancyState.FILLED
    assert not found(store, ground, vacancy)
    store.write(lambda db: undo(db, ground))
    store.write(lambda db: index.refresh(db, vacancy))
    assert seen(store, ground, vacancy).state is VacancyState.OPEN
    assert found(store, ground, vacancy)
