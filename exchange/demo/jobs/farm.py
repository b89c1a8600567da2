"""A cooperative of orchards and fish ponds."""

from exchange.demo.shapes import COVERED, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Contract, Education, Experience, Priority, WagePer, WorkForm

JOBS = (
    Job(
        title="Lao động chăm sóc vườn bưởi",
        occupation="6112",
        openings=10,
        description="Tỉa cành, bao trái, bón phân và hái bưởi trong vườn của các xã viên. Làm sáng sớm, nghỉ trưa dài.",
        requirements="Quen việc vườn. Nhà gần có thể đi về trong ngày.",
        wage=(250_000, 300_000),
        per=WagePer.DAY,
        education=Education.NONE,
        contract=Contract.UNDER_12,
        form=WorkForm.SEASONAL,
        benefits=(Benefit.MEALS,),
        priorities=(Priority.POOR,),
    ),
    Job(
        title="Kỹ thuật nông nghiệp",
        occupation="3142",
        openings=1,
        description="Hướng dẫn xã viên ghi nhật ký canh tác, theo dõi sâu bệnh, làm hồ sơ vùng trồng để xuất khẩu.",
        requirements="Tốt nghiệp ngành trồng trọt hoặc bảo vệ thực vật. Chịu khó xuống vườn.",
        wage=(8_000_000, 10_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.INTERMEDIATE,
    ),
    Job(
        title="Công nhân đóng gói trái cây",
        occupation="9321",
        openings=15,
        description="Rửa, phân loại, dán tem và đóng thùng bưởi, chôm chôm ở nhà đóng gói của hợp tác xã.",
        requirements="Làm được khi vào vụ, có ngày tăng ca đến 19 giờ.",
        wage=(6_000_000, 7_500_000),
        contract=Contract.UNDER_12,
        benefits=(Benefit.MEALS, Benefit.INSURANCE),
    ),
    Job(
        title="Lao động nuôi cá, tôm càng xanh",
        occupation="6221",
        openings=4,
        description="Cho ăn, đo nước, thăm nhá và thu hoạch ở sáu ao. Có chòi ở lại ao, điện nước không tính tiền.",
        requirements="Biết bơi. Từng nuôi ao gia đình cũng được.",
        wage=(7_000_000, 8_500_000),
        education=Education.NONE,
        benefits=(Benefit.DORMITORY, Benefit.INSURANCE, Benefit.BONUS),
    ),
    Job(
        title="Kế toán hợp tác xã",
        occupation="3313",
        openings=1,
        description="Ghi sổ thu chi, chia công xã viên, lập báo cáo thuế và hồ sơ vay vốn; làm tại văn phòng hợp tác "
        "xã.",
        requirements="Đã làm kế toán tổng hợp. Thạo bảng tính.",
        wage=(8_000_000, 10_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.COLLEGE,
        experience=Experience.FROM_1_TO_2,
        contract=Contract.INDEFINITE,
        benefits=COVERED,
    ),
)
