"""Who may write a vacancy, and who may review one."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk
from exchange.employers.access import employer_desk
from exchange.employers.tables import Employer
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.vacancies.tables import Vacancy, VacancyId

_v, _e = columns(Vacancy), columns(Employer)
owning = func.coalesce(_v.centre_id, _e.centre_id)  # an imported one belongs to its employer's centre, if that has one
_OWNERS = (
    select(_v.employer_id, owning.label("centre_id"))
    .join(Employer, _e.id == _v.employer_id)
    .where(_v.id == bindparam("vacancy"))
)


@dataclass(frozen=True)
class VacancyDesk:
    """May write, send and close this vacancy: its employer's recruiters, or staff of the owning centre for them."""

    account_id: UUID
    vacancy_id: VacancyId
    employer_id: UUID
    helped: bool = False

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, self.employer_id if self.helped else None, request_id)


@dataclass(frozen=True)
class ReviewDesk:
    """May review this vacancy: staff of the owning centre, or of any centre where no centre owns it."""

    account_id: UUID
    vacancy_id: VacancyId
    centre_id: UUID

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


def vacancy_desk(db: Reading, viewer: Viewer | None, vacancy_id: UUID) -> VacancyDesk:
    """The viewer's desk at a vacancy. Raises NotFound for everybody who may not write it."""
    owners = db.execute(_OWNERS, {"vacancy": vacancy_id}).first()
    if owners is None:
        raise NotFound
    desk = employer_desk(db, viewer, owners.employer_id)
    return VacancyDesk(desk.account_id, VacancyId(vacancy_id), desk.employer_id, desk.helped)


def review_desk(db: Reading, staff: StaffDesk, vacancy_id: UUID) -> ReviewDesk:
    """The desk of staff over a vacancy. Raises NotFound for another centre's."""
    owners = db.execute(_OWNERS, {"vacancy": vacancy_id}).first()
    if owners is None or owners.centre_id not in (staff.centre_id, None):
        raise NotFound
    return ReviewDesk(staff.account_id, VacancyId(vacancy_id), staff.centre_id)
