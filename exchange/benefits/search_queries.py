"""What a person really did on the platform to find work: the contacts with which a declaration is filled in."""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.benefits.tables import JobSearchDeclaration
from exchange.booths.codes import OutcomeCode
from exchange.booths.outcomes import INTERVIEWS
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Call
from exchange.employers.tables import Employer
from exchange.fairs.tables import Fair
from exchange.kernel.clock import VIETNAM, local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.referrals import facts as referral_facts
from exchange.referrals.codes import Answered
from exchange.seekers.persons import files_of
from exchange.vacancies.tables import Vacancy

_t, _b, _f, _e, _v = (columns(table) for table in (Ticket, Booth, Fair, Employer, Vacancy))
_k, _j = columns(Call), columns(JobSearchDeclaration)
_talks = INTERVIEWS.subquery()
_o = _talks.c
_LAST = select(func.max(_j.declared_on)).where(_j.claim_id == bindparam("claim"))
_DONE = (
    select(_t.joined_at, _e.name, _f.name, _o.started_at, _o.code, _v.title)
    .select_from(Ticket)
    .join(Booth, _b.id == _t.booth_id)
    .join(Employer, _e.id == _b.employer_id)
    .join(Fair, _f.id == _t.fair_id)
    .outerjoin(Call, _k.ticket_id == _t.id)
    .outerjoin(_talks, _o.call_id == _k.id)
    .outerjoin(Vacancy, _v.id == _o.vacancy_id)
    .where(_t.seeker_id.in_(bindparam("files", expanding=True)), _t.joined_at >= bindparam("since"))
    .order_by(_t.joined_at, _t.id, _o.started_at)
)


class Contact(msgspec.Struct, frozen=True):
    """One employer that the person went to. `outcome`: None where there was no interview, or no result yet."""

    day: date
    employer: str
    fair: str
    interviewed: bool
    outcome: OutcomeCode | None
    position: str | None


def since(db: Reading, claim_id: UUID, from_on: date) -> datetime:
    """From when on a declaration looks back: the day of the last one, or a month before the benefit began."""
    last: date | None = db.scalar(_LAST, {"claim": claim_id})
    day = last or from_on - timedelta(days=31)
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


class Introduced(msgspec.Struct, frozen=True):
    """One employer to whom a centre sent the person. `day`: the newest of issue, coming there and answer."""

    day: date
    slip: str
    employer: str
    position: str
    presented_on: date | None
    answered: Answered | None


def contacts(db: Reading, seeker_id: UUID, after: datetime) -> list[Contact | Introduced]:
    """What a person did to find work since then: interviews, tickets and slips, the oldest first."""
    done: list[Contact | Introduced] = [*_tickets(db, seeker_id, after), *_slips(db, seeker_id, local_day(after))]
    return sorted(done, key=lambda one: one.day)


def _slips(db: Reading, seeker_id: UUID, since_day: date) -> list[Introduced]:
    """Slips issued, brought there or answered since then; cancelled ones were no introduction."""
    found = []
    for one in referral_facts.of_person(db, seeker_id, since_day):
        said = one.answer.said if one.answer else None
        day = max(filter(None, (one.issued_on, one.presented_on, said.on_day if said else None)))
        if day >= since_day and one.cancelled_at is None:
            came = said.answer if said else None
            found.append(Introduced(day, one.label, one.employer, one.position, one.presented_on, came))
    return found


def _tickets(db: Reading, seeker_id: UUID, after: datetime) -> list[Contact]:
    """Tickets and interviews, one line for each ticket. A login is no search for work."""
    rows = db.execute(_DONE, {"files": files_of(db, seeker_id), "since": after})
    by_ticket: dict[tuple[datetime, str], Contact] = {}
    for joined, employer, fair, started, outcome, position in rows:
        contact = Contact(local_day(joined), employer, fair, started is not None, outcome, position)
        if started is not None or (joined, employer) not in by_ticket:
            by_ticket[joined, employer] = contact
    return list(by_ticket.values())
