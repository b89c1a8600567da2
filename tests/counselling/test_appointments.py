"""Appointments: kept by coming, moved, settled by a word, and never lost by a merge, a correction or a withdrawal."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from exchange.counselling import access
from exchange.counselling.appointment_actions import SettledGiven, settle
from exchange.counselling.appointment_queries import Waiting, waiting
from exchange.counselling.appointment_tables import AppointmentStep
from exchange.counselling.codes import ConsultationReason, Result, Settled
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from tests.counselling.scene import NOW, TODAY, Scene, merge, told
from tests.web.helped import entries

MADE, DUE, FAR = TODAY - timedelta(days=10), TODAY - timedelta(days=3), TODAY + timedelta(days=400)


def met(on_day: date = MADE, next_on: date | None = DUE, **other: Any) -> Any:
    """A consultation that makes an appointment."""
    result = Result.APPOINTMENT if next_on else Result.NOTHING
    return told(on_day=on_day, next_on=next_on, result=result, **other)


def open_ones(scene: Scene, until: date = FAR) -> list[Waiting]:
    return scene.store.read(lambda db: waiting(db, scene.ground.centres["Trà Vinh"], until))


def say(
    scene: Scene,
    own: UUID,
    settled: Settled,
    to_day: date | None = None,
    *,
    by: str = "Phúc",
    request: UUID | None = None,
    now: datetime = NOW,
) -> None:
    given = SettledGiven(settled=settled, to_day=to_day)
    scene.store.write(
        lambda db: settle(
            db, access.consultation_desk(db, scene.ground.viewer(by), own), given, request_id=request, now=now
        )
    )


def test_an_appointment_waits_until_its_day_is_past_and_longer(scene: Scene) -> None:
    own = scene.record("Lan", met())

    found = open_ones(scene)

    assert [(one.consultation_id, one.due_on, one.name) for one in found] == [(own, DUE, "Trần Thị Lan")]
    assert open_ones(scene, until=DUE - timedelta(days=1)) == []


@pytest.mark.parametrize(("day", "waits"), [(DUE - timedelta(days=1), True), (DUE, False), (TODAY, False)])
def test_whoever_comes_on_the_day_or_later_has_kept_it(day: date, waits: bool, scene: Scene) -> None:
    scene.record("Lan", met())
    scene.record("Lan", told(on_day=day))

    assert bool(open_ones(scene)) is waits


def test_a_visit_under_a_merged_file_keeps_it_too(scene: Scene) -> None:
    scene.record("Lan", met())
    scene.record("Sơn", told(on_day=TODAY))
    scene.store.write(lambda db: merge(db, scene.ground, "Sơn", "Lan"))

    assert open_ones(scene) == []


def test_a_visit_that_was_withdrawn_or_told_to_have_been_earlier_does_not(scene: Scene) -> None:
    scene.record("Lan", met())
    scene.withdraw(scene.record("Lan", told(on_day=TODAY)))
    wrong = scene.record("Lan", told(on_day=TODAY - timedelta(days=1)))

    assert open_ones(scene) == []
    scene.correct(wrong, told(on_day=MADE + timedelta(days=1)))

    assert len(open_ones(scene)) == 1


def test_a_withdrawn_consultation_makes_none(scene: Scene) -> None:
    own = scene.record("Lan", met())

    scene.withdraw(own)

    assert open_ones(scene) == []
    with pytest.raises(Refused, match=ConsultationReason.WITHDRAWN.value):
        say(scene, own, Settled.DONE)


@pytest.mark.parametrize("settled", [Settled.DONE, Settled.MISSED, Settled.DROPPED])
def test_a_word_settles_it_and_stands_in_the_journal(settled: Settled, scene: Scene) -> None:
    own = scene.record("Lan", met())

    say(scene, own, settled, by="Hạnh")

    assert open_ones(scene) == []
    assert entries(scene.store, Kind.APPOINTMENT_SETTLED)[0][0] == scene.ground.accounts["Hạnh"]


def test_it_is_moved_and_waits_for_the_new_day_alone(scene: Scene) -> None:
    own = scene.record("Lan", met())
    later = TODAY + timedelta(days=2)

    say(scene, own, Settled.MOVED, later)
    scene.record("Lan", told(on_day=TODAY))

    assert [one.due_on for one in open_ones(scene)] == [later]


def test_one_that_was_missed_can_be_made_again(scene: Scene) -> None:
    own = scene.record("Lan", met())
    say(scene, own, Settled.MISSED)

    say(scene, own, Settled.MOVED, TODAY)

    assert [one.due_on for one in open_ones(scene)] == [TODAY]


def test_a_day_that_is_told_anew_holds_over_what_was_said_before(scene: Scene) -> None:
    own = scene.record("Lan", met(), now=NOW - timedelta(hours=2))
    say(scene, own, Settled.DROPPED, now=NOW - timedelta(hours=1))

    scene.correct(own, met(next_on=TODAY + timedelta(days=1)))

    assert [one.due_on for one in open_ones(scene)] == [TODAY + timedelta(days=1)]


@pytest.mark.parametrize(
    ("settled", "to_day", "reason"),
    [
        (Settled.MOVED, None, ConsultationReason.MOVED_WHERE),
        (Settled.MOVED, TODAY - timedelta(days=1), ConsultationReason.MOVED_PAST),
        (Settled.MOVED, TODAY + timedelta(days=900), ConsultationReason.NEXT_FAR),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    settled: Settled, to_day: date | None, reason: ConsultationReason, scene: Scene
) -> None:
    own = scene.record("Lan", met())

    with pytest.raises(Refused) as no:
        say(scene, own, settled, to_day)

    assert (no.value.reason, no.value.field) == (reason, "to_day")


def test_it_is_settled_once_and_only_where_there_is_one(scene: Scene) -> None:
    own, plain = scene.record("Lan", met()), scene.record("Sơn", told())
    say(scene, own, Settled.DONE)

    with pytest.raises(Refused, match=ConsultationReason.SETTLED_ALREADY.value):
        say(scene, own, Settled.MISSED)
    with pytest.raises(Refused, match=ConsultationReason.NO_APPOINTMENT.value):
        say(scene, plain, Settled.DONE)


def test_the_same_form_twice_is_one_word(scene: Scene) -> None:
    own, form = scene.record("Lan", met()), new_id()

    for _ in range(2):
        say(scene, own, Settled.DONE, request=form)

    assert scene.store.read(lambda db: db.scalar(select(func.count(columns(AppointmentStep).id)))) == 1


def test_another_centre_finds_nothing_to_settle(scene: Scene) -> None:
    own = scene.record("Lan", met())

    with pytest.raises(NotFound):
        say(scene, own, Settled.DONE, by="Ngân")
