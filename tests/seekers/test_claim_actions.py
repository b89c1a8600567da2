"""Whoever proves a telephone number gets the file that staff opened for it, once and only when it is certain."""

from datetime import UTC, datetime
from uuid import UUID

from exchange.accounts.actions import open_account
from exchange.journal import log
from exchange.kernel.db import Store, Writing
from exchange.seekers import actions, queries
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.claim_actions import claim_file
from exchange.seekers.codes import Channel, Sex

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
PHONE = "+84912345678"


def by_telephone(db: Writing, name: str = "Kim Thị Sa") -> UUID:
    """A file that staff opened."""
    given = SeekerGiven(name=name, phone=PHONE, birth_year=1996, sex=Sex.FEMALE, province="86", wish="May")
    return actions.register_seeker(
        db, given, account_id=None, by=log.By(None), channel=Channel.PHONE, centre_id=None, now=NOW
    )


def account(store: Store, phone: str = PHONE) -> UUID:
    return store.write(lambda db: open_account(db, "Kim Thị Sa", phone=phone, now=NOW))


def test_a_file_opened_by_staff_is_claimed_once(store: Store) -> None:
    file, mine = store.write(by_telephone), account(store)

    claimed = [store.write(lambda db: claim_file(db, mine, PHONE, now=NOW)) for _ in range(2)]

    assert claimed == [file, file]
    assert store.read(lambda db: queries.seeker_of_account(db, mine)) == file


def test_another_number_claims_nothing(store: Store) -> None:
    store.write(by_telephone)
    mine = account(store, "+84987654321")

    assert store.write(lambda db: claim_file(db, mine, "+84987654321", now=NOW)) is None


def test_of_a_shared_telephone_no_file_is_claimed(store: Store) -> None:
    store.write(by_telephone)
    store.write(lambda db: by_telephone(db, "Kim Văn Sê"))
    mine = account(store)

    assert store.write(lambda db: claim_file(db, mine, PHONE, now=NOW)) is None


def test_a_claimed_file_is_not_claimed_again(store: Store) -> None:
    store.write(by_telephone)
    first = account(store)
    store.write(lambda db: claim_file(db, first, PHONE, now=NOW))
    second = account(store, "+84987654321")

    assert store.write(lambda db: claim_file(db, second, PHONE, now=NOW)) is None
