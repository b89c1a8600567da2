"""A seafood plant."""

from exchange.demo.shapes import FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Contract, Education, Experience, Priority, WagePer, WorkForm

JOBS = (
    Job(
        title="Công nhân chế biến tôm",
        occupation="7511",
        openings=80,
        description="Lột vỏ, rút chỉ, phân cỡ và xếp khay tôm trong phòng lạnh. Phát đồ bảo hộ và ủng. Lương khoán "
        "theo "
        "ký, có bảng lương từng ngày để đối chiếu.",
        requirements="Sức khỏe đủ để đứng làm trong phòng mát khoảng 18 độ. Được tổ hướng dẫn từ đầu.",
        wage=(6_000_000, 9_500_000),
        shifts=True,
        benefits=(*FACTORY, Benefit.DORMITORY),
        priorities=(Priority.MINORITY, Priority.POOR),
    ),
    Job(
        title="Công nhân bốc xếp kho lạnh",
        occupation="9333",
        openings=10,
        description="Bốc dỡ thùng tôm đông lạnh, xếp kệ trong kho âm 20 độ theo ca ngắn, có nghỉ sưởi giữa ca.",
        requirements="Nâng được thùng 20 ký. Không cần bằng cấp.",
        wage=(7_500_000, 9_000_000),
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Thợ vận hành máy nén lạnh",
        occupation="7127",
        openings=3,
        description="Trực phòng máy, ghi áp suất và nhiệt độ mỗi giờ, xả dầu, thay lọc; phối hợp xử lý khi mất điện.",
        requirements="Có chứng chỉ vận hành thiết bị áp lực. Làm được ca đêm luân phiên.",
        wage=(9_000_000, 12_000_000),
        qualification=Qualification.ELEMENTARY,
        experience=Experience.FROM_1_TO_2,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên kiểm nghiệm",
        occupation="3111",
        openings=2,
        description="Lấy mẫu tôm và nước, thử vi sinh và dư lượng theo quy trình của phòng kiểm nghiệm, lưu hồ sơ mẫu.",
        requirements="Tốt nghiệp ngành thủy sản, thực phẩm hoặc sinh học. Trung thực với số liệu.",
        wage=(8_500_000, 11_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        contract=Contract.INDEFINITE,
    ),
    Job(
        title="Lao động thời vụ phân cỡ tôm",
        occupation="9321",
        openings=40,
        description="Phân cỡ và đóng túi vào mùa tôm, mỗi đợt khoảng hai tháng. Trả lương theo ngày, nhận cuối tuần.",
        requirements="Đi làm đều trong đợt. Người cũ giới thiệu người mới được cộng thưởng.",
        wage=(280_000, 350_000),
        per=WagePer.DAY,
        education=Education.NONE,
        contract=Contract.UNDER_12,
        form=WorkForm.SEASONAL,
        benefits=(Benefit.MEALS, Benefit.SHUTTLE),
    ),
)
