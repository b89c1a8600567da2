"""What goes wrong at every counter: somebody has two files, a visit is written down twice, or under a wrong day."""

from collections import defaultdict
from datetime import timedelta
from random import Random
from typing import Final

from msgspec.structs import replace

from exchange.counselling.codes import Topic
from exchange.example.people import People
from exchange.example.shapes import KNOWN, Visit

_TWO_FILES, _SECOND_TALK, _WRITTEN_TWICE, _WRONG_DAY = 0.004, 0.006, 0.0015, 0.001  # of all visits
BECAUSE_DAY: Final = "Ghi nhầm ngày"
_BECAUSE_TWICE: Final = "Nhập hai lần"


def with_slips(chance: Random, people: People, visits: list[Visit]) -> tuple[list[Visit], list[tuple[int, int]]]:
    """The visits as they were written down, and the files that were merged: no figure changes by any of it."""
    again, merged = _two_files(chance, people, visits)
    told = []
    for visit in again:
        luck = chance.random()
        if luck < _SECOND_TALK:
            told += [visit, _second(visit)]
        elif luck < _SECOND_TALK + _WRITTEN_TWICE:
            told += [visit, replace(visit, withdrawn=_BECAUSE_TWICE)]
        elif luck < _SECOND_TALK + _WRITTEN_TWICE + _WRONG_DAY and visit.on_day < KNOWN.last:
            told.append(replace(visit, first_told=visit.on_day + timedelta(days=1)))
        else:
            told.append(visit)
    return told, merged


def _second(visit: Visit) -> Visit:
    """The same person once more on the same day, about something else: still one visit."""
    return replace(visit, topics=frozenset({Topic.LAW}), minutes=10, note="")


def _two_files(chance: Random, people: People, visits: list[Visit]) -> tuple[list[Visit], list[tuple[int, int]]]:
    """Of some who came several times the later visits stand in a file of their own, merged when it was noticed."""
    of_person: dict[int, list[Visit]] = defaultdict(list)
    for visit in visits:
        of_person[visit.person].append(visit)
    often = [person for person, came in of_person.items() if len(came) > 1]
    chosen = chance.sample(often, min(len(often), round(len(visits) * _TWO_FILES)))
    files = {}
    for person in chosen:
        second = of_person[person][1]
        files[person] = second, people.twice(people.all[person], second.on_day).number
    moved = {id(visit): number for visit, number in files.values()}
    told = [replace(visit, person=moved[id(visit)]) if id(visit) in moved else visit for visit in visits]
    return told, [(number, person) for person, (_, number) in files.items()]
