"""What a search means: the words that were typed, the look-up they become, and the order of what is found."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from exchange.kernel.text import fold, nfc, words

MOST_WORDS: Final = 8
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


class Sound(msgspec.Struct, frozen=True):
    """A syllable with its tone set apart, so that hòa and hoà are the same and toá begins toán."""

    letters: str
    tone: str


class Asked(msgspec.Struct, frozen=True):
    """Typed words: folded, and as they sound where any accent was typed. The last may be the beginning of a word."""

    folded: tuple[str, ...]
    sounds: tuple[Sound, ...] = ()

    @property
    def phrase(self) -> str:
        """The folded words as they would stand in a title."""
        return " ".join(self.folded)


def asked(typed: str) -> Asked:
    """What is looked for. A single letter at the end of several words waits for its next letter."""
    found = words(fold(typed))[:MOST_WORDS]
    if len(found) > 1 and len(found[-1]) == 1 and found[-1].isalpha():
        found = found[:-1]
    plain = words(nfc(typed).lower())[: len(found)]
    accented = tuple(fold(word) for word in plain) == found != plain
    return Asked(found, tuple(_sound(word) for word in plain) if accented else ())


@lru_cache(maxsize=50_000)
def _sound(word: str) -> Sound:
    marks = unicodedata.normalize("NFD", word)
    return Sound("".join(m for m in marks if m not in _TONES), "".join(m for m in marks if m in _TONES))


@lru_cache(maxsize=50_000)
def _sounds(title: str) -> frozenset[Sound]:
    return frozenset(_sound(word) for word in words(title.lower()))


def rank(asked: Asked, title: str, title_fold: str) -> tuple[int, int, int]:
    """How well a title answers, best highest: by accents as they were typed, then by the words in one run.

    Where no accent was typed, words that have none come first: "may" finds "may công nghiệp" before "xe máy".
    """
    return _accents(asked, title), _run(asked.phrase, title_fold), _plain(asked, title)


def _plain(asked: Asked, title: str) -> int:
    return 0 if asked.sounds else len(set(asked.folded) & _lowered(title))


@lru_cache(maxsize=50_000)
def _lowered(title: str) -> frozenset[str]:
    return frozenset(words(title.lower()))


def _accents(asked: Asked, title: str) -> int:
    """Two for each word that stands there as typed, one where the last has only begun."""
    if not asked.sounds:
        return 0
    there = _sounds(title)
    count = 2 * sum(sound in there for sound in asked.sounds)
    last = asked.sounds[-1]
    return count if last in there else count + any(_begins(last, sound) for sound in there)


def _begins(typed: Sound, sound: Sound) -> bool:
    return sound.letters.startswith(typed.letters) and typed.tone in ("", sound.tone)


def _run(phrase: str, title_fold: str) -> int:
    """3: the whole title; 2: the words in one run; 1: in one run, the last only begun; 0: scattered."""
    if phrase == title_fold:
        return 3
    if f" {phrase} " in f" {title_fold} ":
        return 2
    return int(f" {phrase}" in f" {title_fold}")


# --- look-ups: a conjunction of exact and beginning tokens, written for each database --------------------------------


class Lookup(msgspec.Struct, frozen=True):
    """Rows that hold all of `exact` and, for each of `begun`, a word that begins so; but not all of `without`."""

    exact: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    without: "Lookup | None" = None


def lookup(asked: Asked, marks: Sequence[str] = (), *, sign: str = "") -> Lookup:
    """The look-up of typed words; `sign` "=" looks in titles only."""
    signed = [sign + word for word in asked.folded]
    whole = signed if not signed or len(asked.folded[-1]) == 1 else signed[:-1]
    return Lookup((*whole, *marks), tuple(signed[len(whole) :]))


def in_sqlite(look: Lookup) -> str:
    """As an FTS5 expression. Tokens hold only letters, digits and our signs, so quoting them is enough."""
    said = " AND ".join([*(f'"{token}"' for token in look.exact), *(f'"{token}"*' for token in look.begun)])
    return f"({said}) NOT ({in_sqlite(look.without)})" if look.without else said


def in_postgres(look: Lookup) -> str:
    """As a tsquery."""
    said = " & ".join([*(f"'{token}'" for token in look.exact), *(f"'{token}':*" for token in look.begun)])
    return f"({said}) & !({in_postgres(look.without)})" if look.without else said


def index_words(title: str, others: Iterable[str], marks: Iterable[str]) -> str:
    """The words of an index row: each once; those of the title a second time with their sign."""
    in_title = words(fold(title))
    plain = dict.fromkeys([*in_title, *(word for text in others for word in words(fold(text)))])
    return " ".join([*(f"={word}" for word in dict.fromkeys(in_title)), *plain, *dict.fromkeys(marks)])
