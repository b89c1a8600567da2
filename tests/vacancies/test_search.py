"""What a search finds and in which order, the same on both databases."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.reference.codes import Qualification
from exchange.vacancies import actions, index
from exchange.vacancies.codes import Contract, Education, Experience, Sort, WageKind
from exchange.vacancies.given import ContactGiven, NeedsGiven, PlacesGiven, TermsGiven, WageGiven, WorkGiven
from exchange.vacancies.search_queries import VacancyQuery, search
from exchange.vacancies.tables import VacancyIndex
from tests.vacancies.make import NOW, TODAY, WORK, Market, publish


def titles(store: Store, q: str = "", **more: object) -> list[str]:
    query = VacancyQuery(q=q, **more)  # type: ignore[arg-type]
    return [row.title for row in store.read(lambda db: search(db, query, today=TODAY)).items]


def open_all(store: Store, market: Market, *names: str) -> dict[str, UUID]:
    return {name: store.write(lambda db, title=name: publish(db, market, title)) for name in names}


def open_one(store: Store, market: Market, title: str, **parts: object) -> UUID:
    return store.write(lambda db: publish(db, market, title, **parts))


@pytest.mark.parametrize(
    "typed",
    ["hòa giải viên", "hoà giải viên", "HOA GIAI VIEN", "hoa giai vien", "giải viên hòa", "hòa giải v", "hoa gi"],
)
def test_accents_case_order_and_spelling_do_not_hide_it(store: Store, market: Market, typed: str) -> None:
    open_all(store, market, "Hòa giải viên", "Thợ điện")
    assert titles(store, typed) == ["Hòa giải viên"]


@pytest.mark.parametrize("typed", ["đóng gói", "dong goi", "dóng gối", "ĐÓNG"])
def test_d_with_a_stroke_is_d(store: Store, market: Market, typed: str) -> None:
    open_all(store, market, "Công nhân đóng gói")
    assert titles(store, typed) == ["Công nhân đóng gói"]


def test_accents_as_typed_come_first_and_the_rest_follows(store: Store, market: Market) -> None:
    open_all(store, market, "Thợ may", "Thợ máy", "Nhân viên mây tre")
    assert titles(store, "thợ máy")[:2] == ["Thợ máy", "Thợ may"]
    assert titles(store, "thợ may")[:2] == ["Thợ may", "Thợ máy"]
    assert titles(store, "mây")[0] == "Nhân viên mây tre"


def test_a_word_typed_without_accents_comes_before_its_accented_look_alikes(store: Store, market: Market) -> None:
    open_all(store, market, "Thợ may", "Nhân viên giao hàng xe máy")
    assert titles(store, "may") == ["Thợ may", "Nhân viên giao hàng xe máy"]
    assert titles(store, "máy")[0] == "Nhân viên giao hàng xe máy"


def test_words_in_one_run_come_before_scattered_ones(store: Store, market: Market) -> None:
    open_all(store, market, "Lái xe nâng", "Lái máy xúc kiêm rửa xe", "Lái xe")
    assert titles(store, "lai xe") == ["Lái xe", "Lái xe nâng", "Lái máy xúc kiêm rửa xe"]


def test_the_newest_of_equals_comes_first(store: Store, market: Market) -> None:
    open_all(store, market, "Bảo vệ ca ngày", "Bảo vệ ca đêm")
    assert titles(store, "bảo vệ") == ["Bảo vệ ca đêm", "Bảo vệ ca ngày"]


def test_a_word_in_the_title_counts_before_one_in_the_text(store: Store, market: Market) -> None:
    text = WorkGiven(title="Kế toán", occupation_code="3313", description="Làm việc cùng bảo vệ và bếp ăn của nhà máy.")
    open_all(store, market, "Bảo vệ")
    open_one(store, market, "Kế toán", work=text)
    assert titles(store, "bao ve") == ["Bảo vệ", "Kế toán"]


@pytest.mark.parametrize("typed", ["sông tiền", "vinh long", "may song tien"])
def test_the_employer_and_the_place_are_found_by_their_words(store: Store, market: Market, typed: str) -> None:
    open_one(store, market, "Tạp vụ")
    assert titles(store, typed) == ["Tạp vụ"]


@pytest.mark.parametrize(
    "typed", ['"', "*", "a* OR b", "'); DROP TABLE x; --", "may AND", "(", "&|!", "=may", "@p86", "\x00"]
)
def test_no_typed_sign_is_a_command(store: Store, market: Market, typed: str) -> None:
    open_one(store, market, "Công nhân may")
    assert set(titles(store, typed)) <= {"Công nhân may"}


def test_a_letter_that_begins_the_next_word_does_not_empty_the_page(store: Store, market: Market) -> None:
    open_one(store, market, "Lái xe tải")
    assert titles(store, "lái x") == titles(store, "lái xe t") == ["Lái xe tải"]


@pytest.mark.parametrize("province", ["86", "84", "83", "Trà Vinh", "bến tre", "Vĩnh Long", "tinh tra vinh"])
def test_a_province_is_found_under_its_old_and_new_names(store: Store, market: Market, province: str) -> None:
    open_one(store, market, "Thợ hàn")
    open_one(store, market, "Thợ sơn", places=PlacesGiven(places=(("79", ""), ("92", ""))))
    assert titles(store, province=province) == ["Thợ hàn"]
    assert titles(store, "thợ", province="Cần Thơ") == ["Thợ sơn"]


def test_a_province_nobody_knows_finds_nothing(store: Store, market: Market) -> None:
    open_one(store, market, "Thợ hàn")
    assert titles(store, province="Atlantis") == []


def test_an_occupation_is_found_under_each_group_it_lies_in(store: Store, market: Market) -> None:
    open_one(store, market, "Công nhân may")
    for code in ("8", "81", "815", "8153"):
        assert titles(store, occupation=code) == ["Công nhân may"]
    assert titles(store, occupation="8154") == titles(store, occupation="5") == titles(store, occupation="8' OR") == []


def test_a_wage_is_enough_when_its_best_is(store: Store, market: Market) -> None:
    open_one(
        store, market, "Thợ may", wage=WageGiven(wage_kind=WageKind.STATED, wage_low=7_000_000, wage_high=9_000_000)
    )
    open_one(store, market, "Phụ bếp", wage=WageGiven(wage_kind=WageKind.NEGOTIABLE))
    assert titles(store, min_wage=9_000_000) == ["Thợ may"]
    assert titles(store, min_wage=9_000_001) == []


def test_a_qualification_finds_what_asks_for_it_or_less(store: Store, market: Market) -> None:
    def needs(asked: Qualification) -> NeedsGiven:
        return NeedsGiven(education=Education.NONE, qualification=asked, experience=Experience.NONE)

    open_one(store, market, "Kỹ sư", needs=needs(Qualification.UNIVERSITY))
    open_one(store, market, "Thợ điện", needs=needs(Qualification.INTERMEDIATE))
    assert titles(store, qualification=Qualification.COLLEGE) == ["Thợ điện"]
    assert titles(store, qualification=Qualification.MASTER) == ["Thợ điện", "Kỹ sư"]


def test_orders(store: Store, market: Market) -> None:
    def paid(high: int) -> WageGiven:
        return WageGiven(wage_kind=WageKind.STATED, wage_low=7_000_000, wage_high=high)

    def until(days: int) -> ContactGiven:
        end = TODAY + timedelta(days=days)
        return ContactGiven(contact_name="Dung", contact_phone="0912345678", expires_on=end)

    open_one(store, market, "Thợ một", wage=paid(9_000_000), contact=until(5))
    open_one(store, market, "Thợ hai", wage=paid(12_000_000), contact=until(9))
    open_one(store, market, "Thợ ba", wage=paid(8_000_000), contact=until(2))
    assert titles(store, "thợ", sort=Sort.NEWEST) == ["Thợ ba", "Thợ hai", "Thợ một"]
    assert titles(store, "thợ", sort=Sort.WAGE) == ["Thợ hai", "Thợ một", "Thợ ba"]
    assert titles(store, "thợ", sort=Sort.ENDING) == ["Thợ ba", "Thợ một", "Thợ hai"]


def test_only_what_can_be_applied_for_is_found(store: Store, market: Market) -> None:
    made = open_all(store, market, "Thợ hàn", "Thợ sơn")
    store.write(lambda db: actions.close(db, market.vacancy(db, made["Thợ hàn"]), now=NOW))
    assert titles(store, "thợ") == ["Thợ sơn"]
    late = TODAY + timedelta(days=31)
    assert store.read(lambda db: search(db, VacancyQuery(q="thợ"), today=late)).total == 0


def test_every_page_together_holds_each_answer_once(
    store: Store, market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exchange.vacancies.search_queries.WINDOW", 30)  # so that pages reach behind the ranked ones
    names = [f"Thợ {number}" for number in range(45)] + [f"Phụ thợ {number}" for number in range(4)]
    text = TermsGiven(contract=Contract.INDEFINITE)
    for name in names:
        open_one(store, market, name, terms=text)

    def page(number: int, sort: Sort) -> list[str]:
        results = store.read(lambda db: search(db, VacancyQuery(q="thợ", page=number, sort=sort), today=TODAY))
        assert (results.total, results.pages) == (49, 3)
        return [row.title for row in results.items]

    for sort in Sort:
        assert sorted(name for number in (1, 2, 3) for name in page(number, sort)) == sorted(names)
    assert page(9, Sort.BEST) == page(3, Sort.BEST)


def test_rebuilding_the_index_changes_nothing(store: Store, market: Market) -> None:
    open_all(store, market, "Thợ hàn", "Thợ sơn", WORK[:40])
    before = titles(store, "thợ"), titles(store)

    def words(db: Writing) -> list[str]:
        return sorted(db.scalars(select(columns(VacancyIndex).words)))

    kept = store.write(words)
    assert store.write(index.rebuild) == 3
    assert (titles(store, "thợ"), titles(store)) == before
    assert store.write(words) == kept
