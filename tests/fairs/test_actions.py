"""Planning, opening, cloning: each once, however often it is sent, and races as races."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from exchange.booths import plan_actions
from exchange.booths import queries as booths
from exchange.booths.codes import Mode
from exchange.centres.access import lead_desk
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.employers.codes import Verification
from exchange.employers.tables import Employer, EmployerCheck
from exchange.fairs import access, actions, plan_queries
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase, FairReason
from exchange.fairs.tables import FairOpening
from exchange.journal import log
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from tests.cast import EIGHT_O_CLOCK, Ground

NOW = EIGHT_O_CLOCK + timedelta(hours=1)
NEXT = EIGHT_O_CLOCK + timedelta(days=30)


def clone(store: Store, ground: Ground, by: log.By) -> Any:
    def make(db: Writing) -> Any:
        desk = lead_desk(db, ground.viewer("Hạnh"))
        return plan_actions.clone_with_booths(db, desk, ground.fair_id, NEXT, by=by, now=NOW)

    return store.write(make)


def test_a_clone_keeps_the_distances_between_the_times(store: Store, ground: Ground) -> None:
    made = clone(store, ground, log.By(ground.accounts["Hạnh"], None, new_id()))

    old, new = (store.read(lambda db, f=fair: fairs.fair(db, f, now=NOW).times) for fair in (ground.fair_id, made))
    for name in ("registers_from", "opens_at", "closes_at", "results_until"):
        assert getattr(new, name) - getattr(old, name) == NEXT - ground.opens_at


def test_the_same_form_clones_once(store: Store, ground: Ground) -> None:
    by = log.By(ground.accounts["Hạnh"], None, new_id())

    first, again = clone(store, ground, by), clone(store, ground, by)

    assert first == again
    assert len(store.read(lambda db: booths.heads(db, first))) == 2


def test_another_hosts_fair_is_no_pattern(store: Store, ground: Ground) -> None:
    promoted = update(Staff).where(columns(Staff).account_id == ground.accounts["Ngân"]).values(role=Role.MANAGER)
    store.write(lambda db: db.execute(promoted))

    with pytest.raises(NotFound):
        store.write(
            lambda db: plan_actions.clone_with_booths(
                db, lead_desk(db, ground.viewer("Ngân")), ground.fair_id, NEXT, by=log.By(None), now=NOW
            )
        )


def test_a_fair_opens_and_closes_once(store: Store, ground: Ground) -> None:
    early, form = ground.opens_at - timedelta(minutes=20), new_id()

    for _ in range(2):
        store.write(
            lambda db: actions.open_fair(
                db, access.host_desk(db, ground.viewer("Phúc"), ground.fair_id), request_id=form, now=early
            )
        )

    assert store.read(lambda db: fairs.phase(db, ground.fair_id, now=early)) is FairPhase.LIVE
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(FairOpening))) == 1


def test_nothing_is_planned_once_the_floor_is_closed(store: Store, ground: Ground) -> None:
    after = ground.opens_at + timedelta(hours=10)
    desk = store.read(lambda db: access.planning_desk(db, ground.viewer("Hạnh"), ground.fair_id))
    acts: list[Callable[[Writing], object]] = [
        lambda db: actions.join_fair(db, desk, ground.centres["Bến Tre"], now=after),
        lambda db: actions.add_to_programme(db, desk, after, "Muộn", now=after),
        lambda db: plan_actions.leave_fair(db, desk, ground.centres["Bến Tre"], now=after),
    ]

    for act in acts:
        with pytest.raises(Refused) as no:
            store.write(act)
        assert no.value.reason is FairReason.OVER


def test_fairs_of_a_centre_come_live_first_then_the_nearest(store: Store, ground: Ground) -> None:
    made = clone(store, ground, log.By(ground.accounts["Hạnh"], None, new_id()))
    far = store.write(
        lambda db: plan_actions.clone_with_booths(
            db,
            lead_desk(db, ground.viewer("Hạnh")),
            ground.fair_id,
            NEXT + timedelta(days=30),
            by=log.By(ground.accounts["Hạnh"]),
            now=NOW,
        )
    )

    rows = store.read(lambda db: plan_queries.fairs_of(db, ground.centres["Bến Tre"], now=NOW))

    assert [row.fair.id for row in rows] == [ground.fair_id, made, far]


def test_two_leads_who_add_at_once_get_two_numbers(store: Store, ground: Ground) -> None:
    employers = [store.write(lambda db, n=n: _employer(db, ground, n)) for n in range(8)]

    def add(employer_id: Any) -> None:
        def change(db: Writing) -> None:
            desk = access.site_lead(db, ground.viewer("Hạnh"), ground.fair_id)
            plan_actions.add_booth(db, desk, employer_id, Mode.ONLINE, now=NOW)

        store.write(change)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, employers * 2))

    heads = store.read(lambda db: booths.heads(db, ground.fair_id))
    assert [head.number for head in heads] == list(range(1, 11))
    assert {head.employer_id for head in heads} >= set(employers)
    own = columns(Entry)
    news = store.read(lambda db: db.scalars(select(own.seq).where(own.stream_id == ground.fair_id)).all())
    assert sorted(news) == list(range(1, len(news) + 1))


def _employer(db: Writing, ground: Ground, n: int) -> Any:
    made = Employer(name=f"Cơ sở {n}", name_fold=f"co so {n}", centre_id=ground.centres["Trà Vinh"], created_at=NOW)
    db.add(made)
    db.flush()
    seen: dict[str, Any] = {"verdict": Verification.VERIFIED, "document": "Giấy", "at": NOW}
    db.add(EmployerCheck(employer_id=made.id, by_account=ground.accounts["Hạnh"], **seen))
    return made.id
