"""Who may see figures, and open the records behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk, staff_desk
from exchange.kernel.db import Reading


@dataclass(frozen=True)
class TallyDesk:
    """Held only by staff of a centre; `tally_desk` is the only maker.

    Staff see the figures of all centres. The records behind them they open for their own centre only.
    """

    staff: StaffDesk

    @property
    def account_id(self) -> UUID:
        """Who it is."""
        return self.staff.account_id

    @property
    def centre_id(self) -> UUID:
        """Where they work."""
        return self.staff.centre_id

    def opens(self, centres: Sequence[UUID] | None) -> bool:
        """Whether this desk may open the records of these centres; None: of all."""
        return centres is not None and set(centres) == {self.centre_id}


def tally_desk(db: Reading, viewer: Viewer | None) -> TallyDesk:
    """The viewer's desk at the figures. Raises NotFound for everybody who is not staff of a centre."""
    return TallyDesk(staff_desk(db, viewer))
