"""Words of the tallies of periods."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_SOURCE = 200  # characters
LONGEST_BECAUSE = 300
MOST = 9_999_999_999_999_999  # a figure beyond any that an office could mean


class Part(Code):
    """The parts of a report: each is prepared, checked and approved by itself."""

    JOBS = "jobs", N_("Việc làm")
    COUNSELLING = "counselling", N_("Tư vấn, giới thiệu việc làm")
    FAIRS = "fairs", N_("Phiên giao dịch việc làm")
    PLACEMENTS = "placements", N_("Nhận được việc làm")
    INSURANCE = "insurance", N_("Bảo hiểm thất nghiệp")
    TRAINING = "training", N_("Giáo dục nghề nghiệp")
    MERIT = "merit", N_("Người có công")
    PROTECTION = "protection", N_("Bảo trợ xã hội, giảm nghèo")
    EVILS = "evils", N_("Phòng, chống tệ nạn xã hội")
    PROCEDURES = "procedures", N_("Thủ tục hành chính")


class Unit(Code):
    """What a figure counts. Visits (lượt) and persons (người) are two figures, never mixed."""

    VISIT = "visit", N_("lượt người")
    PERSON = "person", N_("người")
    WORKER = "worker", N_("lao động")
    SOLDIER = "soldier", N_("quân nhân")
    MERITED = "merited", N_("người có công")
    EMPLOYER = "employer", N_("đơn vị")
    FAIR = "fair", N_("phiên")
    POSITION = "position", N_("vị trí")
    OPENING = "opening", N_("chỉ tiêu")
    INTERVIEW = "interview", N_("cuộc")
    REFERRAL = "referral", N_("giấy")
    PLACEMENT = "placement", N_("lượt")
    DOSSIER = "dossier", N_("hồ sơ")
    DECISION = "decision", N_("quyết định")
    TRADE = "trade", N_("nghề")
    HOUSE = "house", N_("căn")
    CARD = "card", N_("thẻ")
    HOUSEHOLD = "household", N_("hộ")
    NEAR_POOR = "near_poor", N_("hộ cận nghèo")
    NEAR_POOR_TURN = "near_poor_turn", N_("lượt hộ cận nghèo")
    POOR_TURN = "poor_turn", N_("lượt hộ nghèo")
    SUBJECT = "subject", N_("đối tượng")
    SUBJECT_TURN = "subject_turn", N_("lượt đối tượng")
    ELDER = "elder", N_("cụ")
    CAMPAIGN = "campaign", N_("cuộc tuyên truyền")
    ATTENDANCE = "attendance", N_("lượt người dự")
    INSPECTION = "inspection", N_("cuộc kiểm tra")
    PLACE = "place", N_("cơ sở")
    DONG = "dong", N_("đồng")
    KILOGRAM = "kilogram", N_("kg")


class Shape(Code):
    """How a number is written where it stands in a sentence."""

    PLAIN = "plain", N_("15.384")
    PADDED = "padded", N_("06")
    MILLIONS = "millions", N_("363.283 triệu")
    BILLIONS = "billions", N_("82 tỷ 055 triệu")


class DateRule(Code):
    """Which day decides to which period a fact belongs. Never the day on which it was written down."""

    EVENT = "event", N_("Tính theo ngày diễn ra.")
    DECISION = "decision", N_("Tính theo ngày của quyết định đầu tiên.")
    RECEIPT = "receipt", N_("Tính theo ngày tiếp nhận.")
    ISSUE = "issue", N_("Tính theo ngày cấp giấy.")
    OPENING = "opening", N_("Tính theo ngày khai mạc phiên.")
    START = "start", N_("Tính theo ngày bắt đầu làm việc; chưa rõ thì theo ngày được nhận.")
    PUBLICATION = "publication", N_("Tính theo ngày đăng.")
    REPORTED = "reported", N_("Tính theo kỳ mà cơ quan báo số liệu ghi.")


class ProvinceRule(Code):
    """Which province a fact is counted for."""

    CENTRE = "centre", N_("Tính cho trung tâm đã thực hiện.")
    HOST = "host", N_("Tính cho trung tâm chủ trì phiên.")
    SITE = "site", N_("Tính cho điểm cầu nơi người lao động đăng ký.")
    REFERRING = "referring", N_("Tính cho trung tâm giới thiệu.")
    KEEPER = "keeper", N_("Tính cho trung tâm quản lý nhà tuyển dụng.")
    OFFICE = "office", N_("Tính cho tỉnh của cơ quan báo số liệu.")


class RecordKind(Code):
    """What a figure's records are: what opens."""

    VISIT = "visit", N_("Lượt tư vấn")
    PERSON = "person", N_("Người lao động")
    CLAIM = "claim", N_("Hồ sơ trợ cấp thất nghiệp")
    REFERRAL = "referral", N_("Giấy giới thiệu")
    PLACEMENT = "placement", N_("Lượt nhận được việc làm")
    FAIR = "fair", N_("Phiên giao dịch")
    BOOTH = "booth", N_("Gian hàng")
    EMPLOYER = "employer", N_("Nhà tuyển dụng")
    INTERVIEW = "interview", N_("Cuộc phỏng vấn")
    VACANCY = "vacancy", N_("Vị trí tuyển dụng")


class AgeBand(Code):
    """Age on the day of the fact (bands of the insurance table)."""

    TO_24 = "to_24", N_("Đến 24 tuổi")
    FROM_25 = "from_25", N_("25 – 40 tuổi")
    OVER_40 = "over_40", N_("Trên 40 tuổi")


class Origin(Code):
    """Where a figure comes from: the two are never added."""

    COUNTED = "counted", N_("Đếm từ hồ sơ")
    DECLARED = "declared", N_("Đơn vị khác báo")


NOT_STATED = "not_stated"
NOT_STATED_LABEL = N_("Không nêu")
IN_GROUP_LABEL = N_("Buổi tư vấn nhóm")
GONE_LABEL = N_("Hồ sơ không còn: lần nhập từ tệp đã được hoàn tác")


class TallyReason(Reason):
    """Why a declared figure is not taken."""

    UNKNOWN = "unknown", N_("Không có chỉ tiêu mang mã này.")
    WRONG_UNIT = "wrong_unit", N_("Đơn vị tính không đúng với chỉ tiêu này. Anh/chị xem lại số liệu và đơn vị tính.")
    NEGATIVE = "negative", N_("Số liệu là số từ 0 trở lên.")
    TOO_BIG = "too_big", N_("Số này lớn quá mức có thể. Anh/chị xem lại.")
    PERCENT = "percent", N_("Tỷ lệ so với kế hoạch là số từ 0, ví dụ 25,30.")
    NO_SOURCE = "no_source", N_("Anh/chị ghi cơ quan báo số liệu.")
    NO_DOCUMENT = "no_document", N_("Anh/chị ghi văn bản chứa số liệu: số, ngày.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài.")
    CHANGED = "changed", N_("Số liệu này vừa được người khác sửa. Anh/chị xem lại rồi sửa tiếp.")
    WITHDRAWN = "withdrawn", N_("Số liệu này đã được rút.")


class LineReason(Reason):
    """Why a line of a file, or the table as a whole, is not taken."""

    NOTHING = "nothing", N_("Bảng chưa có dòng nào.")
    MANY = "many", N_("Mỗi lần tối đa 500 dòng. Anh/chị chia bảng.")
    NO_COLUMNS = (
        "no_columns",
        N_("Bảng cần có dòng tiêu đề với các cột “Mã” (hoặc “Chỉ tiêu”), “Số liệu” (hoặc “Kế hoạch”) và “Văn bản”."),
    )
    TWICE = "twice", N_("Chỉ tiêu này đã có ở một dòng trên.")
    EMPTY = "empty", N_("Dòng này chưa có số.")
    NO_NUMBER = (
        "no_number",
        N_("Không đọc được số này. Anh/chị ghi số nguyên, ví dụ 15.384 hoặc 82 tỷ 055 triệu; dấu phẩy là phần lẻ."),
    )
    QUALIFIER = "qualifier", N_("Mức chính xác chỉ là: đúng, khoảng hoặc hơn.")
    SAME = "same", N_("Không thay đổi so với số đã ghi.")
    FAULTS = "faults", N_("Không có dòng nào ghi được. Anh/chị sửa bảng rồi xem lại.")
