"""Words of reports: the forms they are drawn in, what a figure rests on, parts of a text, why something cannot be."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_PERIOD = 40
LONGEST_NAME = 200  # of an agency, a place, a title, a person
LONGEST_SYMBOL = 40
LONGEST_SUBJECT = 300
LONGEST_PARAGRAPH = 4_000  # characters: about a page and a half
LONGEST_LIST = 2_000  # characters of all recipients, of all legal bases
LARGEST_TEMPLATE = 2 * 1024 * 1024  # bytes of a file


class Form(Code):
    """A form in which a report is taken away."""

    DOCX = "docx", N_("Tệp Word")
    PDF = "pdf", N_("Tệp PDF")
    XLSX = "xlsx", N_("Bảng tính Excel")
    CSV = "csv", N_("Bảng CSV")
    JSON = "json", N_("Dữ liệu JSON")


MEDIA_TYPES = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.CSV: "text/csv; charset=utf-8",
    Form.JSON: "application/json",
}


class Origin(Code):
    """Where a figure comes from."""

    COUNTED = "counted", N_("Đếm từ sổ")
    DECLARED = "declared", N_("Cơ quan khác cung cấp")


class Qualifier(Code):
    """How exact a figure is; the printed text already says so."""

    EXACT = "exact", N_("Đúng bằng")
    ABOUT = "about", N_("Khoảng")
    OVER = "over", N_("Hơn")


class Level(Code):
    """Parts of a text from large to small, as Decree 30/2020/NĐ-CP, Annex I, table V.6b names them."""

    PART = "part", N_("Phần")
    SECTION = "section", N_("Mục")
    CLAUSE = "clause", N_("Khoản")
    POINT = "point", N_("Điểm")


class ParagraphKey(Code):
    """The paragraphs of a report that people write anew each period."""

    AHEAD = "ahead", N_("Chỉ tiêu đạt và vượt tiến độ")
    BEHIND = "behind", N_("Chỉ tiêu chậm tiến độ")
    NEXT = "next", N_("Nhiệm vụ kỳ tới")


class ReportReason(Reason):
    """Why something cannot be done with a report."""

    TOO_LARGE = "too_large", N_("Tệp mẫu lớn quá 2 MB. Anh/chị bỏ hình ảnh khỏi mẫu rồi gửi lại.")
    NOT_WORD = "not_word", N_("Tệp này không phải tệp Word (.docx), hoặc đã hỏng. Anh/chị lưu lại từ Word rồi gửi.")
    OLD_WORD = (
        "old_word",
        N_("Đây là tệp Word kiểu cũ (.doc) hoặc có mật khẩu. Anh/chị lưu thành .docx không mật khẩu."),
    )
    MACROS = "macros", N_("Tệp có macro. Anh/chị lưu thành Word Document (.docx) không có macro rồi gửi lại.")
    UNKNOWN = "unknown", N_("Đoạn %(at)s: không có chỗ điền %(what)s. Anh/chị xem danh sách chỗ điền.")
    UNCLOSED = "unclosed", N_("Đoạn %(at)s: chỗ điền %(what)s chưa viết đủ hai dấu {{ và }}.")
    COMMAND = "command", N_("Đoạn %(at)s: %(what)s là lệnh, mẫu báo cáo chỉ nhận chỗ điền dạng {{ }}.")
    REVISION = "revision", N_("Đoạn %(at)s: còn sửa đổi chưa chấp nhận. Anh/chị chấp nhận hoặc bỏ hết trong Word.")
    PICTURE = "picture", N_("Đoạn %(at)s: có hình hoặc khung vẽ. Mẫu báo cáo chỉ nhận chữ và bảng.")
    MERGED = "merged", N_("Đoạn %(at)s: bảng có ô gộp hoặc bảng lồng nhau. Mẫu báo cáo chỉ nhận bảng đơn giản.")
    EMPTY = "empty", N_("Mẫu chưa có chữ nào.")
    TOO_LONG = "too_long", N_("Mẫu dài quá: tối đa 400 đoạn, 60.000 chữ cái.")
    CHANGED = "changed", N_("Người khác vừa lưu trước. Anh/chị xem bản mới nhất rồi sửa lại.")
    NUMBER_TAKEN = "number_taken", N_("Số này đã dùng cho báo cáo kỳ khác trong năm. Anh/chị xem lại sổ văn thư.")
    FONTS = (
        "fonts",
        N_("Máy chủ chưa có phông chữ báo cáo. Người quản trị cài gói fonts-liberation2 (Liberation Serif)."),
    )
    LETTER = "letter", N_("Phông chữ báo cáo không có ký tự “%(what)s”. Anh/chị bỏ hoặc thay ký tự này rồi xuất lại.")
    TOO_SLOW = "too_slow", N_("Dựng tệp lâu quá. Anh/chị thử lại sau ít phút.")
    NOT_DRAWN = "not_drawn", N_("Chưa dựng được tệp PDF: %(what)s.")
