"""Words of a booth and its line."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class Mode(Code):
    """How the employer takes part (hình thức tham gia)."""

    DIRECT = "direct", N_("Trực tiếp tại điểm cầu")
    ONLINE = "online", N_("Trực tuyến")
    DELEGATED = "delegated", N_("Ủy quyền cho trung tâm phỏng vấn")


class TicketEnd(Code):
    """Why a ticket is no longer waiting."""

    INTERVIEWED = "interviewed", N_("Đã phỏng vấn")
    LEFT = "left", N_("Đã rời hàng chờ")
    MISSED = "missed", N_("Vắng mặt hai lần mời")


class CallAnswer(Code):
    """How a call ended."""

    ACCEPTED = "accepted", N_("Đã nhận lời")
    STEPPED_BACK = "stepped_back", N_("Xin lùi lại")
    MISSED = "missed", N_("Không trả lời")
    WITHDRAWN = "withdrawn", N_("Gian hàng rút lời mời")


class BoothState(Code):
    """How a booth stands; computed from the fair's phase, its desks and its calls."""

    SOON = "soon", N_("Sắp mở")
    OPEN = "open", N_("Đang mở")
    TALKING = "talking", N_("Đang phỏng vấn")
    AWAY = "away", N_("Chưa có người trực")
    CLOSED = "closed", N_("Đã đóng")


class TicketState(Code):
    """What a ticket's holder is told; computed."""

    WAITING = "waiting", N_("Đang chờ")
    HELD = "held", N_("Giữ chỗ trong lúc phỏng vấn nơi khác")
    CALLED = "called", N_("Đang được mời")
    TALKING = "talking", N_("Đang phỏng vấn")
    DONE = "done", N_("Đã phỏng vấn")
    LEFT = "left", N_("Đã rời hàng chờ")
    MISSED = "missed", N_("Đã lỡ lượt")
    OVER = "over", N_("Phiên đã kết thúc")


class OutcomeCode(Code):
    """Result of an interview; one press ends the interview and frees the desk."""

    HIRED = "hired", N_("Nhận việc")
    PRESELECTED = "preselected", N_("Đạt sơ tuyển")
    SECOND_INTERVIEW = "second_interview", N_("Hẹn phỏng vấn lần sau")
    NOT_THIS_TIME = "not_this_time", N_("Chưa phù hợp lần này")
    REFERRED = "referred", N_("Giới thiệu nơi khác")


class NotReason(Code):
    """Why not this time; told to the seeker kindly, counted for the centre."""

    EXPERIENCE = "experience", N_("Kinh nghiệm chưa phù hợp")
    QUALIFICATION = "qualification", N_("Trình độ chưa phù hợp")
    WAGE = "wage", N_("Chưa thống nhất mức lương")
    HOURS = "hours", N_("Thời gian làm việc chưa phù hợp")
    DISTANCE = "distance", N_("Nơi làm việc xa")
    DECLINED = "declined", N_("Người tìm việc không nhận")
    OTHER = "other", N_("Lý do khác")


class ReferredTo(Code):
    """Where a person is sent on to."""

    TRAINING = "training", N_("Học nghề")
    OVERSEAS = "overseas", N_("Làm việc ở nước ngoài")
    OTHER_BOOTH = "other_booth", N_("Gian hàng khác")


class Speaker(Code):
    """Who wrote a message."""

    SEEKER = "seeker", N_("Người tìm việc")
    BOOTH = "booth", N_("Nhà tuyển dụng")


class Level(Code):
    """How urgent a row of the floor is; the colour follows the word."""

    BAD = "bad", N_("Cần xử lý ngay")
    WARN = "warn", N_("Cần để ý")
    OK = "ok", N_("Bình thường")


class Trouble(Code):
    """What is the matter with a booth."""

    UNANSWERED = "unanswered", N_("Mời chưa trả lời")
    EMPTY = "empty", N_("Có người chờ, không ai trực")
    SILENT = "silent", N_("Bàn mất liên lạc")
    LONG_WAIT = "long_wait", N_("Chờ quá 30 phút")
    NOT_STAFFED = "not_staffed", N_("Chưa có người trực")
    NONE = "none", N_("Ổn")


class BoothReason(Reason):
    """Why something cannot be done at a booth."""

    FAIR_NOT_LIVE = "fair_not_live", N_("Phiên chưa khai mạc hoặc đã bế mạc nên chưa lấy số được.")
    TOO_MANY_TICKETS = (
        "too_many_tickets",
        N_("Anh/chị đang giữ đủ số thứ tự cho phép. Rời một hàng chờ để lấy số khác."),
    )
    NOT_WAITING = "not_waiting", N_("Số này không còn chờ nữa.")
    NOBODY_WAITING = "nobody_waiting", N_("Chưa có ai đang chờ, hoặc người chờ đang phỏng vấn ở gian hàng khác.")
    OUTCOME_FIRST = "outcome_first", N_("Anh/chị ghi kết quả cuộc phỏng vấn đang mở trước khi mời người tiếp theo.")
    CALL_OPEN = "call_open", N_("Đang có lời mời chờ trả lời.")
    BUSY_ELSEWHERE = "busy_elsewhere", N_("Người này đang phỏng vấn ở gian hàng khác; số thứ tự vẫn được giữ.")
    CHOOSE_REASON = "choose_reason", N_("Mời không theo thứ tự cần ghi lý do.")
    CALL_OVER = "call_over", N_("Lời mời này đã hết hạn. Số thứ tự của anh/chị vẫn được giữ.")
    NOT_STAFFED = "not_staffed", N_("Anh/chị mở bàn phỏng vấn trước khi mời.")
    OUTCOME_GIVEN = "outcome_given", N_("Cuộc phỏng vấn này đã có kết quả.")
    RESULTS_CLOSED = "results_closed", N_("Đã hết hạn nhận kết quả của phiên.")
    TALK_OVER = "talk_over", N_("Cuộc trò chuyện đã đóng.")
    WORDS_EMPTY = "words_empty", N_("Anh/chị viết nội dung tin nhắn.")
    WORDS_LONG = "words_long", N_("Tin nhắn dài quá 1.000 ký tự. Anh/chị chia thành nhiều tin.")
    DATE_NEEDED = "date_needed", N_("Anh/chị chọn ngày phỏng vấn lần sau.")
    DATE_ODD = "date_odd", N_("Ngày hẹn phải sau hôm khai mạc và trong vòng một năm. Anh/chị xem lại ngày đã nhập.")
    REASON_NEEDED = "reason_needed", N_("Anh/chị chọn lý do.")
    WHERE_NEEDED = "where_needed", N_("Anh/chị chọn nơi giới thiệu tới.")
    VACANCY_NEEDED = "vacancy_needed", N_("Anh/chị chọn vị trí mà người này nhận việc.")
    CORRECTION_REASON = "correction_reason", N_("Sửa kết quả cần ghi lý do.")
    BOOTH_TAKEN = "booth_taken", N_("Nhà tuyển dụng này đã có gian hàng trong phiên.")
