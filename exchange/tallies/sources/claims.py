"""Claims for unemployment benefit: received, and decided."""

from typing import Any

from sqlalchemy import Select, and_, exists, func, select

from exchange.benefits.codes import ClaimOrigin, Verdict
from exchange.benefits.tables import BenefitClaim, ClaimDecision, ClaimWithdrawal
from exchange.kernel.columns import columns
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written

_c, _d, _w = columns(BenefitClaim), columns(ClaimDecision), columns(ClaimWithdrawal)
_words: Any = ClaimDecision.__table__.alias("first_word")  # type: ignore[attr-defined]
_first: Any = _words.c
_other: Any = ClaimDecision.__table__.alias("other_word").c  # type: ignore[attr-defined]


def _claims(day: Any, ask: Ask, *more: Any) -> Select[Any]:
    """What moved in was received and decided elsewhere; what was taken in by mistake counts no more."""
    files: Any = merged_files(as_of=ask.as_of).alias("files_of_claims")
    told = select(
        *(_c.id.label("record"), func.coalesce(files.c.person_id, _c.seeker_id).label("person")),
        *(_c.centre_id.label("centre"), day.label("on_day"), _c.origin, *more),
    )
    gone = exists().where(_w.claim_id == _c.id, *written(_w.at, ask))
    rules = [~gone, _c.origin != ClaimOrigin.MOVED_IN, day.between(FIRST, LAST), *here(_c.centre_id, ask)]
    return (
        told.select_from(BenefitClaim)
        .outerjoin(files, files.c.seeker_id == _c.seeker_id)
        .where(*rules, *written(_c.at, ask))
    )


def _received(ask: Ask) -> Select[Any]:
    return _claims(_c.received_on, ask)


def _decided(ask: Ask) -> Select[Any]:
    """On the day of the first decision; `verdict` as corrected: the newest word that does not cancel."""
    stands = [_d.claim_id == _c.id, _d.verdict != Verdict.CANCELLED, *written(_d.at, ask)]
    newer = [_other.claim_id == _c.id, _other.turn > _d.turn, _other.turn > 1, _other.verdict != Verdict.CANCELLED]
    decided = _claims(_first.on_day, ask, _d.verdict)
    decided = decided.join(_words, and_(_first.claim_id == _c.id, _first.turn == 1))
    decided = decided.join(ClaimDecision, and_(*stands, ~exists().where(*newer, *written(_other.at, ask))))
    return decided.where(*written(_first.at, ask))


RECEIVED = Source("claims_received", RecordKind.CLAIM, DateRule.RECEIPT, ProvinceRule.CENTRE, _received)
DECIDED = Source("claims_decided", RecordKind.CLAIM, DateRule.DECISION, ProvinceRule.CENTRE, _decided)
