"""The fixed lines of the paper, its numbers and its letters, as the decree writes them."""

from datetime import date
from decimal import Decimal

import pytest

from exchange.reports import lines
from exchange.reports.codes import Level
from exchange.reports.model import Heading, Paragraph, Run, Table
from exchange.reports.numbering import label, letter, numbered
from exchange.reports.numerals import number
from exchange.reports.tidying import tidied, tidy
from exchange.reports.widths import width
from tests.reports.make import head, report


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2021, 6, 5), "ngày 05 tháng 6 năm 2021"),
        (date(2021, 1, 10), "ngày 10 tháng 01 năm 2021"),
        (date(2021, 2, 28), "ngày 28 tháng 02 năm 2021"),
        (date(2021, 12, 1), "ngày 01 tháng 12 năm 2021"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day: date, written: str) -> None:
    assert lines.place_line(head(day=day)) == f"Trà Vinh, {written}"


@pytest.mark.parametrize(("given", "written"), [(5, "05"), (12, "12"), (None, "       ")])
def test_a_number_below_ten_has_a_zero_and_an_open_one_has_room(given: int | None, written: str) -> None:
    assert lines.number_line(head(number=given)) == f"Số: {written}/BC-SLĐTBXH"


def test_lists_end_in_semicolons_and_the_last_says_where_it_is_filed() -> None:
    assert lines.recipients(("- Như trên.", "Ban Giám đốc")) == ("Như trên;", "Ban Giám đốc;", "Lưu: VT.")
    assert lines.recipients(("Lưu: VT, LĐVL",)) == ("Lưu: VT, LĐVL.",)
    assert lines.listed(("Căn cứ A;", "Căn cứ B")) == ("Căn cứ A;", "Căn cứ B.")
    assert lines.dear(head(dear=("Bộ Nội vụ",))) == ("Bộ Nội vụ",)


def test_parts_are_numbered_each_within_the_one_above() -> None:
    levels = [Level.PART, Level.SECTION, Level.CLAUSE, Level.POINT, Level.POINT, Level.CLAUSE, Level.POINT]
    blocks = [Heading(level, (Run("x"),)) for level in [*levels, Level.PART, Level.SECTION]]

    labels = [label for label, _ in numbered([*blocks, Paragraph((Run("y"),))])]

    assert labels == ["Phần I", "I.", "1.", "a)", "b)", "2.", "a)", "Phần II", "I.", ""]


def test_points_follow_the_vietnamese_alphabet_and_never_run_out() -> None:
    assert "".join(letter(at) for at in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert letter(24) == "aa"
    assert label(Level.SECTION, 14) == "XIV."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15.384", "15384"),
        ("66,88%", "66.88"),
        ("-52,20%", "-52.20"),
        ("06", "6"),
        ("–", None),
        ("khoảng 400", None),
        ("1.31", None),
    ],
)
def test_a_printed_number_is_read_back(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


def test_a_text_ends_with_the_sign_of_the_decree() -> None:
    end = lines.ended((Paragraph((Run("Trên đây là "), Run("báo cáo.", bold=True))),))[-1]
    table = Table((((Run("a"),),),))

    assert end == Paragraph((Run("Trên đây là "), Run("báo cáo./.", bold=True)))
    assert lines.ended(lines.ended((Paragraph((Run("a."),)),))) == (Paragraph((Run("a./."),)),)
    assert lines.ended((table,)) == (table,)


def test_texts_become_composed_and_lose_what_cannot_be_seen() -> None:
    assert tidy("Nguye\u0302\u0303n\u200b\x0b\tTha\u0309o\nA\ufffe") == "Nguyễn  Thảo\nA"
    assert tidied(report(period="Ky\u0300 I")).period == "Kỳ I"


def test_a_long_name_stands_in_two_lines_of_about_one_length() -> None:
    above, agency = lines.names(head(agency_above="Ủy ban nhân dân tỉnh Vĩnh Long", agency="Sở Nội vụ"))

    assert (above, agency) == ("ỦY BAN NHÂN DÂN\nTỈNH VĨNH LONG", "SỞ NỘI VỤ")
    assert lines.names(head())[1] == "SỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI"


def test_marks_do_not_widen_a_letter() -> None:
    assert width("ẤỆỮ", 10) == width("AEƯ", 10)
    assert width("Độc lập - Tự do", 13) == width("Đôc lâp - Tư do", 13)
