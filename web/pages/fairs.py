"""The list of fairs and the lobby of one."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.booths import queries, summary_queries
from exchange.booths.queries import Card
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.fairs.codes import Audience, FairPhase
from exchange.fairs.queries import FairView
from exchange.journal import log
from exchange.kernel.db import Reading
from web.visit import Asked, Visit


class SiteCards(msgspec.Struct, frozen=True):
    """One centre's part of the lobby."""

    code: str
    province: str
    centre: str
    cards: list[Card]


class Listed(msgspec.Struct, frozen=True):
    """A fair in the list."""

    fair: FairView
    booths: int
    openings: int


@get("/")
async def home(visit: Asked) -> Response[bytes]:
    """The live fair's lobby when there is one, else what is coming."""
    found = await visit.read(lambda db: fairs.fairs(db, now=visit.now))
    if found and found[0].phase is FairPhase.LIVE:
        return await _lobby(visit, found[0].id)
    return await listed(visit)


@get("/fairs")
async def fair_list(visit: Asked) -> Response[bytes]:
    """All fairs."""
    return await listed(visit)


@get("/fairs/{fair_id:uuid}")
async def lobby(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The lobby of a fair."""
    return await _lobby(visit, fair_id)


async def listed(visit: Visit) -> Response[bytes]:
    """The list page."""
    return await visit.shared_page("fairs/list.html", lambda db: {"fairs": _listed(db, visit)})


async def _lobby(visit: Visit, fair_id: UUID) -> Response[bytes]:
    return await visit.shared_page("fairs/lobby.html", lambda db: _lobby_values(db, visit, fair_id))


def _listed(db: Reading, visit: Visit) -> list[Listed]:
    rows = []
    for fair in fairs.fairs(db, now=visit.now):
        seen = summary_queries.summary(db, fair.id, now=visit.now)
        rows.append(Listed(fair, seen.booths, seen.openings_left))
    return rows


def _lobby_values(db: Reading, visit: Visit, fair_id: UUID) -> dict[str, Any]:
    seq = log.last_seq(db, fair_id)  # before everything else: at worst a region is drawn once too often
    fair = fairs.fair(db, fair_id, now=visit.now)
    cards = queries.cards(db, fair_id, now=visit.now)
    sites = fairs.sites(db, fair_id)
    return {
        "seq": seq,
        "fair": fair,
        "centre": centres.centre(db, fair.host_id),
        "site_names": [site.province for site in sites],
        "summary": summary_queries.summary(db, fair_id, now=visit.now),
        "announcements": fairs.notices(db, fair_id, frozenset({Audience.EVERYONE, Audience.SEEKERS})),
        "programme": fairs.programme(db, fair_id),
        "sites": [
            SiteCards(str(number), site.province, site.short_name, mine)
            for number, site in enumerate(sites, 1)
            if (mine := [card for card in cards if card.centre_id == site.centre_id])
        ],
    }


HANDLERS = [home, fair_list, lobby]
