"""What stands in the way of closing a period, by name."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import msgspec

from exchange.closings import rules, step_queries
from exchange.closings.closed import closing_of
from exchange.closings.codes import ClosingReason
from exchange.closings.differences import Difference, differences
from exchange.closings.ledger_queries import previous
from exchange.closings.rules import Moved
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView
from exchange.tallies.codes import Part


class Hindrances(msgspec.Struct, frozen=True):
    """What has to be done before a period can be closed. `pending`: what the `previous` period has not booked."""

    not_over: bool
    closed: bool
    unapproved: tuple[Part, ...] = ()
    moved: tuple[Moved, ...] = ()
    previous: PeriodView | None = None
    pending: tuple[Difference, ...] = ()

    @property
    def reason(self) -> ClosingReason | None:
        """The first of them; None where nothing stands in the way."""
        faults = (
            (self.closed, ClosingReason.CLOSED),
            (self.not_over, ClosingReason.NOT_OVER),
            (self.unapproved, ClosingReason.UNAPPROVED),
            (self.moved, ClosingReason.MOVED),
            (self.pending, ClosingReason.PREVIOUS),
        )
        return next((reason for there, reason in faults if there), None)


def hindrances(
    db: Reading, centre_id: UUID, period: PeriodView, values: Mapping[str, int | None], *, today: date
) -> Hindrances:
    """What stands in the way. `values`: the period's figures by code as they are now."""
    chains = step_queries.chains(db, centre_id, period.id)
    approved = [chain.approved for chain in chains.values() if chain.approved]
    moved: list[Moved] = []
    for step in approved:
        mine = step_queries.codes_of([step.part])
        moved += rules.moved(step.figures, {code: values[code] for code in mine if code in values})
    nearest = next(iter(previous(db, period)), None)
    before = closing_of(db, centre_id, nearest.id) if nearest else None
    return Hindrances(
        not_over=today <= period.last_day,
        closed=closing_of(db, centre_id, period.id) is not None,
        unapproved=tuple(part for part, chain in chains.items() if not chain.approved),
        moved=tuple(moved),
        previous=nearest,
        pending=tuple(differences(db, before, nearest)) if nearest and before else (),
    )
