"""The table of unemployment insurance: its rows, what each counts, and the counting. Parts always add up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct, structs

from exchange.benefits.codes import AgeBand, ClaimOrigin, EndGround, EventKind, Unit, Verdict
from exchange.benefits.rules import FEWEST, MOST
from exchange.kernel.texts import N_
from exchange.seekers.codes import Sex

_YOUNG, _MIDDLE = 24, 40


class Granted(Struct, frozen=True):
    """A decision as corrected. `day`: of the first decision on the claim; `monthly` in đồng; None for a refusal."""

    person_id: UUID
    sex: Sex
    birth_year: int
    day: date
    verdict: Verdict
    months: int | None
    monthly: int | None


class Counted(Struct, frozen=True):
    """The facts of a period at a centre."""

    received: Sequence[ClaimOrigin]
    decisions: Sequence[Granted]
    cancelled: int
    events: Sequence[tuple[EventKind, EndGround | None]]
    counselled: int = 0
    referred: int = 0
    trained: int = 0


class Row(Struct, frozen=True):
    """A row of the table. `part_of`: the code of the row it is a part of; `n` stands in the title; None prints "–".

    `so_far`: the same from the beginning of the year.
    """

    code: str
    title: str
    unit: Unit
    definition: str
    value: int | float | None
    part_of: str = ""
    depth: int = 0
    n: int | None = None
    so_far: int | float | None = None


def year_begins(start: date, end: date) -> date:
    """From which day the figures "so far" are counted: the calendar year of the period's end, or the period itself."""
    return min(start, date(end.year, 1, 1))


def beside(period: Iterable[Row], so_far: Iterable[Row]) -> list[Row]:
    """The rows of a period, each with its figure from the beginning of the year."""
    return [structs.replace(row, so_far=year.value) for row, year in zip(period, so_far, strict=True)]


def band(age: int) -> AgeBand:
    """The band of an age in years."""
    if age <= _YOUNG:
        return AgeBand.TO_24
    return AgeBand.FROM_25 if age <= _MIDDLE else AgeBand.OVER_40


def rows(counted: Counted) -> list[Row]:
    """All rows of the form."""
    granted = [one for one in counted.decisions if one.verdict is Verdict.GRANTED]
    return [
        *_received(counted),
        *_decided(granted),
        *_happened(counted),
        *_ended(counted.events),
        *_helped(counted),
        *_by_months(granted),
        *_amounts(granted),
    ]


def _received(counted: Counted) -> Iterable[Row]:
    elsewhere = sum(origin is ClaimOrigin.OTHER_PROVINCE for origin in counted.received)
    said = N_("Số hồ sơ trung tâm tiếp nhận có ngày tiếp nhận trong kỳ; hồ sơ chuyển hưởng đến không tính.")
    yield Row("1", N_("Hồ sơ tiếp nhận"), Unit.CLAIMS, said, len(counted.received))
    said = N_("Trong số đó, hồ sơ của người đang sống hoặc đã làm việc ở tỉnh khác.")
    yield Row("1a", N_("Trong đó từ tỉnh khác"), Unit.CLAIMS, said, elsewhere, "", 1)
    refused = sum(one.verdict is Verdict.REFUSED for one in counted.decisions)
    said = N_("Số hồ sơ có quyết định không hưởng; ngày của quyết định đầu tiên nằm trong kỳ.")
    yield Row("2", N_("Không đủ điều kiện hưởng"), Unit.CLAIMS, said, refused)


def _decided(granted: Sequence[Granted]) -> Iterable[Row]:
    said = N_(
        "Số quyết định hưởng có ngày trong kỳ, theo nội dung đính chính mới nhất; quyết định bị hủy vẫn tính ở đây."
    )
    yield Row("3", N_("Quyết định hưởng"), Unit.DECISIONS, said, len(granted))
    by_sex = Counter(one.sex for one in granted)
    by_both = Counter((one.sex, band(one.day.year - one.birth_year)) for one in granted)
    said_sex = N_("Theo giới tính trong hồ sơ được giữ của người lao động.")
    said_age = N_("Tuổi là năm của quyết định trừ năm sinh.")
    for sex in Sex:
        whole = f"3.{sex.value}"
        yield Row(whole, sex.label, Unit.DECISIONS, said_sex, by_sex[sex], "3", 1)
        for age in AgeBand:
            code = f"{whole}.{age.value}"
            yield Row(code, age.label, Unit.DECISIONS, said_age, by_both[sex, age], whole, 2)


def _happened(counted: Counted) -> Iterable[Row]:
    said = N_("Số quyết định hưởng bị hủy, ngày hủy nằm trong kỳ.")
    yield Row("4", N_("Quyết định hưởng bị hủy"), Unit.DECISIONS, said, counted.cancelled)
    kinds = Counter(kind for kind, _ in counted.events)
    said = N_("Số lần ghi có ngày trong kỳ; lần ghi đã rút lại không tính.")
    for code, kind in (
        ("5a", EventKind.MOVED_OUT),
        ("5b", EventKind.MOVED_IN),
        ("6", EventKind.SUSPENDED),
        ("7", EventKind.RESUMED),
    ):
        yield Row(code, kind.label, Unit.DECISIONS, said, kinds[kind])


def _ended(events: Sequence[tuple[EventKind, EndGround | None]]) -> Iterable[Row]:
    grounds = Counter(ground for kind, ground in events if kind is EventKind.ENDED)
    said = N_("Số lần chấm dứt hưởng có ngày trong kỳ; lần ghi đã rút lại không tính.")
    yield Row("8", EventKind.ENDED.label, Unit.DECISIONS, said, grounds.total())
    said = N_("Theo căn cứ ghi trong quyết định chấm dứt.")
    for ground in EndGround:
        yield Row(f"8.{ground.value}", ground.label, Unit.DECISIONS, said, grounds[ground], "8", 1)


def _helped(counted: Counted) -> Iterable[Row]:
    said = N_("Số người khác nhau được tư vấn tại trung tâm trong kỳ với đối tượng là người hưởng trợ cấp thất nghiệp.")
    yield Row("9", N_("Người được tư vấn, giới thiệu việc làm"), Unit.PERSONS, said, counted.counselled)
    said = N_("Trong số đó, người có giấy giới thiệu việc làm ghi trong kỳ; giấy đã hủy không tính.")
    yield Row("9a", N_("Trong đó được giới thiệu việc làm"), Unit.PERSONS, said, counted.referred, "", 1)
    said = N_("Số quyết định hỗ trợ học nghề có ngày trong kỳ; quyết định đã rút lại không tính.")
    yield Row("10", N_("Quyết định hỗ trợ học nghề"), Unit.DECISIONS, said, counted.trained)


def _by_months(granted: Sequence[Granted]) -> Iterable[Row]:
    newest = {one.person_id: one.months for one in sorted(granted, key=lambda one: one.day)}
    months = Counter(newest.values())
    said = N_(
        "Số người khác nhau có quyết định hưởng ở dòng 3; người có hai quyết định tính một lần, theo quyết định sau."
    )
    yield Row("11", N_("Người được hưởng"), Unit.PERSONS, said, len(newest))
    said = N_("Theo số tháng được hưởng ghi trong quyết định.")
    for n in range(FEWEST, MOST + 1):
        yield Row(f"11.{n}", N_("Được hưởng %(n)s tháng"), Unit.PERSONS, said, months[n], "11", 1, n)


def _amounts(granted: Sequence[Granted]) -> Iterable[Row]:
    monthly = [one.monthly for one in granted if one.monthly is not None]
    months = [one.months for one in granted if one.months is not None]
    average = (2 * sum(monthly) + len(monthly)) // (2 * len(monthly)) if monthly else None
    said = N_("Tổng mức hưởng hằng tháng của các quyết định ở dòng 3 chia cho số quyết định, làm tròn đến đồng.")
    yield Row("12", N_("Mức hưởng bình quân"), Unit.DONG, said, average)
    said = N_("Mức hưởng hằng tháng cao nhất trong các quyết định ở dòng 3.")
    yield Row("13", N_("Mức hưởng cao nhất"), Unit.DONG, said, max(monthly, default=None))
    said = N_("Tổng số tháng hưởng của các quyết định ở dòng 3 chia cho số quyết định, một chữ số thập phân.")
    mean = round(sum(months) / len(months), 1) if months else None
    yield Row("14", N_("Số tháng hưởng bình quân"), Unit.MONTHS, said, mean)
