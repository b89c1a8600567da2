"""The records behind figures, described one by one: what stands in the columns of each kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from exchange.tallies import record_people as people
from exchange.tallies import record_things as things
from exchange.tallies.access import TallyDesk
from exchange.tallies.codes import GONE_LABEL, RecordKind
from exchange.tallies.record import Record

_AT_ONCE = 500  # ids in a statement: an engine takes only so many values


@dataclass(frozen=True, eq=False)
class Listing:
    """How records of one kind are shown: the names of their columns, and who finds them by their ids."""

    names: tuple[str, ...]
    found: Callable[[Reading, UUID, Sequence[UUID], datetime | None], dict[UUID, Record]]


_DAY, _PERSON, _EMPLOYER = N_("Ngày"), N_("Họ tên"), N_("Nhà tuyển dụng")
_FAIR, _KIND = N_("Phiên"), N_("Loại hình")
LISTINGS: dict[RecordKind, Listing] = {
    RecordKind.VISIT: Listing(
        (_DAY, _PERSON, N_("Loại khách hàng"), N_("Hình thức"), N_("Người tư vấn"), N_("Nội dung")), people.visits
    ),
    RecordKind.PERSON: Listing(
        (_PERSON, N_("Năm sinh"), N_("Giới tính"), N_("Huyện, xã"), N_("Tỉnh, thành phố")), people.persons
    ),
    RecordKind.CLAIM: Listing(
        (N_("Số hồ sơ"), _PERSON, N_("Ngày tiếp nhận"), N_("Ngày quyết định"), N_("Kết quả")), people.claims
    ),
    RecordKind.REFERRAL: Listing(
        (N_("Số giấy"), _PERSON, N_("Ngày cấp"), _EMPLOYER, N_("Vị trí")), people.slips
    ),
    RecordKind.PLACEMENT: Listing(
        (N_("Ngày nhận việc"), _PERSON, _EMPLOYER, N_("Vị trí"), N_("Bằng chứng")), people.placements
    ),
    RecordKind.INTERVIEW: Listing((_DAY, _PERSON, _EMPLOYER, _FAIR, N_("Kết quả")), people.interviews),
    RecordKind.FAIR: Listing((N_("Ngày khai mạc"), _FAIR, N_("Hình thức"), N_("Trung tâm chủ trì")), things.fairs),
    RecordKind.BOOTH: Listing((N_("Gian hàng"), _EMPLOYER, _FAIR, N_("Hình thức")), things.booths),
    RecordKind.EMPLOYER: Listing((_EMPLOYER, N_("Mã số thuế"), _KIND, N_("Tỉnh, thành phố")), things.employers),
    RecordKind.VACANCY: Listing(
        (N_("Vị trí"), _EMPLOYER, N_("Chỉ tiêu"), N_("Nơi làm việc"), N_("Trình độ")), things.vacancies
    ),
}  # fmt: skip


def columns_of(kind: RecordKind) -> tuple[str, ...]:
    """The names of the columns in which records of a kind are shown."""
    return LISTINGS[kind].names


def described(
    db: Reading, desk: TallyDesk, kind: RecordKind, ids: Sequence[UUID], *, known: datetime | None = None
) -> list[Record]:
    """Records in the order of their ids, as they are now or as they were known at a moment.

    One that is no longer there, because a whole import was taken back, says so. Whoever shows them to somebody
    journals it: `actions.open_records`.
    """
    listing = LISTINGS[kind]
    found: dict[UUID, Record] = {}
    for at in range(0, len(ids), _AT_ONCE):
        found |= listing.found(db, desk.centre_id, ids[at : at + _AT_ONCE], known)
    nothing = (GONE_LABEL, *([None] * (len(listing.names) - 1)))
    return [found.get(own) or Record(own, None, "", nothing) for own in ids]
