"""Plans from a table: looked through line by line, then set for those lines that can be taken."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from exchange.centres.access import LeadDesk
from exchange.kernel.codes import Reason
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.plans import queries, rules
from exchange.plans.actions import PlanGiven, set_plan
from exchange.plans.queries import Plan
from exchange.tallies.codes import LineReason
from exchange.tallies.sheets import Line


class PlanLine(msgspec.Struct, frozen=True):
    """A line, the plan that stands, and why the line cannot be taken. One that changes nothing is no fault."""

    line: Line
    standing: Plan | None
    fault: Reason | None

    @property
    def new(self) -> bool:
        """Whether taking it would write something."""
        return self.fault is None and not self.same

    @property
    def same(self) -> bool:
        """Whether the plan stands already, by the same document."""
        plan = self.standing
        return plan is not None and (plan.target, plan.document) == (self.line.value, self.line.get("document"))


def look_through(db: Reading, desk: LeadDesk, year: int, lines: Sequence[Line]) -> list[PlanLine]:
    """What would become of each line."""
    standing = {one.indicator: one for one in queries.plans(db, year, (desk.centre_id,))}
    return [_looked(line, standing.get(line.code), year) for line in lines]


def take(
    db: Writing, desk: LeadDesk, year: int, lines: Sequence[Line], *, request_id: UUID | None, now: datetime
) -> int:
    """Set the plans of the lines that can be taken; how many. The same form twice is once.

    Raises Refused where there is none, Conflict when somebody else set one in between.
    """
    looked = look_through(db, desk, year, lines)
    good = [one for one in looked if one.new]
    if not good and not any(one.same for one in looked):
        raise Refused(LineReason.FAULTS, "lines")
    for one in good:
        given = PlanGiven(
            one.line.code, year, one.line.value, one.line.get("document"), unit=one.line.get("unit"),
            because=one.line.get("because"), after=one.standing.turn if one.standing else 0,
        )  # fmt: skip
        own = uuid5(request_id, one.line.code) if request_id else None
        set_plan(db, desk, given, request_id=own, now=now)
    return len(good)


def _looked(line: Line, standing: Plan | None, year: int) -> PlanLine:
    looked = PlanLine(line, standing, line.fault)
    if looked.fault or looked.same:
        return looked
    again = standing is not None
    said = rules.why_not(line.value, year, line.get("document"), line.get("because"), again=again)
    return msgspec.structs.replace(looked, fault=said[0] if said else None)
