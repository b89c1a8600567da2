"""Words of form 03a (decree 23/2021, annex I) that a seeker filters by or a report counts."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class Position(Code):
    """Level of the position."""

    STAFF = "staff", N_("Nhân viên")
    MANAGER = "manager", N_("Quản lý")
    LEADER = "leader", N_("Lãnh đạo")


class Education(Code):
    """General education asked for, lowest to highest."""

    NONE = "none", N_("Không yêu cầu")
    PRIMARY = "primary", N_("Tiểu học")
    LOWER_SECONDARY = "lower_secondary", N_("Trung học cơ sở")
    UPPER_SECONDARY = "upper_secondary", N_("Trung học phổ thông")


class Experience(Code):
    """Experience asked for."""

    NONE = "none", N_("Không yêu cầu kinh nghiệm")
    UNDER_1 = "under_1", N_("Dưới 1 năm")
    FROM_1_TO_2 = "from_1_to_2", N_("Từ 1 đến 2 năm")
    FROM_2_TO_5 = "from_2_to_5", N_("Từ 2 đến 5 năm")
    OVER_5 = "over_5", N_("Trên 5 năm")


class WageKind(Code):
    """Whether a wage is named."""

    STATED = "stated", N_("Có mức lương")
    NEGOTIABLE = "negotiable", N_("Thỏa thuận khi phỏng vấn")
    NOT_STATED = "not_stated", N_("Chưa nêu mức lương")


class WagePer(Code):
    """What a wage is paid for."""

    HOUR = "hour", N_("giờ")
    DAY = "day", N_("ngày")
    MONTH = "month", N_("tháng")
    YEAR = "year", N_("năm")


class Currency(Code):
    """Currencies seen on vacancies."""

    VND = "VND", N_("đồng")
    USD = "USD", N_("đô la Mỹ")


class Contract(Code):
    """Kind of labour contract."""

    INDEFINITE = "indefinite", N_("Không xác định thời hạn")
    UNDER_12 = "under_12", N_("Xác định thời hạn dưới 12 tháng")
    FROM_12_TO_36 = "from_12_to_36", N_("Xác định thời hạn 12 đến 36 tháng")
    NOT_STATED = "not_stated", N_("Chưa nêu")


class WorkForm(Code):
    """Full or part time."""

    FULL_TIME = "full_time", N_("Toàn thời gian")
    PART_TIME = "part_time", N_("Bán thời gian")
    SEASONAL = "seasonal", N_("Thời vụ")


class Priority(Code):
    """Groups an employer wishes to favour (form 03a, "nhóm ưu tiên")."""

    DISABLED = "disabled", N_("Người khuyết tật")
    SOLDIER = "soldier", N_("Bộ đội xuất ngũ")
    POOR = "poor", N_("Hộ nghèo, cận nghèo")
    MINORITY = "minority", N_("Dân tộc thiểu số")


class Benefit(Code):
    """Benefits (form 03a, "chế độ phúc lợi")."""

    MEALS = "meals", N_("Bữa ăn ca")
    INSURANCE = "insurance", N_("BHXH, BHYT, BHTN")
    SHUTTLE = "shuttle", N_("Xe đưa đón")
    DORMITORY = "dormitory", N_("Chỗ ở, ký túc xá")
    HOUSING_AID = "housing_aid", N_("Hỗ trợ nhà trọ, đi lại")
    TRAINING = "training", N_("Được đào tạo nghề")
    BONUS = "bonus", N_("Thưởng, lương tháng 13")
    NURSERY = "nursery", N_("Nhà trẻ, mẫu giáo")
    ACCESSIBLE = "accessible", N_("Trang bị hỗ trợ người khuyết tật")


class Verdict(Code):
    """What the centre said of a vacancy sent for review."""

    APPROVED = "approved", N_("Duyệt đăng")
    RETURNED = "returned", N_("Trả lại để sửa")


class VacancyState(Code):
    """Computed from the vacancy's times and the day; stored nowhere."""

    DRAFT = "draft", N_("Bản nháp")
    WAITING = "waiting", N_("Chờ duyệt")
    RETURNED = "returned", N_("Cần sửa lại")
    OPEN = "open", N_("Đang tuyển")
    FILLED = "filled", N_("Đã đủ người")
    EXPIRED = "expired", N_("Hết hạn")
    CLOSED = "closed", N_("Đã đóng")


class Part(Code):
    """Parts of the vacancy form, in the order of the task list; each is saved by itself."""

    WORK = "work", N_("Công việc")
    WAGE = "wage", N_("Tiền lương")
    NEEDS = "needs", N_("Yêu cầu đối với người lao động")
    PLACES = "places", N_("Nơi làm việc")
    TERMS = "terms", N_("Hợp đồng và chế độ")
    CONTACT = "contact", N_("Liên hệ và hạn nộp hồ sơ")


class Sort(Code):
    """Orders of a search."""

    BEST = "best", N_("Phù hợp nhất")
    NEWEST = "newest", N_("Mới đăng")
    WAGE = "wage", N_("Lương cao trước")
    ENDING = "ending", N_("Sắp hết hạn")


class RowOutcome(Code):
    """What an import did with a row of a file."""

    TAKEN = "taken", N_("Nhận")
    WARNED = "warned", N_("Nhận, có lưu ý")
    CHANGED = "changed", N_("Cập nhật theo tệp")
    UNCHANGED = "unchanged", N_("Đã có, không đổi")
    REFUSED = "refused", N_("Không nhận")


class RowNote(Code):
    """What an import notes of a row beside the doubts of reading it."""

    NO_DEADLINE = "no_deadline", N_("Không ghi hạn nộp hồ sơ; để hạn 30 ngày kể từ ngày nhập.")
    EXPIRED = "expired", N_("Đã hết hạn nộp hồ sơ; nhận vào nhưng không hiện trong tìm kiếm.")
    FLAGGED = "flagged", N_("Có nội dung cần xem lại; chờ trung tâm duyệt.")
    KEPT = "kept", N_("Tệp có thay đổi nhưng trung tâm đã duyệt hoặc đã đóng vị trí; giữ nguyên.")


class VacancyReason(Reason):
    """Why something cannot be done with a vacancy."""

    INCOMPLETE = "incomplete", N_("Vị trí chưa đủ thông tin bắt buộc. Anh/chị điền các mục còn thiếu rồi gửi duyệt.")
    ALREADY_SENT = "already_sent", N_("Vị trí này đã gửi duyệt.")
    NOT_WAITING = "not_waiting", N_("Vị trí này không ở trạng thái chờ duyệt. Có thể đồng nghiệp vừa xử lý xong.")
    REASON_NEEDED = "reason_needed", N_("Vị trí có nội dung cần lưu ý. Anh/chị ghi lý do bằng văn bản trước khi duyệt.")
    RETURN_REASON_NEEDED = "return_reason_needed", N_("Anh/chị ghi rõ lý do để nhà tuyển dụng sửa lại.")
    CLOSED = "closed", N_("Vị trí này đã đóng.")
    WAGE_ORDER = "wage_order", N_("Mức lương cao nhất phải lớn hơn hoặc bằng mức thấp nhất.")
    PUBLISHED = (
        "published",
        N_("Vị trí đã đăng thì không sửa nội dung. Anh/chị sao chép thành vị trí mới, hoặc đổi chỉ tiêu và hạn nộp."),
    )
    NOT_PUBLISHED = "not_published", N_("Vị trí này chưa đăng.")
    TITLE_MISSING = "title_missing", N_("Anh/chị ghi tên vị trí, ví dụ: Công nhân may.")
    OCCUPATION_UNKNOWN = "occupation_unknown", N_("Anh/chị chọn nghề trong danh mục.")
    DESCRIPTION_SHORT = "description_short", N_("Anh/chị mô tả công việc rõ hơn, ít nhất một câu.")
    OPENINGS_WRONG = "openings_wrong", N_("Số lượng cần tuyển là một số từ 1 đến 10.000.")
    PLACE_MISSING = "place_missing", N_("Anh/chị chọn ít nhất một tỉnh, thành phố, hoặc chọn làm việc ở nước ngoài.")
    PLACE_UNKNOWN = "place_unknown", N_("Không có tỉnh, thành phố này trong danh mục hiện nay.")
    CONTRACT_MISSING = "contract_missing", N_("Anh/chị chọn loại hợp đồng.")
    NEEDS_MISSING = "needs_missing", N_("Anh/chị chọn một mức; nếu không đòi hỏi thì chọn mức thấp nhất.")
    CONTACT_MISSING = "contact_missing", N_("Anh/chị ghi tên người liên hệ.")
    CONTACT_UNREACHABLE = "contact_unreachable", N_("Anh/chị ghi số điện thoại hoặc thư điện tử để trung tâm liên hệ.")
    PHONE_WRONG = "phone_wrong", N_("Số điện thoại chưa đúng, ví dụ: 0912 345 678.")
    EMAIL_WRONG = "email_wrong", N_("Thư điện tử chưa đúng, ví dụ: ten@congty.vn.")
    WAGE_TINY = "wage_tiny", N_("Mức lương quá thấp. Anh/chị ghi đủ số đồng, ví dụ 8.000.000.")
    WAGE_HUGE = "wage_huge", N_("Mức lương quá cao. Anh/chị kiểm tra lại số tiền và kỳ trả lương.")
    WAGE_MISSING = "wage_missing", N_("Anh/chị ghi mức lương, hoặc chọn thỏa thuận khi phỏng vấn.")
    EXPIRY_PAST = "expiry_past", N_("Hạn nộp hồ sơ phải từ hôm nay trở đi.")
    EXPIRY_MISSING = "expiry_missing", N_("Anh/chị ghi hạn nộp hồ sơ.")
    EXPIRY_FAR = "expiry_far", N_("Hạn nộp hồ sơ không quá một năm kể từ hôm nay.")
