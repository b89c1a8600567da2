"""Wages as advertisements write them: "10 - 15 triệu", "Lương: Trên 7,5 Tr VND", "$ 1,500-2,500 /tháng" …"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

from exchange.kernel.text import fold
from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.codes import Currency, WageKind, WagePer


class Wage(Struct, frozen=True):
    """Whole đồng or dollars for one `per`. Stated: at least one bound; a single figure is both bounds."""

    kind: WageKind
    lowest: int | None = None
    highest: int | None = None
    currency: Currency = Currency.VND
    per: WagePer = WagePer.MONTH
    doubts: tuple[Doubt, ...] = ()


class _Span(NamedTuple):
    """Two bounds on the way to a wage."""

    low: float | None
    high: float | None
    currency: Currency
    named: bool  # a unit stands beside a figure
    doubts: tuple[Doubt, ...] = ()

    def times(self, factor: float) -> "_Span":
        return self._replace(low=self.low and self.low * factor, high=self.high and self.high * factor)

    def doubted(self, *doubts: Doubt) -> "_Span":
        return self._replace(doubts=self.doubts + doubts)


_UNITS: Final = {"ty": 1e9, "trieu": 1e6, "tr": 1e6, "m": 1e6, "mil": 1e6, "nghin": 1e3, "ngan": 1e3, "k": 1e3}
_FIGURE: Final = r"(\d+(?:[.,]\d+)*)\s*(?:(tr)(\d)(?!\d)|(trieu|tr|mil|ty|nghin|ngan|k|m)(?![a-z]))?"
_AMOUNT: Final = re.compile(_FIGURE)
_RANGE: Final = re.compile(rf"\$?\s*{_FIGURE}[^\d$]{{0,12}}?(?:-|–|—|~|\bden\b|\btoi\b|\bto\b)\s*\$?\s*{_FIGURE}")
_UP_TO: Final = re.compile(r"\b(?:len den|len toi|den|toi|upto|up to|toi da|duoi|max|khong qua)\s*\$?\s*$")
_FROM: Final = re.compile(r"\b(?:tu|tren|hon|toi thieu|it nhat|from|min|above)\s*\$?\s*$")
_ONWARDS: Final = re.compile(r"^\s*(?:vnd|usd|dong|d|₫|\$)?\s*(?:tro len|\+)")
_NEGOTIABLE: Final = re.compile(
    r"thoa thuan|canh tranh|thuong luong|negotia|competitive|hap dan|trao doi|theo nang luc|deal|khi phong van"
)
_PER: Final = (
    (WagePer.HOUR, re.compile(r"(?:/|\bmoi |\bmot |\btheo )\s*(?:gio|h|hour|tieng)\b|\bper hour\b")),
    (WagePer.DAY, re.compile(r"(?:/|\bmoi |\bmot |\btheo )\s*(?:ngay|day|cong|ca)\b|\bper day\b")),
    (WagePer.YEAR, re.compile(r"(?:/|\bmoi |\bmot )\s*(?:nam|year|annum)\b|\bper (?:year|annum)\b|\bmot nam\b")),
    (WagePer.MONTH, re.compile(r"/\s*(?:thang|month)\b")),
)
_PIECE: Final = re.compile(r"/\s*(?:sp|san pham|don|cai|chuyen|m2|kg|buoi|lop|video|bai)\b")
_DOLLARS: Final = re.compile(r"\busd\b|\$")
_DONG: Final = re.compile(r"\bvnd\b|₫|\bdong\b|\d\s*d\b")
_KPI: Final = re.compile(r"\bkpi\b|hoa hong|doanh so")
_BASE: Final = re.compile(r"luong cung\s*:\s*(.*)")
_BELIEVED: Final = {  # what a full-time worker in Viet Nam may earn, generously
    (Currency.VND, WagePer.HOUR): (10_000, 2_000_000),
    (Currency.VND, WagePer.DAY): (50_000, 20_000_000),
    (Currency.VND, WagePer.MONTH): (1_000_000, 500_000_000),
    (Currency.VND, WagePer.YEAR): (12_000_000, 6_000_000_000),
    (Currency.USD, WagePer.HOUR): (1, 500),
    (Currency.USD, WagePer.DAY): (3, 3_000),
    (Currency.USD, WagePer.MONTH): (50, 30_000),
    (Currency.USD, WagePer.YEAR): (600, 360_000),
}
_SWAPPABLE: Final = 2.5  # "28 - 15 triệu" was turned round; "75 - 10 triệu" has lost a decimal point
_TOO_WIDE: Final = 10  # "1.2 - 14 triệu" is a slip of the finger; "3 - 16 triệu" is a bank


@lru_cache(maxsize=4096)
def read_wage(text: str) -> Wage:
    """The wage a text states, as it states it; `rules` of the vacancy convert and compare."""
    line = fold(text)
    if not any(c.isdigit() for c in line):
        return _without_figures(line)
    doubts = (Doubt.WAGE_DEPENDS,) if _KPI.search(line) else ()
    if (base := _BASE.search(line)) and any(c.isdigit() for c in base[1]):
        line = base[1]
    per = next((per for per, pattern in _PER if pattern.search(line)), WagePer.MONTH)
    span = None if _PIECE.search(line) else _bounds(line)
    if span is None:
        return Wage(WageKind.NOT_STATED, doubts=(*doubts, Doubt.WAGE_UNREADABLE))
    return _believed(_in_order(_in_units(span, line, per)), per, doubts)


def _without_figures(line: str) -> Wage:
    if _NEGOTIABLE.search(line):
        return Wage(WageKind.NEGOTIABLE)
    said_nothing = line in {"", "-", "luong", "luong:", "khong hien thi", "khong hien thi luong"}
    return Wage(WageKind.NOT_STATED, doubts=() if said_nothing else (Doubt.WAGE_UNREADABLE,))


def _figure(digits: str, has_unit: bool) -> float:
    """Groups of exactly three digits are thousands, unless a unit follows: 1.500 is 1500, 1.5 tr is a half more."""
    head, *groups = re.split(r"[.,]", digits)
    if groups and all(len(group) == 3 for group in groups) and not (has_unit and head == "0"):
        return float(head + "".join(groups))
    return float(f"{head}.{groups[0]}") if len(groups) == 1 else float(head + "".join(groups))


def _unit(found: tuple[str | None, ...]) -> str | None:
    return found[1] or found[3]


def _amount(found: tuple[str | None, ...], unit_of_other: str | None = None) -> float:
    """The value of a figure: (digits, "tr" and "5" of 12tr5, unit behind)."""
    digits, _, half, _ = found
    unit = _unit(found) or unit_of_other
    return (_figure(digits or "0", unit is not None) + int(half or 0) / 10) * _UNITS.get(unit or "", 1)


def _bounds(line: str) -> _Span | None:
    """The first range in the text, else its first figure as one bound or both."""
    currency = Currency.USD if _DOLLARS.search(line) else Currency.VND
    if found := _RANGE.search(line):
        low, high = found.groups()[:4], found.groups()[4:]
        named = bool(_unit(low) or _unit(high))
        return _Span(_amount(low, _unit(high)), _amount(high, _unit(low)), currency, named)
    one = _AMOUNT.search(line)
    if one is None:
        return None
    value, named = _amount(one.groups()), bool(_unit(one.groups()))
    if _UP_TO.search(line, 0, one.start()):
        return _Span(None, value, currency, named)
    if _FROM.search(line, 0, one.start()) or _ONWARDS.match(line[one.end() :]):
        return _Span(value, None, currency, named)
    return _Span(value, value, currency, named)


def _in_units(span: _Span, line: str, per: WagePer) -> _Span:
    """Mend figures whose unit is missing or wrong: "500 - 1.500 VND" are dollars, "17.000 - 20.000 VND" thousands."""
    top = span.high or span.low or 0
    if span.named or span.currency is Currency.USD or per in {WagePer.HOUR, WagePer.DAY} or top >= 1_000_000:
        return span
    if top < 200 and not _DONG.search(line):
        return span.times(1e6).doubted(Doubt.WAGE_MILLIONS_ASSUMED)
    if 200 <= top < 10_000:
        return span._replace(currency=Currency.USD).doubted(Doubt.WAGE_DOLLARS_ASSUMED)
    if 10_000 <= top < 200_000:
        return span.times(1e3).doubted(Doubt.WAGE_THOUSANDS_ASSUMED)
    return span


def _in_order(span: _Span) -> _Span:
    """Two bounds that make sense together. A low one that cannot be right is left out, not guessed."""
    if not span.low or not span.high:
        return span
    if span.high < span.low <= span.high * _SWAPPABLE:
        return span._replace(low=span.high, high=span.low).doubted(Doubt.WAGE_SWAPPED)
    if span.low > span.high or span.low * _TOO_WIDE <= span.high:
        return span._replace(low=None).doubted(Doubt.WAGE_LOW_DROPPED)
    return span


def _believed(span: _Span, per: WagePer, doubts: tuple[Doubt, ...]) -> Wage:
    least, most = _BELIEVED[span.currency, per]
    low, high = (None if value is None else round(value) for value in (span.low, span.high))
    doubts += span.doubts
    if any(value is not None and not least <= value <= most for value in (low, high)):
        return Wage(WageKind.NOT_STATED, doubts=(*doubts, Doubt.WAGE_IMPLAUSIBLE))
    return Wage(WageKind.STATED, low, high, span.currency, per, doubts)
