"""A builder of houses and country roads."""

from exchange.demo.shapes import COVERED, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Contract, Education, Experience, Priority, WagePer

JOBS = (
    Job(
        title="Thợ xây",
        occupation="7112",
        openings=15,
        description="Xây và tô tường các căn nhà ở xã hội và trường học trong tỉnh. Có nhà tạm ở công trình, cơm trưa.",
        requirements="Biết đọc dây, thước thủy. Có đồ nghề riêng thì mang theo, không có được phát.",
        wage=(400_000, 480_000),
        per=WagePer.DAY,
        qualification=Qualification.SKILLED_NO_CERTIFICATE,
        experience=Experience.FROM_1_TO_2,
        benefits=(Benefit.MEALS, Benefit.DORMITORY, Benefit.INSURANCE),
    ),
    Job(
        title="Phụ hồ",
        occupation="9313",
        openings=20,
        description="Trộn hồ, chuyển gạch, dọn công trình. Ai muốn học thành thợ được thợ chính kèm sau ba tháng.",
        requirements="Chịu được việc ngoài trời. Đi làm đúng giờ.",
        wage=(300_000, 340_000),
        per=WagePer.DAY,
        education=Education.NONE,
        contract=Contract.UNDER_12,
        benefits=(Benefit.MEALS, Benefit.DORMITORY, Benefit.TRAINING),
        priorities=(Priority.POOR, Priority.SOLDIER),
    ),
    Job(
        title="Thợ sắt, cốp pha",
        occupation="7114",
        openings=8,
        description="Gia công và lắp thép, ghép cốp pha, đổ bê tông sàn và móng theo bản vẽ của kỹ thuật công trình.",
        requirements="Đọc được bản vẽ đơn giản. Dây an toàn bắt buộc khi lên cao.",
        wage=(420_000, 500_000),
        per=WagePer.DAY,
        qualification=Qualification.SKILLED_NO_CERTIFICATE,
        experience=Experience.FROM_1_TO_2,
        benefits=(Benefit.MEALS, Benefit.DORMITORY, Benefit.INSURANCE),
    ),
    Job(
        title="Lái máy đào",
        occupation="8342",
        openings=2,
        description="Đào móng, nạo mương và san nền với máy 0,5 khối; tự kiểm tra dầu nhớt và ghi nhật trình.",
        requirements="Có chứng chỉ vận hành máy đào.",
        wage=(11_000_000, 14_000_000),
        qualification=Qualification.SHORT_CERTIFICATE,
        experience=Experience.FROM_2_TO_5,
        benefits=(*COVERED, Benefit.MEALS),
    ),
    Job(
        title="Kỹ thuật công trình",
        occupation="3112",
        openings=2,
        description="Bóc khối lượng, giám sát tổ đội, nghiệm thu từng phần việc với chủ đầu tư và làm hồ sơ hoàn công.",
        requirements="Tốt nghiệp ngành xây dựng. Dùng được phần mềm vẽ và bảng tính.",
        wage=(10_000_000, 14_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.FROM_1_TO_2,
    ),
)
