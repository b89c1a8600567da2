"""Twelve employers. The names are nobody's, the tax codes have a right check digit and a beginning no province has."""

from exchange.booths.codes import Mode
from exchange.demo.jobs import (
    coconut,
    construction,
    electronics,
    farm,
    footwear,
    garment,
    logistics,
    mechanical,
    restaurant,
    seafood,
    security,
    shop,
)
from exchange.demo.shapes import Firm
from exchange.employers.codes import EmployerKind, SizeBand

_PRIVATE, _FOREIGN = EmployerKind.PRIVATE_FIRM, EmployerKind.FOREIGN_FIRM

FIRMS = (
    Firm(
        "travinh", "Công ty TNHH May Mười Đường Chỉ", "9898124188", _PRIVATE, SizeBand.FROM_501, "14",
        ("86", "Lô C3, khu công nghiệp Long Đức, phường Long Đức"), "may", "0900 000 201",
        "May áo sơ mi và quần tây xuất khẩu. Tám chuyền, nhà ăn và nhà trẻ trong khuôn viên.",
        ("Phạm Thị Tường Vi", "Sơn Quốc Thái"), garment.JOBS, Mode.DIRECT,
    ),
    Firm(
        "travinh", "Công ty Cổ phần Thủy sản Ba Con Sóng Nhỏ", "9898124910", _PRIVATE, SizeBand.FROM_201, "10",
        ("86", "Ấp Bờ Kè, xã Cầu Ngang"), "thuysan", "0900 000 202",
        "Chế biến tôm đông lạnh từ vùng nuôi ven biển Trà Vinh.",
        ("Lê Trung Kiên", "Thạch Thị Ngọc Nữ"), seafood.JOBS,
    ),
    Firm(
        "travinh", "Công ty TNHH Giày Đôi Chân Vui", "9898126379", _FOREIGN, SizeBand.FROM_1001, "15",
        ("86", "Đường số 5, khu công nghiệp Long Đức, phường Long Đức"), "giay", "0900 000 203",
        "Giày vải và giày thể thao. Xe đón công nhân ở mười hai xã.",
        ("Nguyễn Hữu Toàn", "Kim Thị Mai Ly"), footwear.JOBS,
    ),
    Firm(
        "travinh", "Công ty TNHH Xây dựng Viên Gạch Thứ Ba", "9898127100", _PRIVATE, SizeBand.FROM_51, "41",
        ("86", "Số 8 đường Gạch Nung, xã Châu Thành"), "xaydung", "0900 000 204",
        "Xây nhà ở xã hội, trường học, đường nông thôn trong tỉnh.",
        ("Đặng Văn Lành",), construction.JOBS, Mode.DELEGATED,
    ),
    Firm(
        "bentre", "Công ty TNHH Chế biến dừa Hàng Dừa Soi Bóng", "9898127830", _PRIVATE, SizeBand.FROM_101, "10",
        ("86", "Ấp Cầu Dừa, xã Mỏ Cày"), "dua", "0900 000 205",
        "Cơm dừa sấy, nước cốt và kẹo dừa; mua dừa của hơn bốn trăm nhà vườn.",
        ("Trần Thị Như Ý", "Lê Phước Hòa"), coconut.JOBS,
    ),
    Firm(
        "bentre", "Hợp tác xã Vườn Bưởi Sau Nhà", "9898129299", EmployerKind.COOPERATIVE, SizeBand.FROM_10, "01",
        ("86", "Ấp Cồn Giữa, xã Chợ Lách"), "vuon", "0900 000 206",
        "Hợp tác xã của sáu mươi hộ trồng bưởi, chôm chôm và nuôi tôm càng xanh.",
        ("Phan Văn Tư",), farm.JOBS, Mode.DELEGATED,
    ),
    Firm(
        "binhduong", "Công ty TNHH Điện tử Hạt Sáng Xanh", "9898133672", _FOREIGN, SizeBand.FROM_1001, "26",
        ("79", "Đường D7, khu công nghiệp phường Bến Cát"), "dientu", "0900 000 207",
        "Lắp mạch điều khiển cho quạt và đèn. Ký túc xá bốn trăm chỗ.",
        ("Hoàng Thị Thanh Xuân", "Đỗ Anh Quân"), electronics.JOBS,
    ),
    Firm(
        "binhduong", "Công ty Cổ phần Cơ khí Búa Và Đe", "9898130022", _PRIVATE, SizeBand.FROM_101, "25",
        ("79", "Số 33 đường Lò Rèn, phường Tân Uyên"), "cokhi", "0900 000 208",
        "Kệ kho, bồn chứa và kết cấu thép theo đơn đặt hàng.",
        ("Ngô Xuân Trường",), mechanical.JOBS,
    ),
    Firm(
        "binhduong", "Công ty Cổ phần Kho vận Bốn Mùa Xe Chạy", "9898130752", _PRIVATE, SizeBand.FROM_201, "52",
        ("79", "Kho Bốn Mùa, phường Thuận An"), "khovan", "0900 000 209",
        "Kho hàng tiêu dùng và xe tải chạy tuyến miền Tây mỗi ngày.",
        ("Vương Thị Thùy Linh", "Lưu Chí Cường"), logistics.JOBS,
    ),
    Firm(
        "cantho", "Hộ kinh doanh Quán cơm Nồi Đất Nhà Mình", "9898131481", EmployerKind.HOUSEHOLD, SizeBand.FROM_10,
        "56", ("92", "Số 6 hẻm Lò Gốm, phường Ninh Kiều"), "quancom", "0900 000 210",
        "Ba quán cơm phần và một bếp nấu tiệc ở Cần Thơ.",
        ("Châu Ngọc Hân",), restaurant.JOBS, Mode.DIRECT,
    ),
    Firm(
        "cantho", "Công ty TNHH Siêu thị Giỏ Tre Đầy", "9898132213", _PRIVATE, SizeBand.FROM_51, "47",
        ("92", "Số 120 đường Giỏ Tre, phường Bình Thủy"), "sieuthi", "0900 000 211",
        "Bốn cửa hàng thực phẩm tươi ở Cần Thơ và Trà Vinh.",
        ("Tô Thị Bảo Ngọc", "Nguyễn Tấn Đạt"), shop.JOBS,
    ),
    Firm(
        "cantho", "Công ty TNHH Dịch vụ bảo vệ Đèn Thức Suốt Đêm", "9898132943", _PRIVATE, SizeBand.FROM_201, "80",
        ("92", "Số 19 đường Chong Đèn, phường Cái Răng"), "baove", "0900 000 212",
        "Bảo vệ nhà máy, bệnh viện và kho hàng ở miền Tây.",
        ("Trương Công Lý",), security.JOBS,
    ),
)  # fmt: skip
