"""The half-year written down day by day: through the same tables, rules and journal as at the counter, in bulk."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from exchange.benefits import bulk_actions as claims
from exchange.benefits.bulk_course_actions import Looked, Month, Step, follow_claims
from exchange.benefits.bulk_rules import Claimed
from exchange.benefits.codes import DeclaredState
from exchange.benefits.rules import Happened
from exchange.benefits.tables import ClaimId
from exchange.centres.access import StaffDesk
from exchange.counselling import bulk_actions as counselling
from exchange.counselling.bulk_actions import Counselled
from exchange.counselling.given import NoteGiven
from exchange.counselling.rules import Facts
from exchange.counselling.telling import Birth
from exchange.example.places import PLACES
from exchange.example.shapes import Claim, Declared, Half, Person, Visit
from exchange.kernel.clock import VIETNAM
from exchange.kernel.db import Writing
from exchange.kernel.vault import Vault
from exchange.seekers.bulk_actions import register_people
from exchange.seekers.bulk_given import Keeper, Newcomer
from exchange.seekers.codes import NumberKind, Purpose
from exchange.seekers.questions import ASKED

PROVINCE: Final = "84"
_MORNING, _NOON, _EVENING = time(7, 45), time(11, 30), time(16, 30)
WrittenVisit = tuple[Visit, UUID]


def at(day: date, clock: time) -> datetime:
    """A moment of a day in Viet Nam."""
    return datetime.combine(day, clock, VIETNAM)


class Book:
    """Writes a half-year down for one centre. `written`: each consultation with its id, once it stands."""

    def __init__(self, db: Writing, half: Half, desk: StaffDesk, counsellors: list[UUID], vault: Vault) -> None:
        self._db, self._half, self._desk, self._vault = db, half, desk, vault
        self._counsellors = counsellors
        self.files: dict[int, UUID] = {}
        self.claims: dict[int, ClaimId] = {}
        self.written: list[WrittenVisit] = []

    def write(self) -> None:
        """Day after day, as it happened."""
        people, visits = _by_day(self._half.people, "since"), _told_by_day(self._half.visits)
        received = _by_day(self._half.claims, "received_on")
        steps = _steps_by_day(self._half.claims)
        for day in sorted({*people, *visits, *received, *steps}):
            self._register(people[day], at(day, _MORNING))
            self._receive(received[day], at(day, _NOON))
            self._follow(steps[day], at(day, _EVENING))
            self._counsel(visits[day], at(day, _EVENING))

    def _register(self, people: list[Person], now: datetime) -> None:
        keeper = Keeper(self._desk.centre_id, self._desk.account_id)
        files = register_people(self._db, [_newcomer(one) for one in people], keeper, vault=self._vault, now=now)
        self.files.update(zip((one.number for one in people), files, strict=True))

    def _receive(self, received: list[Claim], now: datetime) -> None:
        rows = [self._claimed(one) for one in received]
        who = {"centre_id": self._desk.centre_id, "account_id": self._counsellor(len(self.claims))}
        made = claims.receive_claims(self._db, rows, **who, now=now) if rows else []
        self.claims.update(zip((one.person for one in received), made, strict=True))

    def _claimed(self, one: Claim) -> Claimed:
        born = self._half.people[one.person].born.year
        return Claimed(self.files[one.person], born, one.received_on, one.contract_ended_on)

    def _follow(self, steps: list[tuple[int, Any, int]], now: datetime) -> None:
        told = [Step(self.claims[person], self.files[person], what, turn) for person, what, turn in steps]
        follow_claims(self._db, told, account_id=self._desk.account_id, now=now)

    def _counsel(self, visits: list[tuple[int, Visit]], now: datetime) -> None:
        of_counsellor: dict[int, list[tuple[int, Visit]]] = defaultdict(list)
        for place, visit in visits:
            of_counsellor[visit.counsellor].append((place, visit))
        for number, theirs in sorted(of_counsellor.items()):
            who = {"centre_id": self._desk.centre_id, "made_by": self._counsellor(number)}
            rows = [self._counselled(place, visit) for place, visit in theirs]
            made = counselling.record_consultations(self._db, rows, **who, now=now)
            self.written += zip((visit for _, visit in theirs), made, strict=True)

    def _counselled(self, place: int, visit: Visit) -> Counselled:
        person = self._half.people[visit.person]
        told = Facts(
            visit.first_told or visit.on_day, visit.kind, visit.way, PROVINCE, PLACES[person.place].name,
            visit.minutes, visit.topics, visit.result, visit.next_on,
        )  # fmt: skip
        key = uuid5(NAMESPACE_URL, f"visit:{place}")
        born = Birth(person.born.year, person.born)
        note = NoteGiven(words=visit.note) if visit.note else None
        return Counselled(self.files[person.number], self._counsellor(visit.counsellor), told, born, key, note)

    def _counsellor(self, number: int) -> UUID:
        return self._counsellors[number % len(self._counsellors)]


def _newcomer(person: Person) -> Newcomer:
    numbers = {NumberKind.CITIZEN_ID: person.citizen_id} if person.citizen_id else {}
    agreed = {purpose: purpose is not Purpose.MESSAGES or person.number % 3 > 0 for purpose in ASKED}
    return Newcomer(
        name=person.name, birth_year=person.born.year, sex=person.sex, province=PROVINCE, wish=person.wish,
        birth_date=person.born, phone=person.phone, commune=f"{person.commune}, {PLACES[person.place].name}",
        numbers=numbers, agreed=agreed, channel=person.channel,
    )  # fmt: skip


def _by_day(facts: list[Any], field: str) -> dict[date, list[Any]]:
    found: dict[date, list[Any]] = defaultdict(list)
    for fact in facts:
        found[getattr(fact, field)].append(fact)
    return found


def _told_by_day(visits: list[Visit]) -> dict[date, list[tuple[int, Visit]]]:
    """By the day on which they were written down; each with its place among all."""
    found: dict[date, list[tuple[int, Visit]]] = defaultdict(list)
    for place, visit in enumerate(visits):
        found[visit.first_told or visit.on_day].append((place, visit))
    return found


def _steps_by_day(all_claims: list[Claim]) -> dict[date, list[tuple[int, Any, int]]]:
    """What followed on claims: whose, what, and which of its kind it is."""
    found: dict[date, list[tuple[int, Any, int]]] = defaultdict(list)
    for claim in all_claims:
        for day, what, turn in _steps(claim):
            found[day].append((claim.person, what, turn))
    return found


def _steps(claim: Claim) -> Iterator[tuple[date, Any, int]]:
    if claim.appraised_on and claim.found:
        yield claim.appraised_on, Looked(claim.found, claim.appraised_on), 1
    if claim.decision:
        yield claim.decision.on_day, claim.decision, 1
    for turn, event in enumerate(claim.events, start=1):
        yield event.on_day, Happened(event.kind, event.on_day, event.ground), turn
    for said in claim.declared:
        yield said.on_day, _month(said), 1


def _month(said: Declared) -> Month:
    nothing = said.state is DeclaredState.NONE
    return Month(
        said.month, said.due_from, said.due_to, said.on_day, said.channel, said.state,
        contacts=said.words if nothing else "", about="" if nothing else said.words, job_from=said.job_from,
    )  # fmt: skip
