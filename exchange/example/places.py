"""The nine districts of the province of Trà Vinh as they were until June 2025, with some of their communes."""

from typing import Final

from msgspec import Struct


class Place(Struct, frozen=True):
    """A district. `weight`: its share of the province's people, in hundredths."""

    name: str
    weight: int
    communes: tuple[str, ...]


PLACES: Final = (
    Place("thành phố Trà Vinh", 11, ("phường 1", "phường 4", "phường 5", "phường 7", "phường 9", "xã Long Đức")),
    Place(
        "huyện Càng Long", 15, ("thị trấn Càng Long", "xã Mỹ Cẩm", "xã An Trường", "xã Huyền Hội", "xã Phương Thạnh")
    ),
    Place("huyện Cầu Kè", 10, ("thị trấn Cầu Kè", "xã Hòa Ân", "xã Châu Điền", "xã Phong Phú", "xã Ninh Thới")),
    Place("huyện Tiểu Cần", 11, ("thị trấn Tiểu Cần", "thị trấn Cầu Quan", "xã Tập Ngãi", "xã Hiếu Tử", "xã Phú Cần")),
    Place("huyện Châu Thành", 14, ("thị trấn Châu Thành", "xã Đa Lộc", "xã Mỹ Chánh", "xã Lương Hòa", "xã Song Lộc")),
    Place("huyện Cầu Ngang", 12, ("thị trấn Cầu Ngang", "xã Kim Hòa", "xã Hiệp Hòa", "xã Vinh Kim", "xã Nhị Trường")),
    Place("huyện Trà Cú", 15, ("thị trấn Trà Cú", "xã Tập Sơn", "xã Phước Hưng", "xã Ngọc Biên", "xã Hàm Giang")),
    Place("huyện Duyên Hải", 7, ("thị trấn Long Thành", "xã Ngũ Lạc", "xã Long Vĩnh", "xã Đông Hải", "xã Đôn Châu")),
    Place("thị xã Duyên Hải", 5, ("phường 1", "phường 2", "xã Long Toàn", "xã Dân Thành", "xã Hiệp Thạnh")),
)
WEIGHTS: Final = tuple(place.weight for place in PLACES)
TOWN: Final = 0  # where the centre is
# Where soldiers were counselled: Cầu Ngang, Càng Long, Duyên Hải and the town.
SOLDIERS_AT: Final = (5, 1, 7, TOWN)
