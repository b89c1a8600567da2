"""What becomes of each row: by what it says, by what the register knows of its person, by the rows before it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, or_, select

from exchange.benefits.bulk_actions import numbers_used, who_has_open
from exchange.benefits.codes import BenefitReason
from exchange.counselling.bulk_actions import days_of
from exchange.counselling.rules import why_not
from exchange.intake.cells import Told
from exchange.intake.codes import Choice, Register, RowReason, Verdict
from exchange.intake.matching import Match, Matches, Place, find
from exchange.intake.rows import Read
from exchange.intake.tables import IntakeLine
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.codes import Likeness

_l = columns(IntakeLine)
_EARLIER = select(_l.line, _l.id_key, _l.name_key, _l.mark, _l.opens).where(
    _l.intake_id == bindparam("intake"),
    _l.line < bindparam("line"),
    _l.verdict != Verdict.REFUSED,
    or_(
        _l.id_key.in_(bindparam("ids", expanding=True)),
        _l.name_key.in_(bindparam("names", expanding=True)),
        and_(_l.mark != "", _l.mark.in_(bindparam("marks", expanding=True))),
    ),
)


class Judged(msgspec.Struct):
    """A row with its verdict. `seeker_id`: whose file; `twin`: an earlier row of the same person; `makes`: a file."""

    read: Read
    verdict: Verdict
    said: list[Told]
    seeker_id: UUID | None = None
    twin: int | None = None
    makes: bool = False

    @property
    def taken(self) -> bool:
        """Whether the row goes in."""
        return self.verdict in (Verdict.NEW, Verdict.DOUBTED)


class Bench(msgspec.Struct, frozen=True):
    """What rows are judged by. `choices`: what staff said of rows in doubt; None while they are only looked at."""

    register: Register
    place: Place
    today: date
    choices: Mapping[int, Choice] | None = None


class Seen(msgspec.Struct, frozen=True):
    """An earlier row of the file."""

    line: int
    id_key: str | None
    name_key: str | None
    mark: str
    opens: bool


def judge(db: Reading, intake_id: UUID, rows: Sequence[Read], bench: Bench) -> list[Judged]:
    """A verdict on each row, in the order of the file."""
    sound = [row for row in rows if not row.wrong]
    court = _Court(bench, find(db, sound, bench.place), _earlier(db, intake_id, sound, bench.register))
    court.ask(db, sound)
    return [court.verdict(row) for row in rows]


def _earlier(db: Reading, intake_id: UUID, rows: Sequence[Read], register: Register) -> list[Seen]:
    if not rows:
        return []
    asked = {
        "ids": sorted({row.id_key for row in rows if row.id_key}),
        "names": sorted({row.name_key for row in rows if row.name_key}),
        "marks": sorted({row.mark for row in rows if row.mark}) if register is Register.CLAIMS else [],
    }
    found = db.execute(_EARLIER, {"intake": intake_id, "line": min(row.line for row in rows)} | asked)
    return [Seen(*row) for row in found]


class _Court:
    """Judges the rows of one part one after the other, and remembers them for those that follow."""

    def __init__(self, bench: Bench, matches: Matches, earlier: Iterable[Seen]) -> None:
        self.bench, self.matches = bench, matches
        self.by_key: dict[str, list[Seen]] = defaultdict(list)
        self.numbers: set[str] = set()
        self.days: set[tuple[UUID, Any]] = set()
        self.used: set[tuple[int, int]] = set()
        self.open: set[UUID] = set()
        for one in sorted(earlier, key=lambda seen: seen.line):
            self.remember(one)

    def remember(self, one: Seen) -> None:
        """A row that may be of the same person as a later one."""
        for key in (one.id_key, one.name_key):
            if key:
                self.by_key[key].append(one)
        if self.bench.register is Register.CLAIMS and one.mark:
            self.numbers.add(one.mark)

    def ask(self, db: Reading, rows: Sequence[Read]) -> None:
        """What the registers hold of the persons that were found."""
        files = sorted({file for listed in self.matches.files.values() for file in listed})
        centre = self.bench.place.centre_id
        if self.bench.register is Register.CONSULTATIONS:
            self.days = days_of(db, centre, files)
        if self.bench.register is Register.CLAIMS:
            self.open = who_has_open(db, files, self.bench.today)
            years = {row.claimed.number[0] for row in rows if row.claimed and row.claimed.number}
            self.used = numbers_used(db, centre, years)

    def verdict(self, row: Read) -> Judged:
        """What becomes of a row."""
        if row.wrong or row.person is None:
            return Judged(row, Verdict.REFUSED, list(row.wrong))
        done = self._decide(row)
        if done.verdict is not Verdict.REFUSED:
            self.remember(Seen(row.line, row.id_key, row.name_key, row.mark, row.opens))
        return done

    def _decide(self, row: Read) -> Judged:
        match, sure = self.matches.best.get(row.line), self._same_id(row)
        if match and match.how is Likeness.CERTAIN:
            return self._known(row, match) if match.ours else _refused(row, RowReason.OTHER_CENTRE)
        if match:
            return self._doubtful(row, match, None)
        if sure:
            return self._twin(row, sure)
        if same := self._same_name(row):
            return self._doubtful(row, None, same)
        return self._fresh(row)

    def _same_id(self, row: Read) -> Seen | None:
        return next(iter(self.by_key.get(row.id_key, ())), None) if row.id_key else None

    def _same_name(self, row: Read) -> Seen | None:
        """A row of the same name and year; two numbers of papers are two persons, whatever else agrees."""
        alike = self.by_key.get(row.name_key or "", ())
        return next((one for one in alike if not (row.id_key and one.id_key)), None)

    def _fresh(self, row: Read) -> Judged:
        if fault := self._number(row):
            return fault
        return Judged(row, Verdict.DOUBTED if row.doubts else Verdict.NEW, list(row.doubts), makes=True)

    def _known(self, row: Read, match: Match) -> Judged:
        """The person has a file here: the row says something new of them, or nothing."""
        own, files = match.seeker_id, self.matches.files[match.seeker_id]
        _doubt_name(row, same=match.same_name or match.how is not Likeness.CERTAIN)
        if self.bench.register is Register.PEOPLE:
            return Judged(row, Verdict.KNOWN, [Told("", RowReason.FILE_KNOWN.label), *row.doubts], own)
        if row.spoken and any((file, row.spoken.facts.on_day) in self.days for file in files):
            return Judged(row, Verdict.KNOWN, [Told("on_day", RowReason.DAY_KNOWN.label)], own)
        if row.spoken:
            born = self.matches.births[own]
            fault = why_not(row.spoken.facts, today=self.bench.today, born_year=born.year, born_on=born.on)
            if fault:
                return _refused(row, fault.reason, fault.field)
        if row.opens and any(file in self.open for file in files):
            return _refused(row, BenefitReason.CLAIM_OPEN)
        return self._more_of(row, own, None)

    def _twin(self, row: Read, sure: Seen) -> Judged:
        """An earlier row is of the same person."""
        _doubt_name(row, same=sure.name_key == row.name_key)
        if self.bench.register is Register.PEOPLE:
            return Judged(row, Verdict.KNOWN, [Told("", RowReason.ROW_TWICE.label, str(sure.line))])
        return self._more_of(row, None, sure.line)

    def _more_of(self, row: Read, own: UUID | None, twin: int | None) -> Judged:
        """One more fact of a person: not the same as one before it in the file."""
        alike = [one for key in (row.id_key, row.name_key) if key for one in self.by_key.get(key, ())]
        same = [one for one in alike if one.id_key == row.id_key or not (one.id_key and row.id_key)]
        if row.spoken and (found := next((one for one in same if one.mark == row.mark), None)):
            return Judged(row, Verdict.KNOWN, [Told("on_day", RowReason.ROW_TWICE.label, str(found.line))], own, twin)
        if row.opens and any(one.opens for one in same):
            return _refused(row, BenefitReason.CLAIM_OPEN)
        if fault := self._number(row):
            return fault
        return Judged(row, Verdict.DOUBTED if row.doubts else Verdict.NEW, list(row.doubts), own, twin)

    def _number(self, row: Read) -> Judged | None:
        """The number of a claim that the centre or the file has given before."""
        if row.claimed is None or row.claimed.number is None:
            return None
        if row.claimed.number in self.used:
            return Judged(row, Verdict.KNOWN, [Told("number", RowReason.CLAIM_KNOWN.label)])
        return _refused(row, RowReason.NUMBER_TWICE, "number") if row.mark in self.numbers else None

    def _doubtful(self, row: Read, match: Match | None, same: Seen | None) -> Judged:
        """Very probably somebody who is known: what staff said, or the question."""
        reason = RowReason.LIKELY_ROW if same else RowReason.LIKELY_FILE
        if match and not match.ours:
            reason = RowReason.LIKELY_ELSEWHERE
        told = Told("name", reason.label, str(same.line) if same else "")
        own, line = match.seeker_id if match and match.ours else None, same.line if same else None
        choice = (self.bench.choices or {}).get(row.line, Choice.SKIP)
        if self.bench.choices is None or choice is Choice.SKIP:
            return Judged(row, Verdict.LIKELY, [told, *row.doubts], own, line)
        if choice is Choice.CREATE:
            return self._fresh(row)
        if match:
            return self._known(row, match) if match.ours else _refused(row, RowReason.OTHER_CENTRE)
        return self._twin(row, same) if same else self._fresh(row)


def _doubt_name(row: Read, *, same: bool) -> None:
    told = Told("citizen_id", RowReason.OTHER_NAME.label)
    if not same and told not in row.doubts:
        row.doubts.append(told)


def _refused(row: Read, reason: Any, field: str = "") -> Judged:
    return Judged(row, Verdict.REFUSED, [Told(field, reason.label)])
