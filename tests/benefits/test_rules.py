"""How a claim stands on a day, and what may be decided."""

from datetime import date, timedelta

import pytest

from exchange.benefits import rules
from exchange.benefits.codes import (
    BenefitReason,
    ClaimState,
    Verdict,
)
from exchange.benefits.rules import Course, Decision
from tests.benefits.courses import (
    BACK,
    CAME,
    CANCEL,
    FROM,
    GONE,
    GRANT,
    LOOKED,
    NEW,
    OVER,
    RECEIVED,
    REFUSAL,
    SAID,
    SEEN,
    STOPPED,
    TO,
    TODAY,
    course,
)


@pytest.mark.parametrize(
    ("claim", "day", "state"),
    [
        (NEW, TODAY, ClaimState.RECEIVED),
        (SEEN, date(2026, 3, 4), ClaimState.RECEIVED),
        (SEEN, TODAY, ClaimState.APPRAISED),
        (course(), date(2026, 3, 11), ClaimState.APPRAISED),
        (course(REFUSAL), TODAY, ClaimState.REFUSED),
        (course(CANCEL), TODAY, ClaimState.CANCELLED),
        (course(), date(2026, 3, 16), ClaimState.GRANTED),
        (course(), FROM, ClaimState.RUNNING),
        (course(), TO, ClaimState.RUNNING),
        (course(), TO + timedelta(days=1), ClaimState.RAN_OUT),
        (STOPPED, date(2026, 4, 19), ClaimState.RUNNING),
        (STOPPED, TODAY, ClaimState.SUSPENDED),
        (STOPPED, TO + timedelta(days=1), ClaimState.RAN_OUT),
        (BACK, TODAY, ClaimState.RUNNING),
        (OVER, TODAY, ClaimState.ENDED),
        (OVER, date(2026, 4, 19), ClaimState.RUNNING),
        (GONE, TODAY, ClaimState.MOVED_OUT),
        (CAME, TODAY, ClaimState.RUNNING),
    ],
)
def test_a_claim_stands_as_its_facts_say(claim: Course, day: date, state: ClaimState) -> None:
    assert rules.state_on(claim, day) is state


@pytest.mark.parametrize(
    ("received", "ended", "reason"),
    [
        (TODAY, TODAY, None),
        (RECEIVED, date(2026, 1, 31), None),
        (TODAY + timedelta(days=1), RECEIVED, BenefitReason.IN_FUTURE),
        (RECEIVED, TODAY, BenefitReason.BEFORE_CONTRACT_END),
        (RECEIVED, date(1990, 1, 1), BenefitReason.BEFORE_BIRTH),
        (RECEIVED, date(2004, 12, 31), BenefitReason.BEFORE_BIRTH),
        (RECEIVED, date(2005, 1, 1), None),
    ],
)
def test_a_claim_comes_in_on_a_day_that_can_be(received: date, ended: date, reason: BenefitReason | None) -> None:
    assert rules.why_not_received(received, ended, 1990, TODAY) is reason


@pytest.mark.parametrize(
    ("claim", "day", "reason"),
    [
        (NEW, RECEIVED, None),
        (SEEN, TODAY, None),
        (NEW, date(2026, 3, 1), BenefitReason.BEFORE_RECEIPT),
        (NEW, TODAY + timedelta(days=1), BenefitReason.IN_FUTURE),
        (course(), TODAY, BenefitReason.DECIDED_ALREADY),
    ],
)
def test_appraising(claim: Course, day: date, reason: BenefitReason | None) -> None:
    assert rules.why_not_appraised(claim, day, TODAY) is reason


@pytest.mark.parametrize(
    ("claim", "day", "reason"),
    [
        (SEEN, LOOKED, None),
        (NEW, TODAY, BenefitReason.NOT_APPRAISED),
        (SEEN, date(2026, 3, 1), BenefitReason.BEFORE_RECEIPT),
        (SEEN, date(2026, 3, 4), BenefitReason.BEFORE_APPRAISAL),
        (SEEN, TODAY + timedelta(days=1), BenefitReason.IN_FUTURE),
        (course(), TODAY, BenefitReason.DECIDED_ALREADY),
    ],
)
def test_deciding(claim: Course, day: date, reason: BenefitReason | None) -> None:
    assert rules.why_not_decided(claim, day, TODAY) is reason


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (GRANT, None),
        (REFUSAL, None),
        (CANCEL, None),
        (Decision(Verdict.REFUSED, "2", SAID), BenefitReason.REFUSAL_NEEDED),
        (Decision(Verdict.GRANTED, "1", SAID), BenefitReason.MONTHS),
        (Decision(Verdict.GRANTED, "1", SAID, 2, 1, FROM, TO), BenefitReason.MONTHS),
        (Decision(Verdict.GRANTED, "1", SAID, 13, 1, FROM, TO), BenefitReason.MONTHS),
        (Decision(Verdict.GRANTED, "1", SAID, 3, 0, FROM, TO), BenefitReason.AMOUNT),
        (Decision(Verdict.GRANTED, "1", SAID, 3, None, FROM, TO), BenefitReason.AMOUNT),
        (Decision(Verdict.GRANTED, "1", SAID, 3, 1), BenefitReason.FROM_NEEDED),
        (Decision(Verdict.GRANTED, "1", SAID, 3, 1, RECEIVED, TO), BenefitReason.FROM_TOO_EARLY),
        (Decision(Verdict.GRANTED, "1", SAID, 3, 1, FROM, FROM), BenefitReason.TO_WRONG),
        (Decision(Verdict.GRANTED, "1", SAID, 4, 1, FROM, TO), BenefitReason.TO_WRONG),
    ],
)
def test_a_decision_says_all_it_must(said: Decision, reason: BenefitReason | None) -> None:
    assert rules.why_not_said(SEEN, said) is reason


@pytest.mark.parametrize(
    ("claim", "said", "reason"),
    [
        (course(), GRANT, None),
        (course(), REFUSAL, None),
        (course(), CANCEL, None),
        (BACK, GRANT, None),
        (CAME, CANCEL, None),
        (SEEN, GRANT, BenefitReason.NOT_DECIDED),
        (course(REFUSAL), CANCEL, BenefitReason.NOTHING_TO_CANCEL),
        (course(CANCEL), CANCEL, BenefitReason.NOTHING_TO_CANCEL),
        (course(CANCEL), GRANT, None),
        (STOPPED, CANCEL, BenefitReason.FOLLOWED),
        (OVER, REFUSAL, BenefitReason.FOLLOWED),
        (course(), Decision(Verdict.CANCELLED, "3", TODAY + timedelta(days=1)), BenefitReason.IN_FUTURE),
        (course(), Decision(Verdict.CANCELLED, "3", date(2026, 3, 1)), BenefitReason.BEFORE_RECEIPT),
    ],
)
def test_correcting(claim: Course, said: Decision, reason: BenefitReason | None) -> None:
    assert rules.why_not_corrected(claim, said, TODAY) is reason
