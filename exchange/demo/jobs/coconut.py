"""A maker of coconut products."""

from exchange.demo.shapes import COVERED, FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience, Priority, WagePer, WorkForm

JOBS = (
    Job(
        title="Công nhân gọt vỏ dừa",
        occupation="7514",
        openings=30,
        description="Gọt vỏ nâu, rửa và bổ cơm dừa trước khi sấy. Tính công theo trái, cân trước mặt người làm.",
        requirements="Quen cầm dao gọt. Người mới được kèm một tuần.",
        wage=(6_500_000, 9_000_000),
        education=Education.NONE,
        benefits=FACTORY,
        priorities=(Priority.POOR,),
    ),
    Job(
        title="Công nhân vận hành lò sấy",
        occupation="8160",
        openings=6,
        description="Nạp cơm dừa vào lò, canh nhiệt và độ ẩm từng mẻ, ghi phiếu mẻ và vệ sinh lò cuối ca.",
        requirements="Làm được ca luân phiên. Ghi chép đều.",
        wage=(7_500_000, 9_500_000),
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Thợ vận hành lò hơi",
        occupation="8182",
        openings=2,
        description="Vận hành lò hơi đốt gáo dừa, xử lý nước cấp, kiểm tra van an toàn đầu mỗi ca.",
        requirements="Có chứng chỉ vận hành lò hơi còn hạn.",
        wage=(9_000_000, 11_500_000),
        qualification=Qualification.SHORT_CERTIFICATE,
        experience=Experience.UNDER_1,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên đóng gói kẹo dừa",
        occupation="9321",
        openings=12,
        description="Gói kẹo, cân túi, dán nhãn và vào thùng theo đơn. Có thể nhận làm nửa ngày.",
        requirements="Nhanh tay, sạch sẽ; rửa tay và mang bao tóc theo quy định vệ sinh thực phẩm.",
        wage=(26_000, 30_000),
        per=WagePer.HOUR,
        form=WorkForm.PART_TIME,
        benefits=(Benefit.MEALS,),
        priorities=(Priority.DISABLED,),
    ),
    Job(
        title="Nhân viên bán hàng thị trường",
        occupation="3322",
        openings=4,
        description="Chào kẹo và nước cốt dừa cho đại lý, quán ăn ở các huyện cũ; nhận đơn, theo dõi công nợ.",
        requirements="Có xe máy và giấy phép lái xe. Thích đi và nói chuyện.",
        wage=(8_000_000, 13_000_000),
        education=Education.UPPER_SECONDARY,
        experience=Experience.UNDER_1,
        benefits=(*COVERED, Benefit.HOUSING_AID),
        places=(("86", "Các xã, phường vùng Bến Tre và Trà Vinh"), ("92", "Cần Thơ")),
    ),
)
