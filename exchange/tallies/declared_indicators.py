"""The indicators that other offices declare: rows of a department's half-year report that no record here holds."""

from exchange.kernel.texts import N_
from exchange.tallies.codes import Part, Shape, Unit
from exchange.tallies.indicator import Indicator

_REPORTED = N_("Số do cơ quan chuyên môn báo bằng văn bản; hệ thống không có hồ sơ để đếm.")
_JOBS = N_(
    "Số lao động được giải quyết việc làm trong tỉnh do cơ quan tổng hợp báo: gồm giới thiệu việc làm, vay vốn, đi làm "
    "việc ở nước ngoài và việc làm mới trong các doanh nghiệp, hộ gia đình."
)
_MONEY = N_("Tổng kinh phí do cơ quan chuyên môn báo, tính bằng đồng.")


def _one(code: str, row: int, label: str, unit: Unit, part: Part, shape: Shape = Shape.PLAIN) -> Indicator:
    return Indicator(code, label, unit, part, _MONEY if unit is Unit.DONG else _REPORTED, None, row, shape)


JOBS = (
    Indicator(
        "jobs_created", N_("Giải quyết việc làm mới"), Unit.WORKER, Part.JOBS, _JOBS, None, 1, planned=True,
    ),
    Indicator(
        "overseas_departed", N_("Lao động đi làm việc có thời hạn ở nước ngoài theo hợp đồng"), Unit.WORKER, Part.JOBS,
        N_("Số lao động đã xuất cảnh theo hợp đồng trong kỳ, do cơ quan quản lý báo."), None, 2, planned=True,
    ),
)  # fmt: skip
TRAINING = (
    Indicator(
        "training_enrolled", N_("Tuyển sinh đào tạo nghề"), Unit.PERSON, Part.TRAINING,
        N_("Số người nhập học tại các cơ sở giáo dục nghề nghiệp trong kỳ, do cơ quan quản lý báo."), None, 8,
        planned=True,
    ),
    _one("training_trades", 9, N_("Nghề có định mức kinh tế - kỹ thuật trình độ sơ cấp"), Unit.TRADE, Part.TRAINING),
)  # fmt: skip
MERIT = (
    _one("gifts_merit", 10, N_("Người có công và thân nhân được tặng quà"), Unit.MERITED, Part.MERIT),
    _one("gifts_merit_money", 10, N_("Kinh phí tặng quà người có công"), Unit.DONG, Part.MERIT),
    _one("convalescence", 11, N_("Người có công đi điều dưỡng tập trung"), Unit.MERITED, Part.MERIT),
    _one("houses", 12, N_("Nhà tình nghĩa đã xây dựng"), Unit.HOUSE, Part.MERIT),
)
PROTECTION = (
    _one("health_cards", 13, N_("Thẻ bảo hiểm y tế được hỗ trợ"), Unit.CARD, Part.PROTECTION),
    _one(
        "health_cards_money", 13, N_("Kinh phí hỗ trợ thẻ bảo hiểm y tế"), Unit.DONG, Part.PROTECTION, Shape.MILLIONS
    ),
    _one("near_poor_aid", 14, N_("Hộ cận nghèo được hỗ trợ"), Unit.NEAR_POOR, Part.PROTECTION),
    _one("near_poor_aid_money", 14, N_("Kinh phí hỗ trợ hộ cận nghèo"), Unit.DONG, Part.PROTECTION),
    _one("near_poor_district", 15, N_("Hộ cận nghèo được huyện hỗ trợ"), Unit.NEAR_POOR, Part.PROTECTION),
    _one("near_poor_district_money", 15, N_("Kinh phí huyện hỗ trợ hộ cận nghèo"), Unit.DONG, Part.PROTECTION),
    _one(
        "near_poor_social", 16, N_("Lượt hộ cận nghèo được vận động hỗ trợ"), Unit.NEAR_POOR_TURN, Part.PROTECTION
    ),
    _one("near_poor_social_money", 16, N_("Kinh phí vận động cho hộ cận nghèo"), Unit.DONG, Part.PROTECTION),
    _one("near_poor_social_rice", 16, N_("Gạo vận động cho hộ cận nghèo"), Unit.KILOGRAM, Part.PROTECTION),
    _one("poor_social", 17, N_("Lượt hộ nghèo được vận động hỗ trợ"), Unit.POOR_TURN, Part.PROTECTION),
    _one("poor_social_money", 17, N_("Kinh phí vận động cho hộ nghèo"), Unit.DONG, Part.PROTECTION),
    _one("poor_social_rice", 17, N_("Gạo vận động cho hộ nghèo"), Unit.KILOGRAM, Part.PROTECTION),
    _one("social_aid", 18, N_("Đối tượng được trợ giúp xã hội hằng tháng"), Unit.SUBJECT, Part.PROTECTION),
    _one("funeral_aid", 18, N_("Đối tượng được hỗ trợ mai táng phí"), Unit.SUBJECT, Part.PROTECTION),
    _one(
        "social_aid_money", 18, N_("Kinh phí trợ giúp xã hội và mai táng phí"), Unit.DONG, Part.PROTECTION,
        Shape.BILLIONS,
    ),
    _one("health_cards_social", 19, N_("Thẻ bảo hiểm y tế cấp cho đối tượng bảo trợ"), Unit.CARD, Part.PROTECTION),
    _one("electricity", 19, N_("Hộ được hỗ trợ tiền điện"), Unit.HOUSEHOLD, Part.PROTECTION),
    _one("aged_100", 20, N_("Cụ tròn 100 tuổi được thăm, tặng quà"), Unit.ELDER, Part.PROTECTION),
    _one("aged_90", 20, N_("Cụ tròn 90 tuổi được thăm, tặng quà"), Unit.ELDER, Part.PROTECTION),
    _one("tet_gifts", 21, N_("Lượt đối tượng được tặng quà Tết"), Unit.SUBJECT_TURN, Part.PROTECTION),
    _one("tet_gifts_money", 21, N_("Trị giá quà Tết"), Unit.DONG, Part.PROTECTION),
)  # fmt: skip
EVILS = (
    _one("campaigns", 22, N_("Cuộc tuyên truyền phòng, chống tệ nạn xã hội"), Unit.CAMPAIGN, Part.EVILS, Shape.PADDED),
    _one("campaign_people", 22, N_("Lượt người dự tuyên truyền"), Unit.ATTENDANCE, Part.EVILS),
    _one("inspections", 23, N_("Cuộc kiểm tra liên ngành"), Unit.INSPECTION, Part.EVILS, Shape.PADDED),
    _one("inspected_places", 23, N_("Cơ sở được kiểm tra"), Unit.PLACE, Part.EVILS),
    _one("violations", 23, N_("Cơ sở bị lập biên bản vi phạm"), Unit.PLACE, Part.EVILS),
    _one("reminders", 23, N_("Cơ sở bị nhắc nhở"), Unit.PLACE, Part.EVILS),
)
PROCEDURES = (
    _one("procedures_received", 24, N_("Hồ sơ thủ tục hành chính đã tiếp nhận"), Unit.DOSSIER, Part.PROCEDURES),
    _one("procedures_done", 24, N_("Hồ sơ thủ tục hành chính trả đúng, trước hạn"), Unit.DOSSIER, Part.PROCEDURES),
)
DECLARED = (*JOBS, *TRAINING, *MERIT, *PROTECTION, *EVILS, *PROCEDURES)
