"""The figures counted again, the slow and obvious way: all rows into Python, then sets."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import SQLModel

from exchange.booths.tables import Booth, BoothVacancy, Shift, Ticket
from exchange.booths.talk_tables import Call, Interview, Outcome, OutcomeCorrection
from exchange.centres.tables import Centre
from exchange.fairs.tables import FairSeeker
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.placements.rules import province_on
from exchange.placements.tables import Placement, PlacementReversal
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy, VacancyPlace
from tests.placements.make import Day

Site = UUID | None
Found = dict[str, dict[tuple[Site, UUID], int]]  # by code: site and record → amount


def recount(db: Reading, day: Day) -> Found:
    """Every figure of a fair."""
    found: Found = defaultdict(dict)
    home = {row.seeker_id: row.centre_id for row in _rows(db, FairSeeker) if row.fair_id == day.fair_id}
    _count_booths(db, day, found)
    _count_vacancies(db, day, found)
    _count_line(db, day, found, home)
    _count_talks(db, day, found, home)
    _count_placements(db, day, found)
    return found


def _rows(db: Reading, model: type[SQLModel], fair_id: UUID | None = None) -> list[Any]:
    return [row for row in db.scalars(select(model)) if fair_id is None or row.fair_id == fair_id]  # type: ignore[attr-defined]


def _count_booths(db: Reading, day: Day, found: Found) -> None:
    staffed = {row.booth_id for row in _rows(db, Shift)}
    talked = {row.booth_id for row in _rows(db, Interview, day.fair_id)}
    for booth in _rows(db, Booth, day.fair_id):
        codes = ["employers_registered", f"employers_registered-mode-{booth.mode}"]
        codes += ["employers_present"] * (booth.id in staffed)
        codes += ["employers_interviewing", f"employers_interviewing-mode-{booth.mode}"] * (booth.id in talked)
        for code in codes:
            found[code][booth.centre_id, booth.id] = 1


def _count_vacancies(db: Reading, day: Day, found: Found) -> None:
    centres = {row.id: row for row in _rows(db, Centre)}
    vacancies = {row.id: row for row in _rows(db, Vacancy)}
    places: dict[UUID, list[Any]] = defaultdict(list)
    for place in sorted(_rows(db, VacancyPlace), key=lambda row: row.rank):
        places[place.vacancy_id].append(place.province_code)
    shown = [(row.booth_id, row.vacancy_id) for row in _rows(db, BoothVacancy)]
    for booth in sorted(_rows(db, Booth, day.fair_id), key=lambda row: row.number, reverse=True):
        for vacancy in (vacancies[vacancy_id] for at, vacancy_id in shown if at == booth.id):
            if not _on_offer(vacancy, day):
                continue
            home = _code(centres[booth.centre_id].province_code, centres[booth.centre_id].created_at, day)
            where = _where(vacancy, [_code(code, vacancy.created_at, day) for code in places[vacancy.id]], home)
            skill = "unskilled" if vacancy.qualification == "none" else "qualified"
            key = booth.centre_id, vacancy.id
            found["positions_offered"][key] = 1
            for code in ("", f"-place-{where}", f"-skill-{skill}"):
                found["openings_offered" + code][key] = vacancy.openings


def _on_offer(vacancy: Any, day: Day) -> bool:
    fits = vacancy.published_at is not None and vacancy.expires_on >= local_day(day.opens_at)
    return fits and (vacancy.closed_at is None or vacancy.closed_at > day.opens_at)


def _code(code: str, written_at: Any, day: Day) -> str:
    return province_on(code, local_day(written_at), local_day(day.opens_at))


def _where(vacancy: Any, places: list[str], home: str) -> str:
    if vacancy.overseas:
        return "overseas"
    if not places:
        return "not_stated"
    return "here" if places[0] == home else "elsewhere"


def _count_line(db: Reading, day: Day, found: Found, home: dict[UUID, Site]) -> None:
    people = {row.id: row for row in _rows(db, Seeker)}
    for there in _rows(db, FairSeeker, day.fair_id):
        codes = ["seekers_registered", f"seekers_registered-channel-{there.channel}"]
        if there.checked_in_at:
            codes += ["seekers_present", f"seekers_present-sex-{people[there.seeker_id].sex}"]
        for code in codes:
            found[code][there.centre_id, there.seeker_id] = 1
    for ticket in _rows(db, Ticket, day.fair_id):
        site = home.get(ticket.seeker_id)
        found["tickets_taken"][site, ticket.id] = 1
        found[f"tickets_taken-end-{ticket.ended_as or 'open'}"][site, ticket.id] = 1
        found["seekers_with_ticket"][site, ticket.seeker_id] = 1
    for call in _rows(db, Call, day.fair_id):
        site = home.get(call.seeker_id)
        found["calls_made"][site, call.id] = 1
        found[f"calls_made-answer-{call.answer or 'open'}"][site, call.id] = 1
        found["seekers_called"][site, call.seeker_id] = 1


def _count_talks(db: Reading, day: Day, found: Found, home: dict[UUID, Site]) -> None:
    people = {row.id: row for row in _rows(db, Seeker)}
    given = {row.interview_id: row for row in _rows(db, Outcome)}
    latest = {row.outcome_id: row for row in sorted(_rows(db, OutcomeCorrection), key=lambda row: row.at)}
    results: dict[UUID, list[tuple[Any, str]]] = defaultdict(list)
    for talk in sorted(_rows(db, Interview, day.fair_id), key=lambda row: row.id):
        outcome = given.get(talk.id)
        said = latest.get(outcome.id, outcome) if outcome else None
        key = home.get(talk.seeker_id), talk.id
        codes = ["interviews_held", f"interviews_held-result-{said.code if said else 'none'}"]
        if said and said.code == "referred":
            codes.append(f"interviews_held-result-referred-to-{said.referred_to}")
        for code in codes:
            found[code][key] = 1
        if talk.ended_at is None:
            continue
        results[talk.seeker_id] += [(outcome.at, said.code)] if outcome and said else []
    for seeker_id, told in results.items():
        result = "hired" if "hired" in (code for _, code in told) else max(told)[1] if told else "none"
        _count_person(found, people[seeker_id], home.get(seeker_id), result)


def _count_person(found: Found, person: Any, site: Site, result: str) -> None:
    skill = {None: "not_stated", "none": "unskilled"}.get(person.qualification, "qualified")
    codes = ["", f"-result-{result}"]
    if result in ("hired", "preselected"):
        codes += [f"-result-{result}-sex-{person.sex}", f"-result-{result}-skill-{skill}"]
    for code in codes:
        found["seekers_interviewed" + code][site, person.id] = 1


def _count_placements(db: Reading, day: Day, found: Found) -> None:
    gone = {row.placement_id for row in _rows(db, PlacementReversal)}
    vacancies = {row.id: row for row in _rows(db, Vacancy)}
    for made in _rows(db, Placement, day.fair_id):
        site = made.referring_id
        if made.id in gone:
            found["placements_reversed"][site, made.id] = 1
            continue
        where = _where(vacancies[made.vacancy_id], [made.workplace] if made.workplace else [], made.residence)
        found["placements"][site, made.id] = 1
        found[f"placements-place-{where}"][site, made.id] = 1
        found["seekers_placed"][site, made.seeker_id] = 1
