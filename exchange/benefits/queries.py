"""What can be asked about claims: one with its whole course, those of a person, and what waits at a centre."""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from exchange.benefits import deadlines, facts, rules
from exchange.benefits.access import ClaimSeat
from exchange.benefits.codes import ClaimState, DueState
from exchange.benefits.deadlines import Due
from exchange.benefits.facts import Claim
from exchange.centres.access import StaffDesk
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.text import fold
from exchange.reference.holidays import Calendar
from exchange.seekers.access import FileDesk, OwnFile
from exchange.seekers.persons import files_of

_WEEK = timedelta(days=6)
_SOON = timedelta(days=14)  # before a benefit ends
_MOST_FOUND = 50


class Standing(msgspec.Struct, frozen=True):
    """A claim as it stands on a day. `due`: what is to be declared next; `silent`: months in a row without a word.

    `days_left`: working days for the decision, negative when it is late; None once decided.
    """

    claim: Claim
    state: ClaimState
    decision_due: date
    days_left: int | None
    dues: tuple[Due, ...]
    due: Due | None
    late: tuple[Due, ...]
    silent: int


class Worklists(msgspec.Struct, frozen=True):
    """What waits at a centre, the most pressing first."""

    to_appraise: list[Standing]
    to_decide: list[Standing]
    due_today: list[Standing]
    due_week: list[Standing]
    late: list[Standing]
    silent: list[Standing]
    ending: list[Standing]
    ran_out: list[Standing]


def standing(claim: Claim, day: date, calendar: Calendar) -> Standing:
    """A claim as it stands on a day."""
    state = rules.state_on(claim.course, day)
    last = deadlines.decision_due(claim.received_on, calendar)
    waits = state in (ClaimState.RECEIVED, ClaimState.APPRAISED)
    benefit = claim.course.benefit
    dues = deadlines.due_calendar(benefit, day, calendar) if benefit else ()
    asked = state in rules.PAID
    return Standing(
        claim,
        state,
        last,
        calendar.between(day, last) if waits else None,
        dues,
        deadlines.next_due(dues) if asked else None,
        tuple(due for due in dues if due.state is DueState.LATE) if asked else (),
        deadlines.silent_run(dues) if asked else 0,
    )


def claim(db: Reading, seat: ClaimSeat, calendar: Calendar, *, today: date) -> Standing:
    """One claim. Whoever shows it to others than the person journals that."""
    return standing(facts.ONE.ask(db, {"claim": seat.claim_id})[0], today, calendar)


def claims_of(db: Reading, file: FileDesk | OwnFile, calendar: Calendar, *, today: date) -> list[Standing]:
    """All claims of a person, over all files that were merged, the newest first."""
    own = facts.OF_PERSON.ask(db, {"files": files_of(db, file.seeker_id)})
    return [standing(one, today, calendar) for one in own]


def has_open_claim(db: Reading, file: FileDesk, *, today: date) -> bool:
    """Whether a person has a claim that is not closed, under any of their files."""
    claims = facts.OF_PERSON.ask(db, {"files": files_of(db, file.seeker_id)})
    return any(rules.state_on(one.course, today) in rules.OPEN for one in claims)


def worklists(db: Reading, desk: StaffDesk, calendar: Calendar, *, today: date) -> Worklists:
    """What waits at the desk's centre."""
    every = [standing(one, today, calendar) for one in facts.OPEN_AT.ask(db, {"centre": desk.centre_id})]
    by_decision = sorted(every, key=lambda one: (one.decision_due, one.claim.number))
    by_window = sorted((one for one in every if one.due), key=_window)
    return Worklists(
        to_appraise=[one for one in by_decision if one.state is ClaimState.RECEIVED],
        to_decide=[one for one in by_decision if one.state is ClaimState.APPRAISED],
        due_today=[one for one in by_window if _window(one) == today],
        due_week=[one for one in by_window if today < _window(one) <= today + _WEEK],
        late=sorted((one for one in every if one.late), key=lambda one: one.late[0].due_to),
        silent=[one for one in by_decision if one.silent >= _limit(one)],
        ending=sorted((one for one in every if _ends_soon(one, today)), key=_end),
        ran_out=sorted((one for one in every if one.state is ClaimState.RAN_OUT), key=_end),
    )


def find(db: Reading, desk: StaffDesk, typed: str, calendar: Calendar, *, today: date) -> list[Standing]:
    """Claims of the centre by their number ("12/2026") or by the person's name, in any order and without marks."""
    number, slash, year = typed.replace(" ", "").partition("/")
    if slash and number.isdecimal() and year.isdecimal() and len(number) < 8 and len(year) == 4:
        values = {"centre": desk.centre_id, "number": int(number), "year": int(year)}
        return [standing(one, today, calendar) for one in facts.NUMBERED.ask(db, values)]
    words = fold(typed).split()[:6]
    if not words:
        return []
    found = facts.named(words).ask(db, {"centre": desk.centre_id})[:_MOST_FOUND]
    return [standing(one, today, calendar) for one in found]


def numbered(db: Reading, centre_id: UUID, year: int, number: int) -> Claim:
    """The claim of a centre with a number. Raises NotFound."""
    found = facts.NUMBERED.ask(db, {"centre": centre_id, "year": year, "number": number})
    if not found:
        raise NotFound
    return found[0]


def proposed_from(claim: Claim, calendar: Calendar) -> date:
    """The first day of benefit that the law gives for a claim."""
    return deadlines.entitled_from(claim.received_on, calendar)


def _window(one: Standing) -> date:
    """The day by which a person has to declare next."""
    return one.due.due_to if one.due else date.max


def _limit(one: Standing) -> int:
    return deadlines.regime_of(one.claim.received_on).silent_months


def _end(one: Standing) -> date:
    said = one.claim.course.decision
    return said.to_on if said and said.to_on else date.max


def _ends_soon(one: Standing, today: date) -> bool:
    return one.state in (ClaimState.RUNNING, ClaimState.SUSPENDED) and _end(one) <= today + _SOON
