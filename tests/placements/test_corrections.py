from collections.abc import Callable
from threading import Barrier

import pytest
from sqlalchemy import select

from exchange.booths.codes import OutcomeCode
from exchange.booths.talk_actions import OutcomeGiven
from exchange.booths.talk_tables import Outcome, OutcomeCorrection
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.placements import queries
from exchange.placements.tables import Placement, PlacementReversal
from tests.placements.make import NOT_NOW, PASSED, hired, sent_on
from tests.placements.scene import Scene, at_once


def test_corrected_away_from_hired_is_reversed_and_nothing_is_lost(scene: Scene) -> None:
    vacancy = scene.booth.vacancies[0]
    outcome = scene.end(hired(vacancy))

    scene.correct(outcome, NOT_NOW)

    assert scene.register() == [(1, vacancy, False)]
    assert scene.store.read(lambda db: db.execute(select(Outcome)).one()).code is OutcomeCode.HIRED
    assert scene.store.read(lambda db: db.execute(select(PlacementReversal)).one()).because == "Ghi nhầm"
    assert scene.news() == [Kind.OUTCOME_RECORDED, Kind.PLACEMENT_REVERSED, Kind.OUTCOME_CORRECTED]


def test_corrected_to_hired_and_back_and_again_keeps_the_whole_story(scene: Scene) -> None:
    vacancy = scene.booth.vacancies[0]
    outcome = scene.end(PASSED)

    for given in (hired(vacancy), sent_on(), hired(vacancy)):
        scene.correct(outcome, given)

    assert scene.register() == [(1, vacancy, False), (2, vacancy, True)]


def test_hired_for_another_vacancy_replaces_the_placement(scene: Scene) -> None:
    first, second = scene.booth.vacancies
    outcome = scene.end(hired(first))

    scene.correct(outcome, hired(second))

    assert scene.register() == [(1, first, False), (2, second, True)]


def test_saving_the_form_as_it_was_drawn_keeps_hired(scene: Scene) -> None:
    vacancy = scene.booth.vacancies[0]
    outcome = scene.end(hired(vacancy))
    scene.correct(outcome, PASSED)
    scene.correct(outcome, hired(vacancy))

    drawn = scene.store.read(lambda db: queries.outcome(db, scene.booth.desk, outcome))
    kept = {name: getattr(drawn, name) for name in OutcomeGiven.model_fields}
    scene.correct(outcome, OutcomeGiven(**kept))

    assert scene.store.read(lambda db: queries.outcome(db, scene.booth.desk, outcome)).code is OutcomeCode.HIRED
    assert scene.register() == [(1, vacancy, False), (2, vacancy, True)]


def test_the_same_correction_sent_twice_is_one(scene: Scene) -> None:
    outcome, request = scene.end(PASSED), new_id()

    scene.correct(outcome, NOT_NOW, request)
    scene.correct(outcome, NOT_NOW, request)

    assert len(scene.store.read(lambda db: db.execute(select(OutcomeCorrection)).all())) == 1


def test_two_correctionsat_once_leave_what_the_last_one_says(scene: Scene) -> None:
    outcome, gate = scene.end(PASSED), Barrier(2)

    def press(given: OutcomeGiven) -> Callable[[], None]:
        def act() -> None:
            gate.wait()
            scene.correct(outcome, given)

        return act

    at_once([press(hired(scene.booth.vacancies[0])), press(NOT_NOW)])

    view = scene.store.read(lambda db: queries.outcome(db, scene.booth.desk, outcome))
    standing = [stands for _, _, stands in scene.register() if stands]
    assert len(standing) == (1 if view.code is OutcomeCode.HIRED else 0)


def test_hired_twice_by_one_employer_counts_once(scene: Scene) -> None:
    first, second = scene.booth.vacancies
    scene.end(hired(first))
    scene.talk_again()

    scene.end(hired(second))

    assert scene.register() == [(1, first, True)]


def test_the_second_hiring_stands_when_the_first_is_withdrawn(scene: Scene) -> None:
    first, second = scene.booth.vacancies
    outcome = scene.end(hired(first))
    scene.talk_again()
    scene.end(hired(second))

    scene.correct(outcome, NOT_NOW)

    assert scene.register() == [(1, first, False), (2, second, True)]


def test_the_database_forbids_the_same_turn_twice(scene: Scene) -> None:
    scene.end(hired(scene.booth.vacancies[0]))
    held = scene.store.read(lambda db: db.execute(select(Placement)).one())

    def again(db: Writing) -> None:
        db.add(Placement(**{**held._mapping, "id": new_id()}))
        db.flush()

    with pytest.raises(Exception, match=r"(?i)unique"):
        scene.store.write(again)
