"""Words of referrals: a slip with which a centre sends a person to an employer."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_NAME = 200  # characters, as an employer's or a vacancy's
LONGEST_ADDRESS = 200
LONGEST_WORDS = 300
LONGEST_VALID = 30  # days after the issue
USUAL_VALID = 3  # working days after the issue
RESULT_WITHIN = 20  # working days after the issue
MOST_BEFORE_START = 90  # days between the employer's answer and the first day of work


class ReferralState(Code):
    """Computed from what was written down and the day; stored nowhere."""

    ISSUED = "issued", N_("Đã cấp")
    PRESENTED = "presented", N_("Đã đến nhà tuyển dụng")
    ANSWERED = "answered", N_("Có kết quả")
    EXPIRED = "expired", N_("Hết hạn, chưa đến")
    CANCELLED = "cancelled", N_("Đã hủy")


class Answered(Code):
    """What an employer says of the person who was sent."""

    HIRED = "hired", N_("Trúng tuyển")
    NOT_HIRED = "not_hired", N_("Không trúng tuyển")
    NO_SHOW = "no_show", N_("Người lao động không đến")


class AgreedContract(Code):
    """What was agreed with a person who was hired."""

    INDEFINITE = "indefinite", N_("Hợp đồng không xác định thời hạn")
    FROM_12_TO_36 = "from_12_to_36", N_("Hợp đồng xác định thời hạn, từ 12 đến 36 tháng")
    UNDER_12 = "under_12", N_("Hợp đồng xác định thời hạn, dưới 12 tháng")
    PROBATION = "probation", N_("Hợp đồng thử việc")


class NotHiredBecause(Code):
    """Why a person was not hired. That the person declined matters: a benefit ends after two refusals without cause."""

    SKILL = "skill", N_("Chưa đạt tay nghề, chuyên môn")
    EXPERIENCE = "experience", N_("Chưa đủ kinh nghiệm")
    HEALTH = "health", N_("Không hợp điều kiện sức khỏe của công việc")
    FILLED = "filled", N_("Đã tuyển đủ người")
    TERMS = "terms", N_("Hai bên không thỏa thuận được lương, giờ làm")
    DECLINED = "declined", N_("Người lao động từ chối nhận việc")
    OTHER = "other", N_("Lý do khác")


class AnswerSource(Code):
    """How an answer came to the centre."""

    LINK = "link", N_("Nhà tuyển dụng trả lời trên trang của giấy giới thiệu")
    STUB = "stub", N_("Phiếu trả lời có chữ ký của nhà tuyển dụng")
    PHONE = "phone", N_("Nhà tuyển dụng trả lời qua điện thoại")
    MAIL = "mail", N_("Công văn, thư điện tử của nhà tuyển dụng")


class PresentedSource(Code):
    """Who says that the person brought the slip to the employer."""

    EMPLOYER = "employer", N_("Nhà tuyển dụng báo")
    PERSON = "person", N_("Người lao động báo")


class Milestone(Code):
    """When a centre asks after a person who was hired."""

    MONTH_1 = "month_1", N_("Sau 1 tháng")
    MONTH_3 = "month_3", N_("Sau 3 tháng")


class Found(Code):
    """What was found when a centre asked."""

    AT_WORK = "at_work", N_("Còn làm việc")
    LEFT = "left", N_("Đã nghỉ việc")
    NOT_REACHED = "not_reached", N_("Chưa liên lạc được")


class AskedHow(Code):
    """How a centre asked."""

    PHONE = "phone", N_("Gọi người lao động")
    EMPLOYER = "employer", N_("Hỏi nhà tuyển dụng")
    COUNTER = "counter", N_("Gặp tại trung tâm")
    MESSAGE = "message", N_("Nhắn tin")


class DeadLink(Code):
    """Why the address on a slip opens nothing any more."""

    CANCELLED = "cancelled", N_("Trung tâm đã hủy giấy giới thiệu này, nên không cần trả lời nữa.")
    RENEWED = "renewed", N_("Trung tâm đã thay đường dẫn này bằng đường dẫn mới, in trên giấy mới nhất.")


class ReferralReason(Reason):
    """Why something cannot be done with a referral."""

    EMPLOYER_NEEDED = "employer_needed", N_("Anh/chị ghi tên nhà tuyển dụng, hoặc chọn một vị trí đang tuyển.")
    POSITION_NEEDED = "position_needed", N_("Anh/chị ghi vị trí dự tuyển.")
    VACANCY_GONE = (
        "vacancy_gone",
        N_("Vị trí này không còn nhận người: đã đóng, hết hạn hoặc đủ chỉ tiêu. Anh/chị chọn vị trí khác."),
    )
    NOT_AGREED = (
        "not_agreed",
        N_(
            "Người này chưa đồng ý để trung tâm giới thiệu việc làm. Anh/chị hỏi và ghi lời đồng ý ở trang hồ sơ trước."
        ),
    )
    VALID_PAST = "valid_past", N_("Ngày hết hạn đã qua.")
    VALID_FAR = "valid_far", N_("Giấy có giá trị không quá 30 ngày kể từ ngày cấp.")
    NOT_THAT_CONSULTATION = (
        "not_that_consultation",
        N_("Lần tư vấn không phải của người này, hoặc đã được rút. Bấm lần nữa thì cấp giấy không kèm lần tư vấn."),
    )
    KEY_USED = (
        "key_used",
        N_(
            "Giấy từ trang này đã cấp rồi, với nội dung khác; xem danh sách bên cạnh. Bấm lần nữa thì cấp thêm một giấy."
        ),
    )
    CANCELLED = "cancelled", N_("Giấy giới thiệu này đã hủy.")
    LINK_DEAD = "link_dead", N_("Đường dẫn này không còn dùng được.")
    ANSWERED = "answered", N_("Giấy giới thiệu này đã được trả lời rồi.")
    NOT_ANSWERED = "not_answered", N_("Giấy giới thiệu này chưa có kết quả.")
    ANSWERED_SINCE = "answered_since", N_("Kết quả trên trang đã thay đổi. Anh/chị xem lại rồi làm tiếp.")
    PRESENTED = "presented", N_("Đã ghi là người lao động đến nhà tuyển dụng rồi.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    CHOOSE = "choose", N_("Anh/chị chọn một kết quả.")
    CHOOSE_ONE = "choose_one", N_("Anh/chị chọn một mục.")
    SOURCE_NEEDED = "source_needed", N_("Anh/chị chọn: trả lời bằng giấy, qua điện thoại hay qua thư.")
    START_NEEDED = "start_needed", N_("Anh/chị ghi ngày bắt đầu làm việc.")
    START_BEFORE = "start_before", N_("Ngày bắt đầu làm việc trước ngày cấp giấy. Anh/chị xem lại ngày, năm.")
    START_FAR = "start_far", N_("Ngày bắt đầu làm việc xa quá 90 ngày. Anh/chị xem lại tháng, năm.")
    CONTRACT_NEEDED = "contract_needed", N_("Anh/chị chọn loại hợp đồng.")
    CAUSE_NEEDED = "cause_needed", N_("Anh/chị chọn lý do không trúng tuyển.")
    CAUSE_WORDS_NEEDED = "cause_words_needed", N_("Chọn lý do khác thì anh/chị ghi rõ lý do.")
    SAID_BY_NEEDED = "said_by_needed", N_("Anh/chị ghi họ tên người trả lời.")
    NO_SHOW_EARLY = (
        "no_show_early",
        N_("Giấy còn hạn, người lao động còn có thể đến. Anh/chị trả lời khi giấy hết hạn."),
    )
    FUTURE = "future", N_("Ngày này chưa đến.")
    BEFORE_ISSUE = "before_issue", N_("Ngày này trước ngày cấp giấy.")
    NOT_HIRED = "not_hired", N_("Chỉ theo dõi người đã trúng tuyển.")
    BEFORE_START = "before_start", N_("Ngày hỏi trước ngày bắt đầu làm việc.")
    MILESTONE_EARLY = "milestone_early", N_("Chưa đến kỳ theo dõi này.")
