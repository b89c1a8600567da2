"""What the public may see of a tally."""

from collections.abc import Iterable, Sequence

import msgspec

from exchange.fair_tallies.views import FairTally, Row

SMALLEST_SHOWN = 5  # a smaller number of a sensitive breakdown could point at a person


def for_the_public(tally: FairTally, *, shown: Iterable[str], sensitive: Iterable[str]) -> FairTally:
    """The rows in `shown`; the `sensitive` ones without numbers that could point at a person.

    A breakdown is hidden for all sites when any part at any site is small, and in total when any total is: were a
    single cell hidden, the whole and the other cells would give it away.
    """
    allowed, careful = frozenset(shown), frozenset(sensitive)
    rows = [row for row in tally.rows if row.code in allowed]
    breakdowns: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        breakdowns.setdefault((row.part_of, row.by), []).append(row)
    covered = {row.code: row for parts in breakdowns.values() for row in _covered(parts, careful)}
    return msgspec.structs.replace(tally, rows=tuple(covered[row.code] for row in rows))


def _covered(parts: Sequence[Row], careful: frozenset[str]) -> Sequence[Row]:
    if not any(row.code in careful for row in parts):
        return parts
    by_site = any(_small(cell) for row in parts for cell in row.cells)
    in_total = any(_small(row.total) for row in parts)
    nothing: tuple[int | None, ...] = (None,) * len(parts[0].cells)
    return [
        msgspec.structs.replace(
            row, cells=nothing if by_site or in_total else row.cells, total=None if in_total else row.total
        )
        for row in parts
    ]


def _small(value: int | None) -> bool:
    return value is not None and 0 < value < SMALLEST_SHOWN
