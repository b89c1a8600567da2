"""Who works where."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, CentreId, Staff
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_staff, _centre = columns(Staff), columns(Centre)
_DESK = select(_staff.centre_id, _staff.role).where(
    _staff.account_id == bindparam("account"), _staff.ended_at.is_(None)
)


@dataclass(frozen=True)
class StaffDesk:
    """Held only by somebody who works at a centre now; `staff_desk` is the only maker."""

    account_id: UUID
    centre_id: CentreId
    role: Role

    @property
    def leads(self) -> bool:
        """Whether this person may plan fairs and approve what was flagged."""
        return self.role in (Role.MANAGER, Role.DIRECTOR)


@dataclass(frozen=True)
class LeadDesk(StaffDesk):
    """Held only by a manager or director of a centre: plans its fairs; `lead_desk` is the only maker."""


def maybe_staff_desk(db: Reading, viewer: Viewer | None) -> StaffDesk | None:
    """The viewer's desk at a centre, or None."""
    row = db.execute(_DESK, {"account": viewer.account_id}).first() if viewer else None
    return StaffDesk(viewer.account_id, *row) if row and viewer else None


def staff_desk(db: Reading, viewer: Viewer | None) -> StaffDesk:
    """The viewer's desk at a centre. Raises NotFound for everybody else."""
    desk = maybe_staff_desk(db, viewer)
    if desk is None:
        raise NotFound
    return desk


def lead_desk(db: Reading, viewer: Viewer | None) -> LeadDesk:
    """The viewer's desk as a lead of a centre. Raises NotFound for everybody else, counsellors too."""
    desk = staff_desk(db, viewer)
    if not desk.leads:
        raise NotFound
    return LeadDesk(desk.account_id, desk.centre_id, desk.role)
