"""The named people of the tests, and the fairground they meet on.

Host is Trà Vinh (Hạnh manages, Phúc counsels), Bến Tre joins (Ngân counsels). Two employers have booths: May Sông Tiền
brought by Trà Vinh (recruiters Dung and Khoa), Thủy sản Cửa Đại brought by Bến Tre (recruiter Minh). Four people look
for work: Lan, Sơn, Hoa and Tư. All are fictitious.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from exchange.accounts import actions as accounts
from exchange.accounts import passwords
from exchange.accounts.queries import Viewer
from exchange.booths import access, actions, call_actions
from exchange.booths.access import RecruiterDesk, TicketSeat
from exchange.booths.codes import Mode, OutcomeCode
from exchange.booths.talk_actions import OutcomeGiven
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, Staff
from exchange.employers.tables import Employer, Recruiter
from exchange.fairs.access import FairDesk
from exchange.fairs.codes import SiteRole
from exchange.fairs.tables import Fair, FairId, FairSeeker, FairSite
from exchange.journal import log
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.placements.actions import record_outcome
from exchange.seekers import index
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.questions import ASKED
from exchange.seekers.tables import Consent, Seeker
from exchange.vacancies.codes import WageKind
from exchange.vacancies.tables import Vacancy, VacancyPlace
from tests.fixtures.memory import remembered

EIGHT_O_CLOCK = datetime(2026, 11, 23, 1, tzinfo=UTC)  # 08:00 in Viet Nam
PASSWORD = "mot-mat-khau-de-thu"
_HASHED = passwords.hashed(PASSWORD)
_SEEKERS = {"Lan": "Trần Thị Lan", "Sơn": "Thạch Sơn", "Hoa": "Nguyễn Ngọc Hoa", "Tư": "Lê Văn Tư"}


@dataclass
class Ground:
    """The ids of everything and everybody, by name."""

    fair_id: FairId
    opens_at: datetime
    centres: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, UUID] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    logins: dict[str, UUID] = field(default_factory=dict)
    seekers: dict[str, UUID] = field(default_factory=dict)
    booths: dict[str, UUID] = field(default_factory=dict)
    employers: dict[str, UUID] = field(default_factory=dict)
    vacancies: dict[str, list[UUID]] = field(default_factory=dict)

    def viewer(self, name: str) -> Viewer:
        """Somebody, signed in."""
        return Viewer(self.accounts[name], self.logins[name], name)  # type: ignore[arg-type]

    def desk(self, db: Writing, name: str, booth: str = "May") -> RecruiterDesk:
        """A recruiter's desk."""
        return access.recruiter_desk(db, self.viewer(name), self.booths[booth])

    def ticket(self, db: Writing, name: str, booth: str = "May", *, now: datetime) -> TicketSeat:
        """Somebody takes a number (or holds one already)."""
        seat = access.own_seat(db, self.viewer(name), self.booths[booth])
        ticket = actions.join_queue(db, seat, request_id=None, now=now)
        return access.own_ticket(db, self.viewer(name), ticket)

    def sit(self, db: Writing, name: str, booth: str = "May", *, now: datetime) -> RecruiterDesk:
        """A recruiter opens the desk."""
        desk = self.desk(db, name, booth)
        actions.sit_down(db, desk, now=now)
        return desk

    def talk(self, db: Writing, seeker: str, recruiter: str, booth: str = "May", *, now: datetime) -> UUID:
        """From the ticket to the beginning of an interview."""
        desk = self.sit(db, recruiter, booth, now=now)
        seat = self.ticket(db, seeker, booth, now=now)
        call_actions.call_chosen(db, desk, seat.ticket_id, "thử", request_id=None, now=now)
        return call_actions.accept(db, seat, request_id=None, now=now)

    def hire(self, db: Writing, seeker: str, recruiter: str, booth: str = "May", *, now: datetime) -> UUID:
        """A whole interview that ends with work; the outcome's id."""
        talk = self.talk(db, seeker, recruiter, booth, now=now)
        given = OutcomeGiven(code=OutcomeCode.HIRED, vacancy_id=self.vacancies[booth][0])
        later = now + timedelta(minutes=5)
        return record_outcome(db, self.desk(db, recruiter, booth), talk, given, request_id=None, now=later)


def open_ground(db: Writing, *, opens_at: datetime = EIGHT_O_CLOCK) -> Ground:
    """A fair that opened at `opens_at` and lasts nine hours, with everybody named above; worked out once a run.

    Everybody has the same ids each time: who needs two grounds that know nothing of each other opens another one.
    """
    return remembered(db, open_another_ground, opens_at)


def open_another_ground(db: Writing, opens_at: datetime = EIGHT_O_CLOCK) -> Ground:
    """The same with ids of its own."""
    ground = Ground(FairId(new_id()), opens_at)
    before = opens_at - timedelta(days=30)
    for place, code in (("Trà Vinh", "86"), ("Bến Tre", "86")):
        _centre(db, ground, place, code, before)
    for name, place, role in (
        ("Hạnh", "Trà Vinh", Role.MANAGER),
        ("Phúc", "Trà Vinh", Role.COUNSELLOR),
        ("Ngân", "Bến Tre", Role.COUNSELLOR),
    ):
        account = _account(db, ground, name, before)
        db.add(Staff(centre_id=ground.centres[place], account_id=account, role=role, since=before))
    _fair(db, ground, before)
    _booth(db, ground, "May", "Công ty May Sông Tiền", "Trà Vinh", ("Dung", "Khoa"), before)
    _booth(db, ground, "Thủy sản", "Công ty Thủy sản Cửa Đại", "Bến Tre", ("Minh",), before)
    for number, (name, full) in enumerate(_SEEKERS.items()):
        _seeker(db, ground, name, full, f"+8490912345{number}", before)
    db.flush()
    return ground


def _account(db: Writing, ground: Ground, name: str, at: datetime, phone: str | None = None) -> UUID:
    email = None if phone else f"{fold(name)}@vi-du.vn"
    account = accounts.open_account(db, name, email=email, phone=phone, password_hash=_HASHED, now=at)
    login = accounts.sign_in(db, account, "thử", now=ground.opens_at - timedelta(hours=1), by_phone=True)
    ground.accounts[name], ground.tokens[name], ground.logins[name] = account, login.token, login.login_id
    return account


def _centre(db: Writing, ground: Ground, place: str, code: str, at: datetime) -> None:
    centre = Centre(
        name=f"Trung tâm Dịch vụ việc làm {place}",
        short_name=f"TTDVVL {place}",
        province_code=code,
        province_name=place,
        hotline="02943 850 000",
        created_at=at,
    )
    db.add(centre)
    db.flush()
    ground.centres[place] = centre.id


def _fair(db: Writing, ground: Ground, at: datetime) -> None:
    fair = Fair(
        id=ground.fair_id,
        host_id=ground.centres["Trà Vinh"],
        name="Phiên giao dịch việc làm trực tuyến Trà Vinh",
        registers_from=at,
        opens_at=ground.opens_at,
        closes_at=ground.opens_at + timedelta(hours=9),
        results_until=ground.opens_at + timedelta(days=5),
        created_at=at,
    )
    db.add(fair)
    db.flush()
    log.open_stream(db, fair.id)
    for place, role in (("Trà Vinh", SiteRole.HOST), ("Bến Tre", SiteRole.JOINING)):
        db.add(FairSite(fair_id=fair.id, centre_id=ground.centres[place], role=role, joined_at=at))
    db.flush()


def _booth(
    db: Writing, ground: Ground, short: str, name: str, place: str, recruiters: tuple[str, ...], at: datetime
) -> None:
    employer = Employer(name=name, name_fold=fold(name), centre_id=ground.centres[place], created_at=at)
    db.add(employer)
    db.flush()
    ground.employers[short] = employer.id
    ground.vacancies[short] = [_vacancy(db, employer.id, title, at) for title in ("Công nhân", "Tổ trưởng")]
    staff = ground.accounts["Hạnh" if place == "Trà Vinh" else "Ngân"]
    role = SiteRole.HOST if place == "Trà Vinh" else SiteRole.JOINING
    desk = FairDesk(staff, ground.fair_id, ground.centres[place], role)
    ground.booths[short] = actions.plan_booth(db, desk, employer.id, Mode.ONLINE, ground.vacancies[short], now=at)
    for recruiter in recruiters:
        account = _account(db, ground, recruiter, at)
        db.add(Recruiter(employer_id=employer.id, account_id=account, since=at))


def _vacancy(db: Writing, employer_id: UUID, title: str, at: datetime) -> UUID:
    vacancy = Vacancy(
        employer_id=employer_id,
        title=title,
        title_fold=fold(title),
        openings=5,
        wage_kind=WageKind.STATED,
        wage_low=7_000_000,
        wage_high=9_000_000,
        expires_on=date(2030, 12, 31),
        created_at=at,
        submitted_at=at,
        published_at=at,
    )
    db.add(vacancy)
    db.flush()
    db.add(VacancyPlace(vacancy_id=vacancy.id, province_code="86"))
    return vacancy.id


def _seeker(db: Writing, ground: Ground, name: str, full: str, phone: str, at: datetime) -> None:
    seeker = Seeker(
        account_id=_account(db, ground, name, at, phone),
        full_name=full,
        name_fold=fold(full),
        phone=phone,
        birth_year=1990,
        sex=Sex.FEMALE if name in ("Lan", "Hoa") else Sex.MALE,
        province_code="86",
        work_wanted="Công nhân may",
        channel=Channel.ONLINE,
        created_at=at,
    )
    db.add(seeker)
    index.refresh(db, seeker.id)
    ground.seekers[name] = seeker.id
    site = {"fair_id": ground.fair_id, "centre_id": ground.centres["Trà Vinh"], "channel": Channel.ONLINE}
    db.add(FairSeeker(seeker_id=seeker.id, registered_at=at, checked_in_at=ground.opens_at, **site))
    for purpose in ASKED:
        said = {"text_version": "2026-11", "channel": Channel.ONLINE, "at": at}
        db.add(Consent(seeker_id=seeker.id, purpose=purpose, given=True, **said))


def crowd(db: Writing, ground: Ground, count: int) -> list[Viewer]:
    """That many more people, registered and signed in."""
    viewers = []
    at = ground.opens_at - timedelta(hours=1)
    for number in range(count):
        phone = f"+8493{number:07d}"
        account = accounts.open_account(db, f"Người {number}", phone=phone, now=at)
        login = accounts.sign_in(db, account, "thử", now=at, by_phone=True)
        answers = {"birth_year": 1990, "sex": Sex.MALE, "province_code": "86", "work_wanted": "May"}
        told = {"full_name": f"Người {number}", "name_fold": f"nguoi {number}", "channel": Channel.ONLINE}
        row = {"id": new_id(), "account_id": account, "phone": phone, "created_at": at, "commune": ""}
        db.execute(insert(Seeker).values(**row, **answers, **told))
        viewers.append(Viewer(account, login.login_id, f"Người {number}"))
    return viewers
