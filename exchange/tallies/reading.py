"""Numbers as offices write them: 15.384 · 4.995.000.000 · 82 tỷ 055 triệu · 363.283 triệu · khoảng 400."""

import re
from typing import Final

import msgspec

from exchange.group_talks.codes import Qualifier
from exchange.kernel.text import fold

_LONGEST: Final = 60  # characters
_SURE: Final = {
    "dung": Qualifier.EXACT, "khoang": Qualifier.ABOUT, "uoc": Qualifier.ABOUT, "gan": Qualifier.ABOUT,
    "hon": Qualifier.OVER, "tren": Qualifier.OVER,
}  # fmt: skip
_SCALES: Final = {"ty": 1_000_000_000, "ti": 1_000_000_000, "trieu": 1_000_000, "nghin": 1_000, "ngan": 1_000}
_WHOLE: Final = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)")
_DECIMAL: Final = re.compile(r"((?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)),([0-9]{1,9})")
_STEP: Final = re.compile(rf"\s*([0-9][0-9., ]*?)\s*({'|'.join(_SCALES)})\b")
_PERCENT: Final = re.compile(r"([0-9]{1,5})(?:,([0-9]{1,2}))? ?%?")
_DONG: Final = re.compile(r"\s*(?:dong|vnd|d)$")


class Typed(msgspec.Struct, frozen=True):
    """A number and how sure it is; no qualifier where nothing was said of that."""

    value: int
    qualifier: Qualifier | None = None


def qualifier_of(text: str) -> Qualifier | None:
    """How sure a number is, by the word that is written for it."""
    return _SURE.get(fold(text))


def number_of(text: str) -> Typed | None:
    """The number that a text writes in the Vietnamese manner; None where it is none, or could be two.

    A point or a blank parts thousands, a comma parts decimals, so 1.5 and 15,384 are refused: nobody knows what was
    meant. Decimals may stand before a scale, where they make a whole number: 1,5 tỷ.
    """
    said = fold(text[: _LONGEST + 1])
    if not said or len(said) > _LONGEST or any(sign.isnumeric() and not sign.isascii() for sign in text):
        return None
    word, _, rest = said.partition(" ")
    sure = _SURE.get(word) if rest else None
    value = _value(_DONG.sub("", rest if sure else said))
    return None if value is None else Typed(value, sure)


def percent_of(text: str) -> int | None:
    """A percentage with at most two decimals in hundredths: 25,30% → 2530; None where it is none."""
    said = _PERCENT.fullmatch(text.strip())
    return None if said is None else int(said[1]) * 100 + int((said[2] or "0").ljust(2, "0"))


def _value(said: str) -> int | None:
    if _WHOLE.fullmatch(said):
        return int(re.sub(r"[ .]", "", said))
    return _scaled(said)


def _scaled(said: str) -> int | None:
    """Steps from the largest scale to the smallest: 82 tỷ 055 triệu. A later step is below a thousand."""
    whole, at, before = 0, 0, 0
    while step := _STEP.match(said, at):
        scale = _SCALES[step[2]]
        part = _part(step[1].strip(), scale)
        if part is None or (before and (scale >= before or part >= before)):
            return None
        whole, at, before = whole + part, step.end(), scale
    return whole if before and at == len(said) else None


def _part(written: str, scale: int) -> int | None:
    if _WHOLE.fullmatch(written):
        return int(re.sub(r"[ .]", "", written)) * scale
    if found := _DECIMAL.fullmatch(written):
        top = int(found[1].replace(".", "") + found[2]) * scale
        value, left = divmod(top, 10 ** len(found[2]))
        return value if left == 0 else None
    return None
