"""A person as registers hand them in by the thousand: plain values, checked by the same rules as one at the counter."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from exchange.kernel.codes import Reason
from exchange.seekers import file_rules, rules
from exchange.seekers.codes import Channel, NumberKind, Purpose, SeekerReason, Sex


class Newcomer(msgspec.Struct, frozen=True):
    """One person to be entered. Texts are tidy (`squeeze`), `phone` in E.164, numbers digits only.

    `agreed`: what the person said to each purpose, as it stands on their paper; empty where it was not asked.
    """

    name: str
    birth_year: int
    sex: Sex
    province: str
    wish: str
    birth_date: date | None = None
    phone: str | None = None
    commune: str = ""
    street: str = ""
    email: str = ""
    numbers: Mapping[NumberKind, str] = {}
    agreed: Mapping[Purpose, bool] = {}
    channel: Channel = Channel.IMPORTED


class Keeper(NamedTuple):
    """Which centre keeps the files, and whose account writes them down."""

    centre_id: UUID
    account_id: UUID | None


class Fault(NamedTuple):
    """Why not, and at which field."""

    reason: Reason
    field: str


_LONGEST = {"name": 120, "commune": 80, "street": 200, "wish": 200, "email": 254}


def why_not_person(given: Newcomer, today: date) -> Fault | None:
    """What of a person cannot be; `today` is the local day."""
    if given.birth_date and given.birth_date > today:
        return Fault(SeekerReason.IN_FUTURE, "born")
    if reason := rules.why_not_born(given.birth_year, today):
        return Fault(reason, "born")
    if given.birth_date and given.birth_date.year != given.birth_year:
        return Fault(SeekerReason.BIRTH_DATE, "born")
    if len(given.name) < 2:
        return Fault(SeekerReason.NAME_SHORT, "name")
    for field, most in _LONGEST.items():
        if len(getattr(given, field)) > most:
            return Fault(SeekerReason.TOO_LONG, field)
    for kind, number in given.numbers.items():
        if reason := file_rules.why_not_number(kind, number):
            return Fault(reason, kind.value)
    return None
