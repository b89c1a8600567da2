"""Who may see the figures of a fair whole, and open the records behind them."""

from dataclasses import dataclass
from uuid import UUID

from exchange.accounts.queries import Viewer
from exchange.fairs.access import FairDesk, maybe_fair_desk
from exchange.fairs.tables import FairId
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound


@dataclass(frozen=True)
class TallyDesk:
    """Held only by staff of a centre that takes part in the fair; `tally_desk` and `desk_of` are the only makers.

    Every site sees all figures. The records behind them: the host's staff all, a joining site's staff their own.
    """

    account_id: UUID
    fair_id: FairId
    centre_id: UUID
    hosts: bool

    def opens(self, site: UUID | None) -> bool:
        """Whether this desk may open the records of a site; None: of all sites together."""
        return self.hosts or site == self.centre_id


def desk_of(fair_desk: FairDesk) -> TallyDesk:
    """The tally as a fair's staff hold it."""
    return TallyDesk(fair_desk.account_id, fair_desk.fair_id, fair_desk.centre_id, fair_desk.hosts)


def maybe_tally_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> TallyDesk | None:
    """The viewer's desk at this fair's tally, or None: seekers, recruiters and the public see the summary."""
    found = maybe_fair_desk(db, viewer, fair_id)
    return desk_of(found) if found else None


def tally_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> TallyDesk:
    """The viewer's desk at this fair's tally. Raises NotFound for everybody else."""
    found = maybe_tally_desk(db, viewer, fair_id)
    if found is None:
        raise NotFound
    return found
