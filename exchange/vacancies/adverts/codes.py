"""What can be doubtful in an advertisement, and why one is refused."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class Doubt(Code):
    """A row is taken with these warnings; the label is the sentence in the report."""

    WAGE_UNREADABLE = "wage_unreadable", N_("Không đọc được mức lương; ghi là chưa nêu.")
    WAGE_IMPLAUSIBLE = "wage_implausible", N_("Mức lương quá cao hoặc quá thấp để tin được; ghi là chưa nêu.")
    WAGE_LOW_DROPPED = "wage_low_dropped", N_("Mức thấp không khớp với mức cao, có thể gõ nhầm; chỉ giữ mức cao.")
    WAGE_SWAPPED = "wage_swapped", N_("Mức thấp lớn hơn mức cao; đã đổi chỗ.")
    WAGE_DOLLARS_ASSUMED = "wage_dollars_assumed", N_("Không ghi USD nhưng con số là đô la Mỹ.")
    WAGE_THOUSANDS_ASSUMED = "wage_thousands_assumed", N_("Con số được hiểu là nghìn đồng.")
    WAGE_MILLIONS_ASSUMED = "wage_millions_assumed", N_("Con số không ghi đơn vị, được hiểu là triệu đồng.")
    WAGE_DEPENDS = "wage_depends", N_("Thu nhập phụ thuộc doanh số hoặc KPI; lấy lương cứng nếu có ghi.")
    PLACE_MISSING = "place_missing", N_("Không ghi nơi làm việc.")
    PLACE_UNKNOWN = "place_unknown", N_("Có địa danh không rõ thuộc tỉnh nào.")
    PLACE_REGION = "place_region", N_("Chỉ ghi vùng, không ghi tỉnh.")
    PLACE_MORE = "place_more", N_("Còn nơi làm việc khác không ghi tên.")
    PLACE_GUESSED = "place_guessed", N_("Tên tỉnh gõ sai, đã hiểu theo tên gần nhất.")
    DATE_UNREADABLE = "date_unreadable", N_("Không đọc được hạn nộp hồ sơ.")
    DATE_IMPOSSIBLE = "date_impossible", N_("Hạn nộp hồ sơ không phải ngày có thật hoặc quá xa.")
    DATE_FROM_DAYS_LEFT = "date_from_days_left", N_("Hạn nộp tính từ số ngày còn lại, có thể lệch vài ngày.")
    TITLE_CUT = "title_cut", N_("Tên vị trí bị cắt cụt.")
    TITLE_PAY = "title_pay", N_("Tên vị trí có kèm mức lương.")
    TITLE_SLOGAN = "title_slogan", N_("Tên vị trí có kèm lời mời chào.")
    TITLE_UPPER = "title_upper", N_("Tên vị trí viết hoa toàn bộ; đã đổi sang chữ thường.")
    TITLE_LONG = "title_long", N_("Tên vị trí quá dài; đã rút gọn.")
    FIRM_CONFIDENTIAL = "firm_confidential", N_("Nhà tuyển dụng giấu tên.")
    FIRM_MISSING = "firm_missing", N_("Không ghi tên nhà tuyển dụng.")
    EXPERIENCE_UNREADABLE = "experience_unreadable", N_("Không đọc được yêu cầu kinh nghiệm.")
    EDUCATION_UNREADABLE = "education_unreadable", N_("Không đọc được yêu cầu trình độ.")
    HEADCOUNT_UNREADABLE = "headcount_unreadable", N_("Không đọc được số lượng cần tuyển; ghi là 1.")
    TEXT_CUT = "text_cut", N_("Mô tả quá dài; đã cắt bớt.")


class RowReason(Reason):
    """Why a row is not taken."""

    NO_TITLE = "no_title", N_("Không có tên vị trí.")
    BROKEN = "broken", N_("Dòng hỏng: số cột không khớp với dòng tiêu đề.")
    TOO_LARGE = "too_large", N_("Dòng quá lớn.")
    REPEATED = "repeated", N_("Dòng này lặp lại một dòng trước trong tệp.")


class FileReason(Reason):
    """Why a whole file is not read."""

    UNKNOWN_KIND = "unknown_kind", N_("Chỉ nhận tệp CSV, CSV nén gzip (.csv.gz) hoặc Excel (.xlsx).")
    EMPTY = "empty", N_("Tệp không có dòng nào.")
    NO_TITLE_COLUMN = "no_title_column", N_("Không thấy cột tên vị trí. Dòng đầu của tệp phải là tên các cột.")
    NOT_UTF8 = "not_utf8", N_("Tệp không ở bảng mã UTF-8. Anh/chị lưu lại tệp theo UTF-8.")
    TOO_LARGE = "too_large", N_("Tệp quá lớn.")
    TOO_MANY_ROWS = "too_many_rows", N_("Tệp có quá nhiều dòng.")
    BOMB = "bomb", N_("Tệp nén bung ra quá lớn so với kích thước, không thể nhận.")
    DAMAGED = "damaged", N_("Tệp hỏng, không mở được.")
