"""Centres, staff, employers and recruiters: entered in 2021, when the four provinces were four."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from exchange.accounts.actions import open_account
from exchange.centres.access import StaffDesk
from exchange.centres.actions import CentreGiven, employ, open_centre
from exchange.demo.cast import address, as_viewer, manager
from exchange.demo.firms import FIRMS
from exchange.demo.offices import OFFICES
from exchange.demo.shapes import Firm, Office
from exchange.employers import actions as employers
from exchange.employers.access import own_desk, owner_desk
from exchange.employers.actions import EmployerGiven, NewAccount
from exchange.employers.codes import Verification
from exchange.journal.log import By
from exchange.kernel.db import Writing

FOUNDED = datetime(2021, 3, 1, 1, tzinfo=UTC)
_PAPERS = "Giấy chứng nhận đăng ký kinh doanh, bản chính"


def found(
    db: Writing,
    password_hash: str,
    *,
    offices: Iterable[Office] = OFFICES,
    firms: Iterable[Firm] = FIRMS,
    at: datetime = FOUNDED,
) -> None:
    """Everything that was there before any fair."""
    for office in offices:
        _open(db, office, password_hash, at)
    for number, firm in enumerate(firms):
        _register(db, firm, password_hash, at + timedelta(days=number + 1))


def _open(db: Writing, office: Office, password_hash: str, now: datetime) -> None:
    given = CentreGiven(
        name=office.name,
        short_name=f"TTDVVL {office.province}",
        province_code=office.code,
        province_name=office.province,
        hotline=office.hotline,
        address=office.address,
        email=address(office.key),
    )
    centre_id = open_centre(db, given, now=now)
    for clerk in office.clerks:
        mail = address(clerk.mail)
        account = open_account(db, clerk.name, email=mail, password_hash=password_hash, now=now)
        employ(db, centre_id, account, clerk.role, now=now)


def _register(db: Writing, firm: Firm, password_hash: str, now: datetime) -> None:
    """An employer at the centre of its province of then, its recruiters invited and its papers seen."""
    staff = manager(db, firm.office)
    made = employers.register_employer(db, _given(firm), now=now, by=By(staff.account_id), centre_id=staff.centre_id)
    first, *others = firm.recruiters
    account = employers.accept_invitation(db, made.invited.token, NewAccount(first, password_hash), now=now)
    desk = own_desk(db, as_viewer(account))
    for number, name in enumerate(others, start=2):
        mail = address(f"{firm.mail}{number}")
        invited = employers.invite_recruiter(db, desk, mail, request_id=None, now=now)
        employers.accept_invitation(db, invited.token, NewAccount(name, password_hash), now=now)
    _verify(db, staff, made.employer_id, now + timedelta(hours=3))


def _given(firm: Firm) -> EmployerGiven:
    code = next(office.code for office in OFFICES if office.key == firm.office)
    return EmployerGiven(
        tax_code=firm.tax_code,
        name=firm.name,
        province_code=code,
        contact_name=firm.recruiters[0],
        phone=firm.phone,
        email=address(firm.mail),
        kind=firm.kind,
        size_band=firm.size,
        industry_code=firm.industry,
        address=firm.place[1],
        about=firm.about,
    )


def _verify(db: Writing, staff: StaffDesk, employer_id: UUID, now: datetime) -> None:
    desk = owner_desk(db, staff, employer_id)
    employers.check_employer(db, desk, Verification.VERIFIED, _PAPERS, request_id=None, now=now)
