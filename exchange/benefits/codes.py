"""Words of unemployment benefit: the course of a claim, and why something cannot be done with one."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class ClaimOrigin(Code):
    """How a claim came to the centre. One that moved in was received, and counted, elsewhere."""

    HERE = "here", N_("Nộp tại trung tâm")
    OTHER_PROVINCE = "other_province", N_("Người của tỉnh khác nộp tại trung tâm")
    MOVED_IN = "moved_in", N_("Chuyển hưởng từ tỉnh khác đến")


class Appraised(Code):
    """What the appraisal of a claim found."""

    ELIGIBLE = "eligible", N_("Đủ điều kiện hưởng")
    NOT_ELIGIBLE = "not_eligible", N_("Không đủ điều kiện hưởng")


class Verdict(Code):
    """What a decision says."""

    GRANTED = "granted", N_("Hưởng trợ cấp thất nghiệp")
    REFUSED = "refused", N_("Không hưởng trợ cấp thất nghiệp")
    CANCELLED = "cancelled", N_("Hủy quyết định hưởng")


class RefusalGround(Code):
    """Why a claim is refused (employment law 2013, article 49; law 74/2025 keeps the conditions)."""

    PAID_TOO_SHORT = "paid_too_short", N_("Chưa đóng đủ thời gian bảo hiểm thất nghiệp")
    TOO_LATE = "too_late", N_("Nộp hồ sơ quá hạn")
    LEFT_UNLAWFULLY = "left_unlawfully", N_("Chấm dứt hợp đồng trái pháp luật")
    PENSION = "pension", N_("Đang hưởng lương hưu, trợ cấp mất sức lao động")
    HAS_JOB = "has_job", N_("Đã có việc làm")
    OTHER = "other", N_("Lý do khác")


class EventKind(Code):
    """What happens to a benefit after it was granted. `withdrawn` takes back the entry before it."""

    SUSPENDED = "suspended", N_("Tạm dừng hưởng")
    RESUMED = "resumed", N_("Tiếp tục hưởng")
    ENDED = "ended", N_("Chấm dứt hưởng")
    MOVED_OUT = "moved_out", N_("Chuyển hưởng đi tỉnh khác")
    MOVED_IN = "moved_in", N_("Chuyển hưởng từ tỉnh khác đến")
    WITHDRAWN = "withdrawn", N_("Rút lại việc ghi nhầm")


class EndGround(Code):
    """The thirteen grounds on which a benefit ends (employment law 2013, article 53)."""

    EXPIRED = "expired", N_("Hết thời hạn hưởng")
    HAS_JOB = "has_job", N_("Có việc làm")
    MILITARY = "military", N_("Thực hiện nghĩa vụ quân sự, nghĩa vụ công an")
    PENSION = "pension", N_("Hưởng lương hưu hằng tháng")
    TWO_REFUSALS = "two_refusals", N_("Hai lần từ chối việc làm được giới thiệu, không có lý do chính đáng")
    THREE_SILENT_MONTHS = "three_silent_months", N_("Ba tháng liên tục không thông báo tìm kiếm việc làm")
    ABROAD = "abroad", N_("Ra nước ngoài định cư")
    STUDYING = "studying", N_("Đi học từ đủ 12 tháng trở lên")
    FINED = "fined", N_("Bị xử phạt vi phạm pháp luật bảo hiểm thất nghiệp")
    DIED = "died", N_("Chết")
    EDUCATION_CENTRE = "education_centre", N_("Vào trường giáo dưỡng, cơ sở giáo dục hoặc cai nghiện bắt buộc")
    MISSING = "missing", N_("Bị tòa án tuyên bố mất tích")
    PRISON = "prison", N_("Bị tạm giam, chấp hành hình phạt tù")


class DeclaredState(Code):
    """What a person says of their work in a monthly declaration (form 16 of circular 28/2015)."""

    NONE = "none", N_("Chưa có việc làm")
    HAS_JOB = "has_job", N_("Đã có việc làm")
    OTHER = "other", N_("Tình trạng khác")


class ClaimState(Code):
    """How a claim stands on a day; computed from its facts, never stored."""

    RECEIVED = "received", N_("Đã tiếp nhận, chờ thẩm định")
    APPRAISED = "appraised", N_("Đã thẩm định, chờ quyết định")
    REFUSED = "refused", N_("Không được hưởng")
    CANCELLED = "cancelled", N_("Quyết định hưởng đã hủy")
    GRANTED = "granted", N_("Đã có quyết định, chưa đến ngày hưởng")
    RUNNING = "running", N_("Đang hưởng")
    SUSPENDED = "suspended", N_("Đang tạm dừng hưởng")
    RAN_OUT = "ran_out", N_("Đã hết tháng hưởng, chờ chấm dứt")
    ENDED = "ended", N_("Đã chấm dứt hưởng")
    MOVED_OUT = "moved_out", N_("Đã chuyển đi tỉnh khác")
    WITHDRAWN = "withdrawn", N_("Đã rút: nhập nhầm từ tệp")


class DueState(Code):
    """How one month's declaration stands on a day."""

    DECLARED = "declared", N_("Đã thông báo")
    LATER = "later", N_("Chưa đến hạn")
    DUE = "due", N_("Đang trong hạn")
    LATE = "late", N_("Quá hạn")


class BenefitReason(Reason):
    """Why something cannot be done with a claim."""

    IN_FUTURE = "in_future", N_("Ngày này chưa đến.")
    BEFORE_BIRTH = "before_birth", N_("Ngày này trước năm người lao động đủ 15 tuổi.")
    BEFORE_CONTRACT_END = "before_contract_end", N_("Ngày nộp hồ sơ phải từ ngày chấm dứt hợp đồng trở đi.")
    BEFORE_RECEIPT = "before_receipt", N_("Ngày này trước ngày tiếp nhận hồ sơ.")
    BEFORE_APPRAISAL = "before_appraisal", N_("Ngày này trước ngày thẩm định.")
    BEFORE_DECISION = "before_decision", N_("Ngày này trước ngày ra quyết định.")
    BEFORE_LAST = "before_last", N_("Ngày này trước lần ghi gần nhất của hồ sơ.")
    CLAIM_OPEN = "claim_open", N_("Người này đang có một hồ sơ chưa kết thúc.")
    NOT_APPRAISED = "not_appraised", N_("Hồ sơ chưa thẩm định nên chưa ra quyết định được.")
    DECIDED_ALREADY = "decided_already", N_("Hồ sơ đã có quyết định. Anh/chị dùng mục đính chính quyết định.")
    NOT_DECIDED = "not_decided", N_("Hồ sơ chưa có quyết định.")
    NOT_GRANTED = "not_granted", N_("Hồ sơ này không có quyết định hưởng còn hiệu lực.")
    NOTHING_TO_CANCEL = "nothing_to_cancel", N_("Chỉ hủy được một quyết định hưởng.")
    FOLLOWED = "followed", N_("Sau quyết định này đã có việc khác được ghi; anh/chị rút lại việc đó trước.")
    VERDICT_NEEDED = "verdict_needed", N_("Anh/chị chọn hưởng hay không hưởng.")
    NUMBER_NEEDED = "number_needed", N_("Anh/chị ghi số quyết định.")
    MONTHS = "months", N_("Số tháng hưởng từ 3 đến 12.")
    AMOUNT = "amount", N_("Anh/chị ghi mức hưởng hằng tháng bằng đồng, ví dụ 3.500.000.")
    FROM_NEEDED = "from_needed", N_("Anh/chị ghi ngày bắt đầu hưởng.")
    FROM_TOO_EARLY = "from_too_early", N_("Ngày bắt đầu hưởng phải sau ngày nộp hồ sơ.")
    TO_WRONG = "to_wrong", N_("Ngày kết thúc không khớp với ngày bắt đầu và số tháng hưởng.")
    REFUSAL_NEEDED = "refusal_needed", N_("Không hưởng thì cần chọn lý do.")
    BECAUSE_NEEDED = "because_needed", N_("Đính chính hoặc rút lại cần ghi lý do.")
    NOT_RUNNING = "not_running", N_("Chỉ làm được việc này khi người lao động đang hưởng.")
    NOT_SUSPENDED = "not_suspended", N_("Hồ sơ không đang tạm dừng nên không có gì để tiếp tục.")
    CLOSED = "closed", N_("Hồ sơ đã kết thúc.")
    WITHDRAWN = "withdrawn", N_("Hồ sơ này đã rút cùng tệp nhập nhầm.")
    GROUND_NEEDED = "ground_needed", N_("Anh/chị chọn căn cứ chấm dứt.")
    PROVINCE_NEEDED = "province_needed", N_("Anh/chị chọn tỉnh, thành phố.")
    SAME_PROVINCE = "same_province", N_("Chuyển đi là chuyển sang tỉnh khác.")
    NOT_EXPIRED = "not_expired", N_("Chưa hết thời hạn hưởng.")
    NOT_SILENT = "not_silent", N_("Người này chưa đủ ba tháng liên tục không thông báo.")
    NOTHING_TO_WITHDRAW = "nothing_to_withdraw", N_("Không có việc nào để rút lại.")
    NO_SUCH_MONTH = "no_such_month", N_("Hồ sơ này không có tháng hưởng đó.")
    NOT_YET_DUE = "not_yet_due", N_("Chưa đến hạn thông báo của tháng này.")
    DECLARED_ALREADY = "declared_already", N_("Tháng này đã thông báo rồi.")
    NOT_DECLARED = "not_declared", N_("Tháng này chưa thông báo nên không có gì để sửa.")
    STATE_NEEDED = "state_needed", N_("Anh/chị chọn tình trạng việc làm.")
    CONTACTS_NEEDED = "contacts_needed", N_("Anh/chị ghi ít nhất một nơi đã liên hệ tìm việc.")
    JOB_NEEDED = "job_needed", N_("Anh/chị ghi nơi làm việc.")
    JOB_DAY_NEEDED = "job_day_needed", N_("Anh/chị ghi ngày bắt đầu làm việc.")
    OTHER_NEEDED = "other_needed", N_("Anh/chị ghi rõ tình trạng.")
    TRAINING_MONTHS = "training_months", N_("Thời gian hỗ trợ học nghề từ 1 đến 6 tháng.")
    TRAINING_TWICE = "training_twice", N_("Quyết định hỗ trợ học nghề số này đã ghi rồi.")
    NUMBER_UNKNOWN = "number_unknown", N_("Không có hồ sơ nào mang số này tại trung tâm.")
    NUMBER_SHAPE = "number_shape", N_("Số hồ sơ có dạng số/năm, ví dụ 12/2026.")
    ROW_TWICE = "row_twice", N_("Số hồ sơ này có ở nhiều dòng của tệp.")
    ROW_DIFFERS = "row_differs", N_("Hồ sơ đã có quyết định khác; đính chính tại trang hồ sơ.")
    ROW_DATE = "row_date", N_("Ngày chưa đúng dạng, ví dụ 05/12/2026.")
    WITHOUT_APPRAISAL = "without_appraisal", N_("Đã ghi, nhưng hồ sơ chưa có kết quả thẩm định.")
    DECIDED_LATE = "decided_late", N_("Đã ghi, nhưng quyết định ra sau hạn.")


class AgeBand(Code):
    """The bands of the report on unemployment insurance; age is the year of the decision less the year of birth."""

    TO_24 = "to_24", N_("Đến 24 tuổi")
    FROM_25 = "from_25", N_("Từ 25 đến 40 tuổi")
    OVER_40 = "over_40", N_("Trên 40 tuổi")


class RowTaken(Code):
    """What became of a row of a file of decisions."""

    TAKEN = "taken", N_("đã nhận")
    DOUBTED = "doubted", N_("đã nhận, cần xem lại")
    UNCHANGED = "unchanged", N_("đã có từ trước")
    REFUSED = "refused", N_("không nhận")


class Unit(Code):
    """What a row of the table counts."""

    CLAIMS = "claims", N_("hồ sơ")
    DECISIONS = "decisions", N_("quyết định")
    PERSONS = "persons", N_("người")
    DONG = "dong", N_("đồng/tháng")
    MONTHS = "months", N_("tháng")
