"""Phases, times that can be, and which site serves whom."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.fairs import rules
from exchange.fairs.codes import FairPhase, FairReason
from exchange.fairs.rules import FairTimes
from exchange.kernel.ids import new_id

EIGHT = datetime(2026, 11, 23, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TIMES = FairTimes(EIGHT - 7 * DAY, EIGHT, EIGHT + 3 * HOUR, EIGHT + 5 * DAY)
ORDER = [FairPhase.PLANNED, FairPhase.REGISTRATION, FairPhase.LIVE, FairPhase.RESULTS, FairPhase.CLOSED]


def times(**changed: datetime) -> FairTimes:
    """The usual times, some of them changed."""
    usual: dict[str, Any] = {name: getattr(TIMES, name) for name in TIMES.__struct_fields__}
    return FairTimes(**usual | changed)


@pytest.mark.parametrize(
    ("after", "phase"),
    [
        (-8 * DAY, FairPhase.PLANNED),
        (-7 * DAY, FairPhase.REGISTRATION),
        (-timedelta(seconds=1), FairPhase.REGISTRATION),
        (timedelta(0), FairPhase.LIVE),
        (3 * HOUR, FairPhase.RESULTS),
        (5 * DAY, FairPhase.CLOSED),
    ],
)
def test_the_phase_follows_the_announced_times(after: timedelta, phase: FairPhase) -> None:
    assert rules.phase_of(TIMES, EIGHT + after) is phase


def test_the_floor_may_open_early_and_close_early() -> None:
    assert rules.phase_of(times(opened_at=EIGHT - HOUR), EIGHT - HOUR) is FairPhase.LIVE
    assert rules.phase_of(times(closed_at=EIGHT + HOUR), EIGHT + HOUR) is FairPhase.RESULTS


def faults(fair: FairTimes) -> list[rules.Fault]:
    return list(rules.time_faults(rules.announced(fair)))


offsets = st.integers(-400, 400).map(lambda hours: EIGHT + hours * HOUR)


@given(st.lists(offsets, min_size=4, max_size=4), st.lists(offsets, min_size=2, max_size=30))
def test_a_fair_never_goes_back_to_an_earlier_phase(announced: list[datetime], moments: list[datetime]) -> None:
    begin, opens, closes, until = sorted(announced)
    fair = FairTimes(begin, opens, closes, until)

    passed = [ORDER.index(rules.phase_of(fair, now)) for now in sorted(moments)]

    assert passed == sorted(passed)


@given(st.tuples(offsets, offsets, offsets, offsets))
def test_times_are_taken_exactly_when_they_are_in_order(announced: tuple[datetime, ...]) -> None:
    begin, opens, closes, until = announced

    assert (not faults(FairTimes(*announced))) == (begin <= opens < closes <= until)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"registers_from": EIGHT + HOUR}, "registers_from"),
        ({"closes_at": EIGHT}, "closes_at"),
        ({"results_until": EIGHT + HOUR}, "results_until"),
        ({"opens_at": datetime(1, 1, 1, tzinfo=UTC)}, "opens_at"),
        ({"results_until": datetime(9999, 1, 1, tzinfo=UTC)}, "results_until"),
    ],
)
def test_times_out_of_order_are_said_at_their_field(changed: dict[str, datetime], field: str) -> None:
    assert [name for name, _ in faults(times(**changed))] == [field]


def test_a_new_fair_does_not_lie_in_the_past() -> None:
    plan = rules.announced(TIMES)
    assert list(rules.plan_faults(plan, EIGHT)) == []
    assert list(rules.plan_faults(plan, EIGHT + 3 * HOUR)) == [("closes_at", FairReason.IN_PAST)]


def test_every_time_that_is_wrong_is_said_and_one_not_known_is_not_judged() -> None:
    wrong = times(registers_from=EIGHT + HOUR, closes_at=EIGHT, results_until=EIGHT - HOUR)
    assert [name for name, _ in faults(wrong)] == ["registers_from", "closes_at", "results_until"]
    unknown = rules.announced(wrong) | {"opens_at": None}
    assert [name for name, _ in rules.time_faults(unknown)] == ["results_until"]


@pytest.mark.parametrize(
    ("changed", "at", "why"),
    [
        ({"closes_at": EIGHT + 6 * HOUR}, EIGHT + HOUR, None),
        ({"closes_at": EIGHT + 6 * HOUR}, EIGHT + 4 * HOUR, None),  # the floor opens again for a while
        ({"opens_at": EIGHT + HOUR}, EIGHT - HOUR, None),
        ({"opens_at": EIGHT + HOUR}, EIGHT + timedelta(minutes=5), ("opens_at", FairReason.HAS_OPENED)),
        ({"closes_at": EIGHT + HOUR}, EIGHT + 2 * HOUR, ("closes_at", FairReason.IN_PAST)),
        ({"results_until": EIGHT + 4 * HOUR}, EIGHT + DAY, ("results_until", FairReason.IN_PAST)),
        ({"results_until": EIGHT + 9 * DAY}, EIGHT + 5 * DAY, ("form", FairReason.OVER)),
    ],
)
def test_what_has_happened_to_a_fair_stays(
    changed: dict[str, datetime], at: datetime, why: tuple[str, FairReason] | None
) -> None:
    assert next(rules.change_faults(TIMES, rules.announced(times(**changed)), at), None) == why


def test_a_floor_closes_only_when_live_and_nobody_waits_for_a_result() -> None:
    assert rules.why_not_close(TIMES, EIGHT + HOUR, open_talks=0) is None
    assert rules.why_not_close(TIMES, EIGHT + HOUR, open_talks=1) is FairReason.BOOTHS_BUSY
    assert rules.why_not_close(TIMES, EIGHT - HOUR, open_talks=0) is FairReason.NOT_LIVE


def test_a_floor_opens_once_and_not_before_registration() -> None:
    assert rules.why_not_open(TIMES, EIGHT - HOUR) is None
    assert rules.why_not_open(TIMES, EIGHT - 8 * DAY) is FairReason.TOO_EARLY
    assert rules.why_not_open(times(opened_at=EIGHT), EIGHT + HOUR) is FairReason.ALREADY_OPEN
    assert rules.why_not_open(TIMES, EIGHT + DAY) is FairReason.ALREADY_CLOSED


def test_a_person_belongs_to_the_own_centre_else_the_provinces_else_the_host() -> None:
    host, near, own = new_id(), new_id(), new_id()
    sites = [(host, "86"), (near, "92"), (own, "75")]

    assert rules.nearest_site(own, "92", sites) == own
    assert rules.nearest_site(None, "92", sites) == near
    assert rules.nearest_site(new_id(), "01", sites) == host
