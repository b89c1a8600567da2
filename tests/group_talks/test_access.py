"""Who may keep a talk and a cohort: staff of the centre; everybody else finds nothing. Races end with one row."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from exchange.centres.access import staff_desk
from exchange.centres.codes import Role
from exchange.cohorts import access as cohort_access
from exchange.group_talks import access as group_access
from exchange.group_talks import attendance_actions
from exchange.group_talks.codes import AttendedBy
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound
from tests.counselling.scene import NOW, Scene, employ, only
from tests.counselling.test_access import PEOPLE, ROLES
from tests.group_talks.scene import PAPER, batch, desk, held, names, one, soldiers

# What is tried, and who may: stranger, seeker, recruiter, counsellor of another centre, the counsellor who wrote it
# down, a colleague, the manager, the director.
MATRIX = {
    "write a talk down": "- - - y y y y y",
    "keep its list and heads": "- - - - y y y y",
    "correct or withdraw it": "- - - - y - y y",
    "keep the cohort": "- - - - y y y y",
    "follow a member": "- - - - y y y y",
}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_it_may_and_nothing_else(role: str, scene: Scene) -> None:
    scene.store.write(lambda db: only(db, scene.ground, "Sơn", "Trà Vinh"))
    employ(scene, "Khánh", "Trà Vinh")
    employ(scene, "Hiền", "Trà Vinh", Role.DIRECTOR)
    talk, cohort = held(scene), batch(scene)
    soldiers(scene, cohort, PAPER + "Thạch Sơn\t1990")
    member = one(scene, cohort, "Thạch Sơn").id
    viewer = scene.ground.viewer(PEOPLE[role]) if PEOPLE[role] else None
    tries: dict[str, Callable[[Writing], Any]] = {
        "write a talk down": lambda db: staff_desk(db, viewer),
        "keep its list and heads": lambda db: group_access.talk_desk(db, viewer, talk),
        "correct or withdraw it": lambda db: group_access.changing_talk_desk(db, viewer, talk),
        "keep the cohort": lambda db: cohort_access.cohort_desk(db, viewer, cohort),
        "follow a member": lambda db: cohort_access.member_desk(db, viewer, cohort, member),
    }

    may = {what: "y" if _let(scene, asked) else "-" for what, asked in tries.items()}

    assert may == {what: row.split()[ROLES.index(role)] for what, row in MATRIX.items()}


def test_a_member_is_found_only_in_their_own_cohort(scene: Scene) -> None:
    cohort, other = batch(scene), batch(scene, batch="Đợt 2/2026")
    soldiers(scene, cohort, PAPER + "Thạch Sơn\t1990")
    member = one(scene, cohort, "Thạch Sơn").id

    with pytest.raises(NotFound):
        scene.store.read(lambda db: cohort_access.member_desk(db, scene.ground.viewer("Phúc"), other, member))


def test_two_who_put_the_same_person_on_a_list_at_once_make_one_attendance(scene: Scene) -> None:
    talk, sơn = held(scene), scene.ground.seekers["Sơn"]

    def put(by: str) -> object:
        return scene.store.write(
            lambda db: attendance_actions.attend(db, desk(scene, db, talk, by), sơn, AttendedBy.DESK, now=NOW)
        )

    with ThreadPoolExecutor(4) as four:
        made = set(four.map(put, ("Phúc", "Hạnh", "Phúc", "Hạnh")))

    assert len(made) == 1
    assert names(scene, talk) == ["Thạch Sơn"]


def _let(scene: Scene, asked: Callable[[Writing], Any]) -> bool:
    try:
        scene.store.write(asked)
    except NotFound:
        return False
    return True
