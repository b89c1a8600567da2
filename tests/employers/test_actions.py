"""Registering an employer, inviting, joining, leaving, verifying."""

from datetime import timedelta

import pytest

from exchange.accounts.actions import open_account
from exchange.accounts.queries import Viewer
from exchange.accounts.tables import LoginId
from exchange.centres.access import staff_desk
from exchange.employers import access, queries
from exchange.employers.actions import (
    EmployerGiven,
    Invited,
    NewAccount,
    accept_invitation,
    check_employer,
    end_recruiter,
    invite_recruiter,
    register_employer,
)
from exchange.employers.codes import EmployerReason, Verification
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from tests.vacancies.make import NOW, Market, given

DAY = timedelta(days=1)
KHOA = NewAccount("Khoa", "x")


def invite(store: Store, market: Market, email: str = "khoa@maysongtien.vn") -> Invited:
    return store.write(lambda db: invite_recruiter(db, market.desk(db), email, request_id=None, now=NOW))


def names(store: Store, market: Market) -> list[tuple[str, bool]]:
    rows = store.read(lambda db: queries.recruiters(db, market.desk(db), now=NOW))
    return [(row.name or row.email, row.invited) for row in rows]


def refused(store: Store, given: EmployerGiven) -> tuple[EmployerReason, str]:
    with pytest.raises(Refused) as no:
        store.write(lambda db: register_employer(db, given, now=NOW))
    reason = no.value.reason
    assert isinstance(reason, EmployerReason)
    return reason, no.value.field


def test_an_employer_belongs_to_the_oldest_centre_of_its_province_of_today(store: Store, market: Market) -> None:
    file = store.read(lambda db: queries.employer_file(db, market.desk(db)))
    assert (file.name, file.tax_code, file.province, file.verified) == (
        "Công ty May Sông Tiền",
        "0100109106",
        "Vĩnh Long",
        False,
    )
    assert store.read(lambda db: market.desk(db).centre_id) == market.centre_id


@pytest.mark.parametrize(
    ("more", "reason", "field"),
    [
        ({"tax_code": "0100109107"}, EmployerReason.TAX_CODE_WRONG, "tax_code"),
        ({"name": " a "}, EmployerReason.NAME_MISSING, "name"),
        ({"province_code": "99"}, EmployerReason.PROVINCE_UNKNOWN, "province_code"),
        ({"province_code": "01"}, EmployerReason.NO_CENTRE, "province_code"),
        ({"phone": "12"}, EmployerReason.PHONE_WRONG, "phone"),
        ({"email": "dung"}, EmployerReason.EMAIL_WRONG, "email"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(
    store: Store, market: Market, more: dict[str, str], reason: EmployerReason, field: str
) -> None:
    assert refused(store, given(**more)) == (reason, field)


def test_a_tax_code_registers_once(store: Store, market: Market) -> None:
    assert refused(store, given()) == (EmployerReason.TAX_CODE_TAKEN, "tax_code")


def test_the_same_form_twice_is_one_employer_and_its_newest_letter_works(store: Store, market: Market) -> None:
    form = given(tax_code="0100109106-001", name="Chi nhánh Bến Tre")
    first = store.write(lambda db: register_employer(db, form, now=NOW))
    again = store.write(lambda db: register_employer(db, form, now=NOW))
    assert first.employer_id == again.employer_id
    with pytest.raises(Refused):
        store.write(lambda db: accept_invitation(db, first.invited.token, KHOA, now=NOW))


def test_an_invitation_makes_a_recruiter_once(store: Store, market: Market) -> None:
    token = invite(store, market).token
    assert names(store, market) == [("Dung", False), ("khoa@maysongtien.vn", True)]
    assert not store.read(lambda db: queries.invitation(db, token, now=NOW)).has_account
    account = store.write(lambda db: accept_invitation(db, token, KHOA, now=NOW))
    assert names(store, market) == [("Dung", False), ("Khoa", False)]
    found = store.read(lambda db: queries.recruiter_of(db, account))
    assert found
    assert found.employer == "Công ty May Sông Tiền"
    with pytest.raises(Refused) as no:
        store.write(lambda db: accept_invitation(db, token, NewAccount("Kẻ lạ", "x"), now=NOW))
    assert no.value.reason is EmployerReason.INVITATION_DEAD


def test_an_invitation_dies_after_seven_days_and_when_it_is_sent_anew(store: Store, market: Market) -> None:
    old = invite(store, market).token
    new = invite(store, market).token
    for token, when in ((old, NOW), (new, NOW + 7 * DAY)):
        with pytest.raises(NotFound):
            store.read(lambda db, t=token, w=when: queries.invitation(db, t, now=w))
        with pytest.raises(Refused):
            store.write(lambda db, t=token, w=when: accept_invitation(db, t, KHOA, now=w))
    assert store.write(lambda db: accept_invitation(db, new, KHOA, now=NOW + 6 * DAY))


def test_who_has_an_account_joins_with_it(store: Store, market: Market) -> None:
    account = store.write(lambda db: open_account(db, "Khoa", email="khoa@maysongtien.vn", now=NOW))
    token = invite(store, market).token
    with pytest.raises(Refused) as no:
        store.write(lambda db: accept_invitation(db, token, KHOA, now=NOW))
    assert no.value.reason is EmployerReason.SIGN_IN_FIRST
    viewer = Viewer(account, LoginId(new_id()), "Khoa")
    assert store.write(lambda db: accept_invitation(db, token, viewer, now=NOW)) == account
    assert names(store, market) == [("Dung", False), ("Khoa", False)]


def test_one_recruits_for_one_employer_at_a_time(store: Store, market: Market) -> None:
    other = store.write(lambda db: register_employer(db, given(tax_code="0100109106-001"), now=NOW))
    with pytest.raises(Refused) as no:
        store.write(lambda db: accept_invitation(db, other.invited.token, market.dung, now=NOW))
    assert no.value.reason is EmployerReason.RECRUITS_ELSEWHERE


def test_who_recruits_already_is_not_invited(store: Store, market: Market) -> None:
    with pytest.raises(Refused) as no:
        invite(store, market, "DUNG@maysongtien.vn")
    assert no.value.reason is EmployerReason.ALREADY_RECRUITER


def test_who_left_is_at_no_desk(store: Store, market: Market) -> None:
    def leave(db: Writing) -> None:
        row = queries.recruiters(db, market.desk(db), now=NOW)[0]
        end_recruiter(db, market.desk(db), row.id, now=NOW)

    store.write(leave)
    with pytest.raises(NotFound):
        store.read(market.desk)
    assert store.read(lambda db: access.employer_desk(db, market.hanh, market.employer_id)).helped


def test_nobody_else_has_a_desk(store: Store, market: Market) -> None:
    for viewer in (None, market.ngan):
        with pytest.raises(NotFound):
            store.read(lambda db, who=viewer: access.employer_desk(db, who, market.employer_id))
    with pytest.raises(NotFound):
        store.read(lambda db: access.employer_desk(db, market.hanh, new_id()))


def test_the_newest_verdict_counts_and_names_its_papers(store: Store, market: Market) -> None:
    def look(verdict: Verification, document: str, minutes: int) -> None:
        def check(db: Writing) -> None:
            desk = access.owner_desk(db, market.staff(db), market.employer_id)
            check_employer(db, desk, verdict, document, request_id=None, now=NOW + timedelta(minutes=minutes))

        store.write(check)

    def verified() -> bool:
        return store.read(lambda db: queries.employer(db, market.employer_id)).verified

    with pytest.raises(Refused) as no:
        look(Verification.VERIFIED, "  ", 0)
    assert no.value.reason is EmployerReason.DOCUMENT_NEEDED
    look(Verification.VERIFIED, "Giấy chứng nhận đăng ký doanh nghiệp", 1)
    assert verified()
    look(Verification.REJECTED, "Đã giải thể", 2)
    assert not verified()


def test_another_centre_does_not_verify(store: Store, market: Market) -> None:
    with pytest.raises(NotFound):
        store.read(lambda db: access.owner_desk(db, staff_desk(db, market.ngan), market.employer_id))
