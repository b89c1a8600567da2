"""The catalogue: every figure is defined once, and says how it is counted."""

from exchange.kernel.db import Store
from exchange.tallies import counting
from exchange.tallies.breakdowns import label_of, parts_of
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.codes import NOT_STATED
from exchange.tallies.declared_indicators import DECLARED
from exchange.tallies.indicator import Indicator
from exchange.tallies.indicators import COUNTED
from exchange.tallies.queries import Scope, by_centre, figures, ids, parts
from tests.cast import open_ground
from tests.counselling.scene import NOW, WEEK

_CODES = [one.code for one in COUNTED]


def test_codes_are_unique_and_fit_their_column() -> None:
    codes = [one.code for one in INDICATORS]

    assert len(set(codes)) == len(codes) == len(COUNTED) + len(DECLARED)
    assert max(map(len, codes)) <= 40


def test_every_row_of_the_report_of_reference_has_its_figures() -> None:
    assert {one.row for one in INDICATORS if one.row} == set(range(1, 25))
    assert {one.code for one in COUNTED if one.row} == {
        "visits_job_seekers", "visits_benefit", "fair_employers", "soldiers_counselled", "benefit_claims_decided",
    }  # fmt: skip


def test_every_figure_says_what_it_counts_by_which_day_and_for_which_province() -> None:
    for one in INDICATORS:
        assert len(one.definition) > 30, one.code
        assert one.definition.endswith("."), one.code
        assert one.dated.label.startswith("Tính theo"), one.code
        assert one.placed.label.startswith("Tính cho"), one.code
        assert len(one.formerly) == one.version - 1, one.code


def test_every_breakdown_ends_with_what_is_not_stated_and_names_its_parts() -> None:
    for one in COUNTED:
        for by in counting.counted(one).by:
            assert parts_of(by)[-1] == NOT_STATED
            assert all(label_of(by, part) for part in parts_of(by)), by.name


def test_every_counted_figure_counts_nothing_where_nothing_happened(store: Store) -> None:
    ground = store.write(open_ground)
    here = (ground.centres["Trà Vinh"],)
    for scope in (Scope(WEEK, here), Scope(WEEK), Scope(WEEK, here, NOW)):
        counted = store.read(lambda db, scope=scope: figures(db, scope, _CODES))  # type: ignore[misc]
        assert set(counted) == set(_CODES)
        assert counted["visits"] == 0
    apart = store.read(lambda db: by_centre(db, Scope(WEEK), _CODES))
    assert all(value >= 0 for value in apart.values())


def test_every_breakdown_of_every_figure_adds_up_to_the_whole(store: Store) -> None:
    ground = store.write(open_ground)
    scope = Scope(WEEK, (ground.centres["Trà Vinh"],))

    def check(one: Indicator) -> None:
        for by in counting.counted(one).by:
            divided = store.read(lambda db, by=by: parts(db, scope, one.code, by.name))  # type: ignore[misc]
            if by.adds_up:
                assert sum(part.count for part in divided) == whole[one.code], (one.code, by.name)
        if not counting.counted(one).adds:
            assert len(store.read(lambda db: ids(db, scope, one.code))) == whole[one.code], one.code

    whole = store.read(lambda db: figures(db, scope, _CODES))
    for one in COUNTED:
        check(one)
