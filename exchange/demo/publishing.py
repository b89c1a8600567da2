"""Vacancies: written part by part, sent, read by the centre, published; and prolonged when they have run out."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from exchange.demo.cast import manager, viewer
from exchange.demo.firms import FIRMS
from exchange.demo.jobs import pending
from exchange.demo.shapes import Firm, Job
from exchange.employers.access import own_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.vacancies import actions, desk_queries, draft_actions
from exchange.vacancies.access import VacancyDesk, review_desk, vacancy_desk
from exchange.vacancies.actions import ReviewGiven
from exchange.vacancies.codes import Verdict, WageKind
from exchange.vacancies.desk_queries import DeskRow
from exchange.vacancies.given import ContactGiven, NeedsGiven, PlacesGiven, TermsGiven, WageGiven, WorkGiven

_BETWEEN = timedelta(minutes=7)
_OPEN_FOR = timedelta(days=75)
_LEFT_AT_LEAST = timedelta(days=7)


def publish_all(db: Writing, firms: Iterable[Firm] = FIRMS, *, since: datetime, today: date) -> None:
    """All vacancies of all firms, from `since` on, one after the other."""
    now = since
    for number, firm in enumerate(firms):
        ends = today + _OPEN_FOR - timedelta(days=3 * number)
        for job in firm.jobs:
            _publish(db, firm, _send(db, firm, job, ends, now), now + timedelta(hours=2))
            now += _BETWEEN


def leave_pending(db: Writing, *, now: datetime) -> None:
    """What a centre finds to do: one vacancy being written, two that wait for review."""
    garment, footwear = FIRMS[0], FIRMS[2]
    ends = local_day(now) + _OPEN_FOR
    _write(db, garment, pending.DRAFT, ends, now - timedelta(hours=20), whole=False)
    _send(db, garment, pending.WAITING, ends, now - timedelta(hours=5))
    _send(db, footwear, pending.FLAGGED, ends, now - timedelta(hours=3))


def prolong(db: Writing, *, now: datetime) -> None:
    """Vacancies that have run out, or soon will, are wanted for longer; filled ones again as often as at first."""
    for firm in FIRMS:
        desk = own_desk(db, viewer(db, firm.mail))
        for row in desk_queries.vacancies_of(db, desk, now=now):
            _prolong(db, firm, row, now)


def _prolong(db: Writing, firm: Firm, row: DeskRow, now: datetime) -> None:
    today = local_day(now)
    late = row.expires_on is not None and row.expires_on < today + _LEFT_AT_LEAST
    if row.state not in ("open", "filled", "expired") or not (late or row.openings_left == 0):
        return
    openings = row.openings if row.openings_left else 2 * row.openings
    ends = today + _OPEN_FOR if late or row.expires_on is None else row.expires_on
    desk = vacancy_desk(db, viewer(db, firm.mail), row.id)
    actions.change_openings(db, desk, openings, ends, request_id=None, now=now)


def _publish(db: Writing, firm: Firm, vacancy_id: UUID, now: datetime) -> None:
    desk = review_desk(db, manager(db, firm.office), vacancy_id)
    actions.review(db, desk, ReviewGiven(verdict=Verdict.APPROVED), request_id=None, now=now)


def _send(db: Writing, firm: Firm, job: Job, ends: date, now: datetime) -> UUID:
    desk = _write(db, firm, job, ends, now)
    actions.submit(db, desk, request_id=None, now=now)
    return desk.vacancy_id


def _write(db: Writing, firm: Firm, job: Job, ends: date, now: datetime, *, whole: bool = True) -> VacancyDesk:
    """Every part of the form; not `whole`: only what comes first."""
    who = viewer(db, firm.mail)
    begun = draft_actions.start_draft(db, own_desk(db, who), _work(job), request_id=None, now=now)
    desk = vacancy_desk(db, who, begun)
    contact = ContactGiven(contact_name=firm.recruiters[0], contact_phone=firm.phone, expires_on=ends)
    needs = NeedsGiven(
        education=job.education,
        qualification=job.qualification,
        experience=job.experience,
        requirements=job.requirements,
    )
    places = PlacesGiven(places=job.places or (firm.place,))
    for part in (_wage(job), needs, places, _terms(job), contact) if whole else (_wage(job),):
        draft_actions.save_part(db, desk, part, request_id=None, now=now)
    return desk


def _work(job: Job) -> WorkGiven:
    return WorkGiven(
        title=job.title,
        openings=job.openings,
        occupation_code=job.occupation,
        position=job.position,
        description=job.description,
    )


def _wage(job: Job) -> WageGiven:
    if job.wage is None:
        return WageGiven(wage_kind=WageKind.NEGOTIABLE)
    low, high = job.wage
    return WageGiven(wage_kind=WageKind.STATED, wage_low=low, wage_high=high, wage_per=job.per)


def _terms(job: Job) -> TermsGiven:
    return TermsGiven(
        contract=job.contract,
        work_form=job.form,
        shifts=job.shifts,
        benefits=job.benefits,
        priorities=job.priorities,
    )
