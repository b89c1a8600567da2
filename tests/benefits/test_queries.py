"""The worklists of a centre, the course of a claim, and what a declaration is filled in with."""

from datetime import date, timedelta

import pytest

from exchange.benefits import course_queries, queries, search_queries
from exchange.benefits.access import claim_desk, own_claim
from exchange.benefits.codes import ClaimState, EndGround, EventKind
from exchange.benefits.queries import Standing, Worklists
from exchange.booths.codes import OutcomeCode
from exchange.centres.access import staff_desk
from exchange.seekers.access import own_file
from exchange.seekers.file_tables import SeekerPerson
from tests.benefits.days import CALENDAR
from tests.benefits.scene import Scene


def lists(scene: Scene, who: str = "Phúc") -> Worklists:
    return scene.store.read(
        lambda db: queries.worklists(db, staff_desk(db, scene.ground.viewer(who)), CALENDAR, today=scene.today)
    )


def where(scene: Scene, who: str = "Phúc") -> set[str]:
    """The worklists on which something stands."""
    found = lists(scene, who)
    return {name for name in found.__struct_fields__ if getattr(found, name)}


def found(scene: Scene, typed: str, who: str = "Phúc") -> list[str]:
    rows = scene.store.read(
        lambda db: queries.find(db, staff_desk(db, scene.ground.viewer(who)), typed, CALENDAR, today=scene.today)
    )
    return [row.claim.name for row in rows]


def test_a_new_claim_waits_for_its_appraisal_with_the_days_that_are_left(scene: Scene) -> None:
    scene.today = date(2026, 3, 26)
    scene.receive()

    (row,) = lists(scene).to_appraise

    assert (row.decision_due, row.days_left, row.state) == (date(2026, 3, 30), 2, ClaimState.RECEIVED)
    scene.later(days=6)
    assert lists(scene).to_appraise[0].days_left == -2


def test_each_claim_stands_where_it_waits(scene: Scene) -> None:
    claim = scene.receive()
    assert where(scene) == {"to_appraise"}
    scene.appraise(claim)
    assert where(scene) == {"to_decide"}
    assert where(scene, "Ngân") == set()
    scene.decide(claim)
    assert where(scene) == {"late"}


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 3, 13), {"due_week"}),
        (date(2026, 3, 18), {"due_week"}),
        (date(2026, 3, 19), {"due_today"}),
        (date(2026, 3, 20), {"late"}),
        (date(2026, 5, 20), {"due_today", "late"}),
        (date(2026, 5, 21), {"late", "silent"}),
        (date(2026, 6, 5), {"late", "silent", "ending"}),
        (date(2026, 6, 17), {"late", "silent", "ran_out"}),
    ],
)
def test_what_is_due_moves_from_list_to_list(scene: Scene, today: date, names: set[str]) -> None:
    scene.granted()
    scene.today = today

    assert where(scene) == names


def test_who_declared_is_on_no_list_and_what_ended_neither(scene: Scene) -> None:
    claim = scene.granted()
    scene.declare(claim, 1)
    scene.declare(claim, 2)
    assert where(scene) == set()
    scene.today = date(2026, 6, 30)
    assert where(scene) == {"late", "ran_out"}

    scene.happen(claim, EventKind.ENDED, ground=EndGround.EXPIRED)

    assert where(scene) == set()


@pytest.mark.parametrize("typed", ["tran lan", "Lan Trần", "1/2026", " 1 / 2026 "])
def test_a_claim_is_found_by_name_and_number(scene: Scene, typed: str) -> None:
    scene.receive()

    assert found(scene, typed) == ["Trần Thị Lan"]
    assert found(scene, typed, "Ngân") == []


@pytest.mark.parametrize("typed", ["", "%", "2/2026", "1/26", "9999999999/2026", "son", "1//2026"])
def test_nothing_is_found_where_nothing_is_meant(scene: Scene, typed: str) -> None:
    scene.receive()

    assert found(scene, typed) == []


def test_a_person_sees_their_claims_over_merged_files(scene: Scene) -> None:
    scene.granted("Sơn")
    lan, son = scene.ground.seekers["Lan"], scene.ground.seekers["Sơn"]

    def own() -> list[Standing]:
        viewer = scene.ground.viewer("Lan")
        return scene.store.read(lambda db: queries.claims_of(db, own_file(db, viewer), CALENDAR, today=scene.today))

    assert own() == []
    scene.store.write(lambda db: db.add(SeekerPerson(seeker_id=son, person_id=lan)))
    assert [one.claim.name for one in own()] == ["Trần Thị Lan"]
    claim = own()[0].claim.id
    assert scene.store.read(lambda db: own_claim(db, scene.ground.viewer("Lan"), claim)).claim_id == claim


def test_the_course_shows_everything_also_what_was_taken_back(scene: Scene) -> None:
    claim = scene.granted()
    scene.correct(claim)
    scene.happen(claim, EventKind.SUSPENDED)
    scene.take_back(claim)
    scene.declare(claim)
    scene.say_again(claim)

    steps = scene.store.read(lambda db: course_queries.course(db, claim_desk(db, scene.ground.viewer("Phúc"), claim)))

    assert sorted((step.kind, step.gone) for step in steps) == [
        *(("declared", False), ("declared", True), ("happened", False), ("happened", True), ("looked", False)),
        *(("received", False), ("said", False), ("said", True)),
    ]
    assert {step.by for step in steps} == {"Phúc"}
    days = [step.what.day for step in steps]
    assert days == sorted(days, reverse=True)


def test_a_declaration_is_filled_in_with_tickets_interviews_and_outcomes_never_with_logins(scene: Scene) -> None:
    opens = scene.ground.opens_at
    scene.store.write(lambda db: scene.ground.hire(db, "Lan", "Dung", now=opens + timedelta(minutes=5)))
    scene.store.write(lambda db: scene.ground.ticket(db, "Lan", "Thủy sản", now=opens + timedelta(minutes=20)))
    lan = scene.ground.seekers["Lan"]

    rows = scene.store.read(lambda db: search_queries.contacts(db, lan, opens))

    assert [(row.employer, row.interviewed, row.outcome, row.position) for row in rows] == [
        ("Công ty May Sông Tiền", True, OutcomeCode.HIRED, "Công nhân"),
        ("Công ty Thủy sản Cửa Đại", False, None, None),
    ]
    assert scene.store.read(lambda db: search_queries.contacts(db, lan, opens + timedelta(minutes=10)))[1:] == []
    assert scene.store.read(lambda db: search_queries.contacts(db, scene.ground.seekers["Sơn"], opens)) == []


def test_a_declaration_looks_back_to_the_last_one(scene: Scene) -> None:
    claim = scene.granted()

    def since() -> date:
        return scene.store.read(lambda db: search_queries.since(db, claim, date(2026, 3, 17))).date()

    assert since() == date(2026, 2, 14)
    scene.declare(claim)
    assert since() == scene.today
