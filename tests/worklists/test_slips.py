"""Slips on a worklist: a result that is due, then the person who was hired, until somebody asked."""

from datetime import date, timedelta

from exchange.centres.access import staff_desk
from exchange.kernel.db import Store
from exchange.reference.holidays import months_after, working_days
from exchange.referrals.codes import Found, Milestone
from exchange.worklists.codes import DutyKind
from exchange.worklists.queries import Which, worklist
from tests.referrals.scene import TODAY, Scene, day_of, hired

STARTED = TODAY + timedelta(days=1)


def on_list(scene: Scene, today: date) -> list[tuple[DutyKind, date, str]]:
    shown = scene.store.read(
        lambda db: (
            worklist(db, staff_desk(db, scene.ground.viewer("Hạnh")), Which(), working_days(today), today=today).shown
        )
    )
    return [(duty.kind, duty.due_on, duty.owner) for duty in shown]


def test_a_result_is_due_after_twenty_working_days_and_the_hired_are_asked_after(store: Store) -> None:
    scene = Scene.on(store)
    own = scene.issue("Lan")
    due = working_days(TODAY).after(TODAY, 20)

    early, soon, late = (on_list(scene, due + timedelta(days=days)) for days in (-8, -7, 3))
    scene.answer(own, hired(started_on=STARTED), now=day_of(2))
    first = months_after(STARTED, 1)
    answered, asked = on_list(scene, due), on_list(scene, first + timedelta(days=4))
    scene.follow(own, Milestone.MONTH_1, Found.AT_WORK, first, now=day_of(40))

    assert early == []
    assert soon == late == [(DutyKind.RESULT, due, "Phúc")]
    assert [kind for kind, _, _ in answered if kind is DutyKind.RESULT] == []
    assert asked == [(DutyKind.FOLLOW_UP, first, "Phúc")]
    assert on_list(scene, first + timedelta(days=4)) == []
    assert on_list(scene, months_after(STARTED, 3)) == [(DutyKind.FOLLOW_UP, months_after(STARTED, 3), "Phúc")]
