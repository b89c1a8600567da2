"""Placements that stand, each once however many sources told of it, and those of people who had a benefit then."""

from typing import Any

from sqlalchemy import Select, exists, func, select

from exchange.placements import counting
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.claims import standing
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here


def _rows(ask: Ask) -> Select[Any]:
    placed = counting.rows(as_of=ask.as_of).subquery("placed")
    return select(placed).where(*here(placed.c.centre, ask))


def _of_recipients(ask: Ask) -> Select[Any]:
    """Those that began while a benefit of the person ran, whichever of their files has it."""
    placed, claim = _rows(ask).subquery("placed_people"), standing(ask).c
    files: Any = merged_files(as_of=ask.as_of).alias("files_with_claims")
    person = func.coalesce(files.c.person_id, claim.seeker_id)
    claimed = claim.claim_id.table.outerjoin(files, files.c.seeker_id == claim.seeker_id)
    near = [claim.from_on <= LAST, claim.to_on >= FIRST]  # follows from the next, and leaves few claims of many years
    ran = [person == placed.c.person, placed.c.on_day.between(claim.from_on, claim.to_on)]
    return select(placed).where(exists().select_from(claimed).where(*near, *ran))


PLACEMENTS = Source("placements", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _rows)
PAID = Source("placements_of_recipients", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _of_recipients)
