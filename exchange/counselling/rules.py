"""What a visit is, what may be written down of a consultation, and what a newcomer's form begins with."""

from collections.abc import Set
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from exchange.counselling.codes import ClientKind, ConsultationReason, Result, Topic, Way
from exchange.reference import provinces
from exchange.seekers.codes import Group

USUAL_MINUTES = 15
_LATEST_NEXT = timedelta(days=731)
# Whoever belongs to several groups comes as the first of these: a duty goes before a wish.
_KINDS = (
    (Group.BENEFIT, ClientKind.BENEFIT),
    (Group.SOLDIER, ClientKind.SOLDIER),
    (Group.OVERSEAS, ClientKind.OVERSEAS),
    (Group.STUDENT, ClientKind.STUDENT),
)


class Days(NamedTuple):
    """A period of local days, both ends in it."""

    first: date
    last: date


class Facts(msgspec.Struct, frozen=True):
    """What is told of a consultation, but for its note. Two tellings with equal facts say the same."""

    on_day: date
    client_kind: ClientKind
    way: Way
    province_code: str
    commune: str
    minutes: int
    topics: frozenset[Topic]
    result: Result
    next_on: date | None


class Fault(NamedTuple):
    """Why not, and at which field."""

    reason: ConsultationReason
    field: str


def why_not(told: Facts, *, today: date, born_year: int, born_on: date | None) -> Fault | None:
    """What is impossible in what is told; `today` is the local day."""
    if told.on_day > today:
        return Fault(ConsultationReason.FUTURE, "on_day")
    if told.on_day < (born_on or date(born_year, 1, 1)):
        return Fault(ConsultationReason.BORN_LATER, "on_day")
    if provinces.get(told.province_code, told.on_day) is None:
        return Fault(ConsultationReason.PROVINCE, "province")
    if not told.topics:
        return Fault(ConsultationReason.NO_TOPIC, "topics")
    reason = _why_not_next(told)
    return Fault(reason, "next_on") if reason else None


def _why_not_next(told: Facts) -> ConsultationReason | None:
    if told.next_on is None:
        return ConsultationReason.NEXT_NEEDED if told.result is Result.APPOINTMENT else None
    if told.next_on <= told.on_day:
        return ConsultationReason.NEXT_EARLY
    return ConsultationReason.NEXT_FAR if told.next_on - told.on_day > _LATEST_NEXT else None


def usual_kind(groups: Set[Group]) -> ClientKind:
    """As whom a person of these groups usually comes."""
    return next((kind for group, kind in _KINDS if group in groups), ClientKind.JOB_SEEKER)
