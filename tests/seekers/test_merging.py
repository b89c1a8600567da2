"""Merging two files and undoing it: whose each file is always follows from the merges that stand."""

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.seekers import merge_actions
from exchange.seekers.codes import SeekerReason
from exchange.seekers.file_queries import person_file
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from exchange.seekers.persons import files_of, person_of
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground
from tests.seekers.conftest import Desk

Newcomer = Callable[..., UUID]
FIVE = ["Kim Sa", "Thạch Sa", "Lý Sa", "Sơn Sa", "Lâm Sa"]


def merge(store: Store, desk_of: Desk, kept: UUID, gone: UUID, *, request_id: UUID | None = None) -> UUID:
    return store.write(
        lambda db: merge_actions.merge(
            db, desk_of(db, kept), desk_of(db, gone), "một người", request_id=request_id, now=NOW
        )
    )


def part(store: Store, desk_of: Desk, file: UUID, merge_id: UUID) -> None:
    store.write(lambda db: merge_actions.part(db, desk_of(db, file), merge_id, "hai người", request_id=None, now=NOW))


def test_a_merged_file_is_read_through_the_one_that_is_kept(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer
) -> None:
    again = store.write(lambda db: newcomer(db, "Trần Thị Lan", phone="+84909999999"))

    merge(store, desk_of, ground.seekers["Lan"], again)

    assert store.read(lambda db: person_of(db, again)) == ground.seekers["Lan"]
    assert store.read(lambda db: files_of(db, again)) == [ground.seekers["Lan"], again]
    assert store.read(lambda db: desk_of(db, again)).seeker_id == ground.seekers["Lan"]
    file = store.read(lambda db: person_file(db, desk_of(db, "Lan")))
    assert [(one.gone_id, one.because, one.by) for one in file.merged] == [(again, "một người", "Phúc")]


def test_the_same_form_merges_once(store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer) -> None:
    again, form = store.write(lambda db: newcomer(db, "Trần Thị Lan")), new_id()

    first = merge(store, desk_of, ground.seekers["Lan"], again, request_id=form)
    second = merge(store, desk_of, ground.seekers["Lan"], ground.seekers["Lan"], request_id=form)

    assert first == second


def test_a_merge_that_cannot_be_is_refused(store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer) -> None:
    lan, again = ground.seekers["Lan"], store.write(lambda db: newcomer(db, "Trần Thị Lan"))

    with pytest.raises(Refused) as silent:
        store.write(
            lambda db: merge_actions.merge(db, desk_of(db, lan), desk_of(db, again), "  ", request_id=None, now=NOW)
        )
    with pytest.raises(Refused) as itself:
        merge(store, desk_of, lan, lan)

    assert (silent.value.reason, silent.value.field) == (SeekerReason.WITHOUT_WORDS, "because")
    assert itself.value.reason == SeekerReason.SAME_FILE
    assert store.read(lambda db: db.scalar(select(columns(SeekerMerge).id))) is None


def test_nobody_merges_a_file_of_another_centre(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer
) -> None:
    theirs = store.write(lambda db: newcomer(db, "Trần Thị Lan", "Bến Tre"))

    with pytest.raises(NotFound):
        merge(store, desk_of, ground.seekers["Lan"], theirs)


def test_a_merge_is_undone_once_and_for_a_reason(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer
) -> None:
    lan, again = ground.seekers["Lan"], store.write(lambda db: newcomer(db, "Trần Thị Lan"))
    made = merge(store, desk_of, lan, again)

    part(store, desk_of, lan, made)

    assert store.read(lambda db: person_of(db, again)) == again
    with pytest.raises(NotFound):
        part(store, desk_of, again, made)
    with pytest.raises(Conflict):
        part(store, desk_of, lan, made)


def test_a_file_that_was_merged_meanwhile_is_not_merged_again(
    store: Store, ground: Ground, desk_of: Desk, newcomer: Newcomer
) -> None:
    lan, again = ground.seekers["Lan"], store.write(lambda db: newcomer(db, "Trần Thị Lan"))
    other = store.write(lambda db: newcomer(db, "Trần Lan"))
    stale = store.read(lambda db: desk_of(db, again))
    merge(store, desk_of, lan, again)

    with pytest.raises(Conflict):
        store.write(
            lambda db: merge_actions.merge(db, desk_of(db, other), stale, "một người", request_id=None, now=NOW)
        )


STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), max_size=14)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_merging_and_undoing_leaves_what_stands(
    steps: list[tuple[bool, int, int]], store: Store, desk_of: Desk, newcomer: Newcomer
) -> None:
    store.write(lambda db: (db.execute(delete(SeekerPerson)), db.execute(delete(SeekerMerge))))
    files = [store.write(lambda db, n=name: newcomer(db, n)) for name in FIVE]
    edges: dict[UUID, tuple[UUID, UUID]] = {}
    for joins, left, right in steps:
        kept, gone = (store.read(lambda db, f=files[at]: person_of(db, f)) for at in (left, right))
        if joins and kept != gone:
            edges[merge(store, desk_of, kept, gone)] = (kept, gone)
        elif not joins and edges:
            undone = list(edges)[left % len(edges)]
            part(store, desk_of, edges.pop(undone)[0], undone)

        whose = {file: store.read(lambda db, f=file: person_of(db, f)) for file in files}

        assert parts(files, list(edges.values())) == {
            frozenset(one for one in files if whose[one] == person) for person in whose.values()
        }
        assert all(whose[person] == person for person in whose.values())


def parts(files: list[UUID], edges: list[tuple[UUID, UUID]]) -> set[frozenset[UUID]]:
    """Which files hang together, counted anew."""
    groups = [{file} for file in files]
    for one, other in edges:
        joined = [group for group in groups if one in group or other in group]
        groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    return {frozenset(group) for group in groups}
