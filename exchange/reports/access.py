"""Who writes a centre's reports: those who lead it."""

from dataclasses import dataclass
from uuid import UUID

from exchange.accounts.queries import Viewer
from exchange.centres.access import LeadDesk, lead_desk
from exchange.journal.log import By
from exchange.kernel.db import Reading


@dataclass(frozen=True)
class ReportDesk(LeadDesk):
    """May write the templates, paragraphs and papers of the centre; `report_desk` is the only maker."""

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


def report_desk(db: Reading, viewer: Viewer | None) -> ReportDesk:
    """The viewer's desk over the reports of their centre. Raises NotFound for everybody else, counsellors too."""
    desk = lead_desk(db, viewer)
    return ReportDesk(desk.account_id, desk.centre_id, desk.role)
