"""How wide words are in bold Times: for lines under them, which Word cannot measure by itself."""

import unicodedata
from typing import Final

# Thousandths of the size, per letter. A mark above or below does not make a Vietnamese letter wider.
_GROUPS: Final = (
    (220, "|"),
    (250, " ,."),
    (278, "'/\\il"),
    (333, "!()-:;[]`fjt"),
    (389, "Is"),
    (444, "cerz"),
    (500, "#$*0123456789?J_agovxy–"),
    (556, "Sbdhknpquđơ"),
    (600, "ư"),
    (611, "FP"),
    (667, "BELTZ"),
    (722, "ACDNRUVXYwĐ"),
    (778, "GHKOQƠ"),
    (796, "Ư"),
    (833, "&m"),
    (944, "M"),
    (1000, "%W"),
)
_WIDTHS: Final = {letter: width for width, letters in _GROUPS for letter in letters}
_USUAL: Final = 550


def width(text: str, size: float) -> float:
    """The width of one line of `text` in points."""
    return sum(_letter(letter) for letter in text) * size / 1000


def balanced(text: str, size: float, room: float) -> str:
    """A name over as few lines as fit into `room` points, of about the same length; lines that are there stay."""
    return "\n".join(_over(line.split(), size, room) for line in text.split("\n"))


def _over(words: list[str], size: float, room: float) -> str:
    """Two lines where one is too long and two suffice; the file breaks what is longer than that."""
    whole = " ".join(words)
    if width(whole, size) <= room or len(words) < 2:
        return whole
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(pairs, key=lambda pair: max(width(line, size) for line in pair)))


def _letter(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    marks = unicodedata.normalize("NFD", letter)
    with_horn = unicodedata.normalize("NFC", "".join(c for c in marks if c.isalpha() or c == "\u031b"))
    return _WIDTHS.get(with_horn, _WIDTHS.get(marks[0], _USUAL))
