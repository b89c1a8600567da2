"""A warehouse and haulage firm."""

from exchange.demo.shapes import COVERED, FACTORY, Job
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Benefit, Education, Experience

JOBS = (
    Job(
        title="Lái xe tải hạng C",
        occupation="8332",
        openings=10,
        description="Chạy tuyến miền Tây trong ngày, xe 8 tấn. Dầu và phí cầu đường do công ty chi; có chỗ nghỉ đầu "
        "bến.",
        requirements="Giấy phép lái xe hạng C còn hạn. Không dùng rượu bia khi chạy xe.",
        wage=(12_000_000, 16_000_000),
        qualification=Qualification.SHORT_CERTIFICATE,
        experience=Experience.FROM_1_TO_2,
        benefits=(*COVERED, Benefit.DORMITORY),
        places=(("79", "Kho Bốn Mùa, phường Thuận An"), ("92", "Trạm trung chuyển phường Cái Răng")),
    ),
    Job(
        title="Lái xe nâng",
        occupation="8344",
        openings=6,
        description="Nâng hạ pallet trong kho và lên xuống xe; kiểm tra xe đầu ca theo bảng.",
        requirements="Có chứng chỉ lái xe nâng.",
        wage=(9_500_000, 12_000_000),
        qualification=Qualification.SHORT_CERTIFICATE,
        experience=Experience.UNDER_1,
        shifts=True,
        benefits=FACTORY,
    ),
    Job(
        title="Nhân viên soạn hàng",
        occupation="9333",
        openings=40,
        description="Lấy hàng theo phiếu, đóng thùng, dán mã và xếp lên xe. Đi bộ nhiều, có giày bảo hộ.",
        requirements="Biết dùng điện thoại thông minh để quét mã.",
        wage=(8_000_000, 10_500_000),
        shifts=True,
        benefits=(*FACTORY, Benefit.HOUSING_AID),
    ),
    Job(
        title="Nhân viên giao hàng xe máy",
        occupation="9621",
        openings=15,
        description="Giao hàng trong bán kính 10 km quanh kho. Lương cứng cộng tiền theo đơn, hoàn tiền xăng theo số "
        "km.",
        requirements="Có xe máy và giấy phép lái xe. Thuộc đường, lễ phép với khách.",
        wage=(9_000_000, 14_000_000),
        benefits=COVERED,
        places=(("92", "Phường Cái Răng"), ("79", "Phường Thuận An")),
    ),
    Job(
        title="Nhân viên chứng từ vận tải",
        occupation="4323",
        openings=3,
        description="Lập lệnh vận chuyển, đối chiếu phiếu giao nhận, gọi tài xế và khách khi chuyến trễ.",
        requirements="Đánh máy nhanh, nghe gọi điện thoại rõ ràng.",
        wage=(8_500_000, 11_000_000),
        education=Education.UPPER_SECONDARY,
        qualification=Qualification.INTERMEDIATE,
    ),
)
