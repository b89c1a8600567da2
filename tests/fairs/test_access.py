"""Who may plan, who may run, who may help whom."""

import pytest
from sqlalchemy import delete, update

from exchange.centres.access import lead_desk, staff_desk
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.fairs import access
from exchange.fairs.tables import FairSeeker
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Store
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id
from exchange.seekers.tables import Seeker
from tests.cast import Ground

_s, _p, _k = columns(Staff), columns(FairSeeker), columns(Seeker)
DESKS = {
    "staff": lambda db, who, _fair: staff_desk(db, who),
    "lead": lambda db, who, _fair: lead_desk(db, who),
    "fair": access.fair_desk,
    "host": access.host_desk,
    "site lead": access.site_lead,
    "planning": access.planning_desk,
}
HELD = {
    "Hạnh": set(DESKS),  # leads at the host
    "Phúc": {"staff", "fair", "host"},
    "Ngân": {"staff", "fair"},
    "Dung": set(),
    "Lan": set(),
}


def held(store: Store, ground: Ground, who: str) -> set[str]:
    """The desks that somebody gets."""

    def tries(db: Reading) -> set[str]:
        got = set()
        for name, desk in DESKS.items():
            try:
                desk(db, ground.viewer(who), ground.fair_id)
            except NotFound:
                continue
            got.add(name)
        return got

    return store.read(tries)


@pytest.mark.parametrize("who", HELD)
def test_a_desk_is_given_to_those_it_belongs_to(who: str, store: Store, ground: Ground) -> None:
    assert held(store, ground, who) == HELD[who]


def test_a_lead_of_a_joining_centre_plans_booths_but_not_the_fair(store: Store, ground: Ground) -> None:
    promoted = update(Staff).where(_s.account_id == ground.accounts["Ngân"]).values(role=Role.DIRECTOR)
    store.write(lambda db: db.execute(promoted))

    assert held(store, ground, "Ngân") == {"staff", "lead", "fair", "site lead"}


def test_who_no_longer_works_there_holds_nothing(store: Store, ground: Ground) -> None:
    gone = update(Staff).where(_s.account_id == ground.accounts["Hạnh"]).values(ended_at=ground.opens_at)
    store.write(lambda db: db.execute(gone))

    assert held(store, ground, "Hạnh") == set()


def test_no_desk_at_a_fair_that_does_not_exist(store: Store, ground: Ground) -> None:
    with pytest.raises(NotFound):
        store.read(lambda db: access.fair_desk(db, ground.viewer("Hạnh"), new_id()))


def helped(store: Store, ground: Ground, staff: str, person: str) -> bool:
    """Whether staff may help somebody."""

    def ask(db: Reading) -> bool:
        desk = access.fair_desk(db, ground.viewer(staff), ground.fair_id)
        try:
            return bool(access.person_desk(db, desk, ground.seekers[person]))
        except NotFound:
            return False

    return store.read(ask)


def test_a_person_is_helped_by_their_site_and_by_the_host(store: Store, ground: Ground) -> None:
    moved = update(FairSeeker).where(_p.seeker_id == ground.seekers["Tư"]).values(centre_id=ground.centres["Bến Tre"])
    store.write(lambda db: db.execute(moved))

    assert [helped(store, ground, staff, "Tư") for staff in ("Ngân", "Phúc")] == [True, True]
    assert [helped(store, ground, staff, "Lan") for staff in ("Ngân", "Phúc")] == [False, True]


def test_before_the_fair_a_person_is_helped_by_the_centre_that_keeps_the_file(store: Store, ground: Ground) -> None:
    kept = update(Seeker).where(_k.id == ground.seekers["Tư"]).values(centre_id=ground.centres["Bến Tre"])
    gone = delete(FairSeeker).where(_p.seeker_id.in_([ground.seekers["Tư"], ground.seekers["Lan"]]))
    store.write(lambda db: (db.execute(kept), db.execute(gone)))

    assert [helped(store, ground, staff, "Tư") for staff in ("Ngân", "Phúc")] == [True, False]
    assert [helped(store, ground, staff, "Lan") for staff in ("Ngân", "Phúc")] == [False, False]
