"""Counting now, or as it was known at a moment: figures, their parts, and the ids of the records behind them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.periods.queries import PeriodView
from exchange.tallies import counting
from exchange.tallies.breakdowns import Breakdown, label_of, parts_of
from exchange.tallies.catalogue import indicator
from exchange.tallies.codes import NOT_STATED
from exchange.tallies.indicator import Indicator
from exchange.tallies.sources.source import Ask, Source

PAGE = 50


class Scope(msgspec.Struct, frozen=True):
    """What is counted: the days, the centres (None: all), and the moment by which it was known (None: now)."""

    days: Days
    centres: tuple[UUID, ...] | None = None
    known: datetime | None = None

    @classmethod
    def of(cls, period: PeriodView, centres: Sequence[UUID] | None) -> "Scope":
        """A period of some centres, or of all."""
        return cls(Days(period.first_day, period.last_day), None if centres is None else tuple(centres))

    @property
    def values(self) -> dict[str, Any]:
        """What the statements are bound to."""
        some = {} if self.centres is None else {"centres": list(self.centres)}
        then = {} if self.known is None else {"known": self.known}
        return {"first": self.days.first, "last": self.days.last} | some | then

    def ask(self, *, apart: bool = False) -> Ask:
        """The shape of the statements."""
        one = self.centres is not None and len(self.centres) == 1
        return Ask(some=self.centres is not None, one=one, as_of=self.known is not None, apart=apart)


class PartCount(msgspec.Struct, frozen=True):
    """One part of a figure."""

    value: str
    label: str
    count: int


class Chosen(msgspec.Struct, frozen=True):
    """One part of a breakdown: of what is opened."""

    by: str
    part: str


def figures(db: Reading, scope: Scope, codes: Iterable[str]) -> dict[str, int]:
    """Counted indicators, in one statement for each kind of fact."""
    found: dict[str, int] = {}
    for _, mine in _by_source(codes):
        row = db.execute(counting.totals(mine, scope.ask()), scope.values).one()
        found |= dict(zip(mine, row, strict=True))
    return found


def by_centre(db: Reading, scope: Scope, codes: Iterable[str]) -> dict[tuple[str, UUID | None], int]:
    """The same for each centre by itself. Where a person came to two, the centres' figures are more than the total."""
    found: dict[tuple[str, UUID | None], int] = {}
    for _, mine in _by_source(codes):
        for centre, *values in db.execute(counting.totals(mine, scope.ask(apart=True)), scope.values):
            found |= {(code, centre): value for code, value in zip(mine, values, strict=True)}
    return found


def parts(db: Reading, scope: Scope, code: str, by: str) -> list[PartCount]:
    """A figure divided: first the parts that are always shown, then what people wrote; not stated is last.

    Raises NotFound for a breakdown that the figure does not have.
    """
    breakdown = indicator(code).breakdown(by)
    if breakdown is None:
        raise NotFound
    rows = db.execute(counting.parts(code, (by,), scope.ask()), scope.values)
    return _ordered(breakdown, {part: count for _, part, count in rows})


def all_parts(db: Reading, scope: Scope, code: str) -> dict[str, list[PartCount]]:
    """A figure divided in every way there is, by the name of the breakdown; the facts are found once for all."""
    by_name = {one.name: one for one in counting.counted(indicator(code)).by}
    together, alone = tuple(name for name in by_name if name != counting.FACET), counting.FACET
    counts: dict[str, dict[str, int]] = {name: {} for name in by_name}
    for bys in (together, (alone,) if alone in by_name else ()):
        for name, part, count in db.execute(counting.parts(code, bys, scope.ask()), scope.values) if bys else ():
            counts[name][part] = count
    return {name: _ordered(one, counts[name]) for name, one in by_name.items()}


def by_stretch(db: Reading, scope: Scope, code: str, ends: Sequence[date]) -> list[int]:
    """A counted figure for stretches of days that follow each other from the scope's first; `ends`: their last days."""
    if counting.counted(indicator(code)).source.spanning:
        begins = [scope.days.first, *(end + timedelta(days=1) for end in ends[:-1])]
        scopes = [Scope(Days(*days), scope.centres, scope.known) for days in zip(begins, ends, strict=True)]
        return [figures(db, one, [code])[code] for one in scopes]
    values = scope.values | {f"end_{n}": end for n, end in enumerate(ends)}
    rows = db.execute(counting.by_end(code, len(ends), scope.ask()), values)
    found = {row[0]: row[1] for row in rows}
    return [found.get(n, 0) for n in range(len(ends))]


def _ordered(breakdown: Breakdown, counted: dict[str, int]) -> list[PartCount]:
    shown = parts_of(breakdown)
    written = sorted(value for value in counted if value not in shown)
    order = [*shown[:-1], *written, NOT_STATED]
    return [PartCount(value, label_of(breakdown, value), counted.get(value, 0)) for value in order]


def ids(db: Reading, scope: Scope, code: str, chosen: Chosen | None = None) -> list[UUID]:
    """All records behind a figure or a part of it, oldest first."""
    by, values = _asked(scope, code, chosen)
    return [row.record for row in db.execute(counting.records(code, by, scope.ask()), values)]


def page_of(
    db: Reading, scope: Scope, code: str, chosen: Chosen | None = None, *, page: int = 1
) -> tuple[Sequence[UUID], int]:
    """Fifty records and how many there are. Raises NotFound for a page that is not."""
    if page < 1:
        raise NotFound
    by, values = _asked(scope, code, chosen)
    values |= {"most": PAGE, "skipped": (page - 1) * PAGE}
    found = db.execute(counting.page(code, by, scope.ask()), values).all()
    if page > 1 and not found:
        raise NotFound
    return [row.record for row in found], found[0].many if found else 0


def _asked(scope: Scope, code: str, chosen: Chosen | None) -> tuple[str, dict[str, Any]]:
    one = indicator(code)
    if one.counted is None or (chosen and one.breakdown(chosen.by) is None):
        raise NotFound
    return (chosen.by, scope.values | {"part": chosen.part}) if chosen else ("", scope.values)


def _by_source(codes: Iterable[str]) -> list[tuple[Source, tuple[str, ...]]]:
    """Those that count the same facts, together: they are counted in one pass."""
    together: dict[Source, list[Indicator]] = {}
    for one in map(indicator, codes):
        together.setdefault(counting.counted(one).source, []).append(one)
    return [(source, tuple(one.code for one in mine)) for source, mine in together.items()]
