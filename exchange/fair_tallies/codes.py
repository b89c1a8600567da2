"""Words of the tally."""

from exchange.journal.kinds import Kind
from exchange.kernel.codes import Code
from exchange.kernel.texts import N_


class Group(Code):
    """The parts of the fair's tally, in the order of the form."""

    EMPLOYERS = "employers", N_("Nhà tuyển dụng và nhu cầu")
    SEEKERS = "seekers", N_("Người tìm việc")
    RESULTS = "results", N_("Phỏng vấn và kết quả")
    PLACEMENTS = "placements", N_("Nhận được việc làm")


class Unit(Code):
    """What a figure counts. Visits (lượt) and persons (người) are two figures, never mixed."""

    VISIT = "visit", N_("lượt")
    PERSON = "person", N_("người")
    EMPLOYER = "employer", N_("đơn vị")
    POSITION = "position", N_("vị trí")
    OPENING = "opening", N_("chỉ tiêu")


class RecordKind(Code):
    """What a figure's records are."""

    BOOTH = "booth", N_("Gian hàng")
    VACANCY = "vacancy", N_("Vị trí tuyển dụng")
    SEEKER = "seeker", N_("Người tìm việc")
    TICKET = "ticket", N_("Số thứ tự")
    CALL = "call", N_("Lời mời")
    INTERVIEW = "interview", N_("Phỏng vấn")
    PLACEMENT = "placement", N_("Lượt nhận được việc làm")


class Workplace(Code):
    """Where the work is, as seen from a province."""

    HERE = "here", N_("Trong tỉnh")
    ELSEWHERE = "elsewhere", N_("Tỉnh khác")
    OVERSEAS = "overseas", N_("Ngoài nước")
    NOT_STATED = "not_stated", N_("Chưa rõ nơi làm việc")


class Skill(Code):
    """Whether somebody has been trained for a trade (trình độ chuyên môn kỹ thuật)."""

    QUALIFIED = "qualified", N_("Có trình độ chuyên môn kỹ thuật")
    UNSKILLED = "unskilled", N_("Lao động phổ thông")
    NOT_STATED = "not_stated", N_("Chưa rõ trình độ")


class RecordWord(Code):
    """What a list of records says instead of a value."""

    NAMELESS = "nameless", N_("Không chia sẻ tên")
    STANDING = "standing", N_("Còn hiệu lực")
    REVERSED = "reversed", N_("Đã hủy")


# What moves a figure of a fair's tally, and so the time printed above it.
MOVED_BY: frozenset[Kind] = frozenset(
    {
        Kind.FAIR_PLANNED,
        Kind.SITE_JOINED,
        Kind.FAIR_CHANGED,
        Kind.FAIR_OPENED,
        Kind.FAIR_CLOSED,
        Kind.BOOTH_PLANNED,
        Kind.SEEKER_REGISTERED_FOR_FAIR,
        Kind.SEEKER_CHECKED_IN,
        Kind.BOOTH_STAFFED,
        Kind.BOOTH_LEFT,
        Kind.QUEUE_JOINED,
        Kind.QUEUE_LEFT,
        Kind.CALLED,
        Kind.CALL_ACCEPTED,
        Kind.STEPPED_BACK,
        Kind.CALL_MISSED,
        Kind.CALL_WITHDRAWN,
        Kind.TALK_LEFT_OPEN,
        Kind.OUTCOME_RECORDED,
        Kind.OUTCOME_CORRECTED,
        Kind.PLACEMENT_REVERSED,
    }
)
