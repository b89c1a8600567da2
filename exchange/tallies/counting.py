"""Statements that count the facts of a source by the definitions of its indicators."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    select,
    true,
    union_all,
)

from exchange.tallies.breakdowns import Breakdown, column_of, joined
from exchange.tallies.catalogue import indicator
from exchange.tallies.indicator import PERSON, RECORD, Indicator
from exchange.tallies.sources.source import Ask, Source

_PART: Any = bindparam("part")
FACET = "topic"  # the breakdown for which the facts are multiplied


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
    if not (how.only or how.least or how.adds):
        return func.count()
    return func.sum(facts.c[how.adds]).filter(true_of) if how.adds else func.count().filter(true_of)


def first_of(one: Indicator, facts: CTE) -> ColumnElement[bool] | None:
    """Which facts are the first of their person among those that an indicator counts, where the facts say so."""
    how = counted(one)
    plain = how.counts == PERSON and not how.least and all(len(values) == 1 for values in how.only.values())
    return facts.c.get(how.source.firsts.get(tuple(how.only), "")) if plain else None


def _same(one: Indicator) -> Any:
    """What two indicators have in common that count the same facts, one as records and one as persons."""
    how = counted(one)
    return how.adds, tuple(how.only.items()), tuple(how.least.items())


@cache
def totals(codes: tuple[str, ...], ask: Ask) -> Select[Any]:
    """One row: a column for each indicator, all of one source, in the order of `codes`. `apart`: a row per centre.

    Where persons or employers are counted and the facts do not say which is the first of each, the facts are put
    together by them, in one pass for all indicators: `count(DISTINCT …)` would sort the facts once for each.
    """
    ones = [indicator(code) for code in codes]
    facts = facts_of(counted(ones[0]).source, ask)
    straight = [number for one in ones if (number := _straight(one, facts)) is not None]
    if len(straight) == len(ones):
        apart = [facts.c.centre] if ask.apart else []
        return _rows(*apart, *straight).select_from(facts).group_by(*apart)
    return _put_together(ones, facts, ask)


def _put_together(ones: list[Indicator], facts: CTE, ask: Ask) -> Select[Any]:
    names = {key: f"n{at}" for at, key in enumerate(dict.fromkeys(map(_same, ones)))}  # visits and persons: one number
    numbers = [figure(one, facts).label(names[key]) for key, one in {_same(one): one for one in ones}.items()]
    apart = [facts.c.centre] if ask.apart else []
    whose = {how.counts for one in ones if not (how := counted(one)).adds} - {RECORD}
    keys = [facts.c[name].label("whose") for name in whose]
    some = _rows(*apart, *keys, *numbers).select_from(facts).group_by(*(facts.c[name] for name in whose), *apart)
    of_each = (some if whose or apart else _rows(*numbers).select_from(facts)).cte("of_each")
    summed = [_summed(one, of_each, of_each.c[names[_same(one)]]) for one in ones]
    centres = [of_each.c.centre] if ask.apart else []
    return _rows(*centres, *summed).select_from(of_each).group_by(*centres)


@cache
def parts(code: str, bys: tuple[str, ...], ask: Ask) -> Any:
    """A row for each part of each of the breakdowns: its name, the part, the figure. The facts are found once."""
    one = indicator(code)
    facts = _faceted(one, bys, ask)
    once: Any = _once(one, facts)
    told = [_parts(one, _breakdown(one, by), facts, once) for by in bys]
    return told[0] if len(told) == 1 else union_all(*told)


@cache
def by_end(code: str, many: int, ask: Ask) -> Select[Any]:
    """A row for each stretch of days that has a fact: its number and the figure. Stretch n ends on `end_n`."""
    one = indicator(code)
    facts = facts_of(counted(one).source, ask)
    ends = [(facts.c.on_day <= bindparam(f"end_{n}", type_=Date), n) for n in range(many)]
    stretch = case(*ends).label("stretch")
    return _rows(stretch, _alone(one, facts)).select_from(facts).group_by(stretch)


@cache
def records(code: str, by: str, ask: Ask) -> Select[Any]:
    """The records behind a figure, oldest first: id and day. With `by`, those of the part that is bound to `part`.

    Where persons or employers are counted, these are the records, each on its first day.
    """
    one = indicator(code)
    how, breakdown = counted(one), _breakdown(one, by) if by else None
    facts = _faceted(one, (by,), ask)
    if breakdown:
        facts, rows = _divided(one, breakdown, facts, _once(one, facts))
        rows = rows.where(column_of(breakdown, facts) == _PART)
    else:
        rows = select(facts).where(holds(one, facts))
    key, day, first = facts.c[how.counts].label("record"), facts.c.on_day, first_of(one, facts)
    if first is not None and not breakdown:
        return rows.where(first).with_only_columns(key, day).order_by(day, key)
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


def _straight(one: Indicator, facts: CTE) -> ColumnElement[int] | None:
    """A figure that is counted by looking at each fact by itself; None where they have to be put together."""
    how, first = counted(one), first_of(one, facts)
    if how.adds:
        return cast(func.coalesce(figure(one, facts), 0), BigInteger)
    if how.counts == RECORD:
        return figure(one, facts)
    return None if first is None else func.count().filter(holds(one, facts), first)


def _alone(one: Indicator, facts: CTE) -> ColumnElement[int]:
    """A figure counted by itself in each stretch of days: of persons or employers the distinct ones."""
    how = counted(one)
    if how.adds or how.counts == RECORD:
        return cast(func.coalesce(figure(one, facts), 0), BigInteger)
    return func.count(facts.c[how.counts].distinct()).filter(holds(one, facts))


def _rows(*columns: Any) -> Select[Any]:
    return select(*columns)


def _faceted(one: Indicator, bys: tuple[str, ...], ask: Ask) -> CTE:
    """The facts, multiplied where a breakdown needs it: such a one is asked for by itself."""
    facet = FACET if FACET in bys else ""
    return facts_of(counted(one).source, replace(ask, facet=facet))


def _once(one: Indicator, facts: CTE) -> CTE:
    """Persons or employers, one row each, on the day of their first fact."""
    key, first = facts.c[counted(one).counts], first_of(one, facts)
    if first is not None:
        return select(key, facts.c.on_day).where(holds(one, facts), first).cte("once")
    rows = select(key, func.min(facts.c.on_day).label("on_day")).where(holds(one, facts))
    return rows.group_by(key).cte("once")


def _parts(one: Indicator, by: Breakdown, facts: CTE, once: CTE) -> Select[Any]:
    how = counted(one)
    facts, divided = _divided(one, by, facts, once)
    if how.adds:
        many: ColumnElement[Any] = cast(func.sum(facts.c[how.adds]), BigInteger)
    else:
        many = func.count() if by.adds_up else func.count(facts.c[how.counts].distinct())
    part = column_of(by, facts)
    return divided.with_only_columns(literal(by.name), part, many).group_by(part)


def _divided(one: Indicator, by: Breakdown, facts: CTE, once: CTE) -> tuple[CTE, Select[Any]]:
    """What is divided: the facts that count; of persons or employers one row each."""
    how = counted(one)
    rows = select(facts).where(holds(one, facts))
    if how.counts == RECORD:
        return facts, joined(by, rows, facts)
    if not by.of_person:
        key, own = facts.c[how.counts], func.min(facts.c[by.name]).label(by.name)
        told = rows.with_only_columns(key, func.min(facts.c.on_day).label("on_day"), own)
        once = told.group_by(key).cte(f"once_{by.name}")
    return once, joined(by, select(once), once)


def _breakdown(one: Indicator, name: str) -> Breakdown:
    found = one.breakdown(name)
    if found is None:
        raise ValueError(f"{one.code} is not divided by {name}")
    return found


def _among(column: ColumnElement[Any], values: tuple[Any, ...]) -> ColumnElement[bool]:
    return column.is_(values[0]) if isinstance(values[0], bool) else column.in_(values)
