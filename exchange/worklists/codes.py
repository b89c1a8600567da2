"""Words of worklists."""

from exchange.kernel.codes import Code
from exchange.kernel.texts import N_


class DutyKind(Code):
    """What is to be done for somebody."""

    APPOINTMENT = "appointment", N_("Gặp lại theo hẹn")
    RESULT = "result", N_("Hỏi kết quả giới thiệu việc làm")
    FOLLOW_UP = "follow_up", N_("Hỏi thăm sau khi nhận việc")
    PLACEMENT_CHECK = "placement_check", N_("Kiểm tra còn làm việc")
    APPRAISAL = "appraisal", N_("Thẩm định hồ sơ trợ cấp thất nghiệp")
    DECISION = "decision", N_("Ra quyết định trợ cấp thất nghiệp")
    DECLARATION = "declaration", N_("Nhắc thông báo tìm kiếm việc làm")


class When(Code):
    """How pressing: by the day a duty is due."""

    OVERDUE = "overdue", N_("Quá hạn")
    TODAY = "today", N_("Hôm nay")
    WEEK = "week", N_("Bảy ngày tới")
