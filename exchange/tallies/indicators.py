"""The indicators that are counted from records, in the order in which reports show them."""

from datetime import date

from exchange.benefits.codes import Verdict
from exchange.booths.codes import OutcomeCode
from exchange.counselling.codes import ClientKind
from exchange.kernel.texts import N_
from exchange.placements.codes import EvidenceLevel
from exchange.tallies import breakdowns as by
from exchange.tallies.codes import Part, Unit
from exchange.tallies.indicator import PERSON, Counting, Indicator
from exchange.tallies.sources.claims import DECIDED, RECEIVED
from exchange.tallies.sources.fairs import CAME, EMPLOYERS, HELD, OFFERED
from exchange.tallies.sources.interviews import INTERVIEWS, RESULTS
from exchange.tallies.sources.placements import PAID, PLACEMENTS
from exchange.tallies.sources.referrals import REFERRALS
from exchange.tallies.sources.vacancies import PUBLISHED
from exchange.tallies.sources.visits import VISITS

_VISITED = (by.TOPIC, by.CHANNEL, *by.OF_PEOPLE)
_SEEKING = {"kind": (ClientKind.JOB_SEEKER,)}
_PAID = {"kind": (ClientKind.BENEFIT,)}
_SERVED = {"kind": (ClientKind.SOLDIER,)}
_STARTED = {"level": int(EvidenceLevel.STARTED)}

COUNSELLING = (
    Indicator(
        "visits_job_seekers", N_("Tư vấn cho người tìm việc"), Unit.VISIT, Part.COUNSELLING,
        N_("Một người đến một trung tâm trong một ngày là một lượt, dù tư vấn nhiều lần hay nhiều nội dung; "
           "gồm tư vấn riêng và danh sách buổi tư vấn nhóm."),
        Counting(VISITS, only=_SEEKING, by=_VISITED), row=3,
    ),
    Indicator(
        "persons_job_seekers", N_("Người tìm việc được tư vấn"), Unit.PERSON, Part.COUNSELLING,
        N_("Số người khác nhau có ít nhất một lượt tư vấn với tư cách người tìm việc trong kỳ."),
        Counting(VISITS, PERSON, _SEEKING, by=by.OF_PEOPLE),
    ),
    Indicator(
        "visits_benefit", N_("Tư vấn cho người đang hưởng trợ cấp thất nghiệp"), Unit.VISIT, Part.COUNSELLING,
        N_("Một người đến một trung tâm trong một ngày là một lượt; lần đến thông báo tìm kiếm việc làm hằng tháng "
           "có tư vấn cũng là một lượt."),
        Counting(VISITS, only=_PAID, by=_VISITED), row=4,
    ),
    Indicator(
        "persons_benefit", N_("Người đang hưởng trợ cấp thất nghiệp được tư vấn"), Unit.PERSON, Part.COUNSELLING,
        N_("Số người khác nhau có ít nhất một lượt tư vấn với tư cách người hưởng trợ cấp thất nghiệp trong kỳ."),
        Counting(VISITS, PERSON, _PAID, by=by.OF_PEOPLE),
    ),
    Indicator(
        "soldiers_counselled", N_("Tư vấn cho quân nhân xuất ngũ"), Unit.SOLDIER, Part.COUNSELLING,
        N_("Số người khác nhau được tư vấn với tư cách quân nhân xuất ngũ, đếm theo danh sách. "
           "Khi số đếm bằng số người mà đơn vị khác báo ước lượng cho các buổi tư vấn thì ghi kèm khoảng."),
        Counting(VISITS, PERSON, _SERVED, by=by.OF_PEOPLE, told=True), row=6,
    ),
    Indicator(
        "visits", N_("Lượt tư vấn, mọi đối tượng"), Unit.VISIT, Part.COUNSELLING,
        N_("Tổng số lượt tư vấn của mọi loại khách hàng. Một người, một trung tâm, một ngày là một lượt."),
        Counting(VISITS, by=(by.KIND, *_VISITED)), planned=True,
    ),
    Indicator(
        "persons", N_("Người được tư vấn, mọi đối tượng"), Unit.PERSON, Part.COUNSELLING,
        N_("Số người khác nhau có ít nhất một lượt tư vấn trong kỳ."),
        Counting(VISITS, PERSON, by=by.OF_PEOPLE),
    ),
    Indicator(
        "referrals", N_("Giấy giới thiệu việc làm đã cấp"), Unit.REFERRAL, Part.COUNSELLING,
        N_("Số giấy giới thiệu cấp trong kỳ và không bị hủy; mỗi giấy là một, kể cả giấy thứ hai tới cùng một nơi."),
        Counting(REFERRALS, by=by.OF_PEOPLE),
    ),
    Indicator(
        "persons_referred", N_("Người được giới thiệu việc làm"), Unit.PERSON, Part.COUNSELLING,
        N_("Số người khác nhau được cấp ít nhất một giấy giới thiệu còn hiệu lực trong kỳ."),
        Counting(REFERRALS, PERSON, by=by.OF_PEOPLE), planned=True,
    ),
)  # fmt: skip
FAIRS = (
    Indicator(
        "fairs_held", N_("Phiên giao dịch việc làm đã tổ chức"), Unit.FAIR, Part.FAIRS,
        N_("Số phiên do trung tâm chủ trì đã khai mạc trong kỳ; phiên lập mà không khai mạc thì không tính."),
        Counting(HELD), planned=True,
    ),
    Indicator(
        "fair_employers", N_("Đơn vị, doanh nghiệp tham gia phiên giao dịch"), Unit.EMPLOYER, Part.FAIRS,
        N_("Số đơn vị khác nhau đã mở bàn phỏng vấn tại các phiên do trung tâm chủ trì, của mọi điểm cầu."),
        Counting(EMPLOYERS, "employer", {"present": (True,)}, by=(by.EMPLOYER_KIND,)), row=5,
    ),
    Indicator(
        "fair_employers_registered", N_("Đơn vị đăng ký dự phiên"), Unit.EMPLOYER, Part.FAIRS,
        N_("Số đơn vị khác nhau có gian hàng tại các phiên do trung tâm chủ trì."),
        Counting(EMPLOYERS, "employer", by=(by.EMPLOYER_KIND,)),
    ),
    Indicator(
        "fair_employers_interviewing", N_("Đơn vị có phỏng vấn tại phiên"), Unit.EMPLOYER, Part.FAIRS,
        N_("Số đơn vị khác nhau có ít nhất một cuộc phỏng vấn tại các phiên do trung tâm chủ trì."),
        Counting(EMPLOYERS, "employer", {"talked": (True,)}, by=(by.EMPLOYER_KIND,)),
    ),
    Indicator(
        "positions_offered", N_("Vị trí tuyển dụng tại phiên"), Unit.POSITION, Part.FAIRS,
        N_("Số vị trí khác nhau đã đăng, còn hạn và có ở một gian hàng trong ngày phiên."),
        Counting(OFFERED, by=(by.WANTED,)),
    ),
    Indicator(
        "openings_offered", N_("Nhu cầu tuyển dụng tại phiên"), Unit.OPENING, Part.FAIRS,
        N_("Tổng số người cần tuyển của các vị trí tại phiên; vị trí có ở nhiều phiên trong kỳ tính một lần."),
        Counting(OFFERED, adds="openings", by=(by.WANTED,)),
    ),
    Indicator(
        "fair_seekers_registered", N_("Người đăng ký dự phiên"), Unit.PERSON, Part.FAIRS,
        N_("Số người khác nhau đã đăng ký dự phiên, tính cho điểm cầu nơi đăng ký."),
        Counting(CAME, PERSON, by=by.OF_PEOPLE),
    ),
    Indicator(
        "fair_seekers", N_("Người tham gia phiên giao dịch"), Unit.PERSON, Part.FAIRS,
        N_("Số người khác nhau đã có mặt tại phiên, ở điểm cầu hoặc trực tuyến."),
        Counting(CAME, PERSON, {"present": (True,)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "interviews", N_("Cuộc phỏng vấn tại phiên"), Unit.INTERVIEW, Part.FAIRS,
        N_("Số cuộc phỏng vấn đã xong; một người phỏng vấn ba nơi là ba cuộc."), Counting(INTERVIEWS, by=by.OF_PEOPLE),
    ),
    Indicator(
        "persons_interviewed", N_("Người được phỏng vấn tại phiên"), Unit.PERSON, Part.FAIRS,
        N_("Số người khác nhau có ít nhất một cuộc phỏng vấn đã xong."), Counting(INTERVIEWS, PERSON, by=by.OF_PEOPLE),
    ),
    Indicator(
        "preselected", N_("Người đạt sơ tuyển tại phiên"), Unit.PERSON, Part.FAIRS,
        N_("Số người mà kết quả của phiên là đạt sơ tuyển; mỗi người ở một phiên một kết quả, nhận việc tính trước."),
        Counting(RESULTS, PERSON, {"result": (OutcomeCode.PRESELECTED,)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "second_interview", N_("Người được hẹn phỏng vấn lại"), Unit.PERSON, Part.FAIRS,
        N_("Số người mà kết quả của phiên là hẹn phỏng vấn lại; mỗi người ở một phiên một kết quả."),
        Counting(RESULTS, PERSON, {"result": (OutcomeCode.SECOND_INTERVIEW,)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "hired_on_spot", N_("Người được nhận tại phiên"), Unit.PERSON, Part.FAIRS,
        N_("Số người được ít nhất một đơn vị nhận tại phiên, theo kết quả đang có hiệu lực."),
        Counting(RESULTS, PERSON, {"result": (OutcomeCode.HIRED,)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "openings_published", N_("Nhu cầu tuyển dụng đã đăng"), Unit.OPENING, Part.FAIRS,
        N_("Tổng số người cần tuyển của các vị trí được duyệt đăng trong kỳ."),
        Counting(PUBLISHED, adds="openings", by=(by.EMPLOYER_KIND, by.WANTED)), planned=True,
    ),
)  # fmt: skip
PLACED = (
    Indicator(
        "hirings", N_("Lượt được nhà tuyển dụng báo nhận"), Unit.PLACEMENT, Part.PLACEMENTS,
        N_("Số lượt nhận việc còn hiệu lực có bằng chứng từ mức 1: nhà tuyển dụng báo nhận. Nhiều nguồn báo cùng một "
           "người, một đơn vị, một ngày bắt đầu là một lượt."),
        Counting(PLACEMENTS, least={"level": int(EvidenceLevel.EMPLOYER_SAID)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "placements", N_("Lượt nhận được việc làm"), Unit.PLACEMENT, Part.PLACEMENTS,
        N_("Số lượt nhận việc còn hiệu lực có bằng chứng từ mức 2: đã đi làm hoặc có hợp đồng."),
        Counting(PLACEMENTS, least=_STARTED, by=by.OF_PEOPLE),
    ),
    Indicator(
        "persons_placed", N_("Người nhận được việc làm"), Unit.PERSON, Part.PLACEMENTS,
        N_("Số người khác nhau có ít nhất một lượt nhận việc còn hiệu lực có bằng chứng từ mức 2."),
        Counting(PLACEMENTS, PERSON, least=_STARTED, by=by.OF_PEOPLE), planned=True,
    ),
    Indicator(
        "retained", N_("Lượt nhận việc còn làm sau 1 tháng hoặc 3 tháng"), Unit.PLACEMENT, Part.PLACEMENTS,
        N_("Số lượt nhận việc còn hiệu lực có bằng chứng mức 3: còn làm việc sau 1 tháng hoặc 3 tháng."),
        Counting(PLACEMENTS, least={"level": int(EvidenceLevel.RETAINED)}, by=by.OF_PEOPLE),
    ),
    Indicator(
        "placed_from_benefit", N_("Người nhận việc khi đang hưởng trợ cấp thất nghiệp"), Unit.PERSON, Part.PLACEMENTS,
        N_("Trong số người nhận được việc làm, người đang hưởng trợ cấp thất nghiệp vào ngày bắt đầu làm việc: quyết "
           "định hưởng còn thời hạn và chưa chấm dứt trước ngày đó. Tạm dừng hoặc chuyển hưởng vẫn là đang hưởng."),
        Counting(PAID, PERSON, least=_STARTED, by=by.OF_PEOPLE), version=2, since=date(2026, 11, 28),
        formerly=(
            N_("Trong số người nhận được việc làm, người có quyết định hưởng trợ cấp thất nghiệp đang còn thời hạn."),
        ),
    ),
)  # fmt: skip
INSURED = (
    Indicator(
        "benefit_claims_received", N_("Hồ sơ hưởng trợ cấp thất nghiệp đã tiếp nhận"), Unit.DOSSIER, Part.INSURANCE,
        N_("Số hồ sơ trung tâm tiếp nhận trong kỳ; hồ sơ chuyển hưởng đến không tính."),
        Counting(RECEIVED, by=by.OF_PEOPLE),
    ),
    Indicator(
        "benefit_claims_decided", N_("Hồ sơ hưởng bảo hiểm thất nghiệp đã giải quyết"), Unit.DOSSIER, Part.INSURANCE,
        N_("Số hồ sơ có quyết định đầu tiên (hưởng hoặc không hưởng) trong kỳ; hồ sơ chuyển hưởng đến không tính."),
        Counting(DECIDED, by=by.OF_PEOPLE), row=7,
    ),
    Indicator(
        "benefit_granted", N_("Quyết định hưởng trợ cấp thất nghiệp"), Unit.DECISION, Part.INSURANCE,
        N_("Trong số hồ sơ đã giải quyết, số được hưởng, theo nội dung đính chính mới nhất; quyết định bị hủy vẫn "
           "tính ở đây."),
        Counting(DECIDED, only={"verdict": (Verdict.GRANTED,)}, by=by.OF_PEOPLE),
    ),
)  # fmt: skip
COUNTED = (*COUNSELLING, *FAIRS, *PLACED, *INSURED)
