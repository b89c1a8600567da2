"""Where each province of the 34 stands on the map of tiles: roughly as on the ground, north above south.

This is our own layout of equal tiles, not a map of borders. The two archipelagos stand off the coast of the province
and the city they belong to, in the sea to the east.
"""

from typing import Final, NamedTuple

from exchange.kernel.texts import N_

COLUMNS: Final = 5
ROWS: Final = 14


class Place(NamedTuple):
    """A row and a column, counted from the north-west corner. `name`: the short name, where the tile needs one."""

    row: int
    column: float
    name: str = ""


PLACES: Final[dict[str, Place]] = {
    "12": Place(0, 0),  # Lai Châu
    "15": Place(0, 1),  # Lào Cai
    "08": Place(0, 2),  # Tuyên Quang
    "04": Place(0, 3),  # Cao Bằng
    "11": Place(1, 0),  # Điện Biên
    "14": Place(1, 1),  # Sơn La
    "25": Place(1, 2),  # Phú Thọ
    "19": Place(1, 3),  # Thái Nguyên
    "20": Place(1, 4),  # Lạng Sơn
    "01": Place(2, 2),  # Hà Nội
    "24": Place(2, 3),  # Bắc Ninh
    "22": Place(2, 4),  # Quảng Ninh
    "38": Place(3, 1),  # Thanh Hóa
    "37": Place(3, 2),  # Ninh Bình
    "33": Place(3, 3),  # Hưng Yên
    "31": Place(3, 4),  # Hải Phòng
    "40": Place(4, 0),  # Nghệ An
    "42": Place(4, 1),  # Hà Tĩnh
    "44": Place(5, 1),  # Quảng Trị
    "46": Place(5, 2),  # Huế
    "48": Place(6, 2),  # Đà Nẵng
    "51": Place(7, 2),  # Quảng Ngãi
    "52": Place(8, 2),  # Gia Lai
    "66": Place(9, 2),  # Đắk Lắk
    "75": Place(10, 0),  # Đồng Nai
    "68": Place(10, 1),  # Lâm Đồng
    "56": Place(10, 2),  # Khánh Hòa
    "80": Place(11, 0),  # Tây Ninh
    "79": Place(11, 1, "TP. HCM"),
    "91": Place(12, 0),  # An Giang
    "82": Place(12, 1),  # Đồng Tháp
    "86": Place(12, 2),  # Vĩnh Long
    "96": Place(13, 0),  # Cà Mau
    "92": Place(13, 1),  # Cần Thơ
}


class Archipelago(NamedTuple):
    """Islands and the code of the province or city they belong to."""

    name: str
    belongs_to: str
    row: int
    column: float
    span: float


HOANG_SA: Final = Archipelago(N_("Hoàng Sa"), "48", 6, 3.5, 1.5)
TRUONG_SA: Final = Archipelago(N_("Trường Sa"), "56", 12, 3.5, 1.5)
ARCHIPELAGOS: Final = (HOANG_SA, TRUONG_SA)
KEY_ROW, KEY_COLUMN = 7.4, 3.1  # where the shades are explained: between the two archipelagos
