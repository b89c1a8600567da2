"""Two real servers: one publishes and sends news, the other is told, reads it and keeps it apart from its own."""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

from exchange.feeds import desk_queries
from exchange.feeds.access import source_desk
from exchange.feeds.codes import PartnerKind
from exchange.feeds.partner_actions import PartnerGiven, add_partner
from exchange.feeds.source_actions import SourceGiven, add_source, give_keys
from exchange.kernel import clock
from exchange.kernel.db import open_store
from exchange.kernel.vault import Vault
from tests.feeds.scene import Office
from tests.fixtures.databases import IDENTITY_KEY
from tests.fixtures.server import Server

VAULT = Vault(IDENTITY_KEY)
LOOKS = 400  # each a twentieth of a second, at most


def comes_to_be(ask: Callable[[], Any], wanted: Any) -> None:
    """Look until it is so; less than the minute after which the reader would look of itself."""
    pause = threading.Event()
    for _ in range(LOOKS):
        if ask() == wanted:
            return
        pause.wait(0.05)
    assert ask() == wanted


def test_what_one_publishes_the_other_knows(
    sqlite_database: str, postgresql_database: str, serve: Callable[..., Server]
) -> None:
    reader = Office(open_store(postgresql_database), now=clock.now())
    giver = Office(open_store(sqlite_database), now=clock.now())
    made = [giver.publish(f"Việc {number}") for number in range(3)]
    giver.hire(made[0])
    giving = serve(sqlite_database, EXCHANGE_FEED_PRIVATE="true")
    reading = serve(postgresql_database, EXCHANGE_FEED_PRIVATE="true")

    own = _read(reader, f"{giving.url}/api/v1/feed?centre={giver.centre}")
    comes_to_be(lambda: _there(reader, own)[0], {"Việc 0", "Việc 1", "Việc 2"})
    _exchange_keys(giver, reader, own, f"{reading.url}/api/v1/feed/news/{own}")
    comes_to_be(lambda: _there(reader, own)[1], giver.since(0).last)

    giver.change(made[1], closed_at=clock.now())
    giver.publish("Việc mới")
    giver.refresh()
    comes_to_be(lambda: _there(reader, own), ({"Việc 0", "Việc 2", "Việc mới"}, giver.since(0).last))

    assert reader.refresh() == 0
    reader.store.close()
    giver.store.close()


def _read(office: Office, url: str) -> UUID:
    given = SourceGiven(name="Trung tâm bạn", address=url)

    def add(db: Any) -> UUID:
        return add_source(db, office.desk(db), given, vault=VAULT, private=True, request_id=None, now=clock.now())

    return office.store.write(add)


def _exchange_keys(giver: Office, reader: Office, own: UUID, url: str) -> None:
    """The reader gets a key and a secret, and tells where news is to be sent."""
    told = {"name": "Bên đọc", "wants_vacancies": True, "wants_results": True, "address": url}
    given = PartnerGiven(kind=PartnerKind.CENTRE, **told)
    opened = giver.store.write(
        lambda db: add_partner(db, giver.desk(db), given, vault=VAULT, private=True, request_id=None, now=clock.now())
    )
    reader.store.write(
        lambda db: give_keys(
            db, source_desk(db, reader.lead, own), opened.key, opened.secret, vault=VAULT, now=clock.now()
        )
    )


def _there(office: Office, own: UUID) -> tuple[set[str], int | None]:
    def ask(db: Any) -> tuple[set[str], int | None]:
        desk = source_desk(db, office.lead, own)
        titles = {row.body["title"] for row in desk_queries.records(db, desk)}
        return titles, desk_queries.source(db, desk).reached

    return office.store.read(ask)
