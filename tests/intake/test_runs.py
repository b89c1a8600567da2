"""From a file to what is in: looked through first, taken once, stopped and gone on with, taken back as a whole."""

from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.intake import actions, parts
from exchange.intake.codes import Gone, IntakeReason, Register, Stage
from exchange.intake.plan import Plan
from exchange.intake.queries import remembered, sent_before
from exchange.intake.running import run
from exchange.intake.tables import IntakeTaking
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import open_store
from exchange.kernel.errors import Conflict, Refused
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Channel
from exchange.seekers.file_actions import save_part
from exchange.seekers.file_given import WorkGiven
from tests.intake.scene import PEOPLE, VAULT, Scene, csv

SEN = "Kim Thị Sen;1988;086188000777"
PERSON = "Kim Thị Sen;03/02/1988;Nữ;086188000777;0909 123 999;Ấp 5, xã Đại An, tỉnh Trà Vinh"
R = Register


def many(count: int) -> list[str]:
    return [f"Lâm Văn Số{number};1990;Nam;{86_090_000_000 + number:012};;" for number in range(count)]


def test_nothing_is_written_before_it_is_taken(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, PERSON))
    before = scene.people()

    looked = scene.look(own)
    assert (looked.to_take, scene.people()) == (1, before)

    taken = scene.take(own)
    assert (taken.taken, taken.files, scene.people()) == (1, 1, before + 1)
    assert scene.view(own).stage is Stage.TAKEN


def test_pressed_twice_is_once_and_a_run_that_was_cut_off_goes_on(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, *many(450)))
    scene.look(own)
    before = scene.people()
    for _ in range(2):
        scene.store.write(lambda db: actions.start(db, scene.desk(db, own), now=clock.now()))
    todo = scene.store.read(lambda db: parts.job(db, own, now=clock.now()))
    assert todo
    rows = parts.prepared(todo, VAULT)
    once = [scene.store.write(lambda db: parts.do(db, todo, rows, vault=VAULT, now=clock.now())) for _ in range(2)]
    assert (once, scene.people()) == ([True, False], before + 200)

    other = open_store(scene.store.url)
    run(other, own, VAULT)
    other.close()

    assert (scene.counts(own).taken, scene.people()) == (450, before + 450)


def test_two_processes_take_each_row_once(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, *many(1000)))
    scene.look(own)
    before = scene.people()
    scene.store.write(lambda db: actions.start(db, scene.desk(db, own), now=clock.now()))
    gate = Barrier(2)

    def work() -> None:
        store = open_store(scene.store.url)
        gate.wait()
        run(store, own, VAULT)
        store.close()

    both = [Thread(target=work) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert (scene.counts(own).taken, scene.people()) == (1000, before + 1000)


def test_one_that_was_stopped_tells_what_is_in_and_can_be_taken_back(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, *many(450)))
    scene.look(own)
    before = scene.people()
    scene.store.write(lambda db: actions.start(db, scene.desk(db, own), now=clock.now()))
    todo = scene.store.read(lambda db: parts.job(db, own, now=clock.now()))
    assert todo
    scene.store.write(lambda db: parts.do(db, todo, parts.prepared(todo, VAULT), vault=VAULT, now=clock.now()))
    scene.store.write(lambda db: actions.stop(db, scene.desk(db, own)))

    assert (scene.view(own).stage, scene.counts(own).taken) == (Stage.STOPPED, 200)
    gone = scene.undo(own)

    assert (gone.gone[Gone.REMOVED], scene.people()) == (200, before)


def test_a_file_with_something_new_on_it_stays_and_is_told(scene: Scene) -> None:
    own = scene.whole(R.PEOPLE, PEOPLE, PERSON, "Lâm Phát;1990;Nam;;;")
    sen = _seeker(scene, own)
    scene.store.write(
        lambda db: save_part(
            db,
            own_desk(db, scene.ground.viewer("Phúc"), sen),
            WorkGiven(last_job="Thợ may"),
            Channel.COUNTER,
            request_id=None,
            now=clock.now(),
        )
    )
    before = scene.people()

    gone = scene.undo(own)

    assert (gone.kept, gone.gone[Gone.REMOVED], scene.people()) == (1, 1, before - 1)
    assert scene.undo(own) == gone, "twice is once"


def test_it_is_undone_for_a_reason_and_only_when_something_is_in(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, PERSON))
    with pytest.raises(Conflict) as no:
        scene.undo(own)
    assert no.value.reason is IntakeReason.NOTHING_TO_UNDO
    scene.look(own)
    scene.take(own)

    with pytest.raises(Refused) as without:
        scene.undo(own, "  ")

    assert (without.value.reason, without.value.field) == (IntakeReason.WITHOUT_WORDS, "because")
    assert scene.view(own).stage is Stage.TAKEN


def test_the_columns_of_a_file_are_remembered_and_the_same_file_is_known(scene: Scene) -> None:
    own = scene.send(R.PEOPLE, csv(PEOPLE, PERSON))
    plan = Plan({"name": 0, "born": 1}, {"wish": "May"})
    scene.look(own, plan)
    scene.take(own)

    again = scene.send(R.PEOPLE, csv(PEOPLE.upper(), *many(3)))
    same = scene.send(R.PEOPLE, csv(PEOPLE, PERSON))

    view = scene.view(again)
    assert scene.store.read(lambda db: remembered(db, scene.desk(db, again), view)) == plan
    before = scene.store.read(lambda db: sent_before(db, scene.desk(db, same), scene.view(same)))
    assert before
    assert before.id == own


def test_rows_are_forgotten_after_a_month_and_what_is_in_stays(scene: Scene) -> None:
    own = scene.whole(R.PEOPLE, PEOPLE, PERSON, ";1990;;;;")

    scene.store.write(lambda db: actions.forget(db, clock.now() + timedelta(days=1)))

    assert scene.counts(own).taken == 1
    assert scene.lines(own)[0].cells == []
    assert scene.undo(own).gone[Gone.REMOVED] == 1, "undoing needs no rows"


def _seeker(scene: Scene, own: UUID) -> UUID:
    taken = columns(IntakeTaking)
    query = select(taken.seeker_id).where(taken.intake_id == own).order_by(taken.line).limit(1)
    found: UUID = scene.store.read(lambda db: db.execute(query).scalar_one())
    return found
