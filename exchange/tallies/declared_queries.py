"""What other offices declared, as it stands."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, func, select

from exchange.accounts.tables import Account
from exchange.group_talks.codes import Qualifier
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.periods.tables import Period
from exchange.tallies.declared_rules import Said
from exchange.tallies.declared_tables import DeclaredFigure, DeclaredId, DeclaredWithdrawal

_d, _w, _p, _a = columns(DeclaredFigure), columns(DeclaredWithdrawal), columns(Period), columns(Account)
_other: Any = DeclaredFigure.__table__.alias("other_declared").c  # type: ignore[attr-defined]


class Declared(msgspec.Struct, frozen=True):
    """A declared figure with its paper and who wrote it down.

    `percent`: of a plan, in hundredths, where the paper says one. `withdrawn`: why it no longer stands.
    """

    id: DeclaredId
    centre_id: UUID
    period_id: UUID
    indicator: str
    turn: int
    value: int
    qualifier: Qualifier
    percent: int | None
    source: str
    document: str
    because: str
    by_name: str
    at: datetime
    withdrawn: str | None = None


def _newest(known: datetime | None) -> Any:
    rules = [
        _other.centre_id == _d.centre_id, _other.period_id == _d.period_id, _other.indicator == _d.indicator,
        *([_other.at <= known] if known else []),
    ]  # fmt: skip
    return _d.turn == select(func.max(_other.turn)).where(*rules).scalar_subquery()


_PLAIN = [_d[name] for name in Declared.__struct_fields__[:11]]
_ALL = (
    select(*_PLAIN, _a.name.label("by_name"), _d.at, _w.because.label("withdrawn"))
    .join(Account, _a.id == _d.by_account)
    .outerjoin(DeclaredWithdrawal, _w.declared_id == _d.id)
)
_HISTORY = _ALL.where(
    _d.centre_id == bindparam("centre"), _d.period_id == bindparam("period"), _d.indicator == bindparam("indicator")
).order_by(_d.turn)


def standing(
    db: Reading, period_id: UUID, centres: Sequence[UUID] | None = None, *, known: datetime | None = None
) -> list[Declared]:
    """What stands for a period, of some centres or all; with `known`, what stood at that moment."""
    query = _ALL.where(_d.period_id == period_id, *_standing(known), *_of(centres))
    return [Declared(*row) for row in db.execute(query.order_by(_d.indicator, _d.centre_id))]


def said(
    db: Reading, first: date, last: date, centres: Sequence[UUID] | None = None, *, known: datetime | None = None
) -> dict[tuple[str, UUID], list[Said]]:
    """All that stands for periods within some days, by indicator and centre: of what a longer period is made."""
    query = (
        select(_d.indicator, _d.centre_id, _p.first_day, _p.last_day, _d.value, _d.qualifier)
        .join(Period, _p.id == _d.period_id)
        .where(_p.first_day >= first, _p.last_day <= last, *_standing(known), *_of(centres))
    )
    found: dict[tuple[str, UUID], list[Said]] = {}
    for code, centre, *words in db.execute(query):
        found.setdefault((code, centre), []).append(Said(*words))
    return found


def history(db: Reading, centre_id: UUID, period_id: UUID, code: str) -> list[Declared]:
    """All that was ever declared of one figure, oldest first."""
    values = {"centre": centre_id, "period": period_id, "indicator": code}
    return [Declared(*row) for row in db.execute(_HISTORY, values)]


def last_of(db: Reading, centre_id: UUID, period_id: UUID) -> dict[str, Declared]:
    """What a centre wrote down last of each figure of a period, by indicator; withdrawn ones too."""
    query = _ALL.where(_d.period_id == period_id, _d.centre_id == centre_id, _newest(None))
    return {row.indicator: Declared(*row) for row in db.execute(query)}


def _standing(known: datetime | None) -> list[Any]:
    by_then = [_w.at <= known] if known else []
    gone = exists().where(_w.declared_id == _d.id, *by_then).correlate(DeclaredFigure.__table__)  # type: ignore[attr-defined]
    return [_newest(known), ~gone, *([_d.at <= known] if known else [])]


def _of(centres: Sequence[UUID] | None) -> list[Any]:
    return [] if centres is None else [_d.centre_id.in_(centres)]
