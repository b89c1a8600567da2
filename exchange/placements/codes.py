"""Words of the placement register."""

from exchange.kernel.codes import Code, Reason
from exchange.kernel.texts import N_


class EvidenceLevel(Code):
    """How sure a placement is. A report names the level it counts."""

    CLAIM = "0", N_("Người lao động tự báo")
    EMPLOYER_SAID = "1", N_("Nhà tuyển dụng báo nhận")
    STARTED = "2", N_("Đã đi làm hoặc có hợp đồng")
    RETAINED = "3", N_("Còn làm việc sau 1 và 3 tháng")


class EvidenceSource(Code):
    """Where a step of evidence comes from."""

    FAIR_OUTCOME = "fair_outcome", N_("Kết quả tại phiên giao dịch")


class PlacementReason(Reason):
    """Why something cannot be done with a placement."""

    REVERSED = "reversed", N_("Ghi nhận này đã được hủy trước đó.")
