"""The register retold in plain Python: lists of what happened, and a count that reads them naively."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass
class Said:
    """An entry as it was made."""

    own: UUID
    at: datetime
    who: str
    day: date
    start: date | None
    centre: str | None


@dataclass
class Plain:
    """What happened to entries: each with its time. `steps`: entry, level, start, time, time of withdrawal."""

    entries: list[Said] = field(default_factory=list)
    steps: dict[UUID, tuple[UUID, int, date | None, datetime]] = field(default_factory=dict)
    withdrawn: dict[UUID, datetime] = field(default_factory=dict)
    reversed: dict[UUID, datetime] = field(default_factory=dict)
    joins: list[list[Any]] = field(default_factory=list)  # kept, gone, at, undone at
    settled: list[tuple[UUID, str, datetime]] = field(default_factory=list)

    def count(self, first: date, last: date, known: datetime) -> set[tuple[Any, ...]]:
        """Record, day, level, centre of whatever counted at a time."""
        gone = {one: kept for kept, one, at, undone in self.joins if at <= known and not (undone and undone <= known)}
        found = set()
        for one in self.entries:
            if one.at > known or self.reversed.get(one.own, known) < known or one.own in gone:
                continue
            if one.own in self.reversed and self.reversed[one.own] <= known:
                continue
            group = [one, *(other for other in self.entries if gone.get(other.own) == one.own)]
            found.add(self._row(group, known))
        return {row for row in found if first <= row[1] <= last}

    def _row(self, group: list[Said], known: datetime) -> tuple[Any, ...]:
        own = [said.own for said in group]
        steps = [
            (at, level, start)
            for key, (entry, level, start, at) in self.steps.items()
            if entry in own and at <= known and not self._gone(key, known)
        ]
        starts = [start for at, _, start in sorted(steps, key=lambda step: step[0]) if start]
        start = starts[-1] if starts else _first(group, lambda said: said.start)
        credit = [centre for entry, centre, at in self.settled if entry == own[0] and at <= known]
        credit += [centre for entry, centre, at in reversed(self.settled) if entry in own[1:] and at <= known]
        mine = [entry for entry, _, at in self.settled if entry == own[0] and at <= known]
        centre = credit[len(mine) - 1] if mine else credit[0] if credit else _first(group, lambda said: said.centre)
        return own[0], start or group[0].day, max((level for _, level, _ in steps), default=0), centre

    def _gone(self, step: UUID, known: datetime) -> bool:
        return step in self.withdrawn and self.withdrawn[step] <= known


def _first(group: list[Said], of: Callable[[Said], Any]) -> Any:
    """What the kept one says, else the earliest of the others that says something."""
    return next((of(said) for said in group if of(said) is not None), None)
