"""Words of counselling."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_NOTE = 4_000  # characters
LONGEST_BECAUSE = 300
MOST_MINUTES = 480  # a working day


class ClientKind(Code):
    """As whom a person came: kinds of clients are counted apart."""

    JOB_SEEKER = "job_seeker", N_("Người tìm việc")
    BENEFIT = "benefit", N_("Người hưởng trợ cấp thất nghiệp")
    SOLDIER = "soldier", N_("Quân nhân xuất ngũ")
    STUDENT = "student", N_("Học sinh, sinh viên")
    OVERSEAS = "overseas", N_("Người đi làm việc ở nước ngoài")


class Topic(Code):
    """What was spoken about; several in one consultation."""

    DOMESTIC = "domestic", N_("Việc làm trong nước")
    OVERSEAS = "overseas", N_("Việc làm ngoài nước")
    TRAINING = "training", N_("Học nghề")
    LAW = "law", N_("Pháp luật lao động")
    INSURANCE = "insurance", N_("Bảo hiểm thất nghiệp")
    OTHER = "other", N_("Khác")


class Result(Code):
    """What follows from a consultation."""

    NOTHING = "nothing", N_("Chỉ tư vấn")
    REFERRAL = "referral", N_("Giới thiệu việc làm")
    FAIR = "fair", N_("Lấy số dự phiên giao dịch")
    TRAINING = "training", N_("Học nghề")
    OVERSEAS = "overseas", N_("Đăng ký đi làm việc ở nước ngoài")
    APPOINTMENT = "appointment", N_("Hẹn gặp lại")


class Way(Code):
    """How a consultation was held: the register's channels, and the centre's desk on the road."""

    COUNTER = "counter", N_("Tại quầy")
    PHONE = "phone", N_("Qua điện thoại")
    ONLINE = "online", N_("Trực tuyến")
    MOBILE = "mobile", N_("Điểm tư vấn lưu động")


class Privacy(Code):
    """Who reads a note."""

    CENTRE = "centre", N_("Cả trung tâm")
    LEADS = "leads", N_("Chỉ người ghi và lãnh đạo")


class Settled(Code):
    """What became of an appointment."""

    MOVED = "moved", N_("Hẹn sang ngày khác")
    DONE = "done", N_("Đã giải quyết xong")
    MISSED = "missed", N_("Không đến")
    DROPPED = "dropped", N_("Không cần gặp nữa")


class ConsultationReason(Reason):
    """Why a consultation cannot be written down or changed."""

    FUTURE = "future", N_("Ngày tư vấn chưa đến.")
    BORN_LATER = "born_later", N_("Ngày tư vấn trước ngày sinh của người này.")
    NO_TOPIC = "no_topic", N_("Anh/chị chọn ít nhất một nội dung tư vấn.")
    NEXT_NEEDED = "next_needed", N_("Hẹn gặp lại thì cần ghi ngày hẹn.")
    NEXT_EARLY = "next_early", N_("Ngày hẹn phải sau ngày tư vấn.")
    NEXT_FAR = "next_far", N_("Ngày hẹn xa quá hai năm. Anh/chị xem lại năm.")
    PROVINCE = "province", N_("Anh/chị chọn tỉnh theo danh sách của ngày tư vấn.")
    KEY_USED = (
        "key_used",
        N_("Lần tư vấn này đã lưu rồi, với nội dung khác. Muốn sửa, anh/chị mở lần đã lưu trong danh sách."),
    )
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    WITHDRAWN = "withdrawn", N_("Lần tư vấn này đã được rút.")
    NO_APPOINTMENT = "no_appointment", N_("Lần tư vấn này không có lịch hẹn.")
    SETTLED_ALREADY = "settled_already", N_("Lịch hẹn này đã được ghi là xong. Anh/chị hẹn sang ngày khác nếu cần.")
    MOVED_WHERE = "moved_where", N_("Anh/chị ghi ngày hẹn mới.")
    MOVED_PAST = "moved_past", N_("Ngày hẹn mới phải từ hôm nay trở đi.")
    CHANGED = "changed", N_("Lần tư vấn này vừa được người khác sửa. Anh/chị xem lại rồi sửa tiếp.")
