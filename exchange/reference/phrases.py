"""Known names looked up in running text, as people write it: folded, the longest name first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A known name in a text: which words it took (`start` to `end`) and what it stands for."""

    start: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """A set of names, each with its meaning; of two meanings of one name the first given stays."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], T]] = {}
        for name, meaning in entries:
            if name:
                self._by_first.setdefault(name[0], {}).setdefault(name, meaning)
        self._lengths = {
            first: sorted({len(name) for name in names}, reverse=True) for first, names in self._by_first.items()
        }

    def at(self, words: Sequence[str], start: int) -> Found[T] | None:
        """The longest name that begins at the word `start`."""
        first = words[start]
        for length in self._lengths.get(first, ()):
            name = tuple(words[start : start + length])
            if name in self._by_first[first]:
                return Found(start, start + len(name), self._by_first[first][name])
        return None

    def scan(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """All names in the text from left to right, none inside another."""
        start = 0
        while start < len(words):
            found = self.at(words, start)
            if found:
                yield found
            start = found.end if found else start + 1
