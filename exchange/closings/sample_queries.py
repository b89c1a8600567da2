"""Samples of closed figures, what was said of their records, and how many of these were wrong."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.closings import rules
from exchange.closings.codes import Recalled
from exchange.closings.tables import ClosedFigure, Closing, Recall, Sample, SampleId, SampleRecord
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.plans.rules import Percent

_s, _r, _k, _a = columns(Sample), columns(SampleRecord), columns(Recall), columns(Account)
_f, _c = columns(ClosedFigure), columns(Closing)
_other: Any = Recall.__table__.alias("other_recall").c  # type: ignore[attr-defined]


class SampleView(msgspec.Struct, frozen=True):
    """A sample. `seed`: with it the same records are drawn again from the closed list (`rules.drawn`)."""

    id: SampleId
    figure_id: UUID
    period_id: UUID
    indicator: str
    turn: int
    seed: str
    size: int
    because: str
    by_name: str
    at: datetime


class Drawn(msgspec.Struct, frozen=True):
    """A record of a sample, with what was said last; `turns`: how often something was."""

    place: int
    record_id: UUID
    turns: int = 0
    found: Recalled | None = None
    note: str = ""
    by_name: str | None = None
    at: datetime | None = None


class Errors(msgspec.Struct, frozen=True):
    """How the recalls of a sample came out; `asked`: those who answered, of `size`."""

    size: int
    confirmed: int
    not_confirmed: int
    not_reached: int

    @property
    def asked(self) -> int:
        """Of how many the rate speaks: n."""
        return self.confirmed + self.not_confirmed

    @property
    def rate(self) -> Percent | None:
        """Not confirmed in percent of those who answered."""
        return rules.error_rate(self.confirmed, self.not_confirmed)


_ALL = (
    select(
        *(_s.id, _s.figure_id, _c.period_id, _f.indicator, _s.turn, _s.seed, _s.size, _s.because),
        *(_a.name.label("by_name"), _s.at),
    )
    .join_from(Sample, ClosedFigure, _f.id == _s.figure_id)
    .join(Closing, _c.id == _f.closing_id)
    .join(Account, _a.id == _s.by_account)
)
_OF_FIGURE = _ALL.where(_s.figure_id == bindparam("figure")).order_by(_s.turn)
_OF = _ALL.where(_c.id == bindparam("closing")).order_by(_s.turn)
_ONE = _ALL.where(_s.id == bindparam("sample"), _c.centre_id == bindparam("centre"))
_NEWEST = (
    select(func.max(_other.turn))
    .where(_other.sample_id == _r.sample_id, _other.place == _r.place)
    .correlate(SampleRecord.__table__)  # type: ignore[attr-defined]
    .scalar_subquery()
)
_DRAWN = (
    select(_r.place, _r.record_id, func.coalesce(_k.turn, 0), _k.found, func.coalesce(_k.note, ""), _a.name, _k.at)
    .join_from(
        SampleRecord,
        Recall,
        (_k.sample_id == _r.sample_id) & (_k.place == _r.place) & (_k.turn == _NEWEST),
        isouter=True,
    )
    .outerjoin(Account, _a.id == _k.by_account)
    .where(_r.sample_id == bindparam("sample"))
    .order_by(_r.place)
)


def samples(db: Reading, figure_id: UUID) -> list[SampleView]:
    """All samples of a closed figure, oldest first."""
    return [SampleView(*row) for row in db.execute(_OF_FIGURE, {"figure": figure_id})]


def rates(db: Reading, closing_id: UUID) -> dict[str, Errors]:
    """How the newest sample of each figure of a closing came out, where anybody answered."""
    newest = {row.indicator: row.id for row in (SampleView(*one) for one in db.execute(_OF, {"closing": closing_id}))}
    found = {code: errors(drawn(db, own)) for code, own in newest.items()}
    return {code: one for code, one in found.items() if one.asked}


def sample(db: Reading, centre_id: UUID, sample_id: UUID) -> SampleView:
    """One sample of a centre. Raises NotFound."""
    row = db.execute(_ONE, {"sample": sample_id, "centre": centre_id}).first()
    if row is None:
        raise NotFound
    return SampleView(*row)


def drawn(db: Reading, sample_id: UUID) -> list[Drawn]:
    """The records of a sample in the order in which they were drawn."""
    return [Drawn(*row) for row in db.execute(_DRAWN, {"sample": sample_id})]


def errors(records: Iterable[Drawn]) -> Errors:
    """How a sample came out."""
    found = [one.found for one in records]
    return Errors(
        len(found), *(found.count(word) for word in (Recalled.CONFIRMED, Recalled.NOT_CONFIRMED, Recalled.NOT_REACHED))
    )
