"""The few figures of a running fair that everybody sees. Counted in the database, because they move with every act."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, case, distinct, func, select

from exchange.booths.codes import CallAnswer, OutcomeCode
from exchange.booths.outcomes import INTERVIEWS, done
from exchange.booths.tables import Booth, BoothVacancy, Shift, Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.vacancies.openings import left
from exchange.vacancies.tables import Vacancy

_b, _s, _t, _c, _i, _v, _bv = (
    columns(model) for model in (Booth, Shift, Ticket, Call, Interview, Vacancy, BoothVacancy)
)
_standing = INTERVIEWS.subquery()
_fair: Any = bindparam("fair")
_BOOTHS = select(func.count()).select_from(Booth).where(_b.fair_id == _fair)
_STAFFED = (
    select(func.count(distinct(_s.booth_id)))
    .join(Booth, _b.id == _s.booth_id)
    .where(_b.fair_id == _fair, _s.ended_at.is_(None))
)
_OPEN_CALL = (_c.fair_id == _fair, _c.closed_at.is_(None))
_WAITING = select(func.count(distinct(_t.seeker_id))).where(
    _t.fair_id == _fair, _t.closed_at.is_(None), _t.id.not_in(select(_c.ticket_id).where(*_OPEN_CALL))
)
_WAITING_AT_SITE = _WAITING.join(Booth, _b.id == _t.booth_id).where(_b.centre_id == bindparam("centre"))
_TALKING = select(func.count()).select_from(Call).where(*_OPEN_CALL, _c.answer == CallAnswer.ACCEPTED)
_TALKED = select(func.count(distinct(_i.seeker_id))).where(_i.fair_id == _fair, done(_i.ended_at))
_HIRED = select(func.count(distinct(_standing.c.seeker_id))).where(
    _standing.c.fair_id == _fair, _standing.c.code == OutcomeCode.HIRED
)
_shown = select(_bv.vacancy_id).join(Booth, _b.id == _bv.booth_id).where(_b.fair_id == _fair)
_LEFT = select(func.coalesce(func.sum(case((left() > 0, left()), else_=0)), 0)).where(
    _v.id.in_(_shown),
    _v.published_at.is_not(None),
    _v.closed_at.is_(None),
    _v.expires_on >= bindparam("today"),
)


class Summary(msgspec.Struct, frozen=True):
    """What everybody sees of a running fair. `waiting`, `interviewed`, `hired`: persons, each once."""

    booths: int
    booths_open: int
    waiting: int
    talking: int
    openings_left: int
    interviewed: int
    hired: int


def summary(db: Reading, fair_id: UUID, *, now: datetime) -> Summary:
    """The few figures of the lobby."""
    this = {"fair": fair_id}
    return Summary(
        booths=db.scalar(_BOOTHS, this) or 0,
        booths_open=db.scalar(_STAFFED, this) or 0,
        waiting=persons_waiting(db, fair_id),
        talking=db.scalar(_TALKING, this) or 0,
        openings_left=int(db.scalar(_LEFT, this | {"today": local_day(now)}) or 0),
        interviewed=db.scalar(_TALKED, this) or 0,
        hired=db.scalar(_HIRED, this) or 0,
    )


def persons_waiting(db: Reading, fair_id: UUID, *, centre_id: UUID | None = None) -> int:
    """Persons who hold a number not called yet, at all booths or at those of one centre; several numbers are one."""
    statement = _WAITING if centre_id is None else _WAITING_AT_SITE
    return db.scalar(statement, {"fair": fair_id, "centre": centre_id}) or 0
