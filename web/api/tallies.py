"""The tally of centres for a period as JSON, for staff: what is not closed yet is not for everybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.exceptions import HTTPException

from exchange.closings.queries import tally as lines_of
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.plans.queries import Line
from exchange.tallies.access import tally_desk
from web import tally_filters
from web.tally_filters import Asked
from web.visit import Asked as Asking

_CACHE = {"Cache-Control": "private, no-store"}


class DeclaredJson(msgspec.Struct, frozen=True):
    """What an office said. `qualifier`: exact, about or over."""

    centre_id: UUID
    value: int
    qualifier: str
    source: str
    document: str


class FigureJson(msgspec.Struct, frozen=True):
    """One figure; null where nothing is known, never 0 for that.

    `origin`: counted or declared; `row`: of the yearly report, or null. `so_far`: from the beginning of the year;
    `percent`: of the plan, as printed; `before`: the same period of last year. `declared` is never added to a count;
    `difference`: by how much it is more. `version`: of the definition. `page`: where it is divided and opened.
    """

    code: str
    part: str
    label: str
    unit: str
    row: int | None
    origin: str
    value: int | None
    qualifier: str
    so_far: int | None
    plan: int | None
    percent: str | None
    before: int | None
    change: str
    declared: list[DeclaredJson]
    difference: int | None
    definition: str
    version: int
    page: str


class TallyJson(msgspec.Struct, frozen=True):
    """A tally. Both days belong to the period; `centres`: whose it is, null for all."""

    period: str
    label: str
    first_day: date
    last_day: date
    centres: tuple[UUID, ...] | None
    figures: list[FigureJson]
    links: dict[str, str]


@get("/api/v1/tallies", tags=["tallies"])
async def tally(visit: Asking) -> Response[TallyJson]:
    """The tally of one's own centre, several or all: `period`, `centres`, `rounding`, `decimals`, `comparison`."""

    def ask(db: Reading) -> TallyJson | str:
        asked, form, _ = tally_filters.read(db, visit, tally_desk(db, visit.viewer))
        if form.errors:
            return " ".join(form.errors.values())
        if asked is None:
            raise NotFound
        return _tally(asked, lines_of(db, asked.period, asked.centres))

    found = await visit.read(ask, scan=True)
    if isinstance(found, str):
        raise HTTPException(detail=found, status_code=422)
    return Response(found, headers=_CACHE)


def _tally(asked: Asked, found: Sequence[Line]) -> TallyJson:
    period = asked.period
    links = {name: asked.address(path) for name, path in
             (("self", "/api/v1/tallies"), ("page", "/tallies"), ("csv", "/tallies.csv"))}  # fmt: skip
    figures = [_figure(line, asked) for line in found]
    return TallyJson(
        period.code, period.label, period.first_day, period.last_day, asked.centres, figures, links
    )  # fmt: skip


def _figure(line: Line, asked: Asked) -> FigureJson:
    one, figure = line.indicator, line.figure
    percent = line.percent(asked.style)
    declared = [
        DeclaredJson(told.centre_id, told.value, told.qualifier.value, told.source, told.document)
        for told in figure.declared
    ]
    what: dict[str, Any] = {name: getattr(one, name) for name in ("code", "label", "row", "definition", "version")}
    what |= {"part": one.part.value, "unit": one.unit.value, "origin": figure.origin.value}
    what |= {"value": figure.value, "qualifier": figure.qualifier.value, "so_far": figure.so_far, "plan": line.plan}
    what |= {"percent": percent.text if percent else None, "before": line.before}
    what |= {"change": line.against_last_year(asked.style), "declared": declared, "difference": figure.difference}
    return FigureJson(**what, page=asked.figure(one.code))


HANDLERS = [tally]
