"""Words of documents."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_

LARGEST = 10 * 1024 * 1024  # bytes


class MediaType(Code):
    """What a scan may be, told by its bytes and never by its name."""

    PDF = "application/pdf", N_("PDF")
    JPEG = "image/jpeg", N_("Ảnh JPEG")
    PNG = "image/png", N_("Ảnh PNG")


class DocumentReason(Reason):
    """Why a scan is not taken."""

    EMPTY = "empty", N_("Tệp này rỗng. Anh/chị chọn lại tệp.")
    TOO_LARGE = "too_large", N_("Tệp quá lớn, tối đa 10 MB. Anh/chị chụp hoặc quét lại với độ nét thấp hơn.")
    WRONG_TYPE = "wrong_type", N_("Chỉ nhận tệp PDF hoặc ảnh JPEG, PNG. Tệp này thuộc loại khác, dù tên tệp thế nào.")
    INFECTED = "infected", N_("Phần mềm diệt vi-rút báo tệp này nguy hiểm nên không nhận. Anh/chị quét lại giấy gốc.")
    NOT_CHECKED = (
        "not_checked",
        N_("Chưa kiểm tra được vi-rút nên chưa nhận tệp. Anh/chị thử lại sau ít phút hoặc báo người quản trị."),
    )
    NOT_KEPT = "not_kept", N_("Kho lưu tệp chưa nhận được tệp này. Anh/chị thử lại sau ít phút.")
    LOST = "lost", N_("Kho lưu tệp chưa đưa ra được tệp này. Anh/chị báo người quản trị.")
