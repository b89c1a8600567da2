"""The facts of the table of unemployment insurance, for a period of days and a centre."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select

from exchange.benefits import report_rules
from exchange.benefits.codes import ClaimOrigin, Verdict
from exchange.benefits.facts import PERSON, STANDS, WITHDRAWN, newest
from exchange.benefits.report_rules import Counted, Granted, Row, year_begins
from exchange.benefits.tables import BenefitClaim, BenefitEvent, ClaimDecision, TrainingSupport, TrainingWithdrawal
from exchange.centres.access import StaffDesk
from exchange.counselling.codes import ClientKind
from exchange.counselling.rules import Days
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.referrals import count_queries
from exchange.seekers.tables import Seeker
from exchange.visits.queries import Which, people

_c, _d, _e, _s = columns(BenefitClaim), columns(ClaimDecision), columns(BenefitEvent), columns(Seeker)
_t, _w = columns(TrainingSupport), columns(TrainingWithdrawal)
_first: Any = ClaimDecision.__table__.alias("first")  # type: ignore[attr-defined]
_other: Any = ClaimDecision.__table__.alias("other")  # type: ignore[attr-defined]
_HERE = and_(_c.centre_id == bindparam("centre"), ~WITHDRAWN)
_OURS = _c.origin != ClaimOrigin.MOVED_IN  # what moved in was received and decided elsewhere
_RECEIVED = select(_c.origin).where(_HERE, _OURS, _c.received_on.between(bindparam("start"), bindparam("end")))
# What was decided, as corrected: the newest row that does not cancel, on the day of the first.
_NEWEST_WORD = (
    select(func.max(_other.c.turn))
    .where(_other.c.claim_id == _d.claim_id, _other.c.verdict != Verdict.CANCELLED)
    .scalar_subquery()
)
_DECIDED = (
    select(_s.id, _s.sex, _s.birth_year, _first.c.on_day, _d.verdict, _d.months, _d.monthly)
    .select_from(BenefitClaim)
    .join(_first, (_first.c.claim_id == _c.id) & (_first.c.turn == 1))
    .join(ClaimDecision, (_d.claim_id == _c.id) & (_d.turn == _NEWEST_WORD))
    .join(Seeker, _s.id == PERSON)
    .where(_HERE, _OURS, _first.c.on_day.between(bindparam("start"), bindparam("end")))
    .order_by(_first.c.on_day, _d.id)
)
_CANCELLED = (
    select(func.count())
    .select_from(ClaimDecision)
    .join(BenefitClaim, _c.id == _d.claim_id)
    .where(_HERE, _OURS, newest(_d), _d.verdict == Verdict.CANCELLED)
    .where(_d.on_day.between(bindparam("start"), bindparam("end")))
)
_HAPPENED = (
    select(_e.kind, _e.ground)
    .select_from(BenefitEvent)
    .join(BenefitClaim, _c.id == _e.claim_id)
    .where(_HERE, STANDS, _e.on_day.between(bindparam("start"), bindparam("end")))
)
_TRAINED = (
    select(func.count())
    .select_from(TrainingSupport)
    .join(BenefitClaim, _c.id == _t.claim_id)
    .outerjoin(TrainingWithdrawal, _w.support_id == _t.id)
    .where(_HERE, _w.at.is_(None), _t.on_day.between(bindparam("start"), bindparam("end")))
)
_ISSUED = (
    select(
        *(_c.number, _c.year, _c.received_on),
        *(_d[name] for name in ("verdict", "number", "on_day", "months", "monthly", "from_on", "to_on", "refusal")),
    )
    .select_from(BenefitClaim)
    .join(ClaimDecision, (_d.claim_id == _c.id) & newest(_d))
    .where(_HERE, _OURS, _d.on_day.between(bindparam("start"), bindparam("end")))
    .order_by(_d.on_day, _c.year, _c.number)
)


def counted(db: Reading, centre_id: UUID, start: date, end: date) -> Counted:
    """The facts of a period, both days included."""
    values = {"centre": centre_id, "start": start, "end": end}
    days = Days(start, end)
    came = people(db, days, Which(centre_id, ClientKind.BENEFIT))
    return Counted(
        received=db.scalars(_RECEIVED, values).all(),
        decisions=[Granted(*row) for row in db.execute(_DECIDED, values)],
        cancelled=db.scalar(_CANCELLED, values) or 0,
        events=[(row.kind, row.ground) for row in db.execute(_HAPPENED, values)],
        counselled=len(came),
        referred=len(came & count_queries.people(db, days, centre_id)),
        trained=db.scalar(_TRAINED, values) or 0,
    )


def table(db: Reading, desk: StaffDesk, start: date, end: date) -> list[Row]:
    """The table of the desk's centre for a period, both days included, and so far in the year beside it."""
    year = year_begins(start, end)
    so_far = report_rules.rows(counted(db, desk.centre_id, year, end))
    return report_rules.beside(report_rules.rows(counted(db, desk.centre_id, start, end)), so_far)


def issued(db: Reading, desk: StaffDesk, start: date, end: date) -> list[tuple[Any, ...]]:
    """The decisions that stand with a day in the period: number and year of the claim, receipt, decision."""
    rows = db.execute(_ISSUED, {"centre": desk.centre_id, "start": start, "end": end})
    return [tuple(row) for row in rows]


__all__ = ["counted", "issued", "table", "year_begins"]
