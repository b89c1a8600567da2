"""Words of the placement register."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_NAME = 200  # characters, as an employer's or a vacancy's
LONGEST_WORDS = 300
SAME_START = 7  # days between two starts that are one start
SAME_AGREEMENT = 30  # days between two agreements that are one, where a start is not known
NEAR_START = 30  # days between two starts that may be one
MOST_AHEAD = 90  # days between now and a start of work
CHECKED_UNTIL = 6  # months after the start; nobody is asked after later


class Origin(Code):
    """What a placement was first known from."""

    FAIR = "fair", N_("Kết quả tại phiên giao dịch")
    REFERRAL = "referral", N_("Trả lời giấy giới thiệu")
    DECLARATION = "declaration", N_("Thông báo tìm kiếm việc làm hằng tháng")
    DIRECT = "direct", N_("Cán bộ ghi trực tiếp")


class EvidenceLevel(Code):
    """How sure a placement is. A report names the level it counts."""

    CLAIM = "0", N_("Người lao động tự báo")
    EMPLOYER_SAID = "1", N_("Nhà tuyển dụng báo nhận")
    STARTED = "2", N_("Đã đi làm hoặc có hợp đồng")
    RETAINED = "3", N_("Còn làm việc sau 1 và 3 tháng")


class EvidenceSource(Code):
    """Where a step of evidence comes from."""

    FAIR_OUTCOME = "fair_outcome", N_("Kết quả tại phiên giao dịch")
    REFERRAL_ANSWER = "referral_answer", N_("Trả lời giấy giới thiệu")
    DECLARATION = "declaration", N_("Thông báo tìm kiếm việc làm hằng tháng")
    FOLLOW_UP = "follow_up", N_("Hỏi thăm sau giới thiệu việc làm")
    PERSON = "person", N_("Người lao động cho biết")
    EMPLOYER = "employer", N_("Nhà tuyển dụng xác nhận")
    CONTRACT = "contract", N_("Hợp đồng lao động, quyết định tuyển dụng")
    INSURANCE = "insurance", N_("Sổ, dữ liệu bảo hiểm xã hội")


class Check(Code):
    """When it is asked whether a person is still at work."""

    MONTH_1 = "month_1", N_("Sau 1 tháng")
    MONTH_3 = "month_3", N_("Sau 3 tháng")


class EndReason(Code):
    """Why somebody left the job."""

    EXPIRED = "expired", N_("Hết hạn hợp đồng")
    RESIGNED = "resigned", N_("Người lao động xin nghỉ")
    DISMISSED = "dismissed", N_("Nhà tuyển dụng cho nghỉ")
    PROBATION = "probation", N_("Không đạt thử việc")
    ANOTHER_JOB = "another_job", N_("Chuyển việc khác")
    FOUND_LEFT = "found_left", N_("Đã nghỉ, biết khi hỏi thăm")
    OTHER = "other", N_("Lý do khác")


class ClaimRole(Code):
    """As what a centre claims a placement."""

    REFERRED = "referred", N_("Trung tâm giới thiệu")
    HOST = "host", N_("Trung tâm chủ trì phiên")
    RESIDENCE = "residence", N_("Tỉnh nơi người lao động cư trú")
    WORKPLACE = "workplace", N_("Tỉnh nơi làm việc")


class CreditRule(Code):
    """Which centre a report credits a placement to, where the centres have settled nothing else."""

    REFERRING = "referring", N_("Trung tâm giới thiệu")
    RESIDENCE = "residence", N_("Tỉnh nơi cư trú")
    HOST = "host", N_("Trung tâm chủ trì phiên")
    WORKPLACE = "workplace", N_("Tỉnh nơi làm việc")


class PlacementState(Code):
    """Computed from what was written down; stored nowhere."""

    AT_WORK = "at_work", N_("Đang ghi nhận")
    ENDED = "ended", N_("Đã nghỉ việc")
    JOINED = "joined", N_("Đã nhập vào ghi nhận khác")
    REVERSED = "reversed", N_("Đã hủy")


class Likeness(Code):
    """How sure it is that two entries tell of one placement."""

    CERTAIN = "certain", N_("Chắc chắn là một")
    LIKELY = "likely", N_("Có thể là một")


class PlacementReason(Reason):
    """Why something cannot be done with a placement."""

    REVERSED = "reversed", N_("Ghi nhận này đã được hủy trước đó.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài, tối đa 300 ký tự.")
    EMPLOYER_NEEDED = "employer_needed", N_("Anh/chị chọn nhà tuyển dụng, hoặc ghi tên.")
    JOB_NEEDED = "job_needed", N_("Anh/chị ghi công việc.")
    WORKPLACE_NEEDED = "workplace_needed", N_("Anh/chị chọn tỉnh nơi làm việc, hoặc đi làm ở nước ngoài.")
    PROVINCE = "province", N_("Mã tỉnh này không có trong danh mục vào ngày đó.")
    START_NEEDED = "start_needed", N_("Anh/chị ghi ngày bắt đầu làm việc.")
    BEFORE_BIRTH = "before_birth", N_("Ngày này trước năm người lao động đủ 15 tuổi.")
    START_FAR = "start_far", N_("Ngày bắt đầu làm việc xa quá 90 ngày. Anh/chị xem lại tháng, năm.")
    START_AHEAD = "start_ahead", N_("Chưa đến ngày bắt đầu làm việc nên chưa ghi là đã đi làm được.")
    FUTURE = "future", N_("Ngày này chưa đến.")
    BEFORE_START = "before_start", N_("Ngày này trước ngày bắt đầu làm việc.")
    CHOOSE_ONE = "choose_one", N_("Anh/chị chọn một mục.")
    SOURCE_WEAK = "source_weak", N_("Nguồn này không chứng minh được mức đã chọn. Anh/chị chọn nguồn khác.")
    PROOF_NEEDED = (
        "proof_needed",
        N_("Mức đã đi làm hoặc có hợp đồng cần số giấy tờ hoặc bản chụp giấy tờ."),
    )
    CHECK_NEEDED = "check_needed", N_("Anh/chị chọn kỳ kiểm tra: sau 1 tháng hay sau 3 tháng.")
    CHECK_EARLY = "check_early", N_("Chưa đến kỳ kiểm tra này.")
    ENDED = "ended", N_("Người này đã nghỉ việc từ trước ngày đó.")
    ENDED_ALREADY = "ended_already", N_("Đã ghi người này nghỉ việc. Nếu ghi nhầm, anh/chị rút lại trước.")
    REASON_WORDS = "reason_words", N_("Chọn lý do khác thì anh/chị ghi rõ lý do.")
    STEP_GONE = "step_gone", N_("Bằng chứng này đã được rút trước đó.")
    OF_SOURCE = (
        "of_source",
        N_("Ghi nhận này còn dựa vào kết quả phiên hoặc giấy giới thiệu. Anh/chị sửa kết quả ở đó, hoặc hủy ghi nhận."),
    )
    SAME_PLACEMENT = "same_placement", N_("Hai ghi nhận phải khác nhau.")
    TWO_PERSONS = (
        "two_persons",
        N_("Hai ghi nhận của hai người khác nhau nên không nhập vào nhau được. Nếu là một người, gộp hồ sơ trước."),
    )
    JOINED_ALREADY = "joined_already", N_("Một trong hai ghi nhận đã được nhập. Anh/chị tải lại trang rồi xem.")
    NOT_JOINED = "not_joined", N_("Hai ghi nhận này không còn nhập vào nhau.")
    CLAIMED_ALREADY = "claimed_already", N_("Trung tâm của anh/chị đã nhận ghi nhận này rồi.")
    ROLE_WRONG = "role_wrong", N_("Trung tâm của anh/chị không có vai trò này trong ghi nhận.")
    NOT_CLAIMING = "not_claiming", N_("Chỉ ghi công cho một trung tâm đã nhận.")
    NOT_DECLARED = "not_declared", N_("Thông báo này không còn nói đã có việc làm, hoặc đã được đưa vào sổ.")
