"""Making periods."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import select

from exchange.centres.access import LeadDesk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.periods import queries, rules
from exchange.periods.codes import Calendar, PeriodKind, PeriodReason
from exchange.periods.tables import Period, PeriodId

_p = columns(Period)


class PeriodGiven(msgspec.Struct, frozen=True):
    """A period of no regular kind as it was typed. `compares`: the code of another period, or nothing."""

    code: str
    label: str
    first_day: date
    last_day: date
    compares: str = ""


def plan_year(db: Writing, desk: LeadDesk, year: int, calendar: Calendar, *, now: datetime) -> int:
    """Make the regular periods of a year; how many were new. Done twice, it is done once.

    Raises Refused for a year that cannot be meant.
    """
    if not rules.EARLIEST <= year <= rules.LATEST:
        raise Refused(PeriodReason.YEAR, "year")
    made = 0
    for planned in rules.year_of(year, calendar):
        row = msgspec.structs.asdict(planned) | {"id": new_id(), "by_account": desk.account_id, "at": now}
        if insert_once(db, Period, row):
            made += 1
            _recorded(db, desk, row["id"], planned.code, None, now)
    return made


def add_period(db: Writing, desk: LeadDesk, given: PeriodGiven, *, request_id: UUID | None, now: datetime) -> PeriodId:
    """Make a period of no regular kind. The same form twice is once. Raises Refused."""
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.PERIOD_MADE)
    if done:
        return PeriodId(done)
    if fault := rules.why_not(given.code, given.label, given.first_day, given.last_day):
        raise Refused(*fault)
    others = select(_p.first_day, _p.last_day).where(_p.kind == PeriodKind.OTHER)
    if rules.overlaps(given.first_day, given.last_day, [(row[0], row[1]) for row in db.execute(others)]):
        raise Refused(PeriodReason.OVERLAPS, "first_day")
    own = PeriodId(new_id())
    row = {
        "id": own, "code": given.code, "kind": PeriodKind.OTHER, "calendar": Calendar.CIVIL, "ordinal": 0,
        "year": given.last_day.year, "first_day": given.first_day, "last_day": given.last_day, "label": given.label,
        "compares_id": _compared(db, given), "by_account": desk.account_id, "at": now,
    }  # fmt: skip
    if not insert_once(db, Period, row):
        raise Refused(PeriodReason.CODE_TAKEN, "code")
    _recorded(db, desk, own, given.code, by.request_id, now)
    return own


def _compared(db: Writing, given: PeriodGiven) -> PeriodId | None:
    if not given.compares:
        return None
    other = queries.period(db, given.compares)
    if other.last_day >= given.first_day:
        raise Refused(PeriodReason.COMPARES, "compares")
    return other.id


def _recorded(db: Writing, desk: LeadDesk, own: UUID, code: str, request_id: UUID | None, now: datetime) -> None:
    about = log.About(own, facts={"code": code})
    log.record(db, Kind.PERIOD_MADE, about, by=log.By(desk.account_id, request_id=request_id), at=now)
