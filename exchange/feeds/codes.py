"""Words of the exchange between systems."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_NAME = 120
LONGEST_ADDRESS = 500
LONGEST_NOTE = 300
TELL_WITHIN = 20  # working days after the employer's notice (decree 352/2025; decree 283/2026, article 8)


class FeedKind(Code):
    """What a feed speaks of."""

    VACANCY = "vacancy", N_("Vị trí tuyển dụng")
    RESULT = "result", N_("Kết quả")


class Change(Code):
    """What became of it."""

    PUT = "put", N_("Có, hoặc đã đổi")
    REMOVED = "removed", N_("Không còn")


class Because(Code):
    """Why something is in the feed no longer."""

    CLOSED = "closed", N_("Đã đóng")
    EXPIRED = "expired", N_("Hết hạn nộp hồ sơ")
    WITHDRAWN = "withdrawn", N_("Đã rút")
    REVERSED = "reversed", N_("Kết quả đã hủy hoặc sửa")


class Channel(Code):
    """Over which service of the centre a person was hired."""

    FAIR = "fair", N_("Phiên giao dịch việc làm")
    REFERRAL = "referral", N_("Giới thiệu việc làm")


class PartnerKind(Code):
    """Who reads our feed. What the national system has acknowledged counts as told."""

    NATIONAL = "national", N_("Hệ thống quốc gia")
    CENTRE = "centre", N_("Trung tâm khác")
    OTHER = "other", N_("Nơi khác")


class DeliveryState(Code):
    """How far the news for a partner is; computed."""

    NONE = "none", N_("Không gửi tin, tự đọc nguồn")
    UP_TO_DATE = "up_to_date", N_("Đã nhận đủ")
    WAITING = "waiting", N_("Đang gửi")
    FAILING = "failing", N_("Chưa gửi được, sẽ thử lại")
    GIVEN_UP = "given_up", N_("Đã ngừng gửi")


class WireFault(Code):
    """Why another system could not be asked, or its answer not be used."""

    ADDRESS = "address", N_("Địa chỉ này trỏ vào mạng nội bộ nên không được gọi.")
    UNKNOWN_HOST = "unknown_host", N_("Không tìm thấy máy chủ có tên này.")
    UNREACHABLE = "unreachable", N_("Không kết nối được với máy chủ.")
    TIMED_OUT = "timed_out", N_("Máy chủ không trả lời trong 10 giây.")
    TLS = "tls", N_("Chứng thư bảo mật của máy chủ không hợp lệ.")
    TOO_LARGE = "too_large", N_("Câu trả lời quá lớn nên không đọc.")
    REDIRECTED = "redirected", N_("Máy chủ chuyển sang địa chỉ khác. Anh/chị ghi địa chỉ cuối cùng.")
    KEY_REFUSED = "key_refused", N_("Máy chủ không nhận khóa.")
    STATUS = "status", N_("Máy chủ trả lời lỗi.")
    SEALED = (
        "sealed",
        N_("Không mở được khóa đã cất; khóa niêm phong của hệ thống đã đổi. Anh/chị thu hồi rồi thêm lại."),
    )
    NOT_A_FEED = "not_a_feed", N_("Câu trả lời không phải là nguồn dữ liệu việc làm.")
    GAP = "gap", N_("Câu trả lời thiếu một đoạn; sẽ hỏi lại từ chỗ đã nhận.")


class RecordFault(Code):
    """Why a record of another centre waits for somebody to look at it."""

    UNREADABLE = "unreadable", N_("Không đọc được bản ghi")
    KIND_UNKNOWN = "kind_unknown", N_("Loại bản ghi chưa biết")
    ID_WRONG = "id_wrong", N_("Mã bản ghi không đúng dạng")
    BODY_WRONG = "body_wrong", N_("Nội dung thiếu hoặc sai mục")
    PROVINCE_UNKNOWN = "province_unknown", N_("Mã tỉnh không có trong danh mục hiện nay")
    WAGE_ORDER = "wage_order", N_("Mức lương thấp nhất lớn hơn mức cao nhất")
    LIKELY_OWN = "likely_own", N_("Đã nhận, nhưng có thể trùng với vị trí của trung tâm")


class FeedReason(Reason):
    """Why something cannot be done with the exchange."""

    NAME_NEEDED = "name_needed", N_("Anh/chị ghi tên.")
    CHOOSE = "choose", N_("Anh/chị chọn một mục.")
    KINDS_NEEDED = "kinds_needed", N_("Anh/chị chọn ít nhất một loại dữ liệu.")
    ADDRESS_NEEDED = "address_needed", N_("Anh/chị ghi địa chỉ.")
    ADDRESS_WRONG = "address_wrong", N_("Địa chỉ chưa đúng dạng. Ví dụ: https://vieclam.example.vn/nhan-tin")
    ADDRESS_INSECURE = "address_insecure", N_("Địa chỉ phải bắt đầu bằng https://")
    ADDRESS_PRIVATE = "address_private", N_("Địa chỉ này thuộc mạng nội bộ, không dùng được.")
    FEED_ADDRESS = (
        "feed_address",
        N_("Địa chỉ nguồn phải có mã trung tâm ở cuối: …/api/v1/feed?centre=… Anh/chị chép nguyên từ trang của họ."),
    )
    OWN_ADDRESS = "own_address", N_("Đây là nguồn của chính trung tâm.")
    SOURCE_EXISTS = "source_exists", N_("Nguồn này đã có trong danh sách.")
    TEXT_LONG = "text_long", N_("Nội dung quá dài.")
    DAY_FUTURE = "day_future", N_("Ngày gửi chưa đến.")
    DAY_NEEDED = "day_needed", N_("Anh/chị ghi ngày đã gửi.")
    DAY_EARLY = "day_early", N_("Ngày gửi trước ngày nhà tuyển dụng báo.")
    HOW_NEEDED = "how_needed", N_("Anh/chị ghi đã gửi bằng cách nào, ví dụ: công văn số 12.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài, tối đa 300 ký tự.")
    NOTE_NEEDED = "note_needed", N_("Anh/chị ghi đã xử lý thế nào.")
    CHANGED = "changed", N_("Kết quả này vừa thay đổi. Anh/chị xem lại rồi ghi.")
    NOT_GIVEN_UP = "not_given_up", N_("Không có tin nào đang ngừng gửi cho nơi này.")
    KEY_WRONG = "key_wrong", N_("Khóa này không đúng, hoặc đã bị thu hồi.")
    KEY_MISSING = "key_missing", N_("Anh/chị ghi khóa hoặc mật mã mà nơi đó đã đưa.")
    SINCE_AHEAD = "since_ahead", N_("Số “since” lớn hơn số cuối của nguồn. Xin đọc lại từ đầu bằng snapshot.")
    OUT_OF_RANGE = "out_of_range", N_("Số trong địa chỉ nằm ngoài khoảng cho phép.")
    TOO_OFTEN = "too_often", N_("Có quá nhiều yêu cầu cùng lúc. Xin chờ ít giây rồi hỏi lại.")
    SIGNATURE_WRONG = "signature_wrong", N_("Chữ ký không khớp với nội dung, hoặc đã quá 5 phút.")
