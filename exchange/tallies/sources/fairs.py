"""Fairs that were held, the employers at them, what they offered, and who came."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select

from exchange.booths.tables import Booth, BoothVacancy, Shift
from exchange.booths.talk_tables import Interview
from exchange.employers.tables import Employer
from exchange.fairs.tables import Fair, FairOpening, FairSeeker
from exchange.kernel.columns import columns
from exchange.kernel.local_dates import local_date
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here, written
from exchange.vacancies.tables import Vacancy

_f, _o, _b, _bv, _e = (columns(one) for one in (Fair, FairOpening, Booth, BoothVacancy, Employer))
_v, _s, _i, _fs = columns(Vacancy), columns(Shift), columns(Interview), columns(FairSeeker)
_DAY: ColumnElement[Any] = local_date(_o.at)


def _of_held(told: Select[Any], ask: Ask, centre: ColumnElement[Any]) -> Select[Any]:
    """Of fairs that somebody opened: one that was planned and never opened was not held."""
    rules = [_DAY.between(FIRST, LAST), *here(centre, ask), *written(_o.at, ask)]
    return told.join(FairOpening, _o.fair_id == _f.id).where(*rules)


def _held(ask: Ask) -> Select[Any]:
    told = select(
        *(_f.id.label("record"), _f.host_id.label("centre"), _DAY.label("on_day"), _f.kind.label("fair_kind")),
    ).select_from(Fair)
    return _of_held(told, ask, _f.host_id)


def _employers(ask: Ask) -> Select[Any]:
    present = exists().where(_s.booth_id == _b.id, *written(_s.started_at, ask))
    talked = exists().where(_i.booth_id == _b.id, *written(_i.started_at, ask))
    told = (
        select(
            *(_b.id.label("record"), _b.employer_id.label("employer"), _f.host_id.label("centre")),
            *(
                _DAY.label("on_day"),
                _b.mode,
                _e.kind.label("employer_kind"),
                present.label("present"),
                talked.label("talked"),
            ),
        )
        .select_from(Booth)
        .join(Fair, _f.id == _b.fair_id)
        .join(Employer, _e.id == _b.employer_id)
        .where(*written(_b.created_at, ask))
    )
    return _of_held(told, ask, _f.host_id)


def _offered(ask: Ask) -> Select[Any]:
    """Vacancies at a booth of a fair, published and not expired on its day; at two fairs, it counts at the first."""
    apart = (_f.host_id, _v.id) if ask.apart else (_v.id,)
    nth = func.row_number().over(partition_by=apart, order_by=(_o.at, _f.id, _b.number))
    told = (
        select(
            *(_v.id.label("record"), _f.host_id.label("centre"), _DAY.label("on_day")),
            *(_v.openings, _v.overseas, _v.qualification.label("wanted"), nth.label("nth")),
        )
        .select_from(BoothVacancy)
        .join(Booth, _b.id == _bv.booth_id)
        .join(Fair, _f.id == _b.fair_id)
        .join(Vacancy, _v.id == _bv.vacancy_id)
        .where(_v.published_at < _f.closes_at, _v.expires_on >= _DAY, *written(_v.published_at, ask))
    )
    of_fairs = _of_held(told, ask, _f.host_id).subquery("offered")
    kept = [column for column in of_fairs.c if column.name != "nth"]
    return select(*kept).where(of_fairs.c.nth == 1)


def _came(ask: Ask) -> Select[Any]:
    """Persons registered for a fair, at the site where they did; `present`: they came or signed in on the day."""
    files: Any = merged_files(as_of=ask.as_of).alias("files_at_fairs")
    person = func.coalesce(files.c.person_id, _fs.seeker_id)
    there = and_(_fs.checked_in_at.is_not(None), *written(_fs.checked_in_at, ask))
    told = (
        select(
            *(_fs.seeker_id.label("record"), person.label("person"), _fs.centre_id.label("centre")),
            *(_DAY.label("on_day"), _fs.channel, there.label("present")),
        )
        .select_from(FairSeeker)
        .join(Fair, _f.id == _fs.fair_id)
        .outerjoin(files, files.c.seeker_id == _fs.seeker_id)
        .where(*written(_fs.registered_at, ask))
    )
    return _of_held(told, ask, _fs.centre_id)


HELD = Source("fairs_held", RecordKind.FAIR, DateRule.OPENING, ProvinceRule.HOST, _held)
EMPLOYERS = Source("fair_employers", RecordKind.BOOTH, DateRule.OPENING, ProvinceRule.HOST, _employers)
OFFERED = Source("fair_offers", RecordKind.VACANCY, DateRule.OPENING, ProvinceRule.HOST, _offered, spanning=True)
CAME = Source("fair_seekers", RecordKind.PERSON, DateRule.OPENING, ProvinceRule.SITE, _came)
