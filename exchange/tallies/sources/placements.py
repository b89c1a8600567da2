"""Placements that stand, each once however many sources told of it, and those of people who had a benefit then."""

from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, select, union

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
    return select(standing).where(*here(standing.c.centre, ask))


def _of_recipients(ask: Ask) -> CompoundSelect[Any]:
    """Those that began while a granted benefit of the person ran, whichever of their files has it."""
    own, others = _rows(ask).subquery("own_file"), _rows(ask).subquery("other_files")
    files: Any = merged_files(as_of=ask.as_of).alias("files_with_claims")
    through = select(others).join(files, files.c.person_id == others.c.person)
    return union(
        _while_paid(select(own), own.c.person, own.c.on_day, ask),
        _while_paid(through, files.c.seeker_id, others.c.on_day, ask),
    )


def _while_paid(rows: Select[Any], file: ColumnElement[Any], day: ColumnElement[Any], ask: Ask) -> Select[Any]:
    corrected = exists().where(_later.corrects_id == _d.id, *written(_later.at, ask))
    runs = [_d.verdict == Verdict.GRANTED, day.between(_d.from_on, _d.to_on), *written(_d.at, ask)]
    runs += [_d.from_on <= LAST, _d.to_on >= FIRST]  # follows, and leaves few decisions of many years
    claimed = rows.join(BenefitClaim, _c.seeker_id == file).join(ClaimDecision, _d.claim_id == _c.id)
    return claimed.where(*runs, ~corrected)


PLACEMENTS = Source("placements", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _rows)
PAID = Source("placements_of_recipients", RecordKind.PLACEMENT, DateRule.START, ProvinceRule.REFERRING, _of_recipients)
