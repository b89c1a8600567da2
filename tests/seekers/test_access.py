"""Who sees which part of whose file: role × centre × field, and nothing that is not named."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import update

from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound
from exchange.seekers.access import Part, Relation, file_desk, own_desk, own_file, visible
from exchange.seekers.codes import Purpose
from exchange.seekers.tables import Seeker
from tests.cast import Ground

Newcomer = Callable[..., UUID]
EVERYBODY = {Part.IDENTITY, Part.CONTACT, Part.WORK, Part.WISH}
OWN = EVERYBODY | {Part.GROUPS, Part.NUMBERS, Part.HISTORY}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("centre", "agreed", "parts"),
    [
        ("Trà Vinh", frozenset(), OWN),
        ("Trà Vinh", {Purpose.PROVINCES}, OWN),
        ("Trà Vinh", {Purpose.POLICY}, OWN | {Part.SENSITIVE}),
        ("Bến Tre", frozenset(), set()),
        ("Bến Tre", {Purpose.POLICY}, set()),
        ("Bến Tre", {Purpose.MATCHING, Purpose.EMPLOYERS, Purpose.MESSAGES}, set()),
        ("Bến Tre", {Purpose.PROVINCES}, EVERYBODY),
        ("Bến Tre", {Purpose.PROVINCES, Purpose.POLICY}, EVERYBODY),
    ],
)
def test_what_staff_see_of_a_file(
    role: Role, centre: str, agreed: set[Purpose], parts: set[Part], store: Store, ground: Ground,
    newcomer: Newcomer, agree: Callable[..., None],
) -> None:  # fmt: skip
    kept = store.write(lambda db: newcomer(db, "Kim Thị Sa"))
    for purpose in agreed:
        store.write(lambda db, p=purpose: agree(db, kept, p))
    who = "Phúc" if centre == "Trà Vinh" else "Ngân"
    store.write(
        lambda db: db.execute(update(Staff).where(columns(Staff).account_id == ground.accounts[who]).values(role=role))
    )

    if parts:
        assert store.read(lambda db: file_desk(db, ground.viewer(who), kept)).parts == parts
    else:
        with pytest.raises(NotFound):
            store.read(lambda db: file_desk(db, ground.viewer(who), kept))


@pytest.mark.parametrize("who", ["Dung", "Minh", "Lan", "Tư", ""])
def test_nobody_else_has_a_desk_over_a_file(who: str, store: Store, ground: Ground) -> None:
    viewer = ground.viewer(who) if who else None

    for desk in (file_desk, own_desk):
        with pytest.raises(NotFound):
            store.read(lambda db, d=desk: d(db, viewer, ground.seekers["Lan"]))


def test_only_the_centre_that_keeps_a_file_changes_it(
    store: Store, ground: Ground, newcomer: Newcomer, agree: Callable[..., None]
) -> None:
    kept = store.write(lambda db: newcomer(db, "Kim Thị Sa"))
    store.write(lambda db: agree(db, kept, Purpose.PROVINCES))

    assert store.read(lambda db: own_desk(db, ground.viewer("Phúc"), kept)).relation is Relation.OWN
    with pytest.raises(NotFound):
        store.read(lambda db: own_desk(db, ground.viewer("Ngân"), kept))


def test_who_registered_online_is_of_the_centres_of_their_province(store: Store, ground: Ground) -> None:
    here = store.read(lambda db: file_desk(db, ground.viewer("Ngân"), ground.seekers["Lan"]))
    store.write(
        lambda db: db.execute(
            update(Seeker).where(columns(Seeker).id == ground.seekers["Lan"]).values(province_code="79")
        )
    )
    elsewhere = store.read(lambda db: file_desk(db, ground.viewer("Ngân"), ground.seekers["Lan"]))

    assert (here.relation, elsewhere.relation) == (Relation.OWN, Relation.SHARED)


def test_a_person_has_their_own_file_and_nobody_elses(store: Store, ground: Ground) -> None:
    assert store.read(lambda db: own_file(db, ground.viewer("Lan"))).seeker_id == ground.seekers["Lan"]
    for who in ("Phúc", "Dung"):
        with pytest.raises(NotFound):
            store.read(lambda db, w=who: own_file(db, ground.viewer(w)))


def test_a_part_that_is_named_nowhere_is_seen_by_nobody() -> None:
    for agreed in (frozenset(), frozenset(Purpose)):
        assert visible(Relation.OTHER, agreed) == frozenset()
        assert visible(Relation.SHARED, agreed) <= EVERYBODY
