"""Occupations of the official list (VSCO 2020) in memory, found by what people call their work."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from msgspec import Struct

from exchange.kernel.text import fold, squeeze, words
from exchange.reference.files import rows_of
from exchange.reference.phrases import Phrases

VALID_FROM: Final = date(2021, 1, 15)  # Quyết định 34/2020/QĐ-TTg


class Occupation(Struct, frozen=True):
    """A row of the list; `level` 1 (major group) to 4 is the length of the code."""

    code: str
    level: int
    name: str


@cache
def _all() -> dict[str, Occupation]:
    return {row["code"]: Occupation(row["code"], int(row["level"]), row["name"]) for row in rows_of("occupations")}


def get(code: str) -> Occupation | None:
    """The occupation of a code of any level."""
    return _all().get(code)


def level(number: int) -> tuple[Occupation, ...]:
    """All occupations of one level, by code."""
    return tuple(o for o in _all().values() if o.level == number)


def above(code: str) -> tuple[Occupation, ...]:
    """The groups a code lies in, widest first; a group whose official name is not at hand is passed over."""
    return tuple(o for o in (get(code[:length]) for length in range(1, len(code))) if o)


def under(code: str) -> tuple[Occupation, ...]:
    """The occupations of level 4 in a group."""
    return tuple(o for o in level(4) if o.code.startswith(code))


# --- what people call it ----------------------------------------------------------------------------------------


class _Way(NamedTuple):
    """A customary name: as written with its accents, and the occupation."""

    accented: tuple[str, ...]
    code: str


_SPELT: Final = {"kĩ": "kỹ", "sỹ": "sĩ", "lí": "lý", "mĩ": "mỹ", "ki": "ky", "sy": "si", "li": "ly"}


def _spelt(text: str) -> tuple[str, ...]:
    """The words of a text, where i and y are both customary in one spelling."""
    return tuple(_SPELT.get(word, word) for word in words(text))


@cache
def _marks(word: str) -> tuple[str, ...]:
    """A word by its letters and marks, wherever the tone is put (hòa = hoà)."""
    return tuple(sorted(unicodedata.normalize("NFD", word)))


def _ways() -> Iterator[_Way]:
    for row in rows_of("occupation_words"):
        yield _Way(_spelt(row["words"].lower()), row["code"])


@cache
def _phrases() -> Phrases[list[_Way]]:
    """Customary names under their folded words; several where only accents tell them apart (thợ may, thợ máy)."""
    found: dict[tuple[str, ...], list[_Way]] = {}
    for way in _ways():
        found.setdefault(words(fold(" ".join(way.accented))), []).append(way)
    return Phrases(found.items())


def _meant(ways: list[_Way], written: tuple[str, ...], accents_typed: bool) -> str | None:
    """The way whose accents are the written ones. One word alone must have the right ones, if any were typed at all."""
    marks = [_marks(word) for word in written]
    if exact := next((way.code for way in ways if [_marks(word) for word in way.accented] == marks), None):
        return exact
    return None if accents_typed and len(written) == 1 else ways[0].code


# What follows these says where, for whom or at what pay: "Kế toán - ngành may" is an accountant.
_ASIDE: Final = re.compile(
    r"\s[-–|_]+\s?|[(\[|/,;:]|\b(?:ngành|lĩnh vực|mảng|kênh|tại|làm việc|thu nhập|lương)\b|"
    r"^(?:cần )?tuyển(?: dụng)?(?: gấp)?(?= nhân viên| công nhân| thợ| kỹ| lao động)"
)
_WEIGHTLESS: Final = {"nhan", "vien", "chuyen"}


def _best(folded: tuple[str, ...], written: tuple[str, ...], accents_typed: bool) -> str:
    """The code of the weightiest customary name in one part of a title, the first of equals; empty when none."""
    best: tuple[int, str] = (0, "")
    for start in range(len(folded)):
        if found := _phrases().at(folded, start):
            weight = sum(word not in _WEIGHTLESS for word in folded[start : found.end])
            code = _meant(found.meaning, written[start : found.end], accents_typed)
            if code and weight > best[0]:
                best = (weight, code)
    return best[1]


def guess(title: str) -> Occupation | None:
    """The occupation of level 4 a job title most likely means: what its first telling part is customarily called."""
    line = squeeze(title).lower()
    for part in _ASIDE.split(line):
        folded, written = _spelt(fold(part)), _spelt(part)
        if code := _best(folded, written if len(written) == len(folded) else folded, not line.isascii()):
            return get(code)
    return None


class _Entry(NamedTuple):
    """A name, official or customary, as it is searched."""

    folded: tuple[str, ...]
    accented: tuple[str, ...]
    code: str


@cache
def _entries() -> tuple[_Entry, ...]:
    official = [_Entry(_spelt(fold(o.name)), _spelt(o.name.lower()), o.code) for o in level(4)]
    customary = [_Entry(words(fold(" ".join(way.accented))), way.accented, way.code) for way in _ways()]
    return (*customary, *official)


def _rank(entry: _Entry, folded: tuple[str, ...], typed: tuple[str, ...]) -> tuple[int, int, int, int, str] | None:
    """How well an entry fits, smaller is better: accents, whole last word, begins with it, short. None: not at all."""
    *whole, last = folded
    if not all(word in entry.folded for word in whole) or not any(word.startswith(last) for word in entry.folded):
        return None
    accents_wrong = sum(not any(word.startswith(t) for word in entry.accented) for t in typed)
    begins_elsewhere = entry.folded[: len(whole)] != tuple(whole) or not entry.folded[len(whole)].startswith(last)
    return accents_wrong, int(last not in entry.folded), int(begins_elsewhere), len(entry.folded), entry.code


def search(text: str, limit: int = 10) -> list[Occupation]:
    """Occupations of level 4 for what somebody types: all words, the last one as a prefix, exact accents first."""
    folded, typed = _spelt(fold(text)), _spelt(squeeze(text).lower())
    if not folded:
        return []
    ranked = sorted((rank, entry.code) for entry in _entries() if (rank := _rank(entry, folded, typed)))
    codes = dict.fromkeys(code for _, code in ranked)
    return [_all()[code] for code in list(codes)[:limit]]
