"""Whatever happens, in whatever order: the database counts what a plain recount counts."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import CTE, Select, delete, select, update

from exchange.centres.access import staff_desk
from exchange.counselling import access, actions, bulk_actions
from exchange.counselling.actions import Correction
from exchange.counselling.codes import ClientKind, Topic
from exchange.counselling.rules import Days
from exchange.counselling.telling import standing
from exchange.group_talks import access as group_access
from exchange.group_talks import actions as group_actions
from exchange.group_talks import attendance_actions, heads_actions
from exchange.group_talks import telling as group_telling
from exchange.group_talks.actions import TalkCorrection
from exchange.group_talks.codes import AttendedBy, Qualifier
from exchange.group_talks.given import HeadsGiven
from exchange.kernel.db import Store, Writing
from exchange.kernel.ids import new_id
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from exchange.seekers.meetings import settle
from exchange.visits import facts
from exchange.visits.queries import Which, counted, only_by_talk
from tests.cast import open_ground
from tests.counselling.scene import NOW, TODAY, Scene, merge, told
from tests.group_talks.scene import talk_told
from tests.visits.recount import Came, TalkTold, Told, World

WHO, STAFF = ("Lan", "Sơn", "Hoa"), ("Phúc", "Ngân")
DAYS = [TODAY - timedelta(days=back) for back in range(4)]
_facts = st.fixed_dictionaries(
    {
        "on_day": st.sampled_from(DAYS),
        "client_kind": st.sampled_from(ClientKind),
        "topics": st.frozensets(st.sampled_from(Topic), min_size=1, max_size=3),
    }
)
_which = st.integers(0, 9)
_LATER = NOW + timedelta(days=1000)


def _asked_of(of: CTE, as_in: CTE) -> Select[Any]:
    return select(*(of.c[name] for name in sorted(as_in.c.keys())))


THEN = [facts.held(as_of=True), facts.visits(as_of=True)]
KEPT = [_asked_of(now, then) for now, then in zip([facts.held(), facts.visits()], THEN, strict=True)]
DERIVED = [_asked_of(then, then) for then in THEN]
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("record"), st.sampled_from(WHO), st.sampled_from(STAFF), _facts),
        st.tuples(st.just("correct"), _which, _facts),
        st.tuples(st.just("withdraw"), _which),
        st.tuples(st.just("merge"), st.permutations(WHO)),
        st.tuples(st.just("part"), st.sampled_from(WHO)),
        st.tuples(st.just("hold"), st.sampled_from(STAFF), _facts),
        st.tuples(st.just("attend"), _which, st.sampled_from(WHO)),
        st.tuples(st.just("remove"), _which),
        st.tuples(st.just("retell"), _which, _facts),
        st.tuples(st.just("cancel"), _which),
        st.tuples(st.just("declare"), _which),
    ),
    min_size=3,
    max_size=18,
)


class UndoneError(Exception):
    """Ends an example: its transaction is undone."""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=HAPPENINGS, first=st.integers(0, 3), length=st.integers(0, 3))
def test_the_count_equals_a_plain_recount(
    store: Store, happened: list[tuple[Any, ...]], first: int, length: int
) -> None:
    days = Days(DAYS[-1] + timedelta(days=first), DAYS[-1] + timedelta(days=first + length))

    def play(db: Writing) -> None:
        scene, world = Scene(store, open_ground(db)), World()
        for what, *about in happened:
            PLAYS[what](db, scene, world, *about)
        assert counted(db, days) == world.recount(days)
        for topic in Topic:
            assert counted(db, days, Which(topic=topic)) == world.recount(days, topic=topic)
        by_kind = {kind: counted(db, days, Which(client_kind=kind)) for kind in ClientKind}
        assert by_kind == {kind: world.recount(days, kind=kind) for kind in ClientKind}
        assert sum(one.visits for one in by_kind.values()) == counted(db, days).visits
        assert only_by_talk(db, days) == world.recount_talks(days)
        assert _rows(db, KEPT, days) == _rows(db, DERIVED, days)
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def _rows(db: Writing, statements: list[Select[Any]], days: Days) -> list[set[Any]]:
    given = {"first": days.first, "last": days.last, "known": _LATER}
    return [set(map(tuple, db.execute(one, given))) for one in statements]


def _record(db: Writing, scene: Scene, world: World, who: str, by: str, facts: dict[str, Any]) -> None:
    desk, given = scene.desk(db, who, by), told(**facts)
    own = actions.record_consultation(db, desk, given, None, client_key=new_id(), now=world.now)
    world.told.append(Told(own, world.kept.get(who, who), by, facts))


def _correct(db: Writing, scene: Scene, world: World, which: int, facts: dict[str, Any]) -> None:
    if not world.told or not (one := world.told[which % len(world.told)]).counts:
        return
    desk = access.changing_desk(db, scene.ground.viewer(one.by), one.own)
    change = Correction(told(**facts), "Ghi nhầm", standing(db, one.own).id)
    actions.correct_consultation(db, desk, change, client_key=new_id(), now=world.now)
    world.told[which % len(world.told)] = replace(one, facts=facts)


def _withdraw(db: Writing, scene: Scene, world: World, which: int) -> None:
    if world.told:
        one = world.told[which % len(world.told)]
        desk = access.changing_desk(db, scene.ground.viewer(one.by), one.own)
        if which % 2:
            actions.withdraw_consultation(db, desk, "Ghi hai lần", request_id=None, now=world.now)
        else:
            bulk_actions.withdraw_consultations(db, [one.own], "Ghi hai lần", account_id=desk.account_id, now=world.now)
        world.told[which % len(world.told)] = replace(one, counts=False)


def _merge(db: Writing, scene: Scene, world: World, order: list[str]) -> None:
    gone, kept = order[0], order[1]
    if gone not in world.kept and kept not in world.kept and gone not in world.kept.values():
        merge(db, scene.ground, gone, kept, now=world.now)
        world.kept[gone] = kept


def _part(db: Writing, scene: Scene, world: World, gone: str) -> None:
    if world.kept.pop(gone, None):
        file = scene.ground.seekers[gone]
        db.execute(delete(SeekerPerson).where(SeekerPerson.seeker_id == file))  # type: ignore[arg-type]
        done = {"undone_at": world.now, "undone_by": scene.ground.accounts["Hạnh"]}
        db.execute(update(SeekerMerge).where(SeekerMerge.gone_id == file).values(**done))  # type: ignore[arg-type]
        settle(db, {file: file})


def _hold(db: Writing, scene: Scene, world: World, by: str, facts: dict[str, Any]) -> None:
    given = talk_told(scene, holder=scene.ground.accounts[by], **facts)
    own = group_actions.record_talk(
        db, staff_desk(db, scene.ground.viewer(by)), given, client_key=new_id(), now=world.now
    )
    world.talks.append(TalkTold(own, by, facts))


def _attend(db: Writing, scene: Scene, world: World, which: int, who: str) -> None:
    if not world.talks or not (talk := world.talks[which % len(world.talks)]).counts:
        return
    desk = group_access.talk_desk(db, scene.ground.viewer(talk.by), talk.own)
    file = world.kept.get(who, who)
    at = which % len(world.talks)
    own = attendance_actions.attend(db, desk, scene.ground.seekers[who], AttendedBy.DESK, now=world.now)
    if own not in {one.own for one in world.came}:
        world.came.append(Came(own, file, at))


def _remove(db: Writing, scene: Scene, world: World, which: int) -> None:
    if not world.came or not (one := world.came[which % len(world.came)]).counts:
        return
    talk = world.talks[one.talk]
    desk = group_access.talk_desk(db, scene.ground.viewer(talk.by), talk.own)
    attendance_actions.remove(db, desk, one.own, "Ghi nhầm", now=world.now)
    person = world.kept.get(one.file, one.file)
    for at, other in enumerate(world.came):  # all files of the person leave the list
        if other.talk == one.talk and world.kept.get(other.file, other.file) == person:
            world.came[at] = replace(other, counts=False)


def _retell(db: Writing, scene: Scene, world: World, which: int, facts: dict[str, Any]) -> None:
    if not world.talks or not (talk := world.talks[which % len(world.talks)]).counts:
        return
    desk = group_access.changing_talk_desk(db, scene.ground.viewer(talk.by), talk.own)
    given = talk_told(scene, holder=scene.ground.accounts[talk.by], **facts)
    change = TalkCorrection(given, "Ghi nhầm", group_telling.standing(db, talk.own).id)
    group_actions.correct_talk(db, desk, change, client_key=new_id(), now=world.now)
    world.talks[which % len(world.talks)] = replace(talk, facts=facts)


def _cancel(db: Writing, scene: Scene, world: World, which: int) -> None:
    if world.talks:
        talk = world.talks[which % len(world.talks)]
        desk = group_access.changing_talk_desk(db, scene.ground.viewer(talk.by), talk.own)
        group_actions.withdraw_talk(db, desk, "Không diễn ra", request_id=None, now=world.now)
        world.talks[which % len(world.talks)] = replace(talk, counts=False)


def _declare(db: Writing, scene: Scene, world: World, which: int) -> None:
    """Moves no figure of visits."""
    if world.talks and (talk := world.talks[which % len(world.talks)]).counts:
        desk = group_access.talk_desk(db, scene.ground.viewer(talk.by), talk.own)
        given = HeadsGiven(number=400, qualifier=Qualifier.ABOUT, source="Ban CHQS đếm")
        heads_actions.declare_heads(db, desk, given, client_key=new_id(), now=world.now)


PLAYS = {"record": _record, "correct": _correct, "withdraw": _withdraw, "merge": _merge, "part": _part}
PLAYS |= {"hold": _hold, "attend": _attend, "remove": _remove, "retell": _retell, "cancel": _cancel}
PLAYS |= {"declare": _declare}
