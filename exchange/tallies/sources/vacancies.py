"""Vacancies that were published, with the people they want."""

from typing import Any

from sqlalchemy import Select, select

from exchange.employers.tables import Employer
from exchange.kernel.columns import columns
from exchange.kernel.local_dates import local_date
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written
from exchange.vacancies.tables import Vacancy

_v, _e = columns(Vacancy), columns(Employer)


def _rows(ask: Ask) -> Select[Any]:
    day = local_date(_v.published_at)
    told = select(
        *(_v.id.label("record"), _v.centre_id.label("centre"), day.label("on_day"), _v.employer_id.label("employer")),
        *(_v.openings, _v.overseas, _v.qualification.label("wanted"), _e.kind.label("employer_kind")),
    )
    rules = [_v.published_at.is_not(None), day.between(FIRST, LAST), *here(_v.centre_id, ask)]
    return told.join(Employer, _e.id == _v.employer_id).where(*rules, *written(_v.published_at, ask))


PUBLISHED = Source("vacancies", RecordKind.VACANCY, DateRule.PUBLICATION, ProvinceRule.KEEPER, _rows)
