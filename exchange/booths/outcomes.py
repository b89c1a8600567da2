"""Outcomes as they stand: the newest correction, or the outcome itself. Whoever counts or shows results asks here."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, select

from exchange.booths.talk_tables import Interview, Outcome, OutcomeCorrection
from exchange.kernel.columns import columns

_i, _o = columns(Interview), columns(Outcome)
_c = columns(OutcomeCorrection)
_later: Any = OutcomeCorrection.__table__.alias("later")  # type: ignore[attr-defined]
_NEWEST = (
    select(_later.c.id)
    .where(_later.c.outcome_id == _o.id)
    .order_by(_later.c.at.desc(), _later.c.id.desc())
    .limit(1)
    .correlate(Outcome.__table__)  # type: ignore[attr-defined]
    .scalar_subquery()
)


def _standing(name: str) -> ColumnElement[Any]:
    """A column as corrected. Not `coalesce`: a correction to nothing is a correction too."""
    standing: ColumnElement[Any] = case((_c.id.is_(None), _o[name]), else_=_c[name]).label(name)
    return standing


# One row per interview; everything from `outcome_id` on is null until its outcome is given.
INTERVIEWS: Select[Any] = select(
    _i.id.label("interview_id"),
    *(_i[name] for name in ("call_id", "booth_id", "fair_id", "seeker_id", "started_at", "ended_at")),
    _o.id.label("outcome_id"),
    *map(_standing, ("code", "vacancy_id", "again_on", "not_reason", "referred_to")),
    _o.note,
    _o.at.label("given_at"),
    _c.at.label("corrected_at"),
).select_from(
    Interview.__table__.outerjoin(Outcome, _o.interview_id == _i.id).outerjoin(  # type: ignore[attr-defined]
        OutcomeCorrection, _c.id == _NEWEST
    )
)
CODE: ColumnElement[Any] = INTERVIEWS.selected_columns.code


def done(ended_at: ColumnElement[Any]) -> ColumnElement[bool]:
    """An interview that counts as held with a person: it is over, with or without an outcome."""
    return ended_at.is_not(None)
