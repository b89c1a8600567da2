"""The 63 provinces, the 34, and what people call them."""

from datetime import date

import pytest

from exchange.kernel.text import fold, nfc
from exchange.reference import districts, provinces
from exchange.reference.files import rows_of

BEFORE = date(2025, 6, 30)
AFTER = date(2025, 7, 1)
REUSED = {"15", "24", "44", "52", "80", "82", "91"}


def codes(day: date) -> set[str]:
    return {p.code for p in provinces.as_of(day)}


def test_there_were_63_and_there_are_34() -> None:
    assert len(provinces.as_of(BEFORE)) == 63
    assert len(provinces.as_of(AFTER)) == 34
    assert provinces.as_of(date(2008, 7, 31)) == ()


def test_seven_codes_mean_another_province_since_the_merger() -> None:
    changed = {
        code
        for code in codes(BEFORE) & codes(AFTER)
        if provinces.name_of(code, BEFORE) != provinces.name_of(code, AFTER)
    }
    assert changed == REUSED


def test_every_province_of_63_lies_in_one_of_34() -> None:
    assert {provinces.successor(code, BEFORE, AFTER) for code in codes(BEFORE)} == codes(AFTER)
    covered = [old for new in codes(AFTER) for old in provinces.covering(new)]
    assert sorted(covered) == sorted(codes(BEFORE))


def test_eleven_provinces_stayed_as_they_were() -> None:
    assert sum(len(provinces.covering(code)) == 1 for code in codes(AFTER)) == 11


def test_a_reused_code_is_read_with_its_day() -> None:
    assert provinces.name_of("15", BEFORE) == "Yên Bái"
    assert provinces.name_of("15", AFTER) == "Lào Cai"
    assert provinces.name_of("15", BEFORE, as_of="now") == "Lào Cai"
    assert provinces.successor("82", BEFORE) == "82"
    assert provinces.successor("87", BEFORE) == "82"
    assert provinces.successor("84", BEFORE, BEFORE) == "84"


def test_names_change_without_a_merger() -> None:
    assert [provinces.name_of("46", day) for day in (date(2024, 12, 31), date(2025, 1, 1))] == ["Thừa Thiên Huế", "Huế"]
    kinds = [provinces.get("75", day) for day in (date(2026, 4, 29), date(2026, 4, 30))]
    assert [p.full_name for p in kinds if p] == ["Tỉnh Đồng Nai", "Thành phố Đồng Nai"]


def test_a_code_without_meaning_is_shown_not_hidden() -> None:
    assert provinces.get("84", AFTER) is None
    assert provinces.name_of("84", AFTER) == "84"
    assert provinces.name_of("03", BEFORE) == "03"


@pytest.mark.parametrize(
    ("text", "then", "now"),
    [
        ("Trà Vinh", "Trà Vinh", "Vĩnh Long"),
        ("tra vinh", "Trà Vinh", "Vĩnh Long"),
        ("TP.HCM", "TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("T.P Hồ Chí Minh", "TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Sài Gòn", "TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("hcm", "TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Bắc Cạn", "Bắc Kạn", "Thái Nguyên"),
        ("Thừa Thiên- Huế", "Huế", "Huế"),
        ("thành phố Huế", "Huế", "Huế"),
        ("BR-VT", "Bà Rịa – Vũng Tàu", "TP. Hồ Chí Minh"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu", "TP. Hồ Chí Minh"),
        ("Tỉnh Thanh Hoá", "Thanh Hóa", "Thanh Hóa"),
        ("Ha Noi City, Viet Nam", "Hà Nội", "Hà Nội"),
        ("Hanoi", "Hà Nội", "Hà Nội"),
        ("Dak Lak", "Đắk Lắk", "Đắk Lắk"),
        ("Lào Cai", "Lào Cai", "Lào Cai"),
        ("Yên Bái", "Yên Bái", "Lào Cai"),
    ],
)
def test_old_and_customary_names_find_the_province_of_the_day(text: str, then: str, now: str) -> None:
    assert [p.short_name for p in (provinces.find(text, BEFORE), provinces.find(text, AFTER)) if p] == [then, now]


@pytest.mark.parametrize("text", ["", "Việt Nam", "tỉnh", "Cái Bè", "Hà"])
def test_what_is_no_province_is_not_found(text: str) -> None:
    assert provinces.find(text, AFTER) is None


def test_every_province_finds_itself_by_each_of_its_names() -> None:
    for day in (BEFORE, AFTER):
        for p in provinces.as_of(day):
            assert provinces.find(p.name, day) == provinces.find(p.full_name, day) == p
            assert provinces.find(fold(p.name).replace(" ", ""), day) == p


def test_districts_name_known_provinces_and_are_clean() -> None:
    rows = list(rows_of("districts")) + list(rows_of("province_aliases"))
    assert {row["province"] for row in rows} <= codes(BEFORE)
    assert all(row["name"] == nfc(row["name"]).strip() for row in rows)
    assert len({fold(row["name"]) for row in rows_of("districts")}) == len(list(rows_of("districts")))


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("vũng tàu", "77"),
        ("TP. Biên Hòa", "75"),
        ("long biên", "01"),
        ("thủ đức", "79"),
        ("Quận 7", "79"),
        ("Q.12", "79"),
        ("District 1", "79"),
        ("thị xã Duyên Hải", "84"),
        ("Nhatrang", "56"),
    ],
)
def test_districts_tell_their_province(name: str, province: str) -> None:
    assert districts.province_of(name) == province
