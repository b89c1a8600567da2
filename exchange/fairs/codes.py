"""Words of a fair."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class FairPhase(Code):
    """Computed from the fair's times, its opening and closing rows and the clock; stored nowhere."""

    PLANNED = "planned", N_("Đang chuẩn bị")
    REGISTRATION = "registration", N_("Đang nhận đăng ký")
    LIVE = "live", N_("Đang diễn ra")
    RESULTS = "results", N_("Đang nhận kết quả")
    CLOSED = "closed", N_("Đã kết thúc")


class FairKind(Code):
    """Kinds of sessions a centre counts apart."""

    PERIODIC = "periodic", N_("Định kỳ")
    AD_HOC = "ad_hoc", N_("Đột xuất")
    ONLINE = "online", N_("Trực tuyến")
    MOBILE = "mobile", N_("Lưu động")
    FESTIVAL = "festival", N_("Ngày hội việc làm")
    THEMATIC = "thematic", N_("Chuyên đề")


class SiteRole(Code):
    """A centre's part in a fair."""

    HOST = "host", N_("Chủ trì")
    JOINING = "joining", N_("Phối hợp")


class Audience(Code):
    """To whom an announcement speaks."""

    EVERYONE = "everyone", N_("Mọi người")
    SEEKERS = "seekers", N_("Người tìm việc")
    RECRUITERS = "recruiters", N_("Nhà tuyển dụng")
    STAFF = "staff", N_("Cán bộ các điểm cầu")


class FairReason(Reason):
    """Why something cannot be done with a fair."""

    NOT_LIVE = "not_live", N_("Phiên chưa bắt đầu hoặc đã kết thúc.")
    ALREADY_OPEN = "already_open", N_("Phiên đã khai mạc.")
    ALREADY_CLOSED = "already_closed", N_("Phiên đã bế mạc.")
    TOO_EARLY = "too_early", N_("Chưa đến giờ mở đăng ký nên chưa thể khai mạc.")
    NOT_REGISTERING = "not_registering", N_("Phiên chưa mở đăng ký hoặc đã bế mạc.")
    REGISTERS_LATE = "registers_late", N_("Giờ mở đăng ký không được sau giờ khai mạc.")
    CLOSES_EARLY = "closes_early", N_("Giờ bế mạc phải sau giờ khai mạc.")
    RESULTS_EARLY = "results_early", N_("Hạn nhận kết quả không được trước giờ bế mạc.")
    IN_PAST = "in_past", N_("Thời điểm này đã qua. Anh/chị chọn thời điểm sắp tới.")
    YEAR_ODD = "year_odd", N_("Anh/chị xem lại năm đã nhập.")
    HAS_OPENED = "has_opened", N_("Phiên đã khai mạc nên không đổi giờ khai mạc được nữa.")
    OVER = "over", N_("Phiên đã kết thúc, số liệu đã chốt nên không sửa được nữa.")
    HOST_STAYS = "host_stays", N_("Trung tâm chủ trì luôn là một điểm cầu của phiên.")
    SITE_IN_USE = "site_in_use", N_("Điểm cầu này đã có gian hàng hoặc người đăng ký nên không bỏ được.")
    LINE_MISSING = "line_missing", N_("Anh/chị ghi nội dung của mục này.")
    BOOTH_IN_USE = "booth_in_use", N_("Gian hàng đã có người trực hoặc có người lấy số nên không bỏ được.")
    ON_SHOW = (
        "on_show",
        N_("Phiên đã khai mạc nên không gỡ vị trí đang tuyển. Doanh nghiệp có thể đóng vị trí khi đã đủ người."),
    )
    UNVERIFIED = "unverified", N_("Nhà tuyển dụng này chưa được xác minh. Anh/chị xem giấy tờ và xác minh trước.")
    ELSEWHERE = (
        "elsewhere",
        N_("Người này đã đăng ký dự phiên ở một điểm cầu khác. Anh/chị gọi trung tâm chủ trì để được hỗ trợ."),
    )
    BOOTHS_BUSY = (
        "booths_busy",
        N_("Còn cuộc phỏng vấn chưa ghi kết quả. Anh/chị chờ các gian hàng ghi xong rồi bế mạc."),
    )
