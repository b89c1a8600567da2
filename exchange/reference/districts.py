"""Districts and towns people name instead of a province. Since July 2025 there are none, but they go on being written.

Only names that stand for one province; of two districts of one name the one that offers the most work, or neither.
"""

from functools import cache

from exchange.kernel.text import fold, words
from exchange.reference.files import rows_of


@cache
def by_name() -> dict[tuple[str, ...], str]:
    """Folded words of the name → code of the province as before the merger of 2025; also run together."""
    found: dict[tuple[str, ...], str] = {}
    for row in rows_of("districts"):
        key = words(fold(row["name"]))
        found.setdefault(key, row["province"])
        if len(key) > 1:
            found.setdefault(("".join(key),), row["province"])
    for number in range(1, 13):  # the numbered ones are all in TP. Hồ Chí Minh
        for way in (("quan", str(number)), (f"q{number}",), ("q", str(number)), ("district", str(number))):
            found[way] = "79"
        found |= {("dist", str(number)): "79", (f"d{number}",): "79"}
    return found


def province_of(name: str) -> str | None:
    """The province (a code as before the merger of 2025) in which the district or town `name` lies."""
    written = words(fold(name))
    ways = (written[skipped:] for skipped in range(3))  # the name may follow "TP.", "huyện", "thị xã"
    return next((by_name()[way] for way in ways if way in by_name()), None)
