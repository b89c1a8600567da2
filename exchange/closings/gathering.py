"""All records behind all figures and their parts at once: each kind of fact is read once for each way to divide it.

What counts is said by the statements of `exchange.tallies.counting`; here the rows are only put into order. A test
holds that every figure, part and list is the one that counting each by itself gives.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Select, String, cast, select

from exchange.kernel.db import Reading
from exchange.tallies import counting
from exchange.tallies.breakdowns import Breakdown, column_of, joined
from exchange.tallies.catalogue import indicator
from exchange.tallies.indicator import Indicator
from exchange.tallies.queries import Scope
from exchange.tallies.sources.source import Ask, Source


class Divided(msgspec.Struct):
    """One part of a figure: how many (records, or the sum over them), and the places of its records in the list."""

    count: int = 0
    places: list[int] = msgspec.field(default_factory=list)


class Gathered(msgspec.Struct):
    """A figure with its records, oldest first, sixteen bytes each; its parts by breakdown, then by value."""

    value: int
    ids: list[bytes]
    parts: dict[str, dict[str, Divided]] = msgspec.field(default_factory=dict)


class _Facts(NamedTuple):
    """Rows, and at which place of a row a name stands. Ids and days are texts: both sort as what they stand for."""

    at: dict[str, int]
    rows: Sequence[Any]


class _Counted(NamedTuple):
    """What an indicator counts: for each key its place in the list and its first day, and a row of that day for each.

    Persons and employers are divided by what they were on their first day.
    """

    one: Indicator
    holds: str
    key: str
    place: dict[str, int]
    day: dict[str, str]
    rows: list[Any]


def gathered(db: Reading, scope: Scope, codes: Iterable[str], *, divided: bool) -> dict[str, Gathered]:
    """Counted figures by code; `divided`: with the parts of all their breakdowns."""
    together: dict[Source, list[Indicator]] = {}
    for one in map(indicator, codes):
        together.setdefault(counting.counted(one).source, []).append(one)
    found: dict[str, Gathered] = {}
    for source, ones in together.items():
        found |= _of_source(db, scope, source, ones, divided=divided)
    return found


def _of_source(
    db: Reading, scope: Scope, source: Source, ones: list[Indicator], *, divided: bool
) -> dict[str, Gathered]:
    ways = list({by.name: by for one in ones for by in counting.counted(one).by}.values()) if divided else []
    facts = _asked(db, scope, source, ones, [by for by in ways if by.adds_up])
    counted = [_listed(one, nth, facts) for nth, one in enumerate(ones)]
    found = {mine.one.code: _whole(mine, facts) for mine in counted}
    for by in ways:
        rows = facts if by.adds_up else _asked(db, scope, source, ones, [by])
        for mine in counted:
            if mine.one.breakdown(by.name):
                found[mine.one.code].parts[by.name] = (_parts if by.adds_up else _overlapping)(mine, by, rows)
    return found


def _asked(db: Reading, scope: Scope, source: Source, ones: Sequence[Indicator], ways: Sequence[Breakdown]) -> _Facts:
    found = db.execute(_statement(source, tuple(ones), tuple(ways), scope.ask()), scope.values)
    return _Facts({name: at for at, name in enumerate(found.keys())}, found.all())


@cache
def _statement(source: Source, ones: tuple[Indicator, ...], ways: tuple[Breakdown, ...], ask: Ask) -> Select[Any]:
    """The facts, with what each indicator counts of them and to which part of each breakdown they belong."""
    facet = next((by.name for by in ways if by.name == "topic"), "")
    facts = counting.facts_of(source, replace(ask, facet=facet))
    how = [counting.counted(one) for one in ones]
    keys = [_text(facts.c[name]).label(f"key_{name}") for name in dict.fromkeys(one.counts for one in how)]
    sums = [facts.c[name].label(f"adds_{name}") for name in dict.fromkeys(one.adds for one in how if one.adds)]
    counts = [counting.holds(one, facts).label(f"holds_{nth}") for nth, one in enumerate(ones)]
    parts = [column_of(by, facts).label(f"by_{by.name}") for by in ways]
    shown: list[Any] = [_text(facts.c.on_day).label("day"), *keys, *sums, *counts, *parts]
    told: Select[Any] = select(*shown).select_from(facts)
    people = next((by for by in ways if by.of_person), None)
    return joined(people, told, facts) if people else told


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return cast(column, String)


def _listed(one: Indicator, nth: int, facts: _Facts) -> _Counted:
    holds, key = f"holds_{nth}", f"key_{counting.counted(one).counts}"
    at, key_at, day_at = facts.at[holds], facts.at[key], facts.at["day"]
    first: dict[str, Any] = {}
    for row in facts.rows:
        if row[at] and ((known := first.get(row[key_at])) is None or row[day_at] < known[day_at]):
            first[row[key_at]] = row
    ordered = sorted(first.values(), key=lambda row: (row[day_at], row[key_at]))
    places = {row[key_at]: place for place, row in enumerate(ordered)}
    return _Counted(one, holds, key, places, {row[key_at]: row[day_at] for row in ordered}, ordered)


def _whole(mine: _Counted, facts: _Facts) -> Gathered:
    adds = counting.counted(mine.one).adds
    ids = [bytes.fromhex(own.replace("-", "")) for own in mine.place]
    return Gathered(sum(row[facts.at[f"adds_{adds}"]] or 0 for row in mine.rows) if adds else len(ids), ids)


def _parts(mine: _Counted, by: Breakdown, facts: _Facts) -> dict[str, Divided]:
    """The parts that have records, where each record belongs to one."""
    part, adds = facts.at[f"by_{by.name}"], counting.counted(mine.one).adds
    held: dict[str, list[int]] = {}
    for place, row in enumerate(mine.rows):
        held.setdefault(row[part], []).append(place)
    if not adds:
        return {name: Divided(len(places), places) for name, places in held.items()}
    many = facts.at[f"adds_{adds}"]
    return {name: Divided(sum(mine.rows[at][many] or 0 for at in places), places) for name, places in held.items()}


def _overlapping(mine: _Counted, by: Breakdown, facts: _Facts) -> dict[str, Divided]:
    """The same where a record may belong to several: there is a row of it for each."""
    holds, key, part, day = (facts.at[name] for name in (mine.holds, mine.key, f"by_{by.name}", "day"))
    held: dict[str, set[int]] = {}
    for row in facts.rows:
        if row[holds] and mine.day.get(row[key]) == row[day]:
            held.setdefault(row[part], set()).add(mine.place[row[key]])
    return {name: Divided(len(places), sorted(places)) for name, places in held.items()}
