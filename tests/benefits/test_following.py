"""What may follow what, and what may be declared."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.benefits import rules
from exchange.benefits.codes import (
    BenefitReason,
    DeclaredState,
    EndGround,
    EventKind,
)
from exchange.benefits.deadlines import due_calendar
from exchange.benefits.rules import Course, Declared
from tests.benefits.courses import (
    BACK,
    CANCEL,
    FROM,
    GONE,
    GRANT,
    OVER,
    REFUSAL,
    SAID,
    SEEN,
    STOPPED,
    TO,
    TODAY,
    E,
    M,
    R,
    S,
    course,
    event,
)
from tests.benefits.days import CALENDAR

FOLLOWING = [
    (course(), S, None),
    (course(), M, None),
    (course(), R, BenefitReason.NOT_SUSPENDED),
    (STOPPED, R, None),
    (STOPPED, M, None),
    (STOPPED, S, BenefitReason.NOT_RUNNING),
    (BACK, S, None),
    (BACK, R, BenefitReason.NOT_SUSPENDED),
    (OVER, S, BenefitReason.CLOSED),
    (OVER, R, BenefitReason.CLOSED),
    (GONE, S, BenefitReason.CLOSED),
    (GONE, M, BenefitReason.CLOSED),
    (SEEN, S, BenefitReason.NOT_DECIDED),
    (course(REFUSAL), S, BenefitReason.NOT_GRANTED),
    (course(CANCEL), M, BenefitReason.NOT_GRANTED),
]


@pytest.mark.parametrize(("claim", "kind", "reason"), FOLLOWING)
def test_what_may_follow_what(claim: Course, kind: EventKind, reason: BenefitReason | None) -> None:
    assert rules.why_not_event(claim, event(kind), TODAY, 0, 3) is reason


@pytest.mark.parametrize(
    ("claim", "day", "reason"),
    [
        (course(), TODAY + timedelta(days=1), BenefitReason.IN_FUTURE),
        (course(), SAID - timedelta(days=1), BenefitReason.BEFORE_DECISION),
        (BACK, date(2026, 4, 27), BenefitReason.BEFORE_LAST),
        (course(), date(2026, 3, 16), BenefitReason.NOT_RUNNING),
    ],
)
def test_an_event_has_a_day_that_can_be(claim: Course, day: date, reason: BenefitReason) -> None:
    assert rules.why_not_event(claim, event(S, day), TODAY, 0, 3) is reason


@pytest.mark.parametrize("ground", EndGround)
@pytest.mark.parametrize("claim", [STOPPED, BACK, course()])
def test_a_benefit_ends_on_each_of_the_thirteen_grounds(claim: Course, ground: EndGround) -> None:
    assert len(EndGround) == 13
    assert rules.why_not_event(claim, event(E, TO, ground), TO, 3, 3) is None


@pytest.mark.parametrize(
    ("ground", "silent", "reason"),
    [
        (None, 3, BenefitReason.GROUND_NEEDED),
        (EndGround.EXPIRED, 0, BenefitReason.NOT_EXPIRED),
        (EndGround.THREE_SILENT_MONTHS, 2, BenefitReason.NOT_SILENT),
        (EndGround.THREE_SILENT_MONTHS, 3, None),
        (EndGround.HAS_JOB, 0, None),
    ],
)
def test_an_end_has_a_ground_that_holds(ground: EndGround | None, silent: int, reason: BenefitReason | None) -> None:
    assert rules.why_not_event(course(), event(E, TODAY, ground), TODAY, silent, 3) is reason


@pytest.mark.parametrize(
    ("claim", "month", "day", "reason"),
    [
        (course(), 1, TODAY, None),
        (course(), 2, date(2026, 4, 17), None),
        (STOPPED, 2, TODAY, None),
        (course(), 3, TODAY, BenefitReason.NOT_YET_DUE),
        (course(), 2, date(2026, 4, 16), BenefitReason.NOT_YET_DUE),
        (course(), 4, TODAY, BenefitReason.NO_SUCH_MONTH),
        (course(GRANT, declared=(1,)), 1, TODAY, BenefitReason.DECLARED_ALREADY),
        (course(), 1, TODAY + timedelta(days=1), BenefitReason.IN_FUTURE),
        (course(REFUSAL), 1, TODAY, BenefitReason.NOT_GRANTED),
        (SEEN, 1, TODAY, BenefitReason.NOT_GRANTED),
        (OVER, 1, TODAY, BenefitReason.CLOSED),
        (GONE, 1, TODAY, BenefitReason.CLOSED),
    ],
)
def test_declaring_a_month(claim: Course, month: int, day: date, reason: BenefitReason | None) -> None:
    dues = due_calendar(claim.benefit, TODAY, CALENDAR) if claim.benefit else ()

    assert rules.why_not_declared(claim, Declared(month, day, DeclaredState.NONE), dues, TODAY) is reason


@pytest.mark.parametrize(
    ("state", "words", "reason"),
    [
        (DeclaredState.NONE, {"contacts": "Công ty May"}, None),
        (DeclaredState.NONE, {}, BenefitReason.CONTACTS_NEEDED),
        (DeclaredState.OTHER, {}, BenefitReason.OTHER_NEEDED),
        (DeclaredState.OTHER, {"about": "Nghỉ ốm"}, None),
        (DeclaredState.HAS_JOB, {}, BenefitReason.JOB_NEEDED),
        (DeclaredState.HAS_JOB, {"about": "Công ty May"}, BenefitReason.JOB_DAY_NEEDED),
        (DeclaredState.HAS_JOB, {"about": "May", "job_from": date(1999, 1, 1)}, BenefitReason.BEFORE_BIRTH),
        (DeclaredState.HAS_JOB, {"about": "May", "job_from": TODAY}, None),
    ],
)
def test_a_declaration_says_what_it_must(
    state: DeclaredState, words: dict[str, object], reason: BenefitReason | None
) -> None:
    assert rules.why_not_words(Declared(1, TODAY, state, **words), 1990) is reason  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.sampled_from([S, R, M, E]), st.integers(0, 5)), max_size=12))
def test_however_acts_are_tried_none_follows_a_closed_benefit_and_no_resumption_lacks_its_suspension(
    tries: list[tuple[EventKind, int]],
) -> None:
    claim, day = course(), FROM

    for kind, wait in tries:
        day += timedelta(days=wait)
        happened = event(kind, day, EndGround.HAS_JOB if kind is E else None)
        if rules.why_not_event(claim, happened, date(2030, 1, 1), 0, 3) is None:
            claim = course(GRANT, *claim.events, happened)

    kinds = [happened.kind for happened in claim.events]
    assert all(before is S for before, kind in zip([None, *kinds], kinds, strict=False) if kind is R)
    assert not {E, M} & set(kinds[:-1])
