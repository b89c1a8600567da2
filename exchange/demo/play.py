"""A fair day played through: people come, wait, are called, talk and get an outcome, each act at its minute.

Chance comes from a seed: the same seed plays the same day.
"""

import heapq
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import count, cycle
from random import Random
from uuid import UUID

from msgspec import Struct

from exchange.accounts.queries import Viewer
from exchange.booths import access, actions, call_actions, desk_queries, talk_actions, ticket_queries
from exchange.booths.codes import NotReason, OutcomeCode, ReferredTo
from exchange.booths.talk_actions import OutcomeGiven
from exchange.demo.cast import as_viewer
from exchange.demo.talks import TALKS, WELCOME
from exchange.fairs import actions as fairs
from exchange.fairs import queries as fair_queries
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.placements.actions import record_outcome
from exchange.seekers.codes import Channel

_OUTCOMES = (
    OutcomeCode.PRESELECTED,
    OutcomeCode.NOT_THIS_TIME,
    OutcomeCode.HIRED,
    OutcomeCode.SECOND_INTERVIEW,
    OutcomeCode.REFERRED,
    OutcomeCode.NOT_THIS_TIME,
    OutcomeCode.PRESELECTED,
    OutcomeCode.NOT_THIS_TIME,
    OutcomeCode.HIRED,
    OutcomeCode.PRESELECTED,
    OutcomeCode.NOT_THIS_TIME,
)
_REASONS = (NotReason.DISTANCE, NotReason.EXPERIENCE, NotReason.HOURS, NotReason.WAGE)
_ELSEWHERE = (ReferredTo.TRAINING, ReferredTo.OTHER_BOOTH, ReferredTo.OVERSEAS)
Act = Callable[[datetime], None]


class Visitor(Struct, frozen=True):
    """Somebody who looks for work, and the booths they want to see, the best first."""

    viewer: Viewer
    seeker_id: UUID
    booths: tuple[UUID, ...]
    channel: Channel


class Day:
    """The acts of one fair, in order of time."""

    def __init__(self, db: Writing, fair_id: UUID, vacancies: dict[UUID, list[UUID]], seed: int) -> None:
        self._db = db
        self._fair_id = fair_id
        self._vacancies = vacancies  # by booth
        self._chance = Random(seed)  # noqa: S311 - a story, not a secret
        self._acts: list[tuple[datetime, int, Act]] = []
        self._numbers = count()
        self._outcomes = cycle(_OUTCOMES)
        self._reasons = cycle(_REASONS)
        self._elsewhere = cycle(_ELSEWHERE)
        self._holders: dict[UUID, Visitor] = {}  # by ticket
        self._content: set[UUID] = set()  # who has found work today
        self._idle: list[access.RecruiterDesk] = []  # desks at which nobody could be called
        self._calls_until: datetime | None = None

    def at(self, when: datetime, act: Act) -> None:
        """Something will happen."""
        heapq.heappush(self._acts, (when, next(self._numbers), act))

    def run(self, until: datetime) -> None:
        """Everything up to a moment; what would come later is forgotten."""
        while self._acts and self._acts[0][0] <= until:
            when, _, act = heapq.heappop(self._acts)
            act(when)

    def no_calls_after(self, when: datetime) -> None:
        """Towards the end of a fair nobody is called any more."""
        self._calls_until = when

    def comes(self, who: Visitor, when: datetime) -> None:
        """A visitor checks in and takes tickets, one every few minutes."""
        for rank, booth_id in enumerate(who.booths):
            self.at(when + timedelta(minutes=3 * rank), partial(self._take, who, booth_id))

    def sits(self, viewer: Viewer, booth_id: UUID, when: datetime) -> None:
        """A recruiter opens the desk and calls as people come."""

        def sit(now: datetime) -> None:
            desk = access.recruiter_desk(self._db, viewer, booth_id)
            actions.sit_down(self._db, desk, now=now)
            self._calls_soon(desk, now, 30, 200)

        self.at(when, sit)

    def _later(self, now: datetime, least: int, most: int) -> datetime:
        return now + timedelta(seconds=self._chance.randint(least, most))

    def _take(self, who: Visitor, booth_id: UUID, now: datetime) -> None:
        if who.seeker_id in self._content:
            return
        db, seat = self._db, access.own_seat(self._db, who.viewer, booth_id)
        site, by = fair_queries.home_site(db, self._fair_id, who.seeker_id), seat.by(None)
        fairs.register_for_fair(db, self._fair_id, who.seeker_id, site, who.channel, by=by, now=now)
        fairs.check_in(db, self._fair_id, who.seeker_id, by=by, now=now)
        self._holders[actions.join_queue(db, seat, request_id=None, now=now)] = who
        self._wake((booth_id,), now)

    def _wake(self, booths: Sequence[UUID], now: datetime) -> None:
        """Desks that had nobody to call look again."""
        for desk in [desk for desk in self._idle if desk.booth_id in booths]:
            self._idle.remove(desk)
            self._calls_soon(desk, now, 10, 40)

    def _calls_soon(self, desk: access.RecruiterDesk, now: datetime, least: int, most: int) -> None:
        self.at(self._later(now, least, most), partial(self._call, desk))

    def _call(self, desk: access.RecruiterDesk, now: datetime) -> None:
        if self._calls_until and now > self._calls_until:
            return
        try:
            call_actions.call_next(self._db, desk, request_id=None, now=now)
        except Refused:  # nobody waits
            self._idle.append(desk)
            return
        called = desk_queries.candidate(self._db, desk.booth_id, desk.account_id, now=now)
        if called is None:
            raise LookupError("somebody has just been called")
        self._answer(desk, called.ticket_id, now)

    def _answer(self, desk: access.RecruiterDesk, ticket_id: UUID, now: datetime) -> None:
        mood = self._chance.random()
        if mood < 0.08:
            self.at(now + timedelta(seconds=61), partial(self._miss, desk))
        elif mood < 0.16:
            self.at(self._later(now, 10, 40), partial(self._step_back, desk, ticket_id))
        else:
            self.at(self._later(now, 6, 40), partial(self._talk, desk, ticket_id))

    def _miss(self, desk: access.RecruiterDesk, now: datetime) -> None:
        call_actions.lapse_one(self._db, now=now)
        self._calls_soon(desk, now, 5, 20)

    def _step_back(self, desk: access.RecruiterDesk, ticket_id: UUID, now: datetime) -> None:
        seat = access.own_ticket(self._db, self._holders[ticket_id].viewer, ticket_id)
        call_actions.step_back(self._db, seat, request_id=None, now=now)
        self._calls_soon(desk, now, 5, 20)

    def _talk(self, desk: access.RecruiterDesk, ticket_id: UUID, now: datetime) -> None:
        """They talk: the booth greets, then both in turn; the outcome follows the last word."""
        who = self._holders[ticket_id]
        seat = access.own_ticket(self._db, who.viewer, ticket_id)
        talk_id = call_actions.accept(self._db, seat, request_id=None, now=now)
        words: Sequence[str] = (self._chance.choice(WELCOME), *self._chance.choice(TALKS))
        when = now
        for turn, text in enumerate(words):
            when = self._later(when, 20, 85)
            speaker = who.viewer.account_id if turn % 2 else desk.account_id
            self.at(when, partial(self._say, speaker, talk_id, text))
        self.at(self._later(when, 20, 120), partial(self._end, desk, who, talk_id))

    def _say(self, speaker: UUID, talk_id: UUID, text: str, now: datetime) -> None:
        seat = access.talk_seat(self._db, as_viewer(speaker), talk_id)
        talk_actions.write_message(self._db, seat, text, request_id=None, now=now)

    def _end(self, desk: access.RecruiterDesk, who: Visitor, talk_id: UUID, now: datetime) -> None:
        given = self._outcome(desk.booth_id, now)
        record_outcome(self._db, desk, talk_id, given, request_id=None, now=now)
        if given.code is OutcomeCode.HIRED:
            self._content.add(who.seeker_id)
            self._go_home(who, now)
        self._wake(who.booths, now)
        self._calls_soon(desk, now, 15, 60)

    def _go_home(self, who: Visitor, now: datetime) -> None:
        """Who has found work gives the other tickets back."""
        for booth_id in who.booths:
            ticket_id = ticket_queries.open_ticket_at(self._db, who.seeker_id, booth_id)
            if ticket_id:
                seat = access.own_ticket(self._db, who.viewer, ticket_id)
                actions.leave_queue(self._db, seat, request_id=None, now=now)

    def _outcome(self, booth_id: UUID, now: datetime) -> OutcomeGiven:
        code = next(self._outcomes)
        vacancies = self._vacancies[booth_id]
        again_on = local_day(now) + timedelta(days=self._chance.randint(2, 6))
        return OutcomeGiven(
            code=code,
            vacancy_id=vacancies[min(self._chance.randint(0, 2), len(vacancies) - 1)],
            again_on=again_on,
            not_reason=next(self._reasons) if code is OutcomeCode.NOT_THIS_TIME else None,
            referred_to=next(self._elsewhere) if code is OutcomeCode.REFERRED else None,
        )
