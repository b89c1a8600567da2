"""Helping a person by telephone or at the counter: found, given a number, answered for – with both names."""

import re
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from exchange.booths import call_actions, ticket_queries
from exchange.booths.codes import TicketState
from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Message
from exchange.fairs.tables import FairSeeker
from exchange.journal.kinds import Kind
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.seekers import queries as seekers
from exchange.seekers.codes import Channel, Purpose
from tests.cast import Ground
from tests.web.conftest import Client
from tests.web.helped import card, entries, people

_t, _p = columns(Ticket), columns(FairSeeker)


def ticket_of(store: Store, ground: Ground, who: str, booth: str = "May") -> Any:
    here = _t.seeker_id == ground.seekers[who], _t.booth_id == ground.booths[booth]
    return store.read(lambda db: db.execute(select(_t).where(*here)).one())


def state(store: Store, ticket_id: UUID) -> TicketState:
    return store.read(lambda db: ticket_queries.my_ticket(db, ticket_id, now=clock.now())).state


def call(store: Store, ground: Ground) -> None:
    """Dung calls the first in May's line."""
    desk = store.write(lambda db: ground.sit(db, "Dung", now=clock.now()))
    store.write(lambda db: call_actions.call_next(db, desk, request_id=None, now=clock.now()))


def move(store: Store, ground: Ground, who: str, to: str) -> None:
    """Somebody is registered at another site."""
    change = update(FairSeeker).where(_p.seeker_id == ground.seekers[who]).values(centre_id=ground.centres[to])
    store.write(lambda db: db.execute(change))


@pytest.mark.parametrize("typed", ["tran lan", "Lan Trần", "TRẦN THỊ", "0909123450", "3450", "+84 909 123 450"])
async def test_a_person_is_found_as_people_say_it(typed: str, ground: Ground, client_of: Client) -> None:
    page = (await client_of("Phúc").get(people(ground), params={"q": typed})).text

    assert card(ground, "Lan") in page


async def test_a_person_is_found_by_the_code_on_the_ticket(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    code = ticket_of(store, ground, "Lan").short_code

    page = (await client_of("Phúc").get(people(ground), params={"q": f" {code[:3]}-{code[3:]} ".lower()})).text

    assert re.findall(rf"{people(ground)}/([0-9a-f-]{{36}})", page) == [str(ground.seekers["Lan"])]
    assert "số 1 Công ty May Sông Tiền" in page


async def test_each_site_finds_its_own_people_and_the_host_all(store: Store, ground: Ground, client_of: Client) -> None:
    move(store, ground, "Tư", "Bến Tre")
    hers, theirs = client_of("Ngân"), client_of("Phúc")

    assert card(ground, "Tư") in (await hers.get(people(ground), params={"q": "le van tu"})).text
    assert card(ground, "Lan") not in (await hers.get(people(ground), params={"q": "lan"})).text
    assert card(ground, "Tư") in (await theirs.get(people(ground), params={"q": "le van tu"})).text


async def test_opening_a_card_is_written_down_and_names_the_person(
    store: Store, ground: Ground, client_of: Client
) -> None:
    page = (await client_of("Phúc").get(card(ground, "Lan"))).text

    assert re.search(r"làm thay cho.*?<b>Trần Thị Lan</b>", page)
    assert entries(store, Kind.SEEKER_FILE_OPENED) == [(ground.accounts["Phúc"], None, ground.seekers["Lan"])]


async def test_a_card_of_another_site_is_not_found_and_nothing_happens(
    store: Store, ground: Ground, client_of: Client
) -> None:
    ngan, booth = client_of("Ngân"), {"booth_id": str(ground.booths["May"])}

    assert (await ngan.get(card(ground, "Lan"))).status_code == 404
    assert (await ngan.post(f"{card(ground, 'Lan')}/tickets", data=booth)).status_code == 404
    assert (await ngan.post(f"{card(ground, 'Lan')}/entry", data={"channel": "counter"})).status_code == 404
    consents = {"consent_channel": "phone"}
    assert (await ngan.post(f"{card(ground, 'Lan')}/consents", data=consents)).status_code == 404
    assert entries(store, Kind.QUEUE_JOINED) == entries(store, Kind.SEEKER_FILE_OPENED) == []


async def test_a_number_taken_for_somebody_carries_both_names_and_is_taken_once(
    store: Store, ground: Ground, client_of: Client
) -> None:
    form = {"booth_id": str(ground.booths["May"]), "channel": "phone", "request_id": str(new_id())}

    for _ in range(2):
        assert (await client_of("Phúc").post(f"{card(ground, 'Lan')}/tickets", data=form)).status_code == 303

    ticket = ticket_of(store, ground, "Lan")
    assert (ticket.number, ticket.taken_by, ticket.channel) == (1, ground.accounts["Phúc"], Channel.PHONE)
    lan = ground.seekers["Lan"]
    assert entries(store, Kind.QUEUE_JOINED) == [(ground.accounts["Phúc"], lan, lan)]


async def test_a_booth_of_no_fair_of_ours_is_not_found(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Phúc").post(f"{card(ground, 'Lan')}/tickets", data={"booth_id": str(new_id())})

    assert answer.status_code == 404


async def test_no_booth_chosen_is_said_at_the_field(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Phúc").post(f"{card(ground, 'Lan')}/tickets", data={"booth_id": ""})

    assert answer.status_code == 422
    assert 'id="f-booth_id-error"' in answer.text


async def test_without_consent_no_number_is_taken(store: Store, ground: Ground, client_of: Client) -> None:
    phuc, form = client_of("Phúc"), {"booth_id": str(ground.booths["May"])}
    said = {"consent_channel": "phone", "matching": "yes"}
    assert (await phuc.post(f"{card(ground, 'Lan')}/consents", data=said)).status_code == 303

    answer = await phuc.post(f"{card(ground, 'Lan')}/tickets", data=form)

    assert answer.status_code == 422
    assert "cần đồng ý" in answer.text
    assert entries(store, Kind.QUEUE_JOINED) == []


async def test_what_the_person_says_to_each_purpose_is_recorded_once(
    store: Store, ground: Ground, client_of: Client
) -> None:
    said = {"consent_channel": "counter", "matching": "yes", "employers": "yes"}

    for _ in range(2):
        assert (await client_of("Phúc").post(f"{card(ground, 'Lan')}/consents", data=said)).status_code == 303

    standing = store.read(lambda db: seekers.consents(db, ground.seekers["Lan"]))
    assert {row.purpose for row in standing if row.given} == {Purpose.MATCHING, Purpose.EMPLOYERS}
    assert {row.channel for row in standing if not row.given} == {Channel.COUNTER}
    recorded = entries(store, Kind.CONSENT_RECORDED)
    assert recorded == [(ground.accounts["Phúc"], ground.seekers["Lan"], ground.seekers["Lan"])] * 2


async def test_a_call_is_answered_for_a_person_on_the_telephone_and_words_are_relayed(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc, lan = client_of("Phúc"), ground.seekers["Lan"]
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    call(store, ground)
    ticket = ticket_of(store, ground, "Lan").id

    assert (await phuc.post(f"{card(ground, 'Lan')}/tickets/{ticket}/acceptance", data={})).status_code == 303

    assert state(store, ticket) is TicketState.TALKING
    assert entries(store, Kind.CALL_ACCEPTED) == [(ground.accounts["Phúc"], lan, lan)]
    (path,) = set(re.findall(r'formaction="(\S+/messages)"', (await phuc.get(card(ground, "Lan"))).text))
    form = {"text": "Tôi đi làm được từ thứ hai", "request_id": str(new_id())}
    for _ in range(2):
        assert (await phuc.post(path, data=form)).status_code == 303
    assert entries(store, Kind.MESSAGE_WRITTEN) == [(ground.accounts["Phúc"], lan, lan)]
    assert store.read(lambda db: db.scalars(select(columns(Message).text)).all()) == ["Tôi đi làm được từ thứ hai"]
    assert (await client_of("Ngân").post(path, data=form)).status_code == 404


async def test_stepping_back_and_leaving_for_somebody(store: Store, ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    call(store, ground)
    ticket = ticket_of(store, ground, "Lan").id

    assert (await phuc.post(f"{card(ground, 'Lan')}/tickets/{ticket}/step-back", data={})).status_code == 303
    assert state(store, ticket) is TicketState.WAITING
    assert (await phuc.post(f"{card(ground, 'Lan')}/tickets/{ticket}/departure", data={})).status_code == 303

    assert state(store, ticket) is TicketState.LEFT
    assert entries(store, Kind.QUEUE_LEFT)[0][:2] == (ground.accounts["Phúc"], ground.seekers["Lan"])


async def test_a_call_that_is_over_is_a_sentence(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    ticket = ticket_of(store, ground, "Lan").id

    answer = await client_of("Phúc").post(f"{card(ground, 'Lan')}/tickets/{ticket}/acceptance", data={})

    assert answer.status_code == 409
    assert "Lời mời này đã hết hạn" in answer.text


async def test_a_ticket_is_reached_through_its_own_holder_only(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.ticket(db, "Sơn", now=clock.now()))
    ticket = ticket_of(store, ground, "Sơn").id

    answer = await client_of("Phúc").post(f"{card(ground, 'Lan')}/tickets/{ticket}/departure", data={})

    assert answer.status_code == 404
    assert state(store, ticket) is TicketState.WAITING


async def test_a_ticket_is_printed_for_those_who_may_help(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.ticket(db, "Lan", now=clock.now()))
    ticket = ticket_of(store, ground, "Lan")

    page = (await client_of("Phúc").get(f"/tickets/{ticket.id}/print")).text

    assert f"/t/{ticket.short_code}" in page
    assert "<svg" in page
    assert "Trần Thị Lan" in page
    for who in ("Ngân", "Dung", "Sơn"):
        assert (await client_of(who).get(f"/tickets/{ticket.id}/print")).status_code == 404
