"""How far the parts of a report have come, with all their steps and reasons."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.closings.codes import Act
from exchange.closings.rules import Stand
from exchange.closings.tables import ReportStep
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView
from exchange.tallies.book import book
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.codes import Part

_s, _a = columns(ReportStep), columns(Account)
Values = dict[str, int | None]


class Step(msgspec.Struct, frozen=True):
    """One step, with the part's figures as they were then."""

    part: Part
    turn: int
    act: Act
    because: str
    figures: Values
    by: UUID
    by_name: str
    at: datetime


class Chain(msgspec.Struct, frozen=True):
    """The steps of a part, oldest first."""

    part: Part
    steps: tuple[Step, ...] = ()

    @property
    def last(self) -> Act | None:
        """What was done last; None before anything was."""
        return self.steps[-1].act if self.steps else None

    @property
    def approved(self) -> Step | None:
        """The approval that stands."""
        return self.steps[-1] if self.last is Act.APPROVED else None

    @property
    def prepared_by(self) -> UUID | None:
        """Who prepared it last."""
        return next((step.by for step in reversed(self.steps) if step.act is Act.PREPARED), None)

    def stand(self, *, moved: bool = False) -> Stand:
        """As the rules read it."""
        return Stand(self.last, self.prepared_by, moved)


_STEPS = (
    select(_s.part, _s.turn, _s.act, _s.because, _s.figures, _s.by_account, _a.name, _s.at)
    .join(Account, _a.id == _s.by_account)
    .where(_s.centre_id == bindparam("centre"), _s.period_id == bindparam("period"))
    .order_by(_s.part, _s.turn)
)


def chains(db: Reading, centre_id: UUID, period_id: UUID) -> dict[Part, Chain]:
    """All parts of a centre's report, in its order."""
    steps: dict[Part, list[Step]] = {part: [] for part in Part}
    for row in db.execute(_STEPS, {"centre": centre_id, "period": period_id}):
        steps[row.part].append(Step(*row))
    return {part: Chain(part, tuple(mine)) for part, mine in steps.items()}


def codes_of(parts: Iterable[Part]) -> list[str]:
    """The figures of some parts."""
    wanted = set(parts)
    return [one.code for one in INDICATORS if one.part in wanted]


def values_of(db: Reading, centre_id: UUID, period: PeriodView, part: Part) -> Values:
    """A part's figures by code as they are now."""
    found: dict[str, Any] = book(db, period, [centre_id], codes_of([part]))
    return {code: one.value for code, one in found.items()}
