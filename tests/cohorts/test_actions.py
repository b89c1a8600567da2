"""Cohorts of demobilised soldiers: invited, met, path chosen, trained, placed – and who was not met yet."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from exchange.booths.course_queries import Strand, course
from exchange.cohorts import access as cohort_access
from exchange.cohorts import actions as cohort_actions
from exchange.cohorts import queries as cohort_queries
from exchange.cohorts import step_actions as cohort_step_actions
from exchange.cohorts.codes import CohortReason, InvitedBy, Path, Stage
from exchange.cohorts.given import InvitationGiven, JobGiven, PathGiven, TrainingGiven
from exchange.cohorts.rules import funnel, support_until
from exchange.cohorts.search import candidates
from exchange.journal.kinds import Kind
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.rosters.actions import ListWrong
from exchange.rosters.codes import LineReason
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Group
from exchange.seekers.file_queries import person_file
from tests.counselling.scene import NOW, TODAY, Scene, merge, only, told
from tests.group_talks.scene import (
    DISCHARGED,
    PAPER,
    batch,
    came,
    held,
    one,
    people,
    seat,
    soldiers,
    step,
    withdrawn,
)

LIST = PAPER + "\n".join(
    (
        "Thạch Sơn\t1990\t0909123451\tXã Cầu Ngang\tTiểu đoàn 9",
        "Lê Văn Tư\t1990\t\tXã Càng Long\tTiểu đoàn 9",
        "Kim Sô Phát\t2003\t0912000111\tXã Cầu Ngang\tTrung đoàn 3",
        "Đinh An\t2004\t\tXã Cầu Ngang\tTrung đoàn 3",
    )
)


def full(scene: Scene, **other: Any) -> UUID:
    """A cohort of four."""
    cohort = batch(scene, **other)
    soldiers(scene, cohort, LIST)
    return cohort


def figures(scene: Scene, cohort: UUID) -> dict[Stage, int]:
    return funnel(people(scene, cohort), today=TODAY)


def test_support_lasts_twelve_months_from_discharge() -> None:
    assert support_until(date(2026, 2, 6)) == date(2027, 2, 6)
    assert support_until(date(2024, 2, 29)) == date(2025, 2, 28)


def test_a_batch_is_one_cohort_however_it_is_spelled(scene: Scene) -> None:
    batch(scene)

    with pytest.raises(Refused) as no:
        batch(scene, batch="ĐỢT 1/2026")
    assert (no.value.reason, no.value.field) == (CohortReason.EXISTS, "batch")
    with pytest.raises(Refused) as late:
        batch(scene, batch="Đợt 2", discharged_on=TODAY + timedelta(days=1))
    assert late.value.reason is CohortReason.DISCHARGE_FUTURE


def test_a_list_puts_people_into_the_cohort_and_makes_them_soldiers_of_the_register(scene: Scene) -> None:
    cohort = batch(scene)

    taken = soldiers(scene, cohort, LIST)

    assert taken is not None
    assert (taken.known, taken.new) == (2, 2)
    listed = [(one.commune, one.name, one.unit) for one in people(scene, cohort)]
    assert listed == [
        ("Xã Càng Long", "Lê Văn Tư", "Tiểu đoàn 9"),
        ("Xã Cầu Ngang", "Đinh An", "Trung đoàn 3"),
        ("Xã Cầu Ngang", "Kim Sô Phát", "Trung đoàn 3"),
        ("Xã Cầu Ngang", "Thạch Sơn", "Tiểu đoàn 9"),
    ]
    phúc, sơn = scene.ground.viewer("Phúc"), scene.ground.seekers["Sơn"]
    groups = scene.store.read(lambda db: person_file(db, own_desk(db, phúc, sơn))).groups
    assert [(one.kind, one.batch, one.unit, one.discharged_on) for one in groups] == [
        (Group.SOLDIER, "Đợt 1/2026", "Tiểu đoàn 9", DISCHARGED)
    ]
    assert soldiers(scene, cohort, LIST) is not None
    assert len(people(scene, cohort)) == 4


def test_a_line_whose_days_cannot_be_stops_the_whole_list_and_is_named(scene: Scene) -> None:
    cohort = batch(scene)
    paper = "Họ và tên\tNăm sinh\tNgày nhập ngũ\nKim Sô Phát\t2003\t\nThạch Sơn\t1990\t01/03/2026"

    with pytest.raises(ListWrong) as no:
        soldiers(scene, cohort, paper)

    assert (no.value.reason, no.value.lines) == (LineReason.DISCHARGE, {3})
    assert people(scene, cohort) == []


def test_another_centres_people_are_put_into_no_cohort(scene: Scene) -> None:
    cohort = batch(scene)
    scene.store.write(lambda db: only(db, scene.ground, "Sơn", "Bến Tre"))

    taken = soldiers(scene, cohort, PAPER + "Thạch Sơn\t1990", {2: "skip"})

    assert taken is not None
    assert people(scene, cohort) == []
    with pytest.raises(NotFound):
        scene.store.read(lambda db: cohort_access.cohort_desk(db, scene.ground.viewer("Ngân"), cohort))
    with pytest.raises(NotFound):
        scene.store.read(lambda db: seat(scene, db, cohort).file(db, scene.ground.seekers["Sơn"]))


def test_who_is_met_follows_from_consultations_and_talks_since_the_discharge(scene: Scene) -> None:
    cohort = full(scene)
    scene.record("Sơn", told(on_day=DISCHARGED - timedelta(days=1)))
    assert figures(scene, cohort)[Stage.NOT_MET] == 4

    talk = held(scene)
    came(scene, talk, "Tư")
    scene.record("Sơn", told(on_day=DISCHARGED))

    assert (figures(scene, cohort)[Stage.MET], figures(scene, cohort)[Stage.NOT_MET]) == (2, 2)
    withdrawn(scene, talk)
    assert figures(scene, cohort)[Stage.MET] == 1


def test_whoever_was_invited_in_the_barracks_may_be_met_there(scene: Scene) -> None:
    cohort = full(scene)
    before = DISCHARGED - timedelta(days=10)
    step(scene, cohort, "Thạch Sơn", InvitationGiven(on_day=before, how=InvitedBy.LETTER))

    scene.record("Sơn", told(on_day=DISCHARGED - timedelta(days=5)))

    assert one(scene, cohort, "Thạch Sơn").met_on == DISCHARGED - timedelta(days=5)


def test_from_the_invitation_to_work_every_figure_opens_its_people(scene: Scene) -> None:
    cohort, name = full(scene), "Thạch Sơn"
    calls = InvitationGiven(on_day=TODAY, how=InvitedBy.PHONE)
    assert step(scene, cohort, name, calls) == step(scene, cohort, name, calls)
    step(scene, cohort, name, PathGiven(on_day=TODAY, path=Path.PROVINCE))
    step(scene, cohort, name, PathGiven(on_day=TODAY, path=Path.TRAINING))
    step(scene, cohort, name, TrainingGiven(on_day=TODAY, trade="Hàn", place="Trường Trung cấp nghề", voucher="T01"))
    step(scene, cohort, name, JobGiven(on_day=TODAY, place="Công ty Cơ khí", words="Người lao động báo, có hợp đồng"))

    made = one(scene, cohort, name)
    assert (made.tried_on, made.tried_how, made.path, made.voucher) == (TODAY, InvitedBy.PHONE, Path.TRAINING, "T01")
    counts = figures(scene, cohort)
    assert [counts[stage] for stage in (Stage.INVITED, Stage.CHOSEN, Stage.TRAINED, Stage.PLACED)] == [1, 1, 1, 1]
    for stage, count in counts.items():
        assert sum(member.has(stage, today=TODAY) for member in people(scene, cohort)) == count
    steps = scene.store.read(lambda db: course(db, scene.ground.seekers["Sơn"], [Strand.COUNSELLING]))
    assert {one.kind for one in steps} >= {
        *(Kind.COHORT_JOINED, Kind.COHORT_INVITED, Kind.COHORT_PATH_CHOSEN),
        *(Kind.COHORT_TRAINED, Kind.COHORT_PLACED),
    }


def test_a_placement_of_the_register_is_work_and_is_not_typed_again(scene: Scene) -> None:
    cohort = full(scene)

    scene.store.write(lambda db: scene.ground.hire(db, "Sơn", "Dung", now=NOW - timedelta(days=7)))

    assert one(scene, cohort, "Thạch Sơn").placed_on == TODAY - timedelta(days=7)


def test_support_that_ends_soon_is_said_of_those_who_had_no_help(scene: Scene) -> None:
    cohort = full(scene, discharged_on=TODAY - timedelta(days=330))
    job = JobGiven(on_day=TODAY, place="Công ty Cơ khí", words="Gia đình báo qua điện thoại")
    step(scene, cohort, "Thạch Sơn", job)

    losing = [member.name for member in people(scene, cohort) if member.losing(TODAY)]

    assert losing == ["Lê Văn Tư", "Đinh An", "Kim Sô Phát"]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (InvitationGiven(on_day=TODAY + timedelta(days=1), how=InvitedBy.PHONE), CohortReason.FUTURE),
        (PathGiven(on_day=date(1980, 1, 1), path=Path.NONE), CohortReason.EARLY),
        (TrainingGiven(on_day=DISCHARGED - timedelta(days=1), trade="Hàn", place="Trường"), CohortReason.EARLY),
        (TrainingGiven(on_day=TODAY, until=DISCHARGED, trade="Hàn", place="Trường"), CohortReason.ENDS_BEFORE),
        (TrainingGiven(on_day=date(2040, 1, 1), trade="Hàn", place="Trường"), CohortReason.TOO_FAR),
    ],
)
def test_what_cannot_be_is_refused(given: InvitationGiven, reason: CohortReason, scene: Scene) -> None:
    cohort = full(scene)

    with pytest.raises(Refused) as no:
        step(scene, cohort, "Thạch Sơn", given)
    assert no.value.reason is reason


def test_a_step_is_withdrawn_and_a_member_leaves_with_a_reason_and_both_stay(scene: Scene) -> None:
    cohort = full(scene)
    path = step(scene, cohort, "Thạch Sơn", PathGiven(on_day=TODAY, path=Path.OVERSEAS))
    member = one(scene, cohort, "Thạch Sơn").id

    def own(db: object) -> cohort_access.MemberDesk:
        return cohort_access.member_desk(db, scene.ground.viewer("Phúc"), cohort, member)  # type: ignore[arg-type]

    scene.store.write(lambda db: cohort_step_actions.withdraw_step(db, own(db), path, "Nghe nhầm", now=NOW))
    assert one(scene, cohort, "Thạch Sơn").path is None
    steps = scene.store.read(lambda db: cohort_queries.history(db, own(db)))
    assert [(view.facts.path, view.withdrawn) for view in steps] == [(Path.OVERSEAS, "Nghe nhầm")]

    scene.store.write(lambda db: cohort_actions.leave(db, own(db), "Trùng tên", now=NOW))
    assert len(people(scene, cohort)) == 3
    with pytest.raises(Refused) as no:
        scene.store.write(
            lambda db: cohort_step_actions.take_step(
                db, own(db), PathGiven(on_day=TODAY, path=Path.NONE), request_id=new_id(), now=NOW
            )
        )
    assert no.value.reason is CohortReason.LEFT
    free = scene.store.read(lambda db: candidates(db, seat(scene, db, cohort)))
    assert [found.name for found in free] == ["Thạch Sơn"]
    soldiers(scene, cohort, LIST)
    assert len(people(scene, cohort)) == 4


def test_two_files_of_one_person_are_one_member_with_the_steps_of_both(scene: Scene) -> None:
    cohort = full(scene)
    step(scene, cohort, "Lê Văn Tư", PathGiven(on_day=TODAY, path=Path.PROVINCE))

    scene.store.write(lambda db: merge(db, scene.ground, "Tư", "Sơn"))

    assert len(people(scene, cohort)) == 3
    assert one(scene, cohort, "Thạch Sơn").path is Path.PROVINCE
    assert figures(scene, cohort)[Stage.ALL] == 3
