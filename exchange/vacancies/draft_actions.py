"""Writing a vacancy: beginning it, saving its parts, copying an earlier one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from exchange.employers.access import EmployerDesk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.reference import provinces
from exchange.vacancies import queries, rules
from exchange.vacancies.access import VacancyDesk
from exchange.vacancies.given import Given, PlacesGiven, WorkGiven
from exchange.vacancies.tables import Vacancy, VacancyId, VacancyPlace

_v, _p = columns(Vacancy), columns(VacancyPlace)
_NOT_COPIED = {
    *("id", "expires_on", "source", "source_key", "source_print"),
    *("created_at", "created_by", "submitted_at", "published_at", "closed_at"),
}


def start_draft(
    db: Writing, desk: EmployerDesk, given: WorkGiven, *, request_id: UUID | None, now: datetime
) -> VacancyId:
    """A new vacancy with its first part. The same form sent twice begins one. Raises Refused, field by field."""
    by = desk.by(request_id)
    if made := log.result_of(db, by):
        return VacancyId(made)
    row = given.kept(local_day(now))
    return _begin(db, desk, row, by, now)


def copy_vacancy(
    db: Writing, desk: EmployerDesk, vacancy_id: UUID | None = None, *, request_id: UUID | None, now: datetime
) -> VacancyId:
    """A new draft that says what an earlier vacancy of the employer says (default: the last); only its expiry is open.

    Raises NotFound when there is none.
    """
    by = desk.by(request_id)
    if made := log.result_of(db, by):
        return VacancyId(made)
    own = select(Vacancy).where(_v.employer_id == desk.employer_id)
    wanted = own.where(_v.id == vacancy_id) if vacancy_id else own.order_by(_v.created_at.desc(), _v.id.desc())
    earlier = db.scalar(wanted.limit(1))
    if earlier is None:
        raise NotFound
    copy = _begin(db, desk, earlier.model_dump(exclude=_NOT_COPIED), by, now)
    _copy_places(db, earlier, copy, now)
    return copy


def _begin(db: Writing, desk: EmployerDesk, row: dict[str, Any], by: log.By, now: datetime) -> VacancyId:
    owners = {"employer_id": desk.employer_id, "centre_id": desk.centre_id}
    vacancy = Vacancy(**(row | owners), created_at=now, created_by=desk.account_id)
    db.add(vacancy)
    db.flush()
    log.record(db, Kind.VACANCY_DRAFTED, log.About(vacancy.id), by=by, at=now)
    return vacancy.id


def _copy_places(db: Writing, earlier: Vacancy, copy: VacancyId, now: datetime) -> None:
    """Places are copied as the provinces of today; two that have merged since become one."""
    day = local_day(earlier.created_at)
    rows = queries.places_of(db, [earlier.id]).get(earlier.id, [])
    today = local_day(now)
    given = PlacesGiven(places=tuple((provinces.successor(code, day, today), address) for code, address in rows))
    _write_places(db, copy, given)


def save_part(db: Writing, desk: VacancyDesk, given: Given, *, request_id: UUID | None, now: datetime) -> None:
    """Save one part of a draft, or of a vacancy that was sent back. Raises Refused, field by field.

    What was published or waits for review is not changed: it stays what the reviewer read.
    """
    by = desk.by(request_id)
    if log.result_of(db, by):
        return
    row = given.kept(local_day(now))
    hold(db, Vacancy, desk.vacancy_id)
    state = queries.state_of(queries.row_to_view(db, desk.vacancy_id), local_day(now))
    if reason := rules.why_not_edit(state):
        raise Refused(reason)
    db.execute(update(Vacancy).where(_v.id == desk.vacancy_id).values(**row))
    if isinstance(given, PlacesGiven):
        _write_places(db, desk.vacancy_id, given)
    about = log.About(desk.vacancy_id, facts={"part": given.part.value})
    log.record(db, Kind.VACANCY_DRAFTED, about, by=by, at=now)


def _write_places(db: Writing, vacancy_id: VacancyId, given: PlacesGiven) -> None:
    db.execute(delete(VacancyPlace).where(_p.vacancy_id == vacancy_id))
    rows = [{"vacancy_id": vacancy_id, **row} for row in given.rows()]
    if rows:
        db.execute(insert(VacancyPlace), rows)
