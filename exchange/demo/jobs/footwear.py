"""A shoe factory."""

from exchange.demo.shapes import FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority

JOBS = (
    Job(
        title="Công nhân ráp đế giày",
        occupation="8156",
        openings=70,
        description="Quét keo, ép đế và làm sạch giày trên chuyền. Xưởng có hút mùi; găng và khẩu trang phát hằng "
        "ngày.",
        requirements="Chưa biết nghề được đào tạo tại chuyền, có lương ngay ngày đầu.",
        wage=(6_300_000, 9_000_000),
        benefits=(*FACTORY, Benefit.TRAINING, Benefit.HOUSING_AID),
        priorities=(Priority.MINORITY,),
    ),
    Job(
        title="Công nhân may mũ giày",
        occupation="7536",
        openings=35,
        description="May các chi tiết mũ giày bằng máy trụ một kim và hai kim; được chuyển từ may áo quần sang.",
        requirements="Biết may là tốt, chưa biết thì học bốn tuần.",
        wage=(6_800_000, 10_000_000),
        benefits=(*FACTORY, Benefit.NURSERY),
    ),
    Job(
        title="Công nhân chặt da",
        occupation="8155",
        openings=12,
        description="Đặt dao chặt, canh tấm da cho ít hao và bấm máy bằng hai tay theo đúng quy trình an toàn.",
        requirements="Tập trung, làm đúng từng bước an toàn máy.",
        wage=(7_000_000, 9_000_000),
        benefits=FACTORY,
    ),
    Job(
        title="Phiên dịch tại xưởng",
        occupation="2643",
        openings=2,
        description="Dịch giữa chuyên gia và tổ trưởng ở chuyền, dịch bảng chỉ dẫn kỹ thuật, ghi biên bản họp sáng.",
        requirements="Nói và viết được tiếng Hoa. Không ngại đi lại trong xưởng cả ngày.",
        wage=(12_000_000, 16_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.UNDER_1,
    ),
    Job(
        title="Nhân viên y tế nhà máy",
        occupation="3221",
        openings=1,
        description="Sơ cứu, cấp thuốc thông thường, lập sổ sức khỏe và tổ chức khám định kỳ cho công nhân.",
        requirements="Có chứng chỉ hành nghề điều dưỡng hoặc y sĩ. Trực luân phiên ngày chủ nhật khi xưởng tăng ca.",
        wage=(8_000_000, 9_500_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.INTERMEDIATE,
        experience=Experience.FROM_1_TO_2,
    ),
)
