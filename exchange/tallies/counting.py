"""Statements that count the facts of a source by the definitions of its indicators."""

from functools import cache
from typing import Any

from sqlalchemy import CTE, BigInteger, ColumnElement, Select, and_, bindparam, cast, func, select, true

from exchange.tallies.breakdowns import Breakdown, column_of, joined
from exchange.tallies.catalogue import indicator
from exchange.tallies.indicator import RECORD, Indicator
from exchange.tallies.sources.source import Ask, Source

_PART: Any = bindparam("part")


def counted(one: Indicator) -> Any:
    """How a counted indicator is counted. Raises ValueError for a declared one."""
    if one.counted is None:
        raise ValueError(f"{one.code} is declared, not counted")
    return one.counted


def facts_of(source: Source, ask: Ask) -> CTE:
    """The facts of a source."""
    return source.rows(ask).cte("facts")


def holds(one: Indicator, facts: CTE) -> ColumnElement[bool]:
    """Which of the facts an indicator counts."""
    how = counted(one)
    only = [_among(facts.c[name], values) for name, values in how.only.items()]
    return and_(true(), *only, *(facts.c[name] >= least for name, least in how.least.items()))


def figure(one: Indicator, facts: CTE) -> ColumnElement[int]:
    """The aggregate."""
    how, true_of = counted(one), holds(one, facts)
    if how.adds:
        return cast(func.coalesce(func.sum(facts.c[how.adds]).filter(true_of), 0), BigInteger)
    if how.counts == RECORD:
        return func.count().filter(true_of)
    return func.count(facts.c[how.counts].distinct()).filter(true_of)


@cache
def totals(codes: tuple[str, ...], ask: Ask) -> Select[Any]:
    """One row: a column for each indicator, all of one source, in the order of `codes`. `apart`: a row per centre."""
    ones = [indicator(code) for code in codes]
    facts = facts_of(counted(ones[0]).source, ask)
    figures = [figure(one, facts) for one in ones]
    apart = [facts.c.centre] if ask.apart else []
    return _rows(*apart, *figures).select_from(facts).group_by(*apart)


@cache
def parts(code: str, by: str, ask: Ask) -> Select[Any]:
    """A row for each part of a breakdown: its value and the figure."""
    one, breakdown = indicator(code), _breakdown(indicator(code), by)
    facts, divided = _divided(one, breakdown, ask)
    part, how = column_of(breakdown, facts), counted(one)
    if how.adds:
        many: ColumnElement[Any] = cast(func.sum(facts.c[how.adds]), BigInteger)
    else:
        many = func.count() if breakdown.adds_up else func.count(facts.c[how.counts].distinct())
    return divided.with_only_columns(part, many).group_by(part)


@cache
def records(code: str, by: str, ask: Ask) -> Select[Any]:
    """The records behind a figure, oldest first: id and day. With `by`, those of the part that is bound to `part`.

    Where persons or employers are counted, these are the records, each on its first day.
    """
    one = indicator(code)
    how = counted(one)
    if by:
        facts, rows = _divided(one, _breakdown(one, by), ask)
        rows = rows.where(column_of(_breakdown(one, by), facts) == _PART)
    else:
        facts = facts_of(how.source, ask)
        rows = select(facts).where(holds(one, facts))
    key, day = facts.c[how.counts], func.min(facts.c.on_day).label("on_day")
    return rows.with_only_columns(key.label("record"), day).group_by(key).order_by(day, key)


def _rows(*columns: Any) -> Select[Any]:
    return select(*columns)


def _divided(one: Indicator, by: Breakdown, ask: Ask) -> tuple[CTE, Select[Any]]:
    """What is divided: the facts that count; of persons or employers one row each, on the day of its first fact."""
    facet = by.name if by.name == "topic" else ""
    how = counted(one)
    facts = facts_of(how.source, Ask(ask.some, ask.as_of, facet, ask.apart))
    rows = select(facts).where(holds(one, facts))
    if how.counts != RECORD:
        key, own = facts.c[how.counts], () if by.of_person else (func.min(facts.c[by.name]).label(by.name),)
        facts = rows.with_only_columns(key, func.min(facts.c.on_day).label("on_day"), *own).group_by(key).cte("once")
        rows = select(facts)
    return facts, joined(by, rows, facts)


def _breakdown(one: Indicator, name: str) -> Breakdown:
    found = one.breakdown(name)
    if found is None:
        raise ValueError(f"{one.code} is not divided by {name}")
    return found


def _among(column: ColumnElement[Any], values: tuple[Any, ...]) -> ColumnElement[bool]:
    return column.is_(values[0]) if isinstance(values[0], bool) else column.in_(values)
