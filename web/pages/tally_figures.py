"""One figure of a tally: what it is, every way to divide it, month by month – and the records behind each number."""

from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.centres.places import CentrePlace, places
from exchange.closings.opening import Which, open_records
from exchange.closings.queries import all_parts
from exchange.closings.queries import tally as lines_of
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.periods.queries import period as period_of
from exchange.plans.queries import Line
from exchange.tallies.access import tally_desk
from exchange.tallies.breakdowns import Breakdown
from exchange.tallies.catalogue import indicator
from exchange.tallies.monthly import two_years
from exchange.tallies.queries import Chosen, PartCount, Scope, by_centre
from exchange.tallies.records import columns_of
from web import tally_filters, tally_pictures
from web.charts.picture import Picture
from web.consulting import uuid_of
from web.tally_filters import Asked, Choices
from web.tally_records import RecordLine, part_label, record_lines
from web.tally_rows import rows_of, unstated
from web.visit import Asked as Asking
from web.visit import Visit


class Division(msgspec.Struct, frozen=True):
    """A figure divided in one way. `links`: where the records of each part are; none where they may not be opened."""

    by: Breakdown
    parts: list[PartCount]
    links: dict[str, str]
    picture: Picture | None

    @property
    def long(self) -> bool:
        """Whether it is better folded away."""
        return len(self.parts) > 14

    @property
    def unknown(self) -> int:
        """How many did not state it."""
        return sum(part.count for part in self.parts if unstated(part.value))


@get("/tallies/{period:str}/{code:str}")
async def figure(visit: Asking, period: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """One figure of the viewer's centre, of several or of all."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/tallies/{period}/{code}')}")
    values = await visit.read(lambda db: _values(db, visit, period, code), scan=True)
    status = 422 if values["form"].errors else 200
    return await visit.page("tallies/figure.html", status=status, staff_page=True, **values)


@get("/tallies/{period:str}/{code:str}/records")
async def records(visit: Asking, period: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """The records behind a number. A write, because a look at somebody's record is written down."""
    if visit.viewer is None:
        asked = visit.request.url.query
        here = f"/tallies/{period}/{code}/records{'?' if asked else ''}{asked}"
        return visit.go(f"/sign-in/password?next={quote(here)}")
    values = await visit.write(lambda db: _records(db, visit, period, code))
    return await visit.page("tallies/records.html", staff_page=True, **values)


def _values(db: Reading, visit: Visit, code_of_period: str, code: str) -> dict[str, Any]:
    desk, one = tally_desk(db, visit.viewer), indicator(code)
    period = period_of(db, code_of_period)
    asked, form, choices = tally_filters.read(db, visit, desk, period.code)
    if asked is None:
        raise NotFound
    line = lines_of(db, period, asked.centres, [code])[0]
    called = {place.id: place.short_name for place in choices.places}
    values = {"asked": asked, "form": form, "choices": choices, "one": one, "line": line}
    values["row"] = rows_of([line], asked, called, visit)[0]
    values["shown"] = [place for place in choices.places if asked.centres is None or place.id in asked.centres]
    values["months"] = _months(db, visit, asked, code)
    values["months_note"] = tally_pictures.months_note(period.calendar, visit.render.text)
    values["records"] = _link(asked, one.code) if one.counted and asked.alone else ""
    return values | _divided(db, visit, asked, line, choices)


def _divided(db: Reading, visit: Visit, asked: Asked, line: Line, choices: Choices) -> dict[str, Any]:
    """Every breakdown of a counted figure, and for several centres the figure of each."""
    one, say = line.indicator, visit.render.text
    if one.counted is None:
        return {"divisions": [], "centres": [], "country": None}
    scope = Scope.of(asked.period, asked.centres)
    unit = say(one.unit.label)
    divisions = []
    of_all = all_parts(db, asked.period, asked.centres, one.code)
    for by in one.counted.by:
        counts = of_all[by.name]
        links = {
            count.value: _link(asked, one.code, by.name, count.value) for count in counts if asked.alone and count.count
        }
        divisions.append(Division(by, counts, links, tally_pictures.parts(by, counts, unit, links, say)))
    if asked.alone:
        return {"divisions": divisions, "centres": [], "country": None}
    counts_of = {own: count for (_, own), count in by_centre(db, scope, [one.code]).items() if own}
    shown = [place for place in choices.places if asked.centres is None or place.id in asked.centres]
    country = tally_pictures.country(one, shown, counts_of, asked.period, say) if asked.centres is None else None
    return {"divisions": divisions, "centres": _each(shown, counts_of), "country": country}


def _each(shown: list[CentrePlace], counts: dict[UUID, int]) -> list[tuple[CentrePlace, int]]:
    return [(place, counts.get(place.id, 0)) for place in shown]


def _months(db: Reading, visit: Visit, asked: Asked, code: str) -> Picture | None:
    period, today = asked.period, local_day(visit.now)
    this, last = two_years(db, code, period.year, period.calendar, asked.centres, today=today)
    if not any((*this, *last)):
        return None
    return tally_pictures.monthly(indicator(code), period, this, last, visit.render.text)


def _link(asked: Asked, code: str, by: str = "", part: str = "") -> str:
    """The address of the records behind a number or a part of it."""
    said = [("centre", str(asked.own)), *([("by", by), ("part", part)] if by else [])]
    return f"/tallies/{asked.period.code}/{code}/records?{urlencode(said)}"


def _records(db: Writing, visit: Visit, code_of_period: str, code: str) -> dict[str, Any]:
    desk, one = tally_desk(db, visit.viewer), indicator(code)
    period = period_of(db, code_of_period)
    centre, by, part = uuid_of(visit.query("centre")) or desk.centre_id, visit.query("by"), visit.query("part")[:200]
    typed = visit.query("page", "1")
    page = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 0
    which = Which(centre, Chosen(by, part) if by else None, page)
    found = open_records(db, desk, period, code, which=which, now=visit.now)
    said = [("centre", str(centre)), *([("by", by), ("part", part)] if by else []), ("page", "")]
    rows: list[RecordLine] = record_lines(found.rows, visit.render)
    return {
        "period": period,
        "one": one,
        "found": found,
        "rows": rows,
        "columns": columns_of(one.opens) if one.opens else (),
        "part_label": part_label(one, by, part, visit.render) if by else "",
        "centre_name": next(place.name for place in places(db, period.last_day) if place.id == centre),
        "page_path": f"/tallies/{period.code}/{code}/records?{urlencode(said)}",
    }


HANDLERS = [figure, records]
