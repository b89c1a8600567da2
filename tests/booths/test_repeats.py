"""One form sent twice, and one page whose forms share an id on a line that loses answers."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from exchange.booths import access, actions, call_actions, talk_actions
from exchange.booths.codes import BoothReason
from exchange.booths.talk_tables import Call, Message
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from tests.cast import EIGHT_O_CLOCK, Ground

NOW = EIGHT_O_CLOCK + timedelta(minutes=10)


def written(db: Writing, ground: Ground) -> list[str]:
    e = columns(Entry)
    return [kind.value for kind in db.scalars(select(e.kind).where(e.stream_id == ground.fair_id).order_by(e.seq))]


def test_calling_twice_with_one_form_calls_once(store: Store, ground: Ground) -> None:
    def twice(db: Writing) -> None:
        desk, form = ground.sit(db, "Dung", now=NOW), new_id()
        ground.ticket(db, "Lan", now=NOW)
        ground.ticket(db, "Sơn", now=NOW)
        first = call_actions.call_next(db, desk, request_id=form, now=NOW)
        assert call_actions.call_next(db, desk, request_id=form, now=NOW) == first
        call_actions.withdraw(db, desk, request_id=None, now=NOW)
        assert call_actions.call_next(db, desk, request_id=form, now=NOW) == first  # an answer lost for long
        assert db.scalar(select(func.count()).select_from(Call)) == 1

    store.write(twice)


def test_a_page_whose_answer_was_lost_goes_on_with_its_id(store: Store, ground: Ground) -> None:
    """The call was made, its answer never came; the live line shows it and the next button carries the same id."""

    def go_on(db: Writing) -> None:
        desk, form = ground.sit(db, "Dung", now=NOW), new_id()
        ground.ticket(db, "Lan", now=NOW)
        call_actions.call_next(db, desk, request_id=form, now=NOW)
        call_actions.withdraw(db, desk, request_id=form, now=NOW)
        assert not _open(db)
        assert written(db, ground)[-2:] == ["called", "call_withdrawn"]

    store.write(go_on)


def test_a_kept_page_takes_a_number_again(store: Store, ground: Ground) -> None:
    def again(db: Writing) -> None:
        seat, form = access.own_seat(db, ground.viewer("Lan"), ground.booths["May"]), new_id()
        first = actions.join_queue(db, seat, request_id=form, now=NOW)
        mine = access.own_ticket(db, ground.viewer("Lan"), first)
        actions.leave_queue(db, mine, request_id=form, now=NOW)
        actions.leave_queue(db, mine, request_id=form, now=NOW)
        second = actions.join_queue(db, seat, request_id=form, now=NOW)
        assert second != first
        assert written(db, ground)[-3:] == ["queue_joined", "queue_left", "queue_joined"]

    store.write(again)


def test_stepping_back_twice_with_one_form_steps_back_once(store: Store, ground: Ground) -> None:
    def twice(db: Writing) -> None:
        desk, form = ground.sit(db, "Dung", now=NOW), new_id()
        lan = ground.ticket(db, "Lan", now=NOW)
        for n in range(2):
            call_actions.call_chosen(db, desk, lan.ticket_id, "", request_id=new_id(), now=NOW + timedelta(minutes=n))
            call_actions.step_back(db, lan, request_id=form, now=NOW + timedelta(minutes=n))
        assert written(db, ground).count("stepped_back") == 1
        assert _open(db)

    store.write(twice)


def test_other_words_under_a_used_id_are_not_lost(store: Store, ground: Ground) -> None:
    def say(db: Writing) -> list[str]:
        talk, form = ground.talk(db, "Lan", "Dung", now=NOW), new_id()
        seat = access.talk_seat(db, ground.viewer("Lan"), talk)
        for words in ("Em chào chị", "Em chào chị", "Em chào chị ạ"):
            talk_actions.write_message(db, seat, words, request_id=form, now=NOW)
        return list(db.scalars(select(columns(Message).text).order_by(columns(Message).id)))

    assert store.write(say) == ["Em chào chị", "Em chào chị ạ"]


def test_words_that_do_not_fit_are_refused_rather_than_cut(store: Store, ground: Ground) -> None:
    talk = store.write(lambda db: ground.talk(db, "Lan", "Dung", now=NOW))

    def say(db: Writing) -> None:
        seat = access.talk_seat(db, ground.viewer("Lan"), talk)
        talk_actions.write_message(db, seat, "ạ" * 1001, request_id=None, now=NOW)

    with pytest.raises(Refused) as no:
        store.write(say)
    assert no.value.reason is BoothReason.WORDS_LONG


def _open(db: Writing) -> bool:
    return db.scalar(select(columns(Call).id).where(columns(Call).closed_at.is_(None))) is not None
