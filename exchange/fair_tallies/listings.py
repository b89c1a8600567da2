"""What is shown of a record of each kind when the figures are opened.

A person who does not let the centres of the fair share their file is named to their own site only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, func, or_, select

from exchange.booths.outcomes import CODE, INTERVIEWS
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Call, Interview
from exchange.centres.tables import Centre
from exchange.employers.tables import Employer
from exchange.fair_tallies.codes import RecordKind, RecordWord, Workplace
from exchange.fair_tallies.facts import FAIR
from exchange.fairs.tables import FairSeeker
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.texts import N_
from exchange.placements.codes import EvidenceLevel
from exchange.placements.queries import STANDING, first_place
from exchange.placements.tables import Placement, PlacementEvidence
from exchange.reference import provinces
from exchange.seekers.codes import Purpose
from exchange.seekers.tables import Consent, Seeker
from exchange.vacancies.tables import Vacancy

_b, _e, _ce, _v, _s = columns(Booth), columns(Employer), columns(Centre), columns(Vacancy), columns(Seeker)
_t, _c, _i, _p = columns(Ticket), columns(Call), columns(Interview), columns(Placement)
_fs, _con, _ev = columns(FairSeeker), columns(Consent), columns(PlacementEvidence)

_OWN = exists().where(_fs.fair_id == FAIR, _fs.seeker_id == _s.id, _fs.centre_id == bindparam("viewing"))
_SHARES = (
    select(_con.given)
    .where(_con.seeker_id == _s.id, _con.purpose == Purpose.PROVINCES)
    .order_by(_con.at.desc(), _con.id.desc())
    .limit(1)
    .scalar_subquery()
)
_NAMED = or_(_OWN, _SHARES.is_(True))
_NAME = case((_NAMED, _s.full_name)).label("name")
_WHOSE = case((_NAMED, _s.id)).label("seeker")
_NOBODY = bindparam("nobody", None, _s.id.type).label("seeker")
_EMPLOYER = _e.name.label("employer")
_LEVEL = select(func.max(_ev.level)).where(_ev.placement_id == _p.id).scalar_subquery()


@dataclass(frozen=True, eq=False)
class Listing:
    """How records of one kind are shown: the rows (with `id` and `seeker`), their key, and the cells of a row."""

    names: tuple[str, ...]
    key: ColumnElement[Any]
    rows: Select[Any]
    cells: Callable[[Any], tuple[Any, ...]]


def _province(code: str | None, written_at: datetime) -> str | None:
    return provinces.name_of(code, local_day(written_at)) if code else None


def _workplace(row: Any) -> str | Workplace | None:
    return Workplace.OVERSEAS if row.overseas else _province(row.place, row.created_at)


def _person(row: Any) -> str | RecordWord:
    return row.name or RecordWord.NAMELESS


_BOOTHS = Listing(
    (N_("Gian hàng"), N_("Nhà tuyển dụng"), N_("Điểm cầu"), N_("Hình thức")),
    _b.id,
    select(_b.id, _NOBODY, _b.number, _EMPLOYER, _ce.short_name, _b.mode)
    .join(Employer, _e.id == _b.employer_id)
    .join(Centre, _ce.id == _b.centre_id),
    lambda row: (row.number, row.employer, row.short_name, row.mode),
)
_VACANCIES = Listing(
    (N_("Vị trí"), N_("Nhà tuyển dụng"), N_("Chỉ tiêu"), N_("Nơi làm việc"), N_("Trình độ")),
    _v.id,
    select(
        _v.id, _NOBODY, _v.title, _EMPLOYER, _v.openings, _v.qualification, first_place(_v.id).label("place"),
        _v.created_at, _v.overseas,
    ).join(Employer, _e.id == _v.employer_id),
    lambda row: (row.title, row.employer, row.openings, _workplace(row), row.qualification),
)  # fmt: skip
_SEEKERS = Listing(
    (N_("Họ tên"), N_("Năm sinh"), N_("Giới tính"), N_("Nơi ở")),
    _s.id,
    select(_s.id, _WHOSE, _NAME, _s.birth_year, _s.sex, _s.province_code, _s.created_at),
    lambda row: (
        (row.name, str(row.birth_year), row.sex, _province(row.province_code, row.created_at))
        if row.name
        else (RecordWord.NAMELESS, None, None, None)
    ),
)
_TICKETS = Listing(
    (N_("Số"), N_("Họ tên"), N_("Nhà tuyển dụng"), N_("Lấy số lúc"), N_("Kết thúc")),
    _t.id,
    select(_t.id, _WHOSE, _NAME, _t.number, _EMPLOYER, _t.joined_at, _t.ended_as)
    .join(Seeker, _s.id == _t.seeker_id)
    .join(Booth, _b.id == _t.booth_id)
    .join(Employer, _e.id == _b.employer_id),
    lambda row: (row.number, _person(row), row.employer, row.joined_at, row.ended_as),
)
_CALLS = Listing(
    (N_("Họ tên"), N_("Nhà tuyển dụng"), N_("Mời lúc"), N_("Trả lời")),
    _c.id,
    select(_c.id, _WHOSE, _NAME, _EMPLOYER, _c.called_at, _c.answer)
    .join(Seeker, _s.id == _c.seeker_id)
    .join(Booth, _b.id == _c.booth_id)
    .join(Employer, _e.id == _b.employer_id),
    lambda row: (_person(row), row.employer, row.called_at, row.answer),
)
_INTERVIEWS = Listing(
    (N_("Họ tên"), N_("Nhà tuyển dụng"), N_("Bắt đầu lúc"), N_("Kết quả")),
    _i.id,
    INTERVIEWS.with_only_columns(_i.id, _WHOSE, _NAME, _EMPLOYER, _i.started_at, CODE)
    .join(Seeker, _s.id == _i.seeker_id)
    .join(Booth, _b.id == _i.booth_id)
    .join(Employer, _e.id == _b.employer_id),
    lambda row: (_person(row), row.employer, row.started_at, row.code),
)
_PLACEMENTS = Listing(
    (N_("Họ tên"), N_("Nhà tuyển dụng"), N_("Vị trí"), N_("Ngày nhận việc"), N_("Bằng chứng"), N_("Hiệu lực")),
    _p.id,
    select(
        _p.id, _WHOSE, _NAME, _EMPLOYER, _v.title, _p.agreed_on, _LEVEL.label("level"), STANDING.label("standing")
    )
    .join(Seeker, _s.id == _p.seeker_id)
    .join(Employer, _e.id == _p.employer_id)
    .join(Vacancy, _v.id == _p.vacancy_id),
    lambda row: (
        _person(row), row.employer, row.title, row.agreed_on, EvidenceLevel(row.level),
        RecordWord.STANDING if row.standing else RecordWord.REVERSED,
    ),
)  # fmt: skip
LISTINGS: dict[RecordKind, Listing] = {
    RecordKind.BOOTH: _BOOTHS,
    RecordKind.VACANCY: _VACANCIES,
    RecordKind.SEEKER: _SEEKERS,
    RecordKind.TICKET: _TICKETS,
    RecordKind.CALL: _CALLS,
    RecordKind.INTERVIEW: _INTERVIEWS,
    RecordKind.PLACEMENT: _PLACEMENTS,
}
