"""Forty people who look for work. Names have the shape of names of the region; nobody is meant."""

from exchange.demo.shapes import Person
from exchange.seekers.codes import Sex

_F, _M = Sex.FEMALE, Sex.MALE
VINH_LONG, HO_CHI_MINH, CAN_THO = "86", "79", "92"

PEOPLE = (
    Person("Thạch Thị Sa Rây", _F, 1998, VINH_LONG, "xã Trà Cú", "Công nhân may", "travinh"),
    Person("Nguyễn Văn Tấn Lộc", _M, 1995, VINH_LONG, "xã Càng Long", "Công nhân điện tử"),
    Person("Kim Thị Sô Phi", _F, 2001, VINH_LONG, "xã Cầu Kè", "Công nhân giày da", "travinh"),
    Person("Trần Minh Đăng", _M, 1990, VINH_LONG, "phường Trà Vinh", "Lái xe tải"),
    Person("Sơn Thị Chanh Thu", _F, 1987, VINH_LONG, "xã Tiểu Cần", "Công nhân chế biến thủy sản", "travinh"),
    Person("Lê Thị Cẩm Nhung", _F, 1993, VINH_LONG, "phường Duyên Hải", "Kế toán"),
    Person("Thạch Sóc Kha", _M, 1999, VINH_LONG, "xã Cầu Ngang", "Thợ hàn", "travinh"),
    Person("Huỳnh Thị Bé Sáu", _F, 1978, VINH_LONG, "xã Châu Thành", "Phụ bếp"),
    Person("Kiên Thị Na Ri", _F, 2003, VINH_LONG, "xã Trà Cú", "Lao động phổ thông", "travinh"),
    Person("Phạm Quốc Bảo", _M, 2000, VINH_LONG, "phường Nguyệt Hóa", "Thợ điện"),
    Person("Lâm Thị Ri Na", _F, 1996, VINH_LONG, "xã Long Hiệp", "Công nhân may", "travinh"),
    Person("Đặng Hữu Nghĩa", _M, 1984, VINH_LONG, "xã Càng Long", "Thợ xây"),
    Person("Thạch Rít Thi", _M, 2002, VINH_LONG, "xã Tập Sơn", "Công nhân kho", "travinh"),
    Person("Võ Thị Hồng Đào", _F, 1991, VINH_LONG, "phường Long Đức", "Kiểm hàng may"),
    Person("Kim Sô Phát", _M, 1997, VINH_LONG, "xã Cầu Kè", "Bảo vệ", "travinh"),
    Person("Nguyễn Thị Thu Ba", _F, 1982, VINH_LONG, "xã Tiểu Cần", "Tạp vụ"),
    Person("Trần Thị Mỹ Lệ", _F, 1994, VINH_LONG, "xã Mỏ Cày", "Công nhân chế biến dừa", "bentre"),
    Person("Nguyễn Hoài Thương", _F, 1999, VINH_LONG, "phường An Hội", "Nhân viên văn phòng", "bentre"),
    Person("Lê Văn Út Hậu", _M, 1988, VINH_LONG, "xã Ba Tri", "Kỹ thuật nuôi trồng thủy sản", "bentre"),
    Person("Phan Thị Ngọc Ánh", _F, 2002, VINH_LONG, "xã Giồng Trôm", "Bán hàng", "bentre"),
    Person("Đỗ Thành Công", _M, 1992, VINH_LONG, "xã Bình Đại", "Lái xe nâng", "bentre"),
    Person("Bùi Thị Lan Chi", _F, 1986, VINH_LONG, "xã Chợ Lách", "Chăm sóc vườn cây", "bentre"),
    Person("Cao Nhật Trường", _M, 2004, VINH_LONG, "xã Thạnh Phú", "Lao động phổ thông", "bentre"),
    Person("Hồ Thị Diễm My", _F, 1997, VINH_LONG, "phường Phú Khương", "Thu ngân", "bentre"),
    Person("Trịnh Văn Sang", _M, 1980, VINH_LONG, "xã Mỏ Cày", "Vận hành lò hơi", "bentre"),
    Person("Hoàng Thị Thùy Dung", _F, 1995, HO_CHI_MINH, "phường Dĩ An", "Công nhân điện tử"),
    Person("Ngô Đức Mạnh", _M, 1993, HO_CHI_MINH, "phường Thuận An", "Cơ khí"),
    Person("Vũ Thị Bích Hạnh", _F, 1989, HO_CHI_MINH, "phường Tân Uyên", "Kiểm tra chất lượng", "binhduong"),
    Person("Đinh Công Thành", _M, 1998, HO_CHI_MINH, "phường Bến Cát", "Công nhân kho"),
    Person("Lý Thị Kim Oanh", _F, 2001, HO_CHI_MINH, "phường Thủ Dầu Một", "Nhân viên văn phòng"),
    Person("Mai Xuân Tiến", _M, 1985, HO_CHI_MINH, "xã Dầu Tiếng", "Lái xe tải", "binhduong"),
    Person("Dương Thị Phương Thảo", _F, 2000, HO_CHI_MINH, "phường Bình Dương", "Công nhân điện tử"),
    Person("Châu Thị Bảo Trân", _F, 1996, CAN_THO, "phường Ninh Kiều", "Phục vụ bàn"),
    Person("Lưu Hoàng Khang", _M, 2003, CAN_THO, "phường Cái Răng", "Phụ bếp"),
    Person("Quách Thị Tuyết Hoa", _F, 1983, CAN_THO, "phường Ô Môn", "Giúp việc nhà", "cantho"),
    Person("Tăng Chí Vĩ", _M, 1994, CAN_THO, "phường Bình Thủy", "Giao hàng"),
    Person("Nguyễn Thị Cẩm Loan", _F, 1999, CAN_THO, "xã Phong Điền", "Bán hàng"),
    Person("Danh Hoàng Ni", _M, 1991, CAN_THO, "phường Sóc Trăng", "Bảo vệ", "cantho"),
    Person("Trần Thị Ái Xuân", _F, 2005, CAN_THO, "phường Thốt Nốt", "Thu ngân"),
    Person("Phùng Thanh Điền", _M, 1987, CAN_THO, "xã Thới Lai", "Thợ sửa máy", "cantho"),
)


def phone_of(number: int) -> str:
    """The telephone of the person at `number` (E.164), from a block nobody has been given: 0900 000 101 and on."""
    return f"+8490000{101 + number:04d}"
