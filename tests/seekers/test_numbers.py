"""Numbers of identity papers: what lies in the database, what is shown, what finds them again."""

import base64

import pytest
from sqlalchemy import select, text, update

from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.vault import Unreadable, Vault
from exchange.seekers.access import own_desk
from exchange.seekers.codes import NumberKind, SeekerReason, Why
from exchange.seekers.file_queries import openings, person_file
from exchange.seekers.file_tables import SeekerNumber
from exchange.seekers.number_actions import keep_number, show_number
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground
from tests.seekers.conftest import Desk

NUMBER = "086190004321"
OTHER_KEY = base64.b64encode(b"another key of thirty-two bytes.").decode()
_n = columns(SeekerNumber)


def keep(store: Store, desk_of: Desk, vault: Vault, number: str = NUMBER, whose: str = "Lan") -> None:
    def change(db: object) -> None:
        desk = desk_of(db, whose)
        keep_number(db, desk.seeker_id, NumberKind.CITIZEN_ID, number, vault=vault, by=desk.by(), now=NOW)  # type: ignore[arg-type]

    store.write(change)


def show(store: Store, desk_of: Desk, vault: Vault) -> str:
    return store.write(
        lambda db: show_number(db, desk_of(db, "Lan"), NumberKind.CITIZEN_ID, Why.BENEFIT, vault=vault, now=NOW)
    )


def test_a_number_lies_sealed_and_is_shown_masked(store: Store, desk_of: Desk, vault: Vault) -> None:
    keep(store, desk_of, vault, "086 190 004 321")

    rows = store.read(lambda db: db.execute(text("SELECT * FROM seeker_numbers")).all())
    file = store.read(lambda db: person_file(db, desk_of(db, "Lan")))

    assert NUMBER not in repr(rows)
    assert NUMBER.encode() not in b"".join(bytes(part) for part in rows[0] if isinstance(part, bytes | memoryview))
    assert [one.shown for one in file.numbers] == ["••••••••4321"]


def test_the_whole_number_is_shown_on_a_written_down_request(
    store: Store, ground: Ground, desk_of: Desk, vault: Vault
) -> None:
    keep(store, desk_of, vault)

    shown = show(store, desk_of, vault)

    assert shown == NUMBER
    e = columns(Entry)
    told = select(e.actor_id, e.on_behalf_of, e.facts).where(e.kind == Kind.SEEKER_NUMBER_SHOWN)
    assert store.read(lambda db: db.execute(told).all()) == [
        (ground.accounts["Phúc"], ground.seekers["Lan"], {"number": "citizen_id", "why": "benefit"})
    ]
    looked = store.read(lambda db: openings(db, ground.seekers["Lan"]))
    assert [(one.centre, one.why, one.number) for one in looked] == [
        ("TTDVVL Trà Vinh", Why.BENEFIT, NumberKind.CITIZEN_ID)
    ]


def test_a_number_that_is_not_kept_cannot_be_shown(store: Store, desk_of: Desk, vault: Vault) -> None:
    with pytest.raises(NotFound):
        show(store, desk_of, vault)


def test_another_number_replaces_and_the_same_one_does_not(store: Store, desk_of: Desk, vault: Vault) -> None:
    keep(store, desk_of, vault)
    keep(store, desk_of, vault)
    keep(store, desk_of, vault, "086190009999")

    kept = store.read(lambda db: db.execute(select(_n.tail, _n.replaced_at).order_by(_n.at, _n.id)).all())

    assert sorted((row.tail, row.replaced_at is None) for row in kept) == [("4321", False), ("9999", True)]


def test_what_is_no_number_is_refused_and_nothing_kept(store: Store, desk_of: Desk, vault: Vault) -> None:
    with pytest.raises(Refused) as no:
        keep(store, desk_of, vault, "08619000432")

    assert (no.value.reason, no.value.field) == (SeekerReason.NUMBER_SHAPE, "citizen_id")
    assert store.read(lambda db: db.scalar(select(_n.id))) is None


def test_a_number_moved_to_another_file_does_not_open_there(
    store: Store, ground: Ground, desk_of: Desk, vault: Vault
) -> None:
    keep(store, desk_of, vault)
    store.write(lambda db: db.execute(update(SeekerNumber).values(seeker_id=ground.seekers["Tư"])))

    with pytest.raises(Unreadable):
        store.write(
            lambda db: show_number(
                db,
                own_desk(db, ground.viewer("Phúc"), ground.seekers["Tư"]),
                NumberKind.CITIZEN_ID,
                Why.CHECKING,
                vault=vault,
                now=NOW,
            )
        )


def test_keys_are_changed_by_putting_the_new_one_in_front() -> None:
    old = Vault(OTHER_KEY)
    new = Vault(f"{base64.b64encode(bytes(32)).decode()}, {OTHER_KEY}")
    sealed = old.seal(NUMBER, "Lan")

    assert new.open(sealed, "Lan") == NUMBER
    assert new.blind(NUMBER, "id") == old.blind(NUMBER, "id")
    assert old.blind(NUMBER, "id") != old.blind(NUMBER, "other")
    with pytest.raises(Unreadable):
        old.open(new.seal(NUMBER, "Lan"), "Lan")
    with pytest.raises(Unreadable):
        new.open(sealed, "Tư")


@pytest.mark.parametrize("keys", ["", "abc", base64.b64encode(b"short").decode(), "không phải khóa"])
def test_what_is_no_key_is_refused(keys: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - base64's own, or ours
        Vault(keys)
