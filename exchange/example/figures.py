"""The figures of the half-year as the system counts them: from the rows, by the same definitions as every page."""

from datetime import time

from msgspec import Struct

from exchange.benefits.report_queries import counted
from exchange.counselling.codes import ClientKind
from exchange.demo import hosting
from exchange.example.fair import OPENS
from exchange.example.filling import host_desk
from exchange.example.shapes import HALF_YEAR, KNOWN
from exchange.example.writing import at
from exchange.fair_tallies.queries import fair_tally
from exchange.kernel.db import Reading
from exchange.visits.heads_queries import declared_sum
from exchange.visits.queries import Which, persons, visits


class Figures(Struct, frozen=True):
    """What the report says of the centre, and what the fair's tally says."""

    seeker_visits: int
    seekers: int
    benefit_visits: int
    recipients: int
    claims_decided: int
    soldiers: int
    soldiers_told: int
    sites: int
    employers: int
    interviews: int
    placements: int


def figures(db: Reading) -> Figures:
    """Counted now."""
    centre = host_desk(db).centre_id
    seeking, paid = Which(centre, ClientKind.JOB_SEEKER), Which(centre, ClientKind.BENEFIT)
    held = next(one for one in hosting.fairs(db, now=OPENS) if one.times.opens_at == OPENS)
    tally = fair_tally(db, held.id, now=at(KNOWN.last, time(17, 0)))

    def total(code: str) -> int:
        return tally.row(code).total or 0

    return Figures(
        seeker_visits=visits(db, HALF_YEAR, seeking),
        seekers=persons(db, HALF_YEAR, seeking),
        benefit_visits=visits(db, HALF_YEAR, paid),
        recipients=persons(db, HALF_YEAR, paid),
        claims_decided=len(counted(db, centre, *HALF_YEAR).decisions),
        soldiers=persons(db, HALF_YEAR, Which(centre, ClientKind.SOLDIER)),
        soldiers_told=told.number if (told := declared_sum(db, HALF_YEAR, Which(centre, ClientKind.SOLDIER))) else 0,
        sites=len(tally.sites),
        employers=total("employers_present"),
        interviews=total("interviews_held"),
        placements=total("placements"),
    )
