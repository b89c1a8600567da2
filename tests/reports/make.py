"""A report as an example: the half-year of a fictitious department, with figures of all kinds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from exchange.reports import narrative
from exchange.reports.codes import Origin, Qualifier
from exchange.reports.model import FigureLine, Head, Report, Signature, Source
from exchange.reports.placeholders import CODES

DAY = date(2021, 6, 5)
ADDRESS = "https://sangiaodich.example.vn/figures/2021-h1/"
PERIOD = "6 tháng đầu năm 2021"
AGENCY = "Sở Lao động -\nThương binh và Xã hội"
COUNTED = {"visits_job_seekers", "visits_benefit", "fair_employers", "soldiers_counselled", "benefit_claims_decided"}
# Label, unit, figure as it is printed.
TOLD: Mapping[str, tuple[str, str, str]] = {
    "jobs_created": ("Giải quyết việc làm mới", "lao động", "15.384"),
    "overseas_departed": ("Lao động đi làm việc có thời hạn ở nước ngoài theo hợp đồng", "lao động", "292"),
    "visits_job_seekers": ("Tư vấn cho người tìm việc", "lượt người", "9.000"),
    "visits_benefit": ("Tư vấn cho người đang hưởng trợ cấp thất nghiệp", "lượt người", "46.500"),
    "fair_employers": ("Đơn vị, doanh nghiệp dự phiên giao dịch việc làm trực tuyến", "đơn vị", "12"),
    "soldiers_counselled": ("Quân nhân xuất ngũ được tư vấn", "người", "khoảng 400"),
    "benefit_claims_decided": ("Hồ sơ hưởng BHTN được giải quyết", "hồ sơ", "9.200"),
    "training_enrolled": ("Tuyển sinh đào tạo nghề", "người", "5.066"),
    "training_trades": ("Nghề có định mức kinh tế - kỹ thuật", "nghề", "10"),
    "gifts_merit": ("Người có công và thân nhân được tặng quà", "người", "25.233"),
    "gifts_merit_money": ("Kinh phí tặng quà người có công", "đồng", "12.771.900.000"),
    "inspections": ("Kiểm tra cơ sở kinh doanh, dịch vụ", "cuộc", "06"),
    "near_poor_social_money": ("Tiền xã hội hóa hỗ trợ hộ cận nghèo", "đồng", "hơn 3.166.000.000"),
}
PLANNED = {
    "jobs_created": ("23.000", "66,88%", "14.210", "+8,26%"),
    "overseas_departed": ("900", "32,44%", "611", "-52,20%"),
    "training_enrolled": ("20.020", "25,30%", "7.340", "-30,98%"),
}
NOTES = (
    "Số “đối tượng bảo trợ xã hội” trong văn bản nguồn lặp từ; giữ nguyên số 36.000.",
    "Sau khóa sổ đã đính chính 01 lượt tư vấn ghi trùng (sổ đính chính số 01, ngày 18 tháng 6 năm 2021).",
)


def figure(code: str, at: int = 0, **other: Any) -> FigureLine:
    """One figure; those that are not told are invented from their place."""
    label, unit, text = TOLD.get(
        code, (f"Chỉ tiêu {code.replace('_', ' ')}", "lượt", f"{at * 1111:,}".replace(",", "."))
    )
    digits = "".join(c for c in text if c.isdigit())
    plan = PLANNED.get(code)
    compared = (
        dict(zip(("plan_text", "percent_text", "last_year_text", "change_text"), plan, strict=True)) if plan else {}
    )
    values: dict[str, Any] = {
        "code": code,
        "row": str(at),
        "label": label,
        "unit": unit,
        "text": text,
        "value": int(digits),
        "qualifier": {"k": Qualifier.ABOUT, "h": Qualifier.OVER}.get(text[0], Qualifier.EXACT),
        "definition": f"Tổng số {label.lower()} trong kỳ, mỗi người một ngày tại một trung tâm tính một lượt.",
        "address": ADDRESS + code,
    }
    return FigureLine(**(values | compared | _origin(code) | other))


def figures(count: int = len(CODES)) -> tuple[FigureLine, ...]:
    """As many figures as asked for: first those of the reference table, then others."""
    codes = [*CODES, *(f"figure_{at}" for at in range(count))][:count]
    return tuple(figure(code, at) for at, code in enumerate(codes, start=1))


def report(**other: Any) -> Report:
    """The whole report, with our own text filled in."""
    lines = other.pop("figures", figures())
    words = {
        "period": PERIOD,
        "centre": "Sở Lao động - Thương binh và Xã hội",
        "ahead": "Có 01 chỉ tiêu đạt từ 50% kế hoạch năm trở lên.",
        "behind": "Còn 02 chỉ tiêu đạt thấp so với tiến độ.\nNguyên nhân: dịch bệnh ở nhiều tỉnh, thành phố.",
        "next": "Tập trung thực hiện các chỉ tiêu còn chậm tiến độ.",
    }
    values: dict[str, Any] = {
        "centre": "Trung tâm Dịch vụ việc làm Trà Vinh",
        "period": PERIOD,
        "period_code": "2021-h1",
        "head": head(),
        "body": narrative.filled(narrative.standard(), {line.code: line for line in lines}, words),
        "signature": Signature("KT. Giám đốc", "Phó Giám đốc", "Nguyễn Thị Ngọc Huyền"),
        "recipients": ("Như trên", "Ban Giám đốc Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, LĐVL"),
        "figures": lines,
        "notes": NOTES,
    }
    return Report(**(values | other))


def head(**other: Any) -> Head:
    """The head of the paper."""
    values: dict[str, Any] = {
        "agency_above": "Ủy ban nhân dân\ntỉnh Trà Vinh",
        "agency": AGENCY,
        "number": 5,
        "symbol": "BC-SLĐTBXH",
        "place": "Trà Vinh",
        "day": DAY,
        "subject": f"Kết quả thực hiện nhiệm vụ {PERIOD} và nhiệm vụ trọng tâm 6 tháng cuối năm",
        "dear": ("Bộ Lao động - Thương binh và Xã hội", "Ủy ban nhân dân tỉnh Trà Vinh"),
    }
    return Head(**(values | other))


def _origin(code: str) -> dict[str, Any]:
    if code in COUNTED or code.startswith("figure_"):
        return {}
    return {"origin": Origin.DECLARED, "source": Source("Phòng Chính sách, Sở Lao động", "Báo cáo số 12/BC-CS")}
