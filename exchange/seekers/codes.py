"""Words of the seekers' register."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class Sex(Code):
    """As on the citizen's identity card; not asked twice."""

    FEMALE = "female", N_("Nữ")
    MALE = "male", N_("Nam")
    NOT_STATED = "not_stated", N_("Không nêu")


class Purpose(Code):
    """What a person may consent to, each apart (law 91/2025, decree 356/2025: no default ticks)."""

    MATCHING = "matching", N_("Trung tâm dùng thông tin của tôi để tư vấn và giới thiệu việc làm.")
    EMPLOYERS = "employers", N_("Nhà tuyển dụng mà tôi lấy số được xem tên, năm sinh và nguyện vọng của tôi.")
    PROVINCES = "provinces", N_("Các trung tâm cùng tổ chức phiên được dùng thông tin của tôi để hỗ trợ tôi.")
    MESSAGES = "messages", N_("Trung tâm được nhắn tin, gọi điện cho tôi về việc làm mới sau phiên này.")
    POLICY = "policy", N_("Trung tâm được ghi dân tộc, tình trạng khuyết tật của tôi để xét chế độ ưu tiên.")


class Channel(Code):
    """How something reached us."""

    ONLINE = "online", N_("Trực tuyến")
    COUNTER = "counter", N_("Tại quầy")
    PHONE = "phone", N_("Qua điện thoại")
    IMPORTED = "imported", N_("Từ tệp")


class Schooling(Code):
    """General education that was finished (form 01)."""

    NONE = "none", N_("Chưa học xong tiểu học")
    PRIMARY = "primary", N_("Tiểu học")
    LOWER_SECONDARY = "lower_secondary", N_("Trung học cơ sở")
    UPPER_SECONDARY = "upper_secondary", N_("Trung học phổ thông")


class Activity(Code):
    """What a person does now (circular 01/2022, form 01)."""

    EMPLOYED = "employed", N_("Đang có việc làm")
    JOBLESS = "jobless", N_("Thất nghiệp")
    STUDYING = "studying", N_("Đi học")
    RETIRED = "retired", N_("Hưu trí")
    HOUSEWORK = "housework", N_("Nội trợ")
    UNABLE = "unable", N_("Không có khả năng lao động")
    OTHER = "other", N_("Khác")


class JoblessFor(Code):
    """How long a person has been without work (circular 01/2022)."""

    UNDER_3 = "under_3", N_("Dưới 3 tháng")
    FROM_3_TO_12 = "from_3_to_12", N_("Từ 3 đến 12 tháng")
    OVER_12 = "over_12", N_("Trên 12 tháng")


class Service(Code):
    """What a person asks of the centre (form 01)."""

    LAW = "law", N_("Tư vấn chính sách, pháp luật lao động")
    JOB = "job", N_("Tư vấn, giới thiệu việc làm")
    TRAINING = "training", N_("Đào tạo, nâng cao kỹ năng nghề")
    INSURANCE = "insurance", N_("Bảo hiểm thất nghiệp")
    OVERSEAS = "overseas", N_("Đi làm việc ở nước ngoài")


class Group(Code):
    """Whom a person belongs to, from a day until a day: clients that are counted apart, and priority groups."""

    SOLDIER = "soldier", N_("Quân nhân xuất ngũ")
    BENEFIT = "benefit", N_("Người hưởng trợ cấp thất nghiệp")
    DISABLED = "disabled", N_("Người khuyết tật")
    POOR = "poor", N_("Hộ nghèo")
    NEAR_POOR = "near_poor", N_("Hộ cận nghèo")
    MINORITY = "minority", N_("Dân tộc thiểu số")
    STUDENT = "student", N_("Học sinh, sinh viên")
    OVERSEAS = "overseas", N_("Muốn đi làm việc ở nước ngoài")


class NumberKind(Code):
    """Numbers by which offices know a person."""

    CITIZEN_ID = "citizen_id", N_("Số căn cước công dân")
    INSURANCE = "insurance", N_("Số bảo hiểm xã hội")


class Why(Code):
    """Why a member of staff opens somebody's file; the person can read it."""

    COUNSELLING = "counselling", N_("Tư vấn, giới thiệu việc làm")
    FAIR = "fair", N_("Hỗ trợ tại phiên giao dịch")
    BENEFIT = "benefit", N_("Giải quyết bảo hiểm thất nghiệp")
    CORRECTING = "correcting", N_("Sửa thông tin theo đề nghị")
    CHECKING = "checking", N_("Kiểm tra, rà soát hồ sơ")


class Likeness(Code):
    """How sure it is that two files are of one person."""

    CERTAIN = "certain", N_("Trùng số căn cước")
    LIKELY = "likely", N_("Rất có thể là cùng một người")
    POSSIBLE = "possible", N_("Có thể là cùng một người")


class Doubt(Code):
    """What does not fit together; it warns and never blocks, because records were corrected and numbers were not."""

    ID_LENGTH = "id_length", N_("Số căn cước có 12 chữ số; số chứng minh nhân dân cũ có 9.")
    ID_PROVINCE = "id_province", N_("Ba chữ số đầu không phải mã tỉnh hoặc mã nước nào.")
    ID_SEX = "id_sex", N_("Chữ số thứ tư không khớp với giới tính đã ghi.")
    ID_CENTURY = "id_century", N_("Chữ số thứ tư không khớp với thế kỷ sinh.")
    ID_YEAR = "id_year", N_("Chữ số thứ năm và thứ sáu không khớp với năm sinh.")
    ID_ELSEWHERE = "id_elsewhere", N_("Một hồ sơ khác cũng ghi số này: anh/chị tìm hồ sơ trùng.")


class SeekerReason(Reason):
    """Why something cannot be done in the register."""

    PHONE_TAKEN = (
        "phone_taken",
        N_("Số điện thoại này đã có hồ sơ. Anh/chị đăng nhập bằng số này để dùng lại hồ sơ cũ."),
    )
    CONSENT_NEEDED = (
        "consent_needed",
        N_("Để lấy số, anh/chị cần đồng ý cho trung tâm và nhà tuyển dụng xem thông tin đã khai."),
    )
    BIRTH_YEAR = "birth_year", N_("Năm sinh chưa hợp lý: người đăng ký phải từ đủ 15 tuổi.")
    BORN_LATER = "born_later", N_("Ngày này trước ngày sinh.")
    IN_FUTURE = "in_future", N_("Ngày này chưa đến.")
    ENDS_BEFORE = "ends_before", N_("Ngày kết thúc trước ngày bắt đầu.")
    NUMBER_SHAPE = (
        "number_shape",
        N_("Số này chỉ gồm chữ số: căn cước 12 số (chứng minh nhân dân cũ 9 số), bảo hiểm 10 số."),
    )
    POLICY_CONSENT = (
        "policy_consent",
        N_("Thông tin nhạy cảm: cần người lao động đồng ý cho ghi để xét chế độ ưu tiên trước đã."),
    )
    ETHNICITY = "ethnicity", N_("Anh/chị chọn dân tộc trong danh sách.")
    GROUP_TWICE = "group_twice", N_("Đối tượng này đang được ghi rồi. Anh/chị kết thúc đợt cũ trước.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    SAME_FILE = "same_file", N_("Hai hồ sơ này là một.")
    MERGED_ALREADY = "merged_already", N_("Một trong hai hồ sơ đã được gộp trước đó.")
    NOT_MERGED = "not_merged", N_("Lần gộp này đã được hoàn tác.")
    NAME_SHORT = "name_short", N_("Họ tên cần ít nhất hai chữ cái.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài.")
    BIRTH_DATE = "birth_date", N_("Ngày sinh không khớp với năm sinh.")
    TOO_FAR = "too_far", N_("Ngày này còn quá xa.")
    TWO_NUMBERS = (
        "two_numbers",
        N_("Hai hồ sơ ghi hai số căn cước khác nhau: đó là hai người, hoặc một số ghi nhầm cần sửa trước."),
    )
