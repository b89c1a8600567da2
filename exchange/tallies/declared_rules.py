"""What may be declared of an indicator, and how declared figures of short periods make that of a long one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from exchange.group_talks.codes import Qualifier
from exchange.kernel.text import fold, squeeze
from exchange.tallies.codes import LONGEST_BECAUSE, LONGEST_SOURCE, MOST, TallyReason, Unit

MOST_PERCENT = 10_000_000  # hundredths
_UNSURE = (Qualifier.ABOUT, Qualifier.OVER, Qualifier.EXACT)  # a sum is as unsure as its least sure part


class Said(msgspec.Struct, frozen=True):
    """What an office said for the days of a period, both in it."""

    first: date
    last: date
    value: int
    qualifier: Qualifier


class Amount(msgspec.Struct, frozen=True):
    """A figure and how sure it is."""

    value: int
    qualifier: Qualifier


def why_not(value: int, source: str, document: str, because: str, *, again: bool) -> tuple[TallyReason, str] | None:
    """What is wrong with a declared figure, and at which field. `again`: it follows another one."""
    faults = (
        (value < 0, TallyReason.NEGATIVE, "value"),
        (value > MOST, TallyReason.TOO_BIG, "value"),
        (not source, TallyReason.NO_SOURCE, "source"),
        (not document, TallyReason.NO_DOCUMENT, "document"),
        (len(source) > LONGEST_SOURCE, TallyReason.TOO_LONG, "source"),
        (len(document) > LONGEST_SOURCE, TallyReason.TOO_LONG, "document"),
        (again and not because, TallyReason.WITHOUT_WORDS, "because"),
        (len(because) > LONGEST_BECAUSE, TallyReason.TOO_LONG, "because"),
    )
    return next(((reason, field) for wrong, reason, field in faults if wrong), None)


def same_unit(written: str, unit: Unit) -> bool:
    """Whether a unit in a file is the indicator's, whatever its accents and spaces."""
    return fold(squeeze(written)) == fold(unit.label)


def together(amounts: Iterable[Amount]) -> Amount | None:
    """The sum, as unsure as its least sure part; None of nothing."""
    all_of = list(amounts)
    if not all_of:
        return None
    qualifier = next(one for one in _UNSURE if any(amount.qualifier is one for amount in all_of))
    return Amount(sum(amount.value for amount in all_of), qualifier)


def covering(said: Sequence[Said], first: date, last: date) -> Amount | None:
    """The figure for all days from `first` to `last`, put together from periods that follow each other without a gap.

    The longest period goes first at each step; None where some days are covered by nothing.
    """
    if first > last:
        return Amount(0, Qualifier.EXACT)
    starting = sorted((one for one in said if one.first == first and one.last <= last), key=lambda one: one.last)
    for one in reversed(starting):
        rest = covering(said, one.last + timedelta(days=1), last)
        if rest is not None:
            return together([Amount(one.value, one.qualifier), *([rest] if rest.value else [])])
    return None
