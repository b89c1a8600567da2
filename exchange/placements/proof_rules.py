"""What proves what: the ladder from a claim to being still at work, and when somebody may be said to have left."""

from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from exchange.placements.codes import (
    MOST_AHEAD,
    Check,
    EndReason,
    EvidenceLevel,
    EvidenceSource,
    PlacementReason,
)
from exchange.reference.holidays import months_after

_YOUNGEST = 15  # years (labour code 2019, article 3: the age from which one works)
_MONTHS = {Check.MONTH_1: 1, Check.MONTH_3: 3}
_L, _S = EvidenceLevel, EvidenceSource
# What staff may enter; what fairs, referrals and declarations say is written by itself.
PROVES: dict[EvidenceLevel, frozenset[EvidenceSource]] = {
    _L.CLAIM: frozenset({_S.PERSON}),
    _L.EMPLOYER_SAID: frozenset({_S.EMPLOYER}),
    _L.STARTED: frozenset({_S.EMPLOYER, _S.CONTRACT, _S.INSURANCE}),
    _L.RETAINED: frozenset({_S.PERSON, _S.EMPLOYER, _S.INSURANCE}),
}


class Fault(NamedTuple):
    """Why not, and at which field."""

    reason: PlacementReason
    field: str = ""


class Job(msgspec.Struct, frozen=True):
    """What is known of a placement when something is said of it. `start`: of work, as known best."""

    birth_year: int
    agreed_on: date
    start: date | None = None
    ended_on: date | None = None

    @property
    def since(self) -> date:
        """The day from which checks are reckoned."""
        return self.start or self.agreed_on


class Step(msgspec.Struct, frozen=True):
    """A step of evidence that somebody wants to write down. `papers`: whether a scan comes with it."""

    level: EvidenceLevel
    source: EvidenceSource
    on_day: date
    milestone: Check | None = None
    started_on: date | None = None
    number: str = ""
    papers: bool = False


def milestone_day(since: date, check: Check) -> date:
    """From when a check can be made."""
    return months_after(since, _MONTHS[check])


def check_due(since: date, made: frozenset[Check], day: date) -> Check | None:
    """What is to be asked on a day: the latest check that has come, unless it, or the last one, was made."""
    come = [one for one in Check if milestone_day(since, one) <= day]
    return None if not come or come[-1] in made or Check.MONTH_3 in made else come[-1]


def why_not_start(birth_year: int, start: date, today: date) -> Fault | None:
    """Why work cannot have begun, or begin, on this day."""
    if start.year < birth_year + _YOUNGEST:
        return Fault(PlacementReason.BEFORE_BIRTH, "started_on")
    return Fault(PlacementReason.START_FAR, "started_on") if start > today + timedelta(days=MOST_AHEAD) else None


def why_not_step(job: Job, step: Step, today: date) -> Fault | None:
    """Why this is no evidence, by the first fault that is found."""
    if step.source not in PROVES[step.level]:
        return Fault(PlacementReason.SOURCE_WEAK, "source")
    if step.on_day > today:
        return Fault(PlacementReason.FUTURE, "on_day")
    if step.on_day.year < job.birth_year + _YOUNGEST:
        return Fault(PlacementReason.BEFORE_BIRTH, "on_day")
    if step.started_on and (fault := why_not_start(job.birth_year, step.started_on, today)):
        return fault
    if step.level is EvidenceLevel.STARTED:
        return _why_not_started(job, step, today)
    return _why_not_retained(job, step) if step.level is EvidenceLevel.RETAINED else None


def _why_not_started(job: Job, step: Step, today: date) -> Fault | None:
    if not step.number and not step.papers:
        return Fault(PlacementReason.PROOF_NEEDED, "number")
    start = step.started_on or job.start
    if start is None:
        return Fault(PlacementReason.START_NEEDED, "started_on")
    seen = step.source is EvidenceSource.CONTRACT  # a contract may be signed before the first day
    return Fault(PlacementReason.START_AHEAD, "started_on") if start > today and not seen else None


def _why_not_retained(job: Job, step: Step) -> Fault | None:
    if step.milestone is None:
        return Fault(PlacementReason.CHECK_NEEDED, "milestone")
    if step.on_day < milestone_day(step.started_on or job.since, step.milestone):
        return Fault(PlacementReason.CHECK_EARLY, "milestone")
    ended = job.ended_on is not None and job.ended_on <= step.on_day
    return Fault(PlacementReason.ENDED, "on_day") if ended else None


def why_not_end(job: Job, on_day: date, reason: EndReason, note: str, today: date) -> Fault | None:
    """Why somebody cannot have left."""
    if job.ended_on is not None:
        return Fault(PlacementReason.ENDED_ALREADY)
    if on_day > today:
        return Fault(PlacementReason.FUTURE, "ended_on")
    if on_day < job.since:
        return Fault(PlacementReason.BEFORE_START, "ended_on")
    needs = reason is EndReason.OTHER and not note
    return Fault(PlacementReason.REASON_WORDS, "end_note") if needs else None
