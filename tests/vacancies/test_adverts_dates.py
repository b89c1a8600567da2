"""Deadlines as advertisements write them."""

from datetime import date

import pytest

from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.dates import Deadline, day_seen, read_deadline

SEEN = date(2025, 10, 15)


@pytest.mark.parametrize(
    "text", ["02/11/2025", "02-11-2025", "2025-11-02", "2/11/25", "Hạn nộp: 02.11.2025", "ngày 2 tháng 11 năm 2025"]
)
def test_the_ways_of_writing_one_day(text: str) -> None:
    assert read_deadline(text, SEEN) == Deadline(date(2025, 11, 2))


@pytest.mark.parametrize(
    ("text", "day"),
    [("Hôm nay", 15), ("0", 15), ("5", 20), ("còn 5 ngày", 20), ("5 ngày để ứng tuyển", 20), ("ngày mai", 16)],
)
def test_days_left_count_from_the_day_it_was_seen(text: str, day: int) -> None:
    assert read_deadline(text, SEEN) == Deadline(date(2025, 10, day), (Doubt.DATE_FROM_DAYS_LEFT,))


@pytest.mark.parametrize("text", ["31/02/2025", "00-11-2025", "12/25/2025", "02/11/2205", "01/01/0001"])
def test_impossible_days(text: str) -> None:
    assert read_deadline(text, SEEN) == Deadline(doubts=(Doubt.DATE_IMPOSSIBLE,))


def test_unreadable_is_not_the_same_as_absent() -> None:
    assert read_deadline("sớm nhất có thể", SEEN) == Deadline(doubts=(Doubt.DATE_UNREADABLE,))
    assert read_deadline("", SEEN) == Deadline()


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("board-2025-09", date(2025, 9, 15)),
        ("board-2025-12b", date(2025, 12, 15)),
        ("board-2025-09-03", date(2025, 9, 3)),
        ("multi-2024", date(2026, 1, 2)),
        ("board-2026-05", date(2026, 1, 2)),
        ("board-2025-13", date(2026, 1, 2)),
        ("", date(2026, 1, 2)),
    ],
)
def test_a_source_tells_when_it_was_seen_but_never_the_future(source: str, day: date) -> None:
    assert day_seen(source, date(2026, 1, 2)) == day
