"""What happens to a vacancy once it is written: sent, reviewed, changed in number, closed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.text import squeeze_lines
from exchange.vacancies import desk_queries, index, queries, rules
from exchange.vacancies.access import ReviewDesk, VacancyDesk
from exchange.vacancies.codes import VacancyReason, VacancyState, Verdict
from exchange.vacancies.given import openings_faults
from exchange.vacancies.tables import Vacancy, VacancyReview

_v = columns(Vacancy)


class ReviewGiven(BaseModel):
    """A verdict of the centre; `reason` is needed to return a vacancy and to approve one with flagged wording."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    verdict: Verdict
    reason: str = Field(default="", max_length=1000)


def submit(db: Writing, desk: VacancyDesk, *, request_id: UUID | None, now: datetime) -> None:
    """Send a vacancy for review: every vacancy is read by the centre before it is published.

    Raises Refused when a part is not answered, the expiry has passed, or it was sent already.
    """
    by = desk.by(request_id)
    if log.result_of(db, by):
        return
    row, state = _held(db, desk.vacancy_id, now)
    if reason := rules.why_not_edit(state):
        raise Refused(reason)
    if rules.missing_parts(desk_queries.answers_of(db, row)):
        raise Refused(VacancyReason.INCOMPLETE)
    if reason := rules.why_not_expiry(row.expires_on, local_day(now)):
        raise Refused(reason, "expires_on")
    _write(db, desk.vacancy_id, submitted_at=now)
    log.record(db, Kind.VACANCY_SUBMITTED, log.About(desk.vacancy_id), by=by, at=now)


def review(db: Writing, desk: ReviewDesk, given: ReviewGiven, *, request_id: UUID | None, now: datetime) -> None:
    """Publish a vacancy or send it back.

    Raises Conflict when it does not wait for review (a colleague was faster), Refused when a reason is missing or the
    expiry has passed meanwhile.
    """
    by = desk.by(request_id)
    if log.result_of(db, by):
        return
    row, state = _held(db, desk.vacancy_id, now)
    if state is not VacancyState.WAITING:
        raise Conflict(VacancyReason.NOT_WAITING)
    _decide(db, desk, given, row, now)
    about = log.About(desk.vacancy_id, facts={"verdict": given.verdict.value})
    log.record(db, Kind.VACANCY_REVIEWED, about, by=by, at=now)


def _decide(db: Writing, desk: ReviewDesk, given: ReviewGiven, row: Any, now: datetime) -> None:
    """Store the verdict and what was found at the time, and publish what is approved."""
    approve, words = given.verdict is Verdict.APPROVED, squeeze_lines(given.reason)
    findings = desk_queries.findings_of(row)
    if reason := rules.why_not_review(approve=approve, findings=len(findings), reason=words):
        raise Refused(reason, "reason")
    if approve and (late := rules.why_not_expiry(row.expires_on, local_day(now))):
        raise Refused(late)
    said = VacancyReview(vacancy_id=desk.vacancy_id, verdict=given.verdict, by_account=desk.account_id, at=now)
    said.reason, said.findings = words, sorted({finding.code.value for finding in findings})
    db.add(said)
    if approve:
        _write(db, desk.vacancy_id, published_at=now)
        index.refresh(db, desk.vacancy_id)


def change_openings(
    db: Writing, desk: VacancyDesk, openings: int, expires_on: date, *, request_id: UUID | None, now: datetime
) -> None:
    """More or fewer openings, a later or earlier end: the two things of a published vacancy nobody has to review."""
    by = desk.by(request_id)
    if log.result_of(db, by):
        return
    for no in openings_faults(openings, expires_on, local_day(now)):
        raise no
    row, state = _held(db, desk.vacancy_id, now)
    if row.published_at is None or state is VacancyState.CLOSED:
        raise Refused(VacancyReason.NOT_PUBLISHED)
    _write(db, desk.vacancy_id, openings=openings, expires_on=expires_on)
    index.refresh(db, desk.vacancy_id)
    facts = {"openings": openings, "expires_on": expires_on.isoformat()}
    log.record(db, Kind.VACANCY_DRAFTED, log.About(desk.vacancy_id, facts=facts), by=by, at=now)


def close(db: Writing, desk: VacancyDesk, *, now: datetime) -> None:
    """Take a vacancy down for good; doing it twice is doing it once."""
    _, state = _held(db, desk.vacancy_id, now)
    if state is VacancyState.CLOSED:
        return
    _write(db, desk.vacancy_id, closed_at=now)
    index.refresh(db, desk.vacancy_id)
    log.record(db, Kind.VACANCY_CLOSED, log.About(desk.vacancy_id), by=desk.by(None), at=now)


def _held(db: Writing, vacancy_id: UUID, now: datetime) -> tuple[Any, VacancyState]:
    """The vacancy as it stays until we commit, and its state."""
    hold(db, Vacancy, vacancy_id)
    row = queries.row_to_view(db, vacancy_id)
    return row, queries.state_of(row, local_day(now))


def _write(db: Writing, vacancy_id: UUID, **values: object) -> None:
    db.execute(update(Vacancy).where(_v.id == vacancy_id).values(**values))
