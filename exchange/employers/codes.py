"""Words of the employers' register."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class EmployerKind(Code):
    """Kind of employer (form 02 of circular 01/2022)."""

    STATE_FIRM = "state_firm", N_("Doanh nghiệp nhà nước")
    PRIVATE_FIRM = "private_firm", N_("Doanh nghiệp ngoài nhà nước")
    FOREIGN_FIRM = "foreign_firm", N_("Doanh nghiệp có vốn đầu tư nước ngoài")
    STATE_BODY = "state_body", N_("Cơ quan, đơn vị nhà nước")
    HOUSEHOLD = "household", N_("Hộ kinh doanh")
    COOPERATIVE = "cooperative", N_("Hợp tác xã")
    PERSON = "person", N_("Cá nhân")
    NOT_STATED = "not_stated", N_("Chưa nêu")


class SizeBand(Code):
    """Number of workers (form 03 of decree 23/2021)."""

    UNDER_10 = "under_10", N_("Dưới 10 người")
    FROM_10 = "from_10", N_("10 – 50 người")
    FROM_51 = "from_51", N_("51 – 100 người")
    FROM_101 = "from_101", N_("101 – 200 người")
    FROM_201 = "from_201", N_("201 – 500 người")
    FROM_501 = "from_501", N_("501 – 1.000 người")
    FROM_1001 = "from_1001", N_("1.001 – 3.000 người")
    FROM_3001 = "from_3001", N_("3.001 – 10.000 người")
    OVER_10000 = "over_10000", N_("Trên 10.000 người")


class Verification(Code):
    """What the centre found of an employer."""

    VERIFIED = "verified", N_("Đã xác minh")
    REJECTED = "rejected", N_("Không xác minh được")


class EmployerReason(Reason):
    """Why something cannot be done with an employer."""

    TAX_CODE_WRONG = (
        "tax_code_wrong",
        N_("Mã số thuế chưa đúng. Mã gồm 10 số, hoặc 10 số kèm 3 số chi nhánh, hoặc 12 số."),
    )
    TAX_CODE_TAKEN = (
        "tax_code_taken",
        N_("Mã số thuế này đã được đăng ký. Anh/chị liên hệ trung tâm để được cấp quyền."),
    )
    NAME_MISSING = "name_missing", N_("Anh/chị ghi tên đầy đủ của nhà tuyển dụng.")
    PROVINCE_UNKNOWN = "province_unknown", N_("Anh/chị chọn tỉnh, thành phố nơi đặt trụ sở.")
    NO_CENTRE = (
        "no_centre",
        N_("Tỉnh này chưa có trung tâm trên hệ thống. Anh/chị chọn tỉnh khác hoặc gọi đường dây nóng."),
    )
    EMAIL_WRONG = "email_wrong", N_("Thư điện tử chưa đúng, ví dụ: ten@congty.vn.")
    PHONE_WRONG = "phone_wrong", N_("Số điện thoại chưa đúng, ví dụ: 0912 345 678.")
    ALREADY_RECRUITER = "already_recruiter", N_("Thư điện tử này đã là người phỏng vấn của đơn vị.")
    RECRUITS_ELSEWHERE = (
        "recruits_elsewhere",
        N_(
            "Tài khoản đang tuyển dụng cho một đơn vị khác. Đơn vị đó cần ngừng quyền trước, hoặc anh/chị dùng thư khác."
        ),
    )
    SIGN_IN_FIRST = "sign_in_first", N_("Thư điện tử này đã có tài khoản. Anh/chị đăng nhập rồi mở lại lời mời.")
    INVITATION_DEAD = "invitation_dead", N_("Lời mời đã hết hạn hoặc đã được dùng. Anh/chị xin lời mời mới.")
    DOCUMENT_NEEDED = "document_needed", N_("Anh/chị ghi giấy tờ đã xem, ví dụ: giấy chứng nhận đăng ký doanh nghiệp.")
    REJECTED = "rejected", N_("Trung tâm chưa xác minh được đơn vị này. Anh/chị liên hệ trung tâm để bổ sung giấy tờ.")
