"""Marking a result as told to the national system by hand: by letter, on the national page, by telephone."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from exchange.centres.access import StaffDesk
from exchange.feeds.codes import LONGEST_NOTE, FeedReason
from exchange.feeds.duty_queries import duty
from exchange.feeds.tables import Feed, ResultTelling
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.reference.holidays import Calendar


class TellingGiven(BaseModel):
    """What is entered of a telling by hand. `seq`: the state of the result that was on the page."""

    model_config = ConfigDict(frozen=True)

    seq: int
    on_day: date | None = None
    how: str = ""


def tell_by_hand(
    db: Writing, desk: StaffDesk, result_id: UUID, given: TellingGiven, *, calendar: Calendar, now: datetime
) -> None:
    """A state of a result was told on a day, in such a way. Twice is once.

    Raises Conflict where it has changed since, Refused for a day that cannot
    be or without words, NotFound for another centre's result.
    """
    hold(db, Feed, desk.centre_id)
    known = duty(db, desk, result_id, calendar)
    if known is None:
        raise NotFound
    if known.seq != given.seq:
        raise Conflict(FeedReason.CHANGED)
    if known.due_on is None:
        return
    said = squeeze(given.how)
    _judge(given.on_day, said, known.told_on, local_day(now))
    row = {"id": new_id(), "centre_id": desk.centre_id, "result_id": result_id, "seq": given.seq}
    if insert_once(
        db, ResultTelling, row | {"on_day": given.on_day, "how": said, "by_account": desk.account_id, "at": now}
    ):
        log.record(db, Kind.RESULT_TOLD, log.About(result_id), by=log.By(desk.account_id), at=now)


def _judge(on_day: date | None, how: str, told_on: date, today: date) -> None:
    if on_day is None:
        raise Refused(FeedReason.DAY_NEEDED, "on_day")
    if on_day > today:
        raise Refused(FeedReason.DAY_FUTURE, "on_day")
    if on_day < told_on:
        raise Refused(FeedReason.DAY_EARLY, "on_day")
    if not how or len(how) > LONGEST_NOTE:
        raise Refused(FeedReason.TOO_LONG if how else FeedReason.HOW_NEEDED, "how")
