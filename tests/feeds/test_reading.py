"""Reading another centre's feed: pages that come twice, late, with gaps or with nonsense in them lose nothing."""

import random
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import msgspec
import pytest

from exchange.feeds import desk_queries, pull_actions
from exchange.feeds.access import conflict_desk, source_desk
from exchange.feeds.codes import FeedKind, FeedReason, RecordFault, WireFault
from exchange.feeds.push_actions import with_page
from exchange.feeds.source_actions import SourceGiven, add_source, settle_conflict
from exchange.feeds.wire import Reply, Request
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.vault import Vault
from tests.feeds.scene import BOTH, SOMEWHERE, Office, put
from tests.fixtures.databases import IDENTITY_KEY

VAULT = Vault(IDENTITY_KEY)


class Reading:
    """An office that reads a feed; what comes back is said by the test."""

    def __init__(self, office: Office, foreign: UUID = SOMEWHERE) -> None:
        self.office, self.store = office, office.store
        given = SourceGiven(name="Bến Tre", address=f"http://ben-tre.test/api/v1/feed?centre={foreign}")
        self.own = self.store.write(
            lambda db: add_source(
                db, office.desk(db), given, vault=VAULT, private=True, request_id=None, now=office.now
            )
        )

    def ask(self) -> pull_actions.Question:
        self.office.now += timedelta(hours=12)
        asked = self.store.write(lambda db: pull_actions.claim(db, vault=VAULT, now=self.office.now))
        assert asked is not None
        return asked

    def take(self, answer: Any, question: pull_actions.Question | None = None, status: int = 200) -> bool:
        body = answer if isinstance(answer, bytes) else msgspec.json.encode(answer)
        it, now = question or self.ask(), self.office.now
        return self.store.write(lambda db: pull_actions.take(db, it, Reply(status, body), now=now))

    def begin(self, *items: Any, as_of: int = 0) -> None:
        self.take({"as_of": as_of, "after": 0, "next_after": None, "items": items})

    def changes(self, since: int, *lines: Any, last: int = 0) -> dict[str, Any]:
        through = max([since, *(line["seq"] for line in lines if isinstance(line, dict) and "seq" in line)])
        return {"since": since, "through": through, "last": max(last, through), "changes": lines}

    @property
    def source(self) -> desk_queries.Source:
        return self.store.read(lambda db: desk_queries.source(db, source_desk(db, self.office.lead, self.own)))

    def titles(self) -> set[str]:
        rows = self.store.read(lambda db: desk_queries.records(db, source_desk(db, self.office.lead, self.own)))
        return {row.body["title"] for row in rows}

    def listed(self) -> list[desk_queries.Listed]:
        return self.store.read(lambda db: desk_queries.conflicts(db, source_desk(db, self.office.lead, self.own)))


def gone(seq: int, own: str) -> dict[str, Any]:
    return {"seq": seq, "kind": "vacancy", "id": str(uuid5(SOMEWHERE, own)), "change": "removed", "because": "closed"}


def test_pages_that_come_twice_or_late_change_nothing(office: Office) -> None:
    reading = Reading(office)
    reading.begin(put(1, "A"), put(2, "B"), as_of=2)
    question = reading.ask()
    page = reading.changes(2, gone(3, "A"), put(4, "C"), put(5, "B2", "B"))
    reading.take(page, question)
    assert (reading.titles(), reading.source.reached) == ({"B2", "C"}, 5)

    reading.take(page, question)  # the same answer once more
    reading.take(page)  # and to a newer question
    reading.take(reading.changes(0, put(1, "A"), put(2, "B"), put(6, "D"), last=6))  # from the beginning

    assert (reading.titles(), reading.source.reached) == ({"B2", "C", "D"}, 6)
    assert reading.listed() == []


def test_a_gap_is_asked_for_again(office: Office) -> None:
    reading = Reading(office)
    reading.begin(as_of=2)

    reading.take(reading.changes(4, put(5, "E")))
    assert (reading.source.reached, reading.source.said) == (2, WireFault.GAP.label)
    reading.take(reading.changes(2, put(4, "D"), put(3, "C")))
    assert (reading.titles(), reading.source.reached) == (set(), 2)

    asked = reading.ask()
    reading.take(reading.changes(2, put(3, "C"), put(4, "D"), put(5, "E")), asked)
    assert asked.request.url.endswith("&since=2")
    assert (reading.titles(), reading.source.said) == ({"C", "D", "E"}, "")


BAD: list[tuple[Any, RecordFault, str]] = [
    ("x", RecordFault.UNREADABLE, ""),
    ({"seq": 2, "kind": "vacancy"}, RecordFault.UNREADABLE, "id"),
    (put(2, "A") | {"kind": "person"}, RecordFault.KIND_UNKNOWN, "kind"),
    (put(2, "A") | {"id": "x"}, RecordFault.ID_WRONG, "id"),
    (put(2, "A") | {"change": "moved"}, RecordFault.BODY_WRONG, "change"),
    (put(2, "A") | {"body": None}, RecordFault.BODY_WRONG, ""),
    (put(2, ""), RecordFault.BODY_WRONG, "title"),
    (put(2, "A" * 201), RecordFault.BODY_WRONG, "title"),
    (put(2, "A", openings=-1), RecordFault.BODY_WRONG, "openings"),
    (put(2, "A", expires_on="31/1/2030"), RecordFault.BODY_WRONG, "expires_on"),
    (put(2, "A", wage={"kind": "stated", "low": 10**15}), RecordFault.BODY_WRONG, "wage.low"),
    (put(2, "A", wage={"kind": "stated", "low": 9, "high": 8}), RecordFault.WAGE_ORDER, "wage"),
    (put(2, "A", provinces=["84"]), RecordFault.PROVINCE_UNKNOWN, "84"),
    (put(2, "A\x00", employer={"name": "B\x00"}) | {"id": "\x00"}, RecordFault.ID_WRONG, "id"),
]


def test_a_record_that_cannot_be_taken_is_listed_and_the_rest_is_kept(office: Office) -> None:
    for bad, fault, field in BAD:
        reading = Reading(office, UUID(int=random.Random(str(bad)).getrandbits(128)))
        reading.begin(put(1, "Trước"), bad, put(3, "Sau"), as_of=3)

        assert reading.titles() == {"Trước", "Sau"}, bad
        assert [(one.fault, one.field) for one in reading.listed()] == [(fault, field)], bad
        reading.office.store.write(lambda db, own=reading.own: _end(db, office, own))


def _end(db: Any, office: Office, own: UUID) -> None:
    from exchange.feeds.source_actions import end_source

    end_source(db, source_desk(db, office.lead, own), now=office.now)


@pytest.mark.parametrize(
    "answer",
    [b"", b"no JSON", b"[]", b'{"since": 1}', b"\xff\xfe", b"[" * 100_000, b'{"since":0,"through":9999999999999}'],
)
def test_an_answer_that_is_no_feed_is_said_and_asked_for_again(office: Office, answer: bytes) -> None:
    reading = Reading(office)
    reading.take(answer)
    assert (reading.source.said, reading.source.tries) == (WireFault.NOT_A_FEED.label, 1)

    reading.begin(put(1, "A"), as_of=1)
    reading.take(answer)
    assert (reading.source.reached, reading.source.said) == (1, WireFault.NOT_A_FEED.label)
    reading.take(b"{}", status=500)
    assert reading.source.said == f"{WireFault.STATUS.label} (500)"
    assert reading.titles() == {"A"}


def test_a_feed_that_was_restored_from_a_backup_is_read_from_its_beginning(office: Office) -> None:
    reading = Reading(office)
    reading.begin(put(1, "A"), put(2, "B"), as_of=9)

    reading.take({"code": "since_ahead"}, status=409)
    reading.begin(put(1, "A"), as_of=1)

    assert (reading.titles(), reading.source.reached) == ({"A"}, 1)


def test_our_own_employer_and_vacancy_are_recognised_and_the_doubt_is_settled_with_a_note(office: Office) -> None:
    reading, ours = Reading(office), office.publish("Công nhân MAY")
    known = {"name": "May Sông Tiền", "tax_code": "0100109106"}
    reading.begin(put(1, "Công nhân may", employer=known), put(2, "Thợ hàn", employer=known), as_of=2)
    rows = reading.store.read(lambda db: desk_queries.records(db, source_desk(db, office.lead, reading.own)))
    (doubt,) = reading.listed()

    with pytest.raises(Refused) as no:
        _settle(office, doubt.id, " ")
    _settle(office, doubt.id, "Cùng một vị trí")
    _settle(office, doubt.id, "Lần nữa")

    assert [(row.employer_id, row.vacancy_id) for row in rows] == [(office.employer, None), (office.employer, ours)]
    assert (doubt.fault, no.value.reason) == (RecordFault.LIKELY_OWN, FeedReason.NOTE_NEEDED)
    assert [(one.note, one.by) for one in reading.listed()] == [("Cùng một vị trí", "Hạnh")]
    with pytest.raises(NotFound):
        office.store.write(lambda db: conflict_desk(db, Office(office.store).lead, doubt.id))


def _settle(office: Office, own: UUID, note: str) -> None:
    office.store.write(lambda db: settle_conflict(db, conflict_desk(db, office.lead, own), own, note, now=office.now))


def test_a_later_state_that_can_be_taken_settles_what_was_wrong_before(office: Office) -> None:
    reading = Reading(office)
    reading.begin(put(1, "A", provinces=["84"]), as_of=1)
    reading.take(reading.changes(1, put(2, "A")))

    assert reading.titles() == {"A"}
    assert [one.settled_at is not None for one in reading.listed()] == [True]


def test_whatever_pages_come_in_whatever_order_the_end_is_what_stands_there(store: Store) -> None:
    """A reader whose answers are lost, repeated and delivered late, of a feed that goes on changing."""
    office, chance = Office(store), random.Random(7)
    other = Office(store)
    reading, answers, made = Reading(other, office.centre), [], []
    for number in range(80):
        made += [office.publish(f"Việc {number}")] if chance.random() < 0.4 else []
        if made and chance.random() < 0.2:
            office.change(made.pop(chance.randrange(len(made))), closed_at=office.now)
        office.refresh()
        question = reading.ask()
        answers.append((question, _answer(office, question.request)))
        for late in chance.sample(answers, min(2, len(answers))):
            if chance.random() < 0.6:
                reading.take(late[1], late[0])
    while reading.source.reached != office.since(0).last:
        question = reading.ask()
        reading.take(_answer(office, question.request), question)

    assert reading.titles() == {(line.body or {})["title"] for line in office.whole().items}
    assert len(reading.titles()) > 5


def _answer(office: Office, request: Request) -> bytes:
    """What the feed of an office says, three records a page."""
    asked = dict(part.split("=") for part in request.url.partition("?")[2].split("&"))
    if "snapshot" in request.url:
        as_of = int(asked["as_of"]) if "as_of" in asked else None
        part = office.whole(as_of, int(asked.get("after", 0)), most=3)
        return msgspec.json.encode(msgspec.structs.replace(part, items=[with_page(one, "") for one in part.items]))
    return msgspec.json.encode(office.since(int(asked["since"]), most=3, kinds=BOTH - {FeedKind.RESULT}))
