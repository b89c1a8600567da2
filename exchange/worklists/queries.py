"""Duties of a centre up to a week ahead, the most pressing first: gathered from the rooms in which they arise."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

import msgspec

from exchange.benefits import duty_queries
from exchange.benefits.codes import ClaimState
from exchange.centres.access import StaffDesk
from exchange.counselling import appointment_queries
from exchange.kernel.db import Reading
from exchange.placements import duty_queries as placements
from exchange.reference.holidays import Calendar
from exchange.referrals import duty_queries as slips
from exchange.referrals.facts import Slip
from exchange.worklists.codes import DutyKind, When
from exchange.worklists.rules import AHEAD, Duty, Load, counts, loads, when


class Worklist(msgspec.Struct, frozen=True):
    """What a desk sees. `shown`: the duties that were asked for; `counts`: of those of the same people, by pressure.

    `kinds`: how many of each kind there are under the same conditions but the kind.
    """

    shown: list[Duty]
    counts: dict[When, int]
    kinds: dict[DutyKind, int]


class Which(msgspec.Struct, frozen=True):
    """Which duties: of one member of staff, of one kind, so pressing; None for all."""

    owner_id: UUID | None = None
    kind: DutyKind | None = None
    pressing: When | None = None


def worklist(db: Reading, desk: StaffDesk, which: Which, calendar: Calendar, *, today: date) -> Worklist:
    """The duties of the desk's centre that are meant."""
    every = duties(db, desk, calendar, today=today)
    theirs = [duty for duty in every if which.owner_id in (None, duty.owner_id)]
    pressing = [duty for duty in theirs if which.pressing in (None, when(duty.due_on, today))]
    kinds = {kind: sum(duty.kind is kind for duty in pressing) for kind in DutyKind}
    shown = [duty for duty in pressing if which.kind in (None, duty.kind)]
    return Worklist(shown, counts(theirs, today), kinds)


def room(db: Reading, desk: StaffDesk, calendar: Calendar, *, today: date) -> list[Load]:
    """What waits for each member of the staff, for whoever leads them."""
    return loads(duties(db, desk, calendar, today=today), today)


def duties(db: Reading, desk: StaffDesk, calendar: Calendar, *, today: date) -> list[Duty]:
    """All duties of the desk's centre up to a week ahead, the most pressing first."""
    until = today + AHEAD
    every = [
        *_appointments(db, desk, until),
        *_slips(db, desk, today, until),
        *_claims(duty_queries.undecided(db, desk.centre_id, until, calendar)),
        *_declarations(duty_queries.late(db, desk.centre_id, today, calendar)),
        *_checks(db, desk, today, until),
    ]
    return sorted(every, key=lambda duty: (duty.due_on, duty.kind, duty.name, str(duty.subject_id)))


def _appointments(db: Reading, desk: StaffDesk, until: date) -> Iterator[Duty]:
    for one in appointment_queries.waiting(db, desk.centre_id, until):
        who = (one.person_id, one.name, one.phone, one.counsellor_id, one.counsellor)
        about = ", ".join(sorted(topic.label for topic in one.topics))
        yield Duty(DutyKind.APPOINTMENT, one.due_on, one.consultation_id, *who, about)


def _slips(db: Reading, desk: StaffDesk, today: date, until: date) -> Iterator[Duty]:
    """Results that are due by then. Who is to be asked after today is asked for the milestone that is due today."""
    for one in slips.results_due(db, desk, until):
        yield _of_slip(DutyKind.RESULT, one.slip, one.due_on)
    now = {row.slip.id: row for row in slips.follow_ups_due(db, desk, today)}
    later = {row.slip.id: row for row in slips.follow_ups_due(db, desk, until)}
    for row in (later | now).values():
        yield _of_slip(DutyKind.FOLLOW_UP, row.slip, row.due_on)


def _of_slip(kind: DutyKind, slip: Slip, due_on: date) -> Duty:
    who = (slip.person_id, slip.name, slip.phone, slip.issued_by, slip.issuer)
    return Duty(kind, due_on, slip.id, *who, f"{slip.position}, {slip.employer}")


def _checks(db: Reading, desk: StaffDesk, today: date, until: date) -> Iterator[Duty]:
    """Whether people are still at work. What is due today goes before what falls due within the week."""
    now = {row.placement_id: row for row in placements.checks_due(db, desk.centre_id, today)}
    later = {row.placement_id: row for row in placements.checks_due(db, desk.centre_id, until)}
    for row in (later | now).values():
        who = (row.person_id, row.name, row.phone, row.owner_id, row.owner)
        yield Duty(DutyKind.PLACEMENT_CHECK, row.due_on, row.placement_id, *who, row.employer)


def _claims(waiting: Iterable[duty_queries.Undecided]) -> Iterator[Duty]:
    for one in waiting:
        kind = DutyKind.APPRAISAL if one.state is ClaimState.RECEIVED else DutyKind.DECISION
        yield Duty(
            kind, one.due_on, one.claim_id, one.person_id, one.name, one.phone, one.taker_id, one.taker, one.label
        )


def _declarations(late: Iterable[duty_queries.Late]) -> Iterator[Duty]:
    for one in late:
        who = (one.person_id, one.name, one.phone, one.taker_id, one.taker)
        yield Duty(DutyKind.DECLARATION, one.due_on, one.claim_id, *who, one.label)
