"""Placements that stand, each once however many sources told of it, and whether the person had a benefit then."""

from typing import Any

from sqlalchemy import Select, and_, exists, or_, select

from exchange.benefits.codes import Verdict
from exchange.benefits.tables import BenefitClaim, ClaimDecision
from exchange.kernel.columns import columns
from exchange.placements import counting
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import Ask, Source, here, written

_c, _d = columns(BenefitClaim), columns(ClaimDecision)
_later: Any = ClaimDecision.__table__.alias("later_decision").c  # type: ignore[attr-defined]


def _rows(ask: Ask) -> Select[Any]:
    placed = counting.rows(as_of=ask.as_of).subquery("placed")
    at = placed.c
    merged: Any = merged_files(as_of=ask.as_of).alias("files_with_claims")
    files = select(merged.c.seeker_id).where(merged.c.person_id == at.person)
    corrected = exists().where(_later.corrects_id == _d.id, *written(_later.at, ask))
    paid = (
        select(_d.id)
        .join(BenefitClaim, _c.id == _d.claim_id)
        .where(
            or_(_c.seeker_id == at.person, _c.seeker_id.in_(files)),
            _d.verdict == Verdict.GRANTED,
            ~corrected,
            *written(_d.at, ask),
        )
        .where(and_(_d.from_on <= at.on_day, at.on_day <= _d.to_on))
        .exists()
    )
    return select(*at, paid.label("on_benefit")).where(*here(at.centre, ask))


PLACEMENTS = Source("placements", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _rows)
