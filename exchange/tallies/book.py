"""The figures of centres for a period: counted where the records are held, declared where they are not."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from exchange.counselling.rules import Days
from exchange.group_talks.codes import Qualifier
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView, year_begins
from exchange.tallies import declared_queries
from exchange.tallies.catalogue import INDICATORS, indicator
from exchange.tallies.codes import Origin
from exchange.tallies.declared_queries import Declared
from exchange.tallies.declared_rules import Amount, covering, together
from exchange.tallies.indicator import Indicator
from exchange.tallies.queries import Scope, figures
from exchange.visits.heads_queries import declared_sum
from exchange.visits.queries import Which


class Figure(msgspec.Struct, frozen=True):
    """One figure. `value` is None where nothing was declared; `so_far`: from the beginning of the year.

    `declared`: what offices said, each with its paper; of a counted figure it stands beside and is never added.
    """

    code: str
    value: int | None
    qualifier: Qualifier
    so_far: int | None
    declared: tuple[Declared, ...] = ()

    @property
    def indicator(self) -> Indicator:
        """Its definition."""
        return indicator(self.code)

    @property
    def origin(self) -> Origin:
        """Whether it was counted or declared."""
        return self.indicator.origin

    @property
    def difference(self) -> int | None:
        """By how much what offices said of a counted figure is more than the count."""
        if self.origin is Origin.DECLARED or not self.declared or self.value is None:
            return None
        return sum(one.value for one in self.declared) - self.value


def book(
    db: Reading,
    period: PeriodView,
    centres: Sequence[UUID] | None,
    codes: Iterable[str] | None = None,
    *,
    known: datetime | None = None,
) -> dict[str, Figure]:
    """The figures of some centres together (None: of all), by code, now or as known at a moment."""
    wanted = [one for one in INDICATORS if codes is None or one.code in set(codes)]
    said: dict[str, list[Declared]] = {}
    for one in declared_queries.standing(db, period.id, centres, known=known):
        said.setdefault(one.indicator, []).append(one)
    counted = _counted(db, period, centres, [one for one in wanted if one.counted], known)
    declared = _declared(db, period, centres, [one for one in wanted if not one.counted], known)
    return {
        one.code: Figure(one.code, *(counted | declared)[one.code], tuple(said.get(one.code, ()))) for one in wanted
    }


def amounts(
    db: Reading,
    period: PeriodView,
    centres: Sequence[UUID] | None,
    codes: Iterable[str],
    *,
    known: datetime | None = None,
) -> dict[str, int | None]:
    """The figures of a period alone, without the year so far: to compare another one with."""
    ones = [indicator(code) for code in codes]
    some = None if centres is None else tuple(centres)
    days = Days(period.first_day, period.last_day)
    counted = figures(db, Scope(days, some, known), [one.code for one in ones if one.counted])
    declared = _declared(db, period, centres, [one for one in ones if not one.counted], known)
    return {one.code: counted[one.code] if one.counted else declared[one.code][0] for one in ones}


Numbers = dict[str, tuple[int | None, Qualifier, int | None]]


def _counted(
    db: Reading, period: PeriodView, centres: Sequence[UUID] | None, ones: list[Indicator], known: datetime | None
) -> Numbers:
    some = None if centres is None else tuple(centres)
    days, begins = Days(period.first_day, period.last_day), year_begins(period)
    codes = [one.code for one in ones]
    now = figures(db, Scope(days, some, known), codes)
    year = now if begins == period.first_day else figures(db, Scope(Days(begins, period.last_day), some, known), codes)
    return {one.code: (now[one.code], _sureness(db, one, now[one.code], days, some), year[one.code]) for one in ones}


def _sureness(db: Reading, one: Indicator, count: int, days: Days, centres: tuple[UUID, ...] | None) -> Qualifier:
    """A list that comes to the number which somebody said of the same talks is as sure as that number."""
    if one.counted is None or not one.counted.told:
        return Qualifier.EXACT
    kinds = one.counted.only["kind"]
    which = [Which(centre, kind) for centre in centres or (None,) for kind in kinds]  # type: ignore[arg-type]
    sums = [said for which_one in which if (said := declared_sum(db, days, which_one))]
    whole = together([Amount(said.number, said.qualifier) for said in sums])
    return whole.qualifier if whole and whole.value == count else Qualifier.EXACT


def _declared(
    db: Reading, period: PeriodView, centres: Sequence[UUID] | None, ones: list[Indicator], known: datetime | None
) -> Numbers:
    begins = year_begins(period)
    said = declared_queries.said(db, begins, period.last_day, centres, known=known)
    nothing = (None, Qualifier.EXACT, None)
    found: Numbers = {one.code: nothing for one in ones}
    for code in {code for code, _ in said} & set(found):
        of_centres = [words for (whose, _), words in said.items() if whose == code]
        now = together(_all([covering(words, period.first_day, period.last_day) for words in of_centres]))
        year = together(_all([covering(words, begins, period.last_day) for words in of_centres]))
        found[code] = (
            now.value if now else None,
            now.qualifier if now else Qualifier.EXACT,
            year.value if year else None,
        )
    return found


def _all(amounts: list[Amount | None]) -> list[Amount]:
    return [one for one in amounts if one is not None]
