"""The half-year before it is written down: exact figures, possible people, courses that the desk would have taken."""

from collections import Counter
from datetime import date

import pytest

from exchange.benefits import deadlines, rules
from exchange.benefits.codes import EventKind
from exchange.benefits.rules import Course, Happened
from exchange.counselling.codes import ClientKind
from exchange.example.days import calendar
from exchange.example.half import half_year
from exchange.example.places import PLACES
from exchange.example.shapes import HALF_YEAR, KNOWN, Claim, Half, Shape

LIMIT = 3  # silent months


@pytest.fixture(scope="module")
def half() -> Half:
    return half_year(Shape())


def within(day: date) -> bool:
    return HALF_YEAR.first <= day <= HALF_YEAR.last


def visits(half: Half, kind: ClientKind) -> int:
    """As the register counts them: persons behind their files, once a day, nothing that was withdrawn."""
    kept = dict(half.merged)
    came = {
        (kept.get(visit.person, visit.person), visit.on_day)
        for visit in half.visits
        if visit.kind is kind and within(visit.on_day) and not visit.withdrawn
    }
    return len(came)


def test_the_figures_are_those_of_the_report(half: Half) -> None:
    assert visits(half, ClientKind.JOB_SEEKER) == 9_000
    assert visits(half, ClientKind.BENEFIT) == 46_500
    assert sum(claim.decision is not None and within(claim.decision.on_day) for claim in half.claims) == 9_200
    assert sum(len(talk.people) for talk in half.talks) == 400
    places = {PLACES[talk.place].name for talk in half.talks}
    assert places == {"huyện Cầu Ngang", "huyện Càng Long", "huyện Duyên Hải", "thành phố Trà Vinh"}


def test_there_are_facts_before_and_after_the_period(half: Half) -> None:
    days = {visit.on_day for visit in half.visits}

    assert min(days) < HALF_YEAR.first
    assert max(days) > HALF_YEAR.last
    assert {HALF_YEAR.first, HALF_YEAR.last} <= days


def test_the_same_seed_makes_the_same_and_another_one_other_people() -> None:
    one, again, other = (half_year(Shape(seed=seed).part(100)) for seed in (2021, 2021, 7))

    assert one == again
    assert one.people != other.people


def test_the_days_are_those_of_a_real_centre(half: Half) -> None:
    by_weekday = Counter(visit.on_day.weekday() for visit in half.visits)
    tet = [visit for visit in half.visits if visit.on_day in calendar().closed]

    assert by_weekday[6] * 100 < len(half.visits)
    assert len(tet) * 500 < len(half.visits)


def test_nobody_has_two_numbers_and_nobody_is_born_too_late(half: Half) -> None:
    numbers = [person.citizen_id for person in half.people if person.citizen_id]

    assert len(set(numbers)) == len(numbers)
    assert all(person.born < person.since for person in half.people)
    assert len({claim.person for claim in half.claims}) == len(half.claims)


def wrong_with(half: Half, claim: Claim) -> object:
    """The first reason for which the desk would have refused something of a claim; None where there is none."""
    today, born = KNOWN.last, half.people[claim.person].born.year
    if reason := rules.why_not_received(claim.received_on, claim.contract_ended_on, born, today):
        return reason
    course = Course(claim.received_on, born)
    if claim.appraised_on is None or claim.found is None:
        return "decided before it was looked through" if claim.decision else None
    if reason := rules.why_not_appraised(course, claim.appraised_on, today):
        return reason
    course = Course(claim.received_on, born, claim.found, claim.appraised_on)
    if claim.decision is None:
        return None
    said = claim.decision
    return (
        rules.why_not_decided(course, said.on_day, today)
        or rules.why_not_said(course, said)
        or lived_wrongly(claim, course, today)
    )


def lived_wrongly(claim: Claim, course: Course, today: date) -> object:
    """The same of what came after the decision, told in the order in which it happened."""
    benefit = Course(course.received_on, course.birth_year, course.found, course.appraised_on, claim.decision)
    told = [(said.on_day, 0, said) for said in claim.declared] + [(one.on_day, 1, one) for one in claim.events]
    for day, is_event, one in sorted(told, key=lambda row: row[:2]):
        known = benefit.benefit
        dues = deadlines.due_calendar(known, day, calendar()) if known else ()
        if is_event:
            happened = Happened(one.kind, one.on_day, one.ground)  # type: ignore[union-attr]
            silent = deadlines.silent_run(dues)
            if reason := rules.why_not_event(benefit, happened, today, silent, LIMIT):
                return one, reason
            benefit = course_with(benefit, events=(*benefit.events, happened))
        else:
            declared = rules.Declared(one.month, day, one.state, one.words, one.words, one.job_from)  # type: ignore[union-attr]
            wrong = rules.why_not_declared(benefit, declared, dues, day)
            if reason := wrong or rules.why_not_words(declared, course.birth_year):
                return one, reason
            benefit = course_with(benefit, declared=benefit.declared | {declared.month})
    return None


def course_with(course: Course, **changed: object) -> Course:
    """The course one step later."""
    plain = {name: getattr(course, name) for name in course.__struct_fields__}
    return Course(**(plain | changed))  # type: ignore[arg-type]


def test_the_desk_would_have_taken_every_claim() -> None:
    half = half_year(Shape().part(10))

    wrong = {claim.person: found for claim in half.claims if (found := wrong_with(half, claim))}

    assert wrong == {}
    assert {event.kind for claim in half.claims for event in claim.events} == {
        EventKind.SUSPENDED,
        EventKind.RESUMED,
        EventKind.ENDED,
    }
