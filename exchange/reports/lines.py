"""The fixed lines of the paper, as Decree 30/2020/NĐ-CP, Annex I, part I, II and III write them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from exchange.kernel.texts import N_
from exchange.reports.model import Block, Head, Paragraph, Run, Signature
from exchange.reports.numbering import roman
from exchange.reports.widths import balanced

COUNTRY: Final = N_("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MOTTO: Final = N_("Độc lập - Tự do - Hạnh phúc")
DEAR: Final = N_("Kính gửi:")
RECIPIENTS: Final = N_("Nơi nhận:")
END: Final = "./."
NAME_SIZE: Final = 12  # points: V.2
ROOM: Final = 62 * 72 / 25.4  # for names, beside the name of the country
FILED: Final = N_("Lưu: VT.")
APPENDIX: Final = N_("Phụ lục %(number)s")
_NUMBER: Final = N_("Số: %(number)s/%(symbol)s")
_DAY: Final = N_("ngày %(day)s tháng %(month)s năm %(year)s")
_WITH: Final = N_("(Kèm theo Báo cáo số %(number)s/%(symbol)s %(day)s của %(agency)s)")
_UNNUMBERED: Final = "       "  # room for the clerical desk's pen
_FILED_WORD: Final = N_("Lưu")


def names(head: Head) -> tuple[str, str]:
    """The agency above and the agency, in capitals, each over as many lines as cell 2 needs (II.2b)."""
    above, agency = (balanced(name.upper(), NAME_SIZE, ROOM) for name in (head.agency_above, head.agency))
    return above, agency


def number_of(head: Head) -> str:
    """The number of a paper: below 10 with a zero, room to write where it has none yet (II.3c)."""
    return _UNNUMBERED if head.number is None else f"{head.number:02d}"


def number_line(head: Head) -> str:
    """ "Số: 05/BC-SLĐTBXH"."""
    return _NUMBER % {"number": number_of(head), "symbol": head.symbol}


def written_day(day: date) -> str:
    """Days below 10 and the months 1 and 2 have a zero in front, others not (II.4b)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return _DAY % {"day": f"{day.day:02d}", "month": month, "year": day.year}


def place_line(head: Head) -> str:
    """ "Trà Vinh, ngày 05 tháng 6 năm 2021"."""
    return f"{head.place}, {written_day(head.day)}"


def subject_line(head: Head) -> str:
    """What the report is about; a number does not stand apart from what it counts ("6 tháng")."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", head.subject)


def with_line(head: Head) -> str:
    """Under the title of each appendix: which paper it belongs to (III.1c)."""
    told = {
        "number": number_of(head),
        "symbol": head.symbol,
        "day": written_day(head.day),
        "agency": one_line(head.agency),
    }
    return _WITH % told


def appendix(number: int) -> str:
    """ "Phụ lục I": several are numbered (III.1a)."""
    return APPENDIX % {"number": roman(number)}


def listed(items: Sequence[str]) -> tuple[str, ...]:
    """Lines that end in semicolons, the last in a full stop (II.6a, II.9d)."""
    bare = [item.strip().rstrip(";.,").rstrip() for item in items if item.strip()]
    return tuple(f"{item}{'.' if at == len(bare) else ';'}" for at, item in enumerate(bare, start=1))


def recipients(items: Sequence[str]) -> tuple[str, ...]:
    """Who receives the paper; the last line says where it is filed, and is added where it is missing."""
    filed = any(item.strip().lstrip("- ").startswith(_FILED_WORD) for item in items)
    return listed([item.strip().removeprefix("-").strip() for item in items] + ([] if filed else [FILED]))


def dear(head: Head) -> tuple[str, ...]:
    """To whom a paper goes: a single one stands bare, several as a list (II.9d)."""
    return head.dear if len(head.dear) == 1 else listed(head.dear)


def signing(signature: Signature) -> tuple[str, ...]:
    """The lines above the signature, in capitals (II.7đ)."""
    return tuple(line.upper() for line in (signature.authority, signature.title) if line)


def ended(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A text ends with "./." (Annex III, form 1.4)."""
    end = body[-1] if body else None
    if not isinstance(end, Paragraph):
        return body
    *runs, last = end.runs or (Run(""),)
    closed = msgspec.structs.replace(last, text=last.text.rstrip(" .;/") + END)
    return (*body[:-1], msgspec.structs.replace(end, runs=(*runs, closed)))


def one_line(name: str) -> str:
    """A name that stands in several lines in the head, within a sentence."""
    return " ".join(name.split())
