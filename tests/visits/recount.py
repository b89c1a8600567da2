"""Counting again in plain lists what the database counts: slow, short, and from the definition only."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from exchange.counselling.codes import ClientKind, Topic
from exchange.counselling.rules import Days
from exchange.visits.queries import Counted
from tests.counselling.scene import NOW


@dataclass(frozen=True)
class Told:
    """A consultation as the recount knows it."""

    own: UUID
    file: str
    by: str
    facts: dict[str, Any]
    counts: bool = True


@dataclass(frozen=True)
class TalkTold:
    """A group talk as the recount knows it; `came`: who is on its list, by file, in order of entry."""

    own: UUID
    by: str
    facts: dict[str, Any]
    counts: bool = True


@dataclass(frozen=True)
class Came:
    """An attendance as the recount knows it."""

    own: UUID
    file: str
    talk: int
    counts: bool = True


@dataclass
class World:
    """What happened, in plain lists; `now`: when whatever happens next is written down."""

    told: list[Told] = field(default_factory=list)
    talks: list[TalkTold] = field(default_factory=list)
    came: list[Came] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    now: datetime = NOW

    def meetings(self) -> list[Told]:
        """Consultations and attendances that count, in the order in which they were written down."""
        there = [
            Told(one.own, one.file, talk.by, talk.facts | {"together": True})
            for one in self.came
            if one.counts and (talk := self.talks[one.talk]).counts
        ]
        return sorted([*(one for one in self.told if one.counts), *there], key=lambda one: one.own)

    def visits(self, days: Days, topic: Topic | None = None, kind: ClientKind | None = None) -> dict[Any, list[Told]]:
        made: dict[tuple[str, str, date], list[Told]] = {}
        for one in self.meetings():
            if days.first <= one.facts["on_day"] <= days.last:
                person = self.kept.get(one.file, one.file)
                made.setdefault((person, one.by, one.facts["on_day"]), []).append(one)
        return {
            visit: held
            for visit, held in made.items()
            if (topic is None or any(topic in one.facts["topics"] for one in held))
            and (kind is None or held[0].facts["client_kind"] is kind)
        }

    def recount(self, days: Days, topic: Topic | None = None, kind: ClientKind | None = None) -> Counted:
        chosen = self.visits(days, topic, kind)
        return Counted(len(chosen), len({person for person, _, _ in chosen}))

    def recount_talks(self, days: Days) -> Counted:
        """Visits and persons for whom there are nothing but lists of talks."""
        made = self.visits(days)
        alone = {visit for visit, held in made.items() if all("together" in one.facts for one in held)}
        others = {person for person, *_ in set(made) - alone}
        return Counted(len(alone), len({person for person, *_ in alone} - others))
