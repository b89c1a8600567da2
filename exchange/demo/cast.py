"""Finding the demo's people again: their addresses, and the desks at which they act like everybody else."""

from uuid import UUID

from exchange.accounts import queries as accounts
from exchange.accounts.queries import Viewer
from exchange.accounts.tables import AccountId, LoginId
from exchange.centres.access import LeadDesk, StaffDesk, lead_desk, staff_desk
from exchange.demo.offices import OFFICES
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id

DOMAIN = "demo.example"  # reserved: no letter ever goes there
PASSWORD = "phien-viec-lam"  # noqa: S105 - printed at every start
HOST = next(office for office in OFFICES if office.host)
LEADERS = {office.key: office.leader for office in OFFICES}


def address(mail: str) -> str:
    """The e-mail address of somebody in the demo."""
    return f"{mail}@{DOMAIN}"


def as_viewer(account_id: UUID, name: str = "") -> Viewer:
    """Somebody as if signed in; there is no login behind it."""
    return Viewer(AccountId(account_id), LoginId(new_id()), name)


def viewer(db: Reading, mail: str) -> Viewer:
    """A member of staff or a recruiter. Raises NotFound where the demo was never loaded."""
    found = accounts.credentials(db, address(mail))
    if found is None:
        raise NotFound
    return as_viewer(found.account_id)


def director(db: Reading, office: str = HOST.key) -> LeadDesk:
    """The desk of a centre's director."""
    return lead_desk(db, viewer(db, LEADERS[office]))


def manager(db: Reading, office: str) -> StaffDesk:
    """The desk of whoever reviews and verifies at a centre."""
    return staff_desk(db, viewer(db, f"truongphong.{office}"))


def is_loaded(db: Reading) -> bool:
    """Whether this database holds the demo."""
    return accounts.credentials(db, address(HOST.leader)) is not None
