"""Declared figures from a table: looked through line by line, then written down for those lines that can be taken."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from exchange.centres.access import StaffDesk
from exchange.kernel.codes import Reason
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.periods.queries import PeriodView
from exchange.tallies import declared_queries as queries
from exchange.tallies import declared_rules as rules
from exchange.tallies.codes import LineReason
from exchange.tallies.declared_actions import DeclaredGiven, declare
from exchange.tallies.declared_queries import Declared
from exchange.tallies.sheets import Line

_TOLD = ("source", "document")


class DeclaredLine(msgspec.Struct, frozen=True):
    """A line, what was declared last of its figure, and why the line cannot be taken."""

    line: Line
    last: Declared | None
    fault: Reason | None

    @property
    def new(self) -> bool:
        """Whether taking it would write something."""
        return self.fault is None and not self.same

    @property
    def same(self) -> bool:
        """Whether this very figure stands already."""
        one, line = self.last, self.line
        if one is None or one.withdrawn is not None:
            return False
        told = all(getattr(one, name) == line.get(name) for name in _TOLD)
        return told and (one.value, one.qualifier) == (line.value, line.qualifier)


def look_through(db: Reading, desk: StaffDesk, period: PeriodView, lines: Sequence[Line]) -> list[DeclaredLine]:
    """What would become of each line."""
    last = queries.last_of(db, desk.centre_id, period.id)
    return [_looked(line, last.get(line.code)) for line in lines]


def take(
    db: Writing, desk: StaffDesk, period: PeriodView, lines: Sequence[Line], *, client_key: UUID, now: datetime
) -> int:
    """Write down the lines that can be taken; how many. The same form twice is once.

    Raises Refused where there is none, Conflict when somebody else wrote one in between.
    """
    looked = look_through(db, desk, period, lines)
    good = [one for one in looked if one.new]
    if not good and not any(one.same for one in looked):
        raise Refused(LineReason.FAULTS, "lines")
    for one in good:
        told: dict[str, Any] = {name: one.line.get(name) for name in (*_TOLD, "unit", "because")}
        after = one.last.turn if one.last else 0
        given = DeclaredGiven(one.line.code, one.line.value or 0, one.line.qualifier, after=after, **told)
        declare(db, desk, period, given, client_key=uuid5(client_key, one.line.code), now=now)
    return len(good)


def _looked(line: Line, last: Declared | None) -> DeclaredLine:
    looked = DeclaredLine(line, last, line.fault)
    if looked.fault or looked.same or line.value is None:
        return looked
    words = {name: line.get(name) for name in (*_TOLD, "because")}
    said = rules.why_not(line.value, **words, again=last is not None)
    return msgspec.structs.replace(looked, fault=said[0] if said else None)
