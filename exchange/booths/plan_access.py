"""Who may plan a booth: leads of the centre that brings it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.booths.tables import Booth, BoothId
from exchange.employers.tables import EmployerId
from exchange.fairs.access import SiteLead
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_b = columns(Booth)
_OURS = select(_b.employer_id).where(
    _b.id == bindparam("booth"), _b.fair_id == bindparam("fair"), _b.centre_id == bindparam("centre")
)


@dataclass(frozen=True, kw_only=True)
class BoothPlan(SiteLead):
    """Held only by a lead of the centre that brings the booth; `booth_plan` is the only maker."""

    booth_id: BoothId
    employer_id: EmployerId


def booth_plan(db: Reading, desk: SiteLead, booth_id: UUID) -> BoothPlan:
    """A booth in the hands of those who brought it. Raises NotFound for another centre's or another fair's."""
    ids = {"booth": booth_id, "fair": desk.fair_id, "centre": desk.centre_id}
    employer_id = db.scalar(_OURS, ids)
    if employer_id is None:
        raise NotFound
    theirs = desk.account_id, desk.fair_id, desk.centre_id, desk.role, desk.leads
    return BoothPlan(*theirs, booth_id=BoothId(booth_id), employer_id=employer_id)
