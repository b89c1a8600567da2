"""Known names looked up in running text, as people write it: folded, the longest name first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
        return next(self._every_at(words, start), None)

    def scan(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """All names in the text from left to right, none inside another."""
        start = 0
        while start < len(words):
            found = self.at(words, start)
            if found:
                yield found
            start = found.end if found else start + 1

    def whole(self, words: Sequence[str], between: Callable[[str], bool]) -> list[Found[T]] | None:
        """Names that take up all of the text but for words `between` them; None where no reading does.

        At each place the longest name whose rest can be read too: "Điện Biên Phú Thọ" is two provinces, though "Điện
        Biên Phủ" is a place as well.
        """
        steps: dict[int, Found[T] | None] = {
            len(words): None
        }  # from where on everything can be read, and how it begins
        for start in reversed(range(len(words))):
            found = next((one for one in self._every_at(words, start) if one.end in steps), None)
            if found or (between(words[start]) and start + 1 in steps):
                steps[start] = found
        return list(_walked(steps, len(words))) if 0 in steps else None

    def _every_at(self, words: Sequence[str], start: int) -> Iterator[Found[T]]:
        first = words[start]
        for length in self._lengths.get(first, ()):
            name = tuple(words[start : start + length])
            if name in self._by_first[first]:
                yield Found(start, start + len(name), self._by_first[first][name])


def _walked(steps: dict[int, Found[T] | None], until: int) -> Iterator[Found[T]]:
    start = 0
    while start < until:
        found = steps[start]
        if found:
            yield found
        start = found.end if found else start + 1
