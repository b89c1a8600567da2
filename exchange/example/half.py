"""The half-year put together: the same seed gives the same people, the same days, the same words."""

from datetime import date
from random import Random
from typing import Final

from exchange.example import claims, visits
from exchange.example.people import People
from exchange.example.places import SOLDIERS_AT
from exchange.example.shapes import Half, Shape, Talk
from exchange.example.slips import with_slips

_TALK_DAYS: Final = (date(2021, 3, 9), date(2021, 3, 11), date(2021, 3, 16), date(2021, 3, 18))


def half_year(shape: Shape) -> Half:
    """All people and facts of the half-year."""
    people = People(_chance(shape, "people"))
    told = claims.all_claims(_chance(shape, "claims"), shape, people)
    benefit, told = visits.recipients(_chance(shape, "recipients"), shape, told)
    seeking = visits.seekers(_chance(shape, "seekers"), shape, people)
    talks = [_talk(shape, people, turn) for turn in range(len(SOLDIERS_AT))]
    came = sorted([*benefit, *seeking], key=lambda visit: visit.on_day)
    written, merged = with_slips(_chance(shape, "slips"), people, came)
    return Half(people.all, merged, written, told, talks)


def _talk(shape: Shape, people: People, turn: int) -> Talk:
    """A quarter of the soldiers, at one of the four places."""
    each, over = divmod(shape.soldiers, len(SOLDIERS_AT))
    size = each + (turn < over)
    day, place = _TALK_DAYS[turn], SOLDIERS_AT[turn]
    return Talk(place, day, tuple(people.soldier(day, place).number for _ in range(size)), size)


def _chance(shape: Shape, section: str) -> Random:
    """One run of chance for each section, so that a change in one leaves the others as they were."""
    return Random(f"{shape.seed}:{section}")  # noqa: S311 - a story, not a secret
