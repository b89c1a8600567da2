"""A centre with one employer: vacancies come and go, people are hired, and what it publishes is known beforehand."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import update

from exchange.accounts import actions as accounts
from exchange.accounts.queries import Viewer
from exchange.centres.access import LeadDesk, lead_desk
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, Staff
from exchange.employers.tables import Employer
from exchange.feeds import actions, queries
from exchange.feeds.codes import Change, FeedKind
from exchange.feeds.queries import Line
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.text import fold
from exchange.placements.codes import Origin
from exchange.placements.tables import Placement, PlacementJoin, PlacementReversal
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.tables import Seeker
from exchange.vacancies.codes import WageKind
from exchange.vacancies.tables import Vacancy, VacancyPlace

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
BOTH = frozenset(FeedKind)
SOMEWHERE = UUID("0190a7f0-0000-7000-8000-000000000000")
_numbers = count(1)
_TAX_CODES = ("0100109106", "0101243150", "0300588569", "0303217354")


@dataclass
class Office:
    """A centre, one member of staff who leads it, and May Sông Tiền."""

    store: Store
    now: datetime = NOON
    tax_code: str | None = None
    centre: UUID = field(init=False)
    lead: Viewer = field(init=False)
    employer: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.store.write(self._open)

    def _open(self, db: Writing) -> None:
        number, before = next(_numbers), self.now - timedelta(days=90)
        named: dict[str, Any] = {"province_code": "86", "province_name": "Vĩnh Long", "hotline": "1900"}
        centre = Centre(name=f"Trung tâm số {number}", short_name=f"TT {number}", created_at=before, **named)
        firm = Employer(name="Công ty May Sông Tiền", name_fold="cong ty may song tien", created_at=before)
        db.add(centre)
        db.flush()
        account = accounts.open_account(db, "Hạnh", email=f"hanh{number}@vi-du.vn", now=before)
        db.add(Staff(centre_id=centre.id, account_id=account, role=Role.MANAGER, since=before))
        firm.centre_id, firm.tax_code = centre.id, self.tax_code
        db.add(firm)
        login = accounts.sign_in(db, account, "thử", now=self.now, by_phone=True)
        db.flush()
        self.centre, self.employer, self.lead = centre.id, firm.id, Viewer(account, login.login_id, "Hạnh")

    def desk(self, db: Reading) -> LeadDesk:
        return lead_desk(db, self.lead)

    def publish(self, title: str = "Công nhân may", *, openings: int = 5, days: int = 30, code: str = "84") -> UUID:
        """A vacancy of a time before the merger, so that its province has another code now."""
        made = datetime(2025, 6, 1, tzinfo=UTC)

        def write(db: Writing) -> UUID:
            told: dict[str, Any] = {"wage_kind": WageKind.STATED, "wage_low": 7_000_000, "wage_high": 9_000_000}
            times = {"created_at": made, "submitted_at": made, "published_at": self.now}
            until = local_day(self.now) + timedelta(days=days)
            row = Vacancy(employer_id=self.employer, title=title, openings=openings, expires_on=until, **times, **told)
            db.add(row)
            db.flush()
            db.add(VacancyPlace(vacancy_id=row.id, province_code=code))
            return row.id

        return self.store.write(write)

    def change(self, vacancy: UUID, **values: Any) -> None:
        own = columns(Vacancy)
        self.store.write(lambda db: db.execute(update(Vacancy).where(own.id == vacancy).values(**values)))

    def hire(self, vacancy: UUID, day: date | None = None) -> UUID:
        """A person is hired at a fair of this centre."""

        def write(db: Writing) -> UUID:
            named = {"full_name": "Trần Thị Lan", "name_fold": fold("Trần Thị Lan"), "work_wanted": "May"}
            about: dict[str, Any] = {"birth_year": 1990, "sex": Sex.FEMALE, "province_code": "86"}
            seeker = Seeker(channel=Channel.ONLINE, created_at=self.now, **named, **about)
            db.add(seeker)
            db.flush()
            own = {"seeker_id": seeker.id, "employer_id": self.employer, "vacancy_id": vacancy, "residence": "86"}
            who = {"host_id": self.centre, "made_at": self.now, "made_by": self.lead.account_id}
            row = Placement(origin=Origin.DIRECT, agreed_on=day or local_day(self.now), **own, **who)  # type: ignore[arg-type]
            db.add(row)
            db.flush()
            return row.id

        return self.store.write(write)

    def undo(self, placement: UUID) -> None:
        row = PlacementReversal(
            placement_id=placement, because="Ghi nhầm", by_account=self.lead.account_id, at=self.now
        )
        self.store.write(lambda db: db.add(row))

    def join(self, gone: UUID, kept: UUID) -> None:
        """Two entries were found to tell of one placement."""
        row = PlacementJoin(gone_id=gone, kept_id=kept, because="Cùng một lần nhận việc", at=self.now)  # type: ignore[arg-type]
        self.store.write(lambda db: db.add(row))

    def refresh(self) -> int:
        return self.store.write(lambda db: actions.refresh(db, self.centre, now=self.now))

    def since(self, number: int, most: int = 500, kinds: frozenset[FeedKind] = BOTH) -> queries.Changes:
        return self.store.read(lambda db: queries.changes(db, self.centre, number, kinds=kinds, most=most))

    def whole(self, as_of: int | None = None, after: int = 0, most: int = 500) -> queries.Snapshot:
        return self.store.read(lambda db: queries.snapshot(db, self.centre, as_of, after, kinds=BOTH, most=most))


def replayed(there: dict[UUID, Line], lines: list[Line]) -> dict[UUID, Line]:
    """What is there after these changes."""
    for line in lines:
        if line.change is Change.PUT:
            there[line.id] = line
        else:
            del there[line.id]
    return there


def put(seq: int, title: str, own: str = "", **body: Any) -> dict[str, Any]:
    """A vacancy that is there from now on."""
    said = {
        "employer": {"name": "Công ty Cửa Đại", "tax_code": None}, "title": title, "openings": 2, "remaining": 2,
        "wage": {"kind": "negotiable"}, "provinces": ["86"], "expires_on": "2030-01-31",
    }  # fmt: skip
    named = str(uuid5(SOMEWHERE, own or title))
    return {"seq": seq, "kind": "vacancy", "id": named, "change": "put", "because": None, "body": said | body}
