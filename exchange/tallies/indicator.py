"""What an indicator is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from exchange.kernel.codes import Code
from exchange.tallies.breakdowns import Breakdown
from exchange.tallies.codes import DateRule, Origin, Part, ProvinceRule, RecordKind, Shape, Unit
from exchange.tallies.sources.source import Source

BEGINNING = date(2000, 1, 1)
RECORD = "record"
PERSON = "person"


@dataclass(frozen=True, eq=False)
class Counting:
    """How a figure is counted: distinct `counts` among the facts of a source, or the sum of `adds` over them.

    `only`: for some columns the values that count; `least`: for some columns the smallest number that does. `by`: how
    it may be divided. `told`: whether talks say a number of heads beside the list (how sure the figure is).
    """

    source: Source
    counts: str = RECORD
    only: Mapping[str, tuple[Code | bool, ...]] = field(default_factory=dict)
    least: Mapping[str, int] = field(default_factory=dict)
    adds: str = ""
    by: tuple[Breakdown, ...] = ()
    told: bool = False


@dataclass(frozen=True, eq=False)
class Indicator:
    """A figure's definition, in one place: what it is called, counts, and says of itself ("Cách tính").

    `counted`: how it is counted from records; None where another office declares it. `row`: of the yearly report of a
    department of labour. `version`, `since`: the definition's edition and its first day; `formerly`: the sentence of
    earlier editions. `planned`: whether plans are made for it.
    """

    code: str
    label: str
    unit: Unit
    part: Part
    definition: str
    counted: Counting | None = None
    row: int | None = None
    shape: Shape = Shape.PLAIN
    planned: bool = False
    version: int = 1
    since: date = BEGINNING
    formerly: tuple[str, ...] = ()

    @property
    def origin(self) -> Origin:
        """Whether it is counted here or declared by another office."""
        return Origin.COUNTED if self.counted else Origin.DECLARED

    @property
    def dated(self) -> DateRule:
        """Which day decides to which period a fact belongs."""
        return self.counted.source.dated if self.counted else DateRule.REPORTED

    @property
    def placed(self) -> ProvinceRule:
        """Which province a fact is counted for."""
        return self.counted.source.placed if self.counted else ProvinceRule.OFFICE

    @property
    def opens(self) -> RecordKind | None:
        """What its records are; None for a declared one, behind which stands a paper."""
        if self.counted is None:
            return None
        kinds = {PERSON: RecordKind.PERSON, "employer": RecordKind.EMPLOYER}
        return kinds.get(self.counted.counts, self.counted.source.opens)

    def breakdown(self, name: str) -> Breakdown | None:
        """One of the ways to divide it."""
        return next((one for one in (self.counted.by if self.counted else ()) if one.name == name), None)
