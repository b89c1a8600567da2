"""The letters of Vietnamese beyond ASCII."""

import unicodedata

_VOWELS = ("a", "a\u0306", "a\u0302", "e", "e\u0302", "i", "o", "o\u0302", "o\u031b", "u", "u\u031b", "y")
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _letters() -> frozenset[str]:
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {"\u0111"}
    return frozenset(one for letter in small for one in (letter, letter.upper()) if not one.isascii())


VIETNAMESE = _letters()
