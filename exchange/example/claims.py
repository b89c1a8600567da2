"""Claims for unemployment benefit: received, looked through and decided on working days."""

from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Final

import msgspec

from exchange.benefits.codes import Appraised, RefusalGround, Verdict
from exchange.benefits.deadlines import entitled_from, last_day
from exchange.benefits.rules import Decision
from exchange.counselling.rules import Days
from exchange.example.days import calendar, later, some_day, workday_at, workdays
from exchange.example.life import Life
from exchange.example.people import People
from exchange.example.shapes import HALF_YEAR, KNOWN, Claim, Shape

_BEFORE: Final = Days(date(2020, 7, 1), HALF_YEAR.first - timedelta(days=1))
_AFTER: Final = Days(HALF_YEAR.last + timedelta(days=1), KNOWN.last)
# Beside those decided in the half-year: decided before (and some still paid in it), decided after, not decided yet.
_SHARE_BEFORE, _SHARE_AFTER, _SHARE_OPEN = 0.37, 0.06, 0.05
_REFUSED = 0.015
_MONTHS: Final = (3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
_OF_HUNDRED: Final = (34, 12, 12, 11, 8, 6, 5, 4, 3, 5)
_GROUNDS: Final = (RefusalGround.PAID_TOO_SHORT, RefusalGround.PAID_TOO_SHORT, RefusalGround.TOO_LATE)


def all_claims(chance: Random, shape: Shape, people: People) -> list[Claim]:
    """All claims of which the example tells, the oldest decision first; those not decided come last."""
    wanted = shape.claims_decided
    days = [some_day(chance, _BEFORE) for _ in range(round(wanted * _SHARE_BEFORE))]
    days += [some_day(chance, HALF_YEAR) for _ in range(wanted)]
    days += [some_day(chance, _AFTER) for _ in range(round(wanted * _SHARE_AFTER))]
    serials = {year: count(1) for year in (2020, 2021)}
    made = []
    for day in sorted(later(day, 0) for day in days):
        number = f"{next(serials[day.year])}/QĐ-SLĐTBXH"
        made.append(_decided(chance, people, day, number))
    return made + [_open(chance, people) for _ in range(round(wanted * _SHARE_OPEN))]


def _decided(chance: Random, people: People, decided_on: date, number: str) -> Claim:
    at = workday_at(decided_on)
    took = chance.choices(range(9, 22), (1, 2, 3, 5, 7, 9, 10, 10, 8, 6, 4, 3, 1))[0]
    received_on = workdays()[at - took]
    looked_on = workdays()[at - took + chance.randint(2, 7)]
    refused = chance.random() < _REFUSED
    claim = Claim(
        people.comes(received_on).number,
        received_on,
        received_on - timedelta(days=chance.randint(3, 85)),
        looked_on,
        Appraised.NOT_ELIGIBLE if refused else Appraised.ELIGIBLE,
    )
    if refused:
        said = Decision(Verdict.REFUSED, number, decided_on, refusal=chance.choice(_GROUNDS))
        return msgspec.structs.replace(claim, decision=said)
    said = _granted(chance, claim, number, decided_on)
    life = Life(chance, claim.received_on, said)
    life.runs()
    lived = {"declared": tuple(life.declared), "events": tuple(life.events)}
    return msgspec.structs.replace(claim, decision=said, **lived)


def _open(chance: Random, people: People) -> Claim:
    """Received in the last days; half of them looked through already."""
    at = workday_at(KNOWN.last) - chance.randint(1, 12)
    received_on = workdays()[at]
    looked_on = workdays()[at + 3]
    ended_on = received_on - timedelta(days=chance.randint(3, 85))
    claim = Claim(people.comes(received_on).number, received_on, ended_on)
    if looked_on > KNOWN.last or chance.random() < 0.5:
        return claim
    return msgspec.structs.replace(claim, appraised_on=looked_on, found=Appraised.ELIGIBLE)


def _granted(chance: Random, claim: Claim, number: str, decided_on: date) -> Decision:
    months = chance.choices(_MONTHS, _OF_HUNDRED)[0]
    monthly = round(chance.triangular(1_900_000, 7_450_000, 3_100_000), -3)
    from_on = entitled_from(claim.received_on, calendar())
    return Decision(Verdict.GRANTED, number, decided_on, months, int(monthly), from_on, last_day(from_on, months))
