"""Taking a ticket, leaving, being called, stepping back, missing a call."""

from datetime import datetime, timedelta

import pytest

from exchange.booths import access, actions, call_actions, end_actions, line_queries, queries, ticket_queries
from exchange.booths.codes import BoothReason, TicketState
from exchange.journal.log import By
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.seekers.actions import record_consents
from exchange.seekers.codes import Channel, Purpose, SeekerReason
from tests.cast import EIGHT_O_CLOCK, Ground

NOW = EIGHT_O_CLOCK + timedelta(minutes=10)
MINUTE = timedelta(minutes=1)


def order(store: Store, ground: Ground, now: datetime = NOW) -> list[int]:
    """The numbers on May's board, in order."""
    board = store.read(lambda db: queries.board(db, ground.booths["May"], now=now))
    return [line.number for line in board.lines]


def join_all(store: Store, ground: Ground, *names: str) -> None:
    for name in names:
        store.write(lambda db, who=name: ground.ticket(db, who, now=NOW))


def test_numbers_are_given_in_the_order_of_coming(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn", "Hoa")
    assert order(store, ground) == [1, 2, 3]


def test_joining_twice_is_joining_once(store: Store, ground: Ground) -> None:
    first = store.write(lambda db: ground.ticket(db, "Lan", now=NOW))
    again = store.write(lambda db: ground.ticket(db, "Lan", now=NOW + MINUTE))
    assert first == again
    assert order(store, ground) == [1]


def test_a_number_is_not_taken_before_the_fair_opens(store: Store, ground: Ground) -> None:
    early = ground.opens_at - MINUTE
    with pytest.raises(Refused) as no:
        store.write(lambda db: ground.ticket(db, "Lan", now=early))
    assert no.value.reason is BoothReason.FAIR_NOT_LIVE


def test_leaving_gives_the_number_back_and_a_new_one_goes_last(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn")

    def leave(db: Writing) -> None:
        actions.leave_queue(db, ground.ticket(db, "Lan", now=NOW), request_id=None, now=NOW)

    store.write(leave)
    assert order(store, ground) == [2]
    join_all(store, ground, "Lan")
    assert order(store, ground) == [2, 3]


def test_the_next_in_line_is_called(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn")

    def call(db: Writing) -> None:
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)

    store.write(call)
    board = store.read(lambda db: queries.board(db, ground.booths["May"], now=NOW))
    assert (board.serving, [line.number for line in board.lines]) == (1, [2])


def test_who_has_not_sat_down_calls_nobody(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan")
    with pytest.raises(Refused) as no:
        store.write(lambda db: call_actions.call_next(db, ground.desk(db, "Dung"), request_id=None, now=NOW))
    assert no.value.reason is BoothReason.NOT_STAFFED


def test_calling_out_of_turn_needs_a_reason(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn")
    second = store.write(lambda db: ground.ticket(db, "Sơn", now=NOW)).ticket_id
    desk = store.write(lambda db: ground.sit(db, "Dung", now=NOW))
    with pytest.raises(Refused) as no:
        store.write(lambda db: call_actions.call_chosen(db, desk, second, "  ", request_id=None, now=NOW))
    assert no.value.reason is BoothReason.CHOOSE_REASON
    store.write(lambda db: call_actions.call_chosen(db, desk, second, "Hẹn từ trước", request_id=None, now=NOW))
    assert order(store, ground) == [1]


def test_one_live_call_per_person_and_other_places_are_held(store: Store, ground: Ground) -> None:
    def both(db: Writing) -> None:
        ground.ticket(db, "Lan", now=NOW)
        ground.ticket(db, "Lan", "Thủy sản", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)

    store.write(both)
    with pytest.raises(Refused) as no:
        store.write(
            lambda db: call_actions.call_next(db, ground.sit(db, "Minh", "Thủy sản", now=NOW), request_id=None, now=NOW)
        )
    assert no.value.reason is BoothReason.NOBODY_WAITING
    held = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=NOW))
    assert {ticket.state for ticket in held} == {TicketState.CALLED, TicketState.HELD}


def test_a_held_person_is_passed_over_and_the_next_is_called(store: Store, ground: Ground) -> None:
    def busy(db: Writing) -> None:
        ground.ticket(db, "Lan", "Thủy sản", now=NOW)
        ground.ticket(db, "Sơn", "Thủy sản", now=NOW)
        ground.talk(db, "Lan", "Dung", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Minh", "Thủy sản", now=NOW), request_id=None, now=NOW)

    store.write(busy)
    board = store.read(lambda db: queries.board(db, ground.booths["Thủy sản"], now=NOW))
    assert board.serving == 2
    assert [(line.number, line.held) for line in board.lines] == [(1, True)]


def test_stepping_back_keeps_a_place_two_later(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn", "Hoa", "Tư")

    def back(db: Writing) -> None:
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)
        call_actions.step_back(db, ground.ticket(db, "Lan", now=NOW), request_id=None, now=NOW)

    store.write(back)
    assert order(store, ground) == [2, 3, 1, 4]


def test_a_missed_call_keeps_the_ticket_once_and_ends_it_the_second_time(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn", "Hoa", "Tư")
    desk = store.write(lambda db: ground.sit(db, "Dung", now=NOW))
    store.write(lambda db: call_actions.call_next(db, desk, request_id=None, now=NOW))
    later = NOW + MINUTE
    assert store.read(lambda db: line_queries.any_lapsed(db, now=later))
    assert store.write(lambda db: call_actions.lapse_one(db, now=later))
    assert not store.write(lambda db: call_actions.lapse_one(db, now=later))
    assert order(store, ground) == [2, 3, 1, 4]
    ticket = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=later))[0]
    assert (ticket.state, ticket.again) == (TicketState.WAITING, True)

    def second(db: Writing) -> None:
        call_actions.call_chosen(db, desk, ticket.id, "gọi lại", request_id=None, now=later)
        call_actions.lapse_one(db, now=later + MINUTE)

    store.write(second)
    ticket = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=later))[0]
    assert ticket.state is TicketState.MISSED
    assert order(store, ground) == [2, 3, 4]


def test_only_who_is_called_or_has_come_is_being_served(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan")

    def serving() -> int | None:
        return store.read(lambda db: queries.board(db, ground.booths["May"], now=NOW)).serving

    store.write(lambda db: call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW))
    assert serving() == 1
    store.write(lambda db: call_actions.lapse_one(db, now=NOW + 2 * MINUTE))
    assert serving() is None
    store.write(lambda db: ground.hire(db, "Sơn", "Dung", now=NOW + 3 * MINUTE))
    assert serving() is None


def test_an_answer_after_the_minute_is_too_late(store: Store, ground: Ground) -> None:
    def call(db: Writing) -> None:
        ground.ticket(db, "Lan", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)

    store.write(call)
    late = NOW + MINUTE
    for answer in (call_actions.accept, call_actions.step_back):
        with pytest.raises(Conflict) as no:
            store.write(lambda db, a=answer: a(db, ground.ticket(db, "Lan", now=NOW), request_id=None, now=late))
        assert no.value.reason is BoothReason.CALL_OVER


def test_accepting_on_two_devices_is_one_interview(store: Store, ground: Ground) -> None:
    def call(db: Writing) -> None:
        ground.ticket(db, "Lan", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)

    store.write(call)
    accept = [
        store.write(lambda db: call_actions.accept(db, ground.ticket(db, "Lan", now=NOW), request_id=None, now=NOW))
        for _ in range(2)
    ]
    assert accept[0] == accept[1]


def test_a_call_taken_back_leaves_the_ticket_where_it_was(store: Store, ground: Ground) -> None:
    join_all(store, ground, "Lan", "Sơn")
    desk = store.write(lambda db: ground.sit(db, "Dung", now=NOW))
    store.write(lambda db: call_actions.call_next(db, desk, request_id=None, now=NOW))
    store.write(lambda db: call_actions.withdraw(db, desk, request_id=None, now=NOW))
    assert order(store, ground) == [1, 2]


def test_the_desk_is_left_only_when_nobody_sits_there(store: Store, ground: Ground) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=NOW))
    with pytest.raises(Refused) as no:
        store.write(lambda db: actions.stand_up(db, ground.desk(db, "Dung"), now=NOW))
    assert no.value.reason is BoothReason.OUTCOME_FIRST


def test_what_is_not_yours_does_not_exist(store: Store, ground: Ground) -> None:
    lan = store.write(lambda db: ground.ticket(db, "Lan", now=NOW)).ticket_id
    talk = store.write(lambda db: ground.talk(db, "Lan", "Dung", now=NOW))
    refused = [
        lambda db: access.own_ticket(db, ground.viewer("Sơn"), lan),
        lambda db: access.own_ticket(db, None, lan),
        lambda db: access.recruiter_desk(db, ground.viewer("Minh"), ground.booths["May"]),
        lambda db: access.recruiter_desk(db, ground.viewer("Hạnh"), ground.booths["May"]),
        lambda db: access.own_seat(db, ground.viewer("Dung"), ground.booths["May"]),
        lambda db: access.talk_seat(db, ground.viewer("Sơn"), talk),
        lambda db: access.talk_seat(db, ground.viewer("Minh"), talk),
        lambda db: access.own_seat(db, ground.viewer("Lan"), ground.fair_id),
    ]
    for ask in refused:
        with pytest.raises(NotFound):
            store.read(ask)


def test_an_interview_left_open_ends_with_the_results_and_blocks_nobody(store: Store, ground: Ground) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=NOW))
    over = ground.opens_at + timedelta(days=5)
    assert not store.write(lambda db: end_actions.end_one_left_open(db, now=over - MINUTE))
    assert store.read(lambda db: end_actions.any_left_open(db, now=over))
    assert store.write(lambda db: end_actions.end_one_left_open(db, now=over))
    assert not store.write(lambda db: end_actions.end_one_left_open(db, now=over))
    ticket = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=over))[0]
    assert (ticket.state, ticket.outcome) == (TicketState.DONE, None)


def test_who_withdrew_a_needed_consent_takes_no_number(store: Store, ground: Ground) -> None:
    def change_mind(db: Writing) -> None:
        by = By(ground.accounts["Lan"])
        record_consents(db, ground.seekers["Lan"], {Purpose.EMPLOYERS: False}, channel=Channel.ONLINE, by=by, now=NOW)

    store.write(change_mind)
    with pytest.raises(Refused) as no:
        store.write(lambda db: actions.take_number(db, seat_of(db, ground), request_id=None, now=NOW))
    assert no.value.reason is SeekerReason.CONSENT_NEEDED


def seat_of(db: Writing, ground: Ground) -> access.SeekerSeat:
    return access.own_seat(db, ground.viewer("Lan"), ground.booths["May"])
