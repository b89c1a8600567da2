"""Vietnamese text: one spelling, one folded key, one order, one way to write a telephone number.

Everything that enters passes `squeeze` (or `squeeze_lines`); everything that is compared passes `fold`.
"""

import re
import unicodedata
from typing import Final

from exchange.kernel.codes import Reason
from exchange.kernel.texts import N_

_CACHED_BELOW: Final = 0x2100  # Latin, Vietnamese and their marks; a table over all of Unicode would only cost memory
_UNSEEN: Final = {"Cc", "Cf", "Cs"}  # controls, zero-width marks, halves of a broken pair


def nfc(s: str) -> str:
    return unicodedata.normalize("NFC", s)


class _Squeezing(dict[int, str]):
    def __missing__(self, point: int) -> str:
        kept = chr(point)
        if unicodedata.category(kept) in _UNSEEN:
            kept = " " if kept.isspace() else ""
        if point < _CACHED_BELOW:
            self[point] = kept
        return kept


_SQUEEZING: Final = _Squeezing()


def squeeze(s: str) -> str:
    """One line as we keep it: composed letters, no invisible characters, single spaces."""
    return " ".join(nfc(s.translate(_SQUEEZING)).split())


def squeeze_lines(s: str) -> str:
    """Several lines as we keep them: each squeezed, at most one empty line between two."""
    lines = "\n".join(squeeze(line) for line in s.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _folded(letter: str) -> str:
    """What a single character is compared as: no case, no marks, đ as d, look-alikes (𝐓, ｔ, ①) as the plain one."""
    plain, before = letter, ""
    while plain != before:
        before = plain
        plain = unicodedata.normalize("NFKD", plain.casefold().replace("đ", "d"))
    kept = (" " if c.isspace() else c for c in plain if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cs"})
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in kept)


class _Folding(dict[int, str]):
    def __missing__(self, point: int) -> str:
        plain = _folded(chr(point))
        if point < _CACHED_BELOW:
            self[point] = plain
        return plain


_FOLDING: Final = _Folding()


def fold(s: str) -> str:
    """The key under which texts are compared and searched: hòa = hoà = HOA, Đồng Nai = dong nai."""
    plain = s.lower() if s.isascii() and s.isprintable() else s.translate(_FOLDING)
    return " ".join(plain.split())


def fold_aligned(s: str) -> tuple[str, list[int]]:
    """`s` folded without squeezing, and for each character of it the index in `s` it came from."""
    pieces = [_FOLDING[ord(c)] for c in s]
    return "".join(pieces), [at for at, piece in enumerate(pieces) for _ in piece]


_WORD: Final = re.compile(r"[^\W_]+")


def words(folded: str) -> tuple[str, ...]:
    """The words of a folded text; punctuation separates."""
    return tuple(_WORD.findall(folded))


# --- order ------------------------------------------------------------------------------------------------------

_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS: Final = {letter: chr(0x41 + rank) for rank, letter in enumerate(_LETTERS)}
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES: Final = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: part of the letter, not a tone


def _letter_key(letter: str) -> tuple[str, str, str]:
    """(rank of the letter, its tone, its case)"""
    marks = unicodedata.normalize("NFD", letter)
    shape = nfc(marks[0] + "".join(m for m in marks[1:] if m in _SHAPES)).lower()
    tone = next((_TONES[m] for m in marks[1:] if m in _TONES), "0")
    case = "1" if letter != letter.lower() else "0"
    if shape in _RANKS:
        return _RANKS[shape], tone, case
    if shape.isdigit() or shape.isalpha():
        return _folded(shape), tone, case
    return ("!" if shape.isspace() else '"'), tone, case


_KEYS: Final[dict[str, tuple[str, str, str]]] = {}


def _key_of(letter: str) -> tuple[str, str, str]:
    key = _KEYS.get(letter)
    if key is None:
        key = _letter_key(letter)
        if ord(letter) < _CACHED_BELOW:
            _KEYS[letter] = key
    return key


def sort_key(s: str) -> str:
    """Vietnamese order as a plain string: letters a ă â … first, then tones (ngang huyền hỏi ngã sắc nặng), then case.

    It is to be compared by code points: binary in SQLite, COLLATE "C" in PostgreSQL.
    """
    keys = [_key_of(letter) for letter in squeeze(s)]
    letters, tones, cases = ("".join(level) for level in zip(*keys, strict=True)) if keys else ("", "", "")
    return f"{letters} {tones.rstrip('0')} {cases.rstrip('0')}"


def name_sort_key(full_name: str) -> str:
    """Order of persons: by given name (the last word), then family name, then middle name."""
    family_and_middle, _, given = squeeze(full_name).rpartition(" ")
    return f"{sort_key(given)} {sort_key(family_and_middle)}"


# --- telephone numbers ------------------------------------------------------------------------------------------


class PhoneReason(Reason):
    """Why something is not a telephone number."""

    EMPTY = "empty", N_("Anh/chị hãy nhập số điện thoại.")
    NOT_A_NUMBER = "not_a_number", N_("Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678.")
    TOO_SHORT = "too_short", N_("Số điện thoại còn thiếu chữ số.")
    TOO_LONG = "too_long", N_("Số điện thoại thừa chữ số.")
    UNKNOWN = "unknown", N_("Không có đầu số điện thoại này. Anh/chị hãy kiểm tra lại.")


class PhoneError(ValueError):
    def __init__(self, reason: PhoneReason) -> None:
        super().__init__(reason.label)
        self.reason = reason


def phone(raw: str) -> str:
    """E.164 of a number as people write it; numbers without a country are Vietnamese. Raises PhoneError."""
    import phonenumbers  # 40 ms to import: not at start-up

    written = squeeze(raw)
    if not written:
        raise PhoneError(PhoneReason.EMPTY)
    if not re.fullmatch(r"[+\d\s().\-–/]*\d[\s().\-]*", written):
        raise PhoneError(PhoneReason.NOT_A_NUMBER)
    try:
        number = phonenumbers.parse(written, "VN")
    except phonenumbers.NumberParseException:
        raise PhoneError(PhoneReason.UNKNOWN) from None
    if phonenumbers.is_valid_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    digits = len(str(number.national_number))
    if number.country_code == 84 and digits != 9:
        raise PhoneError(PhoneReason.TOO_SHORT if digits < 9 else PhoneReason.TOO_LONG)
    raise PhoneError(PhoneReason.UNKNOWN)


_SHOWN: Final = (
    (re.compile(r"\+84([35789]\d{2})(\d{3})(\d{3})"), r"0\1 \2 \3"),  # mobile: 0912 345 678
    (re.compile(r"\+84(2[48])(\d{4})(\d{4})"), r"0\1 \2 \3"),  # Hà Nội, TP. Hồ Chí Minh: 024 3825 1234
    (re.compile(r"\+84(2\d{2})(\d{3})(\d{4})"), r"0\1 \2 \3"),  # other provinces: 0294 384 1234
    (re.compile(r"\+84(1[89]00)(\d{4,6})"), r"\1 \2"),  # service numbers
)


def show_phone(e164: str) -> str:
    """As it is read out in Vietnam; a foreign number stays in the international form."""
    for pattern, shape in _SHOWN:
        if match := pattern.fullmatch(e164):
            return match.expand(shape)
    return e164
