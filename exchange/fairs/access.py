"""Who may run a fair and its sites, and help whom there."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import maybe_staff_desk
from exchange.fairs.codes import SiteRole
from exchange.fairs.tables import FairId, FairSeeker, FairSite
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.tables import Seeker, SeekerId

_s, _p, _k = columns(FairSite), columns(FairSeeker), columns(Seeker)
_ROLE = select(_s.role).where(_s.fair_id == bindparam("fair"), _s.centre_id == bindparam("centre"))
_PERSON = (
    select(_k.centre_id.label("keeper"), _p.centre_id.label("site"))
    .outerjoin(FairSeeker, and_(_p.seeker_id == _k.id, _p.fair_id == bindparam("fair")))
    .where(_k.id == bindparam("seeker"))
)


@dataclass(frozen=True)
class FairDesk:
    """Held only by staff of a centre that takes part in the fair; `fair_desk` is the only maker."""

    account_id: UUID
    fair_id: FairId
    centre_id: UUID
    role: SiteRole
    leads: bool = False  # whether a manager or director holds it

    @property
    def hosts(self) -> bool:
        """Whether this is the host centre's desk."""
        return self.role is SiteRole.HOST


@dataclass(frozen=True)
class HostDesk(FairDesk):
    """Held only by staff of the host centre; `host_desk` is the only maker."""


@dataclass(frozen=True)
class SiteLead(FairDesk):
    """Held only by a lead of a site: plans that centre's booths; `site_lead` is the only maker."""


@dataclass(frozen=True)
class PlanningDesk(HostDesk):
    """Held only by a lead of the host centre: plans the fair; `planning_desk` is the only maker."""


@dataclass(frozen=True)
class PersonDesk:
    """May help this person at this fair; `person_desk` is the only maker.

    Staff of the site where the person registered, the host's staff for everybody at the fair, and before the person
    registers the staff of the centre that keeps the file. `site`: where the person registered, if they did.
    """

    account_id: UUID
    fair_id: FairId
    seeker_id: SeekerId
    centre_id: UUID
    site: UUID | None

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)


def maybe_fair_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> FairDesk | None:
    """The viewer's desk at this fair, or None."""
    staff = maybe_staff_desk(db, viewer)
    role = db.scalar(_ROLE, {"fair": fair_id, "centre": staff.centre_id}) if staff else None
    if staff is None or role is None:
        return None
    return FairDesk(staff.account_id, FairId(fair_id), staff.centre_id, role, staff.leads)


def fair_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> FairDesk:
    """The viewer's desk at this fair. Raises NotFound for everybody else."""
    desk = maybe_fair_desk(db, viewer, fair_id)
    if desk is None:
        raise NotFound
    return desk


def host_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> HostDesk:
    """The viewer's desk at the host centre of this fair. Raises NotFound for everybody else."""
    desk = fair_desk(db, viewer, fair_id)
    if not desk.hosts:
        raise NotFound
    return HostDesk(desk.account_id, desk.fair_id, desk.centre_id, desk.role, desk.leads)


def site_lead(db: Reading, viewer: Viewer | None, fair_id: UUID) -> SiteLead:
    """The viewer's desk as a lead of one of the fair's sites. Raises NotFound for everybody else."""
    desk = fair_desk(db, viewer, fair_id)
    if not desk.leads:
        raise NotFound
    return SiteLead(desk.account_id, desk.fair_id, desk.centre_id, desk.role, desk.leads)


def planning_desk(db: Reading, viewer: Viewer | None, fair_id: UUID) -> PlanningDesk:
    """The viewer's desk as a lead of the host centre. Raises NotFound for everybody else."""
    desk = host_desk(db, viewer, fair_id)
    if not desk.leads:
        raise NotFound
    return PlanningDesk(desk.account_id, desk.fair_id, desk.centre_id, desk.role, desk.leads)


def person_desk(db: Reading, desk: FairDesk, seeker_id: UUID) -> PersonDesk:
    """Somebody in the hands of staff who help. Raises NotFound for a person of another site."""
    person = db.execute(_PERSON, {"fair": desk.fair_id, "seeker": seeker_id}).first()
    if person is None:
        raise NotFound
    theirs = person.keeper if person.site is None else person.site
    if desk.centre_id != theirs and not (desk.hosts and person.site):
        raise NotFound
    return PersonDesk(desk.account_id, desk.fair_id, SeekerId(seeker_id), desk.centre_id, person.site)
