"""What stands on a worklist: of counselling and of benefits, of one's own and the centre's, until it is done."""

from datetime import date, timedelta

from exchange.benefits.codes import EventKind
from exchange.centres.access import staff_desk
from exchange.counselling import actions
from exchange.counselling.codes import Result
from exchange.kernel.ids import new_id
from exchange.seekers.access import own_desk
from exchange.worklists.codes import DutyKind, When
from exchange.worklists.queries import Which, Worklist, room, worklist
from exchange.worklists.rules import Duty
from tests.benefits.days import CALENDAR
from tests.benefits.scene import RECEIVED, Scene
from tests.counselling.scene import told


def on_list(scene: Scene, by: str = "Phúc", which: Which | None = None) -> Worklist:
    asked = which or Which()
    return scene.store.read(
        lambda db: worklist(db, staff_desk(db, scene.ground.viewer(by)), asked, CALENDAR, today=scene.today)
    )


def kinds(duties: list[Duty]) -> list[tuple[DutyKind, str]]:
    return [(duty.kind, duty.name) for duty in duties]


def meet_again(scene: Scene, who: str, next_on: date, by: str = "Phúc") -> None:
    """Somebody was counselled yesterday and is to come again."""
    day = scene.today - timedelta(days=1)
    given = told(on_day=day, next_on=next_on, result=Result.APPOINTMENT)

    scene.store.write(
        lambda db: actions.record_consultation(
            db,
            own_desk(db, scene.ground.viewer(by), scene.ground.seekers[who]),
            given,
            None,
            client_key=new_id(),
            now=scene.now,
        )
    )


def test_a_claim_is_looked_through_then_decided_then_off_the_list(scene: Scene) -> None:
    scene.today = RECEIVED + timedelta(days=24)
    claim = scene.receive("Lan")

    received = on_list(scene).shown
    scene.appraise(claim)
    looked = on_list(scene).shown
    scene.decide(claim, from_on=scene.today)

    assert kinds(received) == [(DutyKind.APPRAISAL, "Trần Thị Lan")]
    assert kinds(looked) == [(DutyKind.DECISION, "Trần Thị Lan")]
    assert looked[0].owner_id == scene.ground.accounts["Phúc"]
    assert on_list(scene).shown == []


def test_a_recipient_who_falls_silent_is_on_it_from_the_day_after_the_window(scene: Scene) -> None:
    claim = scene.granted("Lan")
    scene.today = date(2026, 3, 19)  # the last day of the first window: 17, 18, 19 March
    within = on_list(scene).shown
    scene.today = date(2026, 3, 20)
    after = on_list(scene).shown

    scene.declare(claim, 1)

    assert within == []
    assert [(duty.kind, duty.due_on) for duty in after] == [(DutyKind.DECLARATION, date(2026, 3, 19))]
    assert on_list(scene).shown == []


def test_a_benefit_that_has_ended_asks_for_nothing(scene: Scene) -> None:
    claim = scene.granted("Lan")
    scene.today = date(2026, 4, 22)

    scene.happen(claim, EventKind.ENDED, ground="has_job")

    assert on_list(scene).shown == []


def test_mine_are_mine_and_the_centres_are_all_of_the_centre(scene: Scene) -> None:
    meet_again(scene, "Lan", scene.today)
    meet_again(scene, "Sơn", scene.today + timedelta(days=3), by="Hạnh")
    meet_again(scene, "Hoa", scene.today, by="Ngân")

    mine = on_list(scene, which=Which(owner_id=scene.ground.accounts["Phúc"]))
    every = on_list(scene)
    today = on_list(scene, which=Which(pressing=When.TODAY))

    assert kinds(mine.shown) == [(DutyKind.APPOINTMENT, "Trần Thị Lan")]
    assert [duty.name for duty in every.shown] == ["Trần Thị Lan", "Thạch Sơn"]
    assert every.counts == {When.OVERDUE: 0, When.TODAY: 1, When.WEEK: 1}
    assert [duty.name for duty in today.shown] == ["Trần Thị Lan"]
    assert [duty.name for duty in on_list(scene, by="Ngân").shown] == ["Nguyễn Ngọc Hoa"]


def test_what_lies_beyond_a_week_is_not_shown_yet(scene: Scene) -> None:
    meet_again(scene, "Lan", scene.today + timedelta(days=8))

    assert on_list(scene).shown == []
    scene.later(days=1)
    assert len(on_list(scene).shown) == 1


def test_the_head_of_the_room_sees_how_much_waits_for_whom(scene: Scene) -> None:
    meet_again(scene, "Lan", scene.today)
    meet_again(scene, "Sơn", scene.today + timedelta(days=3), by="Hạnh")
    scene.later(days=1)

    found = scene.store.read(
        lambda db: room(db, staff_desk(db, scene.ground.viewer("Hạnh")), CALENDAR, today=scene.today)
    )

    assert [(load.owner_id, load.counts[When.OVERDUE], load.counts[When.WEEK]) for load in found] == [
        (scene.ground.accounts["Phúc"], 1, 0),
        (scene.ground.accounts["Hạnh"], 0, 1),
    ]
