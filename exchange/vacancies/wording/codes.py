"""What wording is found, why it matters, and where the law says so."""

from typing import Final

from msgspec import Struct

from exchange.kernel.codes import Code
from exchange.kernel.texts import N_


class Wording(Code):
    """Kinds of wording a centre must look at before it publishes.

    The grounds of discrimination are those of the Labour Code 2019 (45/2019/QH14), article 3(8), forbidden by article
    8(1); "ưu tiên" (preference) counts as well as exclusion, unless it is inherent to the work or protects the
    vulnerable. Payments and papers: articles 11(2) and 17. The rest is what cheats write.
    """

    SEX = "sex", N_("Phân biệt giới tính")
    AGE = "age", N_("Giới hạn tuổi")
    MARRIAGE = "marriage", N_("Tình trạng hôn nhân, gia đình")
    MATERNITY = "maternity", N_("Thai sản, con nhỏ")
    LOOKS = "looks", N_("Ngoại hình")
    REGION = "region", N_("Quê quán, vùng miền")
    RELIGION = "religion", N_("Tôn giáo, chính kiến")
    ETHNICITY = "ethnicity", N_("Dân tộc")
    HEALTH = "health", N_("Khuyết tật, bệnh tật, HIV")
    PAYMENT = "payment", N_("Thu tiền, đặt cọc của người lao động")
    TRANSFER = "transfer", N_("Chuyển tiền trước, mượn tài khoản")
    PAPERS = "papers", N_("Giữ giấy tờ gốc")
    EASY_MONEY = "easy_money", N_("Việc nhẹ lương cao")
    MESSENGER = "messenger", N_("Tuyển qua nhóm chat, cộng tác viên online")
    ABROAD = "abroad", N_("Đưa đi làm việc ở nơi nguy hiểm")
    PYRAMID = "pyramid", N_("Kinh doanh đa cấp")


class Explained(Struct, frozen=True):
    """What to tell the employer, and the source."""

    why: str
    law: str
    scam: bool = False


_DISCRIMINATION: Final = N_("Bộ luật Lao động 2019, Điều 3 khoản 8 và Điều 8 khoản 1")
_COSTS: Final = N_("Bộ luật Lao động 2019, Điều 11 khoản 2 và Điều 17")
_WARNING: Final = N_("Dấu hiệu lừa đảo thường gặp; trung tâm cần xác minh trước khi đăng")

EXPLAINED: Final[dict[Wording, Explained]] = {
    Wording.SEX: Explained(
        N_("Không được chỉ tuyển hoặc ưu tiên một giới, trừ khi tính chất công việc bắt buộc."),
        N_("Bộ luật Lao động 2019, Điều 3 khoản 8 và Điều 8 khoản 1; Luật Bình đẳng giới 2006, Điều 13"),
    ),
    Wording.AGE: Explained(
        N_("Không được giới hạn tuổi, trừ tuổi tối thiểu mà pháp luật quy định cho công việc."), _DISCRIMINATION
    ),
    Wording.MARRIAGE: Explained(N_("Không được lựa chọn theo tình trạng hôn nhân hoặc gia đình."), _DISCRIMINATION),
    Wording.MATERNITY: Explained(N_("Không được đặt điều kiện về việc mang thai hoặc sinh con."), _DISCRIMINATION),
    Wording.LOOKS: Explained(
        N_("Ngoại hình, chiều cao không phải tiêu chuẩn nghề nghiệp, trừ khi công việc thật sự đòi hỏi."),
        _DISCRIMINATION,
    ),
    Wording.REGION: Explained(
        N_("Không được loại trừ hoặc ưu tiên theo quê quán, hộ khẩu, giọng nói."), _DISCRIMINATION
    ),
    Wording.RELIGION: Explained(N_("Không được hỏi hoặc lựa chọn theo tôn giáo, chính kiến."), _DISCRIMINATION),
    Wording.ETHNICITY: Explained(N_("Không được loại trừ hoặc ưu tiên theo dân tộc."), _DISCRIMINATION),
    Wording.HEALTH: Explained(
        N_("Không được từ chối vì khuyết tật hoặc nhiễm HIV; chỉ được nêu yêu cầu sức khỏe mà công việc cần."),
        N_(
            "Bộ luật Lao động 2019, Điều 3 khoản 8; Luật Người khuyết tật 2010, Điều 33; Luật Phòng, chống HIV/AIDS 2006"
        ),
    ),
    Wording.PAYMENT: Explained(
        N_("Người lao động không phải trả tiền hay đặt cọc để được tuyển dụng."), _COSTS, scam=True
    ),
    Wording.TRANSFER: Explained(
        N_("Không ai được yêu cầu người lao động chuyển tiền, đưa mã OTP hoặc cho mượn tài khoản."), _WARNING, scam=True
    ),
    Wording.PAPERS: Explained(
        N_("Không được giữ bản chính giấy tờ tùy thân, văn bằng, chứng chỉ của người lao động."), _COSTS, scam=True
    ),
    Wording.EASY_MONEY: Explained(N_("Lời hứa việc nhẹ, lương cao không đúng thực tế."), _WARNING, scam=True),
    Wording.MESSENGER: Explained(
        N_("Việc nhận qua nhóm chat, làm nhiệm vụ hoặc chốt đơn online thường là lừa đảo."), _WARNING, scam=True
    ),
    Wording.ABROAD: Explained(
        N_("Tuyển đi nước ngoài phải có giấy phép; cần xác minh nơi làm việc và hợp đồng."),
        N_("Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng 2020, Điều 7"),
        scam=True,
    ),
    Wording.PYRAMID: Explained(N_("Không dùng tin tuyển dụng để lôi kéo vào mạng lưới đa cấp."), _WARNING, scam=True),
}
