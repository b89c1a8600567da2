"""Occupations by what people call them; industries by their day."""

from datetime import date

import pytest

from exchange.kernel.text import nfc
from exchange.reference import industries, occupations
from exchange.reference.files import rows_of


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("thợ may", "7531"),
        ("công nhân may", "8153"),
        ("cong nhan may", "8153"),
        ("bảo vệ", "5401"),
        ("tài xế", "8322"),
        ("lái xe", "8322"),
        ("phụ bếp", "9402"),
        ("ke toan", "3313"),
        ("shipper", "9621"),
        ("nuôi trồng thủy", "6221"),
        ("thợ hàn", "7212"),
        ("hàn", "7212"),
        ("cnc", "7223"),
        ("nhân viên kho", "4321"),
    ],
)
def test_typing_a_customary_name_offers_the_occupation_first(typed: str, code: str) -> None:
    assert occupations.search(typed)[0].code == code


def test_search_works_while_typing_and_is_bounded() -> None:
    assert "8322" in [o.code for o in occupations.search("lái x")]
    assert len(occupations.search("nhân", limit=3)) == 3
    assert occupations.search("") == []
    assert occupations.search("zzz") == []


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Nhân viên bảo vệ ca đêm", "5401"),
        ("TUYỂN DỤNG CÔNG NHÂN MAY (LÀM NGAY)", "8153"),
        ("lái xe nâng", "8344"),
        ("Tài xế xe container - lương 20 triệu", "8322"),
        ("Kế toán trưởng - công ty may mặc", "2411"),
        ("Nhân viên Quản lý chất lượng", "7543"),
        ("Giám đốc tài chính", "1731"),
        ("Nhân viên bảo trì cơ điện tại Hà Nội", "7412"),
        ("Thợ may", "7531"),
        ("Thợ máy", "7233"),
        ("tho may", "7531"),
        ("Kĩ sư xây dựng", "2142"),
        ("Công nhân chế biến thuỷ sản", "7511"),
        ("Thợ hoà âm", None),
        ("Không yêu cầu kinh nghiệm", None),
    ],
)
def test_a_title_is_read_by_its_first_telling_part(title: str, code: str | None) -> None:
    found = occupations.guess(title)
    assert (found.code if found else None) == code


def test_groups_stand_above_their_occupations() -> None:
    assert [o.code for o in occupations.above("9402")] == ["9", "94", "940"]
    assert {o.code for o in occupations.under("94")} == {"9401", "9402"}
    assert [o.code for o in occupations.above("8153")] == ["8", "81"]  # the wording of 815 is not at hand


def test_the_official_list_is_whole_at_levels_1_2_and_4() -> None:
    assert [len(occupations.level(n)) for n in (1, 2, 4)] == [10, 48, 509]
    assert all(o.level == len(o.code) and o.name == nfc(o.name).strip() != "" for o in occupations.level(3))


def test_every_customary_name_leads_to_an_occupation_of_level_4() -> None:
    rows = list(rows_of("occupation_words"))
    assert {row["code"] for row in rows} <= {o.code for o in occupations.level(4)}
    assert all(row["words"] == nfc(row["words"]).strip() for row in rows)


def test_the_letters_of_industries_moved_in_2025() -> None:
    before, after = date(2025, 11, 14), date(2025, 11, 15)
    names = [i.name for i in (industries.get("K", before), industries.get("K", after)) if i]
    assert "ngân hàng" in names[0]
    assert "viễn thông" in names[1]
    assert [len(industries.sections(day)) for day in (before, after, date(2010, 1, 1))] == [21, 22, 0]
