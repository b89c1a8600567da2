"""The correction ledger: what was booked for a closed period, and what is carried into the next one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select

from exchange.accounts.tables import Account
from exchange.closings.closed import closing_of
from exchange.closings.packing import apart
from exchange.closings.tables import Carried, ClosingId, Correction
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.periods.codes import PeriodKind
from exchange.periods.queries import PeriodView, periods

_k, _v, _a = columns(Correction), columns(Carried), columns(Account)


class Booked(msgspec.Struct, frozen=True):
    """A row of the ledger: a figure before and after, why, by whom, and the ids that came and went."""

    id: UUID
    closing_id: ClosingId
    indicator: str
    turn: int
    before: int | None
    after: int | None
    because: str
    came: bytes
    went: bytes
    by_name: str
    at: datetime

    @property
    def by_how_much(self) -> int:
        """The difference; where nothing was known before, it is all."""
        return (self.after or 0) - (self.before or 0)

    @property
    def many_came(self) -> int:
        """How many records came."""
        return len(apart(self.came))

    @property
    def many_went(self) -> int:
        """How many records went."""
        return len(apart(self.went))


_TOLD = [_k[name] for name in Booked.__struct_fields__ if name not in ("by_name", "at")]
_ALL: Any = select(*_TOLD, _a.name, _k.at).join(Account, _a.id == _k.by_account).order_by(_k.at, _k.indicator, _k.turn)
_OF = _ALL.where(_k.closing_id == bindparam("closing"))
_CARRIED = _ALL.join(Carried, _v.correction_id == _k.id).where(_v.closing_id == bindparam("closing"))
_WAITING = _OF.where(~exists().where(_v.correction_id == _k.id))


def corrections(db: Reading, closing_id: UUID) -> list[Booked]:
    """All that was booked for a closed period, oldest first."""
    return [Booked(*row) for row in db.execute(_OF, {"closing": closing_id})]


def previous(db: Reading, period: PeriodView) -> list[PeriodView]:
    """The periods of the same kind before one, the nearest first. Those of no regular kind follow none."""
    if period.kind is PeriodKind.OTHER:
        return []
    same = [one for one in periods(db) if (one.kind, one.calendar) == (period.kind, period.calendar)]
    return sorted((one for one in same if one.last_day < period.first_day), key=lambda one: one.last_day, reverse=True)


def carried(db: Reading, centre_id: UUID, period: PeriodView) -> list[Booked]:
    """Corrections of earlier periods that this one's report shows beside its own figures, never added to them.

    A closed period's are those that it was closed with. An open one takes what no closing took: of all closed
    periods of its kind up to the nearest one that is open too, which takes the rest.
    """
    if closing := closing_of(db, centre_id, period.id):
        return [Booked(*row) for row in db.execute(_CARRIED, {"closing": closing.id})]
    found: list[Booked] = []
    for one in previous(db, period):
        before = closing_of(db, centre_id, one.id)
        if before is None:
            break
        found += [Booked(*row) for row in db.execute(_WAITING, {"closing": before.id})]
    return found


def sums(booked: Iterable[Booked]) -> dict[str, int]:
    """By how much each figure was corrected in all."""
    found: dict[str, int] = {}
    for one in booked:
        found[one.indicator] = found.get(one.indicator, 0) + one.by_how_much
    return found
