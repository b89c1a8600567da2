"""What single cells say, as people and spreadsheets write them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.counselling.codes import Topic
from exchange.intake import reading
from exchange.intake.codes import DayOrder, IntakeReason, Register, RowReason
from exchange.intake.plan import Plan, faults, proposed
from exchange.intake.reading import Born, Wrong
from exchange.intake.words import topics_in

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1990", Born(1990, None)),
        (1990, Born(1990, None)),
        ("05/1990", Born(1990, None)),
        ("00/00/1990", Born(1990, None)),
        ("--/--/1990", Born(1990, None)),
        ("3/2/1990", Born(1990, date(1990, 2, 3))),
        ("03-02-1990", Born(1990, date(1990, 2, 3))),
        ("1990-02-03", Born(1990, date(1990, 2, 3))),
        (32_907, Born(1990, date(1990, 2, 3))),
        ("", None),
    ],
)
def test_a_birth_is_a_day_or_a_year(cell: Any, said: Born | None) -> None:
    assert reading.born(cell, DAY) == said


@pytest.mark.parametrize("cell", ["31/02/1990", "3/2/90", "mùng ba", "1890", 7, "3/2/19900"])
def test_what_is_no_birth_is_said(cell: Any) -> None:
    with pytest.raises(Wrong):
        reading.born(cell, DAY)


@given(st.dates(date(1930, 1, 1), date(2090, 12, 31)))
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days

    ways = [f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat(), serial, f"{day:%d/%m/%Y} 08:30"]
    assert {reading.day(way, DAY) for way in ways} == {day}
    assert reading.day(f"{day:%m/%d/%Y}", MONTH) == day


def test_a_year_alone_is_no_day() -> None:
    for cell in ("2025", 2025):
        with pytest.raises(Wrong) as no:
            reading.day(cell, DAY)
        assert no.value.reason is RowReason.DAY_NEEDED


def test_the_zero_that_a_spreadsheet_drops_is_put_back_from_numbers_only() -> None:
    assert reading.digits(86_188_000_777, 12, 9) == ("086188000777", True)
    assert reading.digits("86188000777", 12, 9) == ("86188000777", False)
    assert reading.digits("086 188 000.777", 12, 9) == ("086188000777", False)
    assert reading.telephone(909_123_450) == "+84909123450"


def test_the_first_good_telephone_of_a_cell_is_taken() -> None:
    assert reading.telephone("0909.123.450 / 0912 345 678") == "+84909123450"
    assert reading.telephone("") is None
    with pytest.raises(Wrong):
        reading.telephone("hỏi chị Hoa")


def test_an_address_is_taken_apart_from_its_end() -> None:
    place = reading.place("Số 5, ấp Chợ, xã Đại An, huyện Trà Cú, tỉnh Trà Vinh", TODAY)

    assert (place.street, place.commune) == ("Số 5, ấp Chợ, huyện Trà Cú", "xã Đại An")
    assert place.province
    assert place.province.code == "86", "as of today"


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("Tư vấn việc làm, BHTN", {Topic.DOMESTIC, Topic.INSURANCE}),
        ("việc làm ngoài nước", {Topic.OVERSEAS}),
        ("XKLĐ Nhật Bản", {Topic.OVERSEAS}),
        ("chính sách BHTN; học nghề", {Topic.LAW, Topic.INSURANCE, Topic.TRAINING}),
        ("hỏi giờ làm", set()),
    ],
)
def test_topics_are_found_in_sentences(words: str, topics: set[Topic]) -> None:
    assert topics_in(words) == topics


def test_columns_are_proposed_from_their_names() -> None:
    headings = ["STT", "HỌ VÀ TÊN", "Năm  sinh", "Số CMND/CCCD", "ĐT", "Ngày", "Nội dung", "Ngày"]

    plan = proposed(Register.CONSULTATIONS, headings, [["", "", 1990, "", "", "02/28/2025", ""]])

    assert plan.columns == {"name": 1, "born": 2, "citizen_id": 3, "phone": 4, "on_day": 5, "topics": 6}
    assert plan.day_order is MONTH, "there is no month 28"


def test_a_plan_needs_its_columns_and_each_once() -> None:
    wrong = faults(Plan({"name": 0, "born": 0}), Register.PEOPLE)

    assert wrong == {"born": IntakeReason.COLUMN_TWICE, "wish": IntakeReason.DEFAULT_NEEDED}
    assert faults(Plan({"name": 0, "born": 1}, {"wish": "May"}), Register.PEOPLE) == {}
