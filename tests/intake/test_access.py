"""Whole registers are taken in by the leads of a centre, for their own; nobody else sees that there is an import."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.intake import access
from exchange.intake.codes import Register
from exchange.kernel.columns import columns
from exchange.kernel.errors import NotFound
from tests.intake.scene import PEOPLE, Scene, csv

MATRIX = {"Hạnh": True, "Phúc": False, "Ngân": False, "Lan": False, "Dung": False}


def allowed(ask: Callable[[], Any]) -> bool:
    try:
        ask()
    except NotFound:
        return False
    return True


@pytest.mark.parametrize(("who", "may"), MATRIX.items())
def test_only_leads_of_the_centre(scene: Scene, who: str, may: bool) -> None:
    own = scene.send(Register.PEOPLE, csv(PEOPLE, "Lâm Phát;1990;;;;"))
    viewer = scene.ground.viewer(who)

    assert allowed(lambda: scene.store.read(lambda db: access.intakes_desk(db, viewer))) is may
    assert allowed(lambda: scene.store.read(lambda db: access.intake_desk(db, viewer, own))) is may


def test_a_stranger_has_no_desk(scene: Scene) -> None:
    own = scene.send(Register.PEOPLE, csv(PEOPLE, "Lâm Phát;1990;;;;"))

    assert not allowed(lambda: scene.store.read(lambda db: access.intakes_desk(db, None)))
    assert not allowed(lambda: scene.store.read(lambda db: access.intake_desk(db, None, own)))


def test_a_lead_of_another_centre_does_not_see_it(scene: Scene) -> None:
    own = scene.send(Register.PEOPLE, csv(PEOPLE, "Lâm Phát;1990;;;;"))
    _becomes(scene, "Ngân", Role.DIRECTOR)

    assert allowed(lambda: scene.store.read(lambda db: access.intakes_desk(db, scene.ground.viewer("Ngân"))))
    assert not allowed(lambda: scene.store.read(lambda db: access.intake_desk(db, scene.ground.viewer("Ngân"), own)))


def test_who_sent_a_file_may_take_it_back_when_they_lead_no_longer(scene: Scene) -> None:
    own = scene.whole(Register.PEOPLE, PEOPLE, "Lâm Phát;1990;;;;")
    _becomes(scene, "Hạnh", Role.COUNSELLOR)

    assert scene.undo(own).taken == 1
    assert not allowed(lambda: scene.store.read(lambda db: access.intakes_desk(db, scene.ground.viewer("Hạnh"))))


def _becomes(scene: Scene, who: str, role: Role) -> None:
    own = columns(Staff).account_id == scene.ground.accounts[who]
    scene.store.write(lambda db: db.execute(update(Staff).where(own).values(role=role)))
