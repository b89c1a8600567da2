"""Workplaces as advertisements write them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exchange.reference import provinces
from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.places import Places, read_places

HANOI, HCMC, TAY_NINH, KHANH_HOA, LAM_DONG, DONG_NAI = "01", "79", "80", "56", "68", "75"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hà Nội", (HANOI,)),
        ("hà nội hồ chí minh", (HANOI, HCMC)),
        ("Hồ Chí Minh, Bình Dương", (HCMC,)),
        ("Khánh Hoà Ninh Thuận Bình Thuận", (KHANH_HOA, LAM_DONG)),
        ("Đồng Nai Bà Rịa - Vũng Tàu Long An", (DONG_NAI, HCMC, TAY_NINH)),
        ("Thừa Thiên- Huế Dak Nông", ("46", LAM_DONG)),
        ("Bắc Cạn", ("19",)),
        ("biên hòa", (DONG_NAI,)),
        ("quận 7", (HCMC,)),
        ("TP. Vũng Tàu và Long Biên", (HCMC, HANOI)),
        ("KCN Amata", (DONG_NAI,)),
    ],
)
def test_names_alone(text: str, codes: tuple[str, ...]) -> None:
    found = read_places(text)
    assert found.provinces == codes
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "codes", "address"),
    [
        ("Số 12 đường Hà Nội, phường 5, TP.HCM", (HCMC,), "Số 12 đường Hà Nội, phường 5, TP.HCM"),
        ("Lô 5 KCN Bắc Ninh Hòa; 1 Lê Lợi, Hà Nội, Việt Nam", ("24", HANOI), None),
        ("Long An | Lot 1, Long Hau IP, Nha Be", (TAY_NINH,), "Lot 1, Long Hau IP, Nha Be"),
        ("Hà Nội | Hà Nội: Xã Ngọc Hồi", (HANOI,), "Hà Nội: Xã Ngọc Hồi"),
        ("- Hà Nội: 1 Phố Huế - Đà Nẵng: 2 Trần Phú", (HANOI, "48"), "Hà Nội: 1 Phố Huế - Đà Nẵng: 2 Trần Phú"),
        ("15 Phan Đình Phùng, P. 2, Phú Nhuận", (HCMC,), "15 Phan Đình Phùng, P. 2, Phú Nhuận"),
    ],
)
def test_addresses_say_their_province_last_and_lists_say_it_first(
    text: str, codes: tuple[str, ...], address: str | None
) -> None:
    found = read_places(text)
    assert found.provinces == codes
    assert address is None or found.address == address


def test_a_merged_province_depends_on_the_day() -> None:
    before = date(2025, 6, 30)
    assert read_places("Trà Vinh, Bến Tre", before).provinces == ("84", "83")
    assert read_places("Trà Vinh, Bến Tre").provinces == ("86",)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", Places(doubts=(Doubt.PLACE_MISSING,))),
        ("Khác", Places(doubts=(Doubt.PLACE_MISSING,))),
        ("toàn quốc", Places(nationwide=True)),
        ("Nhật Bản", Places(overseas=True)),
        ("Hà Nội, nước ngoài", Places((HANOI,), overseas=True)),
        ("KV Đông Nam Bộ", Places(doubts=(Doubt.PLACE_REGION,))),
        ("Hà Nội & 4 nơi khác", Places((HANOI,), doubts=(Doubt.PLACE_MORE,))),
        ("hà hội", Places((HANOI,), doubts=(Doubt.PLACE_GUESSED,))),
        ("nhà cô Tư", Places(address="nhà cô Tư", doubts=(Doubt.PLACE_UNKNOWN,))),
        ("Việt Nam", Places(doubts=(Doubt.PLACE_UNKNOWN,))),
    ],
)
def test_what_is_said_besides_provinces(text: str, places: Places) -> None:
    assert read_places(text) == places


@example(["Hà Nội", "Hà Giang", "Điện Biên", "Phú Thọ"])  # with Điện Biên Phủ in it
@given(st.permutations([p.name for p in provinces.as_of(date(2021, 1, 1))]).map(lambda names: names[:4]))
def test_provinces_run_together_come_apart_again(names: list[str]) -> None:
    day = date(2021, 1, 1)
    found = read_places(" ".join(names), day)
    assert [provinces.name_of(code, day).removeprefix("TP. ") for code in found.provinces] == names


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_places(text)
    assert found.provinces or found.nationwide or found.overseas or found.doubts
