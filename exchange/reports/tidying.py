"""Texts as paper takes them: composed letters, no characters that a reader cannot see or a file cannot hold."""

import unicodedata
from typing import Any, TypeVar

import msgspec

from exchange.kernel.text import nfc

T = TypeVar("T", bound=msgspec.Struct)
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def tidy(text: str) -> str:
    """`text` in composed letters (stacked marks too), spaces kept, everything unseen left out."""
    kept = ("\n" if c == "\n" else " " if c.isspace() else c for c in text if c.isspace() or _seen(c))
    return nfc("".join(kept))


def tidied(whole: T) -> T:
    """A report, or a part of one, with all its texts made tidy."""
    return type(whole)(**{name: _tidy(getattr(whole, name)) for name in whole.__struct_fields__})


def _tidy(value: Any) -> Any:
    if type(value) is str:  # words of the program are no texts
        return tidy(value)
    if isinstance(value, tuple):
        return tuple(_tidy(one) for one in value)
    return tidied(value) if isinstance(value, msgspec.Struct) else value


def _seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN
