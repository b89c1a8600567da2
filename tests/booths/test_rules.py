"""The line's arithmetic."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from exchange.booths.codes import BoothReason, CallAnswer, OutcomeCode, TicketEnd, TicketState
from exchange.booths.rules import (
    Wait,
    place_two_later,
    state_of,
    wait_for,
    why_not_again,
    why_not_join,
    why_not_outcome,
)
from exchange.fairs.codes import FairPhase


def test_a_ticket_is_taken_only_while_the_fair_is_live() -> None:
    for phase in FairPhase:
        wanted = None if phase is FairPhase.LIVE else BoothReason.FAIR_NOT_LIVE
        assert why_not_join(phase, open_tickets=0, allowed=3) is wanted


def test_nobody_holds_more_tickets_than_the_fair_allows() -> None:
    assert why_not_join(FairPhase.LIVE, open_tickets=2, allowed=3) is None
    assert why_not_join(FairPhase.LIVE, open_tickets=3, allowed=3) is BoothReason.TOO_MANY_TICKETS


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30, unique=True), st.data())
def test_stepping_back_lands_behind_exactly_two(numbers: list[int], data: st.DataObject) -> None:
    line = sorted(number * 1000 for number in numbers)
    own = data.draw(st.sampled_from(line))
    after = [place for place in line if place > own]
    new = place_two_later(own, after[:3])
    passed = [place for place in after if place < new]
    assert len(passed) == min(2, len(after))
    assert new not in after


def test_how_long_is_not_known_before_three_interviews() -> None:
    assert wait_for(3, [300, 400], desks=1) is None
    assert wait_for(3, [300, 400, 500], desks=0) is None


def test_the_wait_is_the_middle_half_of_real_service_times() -> None:
    assert wait_for(0, [300, 300, 300, 300], desks=1) == Wait(5, 6)
    assert wait_for(3, [240, 300, 360, 420, 480], desks=1) == Wait(20, 28)
    assert wait_for(3, [240, 300, 360, 420, 480], desks=2) == Wait(10, 14)


@given(st.integers(0, 200), st.lists(st.floats(1, 7200), min_size=3, max_size=40), st.integers(1, 5))
def test_a_wait_is_an_interval_and_grows_with_the_line(ahead: int, times: list[float], desks: int) -> None:
    wait, longer = wait_for(ahead, times, desks), wait_for(ahead + 1, times, desks)
    assert wait is not None
    assert longer is not None
    assert 0 <= wait.low < wait.high
    assert longer.low >= wait.low
    assert longer.high >= wait.high


def test_a_ticket_says_what_its_holder_must_know() -> None:
    def state(ended: TicketEnd | None = None, answer: CallAnswer | None = None, **given: bool) -> TicketState:
        flags = {"called": False, "held": False} | given
        return state_of(ended=ended, answer=answer, phase=FairPhase.LIVE, **flags)

    assert state() is TicketState.WAITING
    assert state(held=True) is TicketState.HELD
    assert state(called=True) is TicketState.CALLED
    assert state(called=True, answer=CallAnswer.ACCEPTED) is TicketState.TALKING
    assert state(TicketEnd.INTERVIEWED) is TicketState.DONE
    assert state(TicketEnd.MISSED, held=True) is TicketState.MISSED
    over = state_of(ended=None, answer=None, called=False, held=False, phase=FairPhase.RESULTS)
    assert over is TicketState.OVER


def test_each_outcome_asks_for_what_it_needs() -> None:
    nothing = {"has_date": False, "has_reason": False, "has_place": False, "has_vacancy": False}
    assert why_not_outcome(OutcomeCode.HIRED, **nothing) is BoothReason.VACANCY_NEEDED
    assert why_not_outcome(OutcomeCode.SECOND_INTERVIEW, **nothing) is BoothReason.DATE_NEEDED
    assert why_not_outcome(OutcomeCode.NOT_THIS_TIME, **nothing) is BoothReason.REASON_NEEDED
    assert why_not_outcome(OutcomeCode.REFERRED, **nothing) is BoothReason.WHERE_NEEDED
    assert why_not_outcome(OutcomeCode.PRESELECTED, **nothing) is None
    assert why_not_outcome(OutcomeCode.HIRED, **(nothing | {"has_vacancy": True})) is None


def test_people_come_again_between_the_opening_and_a_year_after() -> None:
    opened = date(2026, 11, 23)
    for day, wanted in (
        (None, None),
        (opened, None),
        (date(2027, 11, 24), None),
        (date(2026, 11, 22), BoothReason.DATE_ODD),
        (date(2027, 11, 25), BoothReason.DATE_ODD),
        (date(1, 1, 1), BoothReason.DATE_ODD),
    ):
        assert why_not_again(day, opened) is wanted, day
