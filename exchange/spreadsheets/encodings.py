"""Which encoding a text is in: Unicode, Windows-1258, or one of the fonts' own of earlier years, which are refused.

TCVN3 (.VnTime) and VNI put other letters' codes where Vietnamese letters are meant. A spreadsheet keeps those codes
even after somebody "saved as UTF-8", so texts are looked at, not only bytes.
"""

import re
from collections.abc import Iterable
from typing import Final

from exchange.kernel.text import nfc
from exchange.reference.letters import VIETNAMESE
from exchange.spreadsheets.codes import FileReason

# Letters and signs of Latin-1 that stand inside words of TCVN3 and never inside a Vietnamese word.
_TCVN3: Final = re.compile(
    "[A-Za-z\u00ad-\u00ff][\u00b5-\u00b9\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00bb-\u00be\u00c6\u00c7\u00ce\u00cf\u00d0\u00d1"
    "\u00d6\u00d7\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]"
    "|[\u00ae\u00a7][A-Za-z\u00a8-\u00ff]"
)
# In VNI a letter is followed by the sign of its marks: "Nguyeãn Vaên Haûi".
_VNI: Final = re.compile(
    "[aeouyAEOUY\u00f4\u00d4\u00f6\u00d6][\u00f8\u00fb\u00f5\u00ef\u00f9\u00e2\u00e1\u00e0\u00e5\u00e3\u00e4\u00ea\u00e9\u00e8\u00fa\u00fc\u00eb"
    "\u00d8\u00db\u00d5\u00cf\u00d9\u00c2\u00c1\u00c0\u00c5\u00c3\u00c4\u00ca\u00c9\u00c8\u00da\u00dc\u00cb]"
    "|[\u00f1\u00d1][aeiouyAEIOUY\u00f4\u00f6\u00d4\u00d6]"
)
_WORD: Final = re.compile(r"[^\s,;.\t\"/()0-9:-]+")
_FEWEST: Final = 2  # telling words, before a file is judged by them
_BEYOND_FONTS: Final = frozenset(letter for letter in VIETNAMESE if ord(letter) > 0xFF)  # none of them can show these


def legacy(texts: Iterable[str], *, fewest: int = _FEWEST) -> FileReason | None:
    """TCVN3 or VNI, where words are written in it: at least `fewest`, and one in four of those with marks."""
    marked = tcvn3 = vni = 0
    for text in texts:
        for word in _WORD.findall(text):
            if word.isascii():
                continue
            marked += 1
            if not is_vietnamese(word):
                by_sign, by_font = bool(_VNI.search(word)), bool(_TCVN3.search(word))
                vni += by_sign
                tcvn3 += by_font and not by_sign
    if max(tcvn3, vni) < fewest or (tcvn3 + vni) * 4 < marked:
        return None
    return FileReason.VNI if vni > tcvn3 else FileReason.TCVN3


def legacy_line(text: str) -> FileReason | None:
    """The same of a single line: one word tells, unless a letter beside it is one that only Unicode has."""
    return None if _BEYOND_FONTS & set(nfc(text)) else legacy([text], fewest=1)


def is_vietnamese(word: str) -> bool:
    """Whether every letter of a word is one of Vietnamese, however it is composed."""
    plain = nfc(word)
    return all(letter.isascii() or letter in VIETNAMESE for letter in plain)


def encoding_of(start: bytes) -> str:
    """The encoding in which a file that begins so is to be read. Raises LookupError with the reason."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    whole = start[: start.rfind(b"\n") + 1] or start  # not the letter that was cut at the end
    try:
        whole.decode("utf-8-sig")
        return "utf-8-sig"
    except UnicodeDecodeError:
        pass
    if b"\x00" in whole:
        raise LookupError(FileReason.ENCODING)
    if _reads(whole.decode("cp1258", errors="replace")):
        return "cp1258"
    raise LookupError(legacy([whole.decode("latin-1")]) or FileReason.ENCODING)


def _reads(text: str) -> bool:
    """Whether nearly all words with marks are Vietnamese."""
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(is_vietnamese(word) for word in marked)
    return bool(marked) and good * 10 >= len(marked) * 9
