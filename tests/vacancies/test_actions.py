"""From the first part of the form to the end of a vacancy."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from exchange.centres.access import staff_desk
from exchange.employers.access import employer_desk
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.vacancies import access, actions, desk_queries, draft_actions, queries
from exchange.vacancies.actions import ReviewGiven
from exchange.vacancies.codes import (
    Benefit,
    Contract,
    Part,
    VacancyReason,
    VacancyState,
    Verdict,
    WageKind,
)
from exchange.vacancies.given import ContactGiven, Given, NeedsGiven, PlacesGiven, TermsGiven, WageGiven, WorkGiven
from tests.vacancies.make import NOW, TODAY, WORK, Market, publish, write_vacancy

APPROVE = ReviewGiven(verdict=Verdict.APPROVED)
MINUTE = timedelta(minutes=1)


def state(store: Store, market: Market, vacancy_id: UUID) -> VacancyState:
    return store.read(lambda db: desk_queries.draft(db, market.vacancy(db, vacancy_id), now=NOW)).state


def submit(store: Store, market: Market, vacancy_id: UUID, **more: Any) -> None:
    when = {"request_id": None, "now": NOW} | more
    store.write(lambda db: actions.submit(db, market.vacancy(db, vacancy_id), **when))


def review(store: Store, market: Market, vacancy_id: UUID, given: ReviewGiven, **more: Any) -> None:
    when = {"request_id": None, "now": NOW + MINUTE} | more
    store.write(lambda db: actions.review(db, access.review_desk(db, market.staff(db), vacancy_id), given, **when))


def save(store: Store, market: Market, vacancy_id: UUID, given: Given) -> None:
    store.write(lambda db: draft_actions.save_part(db, market.vacancy(db, vacancy_id), given, request_id=None, now=NOW))


def test_a_draft_is_seen_by_its_employer_only(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    assert state(store, market, made) is VacancyState.DRAFT
    with pytest.raises(NotFound):
        store.read(lambda db: queries.vacancy(db, made, now=NOW))
    for viewer in (None, market.ngan):
        with pytest.raises(NotFound):
            store.read(lambda db, who=viewer: access.vacancy_desk(db, who, made))


def test_parts_are_missed_until_they_are_saved(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market, wage=None, places=None))
    draft = store.read(lambda db: desk_queries.draft(db, market.vacancy(db, made), now=NOW))
    assert draft.missing == (Part.WAGE, Part.PLACES)
    with pytest.raises(Refused) as no:
        submit(store, market, made)
    assert no.value.reason is VacancyReason.INCOMPLETE


def work(title: str = "May", openings: int = 1, code: str = "8153", description: str = WORK) -> WorkGiven:
    return WorkGiven(title=title, openings=openings, occupation_code=code, description=description)


def wage(low: int | None = None, high: int | None = None) -> WageGiven:
    return WageGiven(wage_kind=WageKind.STATED, wage_low=low, wage_high=high)


@pytest.mark.parametrize(
    ("given", "reason", "field"),
    [
        (work(title="x"), VacancyReason.TITLE_MISSING, "title"),
        (work(code="8"), VacancyReason.OCCUPATION_UNKNOWN, "occupation_code"),
        (work(description="May"), VacancyReason.DESCRIPTION_SHORT, "description"),
        (work(openings=0), VacancyReason.OPENINGS_WRONG, "openings"),
        (wage(), VacancyReason.WAGE_MISSING, "wage_low"),
        (wage(9_000_000, 8_000_000), VacancyReason.WAGE_ORDER, "wage_high"),
        (wage(8), VacancyReason.WAGE_TINY, "wage_low"),
        (NeedsGiven(), VacancyReason.NEEDS_MISSING, "education"),
        (PlacesGiven(), VacancyReason.PLACE_MISSING, "province_1"),
        (PlacesGiven(places=(("86", ""), ("84", ""))), VacancyReason.PLACE_UNKNOWN, "province_2"),
        (TermsGiven(), VacancyReason.CONTRACT_MISSING, "contract"),
        (ContactGiven(), VacancyReason.CONTACT_MISSING, "contact_name"),
        (ContactGiven(contact_name="Dung"), VacancyReason.CONTACT_UNREACHABLE, "contact_phone"),
        (ContactGiven(contact_name="Dung", contact_phone="0912345678"), VacancyReason.EXPIRY_MISSING, "expires_on"),
        (
            ContactGiven(contact_name="Dung", contact_phone="1", expires_on=TODAY),
            VacancyReason.PHONE_WRONG,
            "contact_phone",
        ),
        (ContactGiven(contact_name="Dung", contact_email="a@b"), VacancyReason.EMAIL_WRONG, "contact_email"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(
    store: Store, market: Market, given: Given, reason: VacancyReason, field: str
) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    with pytest.raises(Refused) as no:
        save(store, market, made, given)
    assert (no.value.reason, no.value.field) == (reason, field)


def test_a_vacancy_is_published_by_a_review_and_not_before(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    submit(store, market, made)
    assert state(store, market, made) is VacancyState.WAITING
    waiting = store.read(lambda db: desk_queries.waiting(db, market.staff(db)))
    assert [(row.id, row.first) for row in waiting] == [(made, True)]
    review(store, market, made, APPROVE)
    view = store.read(lambda db: queries.vacancy(db, made, now=NOW))
    assert (view.state, view.wage, view.place) == (VacancyState.OPEN, "7,5 – 10 triệu đồng/tháng", "Vĩnh Long")
    assert store.read(lambda db: desk_queries.waiting(db, market.staff(db))) == []


def test_a_second_vacancy_is_not_the_first(store: Store, market: Market) -> None:
    store.write(lambda db: publish(db, market))
    second = store.write(lambda db: write_vacancy(db, market, "Thợ điện"))
    submit(store, market, second)
    assert [row.first for row in store.read(lambda db: desk_queries.waiting(db, market.staff(db)))] == [False]


def test_what_was_returned_is_mended_and_sent_again(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    submit(store, market, made)
    with pytest.raises(Refused) as no:
        review(store, market, made, ReviewGiven(verdict=Verdict.RETURNED))
    assert no.value.reason is VacancyReason.RETURN_REASON_NEEDED
    review(store, market, made, ReviewGiven(verdict=Verdict.RETURNED, reason="Ghi rõ ca làm việc"))
    assert state(store, market, made) is VacancyState.RETURNED
    save(store, market, made, TermsGiven(contract=Contract.INDEFINITE, shifts=True, benefits=(Benefit.MEALS,)))
    submit(store, market, made, now=NOW + 2 * MINUTE)
    assert state(store, market, made) is VacancyState.WAITING
    review(store, market, made, APPROVE, now=NOW + 3 * MINUTE)
    draft = store.read(lambda db: desk_queries.draft(db, market.vacancy(db, made), now=NOW))
    assert [verdict.verdict for verdict in draft.reviews] == [Verdict.APPROVED, Verdict.RETURNED]


def test_flagged_wording_is_approved_only_with_a_written_reason(store: Store, market: Market) -> None:
    flagged = work(description=f"{WORK} Chỉ tuyển nữ dưới 35 tuổi.")
    made = store.write(lambda db: write_vacancy(db, market, work=flagged))
    submit(store, market, made)
    assert store.read(lambda db: desk_queries.waiting(db, market.staff(db)))[0].findings >= 2
    with pytest.raises(Refused) as no:
        review(store, market, made, APPROVE)
    assert (no.value.reason, no.value.field) == (VacancyReason.REASON_NEEDED, "reason")
    review(
        store, market, made, ReviewGiven(verdict=Verdict.APPROVED, reason="Đã trao đổi, công việc trong ký túc xá nữ")
    )
    assert state(store, market, made) is VacancyState.OPEN


def test_two_colleagues_do_not_decide_twice(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    submit(store, market, made)
    review(store, market, made, APPROVE)
    with pytest.raises(Conflict):
        review(store, market, made, ReviewGiven(verdict=Verdict.RETURNED, reason="Khác"))


def test_another_centre_does_not_review(store: Store, market: Market) -> None:
    made = store.write(lambda db: write_vacancy(db, market))
    submit(store, market, made)
    with pytest.raises(NotFound):
        store.read(lambda db: access.review_desk(db, staff_desk(db, market.ngan), made))


def test_the_same_form_sent_twice_counts_once(store: Store, market: Market) -> None:
    form = new_id()

    def start(db: Writing) -> UUID:
        return draft_actions.start_draft(db, market.desk(db), work(), request_id=form, now=NOW)

    made = store.write(start)
    assert store.write(start) == made
    whole, sent, said = store.write(lambda db: write_vacancy(db, market)), new_id(), new_id()
    submit(store, market, whole, request_id=sent)
    submit(store, market, whole, request_id=sent)
    review(store, market, whole, APPROVE, request_id=said)
    review(store, market, whole, APPROVE, request_id=said)
    assert len(store.read(lambda db: desk_queries.reviews(db, whole))) == 1


def test_what_is_published_is_not_rewritten(store: Store, market: Market) -> None:
    made = store.write(lambda db: publish(db, market))
    with pytest.raises(Refused) as no:
        save(store, market, made, WageGiven(wage_kind=WageKind.NEGOTIABLE))
    assert no.value.reason is VacancyReason.PUBLISHED


def test_a_copy_says_the_same_and_asks_only_for_its_end(store: Store, market: Market) -> None:
    first = store.write(lambda db: publish(db, market))
    copy = store.write(lambda db: draft_actions.copy_vacancy(db, market.desk(db), request_id=None, now=NOW + MINUTE))
    draft = store.read(lambda db: desk_queries.draft(db, market.vacancy(db, copy), now=NOW))
    assert (draft.state, draft.title, draft.missing) == (VacancyState.DRAFT, "Công nhân may", (Part.CONTACT,))
    assert draft.places == [("86", "Khu công nghiệp Long Đức")]
    assert copy != first


def test_there_is_nothing_to_copy_at_first(store: Store, market: Market) -> None:
    with pytest.raises(NotFound):
        store.write(lambda db: draft_actions.copy_vacancy(db, market.desk(db), request_id=None, now=NOW))


def test_openings_and_the_end_change_without_a_review(store: Store, market: Market) -> None:
    made = store.write(lambda db: publish(db, market))
    until = TODAY + timedelta(days=60)

    def change(db: Writing) -> None:
        actions.change_openings(db, market.vacancy(db, made), 7, until, request_id=None, now=NOW)

    store.write(change)
    view = store.read(lambda db: queries.vacancy(db, made, now=NOW))
    assert (view.openings, view.openings_left, view.expires_on) == (7, 7, until)


def test_a_vacancy_expires_by_itself_and_is_closed_by_somebody(store: Store, market: Market) -> None:
    made = store.write(lambda db: publish(db, market))
    late = NOW + timedelta(days=31)
    assert store.read(lambda db: queries.vacancy(db, made, now=late)).expired
    store.write(lambda db: actions.close(db, market.vacancy(db, made), now=NOW))
    store.write(lambda db: actions.close(db, market.vacancy(db, made), now=NOW))
    assert store.read(lambda db: queries.vacancy(db, made, now=NOW)).state is VacancyState.CLOSED


def test_staff_of_the_owning_centre_may_write_for_the_employer(store: Store, market: Market) -> None:
    def write(db: Writing) -> UUID:
        desk = employer_desk(db, market.hanh, market.employer_id)
        assert desk.by(None).on_behalf_of == market.employer_id
        return draft_actions.start_draft(db, desk, work(), request_id=None, now=NOW)

    assert state(store, market, store.write(write)) is VacancyState.DRAFT
