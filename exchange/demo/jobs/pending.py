"""Vacancies that are not published: one is being written, one waits, one waits with wording the centre must look at."""

from exchange.demo.shapes import FACTORY, Job

DRAFT = Job(
    title="Nhân viên vệ sinh công nghiệp",
    occupation="9613",
    openings=5,
    description="Vệ sinh sàn xưởng và đường nội bộ sau giờ tan ca, thu gom vải vụn đúng nơi quy định.",
    requirements="Chăm chỉ.",
    wage=(6_000_000, 7_000_000),
)
WAITING = Job(
    title="Công nhân ủi, gấp xếp thành phẩm",
    occupation="8157",
    openings=14,
    description="Ủi hơi, gấp áo theo mẫu, kẹp thẻ bài và xếp thùng theo cỡ số trước khi xuất hàng.",
    requirements="Chưa biết được hướng dẫn trong một tuần.",
    wage=(6_300_000, 7_800_000),
    benefits=FACTORY,
)
FLAGGED = Job(
    title="Công nhân đứng máy ép đế",
    occupation="8156",
    openings=10,
    description="Đứng máy ép đế, canh nhiệt và áp lực từng khuôn, báo kỹ thuật khi máy báo lỗi.",
    requirements="Chỉ tuyển nam, tuổi từ 18 đến 35, chịu được ca đêm.",
    wage=(7_200_000, 9_000_000),
    benefits=FACTORY,
)
