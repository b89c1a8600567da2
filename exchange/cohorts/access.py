"""Who may read and keep a cohort: staff of the centre that opened it, and of its members only their own files."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import StaffDesk, staff_desk
from exchange.cohorts.tables import Cohort, CohortId, CohortLeaving, CohortMember
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.access import OwnDesk, own_desk
from exchange.seekers.persons import person_of
from exchange.seekers.tables import SeekerId

_c, _m, _l = columns(Cohort), columns(CohortMember), columns(CohortLeaving)
_COHORT = select(_c.id).where(_c.id == bindparam("cohort"), _c.centre_id == bindparam("centre"))
_MEMBER = select(_m.seeker_id, _m.discharged_on, exists().where(_l.member_id == _m.id).label("gone")).where(
    _m.id == bindparam("member"), _m.cohort_id == bindparam("cohort")
)


@dataclass(frozen=True)
class CohortDesk:
    """May read a cohort of their own centre and put people into it; `cohort_desk` is the only maker."""

    viewer: Viewer
    staff: StaffDesk
    cohort_id: CohortId

    @property
    def account_id(self) -> UUID:
        """Who sits at it."""
        return self.staff.account_id

    @property
    def centre_id(self) -> UUID:
        """Whose cohort it is."""
        return self.staff.centre_id

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.staff.account_id, None, request_id)

    def file(self, db: Reading, seeker_id: UUID) -> OwnDesk:
        """The desk over a person's file. Raises NotFound for a file that another centre keeps."""
        return own_desk(db, self.viewer, seeker_id)


@dataclass(frozen=True)
class MemberDesk(CohortDesk):
    """May write down what is done with somebody of the cohort; `member_desk` is the only maker.

    `seeker_id`: the person's file that is kept. `gone`: whether they were taken out of the cohort again.
    """

    member_id: UUID
    seeker_id: SeekerId
    discharged_on: date
    gone: bool

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.staff.account_id, self.seeker_id, request_id)


def cohort_desk(db: Reading, viewer: Viewer | None, cohort_id: UUID) -> CohortDesk:
    """The viewer's desk over a cohort. Raises NotFound for everybody else."""
    staff = staff_desk(db, viewer)
    if viewer is None or db.scalar(_COHORT, {"cohort": cohort_id, "centre": staff.centre_id}) is None:
        raise NotFound
    return CohortDesk(viewer, staff, CohortId(cohort_id))


def member_desk(db: Reading, viewer: Viewer | None, cohort_id: UUID, member_id: UUID) -> MemberDesk:
    """The viewer's desk over somebody of a cohort. Raises NotFound for everybody else."""
    desk = cohort_desk(db, viewer, cohort_id)
    row = db.execute(_MEMBER, {"member": member_id, "cohort": cohort_id}).first()
    if row is None:
        raise NotFound
    person = SeekerId(person_of(db, row.seeker_id))
    own = desk.file(db, person)
    return MemberDesk(desk.viewer, desk.staff, desk.cohort_id, member_id, own.seeker_id, row.discharged_on, row.gone)
