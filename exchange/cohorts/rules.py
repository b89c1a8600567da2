"""What stage somebody of a cohort has reached, until when the law supports them, and what may be written down."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from exchange.cohorts.codes import CohortReason, InvitedBy, Path, Stage, StepKind

SOON = 60  # days before the support ends, from which it is said
_EARLIEST = 1990
_FARTHEST = timedelta(days=5 * 366)


class StepFacts(msgspec.Struct, frozen=True):
    """What was written down of one step. Which fields speak depends on its kind; the database holds them to it."""

    kind: StepKind
    on_day: date
    how: InvitedBy | None = None
    path: Path | None = None
    voucher: str = ""
    trade: str = ""  # the occupation that is learned
    place: str = ""  # the school, or the employer
    until: date | None = None
    words: str = ""


class CohortFault(NamedTuple):
    """Why not, and at which field."""

    reason: CohortReason
    field: str


class Member(msgspec.Struct, frozen=True):
    """Somebody of a cohort with all they have reached. `met_on`, `placed_on`: derived, the first such day."""

    id: UUID
    seeker_id: UUID
    name: str
    birth_year: int
    phone: str | None
    commune: str
    unit: str
    discharged_on: date
    voucher: str
    invited_on: date | None
    tried_on: date | None
    tried_how: InvitedBy | None
    met_on: date | None
    path: Path | None
    trained: bool
    placed_on: date | None

    @property
    def until(self) -> date:
        """The last day of the support after discharge."""
        return support_until(self.discharged_on)

    def has(self, stage: Stage, *, today: date) -> bool:
        """Whether a list of this stage shows them."""
        match stage:
            case Stage.ALL:
                return True
            case Stage.INVITED:
                return self.invited_on is not None
            case Stage.MET:
                return self.met_on is not None
            case Stage.CHOSEN:
                return self.path is not None
            case Stage.TRAINED:
                return self.trained
            case Stage.PLACED:
                return self.placed_on is not None
            case Stage.NOT_MET:
                return self.met_on is None
            case Stage.LOSING:
                return self.losing(today)

    def losing(self, today: date) -> bool:
        """Whether the support ends soon for somebody who has neither learned nor found work."""
        helped = self.trained or self.placed_on is not None
        return not helped and timedelta() <= self.until - today <= timedelta(days=SOON)


def support_until(discharged: date) -> date:
    """The last day within twelve months of discharge (decree 61/2015, article 14): the same day of the next year."""
    try:
        return discharged.replace(year=discharged.year + 1)
    except ValueError:  # 29 February
        return date(discharged.year + 1, 2, 28)


def why_not_cohort(discharged: date, *, today: date) -> CohortFault | None:
    """Whether a batch can have been discharged then."""
    if discharged > today:
        return CohortFault(CohortReason.DISCHARGE_FUTURE, "discharged_on")
    return CohortFault(CohortReason.DISCHARGE_OLD, "discharged_on") if discharged.year < _EARLIEST else None


def why_not_step(step: StepFacts, *, discharged: date, today: date) -> CohortFault | None:
    """What is impossible in a step. People are invited before they are discharged; the rest comes after.

    A training may begin later than today: one enrols before.
    """
    if step.on_day > today and step.kind is not StepKind.TRAINED:
        return CohortFault(CohortReason.FUTURE, "on_day")
    if step.on_day < discharged and step.kind in (StepKind.TRAINED, StepKind.PLACED):
        return CohortFault(CohortReason.EARLY, "on_day")
    if step.on_day.year < _EARLIEST:
        return CohortFault(CohortReason.EARLY, "on_day")
    if step.until and step.until < step.on_day:
        return CohortFault(CohortReason.ENDS_BEFORE, "until")
    late = max(step.on_day, step.until or step.on_day) - today > _FARTHEST
    return CohortFault(CohortReason.TOO_FAR, "until" if step.until else "on_day") if late else None


def met_from(discharged: date, invited: date | None) -> date:
    """From which day on a consultation or a talk is "met": whoever is invited in the barracks may be met there."""
    return min(discharged, invited or discharged)


def funnel(members: Sequence[Member], *, today: date) -> dict[Stage, int]:
    """How many of a cohort every stage shows; each figure opens the list of the same name."""
    return {stage: sum(one.has(stage, today=today) for one in members) for stage in Stage}
