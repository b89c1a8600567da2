"""The fields of each register: what a column of a file can be, and what may be said for all rows instead."""

from typing import Final, NamedTuple

from exchange.intake.codes import Register
from exchange.kernel.texts import N_


class Field(NamedTuple):
    """One field. `needed`: a column or, where `default` allows it, one value for all rows.

    `default`: how a value for all rows is asked: "text", a list's name (`choices`), or not at all.
    """

    name: str
    label: str
    needed: bool = False
    default: str = ""


_PERSON: Final = (
    Field("name", N_("Họ và tên"), needed=True),
    Field("born", N_("Ngày sinh hoặc năm sinh"), needed=True),
    Field("sex", N_("Giới tính")),
    Field("citizen_id", N_("Số căn cước công dân")),
    Field("insurance", N_("Số bảo hiểm xã hội")),
    Field("phone", N_("Số điện thoại")),
    Field("address", N_("Địa chỉ (cả xã, tỉnh)")),
    Field("street", N_("Số nhà, đường, ấp")),
    Field("commune", N_("Xã, phường")),
    Field("province", N_("Tỉnh, thành phố"), default="provinces"),
)
_CONSULTATION: Final = (
    Field("on_day", N_("Ngày tư vấn"), needed=True),
    Field("topics", N_("Nội dung tư vấn"), needed=True, default="topics"),
    Field("note", N_("Ghi chú")),
    Field("result", N_("Kết quả"), default="results"),
    Field("next_on", N_("Ngày hẹn")),
    Field("client_kind", N_("Đối tượng"), needed=True, default="kinds"),
    Field("way", N_("Cách tư vấn"), needed=True, default="ways"),
    Field("minutes", N_("Số phút"), default="text"),
    Field("counsellor", N_("Người tư vấn"), default="counsellors"),
)
_CLAIM: Final = (
    Field("number", N_("Số hồ sơ")),
    Field("received_on", N_("Ngày tiếp nhận"), needed=True),
    Field("contract_ended_on", N_("Ngày chấm dứt hợp đồng"), needed=True),
    Field("other_province", N_("Tỉnh nơi đến")),
    Field("decision", N_("Số quyết định")),
    Field("decided_on", N_("Ngày quyết định")),
    Field("verdict", N_("Kết quả quyết định")),
    Field("months", N_("Số tháng hưởng")),
    Field("monthly", N_("Mức hưởng hằng tháng")),
    Field("from_on", N_("Hưởng từ ngày")),
    Field("refusal", N_("Lý do không hưởng")),
    Field("ended_on", N_("Ngày chấm dứt hưởng")),
    Field("ground", N_("Căn cứ chấm dứt")),
)
_WISH: Final = (
    Field("wish", N_("Công việc mong muốn"), needed=True, default="text"),
    Field("email", N_("Thư điện tử")),
)
FIELDS: Final[dict[Register, tuple[Field, ...]]] = {
    Register.PEOPLE: (*_PERSON, *_WISH),
    Register.CONSULTATIONS: (*_PERSON, *_CONSULTATION, *_WISH),
    Register.CLAIMS: (*_PERSON, *_CLAIM, *_WISH),
}
DAYS: Final = ("born", "on_day", "next_on", "received_on", "contract_ended_on", "decided_on", "from_on", "ended_on")


def field(register: Register, name: str) -> Field | None:
    """A field of a register."""
    return next((one for one in FIELDS[register] if one.name == name), None)
