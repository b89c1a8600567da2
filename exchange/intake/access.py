"""Who may take registers in: the leads of a centre, for their own; who sent a file keeps their hand on it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import LeadDesk, lead_desk, staff_desk
from exchange.intake.tables import Intake, IntakeId
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_i = columns(Intake)
_WHOSE = select(_i.centre_id, _i.by_account).where(_i.id == bindparam("intake"))


@dataclass(frozen=True)
class IntakeDesk:
    """May look at an import of their centre, take it in and take it back; `intake_desk` is the only maker."""

    account_id: UUID
    centre_id: UUID
    intake_id: IntakeId

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


def intakes_desk(db: Reading, viewer: Viewer | None) -> LeadDesk:
    """The viewer's desk as somebody who may send files. Raises NotFound for everybody but leads."""
    return lead_desk(db, viewer)


def intake_desk(db: Reading, viewer: Viewer | None, intake_id: UUID) -> IntakeDesk:
    """The viewer's desk over an import of their own centre. Raises NotFound but for leads and who sent it."""
    staff = staff_desk(db, viewer)
    row = db.execute(_WHOSE, {"intake": intake_id}).first()
    if row is None or row.centre_id != staff.centre_id:
        raise NotFound
    if not staff.leads and row.by_account != staff.account_id:
        raise NotFound
    return IntakeDesk(staff.account_id, staff.centre_id, IntakeId(intake_id))
