from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.booths.codes import BoothReason, ReferredTo
from exchange.booths.talk_actions import OutcomeGiven
from exchange.fairs.tables import FairSeeker
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.placements import queries
from exchange.placements.tables import Placement, PlacementEvidence
from tests.placements.make import AGAIN, CAN_THO, NOT_NOW, PASSED, hired, open_day, sent_on
from tests.placements.scene import Scene, at_once


def test_hired_makes_a_placement_credited_to_four_provinces(scene: Scene) -> None:
    outcome = scene.end(hired(scene.booth.vacancies[0]))

    made = scene.store.read(lambda db: db.execute(select(Placement)).one())
    evidence = scene.store.read(lambda db: db.execute(select(PlacementEvidence)).one())
    assert (made.outcome_id, made.seeker_id, made.employer_id) == (outcome, scene.who, scene.booth.desk.employer_id)
    assert (made.residence, made.workplace) == ("86", CAN_THO)
    assert (made.referring_id, made.host_id) == (scene.day.joining, scene.day.host)
    assert (evidence.placement_id, evidence.level, evidence.on_day) == (made.id, "1", made.agreed_on)
    assert scene.news() == [Kind.OUTCOME_RECORDED]


@pytest.mark.parametrize("given", [PASSED, AGAIN, NOT_NOW, sent_on(), sent_on(ReferredTo.OVERSEAS)])
def test_nothing_but_hired_makes_a_placement(scene: Scene, given: OutcomeGiven) -> None:
    scene.end(given)

    assert scene.register() == []


def test_work_overseas_has_no_province(store: Store) -> None:
    def abroad(db: Writing) -> None:
        day = open_day(db)
        booth = day.stand(db, day.host, {"overseas": True})
        talk = day.talk(db, day.person(db, None), booth)
        day.end(db, talk, booth, hired(booth.vacancies[0]))

    store.write(abroad)

    made = store.read(lambda db: db.execute(select(Placement)).one())
    assert (made.workplace, made.referring_id) == (None, None)


def test_provinces_are_written_as_of_the_day_of_agreement(store: Store) -> None:
    in_2021 = datetime(2021, 5, 20, 1, tzinfo=UTC)

    def before_the_merger(db: Writing) -> None:
        day = open_day(db, opens_at=in_2021, provinces=("84", "83"))
        booth = day.stand(db, day.host, {"places": ("83",), "expires_on": in_2021.date()})
        talk = day.talk(db, day.person(db, day.host, province_code="84"), booth)
        day.end(db, talk, booth, hired(booth.vacancies[0]))

    store.write(before_the_merger)

    made = store.read(lambda db: db.execute(select(Placement)).one())
    assert (made.residence, made.workplace, made.agreed_on) == ("84", "83", in_2021.date())


def test_the_same_form_twice_is_one_outcome(scene: Scene) -> None:
    request, given = new_id(), hired(scene.booth.vacancies[0])

    first, second = scene.end(given, request), scene.end(given, request)

    assert first == second
    assert len(scene.register()) == 1
    assert scene.news() == [Kind.OUTCOME_RECORDED]


def test_a_second_outcome_is_refused(scene: Scene) -> None:
    scene.end(PASSED, new_id())

    with pytest.raises(Conflict):
        scene.end(hired(scene.booth.vacancies[0]), new_id())
    assert scene.register() == []


def test_the_same_form_sent_by_two_devicesat_once_is_one_outcome(scene: Scene) -> None:
    request, given, gate = new_id(), hired(scene.booth.vacancies[0]), Barrier(4)
    made: list[UUID] = []

    def press() -> None:
        gate.wait()
        made.append(scene.end(given, request))

    at_once([press] * 4)

    assert len(made) == 4
    assert len(set(made)) == 1
    assert len(scene.register()) == 1


def test_a_form_id_that_another_act_used_up_does_not_swallow_the_outcome(scene: Scene) -> None:
    request, desk, at = new_id(), scene.booth.desk, scene.day.now
    about = log.About(desk.booth_id, booth_id=desk.booth_id)
    scene.store.write(
        lambda db: log.record(db, Kind.BOOTH_STAFFED, about, by=desk.by(request), at=at, stream=desk.fair_id)
    )

    scene.end(hired(scene.booth.vacancies[0]), request)

    assert len(scene.register()) == 1


def test_nobody_is_hired_for_another_employers_vacancy(scene: Scene) -> None:
    other = scene.store.write(lambda db: scene.day.stand(db, scene.day.joining))

    with pytest.raises(NotFound):
        scene.end(hired(other.vacancies[0]))

    scene.end(hired(scene.booth.vacancies[0]))


def test_another_booths_interview_and_outcome_are_not_found(scene: Scene) -> None:
    other = scene.store.write(lambda db: scene.day.stand(db, scene.day.joining))
    with pytest.raises(NotFound):
        scene.store.write(lambda db: scene.day.end(db, scene.talk, other, PASSED))
    outcome = scene.end(PASSED)

    with pytest.raises(NotFound):
        scene.store.write(lambda db: scene.day.correct(db, outcome, other, NOT_NOW))
    with pytest.raises(NotFound):
        scene.store.read(lambda db: queries.outcome(db, other.desk, outcome))


def test_a_result_after_its_time_leaves_everything_as_it_was(scene: Scene) -> None:
    outcome = scene.end(hired(scene.booth.vacancies[0]))
    scene.day.now += timedelta(days=30)

    with pytest.raises(Refused) as refusal:
        scene.correct(outcome, NOT_NOW)

    assert refusal.value.reason is BoothReason.RESULTS_CLOSED
    assert [stands for _, _, stands in scene.register()] == [True]


def test_a_person_is_credited_to_the_site_of_this_fair(scene: Scene) -> None:
    scene.end(hired(scene.booth.vacancies[0]))

    site = scene.store.read(lambda db: db.scalars(select(FairSeeker.centre_id)).one())
    assert scene.store.read(lambda db: db.execute(select(Placement)).one()).referring_id == site
