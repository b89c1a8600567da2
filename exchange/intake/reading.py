"""What single cells say: days, numbers of papers, telephones, words. Everything comes as people write it."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from exchange.intake.codes import DayOrder, RowReason
from exchange.intake.words import COMMUNE, OR, UNITS, Key, key_of
from exchange.kernel.text import PhoneError, phone, squeeze
from exchange.reference import provinces
from exchange.reference.provinces import Province
from exchange.spreadsheets.excel import FORMULA, Cell

_EPOCH: Final = date(1899, 12, 30)  # spreadsheets count days from here
_FIRST_SERIAL, _LAST_SERIAL = 3_000, 80_000  # 1908 to 2119
_DAY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_YEAR: Final = re.compile(r"(?:[0?_x–\-./\s]*|\d{1,2}\s*[/.\-]\s*)((?:19|20)\d{2})")  # also 00/00/1990, 5/1990
_BETWEEN_PHONES: Final = re.compile(rf"\s*(?:[/;,]|\b{OR}\b)\s*")


class Wrong(Exception):  # noqa: N818
    """A cell that says nothing we can take."""

    def __init__(self, reason: RowReason) -> None:
        super().__init__(reason.label)
        self.reason = reason


class Born(NamedTuple):
    """When somebody was born, as far as a register says."""

    year: int
    on: date | None


def text(cell: Cell) -> str:
    """A cell as one tidy line."""
    return squeeze(str(cell))


def is_formula(cell: Cell) -> bool:
    """Whether a cell is reckoned and not written."""
    return isinstance(cell, str) and cell.startswith(FORMULA)


def day(cell: Cell, order: DayOrder) -> date | None:
    """A day; None for an empty cell. Raises Wrong."""
    if isinstance(cell, int | float):
        if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _EPOCH + timedelta(days=int(cell))
        raise Wrong(RowReason.DAY_NEEDED if 1900 <= cell <= 2100 else RowReason.NO_DAY)
    written = text(cell)
    if not written:
        return None
    try:
        if found := _ISO.fullmatch(written):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY.fullmatch(written):
            first, second = int(found[1]), int(found[2])
            number, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
            return date(int(found[3]), month, number)
    except ValueError:
        raise Wrong(RowReason.NO_DAY) from None
    if written.isdecimal() and _FIRST_SERIAL <= int(written[:6]) <= _LAST_SERIAL and len(written) == 5:
        return _EPOCH + timedelta(days=int(written))
    raise Wrong(RowReason.DAY_NEEDED if _YEAR.fullmatch(written) else RowReason.NO_DAY)


def born(cell: Cell, order: DayOrder) -> Born | None:
    """A day or a year of birth; None for an empty cell. Raises Wrong."""
    if isinstance(cell, int | float) and 1900 <= cell <= 2100:
        return Born(int(cell), None)
    if isinstance(cell, str) and (found := _YEAR.fullmatch(text(cell))):
        return Born(int(found[1]), None)
    exact = day(cell, order)
    return Born(exact.year, exact) if exact else None


def first_beyond_twelve(cell: Cell) -> int:
    """Which of a day's first two numbers is no month: 1, 2, or 0 for neither."""
    found = _DAY.fullmatch(text(cell))
    if found is None:
        return 0
    return 1 if int(found[1]) > 12 else 2 if int(found[2]) > 12 else 0


def digits(cell: Cell, *lengths: int) -> tuple[str, bool]:
    """The number of a paper, and whether its first 0 was put back that a spreadsheet drops from numbers."""
    if isinstance(cell, int) and len(str(cell)) + 1 in lengths and len(str(cell)) not in lengths:
        return f"0{cell}", True
    return re.sub(r"[\s.\-]", "", text(cell)), False


def telephone(cell: Cell) -> str | None:
    """The first number in a cell that is one, in E.164; None for an empty cell. Raises Wrong."""
    written = f"0{cell}" if isinstance(cell, int) and len(str(cell)) == 9 else text(cell)
    if not written:
        return None
    for part in (written, *_BETWEEN_PHONES.split(written)):
        try:
            return phone(part)
        except PhoneError:
            continue
    raise Wrong(RowReason.PHONE_LEFT)


def word(cell: Cell, known: Mapping[Key, Any], reason: RowReason = RowReason.NO_WORD) -> Any:
    """One of `known` words; None for an empty cell. Raises Wrong."""
    said = key_of(text(cell))
    if not said:
        return None
    if said not in known:
        raise Wrong(reason)
    return known[said]


def whole(cell: Cell) -> int | None:
    """A whole number, also 3.500.000 đ; None for an empty cell. Raises Wrong."""
    if isinstance(cell, int):
        return cell
    written = re.sub(rf"(?i)[\s.,]|{UNITS}", "", text(cell))
    if not written:
        return None
    if not written.isdecimal() or len(written) > 12 or isinstance(cell, float):
        raise Wrong(RowReason.NO_NUMBER)
    return int(written)


def province(cell: Cell, on_day: date) -> Province | None:
    """The province of a day; None for an empty cell. Raises Wrong."""
    written = text(cell)
    if not written:
        return None
    found = provinces.find(written, on_day)
    if found is None:
        raise Wrong(RowReason.NO_PROVINCE)
    return found


class Place(NamedTuple):
    """An address in its parts; what is not said is empty."""

    street: str
    commune: str
    province: Province | None


def place(cell: Cell, today: date) -> Place:
    """An address as people write it, from the house to the province."""
    parts = [part for part in (piece.strip() for piece in re.split(r"[,;]| - ", text(cell))) if part]
    found = provinces.find(parts[-1], today) if parts else None
    rest = parts[:-1] if found else parts
    at = next((at for at, part in enumerate(rest) if _is_commune(part)), None)
    commune = rest[at] if at is not None else ""
    street = ", ".join(part for number, part in enumerate(rest) if number != at)
    return Place(street, commune[:80], found)


def _is_commune(part: str) -> bool:
    said = key_of(part)
    return len(said) > 1 and said[0] in COMMUNE
