"""Appointments that counsellors made: those still to be kept at a centre, and that of one consultation."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select

from exchange.accounts.tables import Account
from exchange.counselling.access import ConsultationDesk
from exchange.counselling.appointment_rules import Appointment, Step, seen_from
from exchange.counselling.appointment_tables import AppointmentStep
from exchange.counselling.codes import Settled, Topic
from exchange.counselling.tables import Consultation, ConsultationTopic, ConsultationWithdrawal
from exchange.counselling.telling import COUNTS, STANDS
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.file_tables import SeekerPerson
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_c, _s, _a, _t, _p = (columns(one) for one in (Consultation, Seeker, Account, ConsultationTopic, SeekerPerson))
_k = columns(AppointmentStep)
_later: Any = AppointmentStep.__table__.alias("later_step").c  # type: ignore[attr-defined]
_again: Any = Consultation.__table__.alias("again").c  # type: ignore[attr-defined]
_retold: Any = Consultation.__table__.alias("retold").c  # type: ignore[attr-defined]
_gone: Any = ConsultationWithdrawal.__table__.alias("gone").c  # type: ignore[attr-defined]
_PERSON = person_column(_c.seeker_id)
_NEWEST = and_(
    _k.consultation_id == _c.first_id,
    ~exists().where(_later.consultation_id == _k.consultation_id, _later.turn > _k.turn),
)
_APPOINTMENTS: Select[Any] = (
    select(_c.first_id, _c.on_day, _c.next_on, _c.at, _c.counsellor_id, _PERSON.label("person"))
    .add_columns(_k.settled, _k.to_day, _k.at.label("settled_at"), _k.note)
    .select_from(Consultation)
    .outerjoin(AppointmentStep, _NEWEST)
)
_SAID_SINCE = _k.at >= _c.at  # told again since, the day of the newer telling holds
_DUE = case((_SAID_SINCE, func.coalesce(_k.to_day, _c.next_on)), else_=_c.next_on)
# Whether the person came under the same file is left to the database; what came under others is looked at below.
_CAME = exists().where(
    _again.seeker_id == _c.seeker_id,
    _again.centre_id == _c.centre_id,
    _again.on_day >= _DUE,
    ~exists().where(_retold.corrects_id == _again.id),
    ~exists().where(_gone.consultation_id == _again.first_id),
)
_WAITING = _APPOINTMENTS.where(
    _c.centre_id == bindparam("centre"),
    COUNTS,
    _c.next_on.is_not(None),
    or_(_k.settled.is_(None), ~_SAID_SINCE, _k.settled == Settled.MOVED),
    ~_CAME,
)
_OF_ONE = _APPOINTMENTS.where(_c.first_id == bindparam("consultation"), STANDS)
_PEOPLE = select(_s.id, _s.full_name, _s.phone).where(_s.id.in_(bindparam("people", expanding=True)))
_NAMES = select(_a.id, _a.name).where(_a.id.in_(bindparam("accounts", expanding=True)))
_TOPICS = (
    select(_c.first_id, _t.topic)
    .join(Consultation, _c.id == _t.consultation_id)
    .where(_c.first_id.in_(bindparam("consultations", expanding=True)), STANDS)
)
_FILES = select(_p.person_id, _p.seeker_id).where(_p.person_id.in_(bindparam("people", expanding=True)))
_DAYS = select(_PERSON.label("person"), _c.on_day).where(
    _c.centre_id == bindparam("centre"), _c.seeker_id.in_(bindparam("files", expanding=True)), COUNTS
)


class Waiting(msgspec.Struct, frozen=True):
    """An appointment still to be kept. `counsellor_id`: whose it is."""

    consultation_id: UUID
    due_on: date
    made_on: date
    person_id: UUID
    name: str
    phone: str | None
    counsellor_id: UUID
    counsellor: str
    topics: frozenset[Topic]


def waiting(db: Reading, centre_id: UUID, until: date) -> list[Waiting]:
    """Appointments of a centre that are due by a day and that nobody has seen to, the oldest first."""
    asked = {"centre": centre_id}
    rows = db.execute(_WAITING, asked).all()
    days = _days(db, centre_id, [row.person for row in rows])
    due = [(row, known) for row in rows if (known := _known(row, days[row.person])).is_open]
    return sorted(_told(db, [(row, known) for row, known in due if known.due_on and known.due_on <= until]), key=_order)


def appointment(db: Reading, desk: ConsultationDesk) -> Appointment:
    """The appointment that a consultation made; `next_on` is None where it made none."""
    row = db.execute(_OF_ONE, {"consultation": desk.consultation_id}).one()
    return _known(row, _days(db, desk.centre_id, [row.person])[row.person])


def _order(one: Waiting) -> tuple[date, str]:
    return one.due_on, str(one.consultation_id)


def _known(row: Any, days: Sequence[date]) -> Appointment:
    newest = Step(row.settled, row.settled_at, row.to_day) if row.settled else None
    plain = Appointment(row.next_on, row.at, newest)
    due = plain.due_on
    return msgspec.structs.replace(
        plain, seen=seen_from((day for day in days if day > row.on_day), due) if due else None
    )


def _days(db: Reading, centre_id: UUID, people: Sequence[UUID]) -> dict[UUID, list[date]]:
    """On which days these people were counselled at a centre, under any of their files."""
    found: dict[UUID, list[date]] = defaultdict(list)
    if people:
        own = list(set(people))
        files = own + [row.seeker_id for row in db.execute(_FILES, {"people": own})]
        for row in db.execute(_DAYS, {"centre": centre_id, "files": files}):
            found[row.person].append(row.on_day)
    return found


def _told(db: Reading, due: Sequence[tuple[Any, Appointment]]) -> list[Waiting]:
    """With the names and topics that a list shows."""
    if not due:
        return []
    rows = [row for row, _ in due]
    people = {row.id: row for row in db.execute(_PEOPLE, {"people": list({row.person for row in rows})})}
    asked = {"accounts": list({row.counsellor_id for row in rows})}
    names = {row.id: row.name for row in db.execute(_NAMES, asked)}
    topics: dict[UUID, set[Topic]] = defaultdict(set)
    for first_id, topic in db.execute(_TOPICS, {"consultations": [row.first_id for row in rows]}):
        topics[first_id].add(topic)
    return [
        Waiting(
            row.first_id, known.due_on or row.next_on, row.on_day, row.person, people[row.person].full_name,
            people[row.person].phone, row.counsellor_id, names[row.counsellor_id], frozenset(topics[row.first_id]),
        )
        for row, known in due
    ]  # fmt: skip
