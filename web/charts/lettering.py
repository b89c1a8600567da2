"""How much room a text takes, and where it breaks: SVG text does not wrap by itself.

The page uses whatever font the device has, so the widths are those of the widest one in use (DejaVu Sans, rounded up to
a twentieth of the size); in Segoe UI, Roboto or Arial the same text is about a tenth shorter.
"""

import unicodedata
from functools import lru_cache
from typing import Final

_BY_WIDTH: Final = {  # hundredths of the font size
    30: "ijlIJ'", 35: " .,:;/·\u00a0", 40: "ft-()", 45: "r", 50: "–*\"", 55: "csz“”", 60: "kvxyFL",
    65: "0123456789abdeghnopquEPSTY", 70: "ABCKRVXZ", 75: "NU", 80: "DGHOQ&", 85: "w+<>≥≤", 90: "M", 100: "mW%…",
}  # fmt: skip
_WIDTHS: Final = {letter: hundredths / 100 for hundredths, letters in _BY_WIDTH.items() for letter in letters}
_WIDTHS.update({"đ": 0.65, "ơ": 0.65, "ư": 0.7, "Đ": 0.8, "Ơ": 0.95, "Ư": 0.9})
_OTHER: Final = 1.0
_BOLD: Final = 1.13
_HORN: Final = {"o\u031b": "ơ", "u\u031b": "ư", "O\u031b": "Ơ", "U\u031b": "Ư"}


@lru_cache(maxsize=2_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is at most."""
    return sum(map(_of_letter, text)) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=500)
def _of_letter(letter: str) -> float:
    """A letter is as wide as the one without its tone."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    apart = unicodedata.normalize("NFD", letter)
    horned = next((whole for parts, whole in _HORN.items() if set(parts) <= set(apart)), apart[0])
    return _WIDTHS.get(horned, _OTHER)


def wrap(text: str, room: float, size: float, *, most: int = 2, bold: bool = False) -> tuple[str, ...]:
    """The text in at most so many lines of this width; what does not fit ends in "…" (the table has it whole)."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return tuple(_cut(line, room, size, bold=bold) for line in lines)


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    if width(line, size, bold=bold) <= room:
        return line
    while line and width(line + "…", size, bold=bold) > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,;:–") + "…"


def fitting(text: str, room: float, size: float, *, least: float, bold: bool = False) -> float:
    """The size at which a text that must not be cut fits, not below `least`."""
    natural = width(text, size, bold=bold)
    return size if natural <= room else max(least, int(size * room / natural * 2) / 2)
