"""Numbers as they stand on the screen and in reports: 15.384 · khoảng 400 · hơn 36.000 · 06 · 82 tỷ 055 triệu."""

from exchange.group_talks.codes import Qualifier
from exchange.kernel.texts import N_
from exchange.tallies.codes import Shape

NONE = "–"
_MILLION, _BILLION = 1_000_000, 1_000_000_000
_MILLIONS, _BILLIONS, _BOTH = N_("%s triệu"), N_("%s tỷ"), N_("%s tỷ %s triệu")


def grouped(value: int) -> str:
    """15384 → 15.384."""
    return f"{value:,}".replace(",", ".")


def number(value: int | None, shape: Shape = Shape.PLAIN) -> str:
    """A number in the shape in which its figure is written. What a shape cannot say exactly is written in full."""
    if value is None:
        return NONE
    match shape:
        case Shape.PADDED:
            return f"{value:02d}" if value < 10 else grouped(value)
        case Shape.MILLIONS if value and value % _MILLION == 0:
            return _MILLIONS % grouped(value // _MILLION)
        case Shape.BILLIONS if value >= _BILLION and value % _MILLION == 0:
            billions, millions = value // _BILLION, value % _BILLION // _MILLION
            return _BOTH % (grouped(billions), f"{millions:03d}") if millions else _BILLIONS % grouped(billions)
        case _:
            return grouped(value)


def figure(value: int | None, shape: Shape, qualifier: Qualifier) -> str:
    """A figure with how sure it is."""
    text = number(value, shape)
    return text if value is None or qualifier is Qualifier.EXACT else f"{qualifier.label.lower()} {text}"
