"""Placements that stand, each once however many sources told of it, and whether the person had a benefit then."""

from typing import Any

from sqlalchemy import CTE, FromClause, Select, exists, select, union_all

from exchange.benefits.codes import Verdict
from exchange.benefits.tables import BenefitClaim, ClaimDecision
from exchange.kernel.columns import columns
from exchange.placements import counting
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written

_c, _d = columns(BenefitClaim), columns(ClaimDecision)
_later: Any = ClaimDecision.__table__.alias("later_decision").c  # type: ignore[attr-defined]


def _rows(ask: Ask) -> Select[Any]:
    standing = counting.rows(as_of=ask.as_of).subquery("standing")
    placed = select(standing).where(*here(standing.c.centre, ask)).cte("placed")
    paid = _paid(placed, ask)
    told = select(*placed.c, paid.c.record.is_not(None).label("on_benefit"))
    return told.outerjoin(paid, paid.c.record == placed.c.record)


def _paid(placed: CTE, ask: Ask) -> FromClause:
    """Which of the placements began while a granted benefit of the person ran, whichever of their files has it."""
    files: Any = merged_files(as_of=ask.as_of).alias("files_with_claims")
    whose = select(placed.c.record, placed.c.on_day, placed.c.person.label("file"))
    merged = select(placed.c.record, placed.c.on_day, files.c.seeker_id).join(
        files, files.c.person_id == placed.c.person
    )
    held = union_all(whose, merged).subquery("held")
    corrected = exists().where(_later.corrects_id == _d.id, *written(_later.at, ask))
    runs = [_d.verdict == Verdict.GRANTED, held.c.on_day.between(_d.from_on, _d.to_on), *written(_d.at, ask)]
    runs += [_d.from_on <= LAST, _d.to_on >= FIRST]  # follows, and leaves few decisions of many years
    return (
        select(held.c.record)
        .join(BenefitClaim, _c.seeker_id == held.c.file)
        .join(ClaimDecision, _d.claim_id == _c.id)
        .where(*runs, ~corrected)
        .distinct()
        .subquery("paid")
    )


PLACEMENTS = Source("placements", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _rows)
