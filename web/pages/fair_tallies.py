"""The fair's figures: a summary for everybody; all of them, and the records behind each, for staff of its sites."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.fair_tallies import queries
from exchange.fair_tallies.access import TallyDesk, maybe_tally_desk, tally_desk
from exchange.fair_tallies.actions import open_records
from exchange.fair_tallies.codes import RecordWord
from exchange.fair_tallies.csv import tally_csv
from exchange.fair_tallies.records import Shown, Site
from exchange.fair_tallies.views import FairTally
from exchange.fairs import queries as fairs
from exchange.journal import log
from exchange.kernel.codes import Code
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from web.charts.of_fair import funnel_of
from web.frame import Entry
from web.render import Render, clock_time, day, number
from web.visit import Asked, Visit


class Line(msgspec.Struct, frozen=True):
    """One record as its cells are written."""

    cells: list[str]


@get("/fairs/{fair_id:uuid}/tally")
async def tally(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The figures, as far as the viewer may see them."""
    values = await visit.read(lambda db: _values(db, visit, fair_id), scan=True)
    return await visit.page("fair_tallies/tally.html", shared=True, **values)


@get("/fairs/{fair_id:uuid}/tally.csv")
async def spreadsheet(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The same as a file for a spreadsheet; `?separator=semicolon` where the comma is the decimal sign."""
    shown, desk = await visit.read(lambda db: _shown(db, visit, fair_id), scan=True)
    text = tally_csv(shown, separator=";" if visit.query("separator") == "semicolon" else ",")
    name = f"so-lieu-phien-{shown.at:%Y-%m-%d}{'' if desk else '-tom-tat'}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(text.encode(), media_type="text/csv", headers=headers)


@get("/fairs/{fair_id:uuid}/tally/{code:str}")
async def behind(visit: Asked, fair_id: FromPath[UUID], code: FromPath[str]) -> Response[bytes]:
    """The records behind a figure. A write, because a look at somebody's record is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/tally/{code}")
    values = await visit.write(lambda db: _behind(db, visit, fair_id, code))
    return await visit.page("fair_tallies/records.html", **values)


def _shown(db: Reading, visit: Visit, fair_id: UUID) -> tuple[FairTally, TallyDesk | None]:
    desk = maybe_tally_desk(db, visit.viewer, fair_id)
    ask = queries.fair_tally if desk else queries.public_summary
    return ask(db, fair_id, now=visit.now), desk


def _values(db: Reading, visit: Visit, fair_id: UUID) -> dict[str, Any]:
    seq = log.last_seq(db, fair_id)
    shown, desk = _shown(db, visit, fair_id)
    here = f"/fairs/{fair_id}/tally"
    return {
        "tally": shown,
        "funnel": funnel_of,
        "records": f"{here}/" if desk else "",
        "own": desk.centre_id if desk and not desk.hosts else None,
        "csv_path": f"{here}.csv",
        "centre": centres.centre(db, fairs.fair(db, fair_id, now=visit.now).host_id),
        "fair_id": fair_id if desk else None,
        "seq": seq,
    }


def _behind(db: Writing, visit: Visit, fair_id: UUID, code: str) -> dict[str, Any]:
    desk = tally_desk(db, visit.viewer, fair_id)
    site = _site(visit.query("site"), desk)
    found = open_records(db, desk, code, site=site, page=_page(visit.query("page", "1")), now=visit.now)
    here = f"/fairs/{fair_id}/tally/{found.code}"
    return {
        "records": found,
        "lines": [Line([_written(cell, visit.render) for cell in row.cells]) for row in found.rows],
        "sites": _sites(db, desk, here, site, visit.render),
        "page_path": f"{here}?{urlencode({'site': site, 'page': ''})}",
        "back_path": f"/fairs/{fair_id}/tally",
        "nameless": any(RecordWord.NAMELESS in row.cells for row in found.rows),
        "centre": centres.centre(db, fairs.fair(db, fair_id, now=visit.now).host_id),
    }


def _site(asked: str, desk: TallyDesk) -> Site:
    """Without a word: all that this desk may open."""
    if not asked:
        return "everywhere" if desk.hosts else desk.centre_id
    if asked in ("everywhere", "nowhere"):
        return asked  # type: ignore[return-value]
    try:
        return UUID(asked)
    except ValueError:
        raise NotFound from None


def _page(asked: str) -> int:
    """The page asked for; 0, which does not exist, for anything but a short number."""
    return int(asked) if asked.isdecimal() and len(asked) < 7 else 0


def _sites(db: Reading, desk: TallyDesk, here: str, site: Site, render: Render) -> list[Entry]:
    """The host looks at one site or at all of them."""
    if not desk.hosts:
        return []
    every = Entry(here, render.text(N_("Tất cả điểm cầu")), site == "everywhere")
    return [every] + [
        Entry(f"{here}?site={at.centre_id}", at.short_name, site == at.centre_id)
        for at in fairs.sites(db, desk.fair_id)
    ]


def _written(cell: Shown, render: Render) -> str:
    match cell:
        case None | "":
            return "–"
        case Code():
            return render.label(cell)
        case datetime():
            return f"{clock_time(cell)} {day(cell)}"
        case date():
            return day(cell)
        case int():
            return number(cell)
        case _:
            return cell


HANDLERS = [tally, spreadsheet, behind]
