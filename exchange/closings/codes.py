"""Words of closing a period: steps of a part, results of a recall, why a record came or went, and refusals."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_BECAUSE = 300  # characters
CHUNK = 1000  # ids in one row of records
ID_BYTES = 16
SHARE = 20  # one record in so many is drawn: 5 percent
LEAST = 20  # records of a sample, where there are as many


class Act(Code):
    """A step of a part of a report."""

    PREPARED = "prepared", N_("Lập")
    CHECKED = "checked", N_("Kiểm tra")
    APPROVED = "approved", N_("Duyệt")
    RETURNED = "returned", N_("Trả lại")


class Recalled(Code):
    """What somebody said when a record was looked up with them."""

    CONFIRMED = "confirmed", N_("Xác nhận đúng")
    NOT_CONFIRMED = "not_confirmed", N_("Không xác nhận")
    NOT_REACHED = "not_reached", N_("Chưa liên lạc được")


class Cause(Code):
    """What was written down of a record, by which it came into a figure or went out of it."""

    WRITTEN = "written", N_("Ghi")
    CORRECTED = "corrected", N_("Sửa")
    WITHDRAWN = "withdrawn", N_("Rút")
    MERGED = "merged", N_("Gộp hồ sơ trùng")
    PARTED = "parted", N_("Tách hồ sơ đã gộp")
    DECIDED = "decided", N_("Ra quyết định")
    PROVEN = "proven", N_("Ghi bằng chứng")
    CAME = "came", N_("Có mặt")
    RESULT = "result", N_("Ghi kết quả")


class ClosingReason(Reason):
    """Why an act on a report is refused."""

    NOT_OVER = "not_over", N_("Kỳ này chưa hết. Lập, duyệt và khóa sổ từ sau ngày cuối của kỳ.")
    CLOSED = "closed", N_("Kỳ này đã khóa sổ. Không ai mở lại hay khóa lại được; số thay đổi nằm ở phần điều chỉnh.")
    NOT_CLOSED = "not_closed", N_("Kỳ này chưa khóa sổ. Số liệu vẫn đang được đếm từ hồ sơ.")
    NOT_NEXT = (
        "not_next",
        N_("Bước này chưa đến lượt. Mỗi phần đi lần lượt: lập, kiểm tra, duyệt; trả lại thì lập lại từ đầu."),
    )
    LEAD = "lead", N_("Kiểm tra và trả lại là việc của trưởng phòng hoặc ban giám đốc.")
    DIRECTOR = "director", N_("Duyệt và khóa sổ là việc của ban giám đốc.")
    OWN_WORK = "own_work", N_("Anh/chị đã lập phần này nên không duyệt được. Người khác trong ban giám đốc duyệt.")
    UNCHANGED = "unchanged", N_("Phần này đã duyệt và số liệu không đổi từ lúc duyệt.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài.")
    UNAPPROVED = "unapproved", N_("Còn phần chưa duyệt. Anh/chị xem danh sách bên dưới.")
    MOVED = "moved", N_("Có số liệu thay đổi từ lúc duyệt. Anh/chị xem và duyệt lại các phần nêu bên dưới.")
    PREVIOUS = (
        "previous",
        N_("Kỳ trước còn chênh lệch chưa ghi vào sổ điều chỉnh. Anh/chị ghi sổ điều chỉnh kỳ trước rồi khóa kỳ này."),
    )
    STEPPED = "stepped", N_("Phần này vừa có người khác xử lý. Anh/chị xem lại rồi làm tiếp.")
    NOTHING = "nothing", N_("Không có chênh lệch nào cần ghi.")
    EMPTY = "empty", N_("Chỉ tiêu này không có hồ sơ nào để chọn mẫu.")
    DRAWN = "drawn", N_("Vừa có người khác chọn mẫu của chỉ tiêu này. Anh/chị xem lại.")
    ASKED = "asked", N_("Hồ sơ này vừa có người khác ghi kết quả. Anh/chị xem lại.")
    MOMENT = "moment", N_("Anh/chị chọn ngày và giờ.")
