"""Those who write for one person at the same moment: the visit is one, whoever is faster."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import select

from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.seekers import merge_actions
from exchange.seekers.meeting_tables import Meeting
from exchange.visits.queries import Counted, counted
from tests.counselling.scene import NOW, WEEK, Scene

_OPENS = select(columns(Meeting).opens)


def at_once(acts: list[Callable[[], Any]]) -> None:
    with ThreadPoolExecutor(len(acts)) as pool:
        for done in [pool.submit(act) for act in acts]:
            done.result()


def test_six_counsellors_write_down_one_person_at_once(scene: Scene) -> None:
    at_once([scene.record] * 6)
    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(1, 1)
    assert sorted(scene.store.read(lambda db: db.scalars(_OPENS).all())) == [False] * 5 + [True]


def test_the_first_is_taken_back_while_another_is_written(scene: Scene) -> None:
    first = scene.record()
    at_once([lambda: scene.withdraw(first), scene.record])
    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(1, 1)


def test_two_files_become_one_while_both_are_written_for(scene: Scene) -> None:
    def merge(db: Writing) -> None:
        kept, gone = scene.desk(db, "Lan"), scene.desk(db, "Sơn")
        merge_actions.merge(db, kept, gone, "Cùng một người", request_id=None, now=NOW)

    at_once([lambda: scene.record("Lan"), lambda: scene.record("Sơn"), lambda: scene.store.write(merge)])
    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(1, 1)
