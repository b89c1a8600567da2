"""Soldiers who came home, in the demo: a batch, a talk with some of them, and what was said of how many came."""

from datetime import date, datetime, timedelta
from uuid import UUID

from exchange.cohorts import actions as cohort_actions
from exchange.cohorts import step_actions as cohort_step_actions
from exchange.cohorts.access import CohortDesk, cohort_desk, member_desk
from exchange.cohorts.codes import InvitedBy, JoinedBy, Path
from exchange.cohorts.given import CohortGiven, InvitationGiven, PathGiven, StepGiven, TrainingGiven
from exchange.counselling.codes import ClientKind, Topic
from exchange.demo.cast import HOST, manager, viewer
from exchange.demo.people import PEOPLE, VINH_LONG
from exchange.demo.story import visitor
from exchange.group_talks import actions as group_actions
from exchange.group_talks import attendance_actions, heads_actions
from exchange.group_talks.access import talk_desk
from exchange.group_talks.codes import AttendedBy, Qualifier
from exchange.group_talks.given import GroupTalkGiven, HeadsGiven
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.rosters.rows import ListRow

_DISCHARGED = timedelta(days=318)  # so that the support ends soon for some
_HELD = timedelta(days=12)
# People of the list, their units; the first three came to the talk, the first two were invited by telephone.
_SOLDIERS = (
    (6, "Tiểu đoàn 9"),
    (1, "Tiểu đoàn 9"),
    (12, "Tiểu đoàn 9"),
    (3, "Trung đoàn 3"),
    (11, "Trung đoàn 3"),
)
_PLACES = "xã Cầu Ngang, xã Càng Long, phường Duyên Hải, phường Trà Vinh"


def come_home(db: Writing, *, now: datetime) -> None:
    """The batch with five people, and the talk about twelve days ago at which some of them were."""
    held = now - _HELD
    people = [visitor(db, number).seeker_id for number, _ in _SOLDIERS]
    cohort = _batch(db, people, local_day(now) - _DISCHARGED, held - timedelta(days=7))
    _talk(db, people[:3], held)
    for member, _ in zip(cohort, range(2), strict=False):
        _step(db, member, InvitationGiven(on_day=local_day(held - timedelta(days=5)), how=InvitedBy.PHONE), held)
    _step(db, cohort[0], PathGiven(on_day=local_day(held), path=Path.TRAINING), held)
    _step(db, cohort[1], PathGiven(on_day=local_day(held), path=Path.ELSEWHERE), held)
    school = TrainingGiven(on_day=local_day(held) + timedelta(days=5), trade="Hàn điện", place="Trường nghề Ven Sông")
    _step(db, cohort[0], school, held)


def _batch(db: Writing, people: list[UUID], discharged: date, now: datetime) -> list[tuple[UUID, UUID]]:
    """The cohort's and the member's id of each."""
    given = CohortGiven(batch=f"Đợt 1/{discharged.year}", province=VINH_LONG, discharged_on=discharged)
    own = cohort_actions.open_cohort(db, manager(db, HOST.key), given, request_id=None, now=now)
    desk: CohortDesk = cohort_desk(db, viewer(db, f"truongphong.{HOST.key}"), own)
    joined: list[tuple[UUID, UUID]] = []
    for seeker, (number, unit) in zip(people, _SOLDIERS, strict=True):
        row = ListRow(0, "", unit=unit, commune=PEOPLE[number].commune, discharged_on=discharged)
        joined.append((own, cohort_actions.join(db, desk, seeker, row, JoinedBy.FOUND, now=now)))
    return joined


def _talk(db: Writing, people: list[UUID], now: datetime) -> None:
    staff = manager(db, HOST.key)
    given = GroupTalkGiven(
        on_day=local_day(now),
        title="Tư vấn việc làm trong nước, ngoài nước cho quân nhân xuất ngũ",
        client_kind=ClientKind.SOLDIER,
        province=VINH_LONG,
        places=_PLACES,
        topics=frozenset({Topic.DOMESTIC, Topic.OVERSEAS, Topic.TRAINING}),
        holder=staff.account_id,
        note="Giới thiệu chế độ hỗ trợ học nghề trong 12 tháng, nhu cầu tuyển dụng trong và ngoài tỉnh.",
    )
    own = group_actions.record_talk(db, staff, given, client_key=new_id(), now=now)
    desk = talk_desk(db, viewer(db, f"truongphong.{HOST.key}"), own)
    for seeker in people:
        attendance_actions.attend(db, desk, seeker, AttendedBy.LIST, now=now)
    said = HeadsGiven(
        number=400, qualifier=Qualifier.ABOUT, place=_PLACES, source="Ban Chỉ huy quân sự báo tại buổi tư vấn"
    )
    heads_actions.declare_heads(db, desk, said, client_key=new_id(), now=now)


def _step(db: Writing, member: tuple[UUID, UUID], given: StepGiven, now: datetime) -> None:
    desk = member_desk(db, viewer(db, f"truongphong.{HOST.key}"), *member)
    cohort_step_actions.take_step(db, desk, given, request_id=None, now=now)
