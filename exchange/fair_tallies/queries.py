"""The tally of a fair: every figure from its facts in one statement, so that all are of one moment."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CompoundSelect, Select, Uuid, cast, literal, null, select, union_all

from exchange.fair_tallies.codes import MOVED_BY
from exchange.fair_tallies.facts import FAIR, KEYS
from exchange.fair_tallies.indicator import Indicator
from exchange.fair_tallies.indicators import BY_CODE, INDICATORS
from exchange.fair_tallies.rules import for_the_public
from exchange.fair_tallies.views import Column, FairTally, Row
from exchange.fairs import queries as fairs
from exchange.journal.tables import Entry
from exchange.kernel.clock import VIETNAM, local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from exchange.reference import provinces

Figures = dict[tuple[str, UUID | None], int]  # by code and site
_entry = columns(Entry)
_NEWEST = (
    select(_entry.at).where(_entry.stream_id == FAIR, _entry.kind.in_(MOVED_BY)).order_by(_entry.seq.desc()).limit(1)
)
_MERGED_AT = datetime.combine(provinces.MERGER_DAY, time(), VIETNAM)
_NOWHERE = N_("Chưa rõ")


def _of_facts(indicators: Iterable[Indicator]) -> list[tuple[Indicator, ...]]:
    """Those that count the same facts, together: they are counted in one pass."""
    wanted = tuple(indicators)
    return [mine for one in KEYS if (mine := tuple(i for i in wanted if i.facts is one))]


def _passes(counted: list[tuple[Indicator, ...]], *, by_site: bool) -> list[Select[Any]]:
    """One SELECT per kind of fact: its number, the site, and a column per figure; the shorter ones end in nulls."""
    width = max(map(len, counted))
    statements = []
    for number, indicators in enumerate(counted):
        source = indicators[0].facts
        site = source.c.site if by_site else cast(null(), Uuid)
        blanks = [cast(null(), BigInteger)] * (width - len(indicators))
        figures = [indicator.figure for indicator in indicators]
        found = select(literal(number), literal(by_site), site, *figures, *blanks).select_from(source)
        statements.append(found.group_by(source.c.site) if by_site else found)
    return statements


_COUNTED = _of_facts(INDICATORS)
_TALLY: CompoundSelect[Any] = union_all(*_passes(_COUNTED, by_site=True), *_passes(_COUNTED, by_site=False))


def of_day(fair: fairs.FairView) -> dict[str, Any]:
    """What the facts of a fair need to be told."""
    opens = min(fair.times.opens_at, fair.times.opened_at or fair.times.opens_at)
    day = {"opens": opens, "closes": fair.times.closes_at, "day": local_day(opens), "merged_at": _MERGED_AT}
    return {"fair": fair.id, **day}


def fair_tally(db: Reading, fair_id: UUID, *, now: datetime) -> FairTally:
    """All figures of a fair, for those who run it. Raises NotFound."""
    fair = fairs.fair(db, fair_id, now=now)
    newest = db.execute(_NEWEST, {"fair": fair_id}).scalar_one_or_none()
    sites = [Column(site.centre_id, site.province) for site in fairs.sites(db, fair_id)]
    by_site, totals = _counted(db, fair, {site.centre_id for site in sites})
    if any(value for (_, site), value in by_site.items() if site is None):
        sites.append(Column(None, _NOWHERE))
    rows = tuple(
        _row(indicator, tuple(by_site.get((indicator.code, site.centre_id), 0) for site in sites), totals)
        for indicator in INDICATORS
    )
    return FairTally(fair_id, fair.name, newest or now, tuple(sites), rows)


def public_summary(db: Reading, fair_id: UUID, *, now: datetime) -> FairTally:
    """What everybody may see: the main figures, small numbers of sensitive breakdowns left out. Raises NotFound."""
    tally = fair_tally(db, fair_id, now=now)
    shown = {indicator.code for indicator in INDICATORS if indicator.public}
    return for_the_public(tally, shown=shown, sensitive={i.code for i in INDICATORS if i.sensitive})


def figures(db: Reading, fair_id: UUID, codes: Iterable[str], *, now: datetime) -> dict[str, int]:
    """A few totals by the same definitions, for a glance at a fair. Raises NotFound, also for an unknown code."""
    counted = _of_facts(map(indicator, codes))
    rows = db.execute(union_all(*_passes(counted, by_site=False)), of_day(fairs.fair(db, fair_id, now=now)))
    found = [(counted[number], values) for number, _, _, *values in rows]
    return {one.code: value for indicators, values in found for one, value in zip(indicators, values, strict=False)}


def indicator(code: str) -> Indicator:
    """The definition of a figure. Raises NotFound."""
    if code not in BY_CODE:
        raise NotFound
    return BY_CODE[code]


def title(one: Indicator) -> str:
    """The label after those of its wholes: "Người được phỏng vấn: Nhận việc: Nữ"."""
    return f"{title(BY_CODE[one.part_of])}: {one.label}" if one.part_of else one.label


def _counted(db: Reading, fair: fairs.FairView, sites: set[UUID | None]) -> tuple[Figures, Figures]:
    """Each figure by site, and in total. What belongs to no site of the fair is put together under None."""
    by_site: Figures = {}
    totals: Figures = {}
    for number, sited, site, *values in db.execute(_TALLY, of_day(fair)):
        into, place = (by_site, site if site in sites else None) if sited else (totals, None)
        for one, value in zip(_COUNTED[number], values, strict=False):
            into[one.code, place] = into.get((one.code, place), 0) + value
    return by_site, totals


def _row(one: Indicator, cells: tuple[int, ...], totals: Figures) -> Row:
    depth = 0 if not one.part_of else 1 if not BY_CODE[one.part_of].part_of else 2
    return Row(
        one.code, one.group, one.label, title(one), one.unit, one.definition, one.part_of, one.by, depth,
        cells, totals[one.code, None],
    )  # fmt: skip
