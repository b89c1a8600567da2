"""The soldiers of the half-year: four talks with those who came by name and how many were said, and their cohort."""

from datetime import date, datetime, time
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from exchange.centres.access import StaffDesk
from exchange.cohorts import actions as cohorts
from exchange.cohorts.access import cohort_desk
from exchange.cohorts.codes import JoinedBy
from exchange.cohorts.given import CohortGiven
from exchange.counselling.codes import ClientKind, Topic
from exchange.demo.cast import HOST, viewer
from exchange.example.places import PLACES
from exchange.example.shapes import Half, Talk
from exchange.example.writing import PROVINCE, at
from exchange.group_talks import actions as talks
from exchange.group_talks import attendance_actions, heads_actions
from exchange.group_talks.access import talk_desk
from exchange.group_talks.codes import AttendedBy, Qualifier
from exchange.group_talks.given import GroupTalkGiven, HeadsGiven
from exchange.kernel.db import Writing
from exchange.rosters.rows import ListRow

_DISCHARGED: Final = date(2021, 1, 28)
_BATCH: Final = "Đợt 1/2021"
_UNITS: Final = ("Tiểu đoàn 2", "Trung đoàn 8", "Trung đoàn 31", "Lữ đoàn 146")
_LEAD: Final = f"truongphong.{HOST.key}"


def counsel(db: Writing, half: Half, files: dict[int, UUID], desk: StaffDesk) -> None:
    """The four talks, each with its list and what was said of how many there were; then the cohort of all."""
    for talk in half.talks:
        _hold(db, talk, files, desk)
    _gather(db, half, files, desk, at(half.talks[-1].on_day, time(15, 0)))


def _hold(db: Writing, talk: Talk, files: dict[int, UUID], desk: StaffDesk) -> None:
    now, place = at(talk.on_day, time(11, 0)), PLACES[talk.place].name
    given = GroupTalkGiven(
        on_day=talk.on_day,
        title="Tư vấn việc làm trong nước, ngoài nước cho quân nhân xuất ngũ",
        client_kind=ClientKind.SOLDIER,
        province=PROVINCE,
        places=place,
        minutes=120,
        topics=frozenset({Topic.DOMESTIC, Topic.OVERSEAS, Topic.TRAINING}),
        holder=desk.account_id,
    )
    own = talks.record_talk(db, desk, given, client_key=uuid5(NAMESPACE_URL, f"talk:{place}"), now=now)
    over = talk_desk(db, viewer(db, _LEAD), own)
    for number in talk.people:
        attendance_actions.attend(db, over, files[number], AttendedBy.LIST, now=now)
    source = f"Ban Chỉ huy quân sự {place} báo"
    said = HeadsGiven(number=talk.told, qualifier=Qualifier.ABOUT, place=place, source=source)
    heads_actions.declare_heads(db, over, said, client_key=uuid5(NAMESPACE_URL, f"heads:{place}"), now=now)


def _gather(db: Writing, half: Half, files: dict[int, UUID], desk: StaffDesk, now: datetime) -> None:
    given = CohortGiven(batch=_BATCH, province=PROVINCE, discharged_on=_DISCHARGED)
    own = cohorts.open_cohort(db, desk, given, request_id=None, now=now)
    over = cohort_desk(db, viewer(db, _LEAD), own)
    for number in (number for talk in half.talks for number in talk.people):
        person, unit = half.people[number], _UNITS[number % len(_UNITS)]
        row = ListRow(0, "", unit=unit, commune=person.commune, discharged_on=_DISCHARGED)
        cohorts.join(db, over, files[number], row, JoinedBy.LIST, now=now)
