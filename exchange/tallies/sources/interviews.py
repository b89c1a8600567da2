"""Interviews at fairs that are over, with their result as corrected, and the one result of each person at a fair."""

from typing import Any

from sqlalchemy import Select, and_, case, func, select

from exchange.booths.codes import OutcomeCode
from exchange.booths.talk_tables import Interview, Outcome, OutcomeCorrection
from exchange.fairs.tables import Fair, FairSeeker
from exchange.kernel.columns import columns
from exchange.kernel.local_dates import local_date
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written

_i, _o, _k = columns(Interview), columns(Outcome), columns(OutcomeCorrection)
_f, _fs = columns(Fair), columns(FairSeeker)
_later: Any = OutcomeCorrection.__table__.alias("later_correction").c  # type: ignore[attr-defined]


def _rows(ask: Ask) -> Select[Any]:
    """Each interview that is over; who never registered is counted for the host."""
    day = local_date(_i.started_at)
    centre = func.coalesce(_fs.centre_id, _f.host_id)
    files: Any = merged_files(as_of=ask.as_of).alias("files_of_talks_at_fairs")
    told = (
        select(
            *(_i.id.label("record"), func.coalesce(files.c.person_id, _i.seeker_id).label("person")),
            *(centre.label("centre"), day.label("on_day"), _i.fair_id.label("fair"), _o.at.label("given_at")),
            case((_k.id.is_(None), _o.code), else_=_k.code).label("result"),
        )
        .select_from(Interview)
        .join(Fair, _f.id == _i.fair_id)
        .outerjoin(FairSeeker, and_(_fs.fair_id == _i.fair_id, _fs.seeker_id == _i.seeker_id))
        .outerjoin(files, files.c.seeker_id == _i.seeker_id)
        .outerjoin(Outcome, and_(_o.interview_id == _i.id, *written(_o.at, ask)))
        .outerjoin(OutcomeCorrection, _k.id == _newest(ask))
    )
    over = [_i.ended_at.is_not(None), *written(_i.ended_at, ask)]
    return told.where(day.between(FIRST, LAST), *over, *here(centre, ask))


def _newest(ask: Ask) -> Any:
    """The last correction of an outcome."""
    return (
        select(_later.id)
        .where(_later.outcome_id == _o.id, *written(_later.at, ask))
        .order_by(_later.at.desc(), _later.id.desc())
        .limit(1)
        .correlate(Outcome.__table__)  # type: ignore[attr-defined]
        .scalar_subquery()
    )


def _results(ask: Ask) -> Select[Any]:
    """One row for a person at a fair: hired at any booth, else the result that was given last."""
    talks = _rows(ask).subquery("talks")
    at = talks.c
    weight = case((at.result == OutcomeCode.HIRED, 0), (at.result.is_not(None), 1), else_=2)
    nth = func.row_number().over(
        partition_by=(at.fair, at.person), order_by=(weight, at.given_at.desc(), at.record.desc())
    )
    ranked = select(talks, nth.label("nth")).subquery("ranked")
    return select(*(column for column in ranked.c if column.name != "nth")).where(ranked.c.nth == 1)


INTERVIEWS = Source("interviews", RecordKind.INTERVIEW, DateRule.EVENT, ProvinceRule.SITE, _rows)
RESULTS = Source("fair_results", RecordKind.INTERVIEW, DateRule.EVENT, ProvinceRule.SITE, _results)
