"""What stands around every page: the centre's name, navigation, who is signed in, the notice."""

import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from exchange.centres import queries as centres
from exchange.centres.queries import CentreView
from exchange.fairs import queries as fairs
from exchange.kernel import clock
from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from web.identity import Identity

if TYPE_CHECKING:
    from web.visit import Visit

_KEPT = 30.0  # seconds
# Pages that are reached from the staff's desk.
_DESKS = (
    *("/reviews", "/benefits", "/intake", "/work", "/placements", "/tallies", "/plans", "/periods", "/declared"),
    *("/closings", "/reports", "/feeds"),
)


class Entry(msgspec.Struct, frozen=True):
    """One entry of the navigation."""

    href: str
    label: str
    current: bool


class Who(msgspec.Struct, frozen=True):
    """The signed-in person as the head of the page names them."""

    name: str
    role: str
    sign_out: str = "/sign-out"


class Notice(msgspec.Struct, frozen=True):
    """What is said once after an act."""

    kind: str
    text: str


class Houses:
    """Which centre's name stands on pages that belong to no fair: the host of the next or present fair."""

    def __init__(self) -> None:
        self._until = 0.0
        self._centre: CentreView | None = None
        self._all: dict[UUID, CentreView] = {}

    def of(self, identity: Identity | None) -> CentreView | None:
        """The centre that a page without a fair is headed by: staff see their own."""
        staff = identity.staff if identity else None
        return self._all.get(staff.centre_id, self._centre) if staff else self._centre

    async def ask(self, visit: "Visit") -> None:
        """Ask again, at most twice a minute."""
        if time.monotonic() > self._until:
            self._centre = await visit.read(_present_host)
            self._all = await visit.read(lambda db: {one.id: one for one in centres.centres(db)})
            self._until = time.monotonic() + _KEPT


def _present_host(db: Reading) -> CentreView | None:
    found = fairs.fairs(db, now=clock.now(), most=20)
    return centres.centre(db, found[0].host_id) if found else None


def frame(visit: "Visit") -> dict[str, Any]:
    """The values that every template may use."""
    said = visit.notice()
    return {
        "centre": visit.house.houses.of(visit.identity),
        "nav": _nav(visit.identity, visit.request.scope["path"], visit.render),
        "who": _who(visit.identity, visit.render),
        "notice": Notice(*said) if said else None,
        "now": visit.now,
    }


def _nav(identity: Identity | None, path: str, render: Any) -> list[Entry]:
    entries = [("/", N_("Phiên giao dịch")), ("/vacancies", N_("Việc làm"))]
    if identity and identity.seeker_id:
        entries.append(("/me", N_("Số của tôi")))
    if identity and identity.recruiter:
        entries += [("/desks", N_("Gian hàng")), (f"/employers/{identity.recruiter.employer_id}", N_("Doanh nghiệp"))]
    if identity and identity.staff:
        entries += [("/staff", N_("Bàn làm việc")), ("/people", N_("Hồ sơ")), ("/counsel", N_("Tư vấn"))]
    if path.startswith(_DESKS) or (path.startswith("/vacancies/") and path.endswith("/review")):
        path = "/staff"
    if path.startswith(("/consultations/", "/referrals", "/group-talks", "/cohorts")):
        path = "/counsel"
    inside = [href for href, _ in entries if href != "/" and (path + "/").startswith(href + "/")]
    here = max(inside, default="/" if path == "/" or path.startswith(("/fairs", "/booths")) else "")
    return [Entry(href, render.text(label), href == here) for href, label in entries]


def _who(identity: Identity | None, render: Any) -> Who | None:
    if identity is None:
        return None
    if identity.staff:
        return Who(identity.viewer.name, f"{render.label(identity.staff.role)}, {identity.staff.centre_short}")
    if identity.recruiter:
        return Who(identity.viewer.name, identity.recruiter.employer)
    return Who(identity.viewer.name, render.text(N_("Người tìm việc")))
