"""Who came to be counselled on which day: exactly so many visits in the half-year, whatever chance says."""

from datetime import date, timedelta
from random import Random
from typing import Final

import msgspec

from exchange.counselling.codes import ClientKind, Result, Topic, Way
from exchange.counselling.rules import Days
from exchange.example.days import calendar, later, some_day
from exchange.example.people import People
from exchange.example.shapes import HALF_YEAR, KNOWN, Claim, Declared, Shape, Visit
from exchange.seekers.codes import Channel

COUNSELLORS: Final = 12
_COLLECTS, _ADVISED = 0.9, 0.04
_WAYS: Final = (*(Way.COUNTER,) * 17, *(Way.PHONE,) * 2, Way.ONLINE)
_TOPICS: Final = (
    *((Topic.DOMESTIC,),) * 12, *((Topic.DOMESTIC, Topic.TRAINING),) * 2, (Topic.DOMESTIC, Topic.LAW),
    (Topic.OVERSEAS,), (Topic.OVERSEAS, Topic.DOMESTIC), (Topic.TRAINING,), (Topic.LAW,), (Topic.OTHER,),
)  # fmt: skip
_RESULTS: Final = (
    *(Result.NOTHING,) * 28, *(Result.REFERRAL,) * 6, Result.FAIR, Result.TRAINING, Result.OVERSEAS, Result.APPOINTMENT,
)  # fmt: skip
_NOTES: Final = (
    "Muốn làm gần nhà, có xe máy.",
    "Có con nhỏ nên chỉ làm được giờ hành chính.",
    "Đã làm xưởng may ba năm, muốn đổi sang ngành khác.",
    "Đang chờ kết quả phỏng vấn ở nơi khác.",
    "Hỏi về học nghề sửa chữa máy nông nghiệp.",
    "Lương mong muốn từ bảy triệu đồng trở lên.",
)
_INSURANCE, _CLAIMING = frozenset({Topic.INSURANCE}), frozenset({Topic.INSURANCE, Topic.DOMESTIC})
_FROM_AFAR: Final = (Channel.ONLINE, Channel.PHONE)


class _Book:
    """The visits so far: nobody is counselled twice on a day by chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[tuple[int, date]] = set()
        self.visits: list[Visit] = []

    def add(self, person: int, day: date, kind: ClientKind, topics: frozenset[Topic], minutes: int) -> bool:
        if (person, day) in self._taken:
            return False
        self._taken.add((person, day))
        chance = self._chance
        result = chance.choice(_RESULTS)
        next_on = later(day, chance.randint(3, 15)) if result is Result.APPOINTMENT else None
        note = chance.choice(_NOTES) if chance.random() < 0.12 else ""
        way = chance.choice(_WAYS) if day not in calendar().closed else Way.PHONE
        about = (kind, topics, way, minutes, result, chance.randrange(COUNSELLORS), note, next_on)
        self.visits.append(Visit(person, day, *about))
        return True


def seekers(chance: Random, shape: Shape, people: People) -> list[Visit]:
    """Visits of people who look for work: so many in the half-year, and as busy before and after it."""
    book, left = _Book(chance), shape.seeker_visits
    while left > 0:
        day = some_day(chance, KNOWN)
        person = people.comes(day).number
        for _ in range(chance.choices((1, 2, 3, 4), (65, 22, 9, 4))[0]):
            if day > KNOWN.last or (_within(day) and left == 0):
                break
            topics = frozenset(chance.choice(_TOPICS))
            left -= book.add(person, day, ClientKind.JOB_SEEKER, topics, chance.choice((10, 15, 15, 20, 30))) * _within(
                day
            )
            day = later(day, chance.randint(5, 40))
    return book.visits


def recipients(chance: Random, shape: Shape, claims: list[Claim]) -> tuple[list[Visit], list[Claim]]:
    """Visits of people with a claim, and their claims: who did not come to declare a month did it from afar."""
    may_stay = [
        (number, said.month) for number, claim in enumerate(claims) for said in claim.declared if _within(said.on_day)
    ]
    fixed = [visit for claim in claims for visit in _errands(chance, claim)]
    to_come = shape.benefit_visits - sum(_within(day) for _, day in fixed)
    chance.shuffle(may_stay)
    stay = set(may_stay[max(0, to_come) :])
    book = _Book(chance)
    for person, day in fixed:
        book.add(person, day, ClientKind.BENEFIT, _CLAIMING, chance.choice((10, 15, 20)))
    for number, claim in enumerate(claims):
        for said in claim.declared:
            if said.on_day >= KNOWN.first and (number, said.month) not in stay:
                book.add(claim.person, said.on_day, ClientKind.BENEFIT, _CLAIMING, chance.choice((5, 5, 10)))
    _fill(chance, shape, claims, book)
    return book.visits, [_from_afar(chance, number, claim, stay) for number, claim in enumerate(claims)]


def _errands(chance: Random, claim: Claim) -> list[tuple[int, date]]:
    """The days on which a claim was handed in and its decision fetched."""
    days = {claim.received_on}
    if claim.decision and chance.random() < _COLLECTS:
        days.add(later(claim.decision.on_day, chance.randint(0, 3)))
    return [(claim.person, day) for day in sorted(days) if KNOWN.first <= day <= KNOWN.last]


def _fill(chance: Random, shape: Shape, claims: list[Claim], book: _Book) -> None:
    """People with a benefit also come for advice alone, until the figure is full."""
    missing = shape.benefit_visits - sum(_within(visit.on_day) for visit in book.visits)
    paid = [claim for claim in claims if claim.decision and claim.received_on < HALF_YEAR.last - timedelta(days=9)]
    while missing > 0:
        claim = chance.choice(paid)
        first = max(claim.received_on, HALF_YEAR.first)
        day = some_day(chance, Days(first, min(first + timedelta(days=120), HALF_YEAR.last)))
        missing -= book.add(claim.person, day, ClientKind.BENEFIT, _INSURANCE, chance.choice((10, 15)))


def _from_afar(chance: Random, number: int, claim: Claim, stay: set[tuple[int, int]]) -> Claim:
    def told(said: Declared) -> Declared:
        if (number, said.month) not in stay:
            return said
        return msgspec.structs.replace(said, channel=chance.choice(_FROM_AFAR))

    return msgspec.structs.replace(claim, declared=tuple(told(said) for said in claim.declared))


def _within(day: date) -> bool:
    return HALF_YEAR.first <= day <= HALF_YEAR.last
