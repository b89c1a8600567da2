"""A garment factory."""

from exchange.demo.shapes import FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

JOBS = (
    Job(
        title="Công nhân may công nghiệp",
        occupation="8153",
        openings=60,
        description="May các công đoạn của áo sơ mi và quần tây theo chuyền. Người chưa biết may được kèm ba tuần, "
        "hưởng "
        "lương học việc. Làm giờ hành chính, nghỉ chủ nhật; tăng ca có báo trước và trả đủ phụ trội.",
        requirements="Biết đọc, biết viết. Khéo tay, chịu khó học chuyền.",
        wage=(6_500_000, 10_000_000),
        benefits=(*FACTORY, Benefit.TRAINING, Benefit.NURSERY),
        priorities=(Priority.MINORITY, Priority.POOR),
    ),
    Job(
        title="Công nhân cắt vải",
        occupation="7532",
        openings=8,
        description="Trải vải, đặt sơ đồ và cắt bằng máy đẩy tay; kiểm số lớp và đánh số bó hàng trước khi giao "
        "chuyền.",
        requirements="Đã làm tổ cắt hoặc được tổ trưởng chuyền may giới thiệu. Mắt nhìn rõ đường phấn.",
        wage=(7_500_000, 9_500_000),
        qualification=Qualification.SKILLED_NO_CERTIFICATE,
        experience=Experience.UNDER_1,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên kiểm hàng may (KCS)",
        occupation="7543",
        openings=6,
        description="Kiểm thông số, đường may và nhãn của thành phẩm theo bảng mẫu; ghi lỗi vào phiếu và báo tổ "
        "trưởng.",
        requirements="Biết dùng thước dây và đọc bảng thông số. Cẩn thận, ghi chép rõ ràng.",
        wage=(7_000_000, 8_500_000),
        education=Education.UPPER_SECONDARY,
        benefits=FACTORY,
    ),
    Job(
        title="Thợ sửa máy may",
        occupation="7233",
        openings=2,
        description="Bảo trì máy một kim, máy vắt sổ và máy thùa khuy; có mặt trong giờ chạy chuyền để xử lý máy dừng.",
        requirements="Từng sửa máy may công nghiệp ở xưởng. Đọc được sơ đồ luồn chỉ và tài liệu kỹ thuật của máy.",
        wage=(9_000_000, 13_000_000),
        qualification=Qualification.ELEMENTARY,
        experience=Experience.FROM_1_TO_2,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên kế hoạch chuyền",
        occupation="4322",
        openings=1,
        description="Theo dõi tiến độ từng mã hàng, cân đối người và máy giữa các chuyền, báo cáo sản lượng cuối ngày.",
        requirements="Dùng được bảng tính. Hiểu các công đoạn may là lợi thế.",
        wage=(8_000_000, 11_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.UNDER_1,
    ),
)
