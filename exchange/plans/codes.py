"""Words of plans and comparison."""

import msgspec

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LONGEST_DOCUMENT = 200  # characters
MOST_DECIMALS = 2


class Rounding(Code):
    """How a percentage is cut. Reports of departments truncate: 15.384 of 23.000 prints 66,88%."""

    TRUNCATE = "truncate", N_("Cắt bỏ phần dư")
    HALF_UP = "half_up", N_("Làm tròn nửa lên")


class Comparison(Code):
    """How a figure is set against the same period of last year."""

    ABSOLUTE = "absolute", N_("Tăng, giảm bao nhiêu")
    PERCENT = "percent", N_("Tăng, giảm bao nhiêu phần trăm")
    INDEX = "index", N_("Bằng bao nhiêu phần trăm cùng kỳ")


class Style(msgspec.Struct, frozen=True):
    """How a report writes percentages. By default as departments do: two decimals, the rest cut off."""

    rounding: Rounding = Rounding.TRUNCATE
    decimals: int = MOST_DECIMALS
    comparison: Comparison = Comparison.PERCENT


class PlanReason(Reason):
    """Why a plan is not taken."""

    ZERO = "zero", N_("Kế hoạch phải là số từ 1 trở lên. Không giao kế hoạch thì anh/chị để trống ô này.")
    TOO_BIG = "too_big", N_("Số này lớn quá mức có thể. Anh/chị xem lại.")
    UNKNOWN = "unknown", N_("Không có chỉ tiêu mang mã này.")
    YEAR = "year", N_("Năm này quá xa. Anh/chị xem lại.")
    NO_DOCUMENT = "no_document", N_("Anh/chị ghi văn bản giao kế hoạch: số, ngày.")
    WITHOUT_WORDS = "without_words", N_("Kế hoạch đã giao từ trước: anh/chị ghi lý do thay đổi.")
    TOO_LONG = "too_long", N_("Nội dung ô này quá dài.")
    WRONG_UNIT = "wrong_unit", N_("Đơn vị tính không đúng với chỉ tiêu này. Anh/chị xem lại số liệu và đơn vị tính.")
    TWICE = "twice", N_("Chỉ tiêu này có hai dòng trong tệp.")
