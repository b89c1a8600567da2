"""Placements that stand, each once however many sources told of it, and those of people who had a benefit then."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, exists, func, or_, select

from exchange.placements import counting
from exchange.placements.codes import EvidenceLevel
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.claims import standing
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source


def _rows(ask: Ask) -> Select[Any]:
    return counting.rows(as_of=ask.as_of, some=ask.some)


def _of_recipients(ask: Ask) -> Select[Any]:
    """Those that were seen to begin, while a benefit of the person ran, whichever of their files has it.

    Of one centre each is looked up by itself: that costs less than reading the claims of the country.
    """
    placed = _rows(ask).subquery("placed_people")
    ran = _ran_one_by_one if ask.one and not ask.as_of else _ran
    return select(placed).where(placed.c.level >= int(EvidenceLevel.STARTED), ran(placed, ask))


def _ran(placed: FromClause, ask: Ask) -> ColumnElement[bool]:
    claim, files = standing(ask).c, _files(ask)
    person = func.coalesce(files.c.person_id, claim.seeker_id)
    claimed = claim.claim_id.table.outerjoin(files, files.c.seeker_id == claim.seeker_id)
    near = [claim.from_on <= LAST, claim.to_on >= FIRST]  # follows from the next, and leaves few claims of many years
    return exists().select_from(claimed).where(*near, person == placed.c.person, _on_a_day_of(claim, placed))


def _ran_one_by_one(placed: FromClause, ask: Ask) -> ColumnElement[bool]:
    own, theirs, files = standing(ask).alias("own_claims").c, standing(ask).alias("others_claims").c, _files(ask)
    in_own = exists().where(own.seeker_id == placed.c.person, _on_a_day_of(own, placed))
    through = files.join(theirs.claim_id.table, theirs.seeker_id == files.c.seeker_id)
    in_others = exists().select_from(through).where(files.c.person_id == placed.c.person, _on_a_day_of(theirs, placed))
    return or_(in_own, in_others)


def _files(ask: Ask) -> Any:
    return merged_files(as_of=ask.as_of).alias("files_with_claims")


def _on_a_day_of(claim: Any, placed: FromClause) -> Any:
    return placed.c.on_day.between(claim.from_on, claim.to_on)


PLACEMENTS = Source("placements", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _rows)
PAID = Source("placements_of_recipients", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _of_recipients)
