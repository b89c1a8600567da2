"""All indicators, counted and declared, in the order of a report."""

from exchange.kernel.errors import NotFound
from exchange.tallies.codes import Part
from exchange.tallies.declared_indicators import DECLARED
from exchange.tallies.indicator import Indicator
from exchange.tallies.indicators import COUNTED

_ORDER = list(Part)
INDICATORS: tuple[Indicator, ...] = tuple(sorted((*COUNTED, *DECLARED), key=lambda one: _ORDER.index(one.part)))
BY_CODE: dict[str, Indicator] = {one.code: one for one in INDICATORS}


def indicator(code: str) -> Indicator:
    """The definition of a figure. Raises NotFound."""
    if code not in BY_CODE:
        raise NotFound
    return BY_CODE[code]
