"""Titles of advertisements, and what they ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.reference.codes import Qualification
from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.demands import (
    Asked,
    Openings,
    Schooling,
    read_experience,
    read_headcount,
    read_schooling,
)
from exchange.vacancies.adverts.titles import Title, read_title
from exchange.vacancies.codes import Education, Experience


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nhân viên bán hàng", Title("Nhân viên bán hàng")),
        ("nhân viên qc tại hà nội", Title("Nhân viên QC tại Hà Nội")),
        ("THỢ HÀN CNC TẠI CẦN THƠ", Title("Thợ hàn CNC tại Cần Thơ", (Doubt.TITLE_UPPER,))),
        ("bảo vệ văn phòng, tư vấn bán hàng", Title("Bảo vệ văn phòng, tư vấn bán hàng")),
        ("Kế toán kho tại quận...", Title("Kế toán kho tại quận", (Doubt.TITLE_CUT,))),
        ("Lái xe - lương 15 triệu", Title("Lái xe - lương 15 triệu", (Doubt.TITLE_PAY,))),
        ("Thợ may, đi làm ngay", Title("Thợ may, đi làm ngay", (Doubt.TITLE_SLOGAN,))),
        ("Nhân viên siêu thị", Title("Nhân viên siêu thị")),
        ("🔥 𝐓𝐮𝐲𝐞̂̉𝐧 phụ bếp ★", Title("Tuyển phụ bếp")),
        ("Lập trình viên C++", Title("Lập trình viên C++")),
        ("", Title("")),
    ],
)
def test_titles_are_calmed_and_what_does_not_belong_there_is_flagged(text: str, title: Title) -> None:
    assert read_title(text) == title


def test_a_long_title_is_cut_and_says_so() -> None:
    title = read_title("Thợ " * 80)
    assert len(title.text) <= 200
    assert Doubt.TITLE_LONG in title.doubts


@given(st.text(max_size=60))
def test_a_calm_title_stays_as_it_is(text: str) -> None:
    once = read_title(text).text
    assert read_title(once).text == once


@pytest.mark.parametrize(
    ("text", "experience"),
    [
        ("", Experience.NONE),
        ("Không yêu cầu kinh nghiệm", Experience.NONE),
        ("Chưa có kinh nghiệm", Experience.NONE),
        ("Dưới 1 năm", Experience.UNDER_1),
        ("Lên đến 1 Năm", Experience.UNDER_1),
        ("6 tháng", Experience.UNDER_1),
        ("trên 0.5 năm", Experience.UNDER_1),
        ("1 năm", Experience.FROM_1_TO_2),
        ("1 - 3 năm", Experience.FROM_1_TO_2),
        ("18 tháng", Experience.FROM_1_TO_2),
        ("2 năm", Experience.FROM_2_TO_5),
        ("5 năm", Experience.FROM_2_TO_5),
        ("trên 5 năm", Experience.OVER_5),
        ("5 - 10 năm", Experience.OVER_5),
        ("10 - 3 năm", Experience.FROM_2_TO_5),
    ],
)
def test_experience_falls_into_the_bands_of_the_form(text: str, experience: Experience) -> None:
    assert read_experience(text) == Asked(experience)


@pytest.mark.parametrize("text", ["-1 năm", "nhiều"])
def test_unreadable_experience_says_so(text: str) -> None:
    assert read_experience(text) == Asked(doubts=(Doubt.EXPERIENCE_UNREADABLE,))


@pytest.mark.parametrize(
    ("text", "schooling"),
    [
        ("", Schooling()),
        ("Không giới hạn", Schooling()),
        ("Tốt nghiệp THPT trở lên", Schooling(Education.UPPER_SECONDARY)),
        ("Trung học", Schooling(Education.UPPER_SECONDARY)),
        ("Học vấn: 9/12 trở lên", Schooling(Education.LOWER_SECONDARY)),
        ("Tốt nghiệp Trung học cơ sở", Schooling(Education.LOWER_SECONDARY)),
        ("Trung cấp, Cao đẳng, Đại học", Schooling(qualification=Qualification.INTERMEDIATE)),
        ("Tốt nghiệp đại học/cao đẳng", Schooling(qualification=Qualification.COLLEGE)),
        ("Cử nhân", Schooling(qualification=Qualification.UNIVERSITY)),
        ("Cao đẳng trở lên, không yêu cầu chuyên ngành", Schooling(qualification=Qualification.COLLEGE)),
        ("Thạc sĩ", Schooling(qualification=Qualification.MASTER)),
        ("THPT, trung cấp hoặc cao đẳng", Schooling(Education.UPPER_SECONDARY)),
        ("Ưu tiên tốt nghiệp Đại học", Schooling()),
        ("Khác", Schooling(doubts=(Doubt.EDUCATION_UNREADABLE,))),
    ],
)
def test_the_lowest_level_named_is_the_one_asked_for(text: str, schooling: Schooling) -> None:
    assert read_schooling(text) == schooling


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("", Openings(1)),
        ("05", Openings(5)),
        ("Số lượng tuyển：3 người", Openings(3)),
        ("1.200 công nhân", Openings(1200)),
        ("số lượng lớn", Openings(1, (Doubt.HEADCOUNT_UNREADABLE,))),
        ("0", Openings(1, (Doubt.HEADCOUNT_UNREADABLE,))),
    ],
)
def test_headcounts(text: str, openings: Openings) -> None:
    assert read_headcount(text) == openings
