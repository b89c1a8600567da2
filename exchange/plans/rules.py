"""Percent of a plan, comparison with last year, and how a percentage is cut. All in whole numbers: no floats."""

import msgspec

from exchange.plans.codes import LONGEST_DOCUMENT, Comparison, PlanReason, Rounding
from exchange.plans.codes import Style as Style

NONE = "–"
_MOST = 9_999_999_999_999_999


class Percent(msgspec.Struct, frozen=True):
    """A percentage in hundredths, tenths or whole percent: `units` of ten to the power of minus `decimals`."""

    units: int
    decimals: int

    @property
    def text(self) -> str:
        """As it is printed: 66,88%."""
        sign, digits = "-" if self.units < 0 else "", str(abs(self.units)).rjust(self.decimals + 1, "0")
        whole, rest = (digits[: -self.decimals], digits[-self.decimals :]) if self.decimals else (digits, "")
        return f"{sign}{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "") + "%"


def percent(value: int | None, of: int | None, style: Style | None = None) -> Percent | None:
    """A figure in percent of a plan; None without a figure or a plan, never 0 for them."""
    chosen = style or Style()
    if value is None or not of:
        return None
    return Percent(_ratio(100 * value * 10**chosen.decimals, of, chosen.rounding), chosen.decimals)


def change(value: int | None, before: int | None, style: Style | None = None) -> Percent | None:
    """By how many percent a figure is more (or less) than the one before."""
    chosen = style or Style()
    if value is None or not before:
        return None
    return Percent(_ratio(100 * (value - before) * 10**chosen.decimals, before, chosen.rounding), chosen.decimals)


def compared(value: int | None, before: int | None, style: Style | None = None) -> str:
    """A figure against the same period of last year, in one of three ways: +570 · +10,40% · 100,74%.

    "–" where one of the two is missing; where there was nothing before, only the difference can be said.
    """
    chosen = style or Style()
    if value is None or before is None:
        return NONE
    match chosen.comparison:
        case Comparison.ABSOLUTE:
            return _signed(value - before)
        case Comparison.PERCENT:
            more = change(value, before, chosen)
            return NONE if more is None else f"+{more.text}" if more.units > 0 else more.text
        case Comparison.INDEX:
            index = percent(value, before, chosen)
            return NONE if index is None else index.text


def text_of(value: Percent | None) -> str:
    """A percentage, or "–"."""
    return NONE if value is None else value.text


def why_not(
    target: int | None, year: int, document: str, because: str, *, again: bool
) -> tuple[PlanReason, str] | None:
    """What is wrong with a plan, and at which field. `again`: another one was set before; only then may it be none."""
    faults = (
        (target is None and not again, PlanReason.ZERO, "target"),
        (target is not None and target < 1, PlanReason.ZERO, "target"),
        (target is not None and target > _MOST, PlanReason.TOO_BIG, "target"),
        (not 2000 <= year <= 2100, PlanReason.YEAR, "year"),
        (not document, PlanReason.NO_DOCUMENT, "document"),
        (len(document) > LONGEST_DOCUMENT, PlanReason.TOO_LONG, "document"),
        (again and not because, PlanReason.WITHOUT_WORDS, "because"),
        (len(because) > 300, PlanReason.TOO_LONG, "because"),
    )
    return next(((reason, field) for wrong, reason, field in faults if wrong), None)


def plans_that_print(value: int, printed: int, decimals: int, rounding: Rounding) -> range:
    """All plans of which `value` is `printed` units of a percentage: what may have been meant where only that is known.

    15.384 at 66,88% cut off: 22.999 to 23.002, so 23.000 was meant.
    """
    scale = 100 * 10**decimals * value
    near = scale // max(printed, 1)
    width = near // max(printed, 1) + 2
    fits = [plan for plan in range(max(1, near - width), near + width + 1) if _ratio(scale, plan, rounding) == printed]
    return range(fits[0], fits[-1] + 1) if fits else range(0)


def _ratio(top: int, bottom: int, rounding: Rounding) -> int:
    """A division of whole numbers, towards zero or half up, whatever the sign."""
    sign = -1 if top < 0 else 1
    if rounding is Rounding.TRUNCATE:
        return sign * (abs(top) // bottom)
    return sign * ((2 * abs(top) + bottom) // (2 * bottom))


def _signed(value: int) -> str:
    text = f"{abs(value):,}".replace(",", ".")
    return f"+{text}" if value > 0 else f"-{text}" if value < 0 else "0"
