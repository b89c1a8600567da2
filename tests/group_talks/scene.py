"""Group talks and cohorts on the counselling scene: what is told, who comes, what a military office hands over."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from exchange.centres.access import staff_desk
from exchange.cohorts import access as cohort_access
from exchange.cohorts import actions as cohort_actions
from exchange.cohorts import lists as cohort_lists
from exchange.cohorts import queries as cohort_queries
from exchange.cohorts import step_actions as cohort_step_actions
from exchange.cohorts.given import CohortGiven, StepGiven
from exchange.cohorts.rules import Member
from exchange.counselling.codes import ClientKind, Topic
from exchange.group_talks import access as group_access
from exchange.group_talks import actions as group_actions
from exchange.group_talks import attendance_actions, attendance_lists, heads_actions
from exchange.group_talks import queries as group_queries
from exchange.group_talks import telling as group_telling
from exchange.group_talks.actions import TalkCorrection
from exchange.group_talks.attendance_queries import attendants
from exchange.group_talks.codes import AttendedBy, Qualifier
from exchange.group_talks.given import GroupTalkGiven, HeadsGiven
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.placements.person_queries import placed_on
from exchange.rosters.actions import ListGiven, ListTaken
from exchange.rosters.queries import Line, Looking, look_up, seen_mark
from exchange.rosters.rows import ListRow, list_rows
from exchange.rosters.sheets import read_text
from tests.counselling.scene import NOW, TODAY, Scene

DISCHARGED = date(2026, 2, 6)
PAPER = "Họ và tên\tNăm sinh\tĐiện thoại\tXã, phường\tĐơn vị\n"


def talk_told(scene: Scene, **other: Any) -> GroupTalkGiven:
    """A talk with soldiers, held by Phúc today."""
    usual = {"on_day": TODAY, "title": "Tư vấn quân nhân xuất ngũ", "client_kind": ClientKind.SOLDIER}
    usual |= {"province": "86", "places": "Xã Cầu Ngang", "topics": {Topic.DOMESTIC}}
    return GroupTalkGiven(**(usual | {"holder": scene.ground.accounts["Phúc"]} | other))


def held(scene: Scene, *, by: str = "Phúc", key: UUID | None = None, now: datetime = NOW, **other: Any) -> UUID:
    """A talk is written down."""
    given = talk_told(scene, **({"holder": scene.ground.accounts[by]} | other))
    return scene.store.write(
        lambda db: group_actions.record_talk(
            db, staff_desk(db, scene.ground.viewer(by)), given, client_key=key or new_id(), now=now
        )
    )


def desk(scene: Scene, db: Reading, talk: UUID, by: str = "Phúc") -> group_access.TalkDesk:
    return group_access.talk_desk(db, scene.ground.viewer(by), talk)


def came(scene: Scene, talk: UUID, who: str, *, by: str = "Phúc") -> UUID:
    """Somebody is put on the list."""
    seeker = scene.ground.seekers[who]
    return scene.store.write(
        lambda db: attendance_actions.attend(db, desk(scene, db, talk, by), seeker, AttendedBy.DESK, now=NOW)
    )


def taken_off(scene: Scene, talk: UUID, attendance: UUID, *, by: str = "Phúc") -> None:
    scene.store.write(
        lambda db: attendance_actions.remove(db, desk(scene, db, talk, by), attendance, "Ghi nhầm", now=NOW)
    )


def retold(scene: Scene, talk: UUID, because: str = "Ghi nhầm", *, by: str = "Phúc", **other: Any) -> bool:
    """A talk is told again."""

    def change(db: Writing) -> bool:
        seat = group_access.changing_talk_desk(db, scene.ground.viewer(by), talk)
        told = TalkCorrection(talk_told(scene, **other), because, group_telling.standing(db, talk).id)
        return group_actions.correct_talk(db, seat, told, client_key=new_id(), now=NOW)

    return scene.store.write(change)


def withdrawn(scene: Scene, talk: UUID, because: str = "Không diễn ra", *, by: str = "Phúc") -> None:
    scene.store.write(
        lambda db: group_actions.withdraw_talk(
            db,
            group_access.changing_talk_desk(db, scene.ground.viewer(by), talk),
            because,
            request_id=None,
            now=NOW,
        )
    )


def declared(
    scene: Scene, talk: UUID, number: int, qualifier: Qualifier = Qualifier.ABOUT, *, by: str = "Phúc", **said: Any
) -> UUID:
    given = HeadsGiven(number=number, qualifier=qualifier, **({"source": "Ban CHQS huyện đếm"} | said))
    return scene.store.write(
        lambda db: heads_actions.declare_heads(db, desk(scene, db, talk, by), given, client_key=new_id(), now=NOW)
    )


def names(scene: Scene, talk: UUID) -> list[str]:
    """Who is on the list."""
    return scene.store.read(lambda db: [one.name for one in attendants(db, desk(scene, db, talk))])


def shown(scene: Scene, talk: UUID) -> group_queries.Talk:
    return scene.store.read(lambda db: group_queries.talk(db, desk(scene, db, talk)))


def rows(text: str) -> list[ListRow]:
    return list_rows(read_text(text), today=TODAY)


def listed(scene: Scene, talk: UUID, text: str, *, by: str = "Phúc") -> list[Line]:
    """A list as it is looked through before it is confirmed."""
    return scene.store.read(lambda db: look_up(db, attendance_lists.looking(desk(scene, db, talk, by)), rows(text)))


def confirmed(
    scene: Scene, talk: UUID, text: str, choices: dict[int, str] | None = None, *, key: UUID | None = None, **said: Any
) -> ListTaken | None:
    """A list is taken in as it was looked through."""

    def change(db: Writing) -> ListTaken | None:
        seat = desk(scene, db, talk)
        given = _list(db, attendance_lists.looking(seat), text, choices, **said)
        return attendance_lists.take_attendance(db, seat, given, request_id=key, now=NOW)

    return scene.store.write(change)


def _list(db: Reading, looking: Looking, text: str, choices: dict[int, str] | None, **said: Any) -> ListGiven:
    read = rows(text)
    return ListGiven(read, choices or {}, **({"seen": seen_mark(look_up(db, looking, read))} | said))


# --- cohorts ------------------------------------------------------------------------------------------------------


def batch(scene: Scene, *, by: str = "Phúc", **other: Any) -> UUID:
    """A cohort is opened."""
    given = CohortGiven(**({"batch": "Đợt 1/2026", "province": "86", "discharged_on": DISCHARGED} | other))
    return scene.store.write(
        lambda db: cohort_actions.open_cohort(
            db, staff_desk(db, scene.ground.viewer(by)), given, request_id=None, now=NOW
        )
    )


def seat(scene: Scene, db: Reading, cohort: UUID, by: str = "Phúc") -> cohort_access.CohortDesk:
    return cohort_access.cohort_desk(db, scene.ground.viewer(by), cohort)


def soldiers(scene: Scene, cohort: UUID, text: str, choices: dict[int, str] | None = None) -> ListTaken | None:
    """A list of soldiers is taken in."""

    def change(db: Writing) -> ListTaken | None:
        own = seat(scene, db, cohort)
        given = _list(db, cohort_lists.looking(own), text, choices)
        return cohort_lists.take_soldiers(db, own, given, request_id=None, now=NOW)

    return scene.store.write(change)


def people(scene: Scene, cohort: UUID) -> list[Member]:
    """Everybody of a cohort, in its order."""
    return scene.store.read(lambda db: cohort_queries.members(db, seat(scene, db, cohort), placed_on))


def one(scene: Scene, cohort: UUID, name: str) -> Member:
    return next(member for member in people(scene, cohort) if member.name == name)


def step(scene: Scene, cohort: UUID, name: str, given: StepGiven, *, key: UUID | None = None) -> UUID:
    """Something is done with somebody of a cohort."""
    member = one(scene, cohort, name).id

    def change(db: Writing) -> UUID:
        own = cohort_access.member_desk(db, scene.ground.viewer("Phúc"), cohort, member)
        return cohort_step_actions.take_step(db, own, given, request_id=key, now=NOW)

    return scene.store.write(change)
