"""The six questions as pages ask them, one at a time: what may be answered, in which words consent is asked."""

from exchange.kernel.texts import N_
from exchange.seekers.codes import Purpose
from exchange.seekers.rules import NEEDED, why_not_born, why_not_consent

HINTS = {
    Purpose.MATCHING: N_("Không có mục này, trung tâm không thể giúp anh/chị tìm việc."),
    Purpose.EMPLOYERS: N_("Nhà tuyển dụng khác không xem được."),
    Purpose.PROVINCES: N_("Ví dụ khi anh/chị gặp doanh nghiệp của tỉnh khác."),
    Purpose.MESSAGES: N_("Không nhắn sau 21 giờ; anh/chị từ chối lúc nào cũng được."),
}
ASKED = tuple(HINTS)  # what a fair asks; the counter asks for more (`counter`)
# Offered while one types; anything else may be written.
JOBS = (
    N_("Công nhân may"),
    N_("Công nhân điện tử"),
    N_("Công nhân chế biến thủy sản"),
    N_("Công nhân kho"),
    N_("Lao động phổ thông"),
    N_("Bảo vệ"),
    N_("Tạp vụ"),
    N_("Phụ bếp"),
    N_("Phục vụ bàn"),
    N_("Bán hàng"),
    N_("Thu ngân"),
    N_("Kế toán"),
    N_("Nhân viên văn phòng"),
    N_("Lái xe tải"),
    N_("Giao hàng"),
    N_("Thợ hàn"),
    N_("Thợ điện"),
    N_("Thợ mộc"),
    N_("Cơ khí"),
    N_("Kỹ thuật nuôi trồng thủy sản"),
    N_("Giúp việc nhà"),
    N_("Chăm sóc người già"),
)

__all__ = ["ASKED", "HINTS", "JOBS", "NEEDED", "why_not_born", "why_not_consent"]
