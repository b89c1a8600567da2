"""What does not fit together in the figures of a report: said as notes, never repaired. Pure rules over lines."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from exchange.kernel.texts import N_
from exchange.plans import rules
from exchange.plans.codes import Rounding
from exchange.tallies.writing import grouped

_CARD = 804_600  # đồng: 4,5% of the base salary of 1.490.000 (decree 38/2019) for 12 months (law on health insurance)
_CARD_YEARS = (2020, 2021, 2022)  # the base salary stood from 1 July 2019 to 30 June 2023
_OFTEN = 4  # visits for each claim that is decided: more means that the monthly declarations are among them


class Checked(NamedTuple):
    """A line as the checks read it. `percent`: what a paper prints of a plan, in hundredths."""

    label: str
    value: int | None
    plan: int | None
    inferred: bool
    percent: int | None


class Note(NamedTuple):
    """A sentence about a figure; `told` fills its places."""

    code: str
    sentence: str
    told: dict[str, str]


Lines = Mapping[str, Checked]
_PERCENT_ALONE: Final = N_(
    "%(label)s: tỷ lệ %(percent)s do đơn vị báo, không kèm kế hoạch. Muốn có tỷ lệ này, kế hoạch phải từ %(least)s đến "
    "%(most)s; không có số tròn trăm nào trong khoảng đó, nên tỷ lệ giữ nguyên và cần đơn vị báo giải trình."
)
_PERCENT_ROUND: Final = N_(
    "%(label)s: tỷ lệ %(percent)s do đơn vị báo, không kèm kế hoạch. Kế hoạch phải từ %(least)s đến %(most)s."
)
_PERCENT_IMPOSSIBLE: Final = N_("%(label)s: không có kế hoạch nào cho ra tỷ lệ %(percent)s mà đơn vị báo.")
_PERCENT_DIFFERS: Final = N_("%(label)s: đơn vị báo tỷ lệ %(percent)s, tính theo kế hoạch đã giao là %(counted)s.")
_INFERRED: Final = N_(
    "%(label)s: kế hoạch %(plan)s suy ra từ tỷ lệ trong báo cáo, chưa có văn bản giao. Nếu tỷ lệ cắt bỏ phần dư thì "
    "kế hoạch từ %(least)s đến %(most)s; nếu làm tròn thì từ %(low)s đến %(high)s."
)
_SUM: Final = N_("%(label)s: %(whole)s khác tổng các phần %(parts)s (%(names)s).")
_MORE_DONE: Final = N_("%(label)s: %(done)s nhiều hơn số đã tiếp nhận là %(received)s.")
_VISITS: Final = N_(
    "%(label)s: %(visits)s lượt trên %(claims)s hồ sơ đã giải quyết, bình quân %(each)s lượt một hồ sơ; chỉ hợp lý khi "
    "lần thông báo tìm kiếm việc làm hằng tháng có tư vấn cũng được tính là một lượt."
)
_CARDS: Final = N_(
    "%(label)s: bình quân %(each)s đồng một thẻ, khác mức đóng %(price)s đồng (4,5%% lương cơ sở 1.490.000 đồng, "
    "12 tháng)."
)


def notes(lines: Lines, *, year: int) -> list[Note]:
    """All that does not fit, in the order of the figures."""
    found = [note for check in _CHECKS for note in check(lines)]
    found += _cards(lines) if year in _CARD_YEARS else []
    order = list(lines)
    return sorted(found, key=lambda note: order.index(note.code))


def _percents(lines: Lines) -> Iterator[Note]:
    for code, one in lines.items():
        if one.percent is None or one.value is None:
            continue
        told = {"label": one.label, "percent": rules.Percent(one.percent, 2).text}
        counted = rules.percent(one.value, one.plan)
        if counted is not None:
            if counted.units != one.percent:
                yield Note(code, _PERCENT_DIFFERS, told | {"counted": counted.text})
            continue
        fits = rules.plans_that_print(one.value, one.percent, 2, Rounding.TRUNCATE)
        if not fits:
            yield Note(code, _PERCENT_IMPOSSIBLE, told)
            continue
        sentence = _PERCENT_ROUND if any(plan % 100 == 0 for plan in fits) else _PERCENT_ALONE
        yield Note(code, sentence, told | _range(fits))


def _inferred(lines: Lines) -> Iterator[Note]:
    for code, one in lines.items():
        if not one.inferred or one.value is None or one.plan is None:
            continue
        fits = []
        for rounding in (Rounding.TRUNCATE, Rounding.HALF_UP):
            printed = rules.percent(one.value, one.plan)
            fits.append(rules.plans_that_print(one.value, printed.units if printed else 0, 2, rounding))
        low, high = (grouped(fits[1].start), grouped(fits[1].stop - 1)) if fits[1] else (rules.NONE, rules.NONE)
        told = {"label": one.label, "plan": grouped(one.plan), "low": low, "high": high}
        yield Note(code, _INFERRED, told | _range(fits[0]))


def _sums(lines: Lines) -> Iterator[Note]:
    for whole, parts in (("inspected_places", ("violations", "reminders")),):
        known = [lines[code] for code in (whole, *parts) if code in lines]
        values = [one.value for one in known if one.value is not None]
        if len(values) == len(parts) + 1 and values[0] != sum(values[1:]):
            names = ", ".join(one.label for one in known[1:])
            told = {"label": known[0].label, "whole": grouped(values[0]), "parts": grouped(sum(values[1:]))}
            yield Note(whole, _SUM, told | {"names": names})


def _done(lines: Lines) -> Iterator[Note]:
    received, done = _value(lines, "procedures_received"), _value(lines, "procedures_done")
    if received is not None and done is not None and done > received:
        told = {"label": lines["procedures_done"].label, "done": grouped(done), "received": grouped(received)}
        yield Note("procedures_done", _MORE_DONE, told)


def _visits(lines: Lines) -> Iterator[Note]:
    visits, claims = _value(lines, "visits_benefit"), _value(lines, "benefit_claims_decided")
    if visits and claims and visits > _OFTEN * claims:
        each = f"{visits * 100 // claims / 100:.2f}".replace(".", ",")
        told = {"label": lines["visits_benefit"].label, "visits": grouped(visits), "claims": grouped(claims)}
        yield Note("visits_benefit", _VISITS, told | {"each": each})


def _cards(lines: Lines) -> Iterator[Note]:
    cards, money = _value(lines, "health_cards"), _value(lines, "health_cards_money")
    if cards and money and money // cards != _CARD:
        told = {"label": lines["health_cards_money"].label, "each": grouped(money // cards), "price": grouped(_CARD)}
        yield Note("health_cards_money", _CARDS, told)


def _value(lines: Lines, code: str) -> int | None:
    return lines[code].value if code in lines else None


def _range(fits: range) -> dict[str, str]:
    return {"least": grouped(fits.start), "most": grouped(fits.stop - 1)}


_CHECKS: tuple[Callable[[Lines], Iterator[Note]], ...] = (_visits, _percents, _inferred, _sums, _done)
