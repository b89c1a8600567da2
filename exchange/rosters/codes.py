"""Words of lists of people: what is wrong with a line, and what becomes of it."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

MOST_LINES = 1_000  # of one list: as many as one looks through before confirming
HEADER_WITHIN = 20  # rows: a paper begins with the names of offices


class Match(Code):
    """Whether a line names somebody of the register."""

    SURE = "sure", N_("Khớp một hồ sơ")
    CHOOSE = "choose", N_("Cần chọn")
    NEW = "new", N_("Chưa có hồ sơ")
    LISTED = "listed", N_("Đã có trong danh sách")
    REPEATED = "repeated", N_("Trùng dòng trên")
    FAULTY = "faulty", N_("Chưa đọc được")


class LineReason(Reason):
    """Why a line, or a list as a whole, cannot be taken."""

    NO_NAME = "no_name", N_("Thiếu họ và tên.")
    LONG_NAME = "long_name", N_("Họ và tên dài quá 120 ký tự.")
    NO_YEAR = "no_year", N_("Thiếu năm sinh, hoặc năm sinh chưa đúng. Ví dụ 2001 hoặc 15/08/2001.")
    YEAR = "year", N_("Năm sinh chưa hợp lý: người đăng ký phải từ đủ 15 tuổi.")
    PHONE = "phone", N_("Số điện thoại chưa đúng. Không có thì để trống.")
    LONG_TEXT = "long_text", N_("Có cột dài quá: xã, phường tối đa 80 ký tự, đơn vị 120, số quyết định 60.")
    DAY = "day", N_("Ngày chưa đúng. Ví dụ 27/01/2026.")
    FORMULA = "formula", N_("Có ô là công thức chưa có kết quả. Anh/chị ghi giá trị thay vào.")
    MERGED = "merged", N_("Có ô gộp qua nhiều dòng. Anh/chị ghi nội dung của dòng này thay vào chữ “(ô gộp)”.")
    NOTHING = "nothing", N_("Danh sách chưa có dòng nào.")
    MANY = "many", N_("Mỗi lần tối đa 1.000 dòng. Anh/chị chia danh sách.")
    NO_COLUMNS = "no_columns", N_("Tệp cần có dòng tiêu đề với cột “Họ và tên” và cột “Năm sinh”.")
    CHOOSE = "choose", N_("Anh/chị chọn một hồ sơ, lập hồ sơ mới hoặc bỏ qua.")
    FAULTS = "faults", N_("Có dòng chưa đọc được. Anh/chị sửa, hoặc chọn bỏ các dòng ấy.")
    CHANGED = "changed", N_("Sổ đăng ký vừa thay đổi. Anh/chị xem lại các dòng được đánh dấu.")
    DISCHARGE = "discharge", N_("Ngày xuất ngũ phải sau ngày nhập ngũ và không ở tương lai.")
