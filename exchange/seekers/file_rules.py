"""Decisions over a person's file: what does not fit together, who may be the same person, what a merge means."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

import msgspec

from exchange.kernel.text import fold, words
from exchange.seekers.codes import Doubt, Group, Likeness, NumberKind, SeekerReason, Sex

SENSITIVE = frozenset({Group.DISABLED, Group.MINORITY})  # health and ethnicity: decree 356/2025, article 4
TAIL = 4  # the last digits of a number, by which people are found
_LENGTHS = {NumberKind.CITIZEN_ID: (12, 9), NumberKind.INSURANCE: (10,)}
_CENTURIES = {"0": 1900, "1": 1900, "2": 2000, "3": 2000, "4": 2100, "5": 2100}
_FEMALE = frozenset("135")
_FIRST_PROVINCE, _LAST_PROVINCE, _FIRST_COUNTRY = 1, 96, 100


def why_not_number(kind: NumberKind, number: str) -> SeekerReason | None:
    """Whether it can be such a number at all."""
    good = number.isascii() and number.isdigit() and len(number) in _LENGTHS[kind]
    return None if good else SeekerReason.NUMBER_SHAPE


def doubts_of_id(number: str, *, birth_year: int, sex: Sex) -> list[Doubt]:
    """What of a citizen's number does not fit the person (decree 137/2015; circular 07/2016 of the police ministry).

    Three digits name the province of the first registration, by the codes of the 63 (or a country, from 100), then one
    the century and sex, two the year of birth. They warn only: records were corrected while numbers stayed. The nine
    digits of the old card say nothing.
    """
    if len(number) != 12 or not number.isdigit():
        return [Doubt.ID_LENGTH] if len(number) != 9 else []
    place, mark, year = int(number[:3]), number[3], int(number[4:6])
    found: list[Doubt] = []
    if not (_FIRST_PROVINCE <= place <= _LAST_PROVINCE or place >= _FIRST_COUNTRY):
        found.append(Doubt.ID_PROVINCE)
    if sex is not Sex.NOT_STATED and (mark in _FEMALE) is not (sex is Sex.FEMALE):
        found.append(Doubt.ID_SEX)
    if _CENTURIES.get(mark) != birth_year // 100 * 100:
        found.append(Doubt.ID_CENTURY)
    if year != birth_year % 100:
        found.append(Doubt.ID_YEAR)
    return found


def why_not_since(since: date, until: date | None, *, birth_year: int, today: date) -> tuple[SeekerReason, str] | None:
    """Whether somebody can belong to a group from a day until a day; the reason and the field it belongs to."""
    if since > today:
        return SeekerReason.IN_FUTURE, "since"
    if since.year < birth_year:
        return SeekerReason.BORN_LATER, "since"
    if until and until < since:
        return SeekerReason.ENDS_BEFORE, "until"
    return None


def why_not_service(
    enlisted: date | None, discharged: date, birth_year: int, today: date
) -> tuple[SeekerReason, str] | None:
    """Whether somebody can have served so; the reason and the field it belongs to."""
    if discharged > today:
        return SeekerReason.IN_FUTURE, "discharged_on"
    if enlisted and enlisted.year < birth_year:
        return SeekerReason.BORN_LATER, "enlisted_on"
    return (SeekerReason.ENDS_BEFORE, "discharged_on") if enlisted and discharged < enlisted else None


class Known(msgspec.Struct, frozen=True):
    """What is known of somebody when files are compared. `phone` in E.164; blinds of numbers, none where unknown."""

    name: str
    birth_year: int | None
    phone: str | None
    id_blind: bytes | None = None


def same_words(name: str) -> str:
    """The words of a name in one order: "Lan Trần" is "Trần Lan"."""
    return " ".join(sorted(words(fold(name))))


def likeness(one: Known, other: Known) -> Likeness | None:
    """How sure it is that two are one person. Two different identity numbers are two persons, whatever else agrees."""
    if one.id_blind and other.id_blind:
        return Likeness.CERTAIN if one.id_blind == other.id_blind else None
    named = same_words(one.name) == same_words(other.name)
    given = _given(one.name) == _given(other.name)
    born = one.birth_year is not None and one.birth_year == other.birth_year
    called = one.phone is not None and one.phone == other.phone
    if (named and born) or (called and given and born) or (called and named):
        return Likeness.LIKELY
    return Likeness.POSSIBLE if (called and given) or (named and _near(one, other)) else None


def _given(name: str) -> str:
    return words(fold(name))[-1] if words(fold(name)) else ""


def _near(one: Known, other: Known) -> bool:
    """A year that was misheard, or is not known."""
    if one.birth_year is None or other.birth_year is None:
        return True
    return abs(one.birth_year - other.birth_year) <= 1


def roots(files: Iterable[UUID], standing: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """Whose each file is, by the standing merges (gone → kept): itself, or the end of the chain it was merged into."""
    found: dict[UUID, UUID] = {}
    for file in files:
        at = file
        while at in standing:
            at = standing[at]
        found[file] = at
    return found
