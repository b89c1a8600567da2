"""Whatever happens around a closing: open figures equal a recount, closed ones never move, the ledger joins the two."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from exchange.closings import closed, queries
from exchange.closings.closed import Kept
from exchange.closings.differences import differences
from exchange.closings.ledger_queries import corrections, sums
from exchange.counselling.codes import ClientKind
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.errors import Refused
from exchange.periods import queries as periods
from exchange.periods.queries import PeriodView
from exchange.tallies import queries as tally_queries
from exchange.tallies.catalogue import indicator
from exchange.tallies.queries import Chosen, Scope
from tests.closings.scene import BASE, MONTH, approve_all, at, book_all, close, open_office
from tests.counselling.scene import Scene
from tests.visits.recount import World
from tests.visits.test_counting import HAPPENINGS, PLAYS

KEPT = ("closings", "closed_figures", "closed_records", "closed_parts")
KINDS = {
    "visits_job_seekers": ClientKind.JOB_SEEKER,
    "persons_job_seekers": ClientKind.JOB_SEEKER,
    "visits_benefit": ClientKind.BENEFIT,
    "persons_benefit": ClientKind.BENEFIT,
    "visits": None,
    "persons": None,
}
Values = dict[str, int]


class UndoneError(Exception):
    """Ends an example: its transaction is undone."""


class Run:
    """One example: what happens, and what was counted at each moment."""

    def __init__(self, db: Writing, store: Store) -> None:
        self.db, self.ground, self.world = db, open_office(db), World()
        self.scene = Scene(store, self.ground)
        self.period: PeriodView = periods.period(db, MONTH)
        self.days = Days(self.period.first_day, self.period.last_day)
        self.centre: UUID = self.ground.centres["Trà Vinh"]
        self.counted: dict[datetime, Values] = {}
        self.kept: Any = None

    def now(self, minute: int, known: datetime | None = None) -> Values:
        """What is counted now, or was known at a moment."""
        self.world.now = at(minute)
        return tally_queries.figures(self.db, Scope(self.days, (self.centre,), known), KINDS)

    def close(self) -> None:
        """The month is closed; done again it is refused."""
        approve_all(self.db, self.ground, self.period, now=self.world.now, turn=1 if self.kept is None else 2)
        with suppress(Refused):
            close(self.db, self.ground, now=self.world.now)
            assert self.kept is None
            self.kept = stored(self.db, self.centre, self.period)

    def book(self) -> None:
        """What is pending is booked, where anything is."""
        with suppress(Refused):
            book_all(self.db, self.ground, now=self.world.now)


def recounted(world: World) -> Values:
    """The figures of Trà Vinh from plain lists."""
    found = {}
    for code, kind in KINDS.items():
        made = [one for one in world.visits(WHOLE, kind=kind) if one[1] == "Phúc"]
        found[code] = len({person for person, *_ in made}) if code.startswith("persons") else len(made)
    return found


WHOLE = Days(datetime(2026, 11, 15).date(), datetime(2026, 12, 14).date())  # noqa: DTZ001 - days, not moments


def stored(db: Reading, centre: UUID, period: PeriodView) -> Any:
    """Everything that a closing keeps, figures with all their records and parts."""
    report = queries.lines(db, period, centre)
    assert report.closing
    kept = closed.figures(db, report.closing.id)
    rows = {name: sorted(map(str, db.execute(text(f"SELECT * FROM {name}")))) for name in KEPT}  # noqa: S608
    return kept, {one.indicator: closed.ids_of(db, one) for one in kept}, rows


def stored_parts(db: Reading, kept: Kept) -> Any:
    """The parts of a closed figure, each with its records."""
    how = indicator(kept.indicator).counted
    assert how
    return {
        by.name: [
            (part, closed.ids_of(db, kept, Chosen(by.name, part.value))) for part in closed.parts(db, kept, by.name)
        ]
        for by in how.by
    }


def counted_apart(db: Reading, scope: Scope, code: str) -> Any:
    """A figure's list and parts, each counted by itself."""
    how = indicator(code).counted
    assert how
    parts = {
        by.name: [
            (part, tally_queries.ids(db, scope, code, Chosen(by.name, part.value)))
            for part in tally_queries.parts(db, scope, code, by.name)
        ]
        for by in how.by
    }
    return tally_queries.ids(db, scope, code), parts


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=HAPPENINGS, after=HAPPENINGS, books=st.sets(st.integers(0, 17), max_size=2))
def test_closed_figures_stand_open_ones_are_recounted_and_the_ledger_joins_them(
    store: Store, before: list[tuple[Any, ...]], after: list[tuple[Any, ...]], books: set[int]
) -> None:
    def play(db: Writing) -> None:
        run = Run(db, store)
        acts = [*before, ("close",), *after, ("close",)]
        for minute, (what, *about) in enumerate(acts):
            run.world.now = at(minute)
            if what == "close":
                _closed_as_counted(run)
            else:
                PLAYS[what](db, run.scene, run.world, *about)
                if minute - len(before) in books:
                    run.book()
            run.counted[run.world.now] = run.now(minute)
            assert run.counted[run.world.now] == recounted(run.world)
        _nothing_moved(run)
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def _closed_as_counted(run: Run) -> None:
    """What is stored is what counting gives, each list and part by itself; parts add up to their whole."""
    first = run.kept is None
    run.close()
    if not first:
        return
    kept, lists, _ = run.kept
    scope = Scope(run.days, (run.centre,))
    assert {one.indicator: one.value for one in kept if one.indicator in KINDS} == recounted(run.world)
    for code in ("visits", "persons_job_seekers"):
        ids, divided = counted_apart(run.db, scope, code)
        assert lists[code] == ids
        assert stored_parts(run.db, next(one for one in kept if one.indicator == code)) == divided
        for name, shown in divided.items():
            if (by := indicator(code).breakdown(name)) and by.adds_up:
                assert sum(part.count for part, _ in shown) == len(ids)


def _nothing_moved(run: Run) -> None:
    db = run.db
    assert stored(db, run.centre, run.period) == run.kept
    report = queries.lines(db, run.period, run.centre)
    assert report.closing
    booked, pending = sums(corrections(db, report.closing.id)), differences(db, report.closing, run.period)
    left = {one.code: one.by_how_much for one in pending}
    now = recounted(run.world)
    for line in report.lines:
        if (code := line.figure.code) in KINDS:
            assert (line.figure.value or 0) + booked.get(code, 0) + left.get(code, 0) == now[code]
    for moment in [*list(run.counted)[::5], list(run.counted)[-1]]:
        assert run.now(0, moment) == run.counted[moment]
    book_all(db, run.ground, now=at(99)) if pending else None
    assert differences(db, report.closing, run.period) == []
    assert at(99) > BASE
