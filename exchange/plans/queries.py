"""Plans as they stand, and the lines of a tally: each figure with its plan and with the same period of last year."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView, compared_with
from exchange.plans import rules
from exchange.plans.codes import Style
from exchange.plans.rules import Percent
from exchange.plans.tables import PlanId, PlanTarget
from exchange.tallies.book import Figure, amounts, book
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.indicator import Indicator

_t, _a = columns(PlanTarget), columns(Account)
_other: Any = PlanTarget.__table__.alias("other_plan").c  # type: ignore[attr-defined]


class Plan(msgspec.Struct, frozen=True):
    """A plan of a centre for a year. `inferred`: it follows from a percentage, nobody gave the figure."""

    id: PlanId
    centre_id: UUID
    year: int
    indicator: str
    turn: int
    target: int | None
    inferred: bool
    document: str
    because: str
    by_name: str
    at: datetime


class Line(msgspec.Struct, frozen=True):
    """A figure as a tally shows it. `before`: the same period of last year, where it is known.

    `planned`: of how many of the centres that are shown a plan is known; their plans are added. `inferred`: nobody
    gave the plan, it follows from a percentage.
    """

    figure: Figure
    plan: int | None
    planned: int
    before: int | None
    inferred: bool

    @property
    def indicator(self) -> Indicator:
        """The figure's definition."""
        return self.figure.indicator

    def percent(self, style: Style | None = None) -> Percent | None:
        """The year so far in percent of the plan; without one, what the paper of a declared figure prints."""
        if self.plan is None and self.declared_percent is not None:
            return Percent(self.declared_percent, 2)
        return rules.percent(self.figure.so_far, self.plan, style)

    @property
    def declared_percent(self) -> int | None:
        """What the paper of a declared figure says of a plan, in hundredths; of one office only."""
        said = self.figure.declared
        return said[0].percent if len(said) == 1 and self.indicator.counted is None else None

    def against_last_year(self, style: Style | None = None) -> str:
        """The period against the same of last year."""
        return rules.compared(self.figure.value, self.before, style)


def _query(known: datetime | None) -> Any:
    by_then = [_other.at <= known] if known else []
    newest = select(func.max(_other.turn)).where(
        _other.centre_id == _t.centre_id, _other.year == _t.year, _other.indicator == _t.indicator, *by_then
    )
    told = [_t[name] for name in Plan.__struct_fields__[:9]]
    return (
        select(*told, _a.name.label("by_name"), _t.at)
        .join(Account, _a.id == _t.by_account)
        .where(_t.year == bindparam("year"), _t.turn == newest.scalar_subquery())
        .order_by(_t.indicator, _t.centre_id)
    )


def plans(
    db: Reading, year: int, centres: Sequence[UUID] | None = None, *, known: datetime | None = None
) -> list[Plan]:
    """The plans of a year that stand, of some centres or all; those that were taken back are there without a target."""
    query = _query(known) if centres is None else _query(known).where(_t.centre_id.in_(centres))
    return [Plan(*row) for row in db.execute(query, {"year": year})]


def history(db: Reading, centre_id: UUID, year: int, code: str) -> list[Plan]:
    """All plans that a centre ever had for an indicator and a year, oldest first."""
    told = [_t[name] for name in Plan.__struct_fields__[:9]]
    query = select(*told, _a.name, _t.at).join(Account, _a.id == _t.by_account)
    query = query.where(_t.centre_id == centre_id, _t.year == year, _t.indicator == code).order_by(_t.turn)
    return [Plan(*row) for row in db.execute(query)]


def _kept(amounts: dict[str, int | None]) -> dict[str, int | None]:
    """Without counts of facts of which none at all was written down in that time: they are not known, and not 0."""
    kept = {counted.source for code, value in amounts.items() if value and (counted := BY_CODE[code].counted)}
    return {
        code: value
        for code, value in amounts.items()
        if (counted := BY_CODE[code].counted) is None or counted.source in kept
    }


def lines(
    db: Reading,
    period: PeriodView,
    centres: Sequence[UUID] | None,
    codes: Iterable[str] | None = None,
    *,
    known: datetime | None = None,
) -> list[Line]:
    """The tally of some centres together (None: of all) for a period, in the order of a report."""
    wanted = None if codes is None else list(codes)
    now = book(db, period, centres, wanted, known=known)
    last = compared_with(db, period)
    before = _kept(amounts(db, last, centres, list(now), known=known)) if last else {}
    set_for: dict[str, list[Plan]] = {}
    for one in plans(db, period.year, centres, known=known):
        if one.target is not None:
            set_for.setdefault(one.indicator, []).append(one)
    return [_line(figure, set_for.get(code, []), before.get(code)) for code, figure in now.items()]


def _line(figure: Figure, given: list[Plan], before: int | None) -> Line:
    target = sum(one.target or 0 for one in given) if given else None
    return Line(figure, target, len(given), before, any(one.inferred for one in given))
