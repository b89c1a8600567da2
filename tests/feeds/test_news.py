"""News to a partner over real sockets: in order, at least once, signed, given up after days and sent again by hand."""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from exchange.feeds import desk_queries, rules
from exchange.feeds.access import partner_desk
from exchange.feeds.codes import DeliveryState, FeedReason, PartnerKind, WireFault
from exchange.feeds.partner_actions import Opened, PartnerGiven, add_partner, try_again
from exchange.feeds.running import push_all
from exchange.feeds.wire import LARGEST_ANSWER, Request
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.vault import Vault
from tests.feeds.receiver import Receiver, receiving
from tests.feeds.scene import Office
from tests.fixtures.databases import IDENTITY_KEY
from web.wire import HttpWire, outside

VAULT = Vault(IDENTITY_KEY)
WIRE = HttpWire(private=True, timeout=0.5)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


def partner(office: Office, url: str, *, private: bool = True, vault: Vault = VAULT, **told: Any) -> Opened:
    given = PartnerGiven(
        **({"name": "Cục Việc làm", "kind": PartnerKind.NATIONAL, "wants_vacancies": True, "address": url} | told)
    )
    return office.store.write(
        lambda db: add_partner(
            db, office.desk(db), given, vault=vault, private=private, request_id=None, now=office.now
        )
    )


def push(office: Office) -> tuple[int, int]:
    office.refresh()
    return push_all(office.store, WIRE, VAULT, "http://exchange.test", at=lambda: office.now)


def state(office: Office, opened: Opened) -> desk_queries.Partner:
    found = office.store.read(lambda db: desk_queries.partners(db, office.desk(db)))
    return next(one for one in found if one.id == opened.partner_id)


def test_news_comes_in_order_whatever_the_receiver_does(office: Office, receiver: Receiver) -> None:
    opened = partner(office, receiver.url, wants_results=True)
    made = [office.publish(f"Việc {number}") for number in range(rules_of_one_message() + 5)]
    office.hire(made[0])
    receiver.answers = [500, lambda _: receiver.hung_up.wait(5), 302, 503]

    tries = []
    while not tries or not tries[-1][0]:
        tries.append(push(office))
        office.now += timedelta(hours=1)
    office.change(made[3], closed_at=office.now)
    push(office)

    assert [failed for _, failed in tries] == [1, 1, 1, 1, 0]
    assert receiver.seen() == list(range(1, len(made) + 3))
    assert len({one.headers["x-exchange-delivery"] for one in receiver.got[:5]}) == 1
    assert len({one.body for one in receiver.got[:5]}) == 1
    assert state(office, opened).state is DeliveryState.UP_TO_DATE


def rules_of_one_message() -> int:
    from exchange.feeds.push_actions import AT_ONCE

    return AT_ONCE


def test_a_message_is_signed_with_the_secret_that_was_shown_once(office: Office, receiver: Receiver) -> None:
    opened = partner(office, receiver.url)
    office.publish()
    push(office)

    got = receiver.got[0]
    stamp, given = got.headers["x-exchange-timestamp"], got.headers["x-exchange-signature"]
    own = hmac.new(opened.secret.encode(), stamp.encode() + b"." + got.body, hashlib.sha256).hexdigest()
    assert given == f"v1={own}"
    assert rules.signed(opened.secret, stamp, given, got.body, office.now)
    assert not rules.signed(opened.secret, stamp, given, got.body + b" ", office.now)
    assert not rules.signed(opened.secret, stamp, given, got.body, office.now + timedelta(minutes=6))
    assert not rules.signed("another", stamp, given, got.body, office.now)


def test_a_partner_is_told_only_what_it_asked_for(office: Office, receiver: Receiver) -> None:
    opened = partner(office, receiver.url, wants_vacancies=False, wants_results=True)
    vacancy = office.publish()
    push(office)
    assert (receiver.got, state(office, opened).state) == ([], DeliveryState.UP_TO_DATE)

    office.hire(vacancy)
    push(office)

    assert [line["kind"] for line in _changes(receiver)] == ["result"]


def _changes(receiver: Receiver) -> list[Any]:
    import json

    return [line for one in receiver.got for line in json.loads(one.body)["changes"]]


def test_it_is_given_up_after_days_and_sent_again_by_hand(office: Office, receiver: Receiver) -> None:
    opened = partner(office, receiver.url)
    office.publish()
    receiver.answers = [500] * 50

    waits = []
    while state(office, opened).state is not DeliveryState.GIVEN_UP:
        push(office)
        waits.append(state(office, opened).next_at - office.now if state(office, opened).next_at else timedelta())
        office.now += max(waits[-1], timedelta(seconds=1))
    assert push(office) == (0, 0)
    assert waits[0] < waits[1] < waits[2] < max(waits) == timedelta(hours=6)
    assert len(waits) < 30

    receiver.answers = []
    office.store.write(lambda db: try_again(db, partner_desk(db, office.lead, opened.partner_id), now=office.now))
    assert push(office) == (1, 0)
    with pytest.raises(Conflict):
        office.store.write(lambda db: try_again(db, partner_desk(db, office.lead, opened.partner_id), now=office.now))


def test_a_secret_that_cannot_be_opened_does_not_hold_up_the_others(office: Office, receiver: Receiver) -> None:
    lost = partner(office, receiver.url, vault=Vault("YW5vdGhlciBrZXksIGxvc3QsIG9mIHRoaXJ0eS10d28="))
    partner(office, receiver.url)
    office.publish()

    assert push(office) == (1, 0)
    assert state(office, lost).said == WireFault.SEALED.label


def test_what_the_other_side_may_do_is_bounded(receiver: Receiver) -> None:
    def drip(answering: Any) -> None:
        answering.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
        while not receiver.hung_up.wait(0.05):
            answering.wfile.write(b"x")
            answering.wfile.flush()

    asked = Request(receiver.url, {})
    receiver.answers = [(200, b"x" * (LARGEST_ANSWER + 1)), drip, 301, (200, b"{}")]

    faults = [WIRE(asked).fault for _ in range(3)]

    assert faults == [WireFault.TOO_LARGE, WireFault.TIMED_OUT, WireFault.REDIRECTED]
    assert WIRE(asked).body == b"{}"
    assert HttpWire(private=False)(asked).fault is WireFault.ADDRESS
    assert HttpWire(private=False)(Request("https://localhost/", {})).fault is WireFault.ADDRESS
    assert WIRE(Request("http://127.0.0.1:1/", {})).fault is WireFault.UNREACHABLE


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "::1", "fe80::1",
     "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1%eth0", "nonsense"],
)  # fmt: skip
def test_our_own_network_is_not_called(address: str) -> None:
    assert not outside(address)
    assert outside("8.8.8.8")
    assert outside("2606:4700:4700::1111")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("http://vieclam.example.vn/x", FeedReason.ADDRESS_INSECURE),
        ("https://localhost/x", FeedReason.ADDRESS_PRIVATE),
        ("https://may-chu/x", FeedReason.ADDRESS_PRIVATE),
        ("https://a:b@vieclam.example.vn/", FeedReason.ADDRESS_WRONG),
        ("ftp://vieclam.example.vn", FeedReason.ADDRESS_WRONG),
        ("https://việclàm.vn/", FeedReason.ADDRESS_WRONG),
        ("https://x.vn/\r\nX: y", FeedReason.ADDRESS_WRONG),
        ("https://x.vn:99999/", FeedReason.ADDRESS_WRONG),
        ("//[", FeedReason.ADDRESS_WRONG),
    ],
)
def test_an_address_that_will_not_do_is_refused_when_it_is_typed(typed: str, reason: FeedReason) -> None:
    assert rules.why_not_address(typed, private=False) is reason
    assert rules.why_not_address("https://vieclam.example.vn/nhan-tin", private=False) is None


def test_a_partner_without_a_name_or_kinds_is_refused_at_the_field(office: Office) -> None:
    for told, field in (
        ({"name": " "}, "name"),
        ({"kind": None}, "kind"),
        ({"wants_vacancies": False}, "wants_vacancies"),
    ):
        with pytest.raises(Refused) as no:
            partner(office, "", **told)
        assert no.value.field == field
