"""Taking in files of advertisements: as often as one likes, without taking anything twice."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import Table, delete, insert, select, update

from exchange.employers.tables import Employer
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.codes import Code
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, insert_many_once
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.kernel.texts import N_
from exchange.vacancies import import_rows, index
from exchange.vacancies.adverts.reading import Advert, RefusedRow
from exchange.vacancies.codes import RowNote, RowOutcome
from exchange.vacancies.import_rows import Row
from exchange.vacancies.tables import ImportRun, Vacancy, VacancyIndex, VacancyPlace, VacancyReview

T = TypeVar("T")
BATCH: Final = 500  # rows in one transaction
MOST_LINES: Final = 5000  # lines kept of the row-wise report
_UNNAMED_KEY: Final = "?"  # no firm's key: those are words
_USUAL: Final = {RowNote.NO_DEADLINE}  # counted, but no reason to look at the row
UNNAMED: Final = N_("Nhà tuyển dụng chưa nêu tên")
_v, _e, _r, _p = columns(Vacancy), columns(Employer), columns(VacancyReview), columns(VacancyPlace)


class Write(Protocol):
    """Runs a change as one transaction: `Store.write`."""

    def __call__(self, change: Callable[[Writing], T]) -> T: ...


class Published(msgspec.Struct, frozen=True):
    """A vacancy that an import has just published."""

    vacancy_id: UUID
    employer_id: UUID


class Line(msgspec.Struct, frozen=True):
    """What happened to one row of the file, and why."""

    line: int
    outcome: RowOutcome
    notes: tuple[Code, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """What an import did. Each row counts under one outcome; `notes` count each warning and each reason to refuse."""

    run_id: UUID
    outcomes: dict[RowOutcome, int]
    notes: list[tuple[Code, int]]
    lines: list[Line]
    left_off: int

    @property
    def rows(self) -> int:
        """How many rows the file has."""
        return sum(self.outcomes.values())


class Plan(msgspec.Struct, frozen=True):
    """How a file is taken in. `shown` is told, inside each transaction, which vacancies were published."""

    file_name: str
    now: datetime
    centre_id: UUID | None = None
    by_account: UUID | None = None
    shown: Callable[[Writing, list[Published]], None] | None = None
    on_progress: Callable[[int], None] | None = None

    @property
    def today(self) -> date:
        """The day of the import."""
        return local_day(self.now)


class _Known(msgspec.Struct, frozen=True):
    """An advertisement that an earlier import took. `settled`: somebody has reviewed or closed it since."""

    vacancy_id: UUID
    print: str
    settled: bool


def import_adverts(write: Write, rows: Iterable[Advert | RefusedRow], plan: Plan) -> Report:
    """Take in the rows of a file, in batches of one transaction each, and store the report.

    An advertisement is known again by its key (`adverts.reading.advert_key`). Known and unchanged: nothing happens.
    Known and changed: the vacancy follows the file, unless a centre has reviewed or closed it.
    """
    lines: list[Line] = []
    seen: set[str] = set()
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        ready = [raw if isinstance(raw, RefusedRow) else import_rows.prepared(raw, plan.today, seen) for raw in batch]
        lines += write(partial(_take, ready=ready, plan=plan))
        if plan.on_progress:
            plan.on_progress(len(lines))
    report = _report(lines)
    write(partial(_store, report=report, plan=plan))
    return report


def _take(db: Writing, *, ready: Sequence[Row | RefusedRow], plan: Plan) -> list[Line]:
    taken = [row for row in ready if isinstance(row, Row)]
    known = _known(db, taken)
    fresh = [row for row in taken if row.advert.key not in known]
    _insert(db, fresh, plan)
    told = {row.advert.key: _line(row) for row in fresh}
    told |= {row.advert.key: _follow(db, row, known[row.advert.key], plan) for row in taken if row.advert.key in known}
    return [told[row.advert.key] if isinstance(row, Row) else _refused(row) for row in ready]


def _line(row: Row) -> Line:
    return Line(row.raw.line, RowOutcome.WARNED if set(row.notes) - _USUAL else RowOutcome.TAKEN, row.notes)


def _refused(row: RefusedRow) -> Line:
    return Line(row.line, RowOutcome.REFUSED, (row.reason,))


def _known(db: Reading, rows: Sequence[Row]) -> dict[str, _Known]:
    reviewed = select(_r.id).where(_r.vacancy_id == _v.id).exists()
    what = select(_v.source_key, _v.id, _v.source_print, _v.closed_at, reviewed.label("reviewed"))
    found: dict[str, _Known] = {}
    for source in {row.source for row in rows}:
        keys = [row.advert.key for row in rows if row.source == source]
        for v in db.execute(what.where(_v.source == source, _v.source_key.in_(keys))):
            found[v.source_key] = _Known(v.id, v.source_print or "", bool(v.closed_at or v.reviewed))
    return found


def _insert(db: Writing, rows: Sequence[Row], plan: Plan) -> None:
    employers = _employers(db, rows, plan)
    ids = {row.advert.key: new_id() for row in rows}
    live = [row for row in rows if not row.flagged and RowNote.EXPIRED not in row.notes]
    made = [Published(ids[row.advert.key], employers[_firm(row)]) for row in live]
    _bulk(db, Vacancy, [_vacancy(row, ids, employers, plan) for row in rows])
    _bulk(db, VacancyPlace, [place for row in rows for place in import_rows.places(row, ids[row.advert.key])])
    _bulk(db, VacancyIndex, [import_rows.index_row(row, ids[row.advert.key], plan.today) for row in live])
    if plan.shown:
        plan.shown(db, made)


def _vacancy(row: Row, ids: dict[str, UUID], employers: dict[str, UUID], plan: Plan) -> dict[str, Any]:
    return import_rows.vacancy(row, ids[row.advert.key], employers[_firm(row)], plan.centre_id, now=plan.now)


def _bulk(db: Writing, model: type[Any], rows: list[dict[str, Any]]) -> None:
    table: Table = model.__table__
    if rows:
        db.execute(insert(table), rows)


def _firm(row: Row) -> str:
    return row.advert.firm.key or _UNNAMED_KEY


def _employers(db: Writing, rows: Sequence[Row], plan: Plan) -> dict[str, UUID]:
    """The employers behind the rows, by key; firms seen for the first time are added under the name they use."""
    names = {_firm(row): (row.advert.firm.name if row.advert.firm.key else UNNAMED) for row in reversed(rows)}
    wanted = select(_e.firm_key, _e.id).where(_e.firm_key.in_(names), _e.tax_code.is_(None))
    found = {row.firm_key: row.id for row in db.execute(wanted)}
    if new := [_employer(key, names[key], plan) for key in names if key not in found]:
        insert_many_once(db, Employer, new)
        found = {row.firm_key: row.id for row in db.execute(wanted)}
    return found


def _employer(key: str, name: str, plan: Plan) -> dict[str, Any]:
    shown = name[:200]
    row = {"id": new_id(), "centre_id": plan.centre_id, "firm_key": key, "created_at": plan.now}
    return row | {"name": shown, "name_fold": fold(shown)[:220], **import_rows.NOTHING_KNOWN}


def _follow(db: Writing, row: Row, known: _Known, plan: Plan) -> Line:
    """Make a known vacancy say what its advertisement says now."""
    if row.print == known.print:
        return Line(row.raw.line, RowOutcome.UNCHANGED)
    if known.settled:
        return Line(row.raw.line, RowOutcome.UNCHANGED, (RowNote.KEPT,))
    now_says = import_rows.said(row) | import_rows.times(row, now=plan.now)
    db.execute(update(Vacancy).where(_v.id == known.vacancy_id).values(**now_says))
    db.execute(delete(VacancyPlace).where(_p.vacancy_id == known.vacancy_id))
    _bulk(db, VacancyPlace, import_rows.places(row, known.vacancy_id))
    index.refresh(db, known.vacancy_id)
    return Line(row.raw.line, RowOutcome.CHANGED, row.notes)


def _report(lines: Sequence[Line]) -> Report:
    outcomes = Counter(line.outcome for line in lines)
    notes = Counter(note for line in lines for note in line.notes)
    told = [line for line in lines if set(line.notes) - _USUAL]
    told.sort(key=lambda line: (line.outcome is not RowOutcome.REFUSED, line.line))
    counted = {outcome: outcomes[outcome] for outcome in RowOutcome}
    return Report(new_id(), counted, notes.most_common(), told[:MOST_LINES], max(0, len(told) - MOST_LINES))


def _store(db: Writing, *, report: Report, plan: Plan) -> None:
    kept = {
        "notes": [[note.value, note.label, count] for note, count in report.notes],
        "lines": [[line.line, line.outcome.value, *(note.value for note in line.notes)] for line in report.lines],
        "left_off": report.left_off,
    }
    counts = {outcome.value: count for outcome, count in report.outcomes.items()}
    db.add(ImportRun(id=report.run_id, file_name=plan.file_name[:200], at=plan.now, report=kept, **counts))
    about = log.About(report.run_id, facts=counts)
    log.record(db, Kind.VACANCIES_IMPORTED, about, by=log.By(plan.by_account), at=plan.now)
