"""How pressing a duty is, and how many there are of each."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from exchange.worklists.codes import DutyKind, When

AHEAD = timedelta(days=7)


class Duty(msgspec.Struct, frozen=True):
    """Something somebody has to do for a person by a day.

    `subject_id`: what it hangs on (a consultation, a claim, a referral). `owner_id`: whose it is. `about`: a few words
    more, as the record has them.
    """

    kind: DutyKind
    due_on: date
    subject_id: UUID
    person_id: UUID
    name: str
    phone: str | None
    owner_id: UUID
    owner: str
    about: str = ""


class Load(NamedTuple):
    """How much waits for one member of staff, by how pressing it is."""

    owner_id: UUID
    owner: str
    counts: dict[When, int]
    oldest: date

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.counts.values())


def when(due_on: date, today: date) -> When | None:
    """How pressing; None for what lies further ahead than a week."""
    if due_on < today:
        return When.OVERDUE
    if due_on == today:
        return When.TODAY
    return When.WEEK if due_on <= today + AHEAD else None


def counts(duties: Iterable[Duty], today: date) -> dict[When, int]:
    """How many of each; all are named, also those of which there is none."""
    found = Counter(when(duty.due_on, today) for duty in duties)
    return {one: found[one] for one in When}


def loads(duties: Iterable[Duty], today: date) -> list[Load]:
    """What waits for each, whoever has most overdue first."""
    of_owner: dict[UUID, list[Duty]] = {}
    for duty in duties:
        of_owner.setdefault(duty.owner_id, []).append(duty)
    every = [
        Load(own, duties[0].owner, counts(duties, today), min(duty.due_on for duty in duties))
        for own, duties in of_owner.items()
    ]
    return sorted(every, key=lambda load: (-load.counts[When.OVERDUE], -load.total, load.owner))
