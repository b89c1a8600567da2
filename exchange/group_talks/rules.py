"""What may be told of a group talk, and what of its numbers may be said together."""

import re
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from exchange.counselling.codes import ClientKind, Topic, Way
from exchange.group_talks.codes import LONGEST_PLACE, MOST_PLACES, GroupReason, Qualifier
from exchange.kernel.text import fold, squeeze
from exchange.reference import provinces

USUAL_MINUTES = 90
_EARLIEST = 2000  # no centre has records from before
_BETWEEN = re.compile(r"[,;\n]")


class GroupFacts(msgspec.Struct, frozen=True):
    """What is told of a group talk. Two tellings with equal facts say the same.

    `places`: districts until June 2025, communes since, in the order in which they were told.
    """

    on_day: date
    title: str
    client_kind: ClientKind
    way: Way
    province_code: str
    places: tuple[str, ...]
    minutes: int
    topics: frozenset[Topic]
    holder_id: UUID
    note: str


class GroupFault(NamedTuple):
    """Why not, and at which field."""

    reason: GroupReason
    field: str


class Declared(msgspec.Struct, frozen=True):
    """A number of heads that somebody said: how sure, where, and who says so. It is never added to a count."""

    number: int
    qualifier: Qualifier
    place: str
    source: str


class Sum(msgspec.Struct, frozen=True):
    """Declared numbers together; "about" and "over" go before "exact", for the sum is as unsure as its parts."""

    number: int
    qualifier: Qualifier


def why_not(told: GroupFacts, *, today: date) -> GroupFault | None:
    """What is impossible in what is told; `today` is the local day."""
    if told.on_day > today:
        return GroupFault(GroupReason.FUTURE, "on_day")
    if told.on_day.year < _EARLIEST:
        return GroupFault(GroupReason.TOO_OLD, "on_day")
    if provinces.get(told.province_code, told.on_day) is None:
        return GroupFault(GroupReason.PROVINCE, "province")
    if len(told.places) > MOST_PLACES:
        return GroupFault(GroupReason.MANY_PLACES, "places")
    if any(len(place) > LONGEST_PLACE for place in told.places):
        return GroupFault(GroupReason.LONG_PLACE, "places")
    return None if told.topics else GroupFault(GroupReason.NO_TOPIC, "topics")


def places_of(typed: str) -> tuple[str, ...]:
    """The places that were typed, between commas, semicolons or line ends; each once, whatever its accents."""
    named = [squeeze(place) for place in _BETWEEN.split(typed)]
    once = {fold(place): place for place in reversed(named) if place}
    return tuple(place for place in dict.fromkeys(named) if once.get(fold(place)) == place)


def check_in_open(on_day: date, *, opened: bool, withdrawn: bool, today: date) -> bool:
    """Whether people may check in: on the day of the talk, while staff have it open."""
    return opened and not withdrawn and on_day == today


def total(said: list[Declared]) -> Sum | None:
    """What the declared numbers of one talk come to; None where nothing was declared."""
    if not said:
        return None
    kinds = {one.qualifier for one in said}
    unsure = next((one for one in (Qualifier.OVER, Qualifier.ABOUT) if one in kinds), Qualifier.EXACT)
    if {Qualifier.OVER, Qualifier.ABOUT} <= kinds:
        unsure = Qualifier.ABOUT
    return Sum(sum(one.number for one in said), unsure)


def difference(attended: int, said: Sum | None) -> int | None:
    """How many more were declared than are on the list (negative: fewer); None where only one of them is known."""
    return said.number - attended if said and attended else None
