"""What an indicator is, and how its parts are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from sqlalchemy import CTE, BigInteger, ColumnElement, and_, cast, func, true

from exchange.fair_tallies.codes import Group, RecordKind, Unit
from exchange.fair_tallies.facts import KEYS
from exchange.kernel.codes import Code


@dataclass(frozen=True, eq=False)
class Indicator:
    """A figure's definition: the facts it counts, which of them, and the sentence that says so ("Cách tính").

    Counts distinct `counted` among the `facts` that hold `where`; with `amount` it adds that up instead (the facts
    are then one row per record). `part_of`, `by`: the whole it is a part of, and by which breakdown. `sensitive`:
    small numbers are not shown to the public.
    """

    code: str
    label: str
    unit: Unit
    group: Group
    record: RecordKind
    definition: str
    facts: CTE
    counted: ColumnElement[Any]
    where: ColumnElement[bool] | None = None
    amount: ColumnElement[Any] | None = None
    part_of: str = ""
    by: str = ""
    public: bool = False
    sensitive: bool = False

    @property
    def holds(self) -> ColumnElement[bool]:
        """Which of the facts count."""
        return true() if self.where is None else self.where

    @property
    def figure(self) -> ColumnElement[int]:
        """The aggregate over the facts."""
        if self.amount is not None:
            return cast(func.coalesce(func.sum(self.amount).filter(self.holds), 0), BigInteger)
        if self.counted is KEYS[self.facts]:
            return func.count().filter(self.holds)  # the rows are distinct, and counting them is cheaper
        return func.count(self.counted.distinct()).filter(self.holds)


@dataclass(frozen=True)
class Part:
    """One value of a breakdown; None stands for facts without one."""

    value: str | None
    name: str
    label: str

    @classmethod
    def of(cls, code: Code) -> Self:
        """The part of a code."""
        return cls(code.value, code.value, code.label)


@dataclass(frozen=True, eq=False)
class Breakdown:
    """How a whole is divided: each of its facts has exactly one of the `parts` in `column`."""

    name: str
    definition: str
    column: ColumnElement[Any]
    parts: Sequence[Part]
    public: bool = False
    sensitive: bool = False

    def holds(self, part: Part) -> ColumnElement[bool]:
        """Which facts belong to a part."""
        return self.column.is_(None) if part.value is None else self.column == part.value


def parts_of(whole: Indicator, breakdown: Breakdown) -> tuple[Indicator, ...]:
    """The parts of a whole, in the breakdown's order."""
    return tuple(
        replace(
            whole,
            code=f"{whole.code}-{breakdown.name}-{part.name}",
            label=part.label,
            definition=breakdown.definition,
            where=and_(whole.holds, breakdown.holds(part)),
            part_of=whole.code,
            by=breakdown.name,
            public=breakdown.public,
            sensitive=breakdown.sensitive,
        )
        for part in breakdown.parts
    )
