"""An assembler of electronic parts."""

from exchange.demo.shapes import FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

JOBS = (
    Job(
        title="Công nhân lắp ráp điện tử",
        occupation="8202",
        openings=100,
        description="Lắp và kiểm mạch điều khiển quạt, đèn trong phòng sạch có máy lạnh. Ngồi làm, nghỉ giữa giờ hai "
        "lần.",
        requirements="Mắt nhìn được linh kiện nhỏ, có thể đeo kính. Đào tạo năm ngày có lương.",
        wage=(8_500_000, 12_000_000),
        shifts=True,
        benefits=(*FACTORY, Benefit.DORMITORY, Benefit.TRAINING),
        priorities=(Priority.MINORITY, Priority.DISABLED),
    ),
    Job(
        title="Nhân viên kiểm tra chất lượng (QC)",
        occupation="7543",
        openings=10,
        description="Đo và kiểm ngoại quan bo mạch theo tiêu chuẩn, nhập kết quả vào máy, khoanh lô khi thấy lỗi lặp "
        "lại.",
        requirements="Dùng được thước kẹp, đồng hồ đo. Biết nhập liệu cơ bản.",
        wage=(9_000_000, 11_500_000),
        education=Education.UPPER_SECONDARY,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Kỹ thuật viên máy dán linh kiện",
        occupation="3114",
        openings=4,
        description="Cài chương trình máy dán, đổi chuyền khi đổi mã, xử lý lỗi kẹt băng và lập lịch bảo trì.",
        requirements="Học ngành điện tử hoặc tự động hóa. Làm ca luân phiên.",
        wage=(11_000_000, 16_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.FROM_1_TO_2,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên kho linh kiện",
        occupation="4321",
        openings=6,
        description="Nhận hàng, quét mã, cấp phát linh kiện cho chuyền theo lệnh và kiểm kê cuối tháng.",
        requirements="Ngăn nắp, quen dùng máy quét.",
        wage=(8_500_000, 10_000_000),
        education=Education.UPPER_SECONDARY,
        benefits=FACTORY,
    ),
    Job(
        title="Tổ trưởng chuyền lắp ráp",
        occupation="3122",
        openings=2,
        description="Sắp người vào vị trí, giữ nhịp chuyền, hướng dẫn người mới và làm việc với phòng chất lượng.",
        requirements="Đã làm tổ trưởng hoặc chuyền phó. Nói năng ôn hòa, công bằng với tổ.",
        wage=(13_000_000, 16_000_000),
        education=Education.UPPER_SECONDARY,
        experience=Experience.FROM_2_TO_5,
        benefits=FACTORY,
    ),
)
