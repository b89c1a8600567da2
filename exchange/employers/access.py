"""Who may act for an employer, and who may look into its papers."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk, maybe_staff_desk
from exchange.employers.tables import Employer, EmployerId, Recruiter
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_e, _r = columns(Employer), columns(Recruiter)
_OWNER = select(_e.centre_id).where(_e.id == bindparam("employer"))
_RECRUITS = select(_r.id).where(
    _r.employer_id == bindparam("employer"), _r.account_id == bindparam("account"), _r.ended_at.is_(None)
)
_RECRUITS_FOR = select(_r.employer_id).where(_r.account_id == bindparam("account"), _r.ended_at.is_(None))


@dataclass(frozen=True)
class EmployerDesk:
    """May act for the employer: its recruiters, or staff of the owning centre on its behalf."""

    account_id: UUID
    employer_id: EmployerId
    centre_id: UUID | None
    helped: bool = False

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, self.employer_id if self.helped else None, request_id)


@dataclass(frozen=True)
class OwnerDesk:
    """May verify the employer: staff of the owning centre only."""

    account_id: UUID
    employer_id: EmployerId
    centre_id: UUID


def employer_desk(db: Reading, viewer: Viewer | None, employer_id: UUID) -> EmployerDesk:
    """The viewer's desk at an employer. Raises NotFound for everybody who may not act for it."""
    desk = maybe_employer_desk(db, viewer, employer_id)
    if desk is None:
        raise NotFound
    return desk


def maybe_employer_desk(db: Reading, viewer: Viewer | None, employer_id: UUID) -> EmployerDesk | None:
    """The viewer's desk at an employer, or None."""
    row = db.execute(_OWNER, {"employer": employer_id}).first() if viewer else None
    if row is None or viewer is None:
        return None
    if db.scalar(_RECRUITS, {"employer": employer_id, "account": viewer.account_id}):
        return EmployerDesk(viewer.account_id, EmployerId(employer_id), row.centre_id)
    staff = maybe_staff_desk(db, viewer)
    if staff and staff.centre_id == row.centre_id:
        return EmployerDesk(staff.account_id, EmployerId(employer_id), row.centre_id, helped=True)
    return None


def own_desk(db: Reading, viewer: Viewer | None) -> EmployerDesk:
    """The desk of a recruiter at the employer they recruit for. Raises NotFound for everybody else."""
    employer_id = db.scalar(_RECRUITS_FOR, {"account": viewer.account_id}) if viewer else None
    if employer_id is None:
        raise NotFound
    return employer_desk(db, viewer, employer_id)


def owner_desk(db: Reading, staff: StaffDesk, employer_id: UUID) -> OwnerDesk:
    """The desk of staff over an employer of their own centre. Raises NotFound for another centre's."""
    if db.scalar(_OWNER, {"employer": employer_id}) != staff.centre_id:
        raise NotFound
    return OwnerDesk(staff.account_id, EmployerId(employer_id), staff.centre_id)
