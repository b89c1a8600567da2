"""Taking in a file of decisions: as often as one likes, without taking anything twice."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from exchange.benefits import deadlines, facts, rules
from exchange.benefits.actions import held
from exchange.benefits.codes import BenefitReason, RowTaken
from exchange.benefits.decision_actions import write_decision
from exchange.benefits.decision_rows import DecisionRow
from exchange.benefits.facts import Claim
from exchange.benefits.rules import Decision
from exchange.journal import log
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.reference.holidays import Calendar

BATCH: Final = 500  # rows in one transaction


class Line(Struct, frozen=True):
    """What became of one row, and why."""

    line: int
    taken: RowTaken
    reason: BenefitReason | None = None


class Report(Struct, frozen=True):
    """What became of the rows of a file."""

    lines: list[Line]

    @property
    def counts(self) -> dict[RowTaken, int]:
        """How many rows went which way."""
        found = Counter(line.taken for line in self.lines)
        return {one: found[one] for one in RowTaken}


class Plan(Struct, frozen=True):
    """For which centre a file is taken in, and when."""

    centre_id: UUID
    calendar: Calendar
    now: datetime


def import_decisions(
    write: Callable[[Callable[[Writing], Any]], Any], rows: Iterable[DecisionRow], plan: Plan
) -> Report:
    """Write down the decisions of a file on the claims that carry their numbers, in batches of one transaction each.

    A claim that has the same decision already is left alone, one that has another is not touched: a person corrects
    it. What is taken although something is missing is told as doubted.
    """
    lines: list[Line] = []
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        lines += write(partial(_take, batch=batch, plan=plan))
    return Report(lines)


def _take(db: Writing, *, batch: list[DecisionRow], plan: Plan) -> list[Line]:
    return [_one(db, row, plan) for row in batch]


def _one(db: Writing, row: DecisionRow, plan: Plan) -> Line:
    if row.said is None:
        return Line(row.line, RowTaken.REFUSED, row.reason)
    numbered = {"centre": plan.centre_id, "year": row.year, "number": row.number}
    found = facts.NUMBERED.ask(db, numbered)
    if not found or found[0].course.withdrawn:
        return Line(row.line, RowTaken.REFUSED, BenefitReason.NUMBER_UNKNOWN)
    claim = held(db, found[0].id)
    if claim.course.decision is not None:
        same = claim.course.decision == row.said
        return Line(row.line, *((RowTaken.UNCHANGED,) if same else (RowTaken.REFUSED, BenefitReason.ROW_DIFFERS)))
    if reason := _why_not(claim, row.said, plan):
        return Line(row.line, RowTaken.REFUSED, reason)
    write_decision(db, claim.id, row.said, seeker_id=claim.person_id, by=log.By(None), now=plan.now)
    doubt = _doubt(claim, row.said, plan)
    return Line(row.line, RowTaken.DOUBTED if doubt else RowTaken.TAKEN, doubt)


def _why_not(claim: Claim, said: Decision, plan: Plan) -> BenefitReason | None:
    reason = rules.why_not_decided(claim.course, said.on_day, local_day(plan.now))
    if (
        reason is BenefitReason.NOT_APPRAISED
    ):  # the insurer's system decides; that it was looked through is not known here
        reason = rules.why_not_appraised(claim.course, said.on_day, local_day(plan.now))
    return reason or rules.why_not_said(claim.course, said)


def _doubt(claim: Claim, said: Decision, plan: Plan) -> BenefitReason | None:
    if claim.course.appraised_on is None:
        return BenefitReason.WITHOUT_APPRAISAL
    late = said.on_day > deadlines.decision_due(claim.received_on, plan.calendar)
    return BenefitReason.DECIDED_LATE if late else None
