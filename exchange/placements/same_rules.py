"""When two entries tell of one placement: the same person, the same employer, the same start.

**Same employer**: the same one of the register, the same tax code, or the same name but for legal form, abbreviations
and accents (as advertisements are put together). **Same start**: two starts that are known lie at most 7 days apart;
where one is not known, the days on which work was agreed lie at most 30 days apart. What is certain is joined by
itself; what is only likely (an employer that one of them does not name, or whose name contains the other's; starts up
to 30 days apart) is shown to staff.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from exchange.placements.codes import NEAR_START, SAME_AGREEMENT, SAME_START, Likeness


class Told(msgspec.Struct, frozen=True):
    """What an entry tells of a placement. `firm`: the employer's name fit to be compared; empty: nobody is named."""

    placement_id: UUID
    person_id: UUID
    employer_id: UUID | None
    tax_code: str
    firm: str
    started_on: date | None
    agreed_on: date
    holds: bool = False  # others were joined into it

    @property
    def unnamed(self) -> bool:
        """Whether it does not say who employs."""
        return self.employer_id is None and not self.firm


class Alike(msgspec.Struct, frozen=True):
    """Another entry of the same placement, for certain or perhaps."""

    placement_id: UUID
    likeness: Likeness


def likeness(one: Told, other: Told) -> Likeness | None:
    """How sure it is that both tell of one placement; None: of two."""
    if one.person_id != other.person_id or not _near(one, other, NEAR_START):
        return None
    if _same_employer(one, other):
        return Likeness.CERTAIN if _near(one, other, SAME_START) else Likeness.LIKELY
    loose = one.unnamed or other.unnamed or _contained(one.firm, other.firm)
    return Likeness.LIKELY if loose else None


def alike(one: Told, others: Sequence[Told]) -> list[Alike]:
    """The others that tell of the same placement, what is certain first."""
    found = [
        Alike(other.placement_id, sure)
        for other in others
        if other.placement_id != one.placement_id and (sure := likeness(one, other))
    ]
    return sorted(found, key=lambda alike: (alike.likeness is not Likeness.CERTAIN, str(alike.placement_id)))


def kept_first(one: Told, other: Told, *, earlier: UUID) -> tuple[UUID, UUID] | None:
    """Which is kept, and which goes: kept is what holds others, else the earlier; None where both hold some."""
    if one.holds and other.holds:
        return None
    if one.holds or (earlier == one.placement_id and not other.holds):
        return one.placement_id, other.placement_id
    return other.placement_id, one.placement_id


def _same_employer(one: Told, other: Told) -> bool:
    same_id = one.employer_id is not None and one.employer_id == other.employer_id
    same_code = bool(one.tax_code) and one.tax_code == other.tax_code
    two_codes = bool(one.tax_code and other.tax_code) and not same_code
    same_name = bool(one.firm) and one.firm == other.firm and not two_codes
    return same_id or same_code or same_name


def _near(one: Told, other: Told, days: int) -> bool:
    if one.started_on and other.started_on:
        return abs((one.started_on - other.started_on).days) <= days
    return abs((one.agreed_on - other.agreed_on).days) <= SAME_AGREEMENT


def _contained(one: str, other: str) -> bool:
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
