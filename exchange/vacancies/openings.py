"""How many openings are left: those offered less the placements that stand.

Placements belong to a higher slice, which this one may not import. Their three tables are named here, and only here, so
that openings left are counted where vacancies are asked for and never stored. Two entries that were joined are one.
"""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Uuid, and_, column, func, select, table

from exchange.kernel.columns import columns
from exchange.vacancies.tables import Vacancy

_placed = table("placements", column("id", Uuid()), column("vacancy_id", Uuid()))
_undone = table("placement_reversals", column("placement_id", Uuid()))
_joined = table("placement_joins", *(column(name, Uuid()) for name in ("gone_id", "kept_id")), column("undone_at"))


def filled(vacancy_id: ColumnElement[Any]) -> ScalarSelect[int]:
    """How many persons hold an opening of the vacancy in a column of the query around it."""
    one = func.coalesce(_joined.c.kept_id, _placed.c.id)
    into = and_(_joined.c.gone_id == _placed.c.id, _joined.c.undone_at.is_(None))
    standing = (
        select(func.count(one.distinct()))
        .select_from(_placed.outerjoin(_undone, _undone.c.placement_id == _placed.c.id).outerjoin(_joined, into))
        .where(_placed.c.vacancy_id == vacancy_id, _undone.c.placement_id.is_(None))
    )
    return standing.scalar_subquery()


def left() -> ColumnElement[int]:
    """Openings left in each row of a query over vacancies; below zero where more were hired than were asked for."""
    offered: ColumnElement[int] = columns(Vacancy).openings
    return offered - filled(columns(Vacancy).id)
