"""Group talks: one body, many people; told again and withdrawn like a consultation, a person on the list once."""

from datetime import date, timedelta

import pytest

from exchange.booths.course_queries import Strand, course
from exchange.counselling.codes import Topic
from exchange.group_talks import access as group_access
from exchange.group_talks import attendance_actions, check_in_actions, heads_actions
from exchange.group_talks.attendance_queries import removed, waiting
from exchange.group_talks.codes import AttendedBy, GroupReason, Qualifier
from exchange.group_talks.given import WalkInGiven
from exchange.group_talks.rules import Declared, Sum, difference, places_of, total
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.seekers.access import own_file
from exchange.visits.heads_queries import declared_heads
from tests.counselling.scene import NOW, TODAY, WEEK, Scene, merge, only
from tests.group_talks.scene import (
    attendance_lists,
    came,
    declared,
    desk,
    held,
    names,
    retold,
    shown,
    taken_off,
    withdrawn,
)


def test_places_are_what_stands_between_the_commas_each_once() -> None:
    assert places_of("Cầu Ngang, Càng Long;Duyên Hải\nTP Trà Vinh, cau ngang,,") == (
        "Cầu Ngang",
        "Càng Long",
        "Duyên Hải",
        "TP Trà Vinh",
    )


def test_a_sum_is_as_unsure_as_its_parts() -> None:
    said = [Declared(400, Qualifier.ABOUT, "", "x"), Declared(20, Qualifier.EXACT, "", "x")]

    assert total(said) == Sum(420, Qualifier.ABOUT)
    assert total(said[1:]) == Sum(20, Qualifier.EXACT)
    assert total([Declared(5, Qualifier.OVER, "", "x"), said[1]]) == Sum(25, Qualifier.OVER)
    assert total([]) is None
    assert difference(0, total(said)) is None
    assert difference(390, total(said)) == 30


def test_a_talk_is_written_once_however_often_it_is_sent(scene: Scene) -> None:
    key = new_id()

    assert held(scene, key=key) == held(scene, key=key)
    with pytest.raises(Refused) as no:
        held(scene, key=key, minutes=30)
    assert no.value.reason is GroupReason.KEY_USED


@pytest.mark.parametrize(
    ("other", "reason", "field"),
    [
        ({"on_day": TODAY + timedelta(days=1)}, GroupReason.FUTURE, "on_day"),
        ({"on_day": date(1999, 5, 1)}, GroupReason.TOO_OLD, "on_day"),
        ({"province": "84"}, GroupReason.PROVINCE, "province"),
        ({"topics": frozenset()}, GroupReason.NO_TOPIC, "topics"),
        ({"places": ",".join(f"Xã {n}" for n in range(21))}, GroupReason.MANY_PLACES, "places"),
        ({"places": "x" * 81}, GroupReason.LONG_PLACE, "places"),
        ({"holder": new_id()}, GroupReason.HOLDER, "holder"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], reason: GroupReason, field: str, scene: Scene) -> None:
    with pytest.raises(Refused) as no:
        held(scene, **other)

    assert (no.value.reason, no.value.field) == (reason, field)


def test_a_correction_stands_beside_what_it_corrects(scene: Scene) -> None:
    talk = held(scene)
    came(scene, talk, "Sơn")

    changed = retold(scene, talk, "Sai nơi", places="Xã Càng Long", topics={Topic.OVERSEAS})
    again = retold(scene, talk, "Không đổi", places="Xã Càng Long", topics={Topic.OVERSEAS})

    told = shown(scene, talk)
    assert (changed, again) == (True, False)
    assert [one.facts.places for one in told.tellings] == [("Xã Cầu Ngang",), ("Xã Càng Long",)]
    assert (told.told.because, told.attended) == ("Sai nơi", 1)
    with pytest.raises(Refused) as no:
        retold(scene, talk, " ", minutes=30)
    assert no.value.reason is GroupReason.WITHOUT_WORDS


def test_a_person_is_on_the_list_once_also_when_two_of_their_files_were_put_on_it(scene: Scene) -> None:
    talk = held(scene)
    first = came(scene, talk, "Lan")
    came(scene, talk, "Hoa")

    assert came(scene, talk, "Lan") == first
    scene.store.write(lambda db: merge(db, scene.ground, "Hoa", "Lan"))
    assert names(scene, talk) == ["Trần Thị Lan"]
    assert shown(scene, talk).attended == 1

    taken_off(scene, talk, first)
    assert names(scene, talk) == []


def test_whoever_was_taken_off_may_be_put_on_again(scene: Scene) -> None:
    talk = held(scene)
    first = came(scene, talk, "Sơn")

    taken_off(scene, talk, first)
    taken_off(scene, talk, first)
    second = came(scene, talk, "Sơn")

    assert second != first
    gone = scene.store.read(lambda db: removed(db, desk(scene, db, talk)))
    assert [(one.name, one.because) for one in gone] == [("Thạch Sơn", "Ghi nhầm")]
    steps = scene.store.read(lambda db: course(db, scene.ground.seekers["Sơn"], [Strand.COUNSELLING]))
    assert [one.kind for one in steps] == [Kind.GROUP_TALK_ATTENDED, Kind.GROUP_TALK_LEFT, Kind.GROUP_TALK_ATTENDED]


def test_a_file_of_another_centre_comes_only_by_the_persons_consent(scene: Scene) -> None:
    talk = held(scene)
    scene.store.write(lambda db: only(db, scene.ground, "Sơn", "Bến Tre"))
    came(scene, talk, "Sơn")  # Sơn agreed that centres help each other

    with pytest.raises(NotFound):
        scene.store.read(lambda db: desk(scene, db, talk, "Ngân"))
    assert names(scene, talk) == ["Thạch Sơn"]


def test_a_withdrawn_talk_counts_no_more_takes_nobody_and_says_so_to_whom_it_concerned(scene: Scene) -> None:
    talk = held(scene)
    came(scene, talk, "Sơn")
    declared(scene, talk, 400)

    withdrawn(scene, talk)

    assert shown(scene, talk).withdrawn == "Không diễn ra"
    assert scene.store.read(lambda db: declared_heads(db, WEEK)) == []
    with pytest.raises(Refused) as no:
        came(scene, talk, "Lan")
    assert no.value.reason is GroupReason.WITHDRAWN
    steps = scene.store.read(lambda db: course(db, scene.ground.seekers["Sơn"], [Strand.COUNSELLING]))
    assert steps[0].kind is Kind.GROUP_TALK_LEFT


def test_about_four_hundred_soldiers_are_a_figure_of_their_own(scene: Scene) -> None:
    talk = held(scene, on_day=TODAY)
    wrong = declared(scene, talk, 4_000)
    places = "Cầu Ngang, Càng Long, Duyên Hải và TP Trà Vinh"
    declared(scene, talk, 400, place=places)
    came(scene, talk, "Sơn")

    scene.store.write(lambda db: heads_actions.withdraw_heads(db, desk(scene, db, talk), wrong, "Thừa số 0", now=NOW))

    said = scene.store.read(lambda db: declared_heads(db, WEEK))
    assert [(one.number, one.qualifier, one.place) for one in said] == [(400, Qualifier.ABOUT, places)]
    told = shown(scene, talk)
    assert (told.attended, told.declared, told.difference) == (1, Sum(400, Qualifier.ABOUT), 399)


def test_the_door_is_open_on_the_day_of_the_talk_only_and_while_staff_hold_it_open(scene: Scene) -> None:
    talk, earlier = held(scene), held(scene, on_day=TODAY - timedelta(days=1))
    token = scene.store.write(lambda db: check_in_actions.open_door(db, desk(scene, db, talk), now=NOW))

    with pytest.raises(Refused) as no:
        scene.store.write(lambda db: check_in_actions.open_door(db, desk(scene, db, earlier), now=NOW))
    assert no.value.reason is GroupReason.PAST_CHECK_IN

    def seat(days: int) -> bool:
        return scene.store.read(lambda db: group_access.check_in_seat(db, token, now=NOW + timedelta(days=days)).open)

    assert (seat(0), seat(1)) == (True, False)
    scene.store.write(lambda db: check_in_actions.close_door(db, desk(scene, db, talk), now=NOW))
    assert not seat(0)
    with pytest.raises(NotFound):
        scene.store.read(lambda db: group_access.check_in_seat(db, "guessed", now=NOW))


def test_who_checks_in_without_an_account_is_nobodys_file_until_staff_say_whose(scene: Scene) -> None:
    talk = held(scene)
    token = scene.store.write(lambda db: check_in_actions.open_door(db, desk(scene, db, talk), now=NOW))
    said = WalkInGiven(name="Thạch  Sơn", birth_year=1990, phone="+84909123451")

    def comes(db: Writing) -> None:
        check_in_actions.walk_in(db, group_access.check_in_seat(db, token, now=NOW), said, now=NOW)

    scene.store.write(comes)
    scene.store.write(comes)
    wait = scene.store.read(
        lambda db: waiting(db, desk(scene, db, talk), attendance_lists.looking(desk(scene, db, talk)))
    )
    assert [(one.name, one.line.choice) for one in wait] == [("Thạch Sơn", str(scene.ground.seekers["Sơn"]))]
    assert names(scene, talk) == []

    sơn = scene.ground.seekers["Sơn"]
    scene.store.write(lambda db: check_in_actions.settle(db, desk(scene, db, talk), wait[0].id, sơn, now=NOW))
    assert names(scene, talk) == ["Thạch Sơn"]
    with pytest.raises(Refused) as no:
        scene.store.write(lambda db: check_in_actions.dismiss(db, desk(scene, db, talk), wait[0].id, "Trùng", now=NOW))
    assert no.value.reason is GroupReason.SETTLED


def test_who_is_signed_in_checks_in_with_their_own_word_whoever_keeps_the_file(scene: Scene) -> None:
    talk = held(scene)
    token = scene.store.write(lambda db: check_in_actions.open_door(db, desk(scene, db, talk), now=NOW))
    scene.store.write(lambda db: only(db, scene.ground, "Hoa", "Bến Tre"))

    def comes(db: Writing) -> object:
        seat = group_access.check_in_seat(db, token, now=NOW)
        return check_in_actions.check_in(db, seat, own_file(db, scene.ground.viewer("Hoa")), now=NOW)

    assert scene.store.write(comes) == scene.store.write(comes)
    assert names(scene, talk) == ["Nguyễn Ngọc Hoa"]
    assert (
        scene.store.read(lambda db: attendance_actions.attendance_of(db, talk, scene.ground.seekers["Hoa"])) is not None
    )
    assert AttendedBy.CHECK_IN.label == "Tự điểm danh"
