"""To whom a slip can be addressed: a vacancy that still takes people, or an employer written by hand."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.counselling.tables import Consultation
from exchange.counselling.telling import COUNTS
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound, Refused
from exchange.reference import provinces
from exchange.referrals.codes import LONGEST_ADDRESS, ReferralReason
from exchange.referrals.given import ReferralGiven
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import Purpose
from exchange.seekers.persons import files_of
from exchange.seekers.queries import gave
from exchange.vacancies import queries as vacancies
from exchange.vacancies.codes import VacancyState
from exchange.vacancies.queries import VacancyView

_c = columns(Consultation)
_HELD = select(_c.id).where(
    _c.first_id == bindparam("consultation"),
    _c.seeker_id.in_(bindparam("files", expanding=True)),
    _c.centre_id == bindparam("centre"),
    COUNTS,
)


class Addressed(NamedTuple):
    """What stands on the slip: who is to take the person, and as what."""

    vacancy_id: UUID | None
    employer_id: UUID | None
    employer: str
    address: str
    position: str


def addressed(db: Reading, given: ReferralGiven, *, now: datetime) -> Addressed:
    """The addressee as it is printed. Raises Refused where there is none, or the vacancy takes nobody any more."""
    if given.vacancy_id:
        return _of_vacancy(db, offered(db, given.vacancy_id, now=now), now)
    if not given.employer:
        raise Refused(ReferralReason.EMPLOYER_NEEDED, "employer")
    if not given.position:
        raise Refused(ReferralReason.POSITION_NEEDED, "position")
    return Addressed(None, None, given.employer, given.address, given.position)


def offered(db: Reading, vacancy_id: UUID, *, now: datetime) -> VacancyView:
    """A vacancy to which somebody may be sent today. Raises Refused."""
    try:
        found = vacancies.vacancy(db, vacancy_id, now=now)
    except NotFound:
        raise Refused(ReferralReason.VACANCY_GONE, "vacancy") from None
    if found.state is not VacancyState.OPEN:
        raise Refused(ReferralReason.VACANCY_GONE, "vacancy")
    return found


def _of_vacancy(db: Reading, found: VacancyView, now: datetime) -> Addressed:
    places = vacancies.places_of(db, [found.id]).get(found.id, [])
    where = [(street, provinces.name_of(code, local_day(now))) for code, street in places[:1]]
    address = ", ".join(part for place in where for part in place if part)
    return Addressed(found.id, found.employer_id, found.employer, address[:LONGEST_ADDRESS], found.title)


def refuse_consultation(db: Reading, desk: OwnDesk, consultation_id: UUID) -> None:
    """Raises Refused where the consultation was not held with this person at this centre, or was withdrawn."""
    asked = {"consultation": consultation_id, "files": files_of(db, desk.seeker_id), "centre": desk.centre_id}
    if db.scalar(_HELD, asked) is None:
        raise Refused(ReferralReason.NOT_THAT_CONSULTATION)


def refuse_unasked(db: Reading, desk: OwnDesk) -> None:
    """Raises Refused for who did not agree to be introduced to employers: a slip carries their name there."""
    if Purpose.MATCHING not in gave(db, desk.seeker_id):
        raise Refused(ReferralReason.NOT_AGREED)
