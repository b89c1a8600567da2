"""A claim as registers hand it in, with what was decided on it: what of it cannot be, by the rules of the desk."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from exchange.benefits import rules
from exchange.benefits.codes import BenefitReason, ClaimOrigin, Verdict
from exchange.benefits.rules import Course, Decision, Happened


class Claimed(msgspec.Struct, frozen=True):
    """One claim of a person born in `birth_year`. `number`: year and number where the register has given them.

    `ended`: on which day and ground a granted benefit ended, where it did.
    """

    seeker_id: UUID
    birth_year: int
    received_on: date
    contract_ended_on: date
    other_province: str | None = None
    number: tuple[int, int] | None = None
    decision: Decision | None = None
    ended: Happened | None = None

    @property
    def origin(self) -> ClaimOrigin:
        """How it came to the centre."""
        return ClaimOrigin.OTHER_PROVINCE if self.other_province else ClaimOrigin.HERE

    @property
    def course(self) -> Course:
        """The claim as the rules read it."""
        events = (self.ended,) if self.ended else ()
        return Course(self.received_on, self.birth_year, decision=self.decision, events=events)


class Fault(NamedTuple):
    """Why not, and at which field."""

    reason: BenefitReason
    field: str


_AT = {
    BenefitReason.MONTHS: "months",
    BenefitReason.AMOUNT: "monthly",
    BenefitReason.FROM_NEEDED: "from_on",
    BenefitReason.FROM_TOO_EARLY: "from_on",
    BenefitReason.TO_WRONG: "from_on",
    BenefitReason.REFUSAL_NEEDED: "refusal",
    BenefitReason.GROUND_NEEDED: "ground",
}


def why_not_claim(row: Claimed, today: date) -> Fault | None:
    """What of a claim cannot be; `today` is the local day. That no other is open is asked of the register."""
    reason = rules.why_not_received(row.received_on, row.contract_ended_on, row.birth_year, today)
    if reason:
        return Fault(reason, "received_on" if reason is BenefitReason.IN_FUTURE else "contract_ended_on")
    if row.decision is None:
        return Fault(BenefitReason.NOT_DECIDED, "ended_on") if row.ended else None
    return _why_not_decision(row, row.decision, today)


def _why_not_decision(row: Claimed, said: Decision, today: date) -> Fault | None:
    before = Course(row.received_on, row.birth_year)
    if said.on_day > today:
        return Fault(BenefitReason.IN_FUTURE, "decided_on")
    if said.on_day < row.received_on:
        return Fault(BenefitReason.BEFORE_RECEIPT, "decided_on")
    if said.verdict is Verdict.CANCELLED:
        return Fault(BenefitReason.VERDICT_NEEDED, "verdict")
    if reason := rules.why_not_said(before, said):
        return Fault(reason, _AT.get(reason, "decided_on"))
    if row.ended is None:
        return None
    limit = 0  # whether months went by in silence is not in the register: who ended the benefit knew
    known = Course(row.received_on, row.birth_year, decision=said)
    reason = rules.why_not_event(known, row.ended, today, silent=0, limit=limit)
    return Fault(reason, _AT.get(reason, "ended_on")) if reason else None
