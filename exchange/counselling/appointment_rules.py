"""When an appointment is, whether it is still to be kept, and what may be said of it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from exchange.counselling.codes import ConsultationReason, Settled
from exchange.counselling.rules import Fault

_LATEST = timedelta(days=731)


class Step(msgspec.Struct, frozen=True):
    """What somebody said of an appointment."""

    settled: Settled
    at: datetime
    to_day: date | None = None


class Appointment(msgspec.Struct, frozen=True):
    """An appointment as it was made, and the newest word on it.

    `told_at`: when the consultation was told (again): a day told after the last word counts instead of it. `seen`: the
    first day from `next_on` on when the person was counselled at the centre again.
    """

    next_on: date | None
    told_at: datetime
    newest: Step | None = None
    seen: date | None = None

    @property
    def due_on(self) -> date | None:
        """The day it is for."""
        moved = self._word is not None and self._word.to_day
        return moved or self.next_on

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to see to it: nobody settled it, and the person did not come."""
        due = self.due_on
        if due is None or (self.seen is not None and self.seen >= due):
            return False
        return self._word is None or self._word.settled is Settled.MOVED

    @property
    def _word(self) -> Step | None:
        return self.newest if self.newest and self.newest.at >= self.told_at else None


def seen_from(days: Iterable[date], due: date) -> date | None:
    """The first of the days on which a person came that is not before the appointment."""
    return min((day for day in days if day >= due), default=None)


def why_not_settled(known: Appointment, settled: Settled, to_day: date | None, today: date) -> Fault | None:
    """Whether this may be said of an appointment."""
    if known.next_on is None:
        return Fault(ConsultationReason.NO_APPOINTMENT, "")
    if settled is Settled.MOVED:
        return _why_not_moved(to_day, today)
    return None if known.is_open else Fault(ConsultationReason.SETTLED_ALREADY, "settled")


def _why_not_moved(to_day: date | None, today: date) -> Fault | None:
    if to_day is None:
        return Fault(ConsultationReason.MOVED_WHERE, "to_day")
    if to_day < today:
        return Fault(ConsultationReason.MOVED_PAST, "to_day")
    return Fault(ConsultationReason.NEXT_FAR, "to_day") if to_day - today > _LATEST else None
