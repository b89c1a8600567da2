"""What those who plan and run fairs ask: the fairs of a centre, a fair as it was entered, who else could take part."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.centres.queries import CentreView, centres
from exchange.fairs import queries, rules
from exchange.fairs.access import FairDesk
from exchange.fairs.codes import FairKind, FairPhase, SiteRole
from exchange.fairs.queries import FairView
from exchange.fairs.rules import Announced, Fault
from exchange.fairs.tables import Fair, FairSite
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

_f, _s = columns(Fair), columns(FairSite)
_MINE = (
    select(_s.fair_id, _s.role)
    .join(Fair, _f.id == _s.fair_id)
    .where(_s.centre_id == bindparam("centre"))
    .order_by(_f.opens_at.desc(), _f.id)
    .limit(bindparam("most"))
)
_ENTERED = select(
    _f.name, _f.kind, _f.summary, _f.registers_from, _f.opens_at, _f.closes_at, _f.results_until, _f.tickets_allowed
).where(_f.id == bindparam("fair"))
_ORDER = {FairPhase.LIVE: 0, FairPhase.REGISTRATION: 1, FairPhase.PLANNED: 1, FairPhase.RESULTS: 2}


class MyFair(msgspec.Struct, frozen=True):
    """A fair in which a centre takes part."""

    fair: FairView
    role: SiteRole


class Entered(msgspec.Struct, frozen=True):
    """A fair as its form holds it."""

    name: str
    kind: FairKind
    summary: str
    registers_from: datetime
    opens_at: datetime
    closes_at: datetime
    results_until: datetime
    tickets_allowed: int


def fairs_of(db: Reading, centre_id: UUID, *, now: datetime, most: int = 30) -> list[MyFair]:
    """A centre's fairs: the live ones, then the coming ones with the nearest first, then the past, newest first."""
    ids = db.execute(_MINE, {"centre": centre_id, "most": most}).all()
    rows = [MyFair(queries.fair(db, row.fair_id, now=now), row.role) for row in ids]
    return sorted(rows, key=_turn)


def _turn(row: MyFair) -> tuple[int, float]:
    order, opens = _ORDER.get(row.fair.phase, 3), row.fair.times.opens_at.timestamp()
    return order, opens if order == 1 else -opens


def entered(db: Reading, desk: FairDesk) -> Entered:
    """The desk's fair as it was entered."""
    return Entered(*db.execute(_ENTERED, {"fair": desk.fair_id}).one())


def could_join(db: Reading, desk: FairDesk) -> list[CentreView]:
    """Centres that do not take part yet."""
    here = {site.centre_id for site in queries.sites(db, desk.fair_id)}
    return [centre for centre in centres(db) if centre.id not in here]


def plan_faults(times: Announced, *, now: datetime) -> list[Fault]:
    """All that is wrong with the times of a new fair; what could not be read is None and not judged."""
    return list(rules.plan_faults(times, now))


def change_faults(db: Reading, desk: FairDesk, times: Announced, *, now: datetime) -> list[Fault]:
    """The same for other times of a fair there is."""
    return list(rules.change_faults(queries.fair(db, desk.fair_id, now=now).times, times, now))
