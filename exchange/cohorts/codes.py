"""Words of cohorts of demobilised soldiers: the stages, what is written down of each, why something cannot be."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_BATCH = 20  # as on the soldier's papers in the register
LONGEST_UNIT = 120
LONGEST_COMMUNE = 80
LONGEST_TRADE = 120
LONGEST_WORDS = 300


class JoinedBy(Code):
    """How somebody came into a cohort."""

    LIST = "list", N_("Từ danh sách")
    FOUND = "found", N_("Theo hồ sơ")


class InvitedBy(Code):
    """How somebody was invited."""

    PHONE = "phone", N_("Gọi điện")
    LETTER = "letter", N_("Gửi thư")
    MESSAGE = "message", N_("Nhắn tin")
    COMMUNE = "commune", N_("Qua xã, phường")


class Path(Code):
    """Where somebody wants to go after the army; a later word stands, the earlier ones stay."""

    PROVINCE = "province", N_("Việc làm trong tỉnh")
    ELSEWHERE = "elsewhere", N_("Việc làm ngoài tỉnh")
    OVERSEAS = "overseas", N_("Đi làm việc ở nước ngoài")
    TRAINING = "training", N_("Học nghề")
    NONE = "none", N_("Không có nhu cầu")


class StepKind(Code):
    """What is written down by hand; who was met follows from consultations and talks."""

    INVITED = "invited", N_("Mời")
    PATH = "path", N_("Chọn hướng đi")
    TRAINED = "trained", N_("Học nghề")
    PLACED = "placed", N_("Có việc làm")


class Stage(Code):
    """Whom a list of a cohort shows."""

    ALL = "all", N_("Tất cả")
    INVITED = "invited", N_("Đã mời")
    MET = "met", N_("Đã gặp")
    CHOSEN = "chosen", N_("Đã chọn hướng đi")
    TRAINED = "trained", N_("Đã học nghề")
    PLACED = "placed", N_("Có việc làm")
    NOT_MET = "not_met", N_("Chưa gặp")
    LOSING = "losing", N_("Sắp hết hạn hỗ trợ")


class CohortReason(Reason):
    """Why something cannot be done with a cohort."""

    FUTURE = "future", N_("Ngày này chưa đến.")
    EARLY = "early", N_("Ngày này trước ngày xuất ngũ.")
    DISCHARGE_FUTURE = "discharge_future", N_("Ngày xuất ngũ chưa đến.")
    DISCHARGE_OLD = "discharge_old", N_("Ngày xuất ngũ quá xa trong quá khứ. Anh/chị xem lại năm.")
    ENDS_BEFORE = "ends_before", N_("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    TOO_FAR = "too_far", N_("Ngày này xa quá năm năm. Anh/chị xem lại năm.")
    EXISTS = "exists", N_("Đợt này đã có. Anh/chị mở đợt đó trong danh sách.")
    PROVINCE = "province", N_("Anh/chị chọn tỉnh, thành phố trong danh sách.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    LEFT = "left", N_("Người này đã ra khỏi danh sách của đợt.")
    SAME_PATH = "same_path", N_("Hướng đi này đang được ghi rồi.")
