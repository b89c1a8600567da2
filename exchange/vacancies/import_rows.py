"""What an advertisement becomes: the columns of a vacancy, its places, its place in the search, and what to note."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec

from exchange.employers.codes import EmployerKind
from exchange.kernel.codes import Code
from exchange.vacancies import index, rules, wording
from exchange.vacancies.adverts.codes import RowReason
from exchange.vacancies.adverts.reading import Advert, ReadAdvert, RefusedRow, read_advert
from exchange.vacancies.codes import Contract, Position, RowNote, WorkForm

OPEN_FOR: Final = timedelta(days=30)  # where an advertisement names no deadline
_NO_SOURCE: Final = "file"


class Row(msgspec.Struct, frozen=True):
    """An advertisement ready to be stored. `print` changes when anything in the row of the file does."""

    raw: Advert
    advert: ReadAdvert
    print: str
    expires_on: date
    flagged: bool
    notes: tuple[Code, ...]

    @property
    def source(self) -> str:
        """Where it was read off."""
        return self.advert.source or _NO_SOURCE


def prepared(raw: Advert, today: date, seen: set[str]) -> Row | RefusedRow:
    """A row as it will be stored, or why it is not; `seen` remembers the keys of the rows before it."""
    advert = read_advert(raw, today)
    if isinstance(advert, RefusedRow):
        return advert
    if advert.key in seen:
        return RefusedRow(raw.line, RowReason.REPEATED)
    seen.add(advert.key)
    texts = {"title": advert.title, "description": advert.description, "requirements": advert.requirements}
    flagged = bool(wording.findings(texts))
    expires_on = advert.deadline or today + OPEN_FOR
    notes = (*advert.doubts, *_notes(advert.deadline, today, flagged=flagged))
    return Row(raw, advert, _print(raw), expires_on, flagged, notes)


def _notes(deadline: date | None, today: date, *, flagged: bool) -> Iterator[RowNote]:
    if deadline is None:
        yield RowNote.NO_DEADLINE
    elif deadline < today:
        yield RowNote.EXPIRED
    if flagged:
        yield RowNote.FLAGGED


def _print(raw: Advert) -> str:
    said = "\x1f".join(str(value) for value in msgspec.structs.astuple(raw)[1:])  # all but the line's number
    return hashlib.sha256(said.encode()).hexdigest()


def said(row: Row) -> dict[str, Any]:
    """The columns that the advertisement itself fills; what it does not say stays open."""
    advert, raw = row.advert, row.raw
    return {
        "title": advert.title,
        "description": advert.description,
        "requirements": advert.requirements,
        "occupation_code": advert.occupation,
        "openings": advert.openings,
        "wage_kind": advert.wage.kind,
        "wage_low": advert.wage.lowest,
        "wage_high": advert.wage.highest,
        "wage_per": advert.wage.per,
        "currency": advert.wage.currency,
        "education": advert.education if raw.education else None,
        "qualification": advert.qualification if raw.education else None,
        "experience": advert.experience if raw.experience else None,
        "overseas": advert.places.overseas,
        "expires_on": row.expires_on,
        "source_print": row.print,
    }


_UNSAID: Final[dict[str, Any]] = {
    "position": Position.STAFF,
    "contract": Contract.NOT_STATED,
    "work_form": WorkForm.FULL_TIME,
    "shifts": False,
    "benefits": [],
    "priorities": [],
    "contact_name": "",
    "contact_phone": "",
    "contact_email": "",
}
NOTHING_KNOWN: Final[dict[str, Any]] = {
    "kind": EmployerKind.NOT_STATED,
    "address": "",
    "contact_name": "",
    "phone": "",
    "email": "",
    "about": "",
}  # an employer of whom only the name is known


def vacancy(row: Row, vacancy_id: UUID, employer_id: UUID, centre_id: UUID | None, *, now: datetime) -> dict[str, Any]:
    """All columns of a new vacancy."""
    owners = {"id": vacancy_id, "employer_id": employer_id, "centre_id": centre_id, "created_at": now}
    key = {"source": row.source, "source_key": row.advert.key, "created_by": None}
    return _UNSAID | said(row) | owners | key | times(row, now=now)


def times(row: Row, *, now: datetime) -> dict[str, datetime | None]:
    """Published at once, unless its wording has to be looked at; if that comes too late, kept but closed."""
    if not row.flagged:
        return {"submitted_at": now, "published_at": now, "closed_at": None}
    late = RowNote.EXPIRED in row.notes
    return {"submitted_at": now, "published_at": None, "closed_at": now if late else None}


def places(row: Row, vacancy_id: UUID) -> list[dict[str, Any]]:
    """The rows of its places; the address as written goes with the first."""
    written = row.advert.places.address[:200]
    return [
        {"vacancy_id": vacancy_id, "province_code": code, "rank": rank, "address": "" if rank else written}
        for rank, code in enumerate(row.advert.places.provinces)
    ]


def index_row(row: Row, vacancy_id: UUID, today: date) -> dict[str, Any]:
    """Its row in the search index."""
    advert = row.advert
    wage = rules.Wage(advert.wage.kind, advert.wage.lowest, advert.wage.highest, advert.wage.per, advert.wage.currency)
    asked = advert.qualification if row.raw.education else None
    source = index.Source(
        vacancy_id,
        advert.title,
        (advert.description, advert.requirements, advert.firm.name),
        advert.occupation,
        advert.places.provinces,
        today,
        wage,
        rules.qualification_rank(asked),
        row.expires_on,
    )
    return index.row_of(source)
