"""The states of a slip in any order of what happens; what may be said of it; when somebody is to be asked."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from exchange.reference.holidays import working_days
from exchange.referrals import rules
from exchange.referrals.codes import (
    AgreedContract,
    Answered,
    AnswerSource,
    Found,
    Milestone,
    NotHiredBecause,
    ReferralReason,
    ReferralState,
)
from exchange.referrals.rules import Course, Said

ISSUED = date(2026, 11, 30)  # a Monday
VALID = ISSUED + timedelta(days=3)
DAYS = [ISSUED, VALID, VALID + timedelta(days=1)]


def said(answer: Answered, **other: Any) -> Said:
    usual = {"started_on": None, "contract": None, "cause": None, "words": "", "said_by": "Bình"}
    return Said(**(usual | {"answer": answer, "source": AnswerSource.LINK, "on_day": VALID} | other))


HIRED = said(Answered.HIRED, started_on=VALID, contract=AgreedContract.PROBATION)


@pytest.mark.parametrize("day", DAYS)
def test_whatever_was_written_down_there_is_one_state_and_it_says_what_was(day: date) -> None:
    for presented, answered, cancelled in product((None, ISSUED), (None, *Answered), (False, True)):
        state = rules.state_on(Course(ISSUED, VALID, presented, answered, cancelled), day)

        assert (state is ReferralState.CANCELLED) == cancelled
        assert (state is ReferralState.ANSWERED) == (answered is not None and not cancelled)
        assert (state is ReferralState.PRESENTED) == (presented is not None and not answered and not cancelled)
        nothing = presented is None and answered is None and not cancelled
        assert (state is ReferralState.EXPIRED) == (nothing and day > VALID)
        assert (state is ReferralState.ISSUED) == (nothing and day <= VALID)


@pytest.mark.parametrize(
    ("other", "reason", "field"),
    [
        ({"started_on": None}, ReferralReason.START_NEEDED, "started_on"),
        ({"started_on": ISSUED - timedelta(days=1)}, ReferralReason.START_BEFORE, "started_on"),
        ({"started_on": VALID + timedelta(days=91)}, ReferralReason.START_FAR, "started_on"),
        ({"started_on": date(9999, 1, 1)}, ReferralReason.START_FAR, "started_on"),
        ({"contract": None}, ReferralReason.CONTRACT_NEEDED, "contract"),
        ({"on_day": VALID + timedelta(days=9)}, ReferralReason.FUTURE, "on_day"),
        ({"on_day": ISSUED - timedelta(days=1)}, ReferralReason.BEFORE_ISSUE, "on_day"),
    ],
)
def test_a_hiring_needs_a_possible_day_and_a_contract(
    other: dict[str, Any], reason: ReferralReason, field: str
) -> None:
    wrong = Said(**({name: getattr(HIRED, name) for name in HIRED.__struct_fields__} | other))

    assert rules.why_not_answer(Course(ISSUED, VALID), HIRED, VALID) is None
    assert rules.why_not_answer(Course(ISSUED, VALID), wrong, VALID) == (reason, field)


def test_a_refusal_needs_its_cause_and_another_cause_its_words() -> None:
    course = Course(ISSUED, VALID)

    assert rules.why_not_said(course, said(Answered.NOT_HIRED)) == (ReferralReason.CAUSE_NEEDED, "cause")
    other = said(Answered.NOT_HIRED, cause=NotHiredBecause.OTHER)
    assert rules.why_not_said(course, other) == (ReferralReason.CAUSE_WORDS_NEEDED, "words")
    assert rules.why_not_said(course, said(Answered.NOT_HIRED, cause=NotHiredBecause.SKILL)) is None


def test_nobody_has_failed_to_come_while_the_slip_is_valid() -> None:
    course, early = Course(ISSUED, VALID), said(Answered.NO_SHOW, on_day=VALID - timedelta(days=1))

    assert rules.why_not_said(course, early) == (ReferralReason.NO_SHOW_EARLY, "answer")
    assert rules.why_not_said(course, said(Answered.NO_SHOW)) is None


def test_what_is_answered_or_cancelled_is_answered_no_more() -> None:
    answered, cancelled = Course(ISSUED, VALID, None, Answered.HIRED), Course(ISSUED, VALID, cancelled=True)

    assert rules.why_not_answer(answered, HIRED, VALID) == (ReferralReason.ANSWERED, "")
    assert rules.why_not_answer(cancelled, HIRED, VALID) == (ReferralReason.CANCELLED, "")
    assert rules.why_not_cancel(answered) is ReferralReason.ANSWERED
    assert rules.why_not_present(cancelled, ISSUED, VALID) == (ReferralReason.CANCELLED, "")


def test_an_expired_slip_may_still_be_answered() -> None:
    late = VALID + timedelta(days=20)

    assert rules.state_on(Course(ISSUED, VALID), late) is ReferralState.EXPIRED
    assert rules.why_not_answer(Course(ISSUED, VALID), HIRED, late) is None


def test_validity_counts_working_days_and_results_skip_the_new_year() -> None:
    calendar = working_days(ISSUED)

    assert rules.usual_validity(date(2026, 11, 27), calendar) == date(2026, 12, 2)  # Friday to Wednesday
    assert rules.result_due(ISSUED, calendar) == date(2026, 12, 28)
    assert rules.result_due(date(2026, 12, 14), calendar) == date(2027, 1, 12)  # 1 January is no working day
    assert rules.result_due(ISSUED, calendar) - ISSUED >= rules.SOONEST_DUE


@pytest.mark.parametrize(
    ("valid", "reason"),
    [(-1, ReferralReason.VALID_PAST), (0, None), (30, None), (31, ReferralReason.VALID_FAR)],
)
def test_a_slip_is_valid_from_today_for_a_month_at_most(valid: int, reason: ReferralReason | None) -> None:
    assert rules.why_not_valid(ISSUED + timedelta(days=valid), ISSUED) is reason


@pytest.mark.parametrize(
    ("known", "day", "due"),
    [
        ({}, date(2026, 12, 29), None),
        ({}, date(2026, 12, 30), Milestone.MONTH_1),
        ({Milestone.MONTH_1: Found.AT_WORK}, date(2027, 2, 27), None),
        ({Milestone.MONTH_1: Found.AT_WORK}, date(2027, 2, 28), Milestone.MONTH_3),  # February has no 30th
        ({}, date(2027, 3, 1), Milestone.MONTH_3),
        ({Milestone.MONTH_1: Found.LEFT}, date(2027, 3, 1), None),
        ({Milestone.MONTH_3: Found.AT_WORK}, date(2027, 3, 1), None),
    ],
)
def test_who_was_hired_is_asked_after_one_and_after_three_months(
    known: dict[Milestone, Found], day: date, due: Milestone | None
) -> None:
    assert rules.follow_up_due(date(2026, 11, 30), known, day) is due


def test_leaving_may_be_heard_of_early_and_nothing_is_heard_from_the_future() -> None:
    start, month = date(2026, 12, 1), Milestone.MONTH_1
    early = start + timedelta(days=9)

    assert rules.why_not_follow(start, month, Found.LEFT, early, early) is None
    assert rules.why_not_follow(start, month, Found.AT_WORK, early, early) == (
        ReferralReason.MILESTONE_EARLY,
        "milestone",
    )
    assert rules.why_not_follow(start, month, Found.LEFT, early, start) == (ReferralReason.FUTURE, "on_day")
    before = start - timedelta(days=1)
    assert rules.why_not_follow(start, month, Found.LEFT, before, early) == (ReferralReason.BEFORE_START, "on_day")
