"""What a slip's state is, what may be said of it, and when somebody is to be asked."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from exchange.reference.holidays import Calendar, months_after
from exchange.referrals.codes import (
    LONGEST_VALID,
    MOST_BEFORE_START,
    RESULT_WITHIN,
    USUAL_VALID,
    AgreedContract,
    Answered,
    AnswerSource,
    Found,
    Milestone,
    NotHiredBecause,
    ReferralReason,
    ReferralState,
)

_MONTHS = {Milestone.MONTH_1: 1, Milestone.MONTH_3: 3}
# A result is due after so many working days; no calendar makes that fewer days than this.
SOONEST_DUE = timedelta(days=RESULT_WITHIN // 5 * 7)


class Course(msgspec.Struct, frozen=True):
    """What was written down of a slip and still stands."""

    issued_on: date
    valid_until: date
    presented_on: date | None = None
    answered: Answered | None = None
    cancelled: bool = False


class Said(msgspec.Struct, frozen=True):
    """An employer's answer. Two with equal fields say the same."""

    answer: Answered
    started_on: date | None
    contract: AgreedContract | None
    cause: NotHiredBecause | None
    words: str
    said_by: str
    source: AnswerSource
    on_day: date


class Fault(NamedTuple):
    """Why not, and at which field."""

    reason: ReferralReason
    field: str = ""


def state_on(course: Course, day: date) -> ReferralState:
    """The state at the end of `day`. Expired is only who neither came nor was answered for while the slip was valid."""
    if course.cancelled:
        return ReferralState.CANCELLED
    if course.answered:
        return ReferralState.ANSWERED
    if course.presented_on:
        return ReferralState.PRESENTED
    return ReferralState.EXPIRED if course.valid_until < day else ReferralState.ISSUED


def why_not_valid(valid_until: date, issued_on: date) -> ReferralReason | None:
    """Why a slip cannot be valid until then."""
    if valid_until < issued_on:
        return ReferralReason.VALID_PAST
    return ReferralReason.VALID_FAR if valid_until > issued_on + timedelta(days=LONGEST_VALID) else None


def usual_validity(issued_on: date, calendar: Calendar) -> date:
    """Until when a slip is usually valid: the third working day, so that a weekend does not use it up."""
    return calendar.after(issued_on, USUAL_VALID)


def result_due(issued_on: date, calendar: Calendar) -> date:
    """The day by which the employer should have answered."""
    return calendar.after(issued_on, RESULT_WITHIN)


def why_not_present(course: Course, on_day: date, today: date) -> Fault | None:
    """Why it cannot be written down that the person came to the employer."""
    if course.cancelled:
        return Fault(ReferralReason.CANCELLED)
    if course.answered:
        return Fault(ReferralReason.ANSWERED)
    if course.presented_on:
        return Fault(ReferralReason.PRESENTED)
    return _why_not_day(course, on_day, today, "presented_on")


def why_not_answer(course: Course, said: Said, today: date) -> Fault | None:
    """Why this cannot be the answer."""
    if course.cancelled:
        return Fault(ReferralReason.CANCELLED)
    if course.answered:
        return Fault(ReferralReason.ANSWERED)
    return _why_not_day(course, said.on_day, today, "on_day") or why_not_said(course, said)


def why_not_said(course: Course, said: Said) -> Fault | None:
    """Why an answer does not make sense, by the first fault that is found."""
    match said.answer:
        case Answered.HIRED:
            return _why_not_hired(course, said)
        case Answered.NOT_HIRED if said.cause is None:
            return Fault(ReferralReason.CAUSE_NEEDED, "cause")
        case Answered.NOT_HIRED if said.cause is NotHiredBecause.OTHER and not said.words:
            return Fault(ReferralReason.CAUSE_WORDS_NEEDED, "words")
        case Answered.NO_SHOW if said.on_day < course.valid_until:
            return Fault(ReferralReason.NO_SHOW_EARLY, "answer")
    return None


def _why_not_hired(course: Course, said: Said) -> Fault | None:
    if said.started_on is None:
        return Fault(ReferralReason.START_NEEDED, "started_on")
    if said.started_on < course.issued_on:
        return Fault(ReferralReason.START_BEFORE, "started_on")
    if said.started_on > said.on_day + timedelta(days=MOST_BEFORE_START):
        return Fault(ReferralReason.START_FAR, "started_on")
    return Fault(ReferralReason.CONTRACT_NEEDED, "contract") if said.contract is None else None


def _why_not_day(course: Course, on_day: date, today: date, field: str) -> Fault | None:
    if on_day > today:
        return Fault(ReferralReason.FUTURE, field)
    return Fault(ReferralReason.BEFORE_ISSUE, field) if on_day < course.issued_on else None


def why_not_cancel(course: Course) -> ReferralReason | None:
    """Why a slip cannot be cancelled: what has a result is revoked first."""
    return ReferralReason.ANSWERED if course.answered else None


def milestone_day(started_on: date, milestone: Milestone) -> date:
    """The day from which a milestone can be asked for."""
    return months_after(started_on, _MONTHS[milestone])


def why_not_follow(started_on: date, milestone: Milestone, found: Found, on_day: date, today: date) -> Fault | None:
    """Why this cannot have been found. That somebody left may be heard before the milestone."""
    if on_day > today:
        return Fault(ReferralReason.FUTURE, "on_day")
    if on_day < started_on:
        return Fault(ReferralReason.BEFORE_START, "on_day")
    if found is not Found.LEFT and on_day < milestone_day(started_on, milestone):
        return Fault(ReferralReason.MILESTONE_EARLY, "milestone")
    return None


def follow_up_due(started_on: date, known: Mapping[Milestone, Found], day: date) -> Milestone | None:
    """What is to be asked on a day: the latest milestone that has come, unless somebody was reached about it.

    `known`: what was found of each milestone when somebody was reached. Who is at work after three months was so after
    one; who has left is asked no more.
    """
    if Found.LEFT in known.values():
        return None
    come = [one for one in Milestone if milestone_day(started_on, one) <= day]
    latest = come[-1] if come else None
    return None if latest is None or latest in known or Milestone.MONTH_3 in known else latest
