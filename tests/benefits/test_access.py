"""Who may do what with a claim: its centre and the person, nobody else."""

import pytest

from exchange.benefits.access import claim_desk, own_claim
from exchange.benefits.codes import EventKind
from exchange.kernel.errors import NotFound
from exchange.seekers.access import own_desk
from tests.benefits.scene import Scene

MAY_DESK = {"Phúc": True, "Hạnh": True, "Ngân": False, "Lan": False, "Sơn": False, "Dung": False, "": False}
MAY_OWN = {"Lan": True, "Sơn": False, "Hoa": False, "Phúc": False, "Hạnh": False, "Dung": False, "": False}


@pytest.mark.parametrize(("who", "may"), MAY_DESK.items())
def test_the_desk_of_a_claim_is_its_centres(scene: Scene, who: str, may: bool) -> None:
    claim = scene.granted()
    viewer = scene.ground.viewer(who) if who else None

    if may:
        assert scene.store.read(lambda db: claim_desk(db, viewer, claim)).seeker_id == scene.ground.seekers["Lan"]
    else:
        with pytest.raises(NotFound):
            scene.store.read(lambda db: claim_desk(db, viewer, claim))


@pytest.mark.parametrize(("who", "may"), MAY_OWN.items())
def test_a_person_sees_only_their_own_claim(scene: Scene, who: str, may: bool) -> None:
    claim = scene.granted()
    viewer = scene.ground.viewer(who) if who else None

    if may:
        assert scene.store.read(lambda db: own_claim(db, viewer, claim)).claim_id == claim
    else:
        with pytest.raises(NotFound):
            scene.store.read(lambda db: own_claim(db, viewer, claim))


def test_a_claim_of_another_centre_stays_there_though_the_person_agreed_to_share(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.store.read(lambda db: own_desk(db, scene.ground.viewer("Ngân"), scene.ground.seekers["Lan"]))
    with pytest.raises(NotFound):
        scene.receive("Lan", "Ngân")


def test_nobody_acts_on_a_claim_that_is_not_there(scene: Scene) -> None:
    missing = scene.ground.seekers["Lan"]

    with pytest.raises(NotFound):
        scene.happen(missing, EventKind.SUSPENDED)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        scene.store.read(lambda db: own_claim(db, scene.ground.viewer("Lan"), missing))
