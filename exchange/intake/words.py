"""Words that registers are written with: names of columns, and what stands in their cells. Read, never shown."""

from typing import Final

from exchange.benefits.codes import EndGround, RefusalGround, Verdict
from exchange.counselling.codes import ClientKind, Result, Topic, Way
from exchange.kernel.codes import Code
from exchange.kernel.text import fold, words
from exchange.seekers.codes import Sex

Key = tuple[str, ...]


def key_of(text: str) -> Key:
    """What a name or a value is compared by: its words, without case, marks and punctuation."""
    return words(fold(text))


_NAMES: Final = {
    "name": "họ và tên, họ tên, tên, tên người lao động, họ và tên người lao động, họ tên người lao động, "
    "họ và tên nlđ, họ tên nlđ, người lao động, họ tên khách hàng, người được tư vấn, full name, name",
    "born": "ngày sinh, năm sinh, ngày tháng năm sinh, ngày tháng năm, ns, sinh năm, ngày năm sinh, "
    "ngày sinh năm sinh, birthday, date of birth, year of birth",
    "sex": "giới tính, giới, gt, nam nữ, phái, sex, gender",
    "citizen_id": "số cccd, cccd, căn cước, số căn cước, căn cước công dân, số căn cước công dân, số cmnd, cmnd, cmt, "
    "số cmt, chứng minh nhân dân, cmnd cccd, cccd cmnd, số cmnd cccd, số cccd cmnd, số định danh, mã định danh, "
    "số định danh cá nhân, số giấy tờ",
    "insurance": "số bảo hiểm xã hội, số bhxh, mã số bhxh, số sổ bhxh, mã bhxh, bhxh",
    "phone": "điện thoại, số điện thoại, sđt, đt, số đt, di động, điện thoại liên hệ, số liên hệ, liên hệ, phone, "
    "điện thoại di động, số điện thoại liên hệ",
    "address": "địa chỉ, nơi ở, chỗ ở, nơi cư trú, địa chỉ thường trú, thường trú, hộ khẩu, hộ khẩu thường trú, "
    "chỗ ở hiện nay, nơi ở hiện nay, địa chỉ liên hệ, quê quán, address",
    "street": "số nhà, số nhà đường, ấp, khóm, thôn, tổ dân phố, đường",
    "commune": "xã, phường, xã phường, phường xã, xã phường thị trấn, huyện, quận huyện, huyện thị",
    "province": "tỉnh, tỉnh thành, tỉnh thành phố, thành phố, province",
    "wish": "công việc mong muốn, nguyện vọng, vị trí mong muốn, việc làm mong muốn, nghề mong muốn, nhu cầu việc làm, "
    "ngành nghề mong muốn, nhu cầu",
    "email": "email, thư điện tử, e mail, địa chỉ email",
    "on_day": "ngày tư vấn, ngày, ngày tư vấn giới thiệu, thời gian tư vấn, ngày tiếp, ngày đến, ngày ghi",
    "topics": "nội dung tư vấn, nội dung, tư vấn về, lĩnh vực tư vấn, loại tư vấn, nội dung cần tư vấn",
    "note": "ghi chú, ý kiến, diễn giải, chi tiết, ghi chú thêm",
    "result": "kết quả tư vấn, kết quả, hướng giải quyết",
    "next_on": "ngày hẹn, hẹn lại, ngày hẹn lại, hẹn gặp lại",
    "client_kind": "đối tượng, loại đối tượng, loại khách, nhóm đối tượng, diện",
    "way": "hình thức, hình thức tư vấn, cách tư vấn, kênh, kênh tư vấn",
    "minutes": "số phút, phút, thời lượng, thời gian phút",
    "counsellor": "người tư vấn, cán bộ tư vấn, tư vấn viên, cán bộ, nhân viên tư vấn, viên chức tư vấn",
    "number": "số hồ sơ, mã hồ sơ, hồ sơ số, số hs, số thứ tự hồ sơ",
    "received_on": "ngày tiếp nhận, ngày nộp hồ sơ, ngày nộp, ngày nhận hồ sơ, ngày đăng ký, ngày tiếp nhận hồ sơ",
    "contract_ended_on": "ngày chấm dứt hợp đồng, ngày nghỉ việc, ngày chấm dứt hđlđ, ngày thôi việc, ngày nghỉ, "
    "ngày chấm dứt hợp đồng lao động",
    "other_province": "chuyển từ tỉnh, tỉnh chuyển đến, nơi đến, tỉnh nơi đến, tỉnh khác",
    "decision": "số quyết định, số qđ, quyết định số, quyết định, qđ số",
    "decided_on": "ngày quyết định, ngày qđ, ngày ra quyết định, ngày ký, ngày ký quyết định",
    "verdict": "kết quả quyết định, hưởng không hưởng, kết quả giải quyết",
    "months": "số tháng hưởng, số tháng, thời gian hưởng, số tháng được hưởng, tháng hưởng",
    "monthly": "mức hưởng, mức hưởng hằng tháng, mức trợ cấp, số tiền, mức hưởng tháng, tiền trợ cấp",
    "from_on": "hưởng từ ngày, từ ngày, ngày bắt đầu hưởng, ngày hưởng, thời điểm hưởng",
    "refusal": "lý do không hưởng, lý do từ chối",
    "ended_on": "ngày chấm dứt, ngày chấm dứt hưởng, chấm dứt hưởng từ ngày",
    "ground": "căn cứ chấm dứt, lý do chấm dứt, lý do chấm dứt hưởng",
}  # fmt: skip
HEADINGS: Final[dict[Key, tuple[str, ...]]] = {}
for _field, _listed in _NAMES.items():
    for _name in _listed.split(", "):
        HEADINGS[key_of(_name)] = (*HEADINGS.get(key_of(_name), ()), _field)


def _read(kind: type[Code], more: dict[str, str]) -> dict[Key, Code]:
    """Values by their labels and codes, and by other words that are used for them."""
    found = {key_of(word): one for one in kind for word in (one.label, one.value)}
    for value, listed in more.items():
        found |= {key_of(word): kind(value) for word in listed.split(", ")}
    return found


SEXES: Final = _read(Sex, {"female": "nữ, nu, f, gái, 0, chị, bà", "male": "nam, m, trai, 1, anh, ông"})
KINDS: Final = _read(
    ClientKind,
    {
        "job_seeker": "lđxh, lao động xã hội, lao động, tự do, người lao động, tìm việc, ntv, nlđ",
        "benefit": "bhtn, tctn, thất nghiệp, bảo hiểm thất nghiệp, lao động thất nghiệp, người thất nghiệp, hưởng tctn",
        "soldier": "bộ đội xuất ngũ, xuất ngũ, quân nhân, bđxn",
        "student": "học sinh, sinh viên, hssv",
        "overseas": "xkld, xklđ, xuất khẩu lao động, đi làm việc ở nước ngoài",
    },
)
WAYS: Final = _read(
    Way,
    {
        "counter": "trực tiếp, tại trung tâm, tại văn phòng, tại bàn",
        "phone": "điện thoại, gọi điện, qua đt",
        "online": "zalo, facebook, mạng xã hội, qua mạng, website, email",
        "mobile": "lưu động, tại xã, tại phường, tại huyện, tại ubnd xã",
    },
)
RESULTS: Final = _read(
    Result,
    {
        "nothing": "tư vấn, đã tư vấn, không, xong",
        "referral": "giới thiệu, đã giới thiệu, gtvl, giới thiệu việc làm",
        "fair": "sàn, phiên giao dịch, đăng ký phiên",
        "training": "đăng ký học nghề, chuyển học nghề",
        "overseas": "xklđ, đăng ký xklđ",
        "appointment": "hẹn, hẹn lại, hẹn gặp",
    },
)
VERDICTS: Final = {
    **{key_of(word): one for one in (Verdict.GRANTED, Verdict.REFUSED) for word in (one.label, one.value)},
    **{key_of(word): Verdict.GRANTED for word in ("hưởng", "được hưởng", "đủ điều kiện", "có")},
    **{key_of(word): Verdict.REFUSED for word in ("không hưởng", "không được hưởng", "không đủ điều kiện", "không")},
}
REFUSALS: Final = _read(RefusalGround, {})
GROUNDS: Final = _read(EndGround, {"has_job": "có việc làm", "expired": "hết hạn, hết thời hạn, hết thời gian hưởng"})
_ABROAD: Final = ("việc làm ngoài nước", "việc làm ở nước ngoài", "việc làm nước ngoài")
_WORK: Final = ("việc làm", "tìm việc", "gtvl", "giới thiệu việc", "trong nước", "xin việc")
# Words that tell a topic wherever they stand in a cell; the longest come first where one holds the other.
TOPICS: Final = (
    *((key_of(word), Topic.OVERSEAS) for word in _ABROAD),
    *((key_of(word), Topic.OVERSEAS) for word in ("ngoài nước", "nước ngoài", "xklđ", "xkld", "xuất khẩu lao động")),
    *((key_of(word), Topic.TRAINING) for word in ("học nghề", "đào tạo nghề", "đào tạo", "kỹ năng nghề")),
    *((key_of(word), Topic.INSURANCE) for word in ("bảo hiểm thất nghiệp", "bhtn", "tctn", "trợ cấp thất nghiệp")),
    *((key_of(word), Topic.LAW) for word in ("pháp luật", "chính sách", "luật lao động", "hợp đồng lao động")),
    *((key_of(word), Topic.DOMESTIC) for word in _WORK),
    (key_of("khác"), Topic.OTHER),
)  # fmt: skip
UNITS: Final = "đồng|đ|vnd|tháng|phút"  # behind numbers
OR: Final = "hoặc"
COMMUNE: Final = frozenset({"xa", "phuong", "thi", "p", "x", "tt", "huyen", "quan", "thanh", "tx", "tp", "h", "q"})


def topics_in(text: str) -> frozenset[Topic]:
    """The topics that a cell names; none where it names no word of ours."""
    said = " ".join(key_of(text))
    found: set[Topic] = set()
    for word, topic in TOPICS:
        plain = " ".join(word)
        if f" {plain} " in f" {said} ":
            found.add(topic)
            said = f" {said} ".replace(f" {plain} ", " | ").strip()
    return frozenset(found)
