"""The table: counted from rows, following corrections and merged files; parts equal their whole."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.benefits import report_rules
from exchange.benefits.codes import AgeBand, ClaimOrigin, EndGround, EventKind, Verdict
from exchange.benefits.report_queries import table
from exchange.benefits.report_rules import Counted, Granted, Row
from exchange.centres.access import staff_desk
from exchange.counselling.codes import ClientKind
from exchange.seekers.codes import Sex
from exchange.seekers.file_tables import SeekerPerson
from tests.benefits.scene import GRANT, REFUSE, Scene
from tests.counselling.scene import told
from tests.referrals import scene as slips

DECISIONS = st.builds(
    Granted,
    person_id=st.integers(1, 5).map(lambda n: UUID(int=n)),
    sex=st.sampled_from(Sex),
    birth_year=st.integers(1950, 2010),
    day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    verdict=st.just(Verdict.GRANTED),
    months=st.integers(3, 12),
    monthly=st.integers(1, 30_000_000),
)
EVENTS = st.one_of(
    st.tuples(st.just(EventKind.ENDED), st.sampled_from(EndGround)),
    st.tuples(st.sampled_from([EventKind.SUSPENDED, EventKind.RESUMED, EventKind.MOVED_OUT]), st.none()),
)
COUNTED = st.builds(
    Counted,
    received=st.lists(st.sampled_from([ClaimOrigin.HERE, ClaimOrigin.OTHER_PROVINCE])),
    decisions=st.lists(DECISIONS, max_size=30),
    cancelled=st.integers(0, 9),
    events=st.lists(EVENTS),
)


def figures(scene: Scene, who: str = "Phúc", start: date = date(2026, 1, 1), end: date = date(2026, 12, 31)) -> Any:
    rows = scene.store.read(lambda db: table(db, staff_desk(db, scene.ground.viewer(who)), start, end))
    return {row.code: row.value for row in rows}


@given(COUNTED)
def test_parts_equal_their_whole(counted: Counted) -> None:
    rows = report_rules.rows(counted)

    whole, parts = {row.code: row.value for row in rows}, defaultdict(int)
    for row in rows:
        if row.part_of:
            parts[row.part_of] += row.value  # type: ignore[operator]
    assert {code: whole[code] for code in parts} == dict(parts)
    assert set(parts) == {"3", "3.female", "3.male", "3.not_stated", "8", "11"}


@given(COUNTED)
def test_each_row_has_its_unit_and_its_sentence_and_a_code_of_its_own(counted: Counted) -> None:
    rows = report_rules.rows(counted)

    assert len({row.code for row in rows}) == len(rows)
    assert all(row.unit.label and row.definition.endswith(".") for row in rows)


@pytest.mark.parametrize(
    ("age", "band"),
    [(18, AgeBand.TO_24), (24, AgeBand.TO_24), (25, AgeBand.FROM_25), (40, AgeBand.FROM_25), (41, AgeBand.OVER_40)],
)
def test_the_bounds_of_the_age_bands(age: int, band: AgeBand) -> None:
    assert report_rules.band(age) is band


def test_without_decisions_there_is_no_average() -> None:
    found: dict[str, Row] = {row.code: row for row in report_rules.rows(Counted([], [], 0, []))}

    assert [found[code].value for code in ("3", "11", "12", "13", "14")] == [0, 0, None, None, None]


def test_the_table_of_a_centre(scene: Scene) -> None:
    one = scene.granted()
    other = scene.receive("Sơn", other_province="79")
    scene.appraise(other)
    scene.decide(other, **REFUSE)
    scene.granted("Hoa", "Ngân")
    scene.happen(one, EventKind.SUSPENDED)
    scene.happen(one, EventKind.RESUMED)
    scene.happen(one, EventKind.ENDED, ground=EndGround.HAS_JOB)

    found, theirs = figures(scene), figures(scene, "Ngân")

    assert {code: value for code, value in found.items() if value} == {
        **{"1": 2, "1a": 1, "2": 1, "3": 1, "3.female": 1, "3.female.from_25": 1, "6": 1, "7": 1, "8": 1},
        **{"8.has_job": 1, "11": 1, "11.3": 1, "12": 3_500_000, "13": 3_500_000, "14": 3.0},
    }
    assert (theirs["1"], theirs["3"], theirs["8"]) == (1, 1, 0)


def test_what_was_corrected_counts_as_corrected_on_the_day_of_the_first_decision(scene: Scene) -> None:
    claim = scene.granted()
    scene.correct(claim, **(GRANT | {"months": 5, "monthly": 4_000_000}))

    march, may = figures(scene, end=date(2026, 3, 31)), figures(scene, start=date(2026, 5, 1))

    assert (march["3"], march["11.5"], march["12"], march["14"]) == (1, 1, 4_000_000, 5.0)
    assert may["3"] == 0


def test_a_cancelled_decision_counts_as_issued_and_as_cancelled(scene: Scene) -> None:
    claim = scene.granted()
    scene.correct(claim, verdict=Verdict.CANCELLED, number="14/QĐ")
    assert (figures(scene)["3"], figures(scene)["4"]) == (1, 1)

    scene.correct(claim)

    assert (figures(scene)["3"], figures(scene)["4"]) == (1, 0)


def test_what_was_taken_back_does_not_count(scene: Scene) -> None:
    claim = scene.granted()
    scene.happen(claim, EventKind.ENDED, ground=EndGround.DIED)
    scene.take_back(claim)

    assert (figures(scene)["8"], figures(scene)["8.died"]) == (0, 0)


def test_what_moved_in_counts_as_moved_in_only(scene: Scene) -> None:
    scene.move_in()

    assert {code for code, value in figures(scene).items() if value} == {"5b"}


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), 1),
        (date(2026, 3, 3), date(2026, 3, 31), 0),
        (date(2026, 1, 1), date(2026, 3, 1), 0),
    ],
)
def test_both_days_of_a_period_belong_to_it(scene: Scene, start: date, end: date, count: int) -> None:
    scene.receive()

    assert figures(scene, start=start, end=end)["1"] == count


def test_two_files_of_one_person_count_one_person_with_the_kept_files_sex(scene: Scene) -> None:
    scene.granted()
    scene.granted("Sơn", months=4)
    lan, son = scene.ground.seekers["Lan"], scene.ground.seekers["Sơn"]
    assert (figures(scene)["11"], figures(scene)["3.male"]) == (2, 1)

    scene.store.write(lambda db: db.add(SeekerPerson(seeker_id=son, person_id=lan)))

    found = figures(scene)
    assert (found["3"], found["3.female"], found["3.male"], found["11"]) == (2, 2, 0, 1)


def test_beside_a_period_stands_what_the_year_has_so_far(scene: Scene) -> None:
    scene.granted("Lan")
    scene.receive("Sơn", received_on=date(2026, 4, 1))
    start, end = date(2026, 4, 1), date(2026, 4, 30)

    rows = scene.store.read(lambda db: table(db, staff_desk(db, scene.ground.viewer("Phúc")), start, end))
    found = {row.code: (row.value, row.so_far) for row in rows}

    assert (found["1"], found["3"]) == ((1, 2), (0, 1))
    assert report_rules.year_begins(date(2020, 12, 15), date(2021, 6, 14)) == date(2020, 12, 15)


def test_who_was_counselled_as_a_recipient_and_who_of_them_was_referred(scene: Scene) -> None:
    desk = slips.Scene(scene.store, scene.ground)
    scene.today = slips.TODAY
    for who, kind in (("Lan", ClientKind.BENEFIT), ("Sơn", ClientKind.JOB_SEEKER)):
        desk.record(who, told(client_kind=kind))
        desk.issue(who)
    desk.cancel(desk.issue("Lan"))
    before = figures(scene)
    desk.record("Hoa", told(client_kind=ClientKind.BENEFIT), by="Ngân")

    assert (before["9"], before["9a"]) == (1, 1)
    assert figures(scene, "Phúc")["9"] == 1
    assert figures(scene, "Ngân")["9"] == 1
