"""Stages are counted apart: who is registered was not counselled, who was counselled not referred, who was referred
not hired. A centre's system counted "referred" as those who passed, and "counselled" and "registered" as one."""

import pytest

from exchange.kernel.db import Store
from exchange.referrals.count_queries import Issued, issued
from exchange.visits.queries import counted
from tests.counselling.scene import WEEK
from tests.referrals.scene import Scene, declined, hired


@pytest.fixture
def scene(store: Store) -> Scene:
    return Scene.on(store)


def figures(scene: Scene) -> tuple[int, Issued]:
    return scene.store.read(lambda db: (counted(db, WEEK).persons, issued(db, WEEK)))


def test_registered_counselled_and_referred_are_three_figures(scene: Scene) -> None:
    nobody = figures(scene)
    scene.record("Lan")
    scene.record("Sơn")
    counselled = figures(scene)
    scene.issue("Lan")

    assert len(scene.ground.seekers) > 2
    assert nobody == (0, Issued(0, 0))
    assert counselled == (2, Issued(0, 0))
    assert figures(scene) == (2, Issued(1, 1))


@pytest.mark.parametrize("said", [hired(), declined()], ids=["hired", "not hired"])
def test_a_referral_counts_when_it_is_issued_whatever_the_employer_says(said: object, scene: Scene) -> None:
    own = scene.issue("Lan")
    before = figures(scene)

    scene.answer(own, said)  # type: ignore[arg-type]

    assert figures(scene) == before == (0, Issued(1, 1))


def test_a_referral_is_no_consultation(scene: Scene) -> None:
    scene.issue("Lan")

    assert figures(scene)[0] == 0
