"""What a visit is, and the defects of counting that are not ours: one rule, one date, parts that add up."""

from datetime import date, timedelta

from exchange.counselling.codes import ClientKind, Topic
from exchange.counselling.rules import Days
from exchange.visits.queries import Counted, Table, Which, counted, persons, records, table, visits
from tests.cast import EIGHT_O_CLOCK
from tests.counselling.scene import NOW, TODAY, WEEK, Scene, merge, told

YESTERDAY = TODAY - timedelta(days=1)
BOTH = Days(YESTERDAY, TODAY)


def count(scene: Scene, days: Days = WEEK, which: Which | None = None) -> Counted:
    return scene.store.read(lambda db: counted(db, days, which))


def figures(scene: Scene, days: Days = WEEK) -> Table:
    return scene.store.read(lambda db: table(db, days))


def test_one_person_on_one_day_at_one_centre_is_one_visit(scene: Scene) -> None:
    scene.record(given=told(topics={Topic.LAW}))
    scene.record(given=told(topics={Topic.TRAINING}), by="Hạnh")

    assert count(scene) == Counted(visits=1, persons=1)
    assert len(scene.store.read(lambda db: records(db, WEEK))) == 2


def test_another_day_is_another_visit_of_the_same_person(scene: Scene) -> None:
    scene.record(given=told(on_day=YESTERDAY))
    scene.record()

    assert count(scene) == Counted(visits=2, persons=1)
    assert scene.store.read(lambda db: (visits(db, WEEK), persons(db, WEEK))) == (2, 1)


def test_another_centre_is_another_visit_of_the_same_person(scene: Scene) -> None:
    scene.record()
    scene.record(by="Ngân")

    assert count(scene) == Counted(visits=2, persons=1)
    assert count(scene, which=Which(scene.ground.centres["Bến Tre"])) == Counted(1, 1)


def test_the_day_of_the_event_decides_and_not_the_day_of_the_entry(scene: Scene) -> None:
    scene.record(given=told(on_day=YESTERDAY), now=NOW)

    assert count(scene, Days(YESTERDAY, YESTERDAY)).visits == 1
    assert count(scene, Days(TODAY, TODAY)).visits == 0


def test_both_ends_of_a_period_are_in_it_and_their_neighbours_are_not(scene: Scene) -> None:
    for day in range(27, 31):
        scene.record(given=told(on_day=date(2026, 11, day)))

    assert count(scene, Days(date(2026, 11, 28), date(2026, 11, 29))).visits == 2


def test_a_leap_day_is_a_day_and_other_februaries_end_earlier(scene: Scene) -> None:
    late = date(2024, 2, 29), date(2024, 3, 1), date(2026, 2, 28), date(2026, 3, 1)
    for day in late:
        scene.record(given=told(on_day=day, province="79"))

    assert count(scene, Days(date(2024, 2, 1), date(2024, 2, 29))).visits == 1
    assert count(scene, Days(date(2026, 2, 1), date(2026, 2, 28))).visits == 1


def test_just_after_midnight_in_viet_nam_it_is_the_new_day(scene: Scene) -> None:
    midnight = EIGHT_O_CLOCK + timedelta(days=7, hours=16, minutes=30)  # 00:30 on 1 December

    scene.record(given=told(on_day=TODAY + timedelta(days=1)), now=midnight)

    assert count(scene, Days(TODAY, TODAY)).visits == 0


def test_the_kinds_of_clients_add_up_to_all_visits(scene: Scene) -> None:
    scene.record(given=told(client_kind=ClientKind.BENEFIT))
    scene.record(given=told(client_kind=ClientKind.JOB_SEEKER))
    scene.record("Sơn", told(client_kind=ClientKind.SOLDIER))

    made = figures(scene)

    assert made.whole == Counted(2, 2)
    assert sum(one.visits for one in made.kinds.values()) == made.whole.visits
    assert made.kinds[ClientKind.BENEFIT] == Counted(1, 1)


def test_topics_stand_beside_the_visit_and_make_no_more_of_it(scene: Scene) -> None:
    scene.record(given=told(topics={Topic.LAW, Topic.INSURANCE}))

    made = figures(scene)

    assert made.whole.visits == 1
    assert {topic for topic, one in made.topics.items() if one.visits} == {Topic.LAW, Topic.INSURANCE}


def test_only_what_is_told_now_counts(scene: Scene) -> None:
    own = scene.record()
    scene.correct(own, told(on_day=YESTERDAY, topics={Topic.LAW}))
    scene.correct(own, told(on_day=YESTERDAY, topics={Topic.LAW}, client_kind=ClientKind.STUDENT))

    assert count(scene, Days(TODAY, TODAY)) == Counted(0, 0)
    assert count(scene, BOTH, Which(client_kind=ClientKind.STUDENT)) == Counted(1, 1)
    assert count(scene, BOTH, Which(topic=Topic.DOMESTIC)) == Counted(0, 0)


def test_a_withdrawn_consultation_counts_no_more_also_when_it_was_corrected_before(scene: Scene) -> None:
    own = scene.record()
    scene.correct(own, told(minutes=20))
    scene.withdraw(own)

    assert count(scene) == Counted(0, 0)


def test_a_page_saved_unchanged_moves_no_figure(scene: Scene) -> None:
    own = scene.record(given=told(topics={Topic.LAW}))
    before = figures(scene)

    scene.correct(own, told(topics={Topic.LAW}))

    assert figures(scene) == before


def test_two_files_of_one_person_are_one_visit_after_the_merge(scene: Scene) -> None:
    scene.record("Lan")
    scene.record("Hoa")

    scene.store.write(lambda db: merge(db, scene.ground, "Hoa", "Lan"))

    assert count(scene) == Counted(visits=1, persons=1)
