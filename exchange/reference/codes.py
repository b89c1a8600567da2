"""Words of the reference lists the program branches on."""

from exchange.kernel.codes import Code
from exchange.kernel.texts import N_


class ProvinceKind(Code):
    """What a province is called in front of its name."""

    CITY = "city", N_("Thành phố")
    PROVINCE = "province", N_("Tỉnh")


class Qualification(Code):
    """Trình độ chuyên môn kỹ thuật, lowest to highest."""

    NONE = "none", N_("Chưa qua đào tạo")
    SKILLED_NO_CERTIFICATE = "skilled_no_certificate", N_("Công nhân kỹ thuật không có bằng")
    SHORT_CERTIFICATE = "short_certificate", N_("Chứng chỉ dưới 3 tháng")
    ELEMENTARY = "elementary", N_("Sơ cấp")
    INTERMEDIATE = "intermediate", N_("Trung cấp")
    COLLEGE = "college", N_("Cao đẳng")
    UNIVERSITY = "university", N_("Đại học")
    MASTER = "master", N_("Thạc sĩ")
    DOCTOR = "doctor", N_("Tiến sĩ")
