"""Finding people: any order and spelling, the last digits, and never more than one may see."""

from collections.abc import Callable
from uuid import UUID

import pytest

from exchange.centres.access import staff_desk
from exchange.kernel.db import Store
from exchange.kernel.vault import Vault
from exchange.seekers import file_actions, merge_actions
from exchange.seekers.access import Relation
from exchange.seekers.codes import Channel, Likeness, NumberKind, Purpose, Sex
from exchange.seekers.file_given import IdentityGiven
from exchange.seekers.file_rules import Known
from exchange.seekers.number_actions import blind_of, keep_number
from exchange.seekers.person_queries import Found, find_people, likely_duplicates, person_query
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground
from tests.seekers.conftest import Desk

Newcomer = Callable[..., UUID]
NUMBER = "086190004321"


def found(store: Store, ground: Ground, vault: Vault, typed: str, who: str = "Phúc") -> list[Found]:
    return store.read(lambda db: find_people(db, staff_desk(db, ground.viewer(who)), person_query(typed), vault=vault))


@pytest.mark.parametrize(
    "typed",
    [
        "Trần Thị Lan",
        "lan trần",
        "TRAN LAN",
        "tran thi l",
        "Lan Trần 1990",
        "0909 123 450",
        "+84909123450",
        "4321",
        NUMBER,
    ],
)
def test_lan_is_found_however_she_is_asked_for(
    typed: str, store: Store, ground: Ground, desk_of: Desk, vault: Vault
) -> None:
    store.write(
        lambda db: keep_number(
            db, ground.seekers["Lan"], NumberKind.CITIZEN_ID, NUMBER, vault=vault, by=desk_of(db, "Lan").by(), now=NOW
        )
    )

    assert [one.name for one in found(store, ground, vault, typed)] == ["Trần Thị Lan"]


@pytest.mark.parametrize("typed", ["", "   ", "Lan Trần 1991", "1111", "086190001111", "Không Có Ai", "%", "'"])
def test_nobody_is_found_by_what_fits_nobody(typed: str, store: Store, ground: Ground, vault: Vault) -> None:
    assert found(store, ground, vault, typed) == []


def test_accents_that_were_typed_come_first(store: Store, ground: Ground, newcomer: Newcomer, vault: Vault) -> None:
    for name in ("Lê Thị Thủy", "Lê Thị Thúy", "Lê Thị Thùy"):
        store.write(lambda db, n=name: newcomer(db, n))

    assert found(store, ground, vault, "Thúy")[0].name == "Lê Thị Thúy"
    assert len(found(store, ground, vault, "thuy")) == 3


def test_a_new_name_is_found_and_the_old_one_no_longer(
    store: Store, ground: Ground, desk_of: Desk, vault: Vault
) -> None:
    given = IdentityGiven(full_name="Trần Ngọc Lan", birth_year=1990, sex=Sex.FEMALE, phone="+84909123450")
    store.write(
        lambda db: file_actions.save_part(db, desk_of(db, "Lan"), given, Channel.COUNTER, request_id=None, now=NOW)
    )

    assert [one.name for one in found(store, ground, vault, "ngoc lan")] == ["Trần Ngọc Lan"]
    assert found(store, ground, vault, "thi lan") == []


def test_of_another_centres_people_only_that_there_is_a_file(
    store: Store, ground: Ground, newcomer: Newcomer, vault: Vault, agree: Callable[..., None]
) -> None:
    theirs = store.write(lambda db: newcomer(db, "Kim Thị Sa", phone="+84912345678"))

    hidden = found(store, ground, vault, "Kim Sa", "Ngân")
    store.write(lambda db: agree(db, theirs, Purpose.PROVINCES))
    shared = found(store, ground, vault, "Kim Sa", "Ngân")

    assert [(one.name, one.phone, one.sex, one.centre, one.relation, one.open) for one in hidden] == [
        ("K. T. S.", None, None, "TTDVVL Trà Vinh", Relation.OTHER, False)
    ]
    assert [(one.name, one.phone, one.relation, one.open) for one in shared] == [
        ("Kim Thị Sa", "+84912345678", Relation.SHARED, True)
    ]


def test_a_merged_file_leads_to_the_person(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer, vault: Vault
) -> None:
    again = store.write(lambda db: newcomer(db, "Trần Lan", phone="+84909999999"))
    store.write(
        lambda db: merge_actions.merge(
            db, desk_of(db, "Lan"), desk_of(db, again), "một người", request_id=None, now=NOW
        )
    )

    assert [one.id for one in found(store, ground, vault, "Trần Lan")] == [ground.seekers["Lan"]]
    assert [one.id for one in found(store, ground, vault, "0909999999")] == [ground.seekers["Lan"]]


def test_likely_duplicates_come_surest_first(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer, vault: Vault
) -> None:
    same_id = store.write(lambda db: newcomer(db, "Trần Thị Len", birth_year=1970))
    store.write(lambda db: newcomer(db, "Trần Thị Lan", birth_year=1991))
    store.write(lambda db: newcomer(db, "Trần Thị Hoa"))
    store.write(
        lambda db: keep_number(
            db, same_id, NumberKind.CITIZEN_ID, NUMBER, vault=vault, by=desk_of(db, "Lan").by(), now=NOW
        )
    )
    known = Known("Trần Thị Lan", 1990, "+84909123450", blind_of(vault, NumberKind.CITIZEN_ID, NUMBER))

    alike = store.read(lambda db: likely_duplicates(db, staff_desk(db, ground.viewer("Phúc")), known))

    assert [(one.name, one.likeness) for one in alike] == [
        ("Trần Thị Len", Likeness.CERTAIN),
        ("Trần Thị Lan", Likeness.LIKELY),
        ("Trần Thị Lan", Likeness.POSSIBLE),
    ]
