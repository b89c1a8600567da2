"""What does not fit together, who may be the same person, whose a merged file is."""

from datetime import date
from uuid import UUID

import pytest

from exchange.seekers.codes import Doubt, Likeness, NumberKind, SeekerReason, Sex
from exchange.seekers.file_rules import (
    Known,
    doubts_of_id,
    likeness,
    roots,
    same_words,
    why_not_number,
    why_not_service,
    why_not_since,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("number", "birth_year", "sex", "doubts"),
    [
        ("087084000999", 1984, Sex.MALE, []),
        ("087184000999", 1984, Sex.FEMALE, []),
        ("086306001234", 2006, Sex.FEMALE, []),
        ("084206001234", 2006, Sex.MALE, []),
        ("087084000999", 1984, Sex.FEMALE, [Doubt.ID_SEX]),
        ("087084000999", 1984, Sex.NOT_STATED, []),
        ("087084000999", 1985, Sex.MALE, [Doubt.ID_YEAR]),
        ("087084000999", 2084, Sex.MALE, [Doubt.ID_CENTURY]),
        ("097084000999", 1984, Sex.MALE, [Doubt.ID_PROVINCE]),
        ("000084000999", 1984, Sex.MALE, [Doubt.ID_PROVINCE]),
        ("231084000999", 1984, Sex.MALE, []),
        ("334567890", 1984, Sex.MALE, []),
        ("33456789", 1984, Sex.MALE, [Doubt.ID_LENGTH]),
    ],
)
def test_a_citizens_number_is_held_against_the_person(
    number: str, birth_year: int, sex: Sex, doubts: list[Doubt]
) -> None:
    assert doubts_of_id(number, birth_year=birth_year, sex=sex) == doubts


@pytest.mark.parametrize(
    ("kind", "number", "good"),
    [
        (NumberKind.CITIZEN_ID, "087084000999", True),
        (NumberKind.CITIZEN_ID, "334567890", True),
        (NumberKind.CITIZEN_ID, "08708400099", False),
        (NumberKind.CITIZEN_ID, "08708400099x", False),
        (NumberKind.CITIZEN_ID, "٠٨٧٠٨٤٠٠٠٩٩٩", False),
        (NumberKind.CITIZEN_ID, "", False),
        (NumberKind.INSURANCE, "8423456789", True),
        (NumberKind.INSURANCE, "842345678", False),
    ],
)
def test_a_number_of_the_wrong_shape_is_none(kind: NumberKind, number: str, good: bool) -> None:
    assert why_not_number(kind, number) == (None if good else SeekerReason.NUMBER_SHAPE)


@pytest.mark.parametrize(
    ("since", "until", "wrong"),
    [
        (date(2026, 1, 1), None, None),
        (date(2026, 11, 23), None, None),
        (date(2026, 11, 24), None, (SeekerReason.IN_FUTURE, "since")),
        (date(1989, 12, 31), None, (SeekerReason.BORN_LATER, "since")),
        (date(2026, 5, 1), date(2026, 4, 30), (SeekerReason.ENDS_BEFORE, "until")),
        (date(2026, 5, 1), date(2027, 4, 30), None),
    ],
)
def test_somebody_belongs_to_a_group_on_days_that_can_be(
    since: date, until: date | None, wrong: tuple[SeekerReason, str] | None
) -> None:
    assert why_not_since(since, until, birth_year=1990, today=TODAY) == wrong


def test_a_soldier_was_enlisted_after_birth_and_discharged_after_that() -> None:
    assert why_not_service(date(2022, 2, 1), date(2024, 1, 25), 2003, TODAY) is None
    assert why_not_service(None, date(2024, 1, 25), 2003, TODAY) is None
    assert why_not_service(date(2022, 2, 1), date(2022, 1, 31), 2003, TODAY) == (
        SeekerReason.ENDS_BEFORE,
        "discharged_on",
    )
    assert why_not_service(None, date(2027, 1, 25), 2003, TODAY) == (SeekerReason.IN_FUTURE, "discharged_on")
    assert why_not_service(date(2002, 2, 1), date(2024, 1, 25), 2003, TODAY) == (
        SeekerReason.BORN_LATER,
        "enlisted_on",
    )


LAN = Known("Trần Thị Lan", 1990, "+84909123450", b"a")


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (Known("Ai Đó", 1950, None, b"a"), Likeness.CERTAIN),
        (Known("Trần Thị Lan", 1990, "+84909123450", b"b"), None),
        (Known("TRẦN THỊ LAN", 1990, None), Likeness.LIKELY),
        (Known("Lan Trần Thị", 1990, None), Likeness.LIKELY),
        (Known("Tran Thi Lan", 1990, None), Likeness.LIKELY),
        (Known("Lan", 1990, "+84909123450"), Likeness.LIKELY),
        (Known("Trần Thị Lan", 1975, "+84909123450"), Likeness.LIKELY),
        (Known("Lan", 1975, "+84909123450"), Likeness.POSSIBLE),
        (Known("Trần Thị Lan", 1991, None), Likeness.POSSIBLE),
        (Known("Trần Thị Lan", None, None), Likeness.POSSIBLE),
        (Known("Trần Thị Lan", 1992, None), None),
        (Known("Trần Văn Tư", 1990, "+84909123450"), None),
        (Known("Trần Thị Hoa", 1990, None), None),
    ],
)
def test_how_sure_it_is_that_two_are_one(other: Known, how: Likeness | None) -> None:
    assert likeness(LAN, other) == how
    assert likeness(other, LAN) == how


def test_the_words_of_a_name_have_one_order() -> None:
    assert same_words("Đặng Thị Ánh  Nguyệt") == same_words("nguyet anh THI dang") == "anh dang nguyet thi"


def test_a_file_is_of_the_end_of_the_chain_it_was_merged_into() -> None:
    a, b, c, d = (UUID(int=n) for n in range(4))

    assert roots([a, b, c, d], {a: b, b: c}) == {a: c, b: c, c: c, d: d}
