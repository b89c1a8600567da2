"""What waits for the centre about its slips: results that are due, people to be asked after, and finding a slip."""

import re
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, bindparam, exists, func, select

from exchange.centres.access import StaffDesk
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import fold
from exchange.reference.holidays import months_after, working_days
from exchange.referrals import facts, rules
from exchange.referrals.codes import Answered, Milestone
from exchange.referrals.codes import Found as Heard
from exchange.referrals.facts import Slip
from exchange.referrals.tables import Referral, ReferralAnswer, ReferralFollowUp
from exchange.seekers.tables import Seeker

PAGE = 50
_r, _n = columns(Referral), columns(ReferralAnswer)
_person: Any = Seeker.__table__.alias("person").c  # type: ignore[attr-defined]
_HERE = _r.centre_id == bindparam("centre")
_STANDS = (~facts.CANCELLED, ~facts.ANSWERED)
_hired: Any = ReferralAnswer.__table__.alias("hired").c  # type: ignore[attr-defined]
_LABEL = re.compile(r"(?:(\d{2})-)?(\d{4})-(\d{1,9})|(\d{1,9})(?:/(\d{4}))?")
_OLDEST_FIRST = (_r.issued_on, _r.id)
_DUE = facts.asking(_HERE, *_STANDS, _r.issued_on <= bindparam("until")).order_by(*_OLDEST_FIRST)
_reached: Any = ReferralFollowUp.__table__.alias("reached").c  # type: ignore[attr-defined]
_AT_WORK = facts.asking(
    _HERE,
    ~facts.CANCELLED,
    exists().where(
        _hired.referral_id == _r.id,
        _hired.answer == Answered.HIRED,
        _hired.started_on <= bindparam("until"),
        ~exists()
        .where(
            _reached.answer_id == _hired.id,
            _reached.milestone == Milestone.MONTH_3,
            _reached.found != Heard.NOT_REACHED,
        )
        .correlate(_hired.id.table),
    ),
).order_by(*_OLDEST_FIRST)


class Listed(StrEnum):
    """Which slips a list shows."""

    OPEN = "open"
    DUE = "due"
    FOLLOW = "follow"
    ALL = "all"


class ResultDue(msgspec.Struct, frozen=True):
    """A slip whose result is due. `overdue`: its day has passed; `mine`: I issued it."""

    slip: Slip
    due_on: date
    overdue: bool
    mine: bool

    @property
    def name(self) -> str:
        """Whom it is about."""
        return self.slip.name


class FollowUpDue(msgspec.Struct, frozen=True):
    """Somebody who was hired and is to be asked after. `overdue`: the milestone was more than a month ago."""

    slip: Slip
    milestone: Milestone
    due_on: date
    overdue: bool
    mine: bool

    @property
    def name(self) -> str:
        """Whom it is about."""
        return self.slip.name


class Found(msgspec.Struct, frozen=True):
    """One page of slips. `total` counts all of them."""

    total: int
    slips: list[Slip]


def results_due(db: Reading, desk: StaffDesk, today: date) -> list[ResultDue]:
    """Slips of the centre without a result on the 20th working day after the issue, the oldest first."""
    asked = {"centre": desk.centre_id, "until": today - rules.SOONEST_DUE}
    waiting = facts.slips(db, _DUE, asked, today)
    calendar = working_days(today)
    due_on = {day: rules.result_due(day, calendar) for day in {one.issued_on for one in waiting}}
    return [
        ResultDue(one, due_on[one.issued_on], due_on[one.issued_on] < today, one.issued_by == desk.account_id)
        for one in waiting
        if due_on[one.issued_on] <= today
    ]


def follow_ups_due(db: Reading, desk: StaffDesk, today: date) -> list[FollowUpDue]:
    """People hired over a slip of the centre who are to be asked after, whoever was due first."""
    asked = {"centre": desk.centre_id, "until": months_after(today, -1)}
    hired = [one for one in facts.slips(db, _AT_WORK, asked, today) if _start(one)]
    known = facts.reached(db, [one.answer.id for one in hired if one.answer])
    due = [row for one in hired if (row := _follow_up(one, known, desk, today))]
    return sorted(due, key=lambda row: (row.due_on, row.slip.id))


def _start(one: Slip) -> date | None:
    return one.answer.said.started_on if one.answer else None


def _follow_up(one: Slip, known: dict[UUID, Any], desk: StaffDesk, today: date) -> FollowUpDue | None:
    started_on = _start(one)
    if one.answer is None or started_on is None:
        return None
    milestone = rules.follow_up_due(started_on, known.get(one.answer.id, {}), today)
    if milestone is None:
        return None
    due_on = rules.milestone_day(started_on, milestone)
    return FollowUpDue(one, milestone, due_on, months_after(due_on, 1) < today, one.issued_by == desk.account_id)


def slips_at(
    db: Reading, desk: StaffDesk, today: date, *, typed: str = "", only_open: bool = False, page: int = 1
) -> Found:
    """Slips of the centre, the newest first: all, those without a result, or those that `typed` means.

    `typed`: a number ("86-2026-000123", "123", "123/2026") or words of the person's name.
    """
    conditions, asked = _meant(typed)
    rules_: list[ColumnElement[bool]] = [_HERE, *conditions, *(_STANDS if only_open else ())]
    values = {"centre": desk.centre_id} | asked
    total = db.scalar(select(func.count()).select_from(Referral).where(*rules_), values) or 0
    query = facts.asking(*rules_).order_by(*facts.NEWEST_FIRST).limit(PAGE).offset((max(1, page) - 1) * PAGE)
    return Found(total, facts.slips(db, query, values, today))


def _meant(typed: str) -> tuple[list[ColumnElement[bool]], dict[str, Any]]:
    if number := _LABEL.fullmatch(fold(typed).replace(" ", "").removeprefix("so")):
        province, year, printed, plain, of_year = number.groups()
        told = {"province_code": province, "year": year or of_year, "number": printed or plain}
        given = {name: value if name == "province_code" else int(value) for name, value in told.items() if value}
        return [_r[name] == bindparam(name) for name in given], given
    words = fold(typed).split()[:6]
    begins = [(" " + _person.name_fold).contains(" " + word, autoescape=True) for word in words]
    return ([exists().where(_person.id == facts.PERSON, *begins)] if words else []), {}
