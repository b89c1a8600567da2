"""The line at a booth: who may join, who is next, how long it takes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import quantiles

import msgspec

from exchange.booths.codes import BoothReason, BoothState, CallAnswer, OutcomeCode, TicketEnd, TicketState
from exchange.fairs.codes import FairPhase

ANSWER_WITHIN = timedelta(seconds=60)
TALK_STAYS_OPEN = timedelta(minutes=10)  # both may still write after the outcome
SIGN_OF_LIFE = timedelta(minutes=3)  # a desk not seen for longer counts as empty
PLACE_STEP = 1000
LATEST_AGAIN = timedelta(days=366)
MISSES_ALLOWED = 2
TIMES_NEEDED = 3  # fewer real service times say nothing


class Wait(msgspec.Struct, frozen=True):
    """An interval in whole minutes, from the booth's own service times."""

    low: int
    high: int


def booth_state(phase: FairPhase, *, desks: int, talking: int) -> BoothState:
    """How a booth stands for those who look at it."""
    match phase:
        case FairPhase.PLANNED | FairPhase.REGISTRATION:
            return BoothState.SOON
        case FairPhase.RESULTS | FairPhase.CLOSED:
            return BoothState.CLOSED
        case FairPhase.LIVE:
            if talking:
                return BoothState.TALKING
            return BoothState.OPEN if desks else BoothState.AWAY


def why_not_join(phase: FairPhase, *, open_tickets: int, allowed: int) -> BoothReason | None:
    """Why a person cannot take a ticket; None when they can."""
    if phase is not FairPhase.LIVE:
        return BoothReason.FAIR_NOT_LIVE
    return BoothReason.TOO_MANY_TICKETS if open_tickets >= allowed else None


def place_two_later(own: int, after: Sequence[int]) -> int:
    """The new place of somebody who steps back or missed a call: behind the second ticket after them.

    `after` are the places of those still waiting behind, in order. With fewer than two the person goes last.
    """
    if not after:
        return own
    if len(after) < 3:
        return after[-1] + PLACE_STEP // 2
    return (after[1] + after[2] + 1) // 2


def state_of(
    *, ended: TicketEnd | None, answer: CallAnswer | None, called: bool, held: bool, phase: FairPhase
) -> TicketState:
    """What a ticket's holder is told. `called`: it has an open call; `held`: the person is called elsewhere."""
    match ended:
        case TicketEnd.INTERVIEWED:
            return TicketState.DONE
        case TicketEnd.LEFT:
            return TicketState.LEFT
        case TicketEnd.MISSED:
            return TicketState.MISSED
        case None:
            pass
    if called:
        return TicketState.TALKING if answer is CallAnswer.ACCEPTED else TicketState.CALLED
    if phase is not FairPhase.LIVE:
        return TicketState.OVER
    return TicketState.HELD if held else TicketState.WAITING


def wait_for(ahead: int, service_times: Sequence[float], desks: int) -> Wait | None:
    """How long until a person with `ahead` people before them is called, or None while it cannot be known.

    `service_times`: seconds from call to outcome of this booth's interviews at this fair. The interval is the middle
    half of them, times the rounds to go over `desks` staffed desks.
    """
    if len(service_times) < TIMES_NEEDED or desks < 1:
        return None
    lower, _median, upper = quantiles(service_times, n=4, method="inclusive")
    rounds = (ahead + 1) / desks
    low = int(lower * rounds // 60)
    return Wait(low, max(low + 1, int(-(-upper * rounds // 60))))


def why_not_outcome(
    given: OutcomeCode, *, has_date: bool, has_reason: bool, has_place: bool, has_vacancy: bool
) -> BoothReason | None:
    """What an outcome still needs."""
    match given:
        case OutcomeCode.HIRED:
            return None if has_vacancy else BoothReason.VACANCY_NEEDED
        case OutcomeCode.SECOND_INTERVIEW:
            return None if has_date else BoothReason.DATE_NEEDED
        case OutcomeCode.NOT_THIS_TIME:
            return None if has_reason else BoothReason.REASON_NEEDED
        case OutcomeCode.REFERRED:
            return None if has_place else BoothReason.WHERE_NEEDED
        case OutcomeCode.PRESELECTED:
            return None


def why_not_again(day: date | None, opened: date) -> BoothReason | None:
    """Why nobody is asked to come again on that day: before the fair opened, or after more than a year."""
    return BoothReason.DATE_ODD if day and not opened <= day <= opened + LATEST_AGAIN else None


def may_write(ended_at: datetime | None, now: datetime) -> bool:
    """Whether both sides may still write: until the outcome and ten minutes after."""
    return ended_at is None or now < ended_at + TALK_STAYS_OPEN


def results_open(phase: FairPhase) -> bool:
    """Whether outcomes may be given or corrected."""
    return phase in (FairPhase.LIVE, FairPhase.RESULTS)
