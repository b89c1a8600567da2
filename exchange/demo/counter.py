"""What the host's counter has written down in the last weeks: consultations, appointments, benefit claims."""

from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from exchange.benefits import actions as claims
from exchange.benefits.access import claim_desk
from exchange.benefits.actions import AppraisalGiven, ClaimGiven
from exchange.benefits.codes import Appraised, Verdict
from exchange.benefits.deadlines import entitled_from
from exchange.benefits.decision_actions import DecisionGiven, decide
from exchange.counselling.actions import record_consultation
from exchange.counselling.codes import ClientKind, Result, Topic
from exchange.counselling.given import ConsultationGiven, NoteGiven
from exchange.demo.cast import HOST, viewer
from exchange.demo.people import VINH_LONG
from exchange.demo.story import visitor
from exchange.kernel.clock import VIETNAM, local_day
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.reference.holidays import working_days
from exchange.seekers.access import OwnDesk, own_desk

_COUNSELLOR: Final = f"tuvan.{HOST.key}"
_MONTHLY: Final = 3_420_000


class Spoken(Struct, frozen=True):
    """A consultation so many days ago with the person at `number`; `again`: the days from today to the appointment."""

    number: int
    ago: int
    topics: frozenset[Topic]
    result: Result = Result.NOTHING
    again: int | None = None
    note: str = ""
    kind: ClientKind = ClientKind.JOB_SEEKER


_SPOKEN: Final = (
    Spoken(0, 12, frozenset({Topic.DOMESTIC}), Result.APPOINTMENT, -2, "Muốn làm gần nhà, sẽ mang bằng nghề đến."),
    Spoken(2, 9, frozenset({Topic.DOMESTIC, Topic.TRAINING}), Result.TRAINING),
    Spoken(6, 8, frozenset({Topic.OVERSEAS}), Result.APPOINTMENT, 0, "Hỏi về đơn hàng hàn ở Nhật Bản."),
    Spoken(8, 6, frozenset({Topic.DOMESTIC}), Result.FAIR),
    Spoken(10, 5, frozenset({Topic.INSURANCE, Topic.DOMESTIC}), kind=ClientKind.BENEFIT),
    Spoken(12, 3, frozenset({Topic.DOMESTIC, Topic.LAW}), Result.APPOINTMENT, 4),
    Spoken(15, 1, frozenset({Topic.INSURANCE}), kind=ClientKind.BENEFIT),
)  # fmt: skip
_GRANTED, _WAITING = 10, 15


def open_counter(db: Writing, *, now: datetime) -> None:
    """The last two weeks of the host's counsellor."""
    _grant(db, _GRANTED, now)
    _receive(db, _WAITING, now - timedelta(days=1))
    for spoken in _SPOKEN:
        _speak(db, spoken, now)


def _speak(db: Writing, spoken: Spoken, now: datetime) -> None:
    today = local_day(now)
    given = ConsultationGiven(
        on_day=today - timedelta(days=spoken.ago),
        client_kind=spoken.kind,
        province=VINH_LONG,
        topics=spoken.topics,
        result=spoken.result,
        next_on=None if spoken.again is None else today + timedelta(days=spoken.again),
    )
    note = NoteGiven(words=spoken.note) if spoken.note else None
    when = _at(given.on_day)
    record_consultation(db, _desk(db, spoken.number), given, note, client_key=new_id(), now=when)


def _receive(db: Writing, number: int, now: datetime) -> UUID:
    day = local_day(now)
    given = ClaimGiven(received_on=day, contract_ended_on=day - timedelta(days=20))
    return claims.receive(db, _desk(db, number), given, request_id=None, now=now)


def _grant(db: Writing, number: int, now: datetime) -> None:
    """Received three and a half weeks ago, decided two weeks later, and running since; nothing was declared yet."""
    calendar, received = working_days(local_day(now)), now - timedelta(days=25)
    claim_id = _receive(db, number, received)
    looked, decided = received + timedelta(days=4), received + timedelta(days=14)
    desk = claim_desk(db, viewer(db, _COUNSELLOR), claim_id)
    found = AppraisalGiven(found=Appraised.ELIGIBLE, on_day=local_day(looked))
    claims.appraise(db, desk, found, request_id=None, now=looked)
    said = DecisionGiven(
        verdict=Verdict.GRANTED,
        number="418/QĐ-SNV",
        on_day=local_day(decided),
        months=5,
        monthly=_MONTHLY,
        from_on=entitled_from(local_day(received), calendar),
    )
    decide(db, desk, said, request_id=None, now=decided)


def _desk(db: Writing, number: int) -> OwnDesk:
    return own_desk(db, viewer(db, _COUNSELLOR), visitor(db, number).seeker_id)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9, 20), VIETNAM)
