"""A guard service."""

from exchange.demo.shapes import COVERED, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

JOBS = (
    Job(
        title="Nhân viên bảo vệ mục tiêu",
        occupation="5401",
        openings=30,
        description="Trực cổng nhà máy, ghi sổ ra vào, tuần tra theo mốc giờ. Có nhà nghỉ ca, đồng phục và bồi dưỡng "
        "ca đêm.",
        requirements="Lý lịch rõ ràng, bình tĩnh khi có việc. Công ty đào tạo nghiệp vụ và làm thẻ.",
        wage=(7_500_000, 9_500_000),
        shifts=True,
        benefits=(*COVERED, Benefit.DORMITORY, Benefit.TRAINING),
        priorities=(Priority.SOLDIER,),
        places=(("92", "Các phường Cái Răng, Bình Thủy"), ("86", "Phường Long Đức"), ("79", "Phường Bến Cát")),
    ),
    Job(
        title="Bảo vệ bãi giữ xe",
        occupation="5409",
        openings=8,
        description="Phát thẻ, dắt xe và xếp xe theo hàng ở bệnh viện, siêu thị; thu tiền theo máy.",
        requirements="Biết chạy xe máy các loại.",
        wage=(6_500_000, 7_500_000),
        shifts=True,
        benefits=COVERED,
    ),
    Job(
        title="Đội trưởng bảo vệ",
        occupation="5401",
        openings=2,
        description="Phân ca, kiểm tra vị trí gác, viết báo cáo và họp với khách hàng hằng tuần.",
        requirements="Có kinh nghiệm chỉ huy tổ đội; bộ đội xuất ngũ được khuyến khích nộp hồ sơ.",
        wage=(10_000_000, 12_000_000),
        education=Education.UPPER_SECONDARY,
        experience=Experience.FROM_2_TO_5,
        benefits=COVERED,
        priorities=(Priority.SOLDIER,),
    ),
    Job(
        title="Nhân viên giám sát camera",
        occupation="5409",
        openings=4,
        description="Theo dõi màn hình, báo đội cơ động và lưu hình khi có việc bất thường. Ngồi trực trong phòng.",
        requirements="Dùng được máy tính. Người ngồi xe lăn làm được: phòng trực ở tầng trệt.",
        wage=(7_500_000, 8_500_000),
        education=Education.UPPER_SECONDARY,
        shifts=True,
        benefits=(*COVERED, Benefit.ACCESSIBLE),
        priorities=(Priority.DISABLED,),
    ),
    Job(
        title="Nhân viên hành chính nhân sự",
        occupation="4406",
        openings=1,
        description="Chấm công các mục tiêu, làm hồ sơ bảo hiểm xã hội, theo dõi hợp đồng và đồng phục.",
        requirements="Biết quy định về lao động và bảo hiểm. Thạo bảng tính.",
        wage=None,
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.FROM_1_TO_2,
    ),
)
