"""The summary of a fair's tally as JSON."""

from datetime import datetime
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.fair_tallies import queries
from exchange.fair_tallies.views import FairTally, Row
from web.visit import Asked

_CACHE = {"Cache-Control": "public, max-age=2"}


class SiteJson(msgspec.Struct, frozen=True):
    """A centre that takes part, named by its province; `id` is null for persons who registered at none."""

    id: UUID | None
    name: str


class FigureJson(msgspec.Struct, frozen=True):
    """One figure: `by_site` in the order of `sites`, `total` over distinct records. Null: too small to be shown.

    `unit`: visit, person, employer, position or opening. `part_of`: the code of the whole, or "".
    """

    code: str
    group: str
    label: str
    unit: str
    definition: str
    part_of: str
    by_site: tuple[int | None, ...]
    total: int | None


class TallyJson(msgspec.Struct, frozen=True):
    """The summary of a fair. `at` (UTC): when the newest of what it counts was written down."""

    fair_id: UUID
    fair: str
    at: datetime
    sites: list[SiteJson]
    figures: list[FigureJson]
    links: dict[str, str]


@get("/api/v1/fairs/{fair_id:uuid}/tally", tags=["fairs"])
async def tally(visit: Asked, fair_id: FromPath[UUID]) -> Response[TallyJson]:
    """What everybody may see of a fair's tally: by site and in total, each figure with its definition."""
    found = await visit.read(lambda db: queries.public_summary(db, fair_id, now=visit.now), scan=True)
    return Response(_tally(found), headers=_CACHE)


def _tally(found: FairTally) -> TallyJson:
    here = f"/api/v1/fairs/{found.fair_id}"
    page = f"/fairs/{found.fair_id}/tally"
    links = {"self": f"{here}/tally", "fair": here, "page": page, "csv": f"{page}.csv"}
    sites = [SiteJson(site.centre_id, site.name) for site in found.sites]
    return TallyJson(found.fair_id, found.fair_name, found.at, sites, [_figure(row) for row in found.rows], links)


def _figure(row: Row) -> FigureJson:
    return FigureJson(
        row.code, row.group.value, row.title, row.unit.value, row.definition, row.part_of, row.cells, row.total
    )


HANDLERS = [tally]
