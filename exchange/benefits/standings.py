"""Claims as they stand: what their rows say, and what is kept of it in the transaction of what changes them.

**A claim** stands until it is withdrawn. **Decided** is it on the day of its first decision; its verdict is the newest
one that does not cancel. **A spell** (đợt hưởng): from the first to the last day of the decision that stands and
grants, or to the day on which the benefit was ended, that day included. Suspended, or moved to another province, a
benefit still runs. Whose claim was refused or cancelled has no spell.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, delete, exists, insert, or_, select

from exchange.benefits.codes import EventKind, Verdict
from exchange.benefits.standing_tables import ClaimStanding
from exchange.benefits.tables import BenefitClaim, BenefitEvent, ClaimDecision, ClaimWithdrawal
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing


def _as(model: Any, name: str) -> Any:
    return model.__table__.alias(name).c


_c, _kept = columns(BenefitClaim), columns(ClaimStanding)
_gone, _end, _taken = _as(ClaimWithdrawal, "gone"), _as(BenefitEvent, "ended"), _as(BenefitEvent, "taken_back")
_first, _word, _newer = (_as(ClaimDecision, name) for name in ("first_word", "word", "newer_word"))
_OF_CLAIM = ("seeker_id", "centre_id", "origin", "received_on")
NAMES = ("claim_id", *_OF_CLAIM, "decided_on", "verdict", "from_on", "to_on")


@cache
def told(*, as_of: bool) -> Select[Any]:
    """One row per claim that stands, under the names of `ClaimStanding`. With `as_of` also bind `known`."""
    withdrawn = exists().where(_gone.claim_id == _c.id, *_by(_gone.at, as_of))
    runs = and_(_word.verdict == Verdict.GRANTED, ~_followed(True, as_of), _not_ended_before(_word.from_on))
    last = case((_end.on_day < _word.to_on, _end.on_day), else_=_word.to_on)
    days = _first.on_day.label("decided_on"), _word.verdict
    spell = case((runs, _word.from_on)).label("from_on"), case((runs, last)).label("to_on")
    said = (
        select(_c.id.label("claim_id"), *(_c[name] for name in _OF_CLAIM), *days, *spell)
        .outerjoin(_first.id.table, and_(_first.claim_id == _c.id, _first.turn == 1, *_by(_first.at, as_of)))
        .outerjoin(_word.id.table, and_(*_standing_word(as_of)))
        .outerjoin(_end.id.table, and_(*_standing_end(as_of)))
    )
    return said.where(~withdrawn, *_by(_c.at, as_of))


def kept() -> Select[Any]:
    """What `told` says of claims as they are now, from the rows that are kept."""
    return select(*(_kept[name] for name in NAMES))


def _standing_word(as_of: bool) -> list[ColumnElement[bool]]:
    """The newest decision that does not cancel."""
    return [
        _word.claim_id == _c.id,
        _word.verdict != Verdict.CANCELLED,
        ~_followed(False, as_of),
        *_by(_word.at, as_of),
    ]


def _followed(cancelled: bool, as_of: bool) -> ColumnElement[bool]:
    """Whether a later decision cancelled that word, or said something else."""
    what = _newer.verdict == Verdict.CANCELLED if cancelled else _newer.verdict != Verdict.CANCELLED
    return exists().where(_newer.claim_id == _word.claim_id, _newer.turn > _word.turn, what, *_by(_newer.at, as_of))


def _standing_end(as_of: bool) -> list[ColumnElement[bool]]:
    """The end of a benefit that was not taken back: nothing follows an end, so there is one at most."""
    taken = exists().where(_taken.withdraws_id == _end.id, _taken.claim_id == _end.claim_id, *_by(_taken.at, as_of))
    return [_end.claim_id == _c.id, _end.kind == EventKind.ENDED, ~taken, *_by(_end.at, as_of)]


def _not_ended_before(day: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(_end.on_day.is_(None), _end.on_day >= day)


def _by(at: ColumnElement[Any], as_of: bool) -> list[ColumnElement[bool]]:
    """Only what was written down by then."""
    return [at <= bindparam("known")] if as_of else []


_THESE: Any = bindparam("these", expanding=True)
_FORGET = delete(_kept.claim_id.table).where(_kept.claim_id.in_(_THESE))
_KEEP = insert(_kept.claim_id.table).from_select(list(NAMES), told(as_of=False).where(_c.id.in_(_THESE)))


def refresh(db: Writing, claims: Iterable[UUID]) -> None:
    """Keep of these claims what their rows say now; whoever calls this holds the claims or made them."""
    if these := sorted(set(claims)):
        db.execute(_FORGET, {"these": these})
        db.execute(_KEEP, {"these": these})
