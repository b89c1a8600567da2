"""How pressing a duty is, and how much waits for whom."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from exchange.kernel.ids import new_id
from exchange.worklists.codes import DutyKind, When
from exchange.worklists.rules import Duty, counts, loads, when

TODAY = date(2026, 11, 30)
PHUC, HANH = new_id(), new_id()


def duty(days: int, owner: UUID = PHUC) -> Duty:
    name = "Phúc" if owner == PHUC else "Hạnh"
    day = TODAY + timedelta(days=days)
    return Duty(DutyKind.APPOINTMENT, day, new_id(), new_id(), "Trần Thị Lan", None, owner, name)


@pytest.mark.parametrize(
    ("days", "pressing"),
    [(-1, When.OVERDUE), (0, When.TODAY), (1, When.WEEK), (7, When.WEEK), (8, None)],
)
def test_the_day_decides_how_pressing_it_is(days: int, pressing: When | None) -> None:
    assert when(TODAY + timedelta(days=days), TODAY) is pressing


def test_each_is_counted_once_and_none_is_left_unnamed() -> None:
    assert counts([duty(-3), duty(-1), duty(2)], TODAY) == {When.OVERDUE: 2, When.TODAY: 0, When.WEEK: 1}
    assert counts([], TODAY) == dict.fromkeys(When, 0)


def test_whoever_has_most_overdue_comes_first() -> None:
    found = loads([duty(1), duty(2), duty(3), duty(-9, HANH)], TODAY)

    assert [(load.owner, load.total, load.oldest) for load in found] == [
        ("Hạnh", 1, TODAY - timedelta(days=9)),
        ("Phúc", 3, TODAY + timedelta(days=1)),
    ]
