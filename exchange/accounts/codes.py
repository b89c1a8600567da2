"""Why a sign-in fails."""

from exchange.kernel.codes import Reason
from exchange.kernel.texts import N_


class SignInReason(Reason):
    """Sentences of the sign-in pages; none says whether an account exists."""

    WRONG = "wrong", N_("Thư điện tử hoặc mật khẩu chưa đúng. Anh/chị kiểm tra lại và thử lần nữa.")
    CODE_WRONG = "code_wrong", N_("Mã chưa đúng hoặc đã hết hạn. Anh/chị nhập lại hoặc lấy mã mới.")
    CODE_TOO_OFTEN = "code_too_often", N_("Vừa gửi mã cho số này. Anh/chị chờ một phút rồi lấy mã mới.")
    PASSWORD_SHORT = "password_short", N_("Mật khẩu cần ít nhất 10 ký tự.")
    EMAIL_TAKEN = "email_taken", N_("Thư điện tử này đã có người dùng. Anh/chị đăng nhập bằng thư điện tử đó.")
