"""What waits for a centre about its slips, finding one, and counting them."""

from datetime import date, timedelta
from typing import Any

import pytest

from exchange.centres.access import staff_desk
from exchange.counselling.rules import Days
from exchange.referrals import count_queries as counts
from exchange.referrals import duty_queries as lists
from exchange.referrals.codes import Found, Milestone
from tests.counselling.scene import employ, merge
from tests.referrals.scene import TODAY, Scene, day_of, declined, hired

LAST = date(2026, 12, 28)  # the 20th working day after 30 November


def due(scene: Scene, day: date, by: str = "Phúc") -> list[tuple[str, bool, bool]]:
    found = scene.store.read(lambda db: lists.results_due(db, staff_desk(db, scene.ground.viewer(by)), day))
    assert all(row.due_on == LAST for row in found)
    return [(row.name, row.overdue, row.mine) for row in found]


def follow(scene: Scene, day: date, by: str = "Phúc") -> list[tuple[Milestone, bool]]:
    found = scene.store.read(lambda db: lists.follow_ups_due(db, staff_desk(db, scene.ground.viewer(by)), day))
    return [(row.milestone, row.overdue) for row in found]


def test_a_result_is_due_on_the_twentieth_working_day(scene: Scene) -> None:
    employ(scene, "Khánh", "Trà Vinh")
    scene.issue()
    answered, cancelled = scene.issue("Sơn"), scene.issue("Hoa")
    scene.answer(answered, declined())
    scene.cancel(cancelled)

    assert due(scene, LAST - timedelta(days=1)) == []
    assert due(scene, LAST) == [("Trần Thị Lan", False, True)]
    assert due(scene, LAST + timedelta(days=1), "Khánh") == [("Trần Thị Lan", True, False)]
    assert due(scene, LAST, "Ngân") == []
    scene.revoke(answered)
    assert len(due(scene, LAST)) == 2


def test_who_was_hired_is_asked_after_until_reached(scene: Scene) -> None:
    own = scene.issue()
    scene.answer(own, hired(started_on=TODAY))
    month = date(2026, 12, 30)

    assert follow(scene, month - timedelta(days=1)) == []
    assert follow(scene, month) == [(Milestone.MONTH_1, False)]
    scene.follow(own, Milestone.MONTH_1, Found.NOT_REACHED, month, now=day_of(30))
    assert follow(scene, date(2027, 1, 31)) == [(Milestone.MONTH_1, True)]
    assert follow(scene, month, "Ngân") == []
    scene.follow(own, Milestone.MONTH_1, Found.AT_WORK, month, now=day_of(30))
    assert follow(scene, date(2027, 2, 27)) == []
    assert follow(scene, date(2027, 2, 28)) == [(Milestone.MONTH_3, False)]
    scene.revoke(own)
    assert follow(scene, date(2027, 2, 28)) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("86-2026-000002", ["Thạch Sơn"]),
        ("2", ["Thạch Sơn"]),
        ("2/2026", ["Thạch Sơn"]),
        ("2/2025", []),
        ("84-2026-000002", []),
        ("lan tran", ["Trần Thị Lan"]),
        ("999999999999999999", []),
        ("%", []),
        ("", ["Thạch Sơn", "Trần Thị Lan"]),
    ],
)
def test_a_slip_is_found_by_its_number_or_the_persons_name(typed: str, found: list[str], scene: Scene) -> None:
    scene.issue()
    scene.issue("Sơn")

    def ask(who: str) -> Any:
        return scene.store.read(
            lambda db: lists.slips_at(db, staff_desk(db, scene.ground.viewer(who)), TODAY, typed=typed)
        )

    assert [one.name for one in ask("Phúc").slips] == found
    assert ask("Phúc").total == len(found)
    assert ask("Ngân").slips == []


def test_open_slips_are_those_without_a_result(scene: Scene) -> None:
    scene.answer(scene.issue(), declined())
    scene.cancel(scene.issue())
    scene.issue("Sơn")

    found = scene.store.read(
        lambda db: lists.slips_at(db, staff_desk(db, scene.ground.viewer("Phúc")), TODAY, only_open=True)
    )

    assert (found.total, [one.name for one in found.slips]) == (1, ["Thạch Sơn"])


def test_slips_and_persons_are_counted_by_the_day_of_issue_and_apart(scene: Scene) -> None:
    scene.issue()
    scene.issue(now=day_of(1))
    scene.issue("Hoa")
    scene.issue("Sơn", by="Ngân")
    scene.cancel(scene.issue("Tư"))
    here, both = scene.ground.centres["Trà Vinh"], Days(TODAY, TODAY + timedelta(days=1))

    def count(days: Days, centre: Any = None) -> tuple[int, int]:
        made = scene.store.read(lambda db: counts.issued(db, days, centre))
        return made.referrals, made.persons

    assert count(both, here) == (3, 2)
    assert count(both) == (4, 3)
    assert count(Days(TODAY, TODAY), here) == (2, 2)
    assert len(scene.store.read(lambda db: counts.records(db, both, here))) == 3
    scene.store.write(lambda db: merge(db, scene.ground, "Hoa", "Lan"))
    assert count(both, here) == (3, 1)
