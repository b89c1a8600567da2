"""A fair day that happens at random: people join, are called, talk; results come and are corrected."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from exchange.booths import actions, call_actions
from exchange.booths.access import TicketSeat
from exchange.booths.codes import Mode, ReferredTo
from exchange.booths.talk_actions import OutcomeGiven
from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.seekers.codes import Sex
from tests.placements.make import AGAIN, NOT_NOW, PASSED, Day, Stand, hired, open_day, sent_on

Act = tuple[str, int, int, int]


@dataclass
class Happening:
    """What the acts have to choose from."""

    db: Writing
    day: Day
    booths: list[Stand]
    tickets: list[tuple[TicketSeat, Stand]] = field(default_factory=list)
    talks: list[tuple[UUID, Stand]] = field(default_factory=list)
    outcomes: list[tuple[UUID, Stand]] = field(default_factory=list)

    def do(self, act: Act) -> None:
        """One act; where there is nothing to choose from, or the house says no, nothing happens."""
        name, *chosen = act
        try:
            with self.db.begin_nested():
                ACTS[name](self, *chosen)
        except (Refused, Conflict, NotFound, ZeroDivisionError):
            pass

    def result(self, booth: Stand, n: int) -> OutcomeGiven:
        """One of the results, more often hired."""
        hirings = [hired(vacancy) for vacancy in booth.vacancies]
        others = [PASSED, AGAIN, NOT_NOW, *map(sent_on, ReferredTo)]
        return [*hirings, *others][n % (len(hirings) + len(others))]


def begin(db: Writing) -> Happening:
    """A fair with every kind of vacancy and of person."""
    day = open_day(db)
    before = day.opens_at - timedelta(hours=1)
    booths = [
        day.stand(db, day.host, {"places": ("86", "92")}, {"overseas": True, "openings": 7}),
        day.stand(
            db, day.joining, {"places": ("75",), "qualification": "college"}, {"places": ("92",)}, mode=Mode.DIRECT
        ),
        day.stand(
            db, day.joining, {"places": ()}, {"published_at": None}, {"closed_at": before},
            {"expires_on": date(2026, 11, 22)}, mode=Mode.DELEGATED,
        ),
    ]  # fmt: skip
    sites = (day.host, day.joining, None)
    for n in range(7):
        told = {"sex": list(Sex)[n % 3], "qualification": (None, "none", "university")[n % 2 + n // 5]}
        day.person(db, sites[n % 3], present=n != 4, province_code=("86", "92")[n % 2], **told)
    return Happening(db, day, booths)


def _join(it: Happening, who: int, where: int, _n: int) -> None:
    booth = it.booths[where % len(it.booths)]
    it.tickets.append((it.day.join(it.db, it.day.people[who % len(it.day.people)], booth), booth))


def _leave(it: Happening, which: int, _a: int, _n: int) -> None:
    actions.leave_queue(it.db, it.tickets[which % len(it.tickets)][0], request_id=None, now=it.day.later())


def _call(it: Happening, which: int, _a: int, _n: int) -> None:
    ticket, booth = it.tickets[which % len(it.tickets)]
    it.day.call(it.db, ticket, booth)


def _accept(it: Happening, which: int, _a: int, _n: int) -> None:
    ticket, booth = it.tickets[which % len(it.tickets)]
    it.talks.append((call_actions.accept(it.db, ticket, request_id=None, now=it.day.later()), booth))


def _step_back(it: Happening, which: int, _a: int, _n: int) -> None:
    call_actions.step_back(it.db, it.tickets[which % len(it.tickets)][0], request_id=None, now=it.day.later())


def _withdraw(it: Happening, where: int, _a: int, _n: int) -> None:
    call_actions.withdraw(it.db, it.booths[where % len(it.booths)].desk, request_id=None, now=it.day.later())


def _lapse(it: Happening, _a: int, _b: int, _n: int) -> None:
    call_actions.lapse_one(it.db, now=it.day.later(61))


def _talk(it: Happening, who: int, where: int, n: int) -> None:
    """The whole way at once, so that results are common."""
    booth = it.booths[where % len(it.booths)]
    talk = it.day.talk(it.db, it.day.people[who % len(it.day.people)], booth)
    it.outcomes.append((it.day.end(it.db, talk, booth, it.result(booth, n)), booth))


def _end(it: Happening, which: int, _a: int, n: int) -> None:
    talk, booth = it.talks[which % len(it.talks)]
    it.outcomes.append((it.day.end(it.db, talk, booth, it.result(booth, n)), booth))


def _correct(it: Happening, which: int, _a: int, n: int) -> None:
    outcome, booth = it.outcomes[which % len(it.outcomes)]
    it.day.correct(it.db, outcome, booth, it.result(booth, n))


ACTS: dict[str, Callable[[Happening, int, int, int], None]] = {
    "join": _join,
    "leave": _leave,
    "call": _call,
    "accept": _accept,
    "step back": _step_back,
    "withdraw": _withdraw,
    "lapse": _lapse,
    "talk": _talk,
    "end": _end,
    "correct": _correct,
}
