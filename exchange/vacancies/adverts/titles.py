"""Titles of advertisements: calm, on one line, with what does not belong there flagged."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from exchange.kernel.text import fold, squeeze, words
from exchange.reference.files import rows_of
from exchange.reference.phrases import Phrases
from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.adverts.firms import heard, shouted, stays


class Title(Struct, frozen=True):
    """A title fit to be listed."""

    text: str
    doubts: tuple[Doubt, ...] = ()


LONGEST: Final = 200
_CUT: Final = re.compile(r"\s*(?:\.{2,}|…)$")
_PAY: Final = re.compile(
    r"\d\s*(?:-\s*\d+\s*)?(?:tr|trieu|m)\b|\d\s*trieu|\$\s*\d|\d\s*(?:usd|vnd)\b|"
    r"\b(?:luong|thu nhap)\b[^,|/()-]{0,24}\d"
)
_SLOGAN: Final = re.compile(
    r"\b(?:di lam ngay|nhan viec ngay|lam ngay|can gap|tuyen gap|gap|hot|hap dan|luong cao|thu nhap cao|khong ap luc|"
    r"co hoi|thuong (?:nong|cao|khung)|bao an o|phong van online|thu nhap khung)\b|!"
)
_ABBREVIATIONS: Final = frozenset(
    words("qc qa it kcs cnc hr seo plc pccc hse gt mt b2b b2c cskh hcns tmđt pr bim mep qs erp hcm tphcm hn kcn")
)
_DECORATED: Final = {"So", "Sk", "Sm", "Cn", "Co"}  # pictures and frames around words


@lru_cache(maxsize=8192)
def read_title(text: str) -> Title:
    """The title in readable case; pay, slogans and a cut end are reported, the words stay as they are."""
    line = squeeze(_undecorated(text))
    whole = _CUT.sub("", line).strip(" -–|,;:*#")
    plain = fold(whole)
    flags = (
        (Doubt.TITLE_CUT, bool(_CUT.search(line))),
        (Doubt.TITLE_PAY, bool(_PAY.search(plain))),
        (Doubt.TITLE_SLOGAN, bool(_SLOGAN.search(plain))),
        (Doubt.TITLE_UPPER, shouted(whole)),
        (Doubt.TITLE_LONG, len(whole) > LONGEST),
    )
    return Title(_calm(whole)[:LONGEST].strip(), tuple(doubt for doubt, holds in flags if holds))


def _undecorated(text: str) -> str:
    """Letters of mathematical alphabets as plain ones, pictures as spaces; + and # belong to names of things."""
    plain = "".join(unicodedata.normalize("NFKC", c) if "\U0001d400" <= c <= "\U0001d7ff" else c for c in text)
    return "".join(" " if unicodedata.category(c) in _DECORATED and c not in "+<>=|~" else c for c in plain)


def _calm(line: str) -> str:
    """A shouted title in sentence case, a title without any capital with those it should have."""
    if shouted(line):
        line = re.sub(r"\w+", lambda word: word[0] if stays(word[0]) else word[0].lower(), line)
    elif line != line.lower():
        return line
    line = re.sub(r"\w+", lambda word: word[0].upper() if word[0] in _ABBREVIATIONS else word[0], line)
    line = _with_place_names(line)
    return line[:1].upper() + line[1:]


@cache
def _places() -> Phrases[list[str]]:
    """Names of provinces and districts, and how each word of them sounds."""
    rows = (row["name"] for file in ("provinces", "districts") for row in rows_of(file))
    return Phrases((words(fold(name)), [heard(word) for word in words(name.lower())]) for name in rows if " " in name)


def _with_place_names(line: str) -> str:
    """Provinces and districts with their capitals again, where the accents are theirs: văn phòng is not Vân Phong."""
    spans = [match.span() for match in re.finditer(r"[^\W_]+", line)]
    folded = words(fold(line))
    if len(spans) != len(folded):
        return line
    said = [heard(line[start:end].lower()) for start, end in spans]
    named = [found for found in _places().scan(folded) if said[found.start : found.end] == found.meaning]
    capital = {spans[at][0] for found in named for at in range(found.start, found.end)}
    return "".join(c.upper() if at in capital else c for at, c in enumerate(line))
