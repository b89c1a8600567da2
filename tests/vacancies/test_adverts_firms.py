"""Firms under several spellings. All names are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.firms import Firm, firm_key, read_firm, tidy_name

SPELLINGS = [
    "Công ty TNHH Thương mại Dịch vụ Hoa Sen Biển",
    "CÔNG TY TNHH THƯƠNG MẠI VÀ DỊCH VỤ HOA SEN BIỂN",
    "Công Ty Trách Nhiệm Hữu Hạn TM-DV Hoa Sen Biển",
    "CTY TNHH MTV TM & DV Hoa Sen Biển.",
    "Công ty CP TMDV Hoa Sen Biển (HSB Group)",
    "Công ty TNHH TM DV Hoa Sen Biển - HSBIEN",
    "Chi nhánh Cà Mau - Công ty TNHH TM DV Hoa Sen Biển",
    "Công ty TNHH TM DV Hoa Sen Biển - CN Hà Nội",
    "Công ty TNHH TM DV Hoa Sen Biển\nPro Company",
    unicodedata.normalize("NFD", "Công ty TNHH TM DV Hoa Sen Biển"),
]


def test_spellings_of_one_firm_have_one_key() -> None:
    assert {firm_key(name) for name in SPELLINGS} == {"thuong mai dich vu hoa sen bien"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công ty TNHH Thành Hà", "Công ty TNHH Thanh Hà"),
        ("Công ty TNHH Thương mại Gạo Xanh", "Công ty TNHH Sản xuất Gạo Xanh"),
        ("Ngân hàng TMCP An Phú Điền", "Công ty CP An Phú Điền"),
        ("Công ty TNHH KXC (Biên Hòa)", "Công ty TNHH KXC (Hà Nội)"),
        ("Công ty CP Cá Vàng", "Công ty CP Tập đoàn Cá Vàng"),
    ],
)
def test_different_firms_stay_apart(one: str, other: str) -> None:
    assert firm_key(one) != firm_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công ty TNHH Hoà Bình Xanh", "CÔNG TY TNHH HÒA BÌNH XANH"),
        ("Công ty CP Thuỷ Hà", "công ty cổ phần Thủy Hà"),
        ("KXC Vietnam Co., Ltd.", "Công ty TNHH KXC Việt Nam"),
        ("Ngân hàng TMCP Sao Khuê - SKBANK", "Ngân hàng Thương mại cổ phần Sao Khuê (SKBank)"),
    ],
)
def test_tone_place_and_english_forms_do_not_matter(one: str, other: str) -> None:
    assert firm_key(one) == firm_key(other)


@pytest.mark.parametrize("name", ["Bảo mật", "BẢO MẬT", "Confidential"])
def test_hidden_firms_have_no_key(name: str) -> None:
    assert read_firm(name) == Firm(tidy_name(name), None, (Doubt.FIRM_CONFIDENTIAL,))


def test_a_missing_firm_is_said_to_be_missing() -> None:
    assert read_firm("  ") == Firm("", None, (Doubt.FIRM_MISSING,))


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("CÔNG TY TNHH SẢN XUẤT VÀ THƯƠNG MẠI LÚA VÀNG QTX", "Công ty TNHH Sản xuất và Thương mại Lúa Vàng QTX"),
        ("Công Ty Cổ Phần Đầu Tư Mây Trắng", "Công ty Cổ phần Đầu tư Mây Trắng"),
        ("  Công ty  TNHH Mây Trắng\nPro Company", "Công ty TNHH Mây Trắng"),
        ("CÔNG TY CP KXC SOLUTIONS (HÀ NỘI)", "Công ty CP KXC Solutions (Hà Nội)"),
        ("Mây Trắng Food", "Mây Trắng Food"),
        ("công ty TNHH Mây Trắng", "Công ty TNHH Mây Trắng"),
    ],
)
def test_names_are_made_readable(name: str, tidy: str) -> None:
    assert tidy_name(name) == tidy
    assert firm_key(tidy) == firm_key(name)


@given(st.text(max_size=60))
def test_any_name_is_read_and_reading_is_stable(name: str) -> None:
    firm = read_firm(name)
    assert (firm.key is None) == bool(firm.doubts)
    assert tidy_name(firm.name) == firm.name
