"""What a kind of fact is to whoever counts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, SelectBase, bindparam

from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind


@dataclass(frozen=True)
class Ask:
    """What shape of a statement is wanted. `some`: of the centres `centres` only, `one`: of just one of them;
    `as_of`: as known at `known`.

    `facet`: a breakdown for which the rows have to be multiplied, such as the topics of a visit. `apart`: each centre
    is counted by itself, so that what two of them had is counted for each.
    """

    some: bool = False
    one: bool = False
    as_of: bool = False
    facet: str = ""
    apart: bool = False


@dataclass(frozen=True, eq=False)
class Source:
    """One kind of fact.

    `rows`: a statement with the columns record, centre and on_day, person where the fact is somebody's, and those that
    its indicators ask about; one row for each fact, of the days `first` to `last`. `opens`: what a record is.
    `spanning`: which rows there are depends on all the days together, so parts of them have to be asked about anew.
    `firsts`: which column says that a fact is the first of its person in the days, among all or among those that are
    alike in some columns; it is there where such facts are known without looking at the others.
    """

    name: str
    opens: RecordKind
    dated: DateRule
    placed: ProvinceRule
    rows: Callable[[Ask], SelectBase]
    spanning: bool = False
    firsts: Mapping[tuple[str, ...], str] = field(default_factory=dict)


FIRST: Any = bindparam("first")
LAST: Any = bindparam("last")
KNOWN: Any = bindparam("known")


def here(centre: ColumnElement[Any], ask: Ask) -> list[ColumnElement[bool]]:
    """Only the centres that are asked about."""
    return [centre.in_(bindparam("centres", expanding=True))] if ask.some else []


def written(at: ColumnElement[Any], ask: Ask) -> list[ColumnElement[bool]]:
    """Only what was written down by the moment that is asked about."""
    return [at <= KNOWN] if ask.as_of else []
