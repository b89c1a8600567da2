"""What may be written down of a consultation."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from exchange.counselling.codes import ClientKind, ConsultationReason, Result, Topic
from exchange.counselling.given import NoteGiven
from exchange.counselling.rules import usual_kind, why_not
from exchange.seekers.codes import Group
from tests.counselling.scene import TODAY, told

TOMORROW = TODAY + timedelta(days=1)


def fault(**other: Any) -> Any:
    return why_not(told(**other).facts(), today=TODAY, born_year=2010, born_on=date(2010, 6, 1))


@pytest.mark.parametrize(
    ("other", "reason", "field"),
    [
        ({"on_day": TOMORROW}, ConsultationReason.FUTURE, "on_day"),
        ({"on_day": date(2010, 5, 31)}, ConsultationReason.BORN_LATER, "on_day"),
        ({"topics": ()}, ConsultationReason.NO_TOPIC, "topics"),
        ({"province": "84"}, ConsultationReason.PROVINCE, "province"),
        ({"result": Result.APPOINTMENT}, ConsultationReason.NEXT_NEEDED, "next_on"),
        ({"next_on": TODAY}, ConsultationReason.NEXT_EARLY, "next_on"),
        ({"next_on": date(2062, 1, 1)}, ConsultationReason.NEXT_FAR, "next_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(other: dict[str, Any], reason: ConsultationReason, field: str) -> None:
    assert fault(**other) == (reason, field)


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"on_day": date(2010, 6, 1)},
        {"on_day": date(2025, 6, 30), "province": "84", "commune": "Cầu Ngang"},
        {"result": Result.APPOINTMENT, "next_on": TOMORROW},
        {"topics": tuple(Topic)},
    ],
)
def test_what_can_be_is_taken(other: dict[str, Any]) -> None:
    assert fault(**other) is None


def test_without_a_day_of_birth_the_year_decides() -> None:
    facts = told(on_day=date(2009, 12, 31)).facts()

    assert why_not(facts, today=TODAY, born_year=2010, born_on=None) == (ConsultationReason.BORN_LATER, "on_day")


@pytest.mark.parametrize("minutes", [0, -1, 481])
def test_minutes_out_of_range_are_no_consultation(minutes: int) -> None:
    with pytest.raises(ValidationError):
        told(minutes=minutes)


def test_a_note_has_a_longest_length() -> None:
    assert len(NoteGiven(words="a" * 4000).words) == 4000
    with pytest.raises(ValidationError):
        NoteGiven(words="a" * 4001)


def test_a_person_comes_as_what_binds_them_most() -> None:
    assert usual_kind(set()) is ClientKind.JOB_SEEKER
    assert usual_kind({Group.POOR}) is ClientKind.JOB_SEEKER
    assert usual_kind({Group.STUDENT, Group.SOLDIER}) is ClientKind.SOLDIER
    assert usual_kind({Group.SOLDIER, Group.BENEFIT}) is ClientKind.BENEFIT
