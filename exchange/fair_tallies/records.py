"""The records behind a figure, for those who may see them."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, func, not_, or_, select

from exchange.fair_tallies.access import TallyDesk
from exchange.fair_tallies.codes import RecordKind, Unit
from exchange.fair_tallies.facts import FAIR
from exchange.fair_tallies.indicator import Indicator
from exchange.fair_tallies.listings import LISTINGS
from exchange.fair_tallies.queries import indicator, of_day, title
from exchange.fairs import queries as fairs
from exchange.fairs.tables import FairSite
from exchange.kernel.codes import Code
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

PAGE = 50
Site = UUID | Literal["everywhere", "nowhere"]  # a centre, the whole fair, or persons who registered at no site
Shown = str | int | date | datetime | Code | None
_AT_FAIR = select(columns(FairSite).centre_id).where(columns(FairSite).fair_id == FAIR)


class Record(msgspec.Struct, frozen=True):
    """One record. `seeker_id`: whose it is, when it shows a person; a person who shares nothing is not named."""

    id: UUID
    seeker_id: UUID | None
    cells: tuple[Shown, ...]


class Records(msgspec.Struct, frozen=True):
    """A page of the records behind a figure. `figure` is what the tally says; `count`, how many records that is."""

    code: str
    title: str
    unit: Unit
    definition: str
    kind: RecordKind
    site_name: str
    figure: int
    count: int
    columns: tuple[str, ...]
    rows: tuple[Record, ...]
    page: int
    pages: int


def records(db: Reading, desk: TallyDesk, code: str, *, site: Site, page: int = 1, now: datetime) -> Records:
    """The records behind a figure at a site. Raises NotFound for an unknown figure or page, and for what is not theirs.

    Whoever shows them to somebody journals it: `actions.open_records`.
    """
    one = indicator(code)
    name, here = _site_name(db, desk, site), _here(one, site)
    told = of_day(fairs.fair(db, desk.fair_id, now=now)) | {"viewing": desk.centre_id}
    many = select(one.figure, func.count(one.counted.distinct()).filter(one.holds)).where(here)
    figure, count = db.execute(many, told).one()
    pages = max(1, -(-count // PAGE))
    if not 1 <= page <= pages:
        raise NotFound
    listing = LISTINGS[one.record]
    found = db.execute(_page(listing.rows, listing.key, one, here, page), told)
    rows = tuple(Record(row.id, row.seeker, listing.cells(row)) for row in found)
    head = one.code, title(one), one.unit, one.definition, one.record
    return Records(*head, name, figure, count, listing.names, rows, page, pages)


def _here(one: Indicator, site: Site) -> ColumnElement[bool]:
    at: ColumnElement[Any] = one.facts.c.site
    if site == "everywhere":
        return one.counted.is_not(None)
    return or_(at.is_(None), not_(at.in_(_AT_FAIR))) if site == "nowhere" else at == site


def _site_name(db: Reading, desk: TallyDesk, site: Site) -> str:
    """The name of a site whose records this desk may open. Raises NotFound for every other."""
    centre_id = site if isinstance(site, UUID) else None
    if not desk.opens(centre_id):
        raise NotFound
    names = {at.centre_id: at.short_name for at in fairs.sites(db, desk.fair_id)}
    if centre_id and centre_id not in names:
        raise NotFound
    return names[centre_id] if centre_id else ""


def _page(
    rows: Select[Any], key: ColumnElement[Any], one: Indicator, here: ColumnElement[bool], page: int
) -> Select[Any]:
    """Records in the order in which they came to be: their ids are ordered by time."""
    behind = select(one.counted).where(one.holds, here)
    return rows.where(key.in_(behind)).order_by(key).limit(PAGE).offset((page - 1) * PAGE)
