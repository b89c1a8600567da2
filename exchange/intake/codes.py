"""Words of taking in registers."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

MOST_ROWS = 100_000
LARGEST_FILE = 32 * 1024 * 1024  # bytes as sent
KEPT_DAYS = 30  # the rows of a file, sealed; then only what was taken stays


class Register(Code):
    """What the rows of a file are."""

    PEOPLE = "people", N_("Hồ sơ người lao động")
    CONSULTATIONS = "consultations", N_("Lượt tư vấn")
    CLAIMS = "claims", N_("Hồ sơ trợ cấp thất nghiệp")


class Work(Code):
    """What is being done with an import, a few rows at a time."""

    CHECKING = "checking", N_("Đang xem trước")
    TAKING = "taking", N_("Đang nhập")
    UNDOING = "undoing", N_("Đang hoàn tác")


class Stage(Code):
    """Where an import stands; computed from its times, never stored."""

    MAPPING = "mapping", N_("Chờ ghép cột")
    CHECKING = "checking", N_("Đang xem trước")
    CHECKED = "checked", N_("Đã xem trước, chưa nhập")
    TAKING = "taking", N_("Đang nhập")
    STOPPED = "stopped", N_("Dừng giữa chừng")
    TAKEN = "taken", N_("Đã nhập")
    UNDOING = "undoing", N_("Đang hoàn tác")
    UNDONE = "undone", N_("Đã hoàn tác")


class Verdict(Code):
    """What becomes of a row. Only the first two are taken, and of those in doubt what staff say."""

    NEW = "new", N_("Sẽ nhập")
    DOUBTED = "doubted", N_("Sẽ nhập, cần xem lại")
    LIKELY = "likely", N_("Có thể trùng người: chờ anh/chị chọn")
    KNOWN = "known", N_("Đã có, không nhập lại")
    REFUSED = "refused", N_("Không nhập được")


class Choice(Code):
    """What to do with a row whose person very probably has a file."""

    SKIP = "skip", N_("Bỏ qua dòng này")
    LINK = "link", N_("Gắn vào hồ sơ có sẵn")
    CREATE = "create", N_("Lập hồ sơ mới")


class DayOrder(Code):
    """How days are written in a file, where a cell is no date of its own."""

    DAY_FIRST = "day_first", N_("ngày/tháng/năm (31/12/2025)")
    MONTH_FIRST = "month_first", N_("tháng/ngày/năm (12/31/2025)")


class Gone(Code):
    """What became of a row when its import was undone."""

    WITHDRAWN = "withdrawn", N_("Đã rút")
    REMOVED = "removed", N_("Đã xóa hồ sơ")
    EMPTIED = "emptied", N_("Đã rút và xóa thông tin cá nhân")
    FILE_KEPT = "file_kept", N_("Đã rút; giữ hồ sơ người này, vì sau khi nhập đã có việc khác được ghi")
    KEPT = "kept", N_("Giữ lại, vì sau khi nhập đã có việc khác được ghi")


class RowReason(Reason):
    """Why a row is not taken, or what is to be looked at."""

    FORMULA = "formula", N_("Ô %(what)s là công thức chưa có kết quả. Anh/chị dán lại thành giá trị rồi gửi lại.")
    MISSING = "missing", N_("Ô này trống.")
    NO_DAY = "no_day", N_("Ngày chưa đúng, ví dụ 05/12/2025.")
    DAY_NEEDED = "day_needed", N_("Cần cả ngày, tháng và năm.")
    NO_SEX = "no_sex", N_("Giới tính ghi “Nam” hoặc “Nữ”.")
    NO_PROVINCE = "no_province", N_("Không có tỉnh, thành phố nào tên như vậy.")
    NO_WORD = "no_word", N_("Không rõ nội dung này thuộc mục nào.")
    NO_NUMBER = "no_number", N_("Cần một con số.")
    NO_CLAIM_NUMBER = "no_claim_number", N_("Số hồ sơ có dạng số/năm, ví dụ 12/2025.")
    NOTE_LONG = "note_long", N_("Ghi chú dài quá 4.000 ký tự.")
    MANY_CELLS = "many_cells", N_("Dòng này có nhiều ô hơn dòng tiêu đề.")
    OTHER_CENTRE = "other_centre", N_("Người này do trung tâm khác giữ hồ sơ.")
    ROW_TWICE = "row_twice", N_("Trùng với dòng %(what)s của tệp.")
    FILE_KNOWN = "file_known", N_("Người này đã có hồ sơ.")
    OTHER_NAME = (
        "other_name",
        N_("Số căn cước này mang tên khác trong hồ sơ hoặc ở dòng trước. Anh/chị xem có ghi nhầm số không."),
    )
    LIKELY_FILE = "likely_file", N_("Rất có thể đã có hồ sơ: cùng họ tên, năm sinh hoặc số điện thoại.")
    LIKELY_ROW = "likely_row", N_("Rất có thể cùng người với dòng %(what)s: cùng họ tên và năm sinh.")
    LIKELY_ELSEWHERE = "likely_elsewhere", N_("Một trung tâm khác giữ hồ sơ rất giống người này.")
    DAY_KNOWN = "day_known", N_("Người này đã có lượt tư vấn trong ngày đó.")
    NUMBER_TWICE = "number_twice", N_("Số hồ sơ này có ở nhiều dòng của tệp.")
    CLAIM_KNOWN = "claim_known", N_("Số hồ sơ này đã có tại trung tâm.")
    ZERO_ADDED = "zero_added", N_("Bảng tính đã bỏ số 0 ở đầu; số 0 được thêm lại.")
    COUNSELLOR_UNKNOWN = (
        "counsellor_unknown",
        N_("Không có người tư vấn tên này tại trung tâm; ghi theo người được chọn."),
    )
    TOPIC_IN_NOTE = "topic_in_note", N_("Nội dung không thuộc mục nào; ghi là “Khác”, nguyên văn ở ghi chú.")
    PHONE_LEFT = "phone_left", N_("Số điện thoại chưa đúng, nên để trống.")


class IntakeReason(Reason):
    """Why something cannot be done with an import."""

    NOT_CHECKED = "not_checked", N_("Anh/chị xem trước rồi mới nhập.")
    BUSY = "busy", N_("Việc trước của tệp này đang chạy. Anh/chị đợi hoặc dừng lại trước.")
    NOTHING_TO_TAKE = "nothing_to_take", N_("Không có dòng nào nhập được.")
    TAKEN_ALREADY = "taken_already", N_("Tệp này đã nhập. Muốn làm lại, anh/chị hoàn tác rồi gửi tệp lần nữa.")
    NOTHING_TO_UNDO = "nothing_to_undo", N_("Chưa có gì được nhập, nên không có gì để hoàn tác.")
    WITHOUT_WORDS = "without_words", N_("Anh/chị ghi lý do.")
    COLUMN_TWICE = "column_twice", N_("Hai mục cùng lấy một cột.")
    COLUMN_NEEDED = "column_needed", N_("Mục này cần một cột của tệp.")
    DEFAULT_NEEDED = "default_needed", N_("Anh/chị chọn một cột, hoặc một giá trị cho mọi dòng.")
    ROWS_GONE = "rows_gone", N_("Các dòng của tệp đã được xóa sau 30 ngày. Anh/chị gửi tệp lại.")
