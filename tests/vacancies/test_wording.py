"""Wording that the law forbids or that cheats use, and what only looks like it. All texts are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.vacancies.wording import EXPLAINED, Finding, Wording, findings


def codes(text: str, field: str = "description") -> list[Wording]:
    return sorted({found.code for found in findings({field: text})})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (Wording.SEX, "Chỉ tuyển nữ"),
        (Wording.SEX, "Ưu tiên nam"),
        (Wording.SEX, "chi tuyen nu"),
        (Wording.SEX, "Giới tính: Nam"),
        (Wording.SEX, "Mô tả công việc\n- Nữ, tốt nghiệp trung cấp"),
        (Wording.SEX, "Nam sức khỏe tốt, chịu khó"),
        (Wording.SEX, "Nhân viên kho (Nam)"),
        (Wording.SEX, "Nữ kế toán công trình"),
        (Wording.SEX, "nhân viên lễ tân nữ"),
        (Wording.SEX, "Nam/nữ, ưu tiên nữ"),
        (Wording.AGE, "Dưới 35 tuổi"),
        (Wording.AGE, "Độ tuổi: 22 - 35"),
        (Wording.AGE, "từ 18 đến 40 tuổi"),
        (Wording.AGE, "tuoi tu 20-30t"),
        (Wording.AGE, "Không quá 45 tuổi"),
        (Wording.AGE, "sinh năm 1995 - 2003"),
        (Wording.AGE, "Từ 25 tuổi trở lên"),
        (Wording.AGE, "Tìm kiếm khách hàng\nNữ 18-30 tuổi"),
        (Wording.MARRIAGE, "Chưa lập gia đình"),
        (Wording.MARRIAGE, "ưu tiên người độc thân"),
        (Wording.MATERNITY, "Không mang thai trong hai năm đầu"),
        (Wording.MATERNITY, "Không nhận phụ nữ có thai"),
        (Wording.MATERNITY, "Không tuyển người đang mang thai hoặc nuôi con nhỏ"),
        (Wording.MATERNITY, "Không nhận phụ nữ mang thai"),
        (Wording.LOOKS, "Ngoại hình ưa nhìn"),
        (Wording.LOOKS, "Nữ cao từ 1m58 trở lên"),
        (Wording.LOOKS, "không xăm trổ"),
        (Wording.REGION, "Không nhận người Thanh Hóa"),
        (Wording.REGION, "Ưu tiên ứng viên có hộ khẩu tại thành phố"),
        (Wording.REGION, "Không nói giọng địa phương"),
        (Wording.RELIGION, "Không theo tôn giáo nào"),
        (Wording.ETHNICITY, "Dân tộc: Kinh"),
        (Wording.HEALTH, "Không mắc bệnh viêm gan B, HIV"),
        (Wording.HEALTH, "không dị tật"),
        (Wording.PAYMENT, "Đặt cọc 500.000đ tiền đồng phục trước khi nhận việc"),
        (Wording.PAYMENT, "Nộp phí hồ sơ 200k"),
        (Wording.PAYMENT, "ký quỹ 5 triệu khi vào làm"),
        (Wording.PAYMENT, "Trừ lương tháng đầu làm cọc"),
        (Wording.PAYMENT, "Công ty giữ lại nửa tháng lương để đặt cọc"),
        (Wording.TRANSFER, "Chuyển khoản trước 300k để giữ suất"),
        (Wording.PAPERS, "Công ty giữ bằng gốc một năm"),
        (Wording.EASY_MONEY, "VIỆC NHẸ - LƯƠNG CAO"),
        (Wording.EASY_MONEY, "Kiếm tiền tại nhà, chỉ cần điện thoại thông minh"),
        (Wording.MESSENGER, "Liên hệ nhóm Telegram để nhận việc"),
        (Wording.MESSENGER, "Tuyển CTV online chốt đơn"),
        (Wording.ABROAD, "Nhân viên văn phòng làm việc tại Campuchia"),
        (Wording.ABROAD, "làm việc tại casino Campuchia"),
        (Wording.ABROAD, "Tuyển nhân viên sòng bài bên Campuchia"),
        (Wording.PYRAMID, "Kinh doanh đa cấp, hoa hồng theo tầng"),
    ],
)
def test_wording_to_be_looked_at_is_found(code: Wording, text: str) -> None:
    assert code in codes(text)
    assert code in codes(unicodedata.normalize("NFD", text))
    assert code in codes(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "Không phân biệt nam nữ, tuổi tác, ngoại hình, tôn giáo, dân tộc, vùng miền",
        "Nam/Nữ, tốt nghiệp trung cấp trở lên",
        "Nam, nữ hoặc giới tính khác",
        "Giới tính: Nam hoặc nữ",
        "5 năm kinh nghiệm, tuyển năm 2026",
        "Làm việc tại Việt Nam, Hà Nam, Nam Định, miền Nam",
        "Công tác Bắc - Trung - Nam",
        "Bán quần áo nam, giày nữ, thời trang nam",
        "Tư vấn cho khách hàng nữ",
        "Từ đủ 18 tuổi trở lên",
        "Dạy trẻ từ 3 đến 14 tuổi; độ tuổi học viên: 16 - 25 tuổi",
        "Không giới hạn tuổi, không yêu cầu ngoại hình",
        "Không yêu cầu độ tuổi, giới tính",
        "Tác phong gọn gàng, ngoại hình chỉn chu",
        "Có sức khỏe tốt, có giấy khám sức khỏe",
        "Khuyến khích người khuyết tật nộp hồ sơ",
        "Ưu tiên bộ đội xuất ngũ",
        "Công ty gia đình, chế độ thai sản đầy đủ",
        "Không thu phí, không yêu cầu đặt cọc",
        "Tuyệt đối không nộp tiền cọc hay phí hồ sơ cho bất kỳ ai",
        "Đào tạo miễn phí, hỗ trợ công tác phí",
        "Hướng dẫn khách hàng đặt cọc, ký hợp đồng mua căn hộ",
        "Theo dõi ký quỹ, tạm ứng, công nợ",
        "Thi công cọc khoan nhồi, kiểm soát chi phí hồ sơ thầu",
        "Bằng tốt nghiệp (còn giữ bằng gốc)",
        "Phụ nữ có thai được nghỉ theo luật",
        "Không nhận hồ sơ qua thư, phụ nữ có thai được nghỉ theo luật",
        "Nhận phụ nữ mang thai, hỗ trợ người có thai và nuôi con nhỏ",
        "Bán hàng cho bà bầu, phụ nữ mang thai",
        "Làm việc tại cửa hàng xuất khẩu sang thị trường Campuchia",
        "Không trừ lương, không thu tiền cọc",
        "Gọi điện, nhắn tin Zalo chăm sóc khách hàng",
        "Tối đa 35 km, dưới 40 phút, nâng 25 kg",
        "",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_words_are_told_as_written_and_where() -> None:
    text = "Bán hàng tại quầy.\n- Ưu tiên  NỮ, độ tuổi 20 – 30.\n- Ngoại hình ưa nhìn"
    found = findings({"requirements": text})
    assert [(f.code, f.words) for f in found] == [
        (Wording.SEX, "Ưu tiên  NỮ"),
        (Wording.AGE, "độ tuổi 20 – 30"),
        (Wording.LOOKS, "Ngoại hình ưa nhìn"),
    ]
    assert all(text[f.start : f.start + len(f.words)] == f.words for f in found)


def test_fields_are_kept_apart() -> None:
    found = findings({"title": "Nữ thu ngân", "description": "Dưới 30 tuổi"})
    assert [(f.field, f.code) for f in found] == [("title", Wording.SEX), ("description", Wording.AGE)]


def test_every_kind_is_explained_with_its_source() -> None:
    assert set(EXPLAINED) == set(Wording)
    assert all(e.why and e.law for e in EXPLAINED.values())
    assert {code for code, e in EXPLAINED.items() if e.scam} >= {Wording.PAYMENT, Wording.PAPERS, Wording.ABROAD}


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    plain = unicodedata.normalize("NFC", text)
    assert all(plain[f.start : f.start + len(f.words)] == f.words for f in findings({"d": text}))


@given(st.sampled_from(["Chỉ tuyển nữ", "Dưới 35 tuổi", "Việc nhẹ lương cao"]), st.text(alphabet=" \n.-•", max_size=6))
def test_what_stands_around_a_finding_does_not_hide_it(words: str, around: str) -> None:
    assert Finding in {type(f) for f in findings({"d": f"{around}{words}{around}"})}
