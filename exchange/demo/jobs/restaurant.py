"""Rice kitchens."""

from exchange.demo.shapes import COVERED, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Contract, Education, Experience, Priority, WagePer, WorkForm

JOBS = (
    Job(
        title="Phục vụ bàn",
        occupation="5131",
        openings=10,
        description="Đón khách, ghi món, bưng và dọn bàn. Chọn ca sáng hoặc ca chiều; tiền khách cho thêm chia đều cả "
        "ca.",
        requirements="Vui vẻ, nhanh nhẹn. Chưa làm bao giờ được chỉ từ đầu.",
        wage=(6_500_000, 8_000_000),
        shifts=True,
        benefits=(Benefit.MEALS, Benefit.INSURANCE),
    ),
    Job(
        title="Phụ bếp",
        occupation="9402",
        openings=6,
        description="Sơ chế rau, cá; rửa và dọn bếp; phụ bếp chính vào giờ đông khách.",
        requirements="Sạch sẽ, chịu nóng được. Có giấy khám sức khỏe, quán trả tiền khám.",
        wage=(6_500_000, 7_500_000),
        education=Education.NONE,
        benefits=(Benefit.MEALS, Benefit.INSURANCE, Benefit.TRAINING),
    ),
    Job(
        title="Bếp chính món miền Tây",
        occupation="5120",
        openings=2,
        description="Nấu cơm phần, lẩu và món kho; lên thực đơn tuần, kiểm hàng tươi mỗi sáng.",
        requirements="Đã đứng bếp quán hoặc nhà hàng. Nấu thử một mâm.",
        wage=(11_000_000, 15_000_000),
        qualification=Qualification.SKILLED_NO_CERTIFICATE,
        experience=Experience.FROM_2_TO_5,
        benefits=(*COVERED, Benefit.MEALS),
    ),
    Job(
        title="Thu ngân quán ăn",
        occupation="5230",
        openings=3,
        description="Tính tiền, nhận chuyển khoản, chốt két cuối ca và ghi sổ đặt tiệc.",
        requirements="Cẩn thận với con số, thẳng thắn.",
        wage=(7_000_000, 8_000_000),
        education=Education.UPPER_SECONDARY,
        shifts=True,
        benefits=(Benefit.MEALS, Benefit.INSURANCE),
    ),
    Job(
        title="Rửa chén buổi tối",
        occupation="9402",
        openings=4,
        description="Rửa chén bằng máy và bằng tay, xếp kệ; làm từ 17 đến 22 giờ, ăn tối tại quán.",
        requirements="Không cần kinh nghiệm. Người lớn tuổi, sinh viên đều làm được.",
        wage=(28_000, 32_000),
        per=WagePer.HOUR,
        education=Education.NONE,
        contract=Contract.UNDER_12,
        form=WorkForm.PART_TIME,
        benefits=(Benefit.MEALS,),
        priorities=(Priority.DISABLED, Priority.POOR),
    ),
)
