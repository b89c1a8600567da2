"""Who found work while a benefit ran: on its days only, whichever of a person's files has the claim."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from exchange.benefits.bulk_actions import withdraw_claims
from exchange.benefits.codes import EndGround, EventKind, Verdict
from exchange.counselling.rules import Days
from exchange.kernel.db import Store
from exchange.placements.codes import EvidenceLevel, EvidenceSource
from exchange.tallies.queries import Scope, figures
from tests.benefits.scene import Scene
from tests.cast import open_ground
from tests.counselling.scene import merge
from tests.placements.register import Register, proof

LAST = date(2026, 6, 16)  # of three months from 17 March
LATE = datetime(2026, 11, 30, 2, tzinfo=UTC)
ENTERED = datetime(2026, 11, 30, 1, tzinfo=UTC)


@pytest.fixture
def scene(store: Store) -> Scene:
    """A benefit desk."""
    return Scene(store, store.write(open_ground))


def starts(scene: Scene, who: str, day: date) -> UUID:
    """Somebody starts work on a day, and a contract was seen."""
    seen = proof(level=EvidenceLevel.STARTED, source=EvidenceSource.CONTRACT, number="12/HĐLĐ", on_day=day)

    def enter(db):  # type: ignore[no-untyped-def]
        return Register(db, scene.ground, ENTERED).enter(who, started_on=day, step=seen)

    return scene.store.write(enter)


def counted(scene: Scene, known: datetime | None = None) -> int:
    """For the country, where it is the same as for the only centre, by both ways of asking."""
    year, codes = Days(date(2026, 1, 1), date(2026, 12, 31)), ["placed_from_benefit"]
    one = Scope(year, (scene.ground.centres["Trà Vinh"],), known)
    several = Scope(year, tuple(scene.ground.centres.values()), known)
    found = {
        scene.store.read(lambda db, at=at: figures(db, at, codes))[codes[0]]
        for at in (one, several, Scope(year, None, known))
    }  # type: ignore[misc]
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(("days", "expected"), [(-91, 1), (-92, 0), (0, 1), (1, 0)])
def test_work_counts_that_starts_on_a_day_of_the_benefit(scene: Scene, days: int, expected: int) -> None:
    scene.granted("Lan")

    starts(scene, "Lan", LAST + timedelta(days=days))

    assert counted(scene) == counted(scene, LATE) == expected


@pytest.mark.parametrize(("ended", "expected"), [(date(2026, 4, 30), 0), (date(2026, 5, 1), 1), (date(2026, 5, 2), 1)])
def test_after_a_benefit_was_ended_nobody_is_placed_from_it(scene: Scene, ended: date, expected: int) -> None:
    claim = scene.granted("Lan")
    starts(scene, "Lan", date(2026, 5, 1))
    assert counted(scene) == 1

    scene.happen(claim, EventKind.ENDED, on_day=ended, ground=EndGround.HAS_JOB)

    assert counted(scene) == counted(scene, LATE) == expected
    scene.take_back(claim)
    assert counted(scene) == counted(scene, LATE) == 1


def test_what_was_cancelled_or_withdrawn_or_is_another_persons_does_not_count(scene: Scene) -> None:
    lan, account = scene.granted("Lan"), scene.ground.accounts["Hạnh"]
    son = scene.granted("Sơn")
    for who in ("Lan", "Sơn", "Hoa"):
        starts(scene, who, date(2026, 5, 1))
    assert counted(scene) == 2

    scene.correct(lan, verdict=Verdict.CANCELLED, number="90/QĐ-SNV")
    assert counted(scene) == counted(scene, LATE) == 1
    gone, _ = scene.store.write(
        lambda db: withdraw_claims(db, [son], "Nhầm tệp", account_id=account, now=scene.now + timedelta(days=1))
    )
    assert gone == [son]
    assert counted(scene) == counted(scene, LATE) == 0


def test_a_benefit_in_another_file_of_the_person_counts(scene: Scene) -> None:
    scene.granted("Sơn")
    starts(scene, "Lan", date(2026, 5, 1))
    assert counted(scene) == 0

    scene.store.write(lambda db: merge(db, scene.ground, "Sơn", "Lan", now=scene.now))

    assert counted(scene) == counted(scene, LATE) == 1
