"""What those who plan booths ask: a centre's booths at a fair, and what a booth may show."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.booths import queries as booths
from exchange.booths.codes import Mode
from exchange.booths.plan_access import BoothPlan
from exchange.booths.tables import Booth, BoothVacancy, Shift
from exchange.employers.tables import Employer
from exchange.fairs.access import FairDesk
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.vacancies.queries import VacancyRow
from exchange.vacancies.shown_queries import rows_of
from exchange.vacancies.tables import Vacancy

_b, _e, _bv, _f, _v = columns(Booth), columns(Employer), columns(BoothVacancy), columns(Shift), columns(Vacancy)
_SHOWN = select(func.count()).select_from(BoothVacancy).where(_bv.booth_id == _b.id).scalar_subquery()
_SHIFTS = select(func.count()).select_from(Shift).where(_f.booth_id == _b.id).scalar_subquery()
_OURS = (
    select(_b.id, _b.number, _b.employer_id, _e.name, _b.mode, _SHOWN, _b.last_ticket, _SHIFTS)
    .join(Employer, _e.id == _b.employer_id)
    .where(_b.fair_id == bindparam("fair"), _b.centre_id == bindparam("centre"))
    .order_by(_b.number)
)
_WRITTEN = select(_v.id).where(_v.employer_id == bindparam("employer")).order_by(_v.created_at, _v.id)
_ON_SHOW = select(_bv.vacancy_id).where(_bv.booth_id == bindparam("booth")).order_by(_bv.rank)


class OurBooth(msgspec.Struct, frozen=True):
    """A booth that a centre brings. `vacancies`: put on show; `tickets`: numbers given out so far."""

    id: UUID
    number: int
    employer_id: UUID
    employer: str
    mode: Mode
    vacancies: int
    tickets: int
    shifts: int

    @property
    def untouched(self) -> bool:
        """Whether nobody has sat or queued there: it may still be taken away."""
        return not (self.tickets or self.shifts)


class Choice(msgspec.Struct, frozen=True):
    """A vacancy of the booth's employer. `shown`: at this booth."""

    vacancy: VacancyRow
    shown: bool


class BoothForm(msgspec.Struct, frozen=True):
    """A booth as its form holds it."""

    booth: OurBooth
    choices: list[Choice]


def our_booths(db: Reading, desk: FairDesk) -> list[OurBooth]:
    """The booths that the desk's centre brings, by number."""
    return [OurBooth(*row) for row in db.execute(_OURS, {"fair": desk.fair_id, "centre": desk.centre_id})]


def open_vacancies(db: Reading, employer_id: UUID, *, now: datetime) -> list[VacancyRow]:
    """What an employer offers now, in the order it was written."""
    ids = list(db.scalars(_WRITTEN, {"employer": employer_id}))
    found = rows_of(db, ids, now=now)
    return [found[vacancy] for vacancy in ids if vacancy in found]


def booth_form(db: Reading, desk: BoothPlan, *, now: datetime) -> BoothForm:
    """One booth: what it shows first, then what else its employer offers."""
    booth = next(row for row in our_booths(db, desk) if row.id == desk.booth_id)
    shown = list(db.scalars(_ON_SHOW, {"booth": desk.booth_id}))
    offered = {row.id: row for row in open_vacancies(db, desk.employer_id, now=now)}
    others = [vacancy for vacancy in offered if vacancy not in shown]
    choices = [Choice(offered[vacancy], vacancy in shown) for vacancy in [*shown, *others] if vacancy in offered]
    return BoothForm(booth, choices)


def booths_and_openings(db: Reading, fair_id: UUID, *, now: datetime) -> tuple[int, int]:
    """How many booths a fair has, and how many openings they show."""
    heads = booths.heads(db, fair_id)
    shown = booths.shown_at(db, [booth.id for booth in heads], now=now)
    return len(heads), sum({row.id: row.openings_left for rows in shown.values() for row in rows}.values())
