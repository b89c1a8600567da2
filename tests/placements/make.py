"""A fair day for tests: two sites, employers with booths, people who come. Its clock moves with every act."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from exchange.accounts.queries import Viewer
from exchange.accounts.tables import Account, AccountId, LoginId
from exchange.booths import actions, call_actions
from exchange.booths.access import RecruiterDesk, SeekerSeat, TicketSeat
from exchange.booths.codes import Mode, NotReason, OutcomeCode, ReferredTo
from exchange.booths.talk_actions import OutcomeGiven
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, Staff
from exchange.employers.tables import Employer
from exchange.fairs.access import FairDesk
from exchange.fairs.codes import SiteRole
from exchange.fairs.tables import Fair, FairId, FairSeeker, FairSite
from exchange.journal import log
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.placements.actions import correct_outcome, record_outcome
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.tables import Seeker, SeekerId
from exchange.vacancies.codes import WageKind
from exchange.vacancies.tables import Vacancy, VacancyPlace

EIGHT_O_CLOCK = datetime(2026, 11, 23, 1, tzinfo=UTC)
VINH_LONG, CAN_THO, DONG_NAI = "86", "92", "75"
_numbers = count(1)


@dataclass(frozen=True)
class Stand:
    """A booth with its vacancies, and the desk at it."""

    desk: RecruiterDesk
    vacancies: tuple[UUID, ...]


@dataclass
class Day:
    """The ids of one fair, and its clock."""

    fair_id: FairId
    host: UUID
    joining: UUID
    staff: dict[UUID, UUID]
    opens_at: datetime
    now: datetime
    people: list[UUID] = field(default_factory=list)

    def later(self, seconds: float = 1) -> datetime:
        """The clock, moved on."""
        self.now += timedelta(seconds=seconds)
        return self.now

    def fair_desk(self, site: UUID) -> FairDesk:
        """A desk of a site's staff."""
        role = SiteRole.HOST if site == self.host else SiteRole.JOINING
        return FairDesk(self.staff[site], self.fair_id, site, role)  # type: ignore[arg-type]

    def stand(self, db: Writing, site: UUID, *offers: dict[str, Any], mode: Mode = Mode.ONLINE) -> Stand:
        """An employer with a booth; `offers` are the columns of its vacancies and `places`."""
        made = self.later()
        employer = Employer(name=f"Công ty {next(_numbers)}", name_fold="cong ty", created_at=made)
        db.add(employer)
        db.flush()
        vacancies = [vacancy(db, employer.id, at=made - timedelta(days=1), **offer) for offer in offers or ({},)]
        booth_id = actions.plan_booth(db, self.fair_desk(site), employer.id, mode, vacancies, now=made)
        desk = RecruiterDesk(account(db, "Người tuyển dụng"), booth_id, self.fair_id, site, employer.id)
        actions.sit_down(db, desk, now=self.later())
        return Stand(desk, tuple(vacancies))

    def person(self, db: Writing, site: UUID | None, *, present: bool = True, **told: Any) -> SeekerId:
        """A person, registered at `site` or nowhere."""
        answers: dict[str, Any] = {
            "full_name": "Nguyễn Thị Mận", "name_fold": "nguyen thi man", "work_wanted": "May công nghiệp",
            "sex": Sex.FEMALE, "province_code": VINH_LONG, "birth_year": 1999,
        } | told  # fmt: skip
        seeker = Seeker(channel=Channel.ONLINE, created_at=self.later(), **answers)
        db.add(seeker)
        db.flush()
        if site:
            there = {"registered_at": self.now, "checked_in_at": self.now if present else None}
            db.add(
                FairSeeker(fair_id=self.fair_id, seeker_id=seeker.id, centre_id=site, channel=Channel.ONLINE, **there)
            )
            db.flush()
        self.people.append(seeker.id)
        return seeker.id

    def join(self, db: Writing, who: UUID, at: Stand) -> TicketSeat:
        """Take a ticket."""
        by = self.staff[self.host]
        seat = SeekerSeat(by, SeekerId(who), at.desk.booth_id, self.fair_id, Channel.ONLINE)  # type: ignore[arg-type]
        ticket = actions.join_queue(db, seat, request_id=None, now=self.later())
        return TicketSeat(by, SeekerId(who), ticket, seat.booth_id, self.fair_id)

    def call(self, db: Writing, ticket: TicketSeat, at: Stand) -> None:
        """Call the holder of a ticket, in turn or not."""
        call_actions.call_chosen(db, at.desk, ticket.ticket_id, "thử", request_id=None, now=self.later())

    def talk(self, db: Writing, who: UUID, at: Stand) -> UUID:
        """An interview, from the ticket on."""
        ticket = self.join(db, who, at)
        self.call(db, ticket, at)
        return call_actions.accept(db, ticket, request_id=None, now=self.later())

    def end(self, db: Writing, talk: UUID, at: Stand, result: OutcomeGiven, request_id: UUID | None = None) -> UUID:
        """Give the outcome."""
        return record_outcome(db, at.desk, talk, result, request_id=request_id, now=self.later(60))

    def correct(self, db: Writing, outcome: UUID, at: Stand, result: OutcomeGiven, request: UUID | None = None) -> None:
        """Correct an outcome."""
        correct_outcome(db, at.desk, outcome, result, "Ghi nhầm", request_id=request, now=self.later(60))


def open_day(
    db: Writing, *, opens_at: datetime = EIGHT_O_CLOCK, provinces: Sequence[str] = (VINH_LONG, CAN_THO)
) -> Day:
    """A live fair of two centres, one member of staff at each."""
    long_ago = opens_at - timedelta(days=30)
    centres, staff = [], {}
    for code in provinces:
        centre = Centre(
            name=f"Trung tâm {code}", short_name=f"TT {code}", province_code=code, province_name=code,
            hotline="1900", created_at=long_ago,
        )  # fmt: skip
        db.add(centre)
        db.flush()
        centres.append(centre.id)
        staff[UUID(str(centre.id))] = account(db, "Cán bộ")
        db.add(Staff(centre_id=centre.id, account_id=staff[centre.id], role=Role.COUNSELLOR, since=long_ago))
    fair = Fair(
        host_id=centres[0], name="Phiên thử", registers_from=long_ago, opens_at=opens_at, created_at=long_ago,
        closes_at=opens_at + timedelta(hours=9), results_until=opens_at + timedelta(days=9), tickets_allowed=20,
    )  # fmt: skip
    db.add(fair)
    db.flush()
    log.open_stream(db, fair.id)
    for rank, centre_id in enumerate(centres):
        role = SiteRole.JOINING if rank else SiteRole.HOST
        db.add(FairSite(fair_id=fair.id, centre_id=centre_id, role=role, joined_at=long_ago))
    db.flush()
    return Day(fair.id, centres[0], centres[1], staff, opens_at, now=opens_at)


def account(db: Writing, name: str) -> AccountId:
    """Somebody who can sign in."""
    made = Account(name=name, email=f"nguoi{next(_numbers)}@example.vn", created_at=EIGHT_O_CLOCK)
    db.add(made)
    db.flush()
    return made.id


def viewer(account_id: UUID) -> Viewer:
    """Somebody who is signed in."""
    return Viewer(AccountId(account_id), LoginId(new_id()), "Ai đó")


def vacancy(db: Writing, employer_id: UUID, *, at: datetime, places: Sequence[str] = (VINH_LONG,), **told: Any) -> UUID:
    """A published vacancy with its workplaces in order."""
    columns: dict[str, Any] = {
        "title": "Công nhân may", "title_fold": "cong nhan may", "wage_kind": WageKind.NEGOTIABLE, "openings": 2,
        "qualification": Qualification.NONE, "expires_on": date(2027, 1, 1), "created_at": at, "published_at": at,
    } | told  # fmt: skip
    made = Vacancy(employer_id=employer_id, **columns)
    db.add(made)
    db.flush()
    for rank, code in enumerate(places):
        db.add(VacancyPlace(vacancy_id=made.id, province_code=code, rank=rank))
    db.flush()
    return made.id


def hired(vacancy_id: UUID) -> OutcomeGiven:
    """Hired for a vacancy."""
    return OutcomeGiven(code=OutcomeCode.HIRED, vacancy_id=vacancy_id)


def sent_on(to: ReferredTo = ReferredTo.TRAINING) -> OutcomeGiven:
    """Referred elsewhere."""
    return OutcomeGiven(code=OutcomeCode.REFERRED, referred_to=to)


PASSED = OutcomeGiven(code=OutcomeCode.PRESELECTED)
AGAIN = OutcomeGiven(code=OutcomeCode.SECOND_INTERVIEW, again_on=date(2026, 12, 1))
NOT_NOW = OutcomeGiven(code=OutcomeCode.NOT_THIS_TIME, not_reason=NotReason.WAGE)
