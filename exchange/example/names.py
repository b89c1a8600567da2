"""Names of the shape people of the region have; nobody is meant."""

from random import Random
from typing import Final

from exchange.seekers.codes import Sex

# Khmer family names come beside the Vietnamese ones: a third of the province's people are Khmer.
_FAMILIES: Final = (
    *("Nguyễn",) * 14, *("Trần",) * 8, *("Lê",) * 7, *("Phạm",) * 5, *("Huỳnh",) * 5, *("Võ",) * 4,
    *("Thạch",) * 8, *("Kim",) * 5, *("Sơn",) * 4, *("Kiên",) * 3, *("Lâm",) * 3, *("Phan",) * 3,
    "Bùi", "Đặng", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Diệp", "Châu", "Tăng", "Mai", "Cao", "Hứa",
)  # fmt: skip
_MIDDLES: Final = {
    Sex.FEMALE: ("Thị", "Thị", "Thị", "Thị Ngọc", "Thị Mỹ", "Thị Kim", "Thị Bích", "Ngọc", "Thị Cẩm", "Thị Hồng"),
    Sex.MALE: ("Văn", "Văn", "Minh", "Hoàng", "Thanh", "Quốc", "Hữu", "Chí", "Tấn", "Đức", "Hoài", "Phước"),
}
_GIVEN: Final = {
    Sex.FEMALE: (
        "Lan", "Hoa", "Hạnh", "Nhung", "Loan", "Thủy", "Trang", "Thảo", "Diễm", "Tuyết", "Phượng", "Ánh", "Sa Ren",
        "Sô Phi", "Ni", "Na Ri", "Thu", "Yến", "Vân", "Tiên", "My", "Nga", "Đào", "Hằng", "Quyên", "Trinh", "Út",
    ),
    Sex.MALE: (
        "Tâm", "Hùng", "Dũng", "Khang", "Phúc", "Lộc", "Nghĩa", "Sang", "Thành", "Tuấn", "Vũ", "Khải", "Đăng", "Rít",
        "Sóc Kha", "Phát", "Hải", "Bình", "Toàn", "Trí", "Nhân", "Duy", "Linh", "Trường", "Quý", "Đạt", "Út",
    ),
}  # fmt: skip


def name(chance: Random, sex: Sex) -> str:
    """A full name."""
    return f"{chance.choice(_FAMILIES)} {chance.choice(_MIDDLES[sex])} {chance.choice(_GIVEN[sex])}"
