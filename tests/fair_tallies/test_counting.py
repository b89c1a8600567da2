from collections import defaultdict
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.fair_tallies import queries
from exchange.fair_tallies.access import desk_of
from exchange.fair_tallies.indicators import INDICATORS
from exchange.fair_tallies.records import records
from exchange.fair_tallies.views import FairTally
from exchange.kernel.db import Store, Writing
from tests.fair_tallies.acts import ACTS, Act, Happening, begin
from tests.fair_tallies.recount import recount

_small = st.integers(0, 11)
HAPPENINGS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), _small, _small, _small), min_size=10, max_size=50)
_OWN_DATABASE = [HealthCheck.function_scoped_fixture]  # no day leaves anything behind for the next
SOME_DAYS = settings(max_examples=40, deadline=None, print_blob=True, suppress_health_check=_OWN_DATABASE)
FEW_DAYS = settings(SOME_DAYS, max_examples=5)


class Undone(Exception):  # noqa: N818
    """Ends a day without keeping it."""


@SOME_DAYS
@given(acts=HAPPENINGS)
def test_whatever_happens_each_figure_is_what_a_slow_count_finds(store: Store, acts: list[Act]) -> None:
    def day(db: Writing) -> None:
        it = _after(db, acts)
        tally = queries.fair_tally(db, it.day.fair_id, now=it.day.now)

        slow = recount(db, it.day)

        assert set(slow) <= {indicator.code for indicator in INDICATORS}
        for row in tally.rows:
            by_site: dict[object, int] = defaultdict(int)
            for (site, _), amount in slow[row.code].items():
                by_site[site] += amount
            assert row.cells == tuple(by_site[site.centre_id] for site in tally.sites), row.code
            assert row.total == sum({record: n for (_, record), n in slow[row.code].items()}.values()), row.code

    _undone(store, day)


@SOME_DAYS
@given(acts=HAPPENINGS)
def test_whatever_happens_parts_make_the_whole_and_the_stages_fit(store: Store, acts: list[Act]) -> None:
    def day(db: Writing) -> None:
        it = _after(db, acts)
        tally = queries.fair_tally(db, it.day.fair_id, now=it.day.now)

        _parts_make_the_whole(tally)

        total = {row.code: row.total or 0 for row in tally.rows}
        assert total["seekers_placed"] == total["seekers_interviewed-result-hired"] <= total["placements"]
        assert total["seekers_interviewed"] <= total["seekers_called"] <= total["seekers_with_ticket"]
        assert total["interviews_held"] == total["calls_made-answer-accepted"] <= total["tickets_taken"]
        for row in tally.rows:
            assert row.total == sum(cell or 0 for cell in row.cells), f"{row.code}: a record belongs to one site"

    _undone(store, day)


@FEW_DAYS
@given(acts=HAPPENINGS)
def test_whatever_happens_a_figure_opens_as_many_records_as_it_says(store: Store, acts: list[Act]) -> None:
    def day(db: Writing) -> None:
        it = _after(db, acts)
        tally = queries.fair_tally(db, it.day.fair_id, now=it.day.now)
        desk = desk_of(it.day.fair_desk(it.day.host))

        for row in tally.rows:
            found = records(db, desk, row.code, site="everywhere", now=it.day.now)
            here = records(db, desk, row.code, site=it.day.joining, now=it.day.now)
            assert (found.figure, here.figure) == (row.total, row.cells[1])
            assert found.count == len(found.rows) == len({record.id for record in found.rows})

    _undone(store, day)


def _after(db: Writing, acts: list[Act]) -> Happening:
    it = begin(db)
    for act in acts:
        it.do(act)
    return it


def _parts_make_the_whole(tally: FairTally) -> None:
    parts = defaultdict(list)
    for row in tally.rows:
        if row.part_of:
            parts[row.part_of, row.by].append(row)
    for (whole, by), rows in parts.items():
        cells = tuple(sum(cell or 0 for cell in column) for column in zip(*(row.cells for row in rows), strict=True))
        assert cells == tally.row(whole).cells, f"{whole} by {by}"
        assert sum(row.total or 0 for row in rows) == tally.row(whole).total, f"{whole} by {by}"


def _undone(store: Store, day: Callable[[Writing], None]) -> None:
    """Live through a day and leave no trace of it, so that each begins with empty tables."""

    def write(db: Writing) -> None:
        day(db)
        raise Undone

    try:
        store.write(write)
    except Undone:
        return
