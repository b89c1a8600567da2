"""Five shades for figures of provinces: about as many in each, so that one giant does not flatten the rest."""

from collections.abc import Iterable

import msgspec

MOST = 5


class Shade(msgspec.Struct, frozen=True):
    """A class of figures: from the smallest to the largest that fall into it. `step`: 1 is the palest."""

    step: int
    least: int
    most: int

    def holds(self, value: int) -> bool:
        """Whether a figure belongs here."""
        return self.least <= value <= self.most


def shades(values: Iterable[int]) -> list[Shade]:
    """The classes, the palest first. Equal figures share one; fewer than five different ones make fewer classes."""
    left = sorted(values)
    different = len(set(left))
    found: list[Shade] = []
    steps = _steps(min(MOST, different))
    for place, step in enumerate(steps):
        wanted = -(-len(left) // (len(steps) - place))
        most = left[wanted - 1]
        still = len(steps) - place - 1
        while len({value for value in left if value > most}) < still:  # leave a figure for each class to come
            most = max(value for value in left if value < most)
        taken = [value for value in left if value <= most]
        found.append(Shade(step, taken[0], most))
        left = left[len(taken) :]
    return found


def _steps(count: int) -> tuple[int, ...]:
    """Few classes use shades that are far apart."""
    return {0: (), 1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5)}.get(count, (1, 2, 3, 4, 5))
