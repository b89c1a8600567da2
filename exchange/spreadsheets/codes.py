"""Words of spreadsheets: why one cannot be read."""

from exchange.kernel.codes import Reason
from exchange.kernel.texts import N_


class FileReason(Reason):
    """Why a file cannot be read at all."""

    EMPTY = "empty", N_("Tệp này trống.")
    TOO_LARGE = "too_large", N_("Tệp lớn hơn %(what)s MB. Anh/chị chia thành nhiều tệp nhỏ hơn.")
    TOO_MANY_ROWS = "too_many_rows", N_("Tệp có hơn %(what)s dòng. Anh/chị chia thành nhiều tệp nhỏ hơn.")
    UNKNOWN_KIND = (
        "unknown_kind",
        N_("Chỉ nhận tệp .xlsx, .csv hoặc .csv.gz. Anh/chị lưu lại theo một trong các dạng đó."),
    )
    OLD_EXCEL = "old_excel", N_("Đây là tệp Excel đời cũ (.xls). Anh/chị mở bằng Excel rồi lưu lại dạng .xlsx.")
    LOCKED = "locked", N_("Tệp có mật khẩu. Anh/chị bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi gửi lại.")
    DAMAGED = "damaged", N_("Tệp bị hỏng, không đọc được. Anh/chị mở bằng Excel rồi lưu lại.")
    BOMB = "bomb", N_("Tệp này khi giải nén thì lớn bất thường, nên không được mở.")
    NO_HEADER = (
        "no_header",
        N_("Không thấy dòng tiêu đề cột. Dòng đầu của bảng cần có tên cột, ví dụ “Họ và tên”, “Năm sinh”."),
    )
    HEADER_TWICE = "header_twice", N_("Hai cột cùng tên “%(what)s”. Anh/chị đổi tên một cột rồi gửi lại.")
    NO_ROWS = "no_rows", N_("Dưới dòng tiêu đề không có dòng nào.")
    MERGED = "merged", N_("Có ô gộp (%(what)s) trong bảng. Anh/chị bỏ gộp ô rồi điền đủ từng ô.")
    ENCODING = "encoding", N_("Không nhận ra bảng mã chữ của tệp. Anh/chị lưu lại dạng “CSV UTF-8” hoặc .xlsx.")
    TCVN3 = (
        "tcvn3",
        N_(
            "Chữ theo bảng mã cũ TCVN3 (phông .VnTime). Anh/chị chuyển sang Unicode, ví dụ bằng công cụ của UniKey (Ctrl+Shift+F6), rồi gửi lại."
        ),
    )
    VNI = (
        "vni",
        N_(
            "Chữ theo bảng mã cũ VNI (phông VNI-Times). Anh/chị chuyển sang Unicode, ví dụ bằng công cụ của UniKey (Ctrl+Shift+F6), rồi gửi lại."
        ),
    )
    LONG_CELL = "long_cell", N_("Ô %(what)s dài quá 200.000 ký tự, nên tệp không được đọc.")
    QUOTES = "quotes", N_("Dấu ngoặc kép trong tệp không đóng: dòng %(what)s. Anh/chị lưu lại tệp bằng Excel.")
