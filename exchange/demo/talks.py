"""What is said in the demo's interviews: the booth speaks first, then the two in turn."""

WELCOME = (
    "Chào anh/chị, cảm ơn anh/chị đã chờ. Mình bắt đầu nhé?",
    "Chào anh/chị. Tôi xem hồ sơ rồi, xin hỏi thêm vài điều.",
    "Chào anh/chị, tôi phụ trách tuyển dụng. Anh/chị nghe rõ chứ?",
)
TALKS = (
    (
        "Dạ chào anh/chị, em sẵn sàng rồi.",
        "Trước giờ em làm việc gì, ở đâu?",
        "Dạ em làm xưởng hai năm, nghỉ hồi tháng trước vì xa nhà.",
        "Bên mình có xe đưa đón theo xã. Em đi làm được từ ngày nào?",
        "Dạ đầu tháng sau em đi được. Ca đêm có phụ cấp không ạ?",
        "Có, ca đêm cộng ba mươi phần trăm theo quy định. Em xem bảng lương ở mục vị trí nhé.",
        "Dạ em xem rồi, em đồng ý.",
    ),
    (
        "Dạ nghe rõ ạ. Em muốn hỏi vị trí đang tuyển.",
        "Vị trí này làm giờ hành chính, hợp đồng từ một năm. Em thấy giờ giấc vậy có hợp không?",
        "Dạ hợp ạ, em muốn làm lâu dài.",
        "Nếu thử việc một tháng, em mong lương bao nhiêu?",
        "Dạ khoảng tám triệu, có bảo hiểm là em yên tâm.",
        "Mức đó phù hợp. Tôi ghi lại và trả lời em ngay sau đây.",
    ),
    (
        "Chào anh/chị ạ. Em chưa làm việc này bao giờ, có được dạy không ạ?",
        "Được em, ba tuần đầu có người kèm, vẫn tính lương.",
        "Dạ. Chỗ ở thì sao ạ, nhà em ở xã xa.",
        "Có ký túc xá, tám người một phòng, không thu tiền điện nước.",
        "Dạ vậy em muốn thử ạ.",
    ),
    (
        "Dạ em chào anh/chị.",
        "Em có mang theo giấy phép lái xe không? Cho tôi biết hạng và năm cấp.",
        "Dạ hạng C, cấp bốn năm trước, em chạy xe 5 tấn.",
        "Tuyến bên mình đi trong ngày, tối về nhà. Em có ngại bốc hàng phụ không?",
        "Dạ phụ một tay thì được, em quen rồi.",
        "Tốt. Em chờ tôi ghi kết quả nhé.",
        "Dạ em cảm ơn.",
    ),
)
WELCOME_TO_ALL = (
    "Phiên đang diễn ra. Anh/chị chọn gian hàng, lấy số và giữ máy bên mình: đến lượt, trang sẽ báo. "
    "Cần giúp, gọi đường dây nóng 0294 300 0084."
)
WELCOME_TO_RECRUITERS = "Các gian hàng vui lòng ghi kết quả ngay sau mỗi cuộc phỏng vấn để mời người tiếp theo."
SUMMARY = (
    "Mười hai doanh nghiệp của bốn tỉnh, thành phố phỏng vấn trực tuyến; người lao động dự tại nhà "
    "hoặc tại các điểm cầu, không mất phí."
)
NAME = "Phiên giao dịch việc làm trực tuyến Trà Vinh – Bến Tre – Bình Dương – Cần Thơ"
PROGRAMME = (  # minutes after the opening
    (0, "Khai mạc, giới thiệu bốn điểm cầu"),
    (15, "Doanh nghiệp giới thiệu vị trí tuyển dụng"),
    (30, "Phỏng vấn trực tuyến tại các gian hàng"),
    (240, "Tư vấn học nghề và bảo hiểm thất nghiệp"),
    (500, "Tổng kết phiên"),
)
