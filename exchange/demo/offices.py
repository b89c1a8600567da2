"""The four centres of the fair, as they were before the provinces merged, and who works there."""

from exchange.centres.codes import Role
from exchange.demo.shapes import Clerk, Office

OFFICES = (
    Office(
        "travinh", "84", "Trà Vinh", "tỉnh", "0294 300 0084", "Số 27 đường Bàng Lăng, phường Trà Vinh",
        (
            Clerk("Huỳnh Thanh Nhã", "giamdoc.travinh", Role.DIRECTOR),
            Clerk("Thạch Thị Bô Pha", "truongphong.travinh", Role.MANAGER),
            Clerk("Trần Quốc Kha", "tuvan.travinh", Role.COUNSELLOR),
        ),
        host=True,
    ),
    Office(
        "bentre", "83", "Bến Tre", "tỉnh", "0275 300 0083", "Số 14 đường Ven Sông, phường An Hội",
        (
            Clerk("Nguyễn Thị Xuân Mai", "giamdoc.bentre", Role.DIRECTOR),
            Clerk("Lê Hoàng Phúc", "truongphong.bentre", Role.MANAGER),
            Clerk("Đoàn Thị Kim Ngân", "tuvan.bentre", Role.COUNSELLOR),
        ),
    ),
    Office(
        "binhduong", "74", "Bình Dương", "tỉnh", "0274 300 0074", "Số 9 đường Hàng Sao, phường Thủ Dầu Một",
        (
            Clerk("Vũ Đình Lộc", "giamdoc.binhduong", Role.DIRECTOR),
            Clerk("Phan Thị Hải Yến", "truongphong.binhduong", Role.MANAGER),
            Clerk("Bùi Minh Tuệ", "tuvan.binhduong", Role.COUNSELLOR),
        ),
    ),
    Office(
        "cantho", "92", "Cần Thơ", "thành phố", "0292 300 0092", "Số 51 đường Bờ Kè, phường Ninh Kiều",
        (
            Clerk("Lâm Thị Ngọc Diệp", "giamdoc.cantho", Role.DIRECTOR),
            Clerk("Trương Nhật Hào", "truongphong.cantho", Role.MANAGER),
            Clerk("Võ Thị Thanh Trúc", "tuvan.cantho", Role.COUNSELLOR),
        ),
    ),
)  # fmt: skip
