"""A machine shop."""

from exchange.demo.shapes import COVERED, FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

JOBS = (
    Job(
        title="Thợ hàn MIG, TIG",
        occupation="7212",
        openings=12,
        description="Hàn khung kệ, bồn và lan can theo bản vẽ. Xưởng cao thoáng, có hút khói và mặt nạ tự động.",
        requirements="Thử tay nghề tại xưởng. Có chứng chỉ hàn được xếp bậc cao hơn.",
        wage=(10_000_000, 15_000_000),
        qualification=Qualification.SKILLED_NO_CERTIFICATE,
        experience=Experience.UNDER_1,
        benefits=(*FACTORY, Benefit.DORMITORY),
        priorities=(Priority.SOLDIER,),
    ),
    Job(
        title="Thợ tiện, phay CNC",
        occupation="7223",
        openings=5,
        description="Gá phôi, gọi chương trình, đo chi tiết đầu loạt và chỉnh dao; hai ca, đổi ca mỗi tuần.",
        requirements="Học nghề cắt gọt kim loại. Đọc được dung sai trên bản vẽ.",
        wage=(11_000_000, 16_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.INTERMEDIATE,
        experience=Experience.FROM_1_TO_2,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Thợ sơn tĩnh điện",
        occupation="7132",
        openings=4,
        description="Xử lý bề mặt, phun sơn bột và canh lò sấy; có đồ bảo hộ kín và khám sức khỏe sáu tháng một lần.",
        requirements="Làm đúng quy trình bảo hộ.",
        wage=(9_000_000, 12_000_000),
        benefits=FACTORY,
    ),
    Job(
        title="Học việc cơ khí",
        occupation="9329",
        openings=10,
        description="Phụ thợ chính, học cắt, mài, hàn đính trong sáu tháng; có lương học việc và được thi lên bậc.",
        requirements="Muốn học nghề lâu dài.",
        wage=(7_000_000, 8_000_000),
        benefits=(*FACTORY, Benefit.TRAINING, Benefit.DORMITORY),
        priorities=(Priority.SOLDIER, Priority.POOR),
    ),
    Job(
        title="Nhân viên bảo trì điện nhà máy",
        occupation="7412",
        openings=2,
        description="Sửa tủ điện, động cơ, cẩu trục trong xưởng; lập sổ bảo dưỡng và trực sự cố.",
        requirements="Có bằng nghề điện công nghiệp, thẻ an toàn điện.",
        wage=(10_000_000, 13_500_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.INTERMEDIATE,
        experience=Experience.FROM_1_TO_2,
        benefits=COVERED,
    ),
)
