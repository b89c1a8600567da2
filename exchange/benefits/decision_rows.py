"""Rows of a file of decisions, as the insurer's system or this one writes them, read and checked one by one."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from pydantic import ValidationError

from exchange.benefits.codes import BenefitReason, RefusalGround, Verdict
from exchange.benefits.decision_actions import DecisionGiven, decision_of
from exchange.benefits.rules import Decision
from exchange.benefits.sheets import COLUMNS
from exchange.kernel.text import fold, squeeze
from exchange.spreadsheets.encodings import encoding_of
from exchange.spreadsheets.grids import plain

MOST_BYTES = 20_000_000
_NAMES = {fold(title): name for name, title in COLUMNS.items()}
_NEEDED = ("claim", "verdict", "number", "on_day")
_VERDICTS = {fold(word): one for one in (Verdict.GRANTED, Verdict.REFUSED) for word in (one.label, one.value)}
_VERDICTS |= {"huong": Verdict.GRANTED, "khong huong": Verdict.REFUSED}
_REFUSALS = {fold(word): one for one in RefusalGround for word in (one.label, one.value)}
_NUMBER = re.compile(r"(\d{1,7})/(\d{4})")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_FIELDS = {"months": BenefitReason.MONTHS, "monthly": BenefitReason.AMOUNT, "number": BenefitReason.NUMBER_NEEDED}


class FileUnreadable(Exception):  # noqa: N818
    """The file as a whole cannot be read; the text is one sentence for the operator."""


class DecisionRow(Struct, frozen=True):
    """One row: which claim, and what was decided; or why it cannot be understood."""

    line: int
    year: int = 0
    number: int = 0
    said: Decision | None = None
    reason: BenefitReason | None = None


def read(data: bytes) -> Iterator[DecisionRow]:
    """The rows of a CSV file in Unicode or Windows-1258, with commas or semicolons. Raises FileUnreadable."""
    if len(data) > MOST_BYTES:
        raise FileUnreadable(f"the file is larger than {MOST_BYTES // 1_000_000} MB.")
    try:
        text = data.decode(encoding_of(data))
    except (LookupError, UnicodeDecodeError):
        raise FileUnreadable("its encoding is not known. Save it as “CSV UTF-8” and try again.") from None
    head, _, _ = text.partition("\n")
    separator = ";" if head.count(";") > head.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    named = [_NAMES.get(fold(cell.strip())) for cell in next(rows, [])]
    missing = [COLUMNS[name] for name in _NEEDED if name not in named]
    if missing:
        raise FileUnreadable(f"its first line does not name: {', '.join(missing)}.")
    return _rows(rows, named)


def _rows(rows: Iterator[list[str]], named: list[str | None]) -> Iterator[DecisionRow]:
    seen: set[tuple[int, int]] = set()
    try:
        for line, cells in enumerate(rows, start=2):
            if not any(cell.strip() for cell in cells):
                continue
            row = _row(line, {name: squeeze(cell) for name, cell in zip(named, cells, strict=False) if name})
            if row.reason is None and (row.year, row.number) in seen:
                row = DecisionRow(line, row.year, row.number, None, BenefitReason.ROW_TWICE)
            seen.add((row.year, row.number))
            yield row
    except csv.Error as fault:
        raise FileUnreadable(f"a row of it is broken: {fault}.") from None


def _row(line: int, cells: Mapping[str, str]) -> DecisionRow:
    claim = _NUMBER.fullmatch(plain(cells.get("claim", "")).replace(" ", ""))
    if claim is None:
        return DecisionRow(line, reason=BenefitReason.NUMBER_SHAPE)
    number, year = int(claim[1]), int(claim[2])
    verdict = _VERDICTS.get(fold(plain(cells.get("verdict", ""))))
    if verdict is None:
        return DecisionRow(line, year, number, reason=BenefitReason.VERDICT_NEEDED)
    try:
        said = decision_of(DecisionGiven.model_validate(_values(cells) | {"verdict": verdict}))
    except ValidationError as faults:
        field = str(faults.errors()[0]["loc"][0])
        return DecisionRow(line, year, number, reason=_FIELDS.get(field, BenefitReason.ROW_DATE))
    return DecisionRow(line, year, number, said)


def _values(cells: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {
        "number": plain(cells.get("number", "")),
        "refusal": _REFUSALS.get(fold(plain(cells.get("refusal", "")))),
    }
    for name in ("months", "monthly"):
        values[name] = re.sub(r"[ .,đ]", "", plain(cells.get(name, ""))) or None
    for name in ("on_day", "from_on", "to_on"):
        values[name] = _day(plain(cells.get(name, "")))
    return values


def _day(text: str) -> date | str | None:
    """A day; what is none stays a text, which is refused as one."""
    typed = _DAY.fullmatch(text)
    try:
        return (
            date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else date.fromisoformat(text) if text else None
        )
    except ValueError:
        return "?"
