"""Where staff begin: the fairs of their centre, and what waits for somebody."""

from typing import Any

import msgspec
from litestar import Response, get

from exchange.booths import help_queries
from exchange.booths import plan_queries as booth_plans
from exchange.centres import queries as centres
from exchange.centres.access import StaffDesk, staff_desk
from exchange.employers import queries as employers
from exchange.fairs import plan_queries
from exchange.fairs.codes import FairPhase, SiteRole
from exchange.fairs.plan_queries import MyFair
from exchange.kernel.db import Reading
from exchange.vacancies import desk_queries as vacancies
from web.visit import Asked, Visit

_PAST = 5  # fairs that are over, at most


class Row(msgspec.Struct, frozen=True):
    """A fair of the centre. `help_wanted`: open calls for help that are ours to answer."""

    mine: MyFair
    booths: int
    openings: int
    help_wanted: int


@get("/staff")
async def home(visit: Asked) -> Response[bytes]:
    """The desk of somebody who works at a centre."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/staff")
    return await visit.page("staff/home.html", staff_page=True, **await visit.read(lambda db: _values(db, visit)))


def _values(db: Reading, visit: Visit) -> dict[str, Any]:
    desk = staff_desk(db, visit.viewer)
    rows = [_row(db, visit, desk, mine) for mine in plan_queries.fairs_of(db, desk.centre_id, now=visit.now)]
    over = [row for row in rows if row.mine.fair.phase in (FairPhase.RESULTS, FairPhase.CLOSED)]
    unseen = [row for row in employers.employers_of(db, desk) if row.verification is None]
    return {
        "desk": desk,
        "centre": centres.centre(db, desk.centre_id),
        "fairs": [row for row in rows if row not in over],
        "past": over[:_PAST],
        "reviews": len(vacancies.waiting(db, desk)),
        "unverified": len(unseen),
    }


def _row(db: Reading, visit: Visit, desk: StaffDesk, mine: MyFair) -> Row:
    fair = mine.fair
    booths, openings = booth_plans.booths_and_openings(db, fair.id, now=visit.now)
    ours = None if mine.role is SiteRole.HOST else desk.centre_id
    wanted = help_queries.help_wanted(db, fair.id, ours) if fair.phase is FairPhase.LIVE else []
    return Row(mine, booths, openings, len(wanted))


HANDLERS = [home]
