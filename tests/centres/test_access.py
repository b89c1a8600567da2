"""Who works at a centre, and who leads there."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from exchange.accounts.actions import open_account
from exchange.accounts.queries import Viewer
from exchange.accounts.tables import LoginId
from exchange.centres import actions, queries
from exchange.centres.access import lead_desk, staff_desk
from exchange.centres.actions import CentreGiven
from exchange.centres.codes import Role
from exchange.centres.tables import CentreId
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)


def centre(db: Writing, name: str = "Trà Vinh") -> CentreId:
    given = CentreGiven(name=f"Trung tâm {name}", short_name=name, province_code="86", province_name=name)
    return actions.open_centre(db, given, now=NOW)


def somebody(store: Store, role: Role) -> Viewer:
    """A person with a role at a new centre, signed in."""

    def enter(db: Writing) -> Viewer:
        account = open_account(db, "Cán bộ", email=f"{new_id()}@vi-du.vn", now=NOW)
        actions.employ(db, centre(db), account, role, now=NOW)
        return Viewer(account, LoginId(new_id()), "Cán bộ")

    return store.write(enter)


@pytest.mark.parametrize(("role", "leads"), [(Role.COUNSELLOR, False), (Role.MANAGER, True), (Role.DIRECTOR, True)])
def test_managers_and_directors_lead(role: Role, leads: bool, store: Store) -> None:
    who = somebody(store, role)

    assert store.read(lambda db: staff_desk(db, who)).leads is leads
    if leads:
        assert store.read(lambda db: lead_desk(db, who)).role is role
    else:
        with pytest.raises(NotFound):
            store.read(lambda db: lead_desk(db, who))


def test_nobody_has_a_desk_without_working_somewhere(store: Store) -> None:
    for stranger in (None, Viewer(new_id(), LoginId(new_id()), "Người lạ")):  # type: ignore[arg-type]
        with pytest.raises(NotFound):
            store.read(lambda db, who=stranger: staff_desk(db, who))


def test_a_person_works_at_one_centre_at_a_time(store: Store) -> None:
    who = somebody(store, Role.COUNSELLOR)

    with pytest.raises(IntegrityError):
        store.write(lambda db: actions.employ(db, centre(db, "Bến Tre"), who.account_id, Role.DIRECTOR, now=NOW))

    assert store.read(lambda db: queries.staff_of(db, who.account_id)).role is Role.COUNSELLOR  # type: ignore[union-attr]
