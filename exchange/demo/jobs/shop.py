"""A chain of food shops."""

from exchange.demo.shapes import COVERED, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

_SHOPS = (("92", "Phường Ninh Kiều và phường Bình Thủy"), ("86", "Phường Trà Vinh"))

JOBS = (
    Job(
        title="Nhân viên bán hàng siêu thị",
        occupation="5223",
        openings=20,
        description="Bày hàng, kiểm hạn dùng, chỉ lối và tư vấn cho khách. Xếp ca theo tháng, đổi ca được với đồng "
        "nghiệp.",
        requirements="Nói năng lễ phép. Biết tiếng Khmer là lợi thế ở cửa hàng Trà Vinh.",
        wage=(6_800_000, 8_500_000),
        shifts=True,
        places=_SHOPS,
    ),
    Job(
        title="Thu ngân siêu thị",
        occupation="5230",
        openings=10,
        description="Quét mã, nhận tiền, giải thích khuyến mãi; chốt ca có người kiểm cùng.",
        requirements="Tính nhẩm tốt, bình tĩnh khi đông khách.",
        wage=(7_000_000, 8_500_000),
        education=Education.UPPER_SECONDARY,
        shifts=True,
        places=_SHOPS,
    ),
    Job(
        title="Nhân viên quầy tươi sống",
        occupation="7511",
        openings=6,
        description="Làm cá, cắt thịt, cân gói theo yêu cầu của khách và giữ quầy sạch, lạnh.",
        requirements="Biết làm cá. Được cấp găng chống cắt.",
        wage=(7_500_000, 9_000_000),
        shifts=True,
        benefits=(*COVERED, Benefit.MEALS),
    ),
    Job(
        title="Cửa hàng trưởng",
        occupation="5222",
        openings=1,
        description="Quản lý mười hai người, đặt hàng, kiểm kê và chịu trách nhiệm doanh số của một cửa hàng.",
        requirements="Đã quản lý ca ở siêu thị hoặc cửa hàng tiện lợi.",
        wage=(13_000_000, 17_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.FROM_2_TO_5,
        places=(("92", "Phường Ninh Kiều"),),
    ),
    Job(
        title="Tạp vụ cửa hàng",
        occupation="9112",
        openings=5,
        description="Lau sàn, dọn kho và khu vệ sinh, thu gom bìa giấy. Làm sáu giờ một ngày.",
        requirements="Đi làm đều, chịu khó.",
        wage=(5_500_000, 6_200_000),
        education=Education.NONE,
        benefits=(Benefit.INSURANCE, Benefit.MEALS),
        priorities=(Priority.DISABLED, Priority.POOR),
        places=_SHOPS,
    ),
)
