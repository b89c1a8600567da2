"""Finding vacancies: the same order on both databases, because the database only finds and Python ranks."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import (
    ColumnElement,
    Select,
    Uuid,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from exchange.kernel import finding
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.finding import Asked, Lookup
from exchange.kernel.full_text import vector
from exchange.reference import provinces
from exchange.reference.codes import Qualification
from exchange.vacancies import rules
from exchange.vacancies.codes import Sort
from exchange.vacancies.index_tables import SEARCH
from exchange.vacancies.queries import VacancyRow, listed
from exchange.vacancies.tables import VacancyIndex

PAGE_SIZE = 20
WINDOW = 500  # so many of the newest answers are ranked; those behind them follow by date
_i = columns(VacancyIndex)
_fts = table("vacancy_search", column("rowid"), column("vacancy_search"))
# Who shows what at which fair belongs to a higher slice; only these three columns are asked here.
_shown = table("booth_vacancies", column("booth_id", Uuid()), column("vacancy_id", Uuid()))
_booth = table("booths", column("id", Uuid()), column("fair_id", Uuid()))


class VacancyQuery(msgspec.Struct, frozen=True):
    """A whole search, as the address carries it. `province`: a code or name of today or before the merger."""

    q: str = ""
    province: str = ""
    occupation: str = ""
    min_wage: int = 0
    qualification: Qualification | None = None
    fair: UUID | None = None
    sort: Sort = Sort.BEST
    page: int = 1


class Results(msgspec.Struct, frozen=True):
    """One page of what was found. `total` counts all of it."""

    total: int
    items: list[VacancyRow]
    page: int
    pages: int


class _Shape(msgspec.Struct, frozen=True):
    """Which conditions a statement has; each shape is built once."""

    sqlite: bool
    worded: bool
    paid: bool
    qualified: bool
    fair: bool


class _Search(msgspec.Struct, frozen=True):
    """A query made ready: its shape, its parameters, its words."""

    shape: _Shape
    given: dict[str, Any]
    asked: Asked
    marks: tuple[str, ...]


def search(db: Reading, query: VacancyQuery, *, today: date) -> Results:
    """One page of the vacancies that can be applied for on `today`. A page beyond the last is the last."""
    ready = _ready(db, query, today)
    total = _total(db, ready)
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(query.page, 1), pages)
    skip = (page - 1) * PAGE_SIZE
    if ready is None or not total:
        return Results(0, [], page, pages)
    ranked = bool(ready.asked.folded) and query.sort is Sort.BEST
    numbers = _best(db, ready, skip) if ranked else _sorted(db, ready, query.sort, skip)
    return Results(total, listed(db, numbers), page, pages)


def _ready(db: Reading, query: VacancyQuery, today: date) -> _Search | None:
    """None where nothing can be found: words without a letter, a province nobody knows."""
    asked = finding.asked(query.q)
    province = province_code(query.province, today)
    if (query.q.strip() and not asked.folded) or province is None:
        return None
    marks = (*([f"@p{province}"] if province else []), *([f"@o{query.occupation}"] if query.occupation else []))
    if not all(mark[2:].isalnum() for mark in marks):
        return None
    sqlite = db.dialect == "sqlite"
    worded = bool(asked.folded or marks)
    shape = _Shape(sqlite, worded, query.min_wage > 0, query.qualification is not None, query.fair is not None)
    rank = rules.qualification_rank(query.qualification)
    given: dict[str, Any] = {"today": today, "pay": query.min_wage, "rank": rank, "fair": query.fair}
    return _Search(shape, given, asked, marks)


def province_code(typed: str, today: date) -> str | None:
    """Today's code of a province given by code or name, old or new; "" when none is given, None when unknown."""
    if not typed:
        return ""
    known = provinces.get(typed, today) or provinces.find(typed, today)
    if known:
        return known.code
    before = provinces.get(typed, provinces.MERGER_DAY.replace(month=6))
    return provinces.successor(before.code, before.valid_from, today) if before else None


# --- statements ------------------------------------------------------------------------------------------------------


def _where(shape: _Shape) -> list[ColumnElement[bool]]:
    conditions = [_i.expires_on >= bindparam("today")]
    if shape.worded and shape.sqlite:
        conditions.append(_fts.c.vacancy_search.op("MATCH")(bindparam("look")))
    elif shape.worded:
        conditions.append(literal_column(vector(SEARCH)).op("@@")(cast(bindparam("look"), TSQUERY)))
    if shape.paid:
        conditions.append(_i.pay_month >= bindparam("pay"))
    if shape.qualified:
        conditions.append(_i.qualification_rank <= bindparam("rank"))
    if shape.fair:
        at_fair = _shown.join(_booth, _booth.c.id == _shown.c.booth_id)
        shown = select(_shown.c.vacancy_id).select_from(at_fair).where(_booth.c.fair_id == bindparam("fair"))
        conditions.append(_i.vacancy_id.in_(shown))
    return conditions


class _Columns(NamedTuple):
    """What is sorted by."""

    n: ColumnElement[int]
    pay_month: ColumnElement[int]
    expires_on: ColumnElement[date]


def _asking(shape: _Shape, *what: ColumnElement[Any]) -> Select[Any]:
    source = _fts.join(VacancyIndex, _i.n == _fts.c.rowid) if shape.sqlite and shape.worded else _i.n.table
    return select(*what).select_from(source).where(*_where(shape))


def _found(shape: _Shape) -> tuple[Select[Any], _Columns]:
    """All that is found, still in no order, and its columns.

    For PostgreSQL fenced off by OFFSET 0: it must not walk from the newest row on and try each, whatever the limit.
    """
    if shape.sqlite:
        number = _fts.c.rowid if shape.worded else _i.n  # FTS5 walks its own numbers backwards
        return _asking(shape, _i.n, _i.title, _i.title_fold), _Columns(number, _i.pay_month, _i.expires_on)
    fenced = (
        _asking(shape, _i.n, _i.title, _i.title_fold, _i.pay_month, _i.expires_on)
        .offset(literal_column("0"))
        .subquery()
    )
    c = fenced.c
    return select(c.n, c.title, c.title_fold), _Columns(c.n, c.pay_month, c.expires_on)


@cache
def _counting(shape: _Shape) -> Select[Any]:
    return _asking(shape, func.count())


@cache
def _newest(shape: _Shape) -> Select[Any]:
    found, by = _found(shape)
    return found.order_by(by.n.desc()).limit(bindparam("most"))


@cache
def _behind(shape: _Shape) -> Select[Any]:
    found, by = _found(shape)
    outside = found.where(by.n.not_in(bindparam("window", expanding=True)))
    return outside.order_by(by.n.desc()).limit(PAGE_SIZE).offset(bindparam("skip"))


@cache
def _in_order(shape: _Shape, sort: Sort) -> Select[Any]:
    found, by = _found(shape)
    orders: dict[Sort, list[ColumnElement[Any]]] = {Sort.WAGE: [by.pay_month.desc()], Sort.ENDING: [by.expires_on]}
    return found.order_by(*orders.get(sort, []), by.n.desc()).limit(PAGE_SIZE).offset(bindparam("skip"))


# --- steps -----------------------------------------------------------------------------------------------------------


def _look(ready: _Search, look: Lookup) -> dict[str, Any]:
    written = finding.in_sqlite if ready.shape.sqlite else finding.in_postgres
    return ready.given | ({"look": written(look)} if ready.shape.worded else {})


def _anywhere(ready: _Search) -> Lookup:
    return finding.lookup(ready.asked, ready.marks)


def _total(db: Reading, ready: _Search | None) -> int:
    if ready is None:
        return 0
    return db.scalar(_counting(ready.shape), _look(ready, _anywhere(ready))) or 0


def _sorted(db: Reading, ready: _Search, sort: Sort, skip: int) -> Sequence[int]:
    given = _look(ready, _anywhere(ready)) | {"skip": skip}
    return db.scalars(_in_order(ready.shape, sort), given).all()


def _best(db: Reading, ready: _Search, skip: int) -> Sequence[int]:
    """First the answers whose title holds all words, then those that hold them elsewhere; each ranked, then by date."""
    until = skip + PAGE_SIZE
    in_title = finding.lookup(ready.asked, ready.marks, sign="=")
    window = _ranked(db, ready, in_title, WINDOW)
    if len(window) < min(until, WINDOW):
        elsewhere = msgspec.structs.replace(_anywhere(ready), without=in_title)
        window += _ranked(db, ready, elsewhere, WINDOW - len(window))
    if until <= len(window) or len(window) < WINDOW:
        return window[skip:until]
    given = _look(ready, _anywhere(ready)) | {"window": window, "skip": max(0, skip - len(window))}
    return [*window[skip:], *db.scalars(_behind(ready.shape), given)][:PAGE_SIZE]


def _ranked(db: Reading, ready: _Search, look: Lookup, most: int) -> list[int]:
    found = db.execute(_newest(ready.shape), _look(ready, look) | {"most": most}).all()
    best = sorted(found, key=lambda row: finding.rank(ready.asked, row.title, row.title_fold), reverse=True)
    return [row.n for row in best]  # sorting is stable: of equals the newest stays first
