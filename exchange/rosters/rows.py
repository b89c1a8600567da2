"""Lines of a list of people, as typed, pasted or sent in a file: read and checked one by one, nothing saved."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct, structs

from exchange.kernel.codes import Reason
from exchange.kernel.text import PhoneError, fold, phone, squeeze
from exchange.rosters.codes import HEADER_WITHIN, MOST_LINES, LineReason
from exchange.rosters.sheets import MERGED, SheetRow, write_text
from exchange.seekers.codes import Sex
from exchange.seekers.rules import why_not_born
from exchange.spreadsheets.encodings import legacy, legacy_line
from exchange.spreadsheets.excel import FORMULA

COLUMNS: Final = {
    "name": ("ho va ten", "ho ten", "ho", "ho dem", "ho va dem", "ho va ten dem", "ho va chu lot", "ten"),
    "birth": ("nam sinh", "ngay sinh", "ngay thang nam sinh", "ngay, thang, nam sinh", "sinh nam"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "dt", "so dt"),
    "sex": ("gioi tinh",),
    "commune": ("xa, phuong", "xa phuong", "xa", "phuong", "xa/phuong", "huyen", "dia chi", "noi cu tru", "noi o"),
    "unit": ("don vi",),
    "decision": ("so quyet dinh", "quyet dinh", "so qd", "qd xuat ngu", "quyet dinh xuat ngu"),
    "enlisted_on": ("ngay nhap ngu", "nhap ngu"),
    "discharged_on": ("ngay xuat ngu", "xuat ngu"),
}
_BY_TITLE: Final = {title: name for name, titles in COLUMNS.items() for title in titles}
_NUMBERS: Final = dict.fromkeys(("tt", "stt", "so tt"))
_LENGTHS: Final = {"commune": 80, "unit": 120, "decision": 60}
_SEX: Final = {"nam": Sex.MALE, "nu": Sex.FEMALE, "male": Sex.MALE, "female": Sex.FEMALE}
_YEAR: Final = re.compile(r"(?:\d{1,2}[/.\-]){0,2}((?:19|20)\d\d)|((?:19|20)\d\d)-\d\d?-\d\d?")
_DAY: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_PHONE: Final = re.compile(r"\+?[\d .\-()]{8,17}")


class ListRow(Struct, frozen=True):
    """One line: who is meant, and what the paper says of them; or why it cannot be understood.

    `written`: the line as it was, for whoever puts it right. `phone` in E.164 form.
    """

    line: int
    written: str
    name: str = ""
    birth_year: int = 0
    phone: str | None = None
    sex: Sex = Sex.NOT_STATED
    commune: str = ""
    unit: str = ""
    decision: str = ""
    enlisted_on: date | None = None
    discharged_on: date | None = None
    fault: Reason | None = None


class ListRefused(Exception):  # noqa: N818 - read as a sentence where it is raised
    """The whole list cannot be taken."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def list_rows(rows: Sequence[SheetRow], *, today: date) -> list[ListRow]:
    """The lines below the header; without one, each cell is known by its shape. Raises ListRefused."""
    head = _head(rows)
    named = [_BY_TITLE.get(_title(cell)) for cell in rows[head].cells] if head is not None else None
    return [_row(row, named, today) for row in _body(rows, head)]


def unread(rows: Sequence[SheetRow]) -> list[str]:
    """The titles of columns that nobody reads here, so that whoever sent them knows; the number in front is none."""
    head = _head(rows)
    titles = rows[head].cells if head is not None else ()
    return [cell for cell in titles if cell and _title(cell) not in _BY_TITLE | _NUMBERS]


def as_text(rows: Sequence[SheetRow]) -> str:
    """A file as lines that can be put right by hand, those above the header left out. Raises ListRefused."""
    head = _head(rows)
    body = _body(rows, head)
    if head is None:
        raise ListRefused(LineReason.NO_COLUMNS)
    return write_text([rows[head], *body])


def _head(rows: Sequence[SheetRow]) -> int | None:
    return next((at for at, row in enumerate(rows[:HEADER_WITHIN]) if _is_header(row)), None)


def _body(rows: Sequence[SheetRow], head: int | None) -> Sequence[SheetRow]:
    """The lines below the header. Raises ListRefused where nobody could make sense of them."""
    if reason := legacy(cell for row in rows for cell in row.cells):
        raise ListRefused(reason)
    body = rows[head + 1 :] if head is not None else rows
    if not body:
        raise ListRefused(LineReason.NOTHING)
    if len(body) > MOST_LINES:
        raise ListRefused(LineReason.MANY)
    return body


def _is_header(row: SheetRow) -> bool:
    names = {_BY_TITLE.get(_title(cell)) for cell in row.cells}
    return {"name", "birth"} <= names


def _title(cell: str) -> str:
    return squeeze(re.sub(r"[*:()]", " ", fold(cell)))


def _named(cells: Sequence[str], named: Sequence[str | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for cell, name in zip(cells, named, strict=False):
        if name and cell:
            found[name] = f"{found[name]} {cell}" if name in found and name == "name" else found.get(name, cell)
    return found


def _shaped(cells: Sequence[str]) -> dict[str, str]:
    """A typed line: a number in front is the paper's, the first words are the name, the next the commune."""
    found: dict[str, str] = {}
    for place, cell in enumerate(cells):
        if not cell or (place == 0 and re.fullmatch(r"\d{1,4}\.?", cell)):
            continue
        if "birth" not in found and _YEAR.fullmatch(cell):
            found["birth"] = cell
        elif "phone" not in found and _PHONE.fullmatch(cell):
            found["phone"] = cell
        elif fold(cell) in _SEX and "name" in found:
            found["sex"] = cell
        else:
            found.setdefault("commune" if "name" in found else "name", cell)
    return found


def _row(row: SheetRow, named: Sequence[str | None] | None, today: date) -> ListRow:
    read = ListRow(row.line, "\t".join(row.cells).rstrip())
    if unsaid := _unsaid(row.cells, named):
        return structs.replace(read, fault=unsaid)
    said = _named(row.cells, named) if named else _shaped(row.cells)
    values: dict[str, Any] = {name: said.get(name, "") for name in _LENGTHS}
    values["name"] = said.get("name", "")
    values["sex"] = _SEX.get(fold(said.get("sex", "")), Sex.NOT_STATED)
    long = any(len(values[name]) > most for name, most in _LENGTHS.items())
    faults: list[Reason | None] = [_name_fault(values["name"]), LineReason.LONG_TEXT if long else None]
    values["birth_year"], fault = _born(said.get("birth", ""), today)
    faults.append(fault)
    values["phone"], fault = _phone(said.get("phone", ""))
    faults.append(fault)
    for name in ("enlisted_on", "discharged_on"):
        values[name], fault = _day(said.get(name, ""))
        faults.append(fault)
    return structs.replace(read, **values, fault=next((one for one in faults if one), None) or _served(values, today))


def _unsaid(cells: Sequence[str], named: Sequence[str | None] | None) -> Reason | None:
    """Why the cells do not say what they mean; in columns that nobody reads they may hold what they like."""
    read = [cell for cell, name in zip(cells, named, strict=False) if name] if named else cells
    if any(cell.startswith(FORMULA) for cell in read):
        return LineReason.FORMULA
    return LineReason.MERGED if MERGED in read else legacy_line(" ".join(cell for cell in cells if cell != MERGED))


def _name_fault(name: str) -> LineReason | None:
    if len(name) > 120:
        return LineReason.LONG_NAME
    return None if sum(sign.isalpha() for sign in name) > 1 else LineReason.NO_NAME


def _born(text: str, today: date) -> tuple[int, LineReason | None]:
    found = _YEAR.fullmatch(text)
    if found is None:
        return 0, LineReason.NO_YEAR
    year = int(found[1] or found[2])
    return year, LineReason.YEAR if why_not_born(year, today) else None


def _phone(text: str) -> tuple[str | None, LineReason | None]:
    """Spreadsheets eat the zero in front."""
    if not text or text in "-–":
        return None, None
    for tried in (text, f"0{text}"):
        try:
            return phone(tried), None
        except PhoneError:
            continue
    return None, LineReason.PHONE


def _day(text: str) -> tuple[date | None, LineReason | None]:
    if not text:
        return None, None
    typed = _DAY.fullmatch(text)
    try:
        found = date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else date.fromisoformat(text)
    except ValueError:
        return None, LineReason.DAY
    return found, None


def _served(values: Mapping[str, Any], today: date) -> LineReason | None:
    enlisted, discharged = values["enlisted_on"], values["discharged_on"]
    late = discharged is not None and (discharged > today or discharged.year < values["birth_year"])
    reversed_ = enlisted is not None and discharged is not None and discharged < enlisted
    early = enlisted is not None and (enlisted > today or enlisted.year < values["birth_year"])
    return LineReason.DISCHARGE if late or reversed_ or early else None
