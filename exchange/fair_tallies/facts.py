"""The facts of a fair that figures are counted from: each a named statement, one row per fact.

Every fact names its `site`: for employers and vacancies the centre that brought the booth, for everything a person
does the site where the person registered for the fair. A person who never registered has none, and is still counted.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    type_coerce,
)
from sqlmodel import SQLModel

from exchange.booths.codes import OutcomeCode
from exchange.booths.outcomes import INTERVIEWS, done
from exchange.booths.tables import Booth, BoothVacancy, Shift, Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.centres.tables import Centre
from exchange.fair_tallies.codes import Skill, Workplace
from exchange.fairs.tables import FairSeeker
from exchange.kernel.columns import columns
from exchange.placements.queries import STANDING, first_place
from exchange.placements.rules import province_on
from exchange.placements.tables import Placement
from exchange.reference import provinces
from exchange.reference.codes import Qualification
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy

FAIR: Any = bindparam("fair")
OPENS: Any = bindparam("opens")  # when the floor opened, or will
CLOSES: Any = bindparam("closes")
DAY: Any = bindparam("day")  # the local day of the opening
MERGED_AT: Any = bindparam("merged_at")  # when the province codes changed their meaning

_b, _bv, _v, _ce = columns(Booth), columns(BoothVacancy), columns(Vacancy), columns(Centre)
_fs, _s, _t, _c, _p = columns(FairSeeker), columns(Seeker), columns(Ticket), columns(Call), columns(Placement)
_BEFORE, _SINCE = provinces.MERGER_DAY - timedelta(days=1), provinces.MERGER_DAY
_OLD_CODES = {p.code: province_on(p.code, _BEFORE, _SINCE) for p in provinces.as_of(_BEFORE)}
_RETIRED = {old: new for old, new in _OLD_CODES.items() if provinces.get(old, _SINCE) is None}


def province_at_fair(code: ColumnElement[Any], written_at: ColumnElement[Any]) -> ColumnElement[str]:
    """What `code`, written down at a time, is called on the day of the fair: `province_on` said in SQL."""
    changed = {old: new for old, new in _OLD_CODES.items() if old != new}
    return case(
        (OPENS < MERGED_AT, code),
        (written_at < MERGED_AT, case(changed, value=code, else_=code)),
        else_=case(_RETIRED, value=code, else_=code),
    )


def skill(qualification: ColumnElement[Any]) -> ColumnElement[str]:
    """Unskilled: no training for any trade; everybody else who stated something is qualified."""
    stated = type_coerce(qualification, String)
    return case(
        (func.coalesce(stated, "") == "", Skill.NOT_STATED.value),
        (stated == Qualification.NONE.value, Skill.UNSKILLED.value),
        else_=Skill.QUALIFIED.value,
    )


def workplace(overseas: ColumnElement[Any], place: ColumnElement[Any], home: ColumnElement[Any]) -> ColumnElement[str]:
    """Where the work is, as seen from the province `home`."""
    return case(
        (overseas.is_(True), Workplace.OVERSEAS.value),
        (place.is_(None), Workplace.NOT_STATED.value),
        (place == home, Workplace.HERE.value),
        else_=Workplace.ELSEWHERE.value,
    )


def _present(fact: Any) -> Any:
    """Joins the site where the person of a fact registered, if anywhere."""
    return and_(_fs.fair_id == fact.fair_id, _fs.seeker_id == fact.seeker_id)


def _table(model: type[SQLModel]) -> Any:
    return model.__table__  # type: ignore[attr-defined]


def _booths() -> CTE:
    """Employers at the fair: an employer has one booth."""
    staffed = exists().where(columns(Shift).booth_id == _b.id)
    interviewed = exists().where(columns(Interview).booth_id == _b.id)
    facts = select(
        _b.centre_id.label("site"), _b.id.label("booth"), _b.mode, staffed.label("present"), interviewed.label("talked")
    )
    return facts.where(_b.fair_id == FAIR).cte("booth_facts")


def _vacancies() -> CTE:
    """Vacancies on offer on the day of the fair; shown at two booths, a vacancy belongs to the first of them."""
    on_offer = (
        select(
            _b.centre_id.label("site"), _v.id.label("vacancy"), _v.openings, _v.overseas,
            skill(_v.qualification).label("skill"), first_place(_v.id).label("place"), _v.created_at.label("placed_at"),
            _ce.province_code.label("home"), _ce.created_at.label("homed_at"),
            func.row_number().over(partition_by=_v.id, order_by=_b.number).label("nth"),
        )
        .join(BoothVacancy, _bv.vacancy_id == _v.id)
        .join(Booth, _b.id == _bv.booth_id)
        .join(Centre, _ce.id == _b.centre_id)
        .where(_b.fair_id == FAIR, _v.published_at < CLOSES, _v.expires_on >= DAY)
        .where(or_(_v.closed_at.is_(None), _v.closed_at > OPENS))
        .subquery("on_offer")
    )  # fmt: skip
    at = on_offer.c
    where = workplace(at.overseas, province_at_fair(at.place, at.placed_at), province_at_fair(at.home, at.homed_at))
    facts = select(at.site, at.vacancy, at.openings, at.skill, where.label("workplace"))
    return facts.where(at.nth == 1).cte("vacancy_facts")


def _attendance() -> CTE:
    """Persons registered for the fair: each at one site."""
    facts = select(_fs.centre_id.label("site"), _fs.seeker_id.label("seeker"), _fs.channel, _fs.checked_in_at, _s.sex)
    return facts.join(Seeker, _s.id == _fs.seeker_id).where(_fs.fair_id == FAIR).cte("attendance_facts")


def _tickets() -> CTE:
    facts = select(_fs.centre_id.label("site"), _t.id.label("ticket"), _t.seeker_id.label("seeker"), _t.ended_as)
    source: FromClause = _table(Ticket).outerjoin(FairSeeker, _present(_t))
    return facts.select_from(source).where(_t.fair_id == FAIR).cte("ticket_facts")


def _calls() -> CTE:
    facts = select(_fs.centre_id.label("site"), _c.id.label("call"), _c.seeker_id.label("seeker"), _c.answer)
    source: FromClause = _table(Call).outerjoin(FairSeeker, _present(_c))
    return facts.select_from(source).where(_c.fair_id == FAIR).cte("call_facts")


def _interviews() -> CTE:
    """Interviews with their outcome as corrected; without one the code is null."""
    talks = INTERVIEWS.where(columns(Interview).fair_id == FAIR).subquery("talks")
    at, on = talks.c, _present(talks.c)
    facts = select(
        _fs.centre_id.label("site"), at.interview_id.label("interview"), at.seeker_id.label("seeker"), at.code,
        at.referred_to, at.given_at, at.ended_at,
    )  # fmt: skip
    return facts.select_from(talks.outerjoin(FairSeeker, on)).cte("interview_facts")


def _persons(talks: CTE) -> CTE:
    """Persons with an interview that is over, each with one result: hired at any booth, else the latest given."""
    weight = case((talks.c.code == OutcomeCode.HIRED, 0), (talks.c.code.is_not(None), 1), else_=2)
    order = (weight, talks.c.given_at.desc(), talks.c.interview.desc())
    nth = func.row_number().over(partition_by=talks.c.seeker, order_by=order)
    ranked = select(talks, nth.label("nth")).where(done(talks.c.ended_at)).subquery("ranked")
    facts = select(ranked, _s.sex, skill(_s.qualification).label("skill")).join(Seeker, _s.id == ranked.c.seeker)
    return facts.where(ranked.c.nth == 1).cte("person_facts")


def _placements() -> CTE:
    """Placements of the fair, standing and reversed. Both provinces are codes as of the same day."""
    place = workplace(_v.overseas, _p.workplace, _p.residence)
    facts = select(
        _p.referring_id.label("site"), _p.id.label("placement"), _p.seeker_id.label("seeker"),
        STANDING.label("standing"), place.label("workplace"),
    )  # fmt: skip
    return facts.join(Vacancy, _v.id == _p.vacancy_id).where(_p.fair_id == FAIR).cte("placement_facts")


BOOTHS = _booths()
VACANCIES = _vacancies()
ATTENDANCE = _attendance()
TICKETS = _tickets()
CALLS = _calls()
INTERVIEWED = _interviews()
PERSONS = _persons(INTERVIEWED)
PLACEMENTS = _placements()
# The column that tells the rows apart: what is counted by it is counted by rows.
KEYS: dict[CTE, ColumnElement[Any]] = {
    BOOTHS: BOOTHS.c.booth,
    VACANCIES: VACANCIES.c.vacancy,
    ATTENDANCE: ATTENDANCE.c.seeker,
    TICKETS: TICKETS.c.ticket,
    CALLS: CALLS.c.call,
    INTERVIEWED: INTERVIEWED.c.interview,
    PERSONS: PERSONS.c.seeker,
    PLACEMENTS: PLACEMENTS.c.placement,
}
