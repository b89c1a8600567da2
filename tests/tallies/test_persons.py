"""Persons are counted by the visit before: as if the visits of each had been put together, whatever happened."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.counselling.codes import ClientKind
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading, Store, Writing
from exchange.seekers import merge_actions
from exchange.tallies import queries
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.queries import Scope
from exchange.tallies.sources.visits import VISITS
from tests.cast import open_ground
from tests.counselling.scene import NOW, TODAY, Scene, told
from tests.visits.recount import World
from tests.visits.test_counting import HAPPENINGS, PLAYS, UndoneError

CODES = [one.code for one in INDICATORS if one.counted and one.counted.source is VISITS]
PERSONS = [code for code in CODES if not code.startswith("visits")]
YESTERDAY = TODAY - timedelta(days=1)
BOTH = Days(YESTERDAY, TODAY)
LATER = NOW + timedelta(days=1000)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(happened=HAPPENINGS, back=st.integers(0, 3), length=st.integers(0, 3))
def test_persons_are_those_whose_visits_are_put_together(
    store: Store, happened: list[tuple[Any, ...]], back: int, length: int
) -> None:
    first = TODAY - timedelta(days=back)
    days = Days(first, first + timedelta(days=length))

    def play(db: Writing) -> None:
        scene, world = Scene(store, open_ground(db)), World()
        for what, *about in happened:
            PLAYS[what](db, scene, world, *about)
        centres = tuple(sorted(scene.ground.centres.values()))
        for some in (None, *((one,) for one in centres), centres):
            now, then = Scope(days, some), Scope(days, some, LATER)
            assert queries.figures(db, now, CODES) == queries.figures(db, then, CODES)
            assert queries.by_centre(db, now, CODES) == queries.by_centre(db, then, CODES)
            for code in PERSONS:
                assert opened(db, now, code) == opened(db, then, code)
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def opened(db: Reading, scope: Scope, code: str) -> tuple[Any, ...]:
    """Its records and its parts."""
    return queries.ids(db, scope, code), queries.page_of(db, scope, code)[1], queries.all_parts(db, scope, code)


def counted(scene: Scene, code: str = "persons") -> int:
    """In the country, where all is one centre's."""
    return scene.store.read(lambda db: queries.figures(db, Scope(BOTH), [code]))[code]


def test_when_the_first_visit_is_taken_back_the_next_counts_the_person(scene: Scene) -> None:
    first = scene.record("Lan", told(on_day=YESTERDAY))
    scene.record("Lan", told(on_day=TODAY))
    assert counted(scene) == 1

    scene.withdraw(first)

    assert counted(scene) == 1


def test_a_visit_is_of_the_kind_that_was_written_first(scene: Scene) -> None:
    """A second consultation of the day makes no visit, so the next day's is the first as a soldier."""
    scene.record("Lan", told(on_day=YESTERDAY, client_kind=ClientKind.JOB_SEEKER))
    scene.record("Lan", told(on_day=YESTERDAY, client_kind=ClientKind.SOLDIER))
    assert counted(scene, "soldiers_counselled") == 0

    scene.record("Lan", told(on_day=TODAY, client_kind=ClientKind.SOLDIER))

    assert counted(scene, "soldiers_counselled") == 1


def test_merged_files_are_one_person_until_they_are_parted(scene: Scene) -> None:
    scene.record("Lan", told(on_day=YESTERDAY))
    scene.record("Sơn", told(on_day=TODAY))
    assert counted(scene) == 2

    def merge(db: Writing) -> Any:
        desks = scene.desk(db, "Lan"), scene.desk(db, "Sơn")
        return merge_actions.merge(db, *desks, "Cùng một người", request_id=None, now=NOW)

    made = scene.store.write(merge)
    assert counted(scene) == 1
    scene.store.write(
        lambda db: merge_actions.part(db, scene.desk(db, "Lan"), made, "Hai người", request_id=None, now=NOW)
    )
    assert counted(scene) == 2
