"""What comes of a benefit month by month: declared, missed, ended; up to the day on which the example ends."""

from datetime import date, timedelta
from random import Random
from typing import Final

from exchange.benefits.codes import DeclaredState, EndGround, EventKind
from exchange.benefits.deadlines import REGIMES, month_start, window
from exchange.benefits.rules import Decision
from exchange.example.days import calendar, later
from exchange.example.shapes import KNOWN, Declared, Event

_JOB_A_MONTH, _FALLS_SILENT, _MISSES_ONE = 0.035, 0.008, 0.025
_NEVER = 99
_CONTACTS: Final = ("Xí nghiệp may Sông Cổ Chiên", "Cơ sở chế biến dừa Bình Minh", "Cửa hàng vật tư Hai Tám")
_SILENT_MONTHS: Final = REGIMES[0].silent_months


class Life:
    """A granted benefit while it lasts. Filled by `runs`."""

    def __init__(self, chance: Random, received_on: date, said: Decision) -> None:
        self._chance, self._received_on, self._said = chance, received_on, said
        self._months, self._from_on = said.months or 0, said.from_on or said.on_day
        silent = self._months > 1 and chance.random() < _FALLS_SILENT * self._months
        self._silent_from = chance.randint(2, self._months) if silent else _NEVER
        self._silent = 0
        self._missed_one = False
        self.declared: list[Declared] = []
        self.events: list[Event] = []

    def runs(self) -> None:
        """Month after month, until it ends or the example does."""
        for month in range(1, self._months + 1):
            first, last = window(self._received_on, self._from_on, month, calendar())
            day = max(later(first, self._chance.choice((0, 0, 1, 1, 2))), later(self._said.on_day, 1))
            if max(day, last) >= KNOWN.last or self._passes(month, first, last, day):
                return
        over = month_start(self._from_on, self._months + 1)
        self._happens(EventKind.ENDED, later(over, 0), EndGround.EXPIRED)

    def _passes(self, month: int, first: date, last: date, day: date) -> bool:
        """One month; True when the benefit ends in it."""
        chance = self._chance
        if month >= self._silent_from or self._forgets(month):
            return self._miss(last)
        if self._silent:
            self._happens(EventKind.RESUMED, day)
            self._silent = 0
        if chance.random() >= _JOB_A_MONTH:
            self.declared.append(Declared(month, first, last, day, DeclaredState.NONE, words=chance.choice(_CONTACTS)))
            return False
        began = day - timedelta(days=chance.randint(0, 9))
        told = Declared(month, first, last, day, DeclaredState.HAS_JOB, words=chance.choice(_CONTACTS), job_from=began)
        self.declared.append(told)
        self._happens(EventKind.ENDED, later(day, 2), EndGround.HAS_JOB)
        return True

    def _forgets(self, month: int) -> bool:
        """Once in a while somebody misses one month."""
        if month == 1 or self._missed_one:
            return False
        self._missed_one = self._chance.random() < _MISSES_ONE
        return self._missed_one

    def _miss(self, last: date) -> bool:
        self._silent += 1
        if self._silent == 1:
            self._happens(EventKind.SUSPENDED, later(last, 1))
        if self._silent < _SILENT_MONTHS:
            return False
        self._happens(EventKind.ENDED, later(last, 1), EndGround.THREE_SILENT_MONTHS)
        return True

    def _happens(self, kind: EventKind, day: date, ground: EndGround | None = None) -> None:
        if day <= KNOWN.last:
            self.events.append(Event(kind, day, ground))
