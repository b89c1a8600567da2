"""Words of periods."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_LABEL = 80  # characters


class PeriodKind(Code):
    """How long a period is. `YEAR` is what plans are made for."""

    MONTH = "month", N_("Tháng")
    QUARTER = "quarter", N_("Quý")
    HALF = "half", N_("Nửa năm")
    NINE_MONTHS = "nine_months", N_("9 tháng")
    YEAR = "year", N_("Năm")
    OTHER = "other", N_("Khác")


class Calendar(Code):
    """How a year is cut (decree 09/2019 closes a month on the 14th; insurance and the armed forces count calendar months)."""

    ADMINISTRATIVE = "administrative", N_("Kỳ báo cáo hành chính (từ ngày 15 tháng trước đến ngày 14)")
    CIVIL = "civil", N_("Kỳ theo tháng dương lịch")


class PeriodReason(Reason):
    """Why a period cannot be made."""

    BACKWARDS = "backwards", N_("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
    OVERLAPS = "overlaps", N_("Kỳ này chồng lên một kỳ khác cùng loại đã lập. Anh/chị xem lại ngày đầu và ngày cuối.")
    CODE_TAKEN = "code_taken", N_("Mã này đã dùng cho một kỳ khác.")
    CODE_SHAPE = "code_shape", N_("Mã kỳ gồm 3 đến 16 chữ cái không dấu, chữ số hoặc gạch nối, ví dụ 2021-TET.")
    LABEL = "label", N_("Anh/chị ghi tên kỳ, tối đa 80 ký tự.")
    TOO_LONG = "too_long", N_("Một kỳ dài nhất là một năm.")
    YEAR = "year", N_("Năm này quá xa. Anh/chị xem lại.")
    COMPARES = "compares", N_("Kỳ so sánh phải kết thúc trước kỳ này.")
