"""What was known at a moment is counted again as it was counted then."""

from datetime import datetime, timedelta

from exchange.counselling import access, actions
from exchange.counselling.actions import Correction
from exchange.counselling.codes import ClientKind
from exchange.counselling.telling import standing
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.seekers.access import own_desk
from exchange.seekers.merge_actions import merge, part
from exchange.tallies.queries import Scope, figures, ids, parts
from tests.counselling.scene import NOW, WEEK, Scene, told

CODES = ("visits", "persons", "visits_job_seekers", "visits_benefit", "soldiers_counselled", "benefit_claims_received")


def at(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


def counted(scene: Scene, known: datetime | None = None) -> tuple[dict[str, int], list[object]]:
    scope = Scope(WEEK, (scene.ground.centres["Trà Vinh"],), known)
    found = scene.store.read(lambda db: figures(db, scope, CODES))
    return found, [scene.store.read(lambda db, code=code: ids(db, scope, code)) for code in CODES]  # type: ignore[misc]


def test_entries_corrections_withdrawals_and_merges_each_count_from_when_they_were_written(scene: Scene) -> None:
    then = {}
    first = scene.record("Lan", now=at(1))
    then[at(1)] = counted(scene)
    second = scene.record("Hoa", told(client_kind=ClientKind.BENEFIT), now=at(2))
    then[at(2)] = counted(scene)

    def correct(db: Writing) -> None:
        desk = access.changing_desk(db, scene.ground.viewer("Phúc"), first)
        change = Correction(told(client_kind=ClientKind.SOLDIER), "Ghi nhầm", standing(db, first).id)
        actions.correct_consultation(db, desk, change, client_key=new_id(), now=at(3))

    scene.store.write(correct)
    then[at(3)] = counted(scene)
    lead = scene.ground.viewer("Hạnh")
    files = scene.ground.seekers["Hoa"], scene.ground.seekers["Lan"]
    own = scene.store.write(
        lambda db: merge(
            db, own_desk(db, lead, files[1]), own_desk(db, lead, files[0]), "Cùng số", request_id=None, now=at(4)
        )
    )
    then[at(4)] = counted(scene)
    scene.store.write(lambda db: part(db, own_desk(db, lead, files[0]), own, "Hai người", request_id=None, now=at(5)))
    then[at(5)] = counted(scene)

    def withdraw(db: Writing) -> None:
        desk = access.changing_desk(db, scene.ground.viewer("Phúc"), second)
        actions.withdraw_consultation(db, desk, "Ghi hai lần", request_id=None, now=at(6))

    scene.store.write(withdraw)
    then[at(6)] = counted(scene)

    assert [numbers["visits"] for numbers, _ in then.values()] == [1, 2, 2, 1, 2, 1]
    assert [numbers["soldiers_counselled"] for numbers, _ in then.values()] == [0, 0, 1, 1, 1, 1]
    for moment, found in then.items():
        assert counted(scene, moment) == found
    assert counted(scene, at(0))[0]["visits"] == 0


def test_a_visit_about_two_topics_is_in_both_parts_and_once_in_the_whole(scene: Scene) -> None:
    scene.record("Lan", told(topics={"domestic", "law"}))
    scene.record("Lan", told(topics={"law"}), by="Hạnh")
    scope = Scope(WEEK, (scene.ground.centres["Trà Vinh"],))

    divided = scene.store.read(lambda db: parts(db, scope, "visits", "topic"))

    assert {part.value: part.count for part in divided if part.count} == {"domestic": 1, "law": 1}
    assert scene.store.read(lambda db: figures(db, scope, ["visits"])) == {"visits": 1}
