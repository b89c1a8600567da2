"""Words of group talks: how somebody came onto the list, how sure a declared number is, why something cannot be."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_TITLE = 160  # characters
LONGEST_PLACE = 80
LONGEST_PLACES = 300  # of a declared number that speaks of several
LONGEST_SOURCE = 300
MOST_PLACES = 20
MOST_HEADS = 99_999  # whoever declares more has one digit too many
MOST_WALK_INS = 3_000  # of one talk


class Qualifier(Code):
    """How sure a declared number is."""

    EXACT = "exact", N_("Đúng")
    ABOUT = "about", N_("Khoảng")
    OVER = "over", N_("Hơn")


class AttendedBy(Code):
    """How somebody came onto the list of a talk."""

    DESK = "desk", N_("Cán bộ thêm")
    LIST = "list", N_("Từ danh sách")
    CHECK_IN = "check_in", N_("Tự điểm danh")
    CHECK_IN_MATCHED = "check_in_matched", N_("Điểm danh, cán bộ khớp hồ sơ")


class GroupReason(Reason):
    """Why something cannot be done with a group talk."""

    FUTURE = "future", N_("Ngày của buổi tư vấn chưa đến.")
    TOO_OLD = "too_old", N_("Ngày này quá xa trong quá khứ. Anh/chị xem lại năm.")
    PROVINCE = "province", N_("Anh/chị chọn tỉnh theo danh sách của ngày tư vấn.")
    NO_TOPIC = "no_topic", N_("Anh/chị chọn ít nhất một nội dung tư vấn.")
    MANY_PLACES = "many_places", N_("Tối đa 20 nơi. Nhiều hơn thì anh/chị tách thành nhiều buổi.")
    LONG_PLACE = "long_place", N_("Tên một nơi dài quá 80 ký tự. Các nơi cách nhau bằng dấu phẩy.")
    HOLDER = "holder", N_("Anh/chị chọn người phụ trách trong danh sách cán bộ của trung tâm.")
    KEY_USED = (
        "key_used",
        N_("Buổi này đã lưu rồi, với nội dung khác. Muốn sửa, anh/chị mở buổi đã lưu trong danh sách."),
    )
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    WITHDRAWN = "withdrawn", N_("Buổi tư vấn này đã được rút.")
    CHANGED = "changed", N_("Buổi này vừa được người khác sửa. Anh/chị xem lại rồi sửa tiếp.")
    PAST_CHECK_IN = "past_check_in", N_("Chỉ mở điểm danh trong ngày diễn ra buổi tư vấn.")
    CHECK_IN_CLOSED = "check_in_closed", N_("Điểm danh của buổi này đã đóng. Anh/chị báo cán bộ tại buổi tư vấn.")
    TALK_FULL = "talk_full", N_("Danh sách chờ của buổi này đã đầy. Anh/chị báo cán bộ tại buổi tư vấn.")
    BORN_LATER = "born_later", N_("Ngày tư vấn trước năm sinh của người này.")
    PROVINCES_CONSENT = (
        "provinces_consent",
        N_("Hồ sơ này do trung tâm khác giữ, và người này chưa đồng ý cho các trung tâm khác dùng thông tin."),
    )
    HEADS_WITHDRAWN = "heads_withdrawn", N_("Số khai này đã được rút.")
    SETTLED = "settled", N_("Người này đã được xử lý.")
    CHOOSE = "choose", N_("Anh/chị chọn một hồ sơ, lập hồ sơ mới hoặc bỏ qua.")
