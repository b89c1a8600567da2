"""Who may counsel whom, read what was written, and change it: everybody else finds nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from exchange.centres.codes import Role
from exchange.counselling import access
from exchange.counselling.codes import Privacy
from exchange.counselling.telling import standing
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound
from exchange.seekers.access import own_desk
from tests.counselling.scene import Scene, employ, note, only, told

ROLES = ("stranger", "seeker", "recruiter", "elsewhere", "counsellor", "colleague", "manager", "director")
PEOPLE = dict(zip(ROLES, ("", "Lan", "Dung", "Ngân", "Phúc", "Khánh", "Hạnh", "Hiền"), strict=True))
# What is tried, and who may: stranger, seeker, recruiter, counsellor of another centre, the counsellor whose
# consultation it is, a colleague, the manager, the director.
MATRIX = {
    "counsel the person": "- - - - y y y y",
    "read the consultation": "- - - - y y y y",
    "correct or withdraw it": "- - - - y - y y",
    "write its note": "- - - - y - - -",
}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_it_may_and_nothing_else(role: str, scene: Scene) -> None:
    scene.store.write(lambda db: only(db, scene.ground, "Lan", "Trà Vinh"))
    employ(scene, "Khánh", "Trà Vinh")
    employ(scene, "Hiền", "Trà Vinh", Role.DIRECTOR)
    own = scene.record("Lan", said=note("Riêng", Privacy.LEADS))
    viewer = scene.ground.viewer(PEOPLE[role]) if PEOPLE[role] else None
    tries: dict[str, Callable[[Writing], Any]] = {
        "counsel the person": lambda db: own_desk(db, viewer, scene.ground.seekers["Lan"]),
        "read the consultation": lambda db: access.consultation_desk(db, viewer, own),
        "correct or withdraw it": lambda db: access.changing_desk(db, viewer, own),
        "write its note": lambda db: access.note_desk(db, viewer, own),
    }

    may = {what: "y" if _let(scene, asked) else "-" for what, asked in tries.items()}

    assert may == {what: row.split()[ROLES.index(role)] for what, row in MATRIX.items()}


def test_a_telling_that_corrects_has_no_desk_of_its_own(scene: Scene) -> None:
    own = scene.record()
    scene.correct(own, told(minutes=20))
    second = scene.store.read(lambda db: standing(db, own).id)

    assert not _let(scene, lambda db: access.consultation_desk(db, scene.ground.viewer("Phúc"), second))


def _let(scene: Scene, asked: Callable[[Writing], Any]) -> bool:
    try:
        scene.store.write(asked)
    except NotFound:
        return False
    return True
