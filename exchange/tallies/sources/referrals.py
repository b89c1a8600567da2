"""Referral slips that were issued and not cancelled."""

from typing import Any

from sqlalchemy import Select, exists, func, select

from exchange.kernel.columns import columns
from exchange.referrals.tables import Referral, ReferralCancellation
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written

_r, _x = columns(Referral), columns(ReferralCancellation)


def _rows(ask: Ask) -> Select[Any]:
    files: Any = merged_files(as_of=ask.as_of).alias("files_of_slips")
    told = select(
        *(_r.id.label("record"), func.coalesce(files.c.person_id, _r.seeker_id).label("person")),
        *(_r.centre_id.label("centre"), _r.issued_on.label("on_day"), _r.employer_id.label("employer")),
    )
    cancelled = exists().where(_x.referral_id == _r.id, *written(_x.at, ask))
    rules = [~cancelled, _r.issued_on.between(FIRST, LAST), *here(_r.centre_id, ask), *written(_r.at, ask)]
    return told.select_from(Referral).outerjoin(files, files.c.seeker_id == _r.seeker_id).where(*rules)


REFERRALS = Source("referrals", RecordKind.REFERRAL, DateRule.ISSUE, ProvinceRule.CENTRE, _rows)
