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
    """The facts that an indicator counts, as a number: how many, or their sum."""
    how, true_of = counted(one), holds(one, facts)
    return func.sum(facts.c[how.adds]).filter(true_of) if how.adds else func.count().filter(true_of)


@cache
def totals(codes: tuple[str, ...], ask: Ask) -> Select[Any]:
    """One row: a column for each indicator, all of one source, in the order of `codes`. `apart`: a row per centre.

    Where persons or employers are counted, the facts are first put together by them, in one pass for all indicators:
    `count(DISTINCT …)` would sort the facts once for each.
    """
    ones = [indicator(code) for code in codes]
    facts = facts_of(counted(ones[0]).source, ask)
    numbers = [figure(one, facts).label(f"n{at}") for at, one in enumerate(ones)]
    apart = [facts.c.centre] if ask.apart else []
    whose = {how.counts for one in ones if not (how := counted(one)).adds} - {RECORD}
    keys = [facts.c[name].label("whose") for name in whose]
    some = _rows(*apart, *keys, *numbers).select_from(facts).group_by(*(facts.c[name] for name in whose), *apart)
    of_each = (some if whose or apart else _rows(*numbers).select_from(facts)).cte("of_each")
    summed = [_summed(one, of_each, of_each.c[f"n{at}"]) for at, one in enumerate(ones)]
    centres = [of_each.c.centre] if ask.apart else []
    return _rows(*centres, *summed).select_from(of_each).group_by(*centres)


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
    how, breakdown = counted(one), _breakdown(one, by) if by else None
    if breakdown:
        facts, rows = _divided(one, breakdown, ask)
        rows = rows.where(column_of(breakdown, facts) == _PART)
    else:
        facts = facts_of(how.source, ask)
        rows = select(facts).where(holds(one, facts))
    key, day = facts.c[how.counts].label("record"), facts.c.on_day
    if how.counts != RECORD or (breakdown and not breakdown.adds_up):
        once = rows.with_only_columns(key, func.min(day).label("on_day")).group_by(facts.c[how.counts]).subquery("once")
        return select(once).order_by(once.c.on_day, once.c.record)
    return rows.with_only_columns(key, day).order_by(day, key)


@cache
def page(code: str, by: str, ask: Ask) -> Select[Any]:
    """`most` of the records after the `skipped` first (bind parameters), and beside each how many there are in all."""
    statement = records(code, by, ask)
    return (
        statement.add_columns(func.count().over().label("many")).limit(bindparam("most")).offset(bindparam("skipped"))
    )


def _summed(one: Indicator, of_each: CTE, number: ColumnElement[int]) -> ColumnElement[int]:
    how = counted(one)
    if how.adds or how.counts == RECORD:
        return cast(func.coalesce(func.sum(number), 0), BigInteger)
    return func.count().filter(number > 0, of_each.c.whose.is_not(None))


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
