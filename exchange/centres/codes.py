"""What a person does at a centre."""

from exchange.kernel.codes import Code
from exchange.kernel.texts import N_


class Role(Code):
    """Roles of staff; a higher role may do what the lower may."""

    COUNSELLOR = "counsellor", N_("Tư vấn viên")
    MANAGER = "manager", N_("Trưởng phòng")
    DIRECTOR = "director", N_("Ban giám đốc")
