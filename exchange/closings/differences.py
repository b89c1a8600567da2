"""What became known of a closed period after it was closed and booked: which records came, which went."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from exchange.closings import closed
from exchange.closings.closed import ClosingView, Kept
from exchange.closings.gathering import Gathered, gathered
from exchange.closings.ledger_queries import Booked, corrections
from exchange.closings.packing import apart
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView
from exchange.tallies.book import book
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.queries import Scope


class Difference(msgspec.Struct, frozen=True):
    """A figure as closed and corrected so far, and as it is known now; with the records between the two."""

    code: str
    before: int | None
    after: int | None
    came: tuple[UUID, ...] = ()
    went: tuple[UUID, ...] = ()

    @property
    def by_how_much(self) -> int:
        """How much more is known now."""
        return (self.after or 0) - (self.before or 0)


def differences(
    db: Reading, closing: ClosingView, period: PeriodView, codes: Iterable[str] | None = None
) -> list[Difference]:
    """All differences of a closed period that are not booked yet, in the order of the report.

    The stored ids, with what was booked since, against the same question asked as known now.
    """
    wanted = None if codes is None else set(codes)
    kept = [
        one for one in closed.figures(db, closing.id)
        if one.indicator in BY_CODE and (wanted is None or one.indicator in wanted)
    ]  # fmt: skip
    booked = corrections(db, closing.id)
    standing = _standing(db, closing, booked)
    values = {one.indicator: one.value for one in kept} | {one.indicator: one.after for one in booked}
    counted = [one.indicator for one in kept if BY_CODE[one.indicator].counted]
    scope = Scope(Days(period.first_day, period.last_day), (closing.centre_id,))
    now = gathered(db, scope, counted, divided=False)
    said = book(db, period, [closing.centre_id], [one.indicator for one in kept if one.indicator not in now])
    all_of = [
        _one(values[one.indicator], now.get(one.indicator), said.get(one.indicator), standing, one) for one in kept
    ]
    return [one for one in all_of if one.before != one.after or one.came or one.went]


def _one(
    before: int | None, now: Gathered | None, said: object, standing: dict[str, set[bytes]], kept: Kept
) -> Difference:
    code = kept.indicator
    if now is None:
        return Difference(code, before, getattr(said, "value", None))
    was = standing.get(code, set())
    here = set(now.ids)
    came = tuple(UUID(bytes=own) for own in now.ids if own not in was)
    return Difference(code, before, now.value, came, tuple(UUID(bytes=own) for own in sorted(was - here)))


def _standing(db: Reading, closing: ClosingView, booked: list[Booked]) -> dict[str, set[bytes]]:
    """The records behind each figure as closed and corrected so far."""
    found = closed.all_ids(db, closing.id)
    for one in booked:
        mine = found.setdefault(one.indicator, set())
        mine -= set(apart(one.went))
        mine |= set(apart(one.came))
    return found
