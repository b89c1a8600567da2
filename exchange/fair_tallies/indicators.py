"""The figures of a fair's tally, each defined here and nowhere else: what it counts, for whom, and how to say so.

The order is the order on the page. The list follows the form that centres fill in after a fair.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from exchange.booths.codes import CallAnswer, Mode, OutcomeCode, ReferredTo, TicketEnd
from exchange.fair_tallies import facts
from exchange.fair_tallies.codes import Group, RecordKind, Skill, Unit, Workplace
from exchange.fair_tallies.indicator import Breakdown, Indicator, Part, parts_of
from exchange.kernel.texts import N_
from exchange.seekers.codes import Channel, Sex

_booth, _vacancy, _person = facts.BOOTHS.c, facts.VACANCIES.c, facts.PERSONS.c
_there, _ticket, _call = facts.ATTENDANCE.c, facts.TICKETS.c, facts.CALLS.c
_talk, _placed = facts.INTERVIEWED.c, facts.PLACEMENTS.c

_SEX = N_("Theo giới tính người tìm việc tự khai; người không nêu được đếm riêng.")
_SKILL = N_("Lao động phổ thông là chưa qua đào tạo; các trình độ còn lại tính là có chuyên môn kỹ thuật.")
_RESULT = N_("Theo kết quả đang có hiệu lực; nếu đã sửa thì tính lần sửa cuối.")
_PLACE = N_("Theo tỉnh, thành phố ghi đầu tiên, theo địa giới ngày mở phiên; so với tỉnh của điểm cầu đưa đơn vị vào.")

EMPLOYERS = Indicator(
    "employers_registered", N_("Đơn vị đăng ký tham gia"), Unit.EMPLOYER, Group.EMPLOYERS, RecordKind.BOOTH,
    N_("Số nhà tuyển dụng có gian hàng trong phiên, tính cho điểm cầu đưa đơn vị vào phiên. Mỗi đơn vị một gian hàng."),
    facts.BOOTHS, _booth.booth, public=True,
)  # fmt: skip
PRESENT = Indicator(
    "employers_present", N_("Đơn vị có mặt"), Unit.EMPLOYER, Group.EMPLOYERS, RecordKind.BOOTH,
    N_("Số nhà tuyển dụng đã mở bàn phỏng vấn ít nhất một lần trong phiên."),
    facts.BOOTHS, _booth.booth, where=_booth.present.is_(True), public=True,
)  # fmt: skip
INTERVIEWING = Indicator(
    "employers_interviewing", N_("Đơn vị đã phỏng vấn"), Unit.EMPLOYER, Group.EMPLOYERS, RecordKind.BOOTH,
    N_("Số nhà tuyển dụng có ít nhất một cuộc phỏng vấn đã bắt đầu."),
    facts.BOOTHS, _booth.booth, where=_booth.talked.is_(True), public=True,
)  # fmt: skip
POSITIONS = Indicator(
    "positions_offered", N_("Vị trí tuyển dụng"), Unit.POSITION, Group.EMPLOYERS, RecordKind.VACANCY,
    N_("Số vị trí đã được duyệt đăng, còn hạn trong ngày mở phiên và có ở một gian hàng. Mỗi vị trí tính một lần."),
    facts.VACANCIES, _vacancy.vacancy, public=True,
)  # fmt: skip
OPENINGS = Indicator(
    "openings_offered", N_("Nhu cầu tuyển dụng"), Unit.OPENING, Group.EMPLOYERS, RecordKind.VACANCY,
    N_("Tổng số người cần tuyển của các vị trí đã được duyệt đăng, còn hạn trong ngày mở phiên và có ở một gian hàng; "
       "kể cả số đã tuyển được trong phiên."),
    facts.VACANCIES, _vacancy.vacancy, amount=_vacancy.openings, public=True,
)  # fmt: skip
REGISTERED = Indicator(
    "seekers_registered", N_("Người đăng ký dự phiên"), Unit.PERSON, Group.SEEKERS, RecordKind.SEEKER,
    N_("Số người đã đăng ký dự phiên, tính cho điểm cầu nơi đăng ký. Mỗi người chỉ thuộc một điểm cầu."),
    facts.ATTENDANCE, _there.seeker, public=True,
)  # fmt: skip
ATTENDING = Indicator(
    "seekers_present", N_("Người tham gia"), Unit.PERSON, Group.SEEKERS, RecordKind.SEEKER,
    N_("Số người đăng ký đã có mặt trong phiên, tại điểm cầu hoặc trực tuyến."),
    facts.ATTENDANCE, _there.seeker, where=_there.checked_in_at.is_not(None), public=True,
)  # fmt: skip
TICKETS = Indicator(
    "tickets_taken", N_("Số thứ tự đã lấy"), Unit.VISIT, Group.SEEKERS, RecordKind.TICKET,
    N_("Số lượt lấy số ở các gian hàng, tính cho điểm cầu của người tìm việc. Một người có thể lấy nhiều số."),
    facts.TICKETS, _ticket.ticket, public=True,
)  # fmt: skip
WITH_TICKET = Indicator(
    "seekers_with_ticket", N_("Người đã lấy số"), Unit.PERSON, Group.SEEKERS, RecordKind.SEEKER,
    N_("Số người đã lấy ít nhất một số thứ tự; lấy nhiều số vẫn tính một người."), facts.TICKETS, _ticket.seeker,
)  # fmt: skip
CALLS = Indicator(
    "calls_made", N_("Lời mời phỏng vấn"), Unit.VISIT, Group.SEEKERS, RecordKind.CALL,
    N_("Số lần gian hàng mời người đang chờ vào phỏng vấn, kể cả lần không được trả lời."), facts.CALLS, _call.call,
)  # fmt: skip
CALLED = Indicator(
    "seekers_called", N_("Người được mời phỏng vấn"), Unit.PERSON, Group.SEEKERS, RecordKind.SEEKER,
    N_("Số người được mời ít nhất một lần; mời nhiều lần vẫn tính một người."), facts.CALLS, _call.seeker,
)  # fmt: skip
INTERVIEWS = Indicator(
    "interviews_held", N_("Cuộc phỏng vấn"), Unit.VISIT, Group.RESULTS, RecordKind.INTERVIEW,
    N_("Số cuộc phỏng vấn đã bắt đầu sau khi người tìm việc nhận lời mời, tính cho điểm cầu của người tìm việc."),
    facts.INTERVIEWED, _talk.interview, public=True,
)  # fmt: skip
INTERVIEWED = Indicator(
    "seekers_interviewed", N_("Người được phỏng vấn"), Unit.PERSON, Group.RESULTS, RecordKind.SEEKER,
    N_("Số người có ít nhất một cuộc phỏng vấn đã xong; phỏng vấn nhiều nơi vẫn tính một người."),
    facts.PERSONS, _person.seeker, public=True,
)  # fmt: skip
PLACEMENTS = Indicator(
    "placements", N_("Lượt nhận được việc làm"), Unit.VISIT, Group.PLACEMENTS, RecordKind.PLACEMENT,
    N_("Số lượt nhận việc còn hiệu lực, mức bằng chứng: nhà tuyển dụng báo nhận. "
       "Một người được cùng một đơn vị nhận nhiều lần trong phiên chỉ tính một lượt."),
    facts.PLACEMENTS, _placed.placement, where=_placed.standing.is_(True), public=True,
)  # fmt: skip
PLACED = Indicator(
    "seekers_placed", N_("Người nhận được việc làm"), Unit.PERSON, Group.PLACEMENTS, RecordKind.SEEKER,
    N_("Số người có ít nhất một lượt nhận việc còn hiệu lực; được nhiều đơn vị nhận vẫn tính một người."),
    facts.PLACEMENTS, _placed.seeker, where=_placed.standing.is_(True), public=True,
)  # fmt: skip
REVERSED = Indicator(
    "placements_reversed", N_("Lượt nhận việc đã hủy"), Unit.VISIT, Group.PLACEMENTS, RecordKind.PLACEMENT,
    N_("Số lượt nhận việc từng ghi nhưng không còn hiệu lực vì kết quả phỏng vấn đã được sửa."),
    facts.PLACEMENTS, _placed.placement, where=_placed.standing.is_(False),
)  # fmt: skip

_RESULTS = (*map(Part.of, OutcomeCode), Part(None, "none", N_("Chưa có kết quả")))
_MODE = Breakdown("mode", N_("Theo hình thức tham gia."), _booth.mode, tuple(map(Part.of, Mode)), public=True)
_OFFERED_WHERE = Breakdown("place", _PLACE, _vacancy.workplace, tuple(map(Part.of, Workplace)), public=True)
_OFFERED_TO = Breakdown(
    "skill", _SKILL, _vacancy.skill, tuple(map(Part.of, (Skill.QUALIFIED, Skill.UNSKILLED))), public=True
)
_CHANNEL = Breakdown("channel", N_("Theo cách đăng ký."), _there.channel, tuple(map(Part.of, Channel)))
_SEX_THERE = Breakdown("sex", _SEX, _there.sex, tuple(map(Part.of, Sex)), public=True, sensitive=True)
_TICKET_END = Breakdown(
    "end", N_("Theo cách số thứ tự kết thúc."), _ticket.ended_as,
    (*map(Part.of, TicketEnd), Part(None, "open", N_("Đang chờ hoặc đang phỏng vấn"))),
)  # fmt: skip
_ANSWER = Breakdown(
    "answer", N_("Theo trả lời của người được mời."), _call.answer,
    (*map(Part.of, CallAnswer), Part(None, "open", N_("Đang chờ trả lời"))),
)  # fmt: skip
_TALK_RESULT = Breakdown("result", _RESULT, _talk.code, _RESULTS)
_SENT_TO = Breakdown(
    "to", N_("Theo nơi được giới thiệu tới."), _talk.referred_to,
    (*map(Part.of, ReferredTo), Part(None, "not_stated", N_("Không xác định"))),
)  # fmt: skip
_PERSON_RESULT = Breakdown(
    "result",
    N_("Mỗi người tính theo một kết quả đang có hiệu lực: nhận việc tính trước, rồi đến kết quả ghi sau cùng."),
    _person.code, _RESULTS, public=True,
)  # fmt: skip
_PERSON_SEX = Breakdown("sex", _SEX, _person.sex, tuple(map(Part.of, Sex)), public=True, sensitive=True)
_PERSON_SKILL = Breakdown("skill", _SKILL, _person.skill, tuple(map(Part.of, Skill)), public=True, sensitive=True)
_TAKEN_WHERE = Breakdown(
    "place", N_("Nơi làm việc so với tỉnh cư trú của người lao động, theo địa giới ngày được nhận."),
    _placed.workplace, tuple(map(Part.of, Workplace)), public=True,
)  # fmt: skip


def _parted(parts: Sequence[Indicator], further: Mapping[OutcomeCode, Sequence[Breakdown]]) -> Iterator[Indicator]:
    """The parts by result, each followed by its own parts where the form asks for them."""
    for part, result in zip_longest(parts, OutcomeCode):
        yield part
        for breakdown in further.get(result, ()):
            yield from parts_of(part, breakdown)


INDICATORS: tuple[Indicator, ...] = (
    EMPLOYERS, *parts_of(EMPLOYERS, _MODE),
    PRESENT,
    INTERVIEWING, *parts_of(INTERVIEWING, _MODE),
    POSITIONS,
    OPENINGS, *parts_of(OPENINGS, _OFFERED_WHERE), *parts_of(OPENINGS, _OFFERED_TO),
    REGISTERED, *parts_of(REGISTERED, _CHANNEL),
    ATTENDING, *parts_of(ATTENDING, _SEX_THERE),
    TICKETS, *parts_of(TICKETS, _TICKET_END),
    WITH_TICKET,
    CALLS, *parts_of(CALLS, _ANSWER),
    CALLED,
    INTERVIEWS, *_parted(parts_of(INTERVIEWS, _TALK_RESULT), {OutcomeCode.REFERRED: (_SENT_TO,)}),
    INTERVIEWED, *_parted(parts_of(INTERVIEWED, _PERSON_RESULT), {
        OutcomeCode.HIRED: (_PERSON_SEX, _PERSON_SKILL), OutcomeCode.PRESELECTED: (_PERSON_SEX, _PERSON_SKILL)}),
    PLACEMENTS, *parts_of(PLACEMENTS, _TAKEN_WHERE),
    PLACED,
    REVERSED,
)  # fmt: skip
BY_CODE: dict[str, Indicator] = {indicator.code: indicator for indicator in INDICATORS}
