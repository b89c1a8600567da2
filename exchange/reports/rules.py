"""Proposals for what a report says of its plan: pure sentences from figures, edited by people afterwards."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from exchange.kernel.texts import N_
from exchange.reports.codes import ParagraphKey
from exchange.reports.model import FigureLine
from exchange.reports.numerals import counted, number

_AHEAD: Final = N_("Có %(count)s chỉ tiêu đạt từ %(expected)s kế hoạch năm trở lên, gồm: %(list)s.")
_BEHIND: Final = N_("Còn %(count)s chỉ tiêu đạt thấp so với tiến độ (dưới %(expected)s kế hoạch năm), gồm: %(list)s.")
_NONE_AHEAD: Final = N_("Chưa có chỉ tiêu nào đạt từ %(expected)s kế hoạch năm trở lên.")
_NONE_BEHIND: Final = N_("Không có chỉ tiêu nào chậm tiến độ so với mức %(expected)s kế hoạch năm.")
_NO_PLAN: Final = N_("Không có chỉ tiêu nào được giao kế hoạch năm.")
_NEXT: Final = N_("Tập trung thực hiện các chỉ tiêu còn chậm tiến độ: %(list)s; phấn đấu hoàn thành kế hoạch năm.")
_NEXT_ON_TIME: Final = N_("Tiếp tục giữ tiến độ các chỉ tiêu được giao, phấn đấu hoàn thành kế hoạch năm.")
_ITEM: Final = N_("%(label)s (%(number)s %(unit)s, đạt %(percent)s)")


class Proposals(msgspec.Struct, frozen=True):
    """A sentence for each paragraph that people write."""

    ahead: str
    behind: str
    next: str

    def of(self, key: ParagraphKey) -> str:
        """The sentence for one of them."""
        return str(getattr(self, key.value))


def proposed(figures: Sequence[FigureLine], expected: Decimal) -> Proposals:
    """Sentences that name each figure with a plan on its side of `expected`: the per cent of the year that is over.

    A figure that has reached exactly what is expected is not behind. Furthest ahead and furthest behind come first.
    """
    share = f"{expected.normalize():f}%".replace(".", ",")
    measured = [(line, percent) for line in figures if (percent := number(line.percent_text)) is not None]
    if not measured:
        return Proposals(_NO_PLAN, _NO_PLAN, _NEXT_ON_TIME)
    measured.sort(key=lambda one: one[1])
    behind = [line for line, percent in measured if percent < expected]
    ahead = [line for line, percent in reversed(measured) if percent >= expected]
    following = _NEXT % {"list": _listed(_name(line) for line in behind)} if behind else _NEXT_ON_TIME
    return Proposals(
        _sentence(_AHEAD, _NONE_AHEAD, ahead, share), _sentence(_BEHIND, _NONE_BEHIND, behind, share), following
    )


def _sentence(some: str, none: str, lines: list[FigureLine], share: str) -> str:
    told = {"expected": share, "count": counted(len(lines)), "list": _listed(_item(line) for line in lines)}
    return (some if lines else none) % told


def _item(line: FigureLine) -> str:
    told = {"label": _name(line), "number": line.text, "unit": line.unit, "percent": line.percent_text}
    return _ITEM % told


def _name(line: FigureLine) -> str:
    """A label within a sentence: with a small letter, unless it begins with an abbreviation (BHTN)."""
    label = line.label.strip()
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items)
