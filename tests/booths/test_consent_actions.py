"""Taking back a consent while one waits: who is not to be seen any longer is not."""

from datetime import timedelta

from sqlalchemy import func, select

from exchange.booths import call_actions, desk_queries, ticket_queries
from exchange.booths.codes import TicketState
from exchange.booths.consent_actions import change_word
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.merge_actions import merge
from exchange.seekers.tables import Consent
from tests.cast import EIGHT_O_CLOCK, Ground

NOW = EIGHT_O_CLOCK + timedelta(minutes=10)


def say(db: Writing, ground: Ground, purpose: Purpose, *, given: bool) -> None:
    by = By(ground.accounts["Lan"])
    change_word(db, ground.seekers["Lan"], purpose, given=given, channel=Channel.ONLINE, by=by, now=NOW)


def test_who_takes_back_a_needed_consent_is_seen_at_no_desk(store: Store, ground: Ground) -> None:
    def change_mind(db: Writing) -> None:
        for booth in ("May", "Thủy sản"):
            ground.ticket(db, "Lan", booth, now=NOW)
            ground.ticket(db, "Hoa", booth, now=NOW)
        say(db, ground, Purpose.EMPLOYERS, given=False)

    store.write(change_mind)
    for booth in ("May", "Thủy sản"):
        desk = store.read(lambda db, b=booth: desk_queries.desk(db, ground.booths[b], now=NOW))
        assert [line.name for line in desk.lines] == ["Nguyễn Ngọc Hoa"]
    mine = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=NOW))
    assert {ticket.state for ticket in mine} == {TicketState.LEFT}


def test_other_consents_do_not_cost_the_place(store: Store, ground: Ground) -> None:
    def change_mind(db: Writing) -> None:
        ground.ticket(db, "Lan", now=NOW)
        say(db, ground, Purpose.MESSAGES, given=False)

    store.write(change_mind)
    mine = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=NOW))
    assert [ticket.state for ticket in mine] == [TicketState.WAITING]


def test_a_call_that_goes_on_is_not_cut_off(store: Store, ground: Ground) -> None:
    def change_mind(db: Writing) -> None:
        ground.ticket(db, "Lan", "Thủy sản", now=NOW)
        lan = ground.ticket(db, "Lan", now=NOW)
        call_actions.call_next(db, ground.sit(db, "Dung", now=NOW), request_id=None, now=NOW)
        say(db, ground, Purpose.MATCHING, given=False)
        call_actions.accept(db, lan, request_id=None, now=NOW)

    store.write(change_mind)
    mine = store.read(lambda db: ticket_queries.my_tickets(db, ground.seekers["Lan"], now=NOW))
    assert sorted(ticket.state for ticket in mine) == [TicketState.LEFT, TicketState.TALKING]


def test_saying_the_same_twice_is_written_once(store: Store, ground: Ground) -> None:
    for _ in range(2):
        store.write(lambda db: say(db, ground, Purpose.MESSAGES, given=False))
    mine = columns(Consent).seeker_id == ground.seekers["Lan"], columns(Consent).given.is_(False)
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(Consent).where(*mine))) == 1


def test_a_first_no_is_written_down_and_a_second_is_not(store: Store, ground: Ground) -> None:
    for _ in range(2):
        store.write(lambda db: say(db, ground, Purpose.POLICY, given=False))

    c = columns(Consent)
    words = select(c.given).where(c.seeker_id == ground.seekers["Lan"], c.purpose == Purpose.POLICY)
    assert store.read(lambda db: db.scalars(words).all()) == [False]


def test_who_takes_back_a_consent_leaves_the_lines_of_all_their_files(store: Store, ground: Ground) -> None:
    def change_mind(db: Writing) -> None:
        ground.ticket(db, "Hoa", now=NOW)
        phuc = ground.viewer("Phúc")
        kept, gone = (own_desk(db, phuc, ground.seekers[who]) for who in ("Lan", "Hoa"))
        merge(db, kept, gone, "một người", request_id=None, now=NOW)
        say(db, ground, Purpose.EMPLOYERS, given=False)

    store.write(change_mind)

    assert store.read(lambda db: desk_queries.desk(db, ground.booths["May"], now=NOW)).lines == []
