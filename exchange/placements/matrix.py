"""Between provinces: residence by workplace, whose sums are the tables of the provinces.

Each placement is one, whoever claims it. Provinces are named by their codes on the last day of the period; what is not
stated, and work overseas, have a row and a column of their own, so that parts add up.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, and_, bindparam, func, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.counting import rows
from exchange.placements.rules import province_on
from exchange.placements.tables import Placement
from exchange.reference.provinces import MERGER_DAY

OVERSEAS, NOT_STATED = "overseas", ""
_p = columns(Placement)


class Matrix(msgspec.Struct, frozen=True):
    """Placements by the province of residence and that of work. `rows`, `columns`: their sums."""

    cells: dict[tuple[str, str], int]
    rows: dict[str, int]
    columns: dict[str, int]
    total: int


def matrix(db: Reading, first: date, last: date, level: int = 0, *, known: datetime | None = None) -> Matrix:
    """The placements of these days at a level or above; as they were known at a time, if one is given."""
    cells: Counter[tuple[str, str]] = Counter()
    for row in _asked(db, ("residence", "workplace"), first, last, level, known):
        cells[_lives(row, last), _works(row, last)] += row.number
    lives, works = (_sums(cells, side) for side in (0, 1))
    return Matrix(dict(cells), lives, works, sum(cells.values()))


def by_residence(
    db: Reading, first: date, last: date, level: int = 0, *, known: datetime | None = None
) -> dict[str, int]:
    """How many of each province obtained work: counted by itself, not summed from the matrix."""
    found: Counter[str] = Counter()
    for row in _asked(db, ("residence",), first, last, level, known):
        found[_lives(row, last)] += row.number
    return dict(found)


def by_workplace(
    db: Reading, first: date, last: date, level: int = 0, *, known: datetime | None = None
) -> dict[str, int]:
    """How many obtained work in each province, overseas and where nobody said."""
    found: Counter[str] = Counter()
    for row in _asked(db, ("workplace",), first, last, level, known):
        found[_works(row, last)] += row.number
    return dict(found)


def _asked(
    db: Reading, sides: tuple[str, ...], first: date, last: date, level: int, known: datetime | None
) -> Iterable[Any]:
    asked = {"first": first, "last": last, "least": level} | ({"known": known} if known else {})
    return db.execute(_grouped(sides, as_of=known is not None), asked).all()


@cache
def _grouped(sides: tuple[str, ...], *, as_of: bool) -> Select[Any]:
    """Codes are as of the day of the agreement: before the merger and after it the same code is another province."""
    told = rows(as_of=as_of).subquery("placed")
    old = (_p.agreed_on < MERGER_DAY).label("old")
    by = [*(told.c[side] for side in sides), *([told.c.overseas] if "workplace" in sides else []), old]
    asked = and_(_p.id == told.c.record, told.c.level >= bindparam("least"))
    return select(*by, func.count().label("number")).select_from(told).join(Placement, asked).group_by(*by)


def _lives(row: Any, last: date) -> str:
    return province_on(row.residence, _written(row, last), last)


def _works(row: Any, last: date) -> str:
    if row.overseas:
        return OVERSEAS
    return province_on(row.workplace, _written(row, last), last) if row.workplace else NOT_STATED


def _written(row: Any, last: date) -> date:
    """A day on which the row's codes meant what they mean."""
    return min(last, date(MERGER_DAY.year - 1, 1, 1)) if row.old else max(MERGER_DAY, min(last, MERGER_DAY))


def _sums(cells: Mapping[tuple[str, str], int], side: int) -> dict[str, int]:
    found: Counter[str] = Counter()
    for cell, number in cells.items():
        found[cell[side]] += number
    return dict(found)
