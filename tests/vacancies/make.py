"""A small market: Trà Vinh's centre with Hạnh, Bến Tre's with Ngân, and May Sông Tiền with its recruiter Dung."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from exchange.accounts.actions import open_account
from exchange.accounts.queries import Viewer
from exchange.accounts.tables import LoginId
from exchange.centres import access as centres
from exchange.centres.access import StaffDesk
from exchange.centres.actions import CentreGiven, employ, open_centre
from exchange.centres.codes import Role
from exchange.employers import access as employers
from exchange.employers.access import EmployerDesk
from exchange.employers.actions import EmployerGiven, NewAccount, accept_invitation, register_employer
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.reference.codes import Qualification
from exchange.vacancies import access, actions, draft_actions
from exchange.vacancies.access import VacancyDesk
from exchange.vacancies.actions import ReviewGiven
from exchange.vacancies.codes import Contract, Education, Experience, Verdict, WageKind
from exchange.vacancies.given import ContactGiven, NeedsGiven, PlacesGiven, TermsGiven, WageGiven, WorkGiven

NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
TODAY = date(2026, 3, 2)
TAX_CODE = "0100109106"
WORK = "Vận hành máy may, kiểm tra đường may và đóng gói sản phẩm."


@dataclass
class Market:
    """Who is there."""

    centre_id: UUID
    employer_id: UUID
    hanh: Viewer
    ngan: Viewer
    dung: Viewer

    def desk(self, db: Reading) -> EmployerDesk:
        """Dung's desk at May Sông Tiền."""
        return employers.employer_desk(db, self.dung, self.employer_id)

    def staff(self, db: Reading) -> StaffDesk:
        """Hạnh's desk at the centre that owns May Sông Tiền."""
        return centres.staff_desk(db, self.hanh)

    def vacancy(self, db: Reading, vacancy_id: UUID) -> VacancyDesk:
        """Dung's desk at a vacancy."""
        return access.vacancy_desk(db, self.dung, vacancy_id)


def given(**more: Any) -> EmployerGiven:
    """May Sông Tiền as it registers."""
    usual = {
        "tax_code": TAX_CODE,
        "name": "Công ty May Sông Tiền",
        "province_code": "86",
        "email": "dung@maysongtien.vn",
    }
    return EmployerGiven(**(usual | more))


def open_market(db: Writing) -> Market:
    """Two centres of one province (it merged), one employer."""
    hanh, centre_id = _staff(db, "Hạnh", "Trà Vinh", NOW - timedelta(days=400))
    ngan, _ = _staff(db, "Ngân", "Bến Tre", NOW - timedelta(days=300))
    registered = register_employer(db, given(), now=NOW)
    account = accept_invitation(db, registered.invited.token, NewAccount("Dung", "x"), now=NOW)
    return Market(centre_id, registered.employer_id, hanh, ngan, _viewer(account, "Dung"))


def _staff(db: Writing, name: str, place: str, since: datetime) -> tuple[Viewer, UUID]:
    code = {"Trà Vinh": "84", "Bến Tre": "83"}[place]
    about = CentreGiven(name=f"Trung tâm {place}", short_name=place, province_code=code, province_name=place)
    centre = open_centre(db, about, now=since)
    account = open_account(db, name, email=f"{fold(name)}@vi-du.vn", now=since)
    employ(db, centre, account, Role.COUNSELLOR, now=since)
    return _viewer(account, name), centre


def _viewer(account: Any, name: str) -> Viewer:
    return Viewer(account, LoginId(new_id()), name)


def write_vacancy(db: Writing, market: Market, title: str = "Công nhân may", **parts: Any) -> UUID:
    """A draft with every part answered; `parts` replaces one: wage=WageGiven(…)."""
    work = WorkGiven(title=title, openings=2, occupation_code="8153", description=WORK)
    made = draft_actions.start_draft(db, market.desk(db), parts.pop("work", work), request_id=None, now=NOW)
    usual = {
        "wage": WageGiven(wage_kind=WageKind.STATED, wage_low=7_500_000, wage_high=10_000_000),
        "needs": NeedsGiven(education=Education.NONE, qualification=Qualification.NONE, experience=Experience.NONE),
        "places": PlacesGiven(places=(("86", "Khu công nghiệp Long Đức"),)),
        "terms": TermsGiven(contract=Contract.FROM_12_TO_36),
        "contact": ContactGiven(contact_name="Dung", contact_phone="0912345678", expires_on=TODAY + timedelta(days=30)),
    }
    for part in (usual | parts).values():
        if part is not None:
            draft_actions.save_part(db, market.vacancy(db, made), part, request_id=None, now=NOW)
    return made


def publish(db: Writing, market: Market, title: str = "Công nhân may", *, now: datetime = NOW, **parts: Any) -> UUID:
    """A vacancy written, sent and approved."""
    made = write_vacancy(db, market, title, **parts)
    actions.submit(db, market.vacancy(db, made), request_id=None, now=now)
    desk = access.review_desk(db, market.staff(db), made)
    approved = ReviewGiven(verdict=Verdict.APPROVED, reason="Đã xem")
    actions.review(db, desk, approved, request_id=None, now=now)
    return made
