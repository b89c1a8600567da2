"""Consultations written down by the thousand count as those written one by one, until they are taken back."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from exchange.counselling.bulk_actions import Counselled, record_consultations, withdraw_consultations
from exchange.counselling.codes import ConsultationReason
from exchange.counselling.rules import Facts
from exchange.counselling.telling import Birth
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.visits.queries import Counted, counted
from tests.counselling.scene import NOW, TODAY, WEEK, Scene, note, told


def row(scene: Scene, who: str, facts: Facts | None = None, key: UUID | None = None) -> Counselled:
    seeker, counsellor = scene.ground.seekers[who], scene.ground.accounts["Phúc"]
    return Counselled(seeker, counsellor, facts or told().facts(), Birth(1990, None), key or new_id(), note())


def write(scene: Scene, *rows: Counselled) -> list[UUID]:
    centre, account = scene.ground.centres["Trà Vinh"], scene.ground.accounts["Hạnh"]
    return list(
        scene.store.write(lambda db: record_consultations(db, rows, centre_id=centre, made_by=account, now=NOW))
    )


def test_they_count_and_no_longer_when_they_are_taken_back(scene: Scene) -> None:
    before = scene.store.read(lambda db: counted(db, WEEK))
    own = write(scene, row(scene, "Lan"), row(scene, "Sơn"))
    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(2, 2)
    account = scene.ground.accounts["Hạnh"]

    gone = [
        scene.store.write(lambda db: withdraw_consultations(db, own, "Nhầm tệp", account_id=account, now=NOW))
        for _ in range(2)
    ]

    assert gone == [own, []]
    assert scene.store.read(lambda db: counted(db, WEEK)) == before


def test_the_same_row_is_refused_a_second_time_by_the_database(scene: Scene) -> None:
    key = new_id()
    write(scene, row(scene, "Lan", key=key))

    with pytest.raises(IntegrityError):
        write(scene, row(scene, "Sơn"), row(scene, "Lan", key=key))

    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(1, 1)


def test_a_day_that_has_not_come_refuses_all(scene: Scene) -> None:
    tomorrow = told(on_day=TODAY + timedelta(days=1)).facts()

    with pytest.raises(Refused) as no:
        write(scene, row(scene, "Lan"), row(scene, "Sơn", tomorrow))

    assert (no.value.reason, no.value.field) == (ConsultationReason.FUTURE, "on_day")
    assert scene.store.read(lambda db: counted(db, WEEK)) == Counted(0, 0)
