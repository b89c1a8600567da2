"""Workplaces as advertisements write them: a province, several run together, an address, a district, a whole region."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

from exchange.kernel.text import fold, squeeze, words
from exchange.reference import districts, provinces
from exchange.reference.phrases import Phrases
from exchange.vacancies.adverts.codes import Doubt


class Places(Struct, frozen=True):
    """Where the work is.

    `provinces`: codes as of the day asked for, in the order named, each once. `address`: the rest as written, when
    there is more than names. `nationwide`, `overseas`: said so, besides any province.
    """

    provinces: tuple[str, ...] = ()
    address: str = ""
    nationwide: bool = False
    overseas: bool = False
    doubts: tuple[Doubt, ...] = ()


class _Known(NamedTuple):
    """What a name in a place text stands for: a province as of a day, or one of the other kinds."""

    kind: str  # province, district, nationwide, region, overseas, country, more
    code: str = ""
    since: date = provinces.MERGER_DAY


_OTHERS: Final = {
    "nationwide": "toàn quốc, cả nước, nhiều tỉnh thành, các tỉnh, khắp cả nước, nationwide, tất cả tỉnh thành",
    "region": "miền Bắc, miền Nam, miền Trung, miền Tây, Tây Nguyên, KV Bắc Trung Bộ, KV Nam Trung Bộ, KV Đông Nam Bộ, "
    "KV Tây Nam Bộ, KV Tây Bắc, KV Đông Bắc Bộ, Bắc Trung Bộ, Nam Trung Bộ, Đông Nam Bộ, Tây Nam Bộ, KV Tây Nguyên, "
    "Đồng Bằng Sông Cửu Long, Đồng Bằng Sông Hồng, KV Đông Bắc, Đông Bắc Bộ, Tây Bắc, KV Bắc Bộ, Duyên Hải Miền Trung",
    "overseas": "nước ngoài, quốc tế, international, overseas, Nhật Bản, Japan, Hàn Quốc, Korea, Đài Loan, Taiwan, "
    "Trung Quốc, China, Singapore, Malaysia, nước Lào, Lao PDR, Vientiane, Attapeu, Campuchia, Cambodia, Kratie, "
    "Phnom Penh, Phnompenh, Prey Veng, Thái Lan, Thailand, Bangkok, CHLB Đức, nước Đức, Germany, nước Úc, Australia, "
    "Hoa Kỳ, nước Mỹ, USA, Canada, Philippines, Indonesia, Myanmar, Dubai, Romania, Hungary, Ba Lan, nước Nga, "
    "Anh Quốc, nước Pháp, Ấn Độ, Hồng Kông, Macao, Đài Bắc",
    "country": "Việt Nam, Vietnam, VN, Viet Nam",
    "more": "nơi khác, địa điểm khác, tỉnh khác, tỉnh thành khác",
}
_FILLERS: Final = frozenset(
    words(
        "va and or hoac cac tat ca khac toan gan so thu gon tinh tp t thanh pho city province khu vuc kv quan q "
        "district huyen h thi xa tx x town phuong p ward noi dia diem lam viec bo"
    )
)
_LISTED: Final = re.compile(r"\s*\|\s*")
_LABEL: Final = re.compile(r"(?:^|\s-\s|[;\n|])\s*-?\s*([^\W\d_][\w\s.–-]{1,28}?)\s*:")
_ADDRESSES: Final = re.compile(r"[;\n|]")
_MORE: Final = re.compile(r"\d+\s+(?:noi|dia diem|tinh)\s+khac|\bva\s+\d+\s+dia diem")


def _entries() -> Iterator[tuple[tuple[str, ...], _Known]]:
    for name, (code, since) in provinces.by_name().items():
        yield name, _Known("province", code, since)
    for district, code in districts.by_name().items():
        yield district, _Known("district", code, date(2008, 8, 1))
    for kind, names in _OTHERS.items():
        yield from ((words(fold(name)), _Known(kind)) for name in names.split(", "))


@cache
def _phrases() -> Phrases[_Known]:
    return Phrases(_entries())


@lru_cache(maxsize=4096)
def read_places(text: str, as_of: date = provinces.MERGER_DAY) -> Places:
    """The provinces of `as_of` (a merged one stands for its old ones) and what else the text says of the place."""
    line = squeeze(text)
    names = words(fold(line))
    if not names or names == ("khac",):
        return Places(doubts=(Doubt.PLACE_MISSING,))
    if listed := _listed_part(line):
        return _told(listed, [], line, as_of)
    found, unknown = _as_list(names)
    if not unknown:
        return _told(found, [], line if any(c.isdigit() for c in _MORE.sub("", fold(line))) else "", as_of)
    if found := _in_addresses(line):
        return _told(found, [], line, as_of)
    if guessed := _nearest(names):
        return _told([guessed], [("",)], "", as_of)
    return _told([], unknown, line, as_of)


def _as_list(names: tuple[str, ...]) -> tuple[list[_Known], list[tuple[str, ...]]]:
    """The text read as nothing but names: what was recognised, and the stretches that were not."""
    found: list[_Known] = []
    unknown: list[tuple[str, ...]] = []
    start = 0
    for match in _phrases().whole(names, _fills) or _phrases().scan(names):
        unknown += _rest(names[start : match.start])
        found.append(match.meaning)
        start = match.end
    return found, unknown + _rest(names[start:])


def _rest(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    kept = tuple(word for word in names if not _fills(word))
    return [kept] if kept else []


def _fills(word: str) -> bool:
    return word in _FILLERS or word.isdigit()


def _listed_part(line: str) -> list[_Known]:
    """Boards write "provinces | addresses" or "Province: address - Province: address": what stands in the list."""
    head, *addresses = _LISTED.split(line)
    found, unknown = _as_list(words(fold(head))) if addresses else ([], [])
    labels = [_as_list(words(fold(label))) for label in _LABEL.findall(line)]
    labelled = [known for meant, strange in labels if not strange for known in meant if known.kind == "province"]
    return labelled if unknown else found + labelled


def _in_addresses(line: str) -> list[_Known]:
    """Each address says its province last; one that names none may name a district."""
    found: list[_Known] = []
    for address in _ADDRESSES.split(line):
        known = [match.meaning for match in _phrases().scan(words(fold(address)))]
        told = [k for k in known if k.kind == "province"] or [k for k in known if k.kind not in {"country", "more"}]
        found += told[-1:]
    return found


def _nearest(names: tuple[str, ...]) -> _Known | None:
    """The one province whose name differs from the text by a single letter ("hà hội")."""
    typed = " ".join(names)
    near = {code: since for name, (code, since) in provinces.by_name().items() if _one_off(typed, " ".join(name))}
    return _Known("province", *near.popitem()) if len(near) == 1 else None


def _one_off(one: str, other: str) -> bool:
    if len(one) < 5 or abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + 1 :] == other[same + 1 :] or one[same:] == other[same + 1 :] or one[same + 1 :] == other[same:]


def _told(found: list[_Known], unknown: list[tuple[str, ...]], address: str, as_of: date) -> Places:
    kinds = {known.kind for known in found}
    codes = [_code(known, as_of) for known in found if known.kind in {"province", "district"}]
    return Places(
        provinces=tuple(dict.fromkeys(code for code in codes if code)),
        address=_LISTED.split(address, maxsplit=1)[-1].strip(" -"),
        nationwide="nationwide" in kinds,
        overseas="overseas" in kinds,
        doubts=tuple(_doubts(kinds, unknown, fold(address))),
    )


def _doubts(kinds: set[str], unknown: list[tuple[str, ...]], address: str) -> Iterator[Doubt]:
    if unknown == [("",)]:
        yield Doubt.PLACE_GUESSED
    elif unknown:
        yield Doubt.PLACE_UNKNOWN
    if not kinds & {"province", "district", "nationwide", "overseas"} and not unknown:
        yield Doubt.PLACE_REGION if "region" in kinds else Doubt.PLACE_UNKNOWN
    if "more" in kinds or _MORE.search(address):
        yield Doubt.PLACE_MORE


def _code(known: _Known, as_of: date) -> str | None:
    province = provinces.in_force((known.code, known.since), as_of)
    return province.code if province else None
