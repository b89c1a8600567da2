"""Looking for work: the search, and one vacancy."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.booths import queries as booths
from exchange.booths.queries import Card
from exchange.centres import queries as centres
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.vacancies import queries
from exchange.vacancies.imports import UNNAMED
from exchange.vacancies.posting import posting
from exchange.vacancies.queries import VacancyView
from exchange.vacancies.search_queries import VacancyQuery, search
from web import finding
from web.visit import Asked, Visit


class Meeting(msgspec.Struct, frozen=True):
    """Where the employer can be met. `booth_id` only while the booth takes numbers."""

    fair_id: UUID
    fair_name: str
    booth_id: UUID | None
    card: Card

    @property
    def serving(self) -> int | None:
        """The number being called."""
        return self.card.serving

    @property
    def waiting(self) -> int:
        """How many wait."""
        return self.card.waiting

    @property
    def wait(self) -> Any:
        """How long one waits."""
        return self.card.wait


@get("/vacancies")
async def found(visit: Asked) -> Response[bytes]:
    """The search; the address carries all of it."""
    query = finding.lenient_query(visit)
    values = await visit.read(lambda db: _found(db, visit, query), scan=bool(query.q))
    asked = values["query"]
    chosen = (asked.province, asked.occupation, asked.min_wage, asked.qualification, asked.sort, local_day(visit.now))
    filters = visit.render.kept(
        "vacancies/_filters.html", chosen, lambda: {"query": asked, "options": finding.options(visit)}
    )
    return await visit.page("vacancies/search.html", shared=True, filters=filters, **values)


@get("/vacancies/{vacancy_id:uuid}")
async def vacancy(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """One vacancy, with what search engines read of it."""
    values = await visit.read(lambda db: _vacancy(db, visit, vacancy_id))
    return await visit.page("vacancies/vacancy.html", shared=True, **values)


def _found(db: Reading, visit: Visit, query: VacancyQuery) -> dict[str, Any]:
    results = search(db, query, today=local_day(visit.now))
    fair = _fair_name(db, visit, query.fair)
    return {
        "results": results,
        "query": finding.shown(visit, query, fair),
        "hints": [] if results.total else finding.hints(visit, query, fair),
        "page_path": finding.page_path(query),
    }


def _fair_name(db: Reading, visit: Visit, fair_id: UUID | None) -> str:
    try:
        return fairs.fair(db, fair_id, now=visit.now).name if fair_id else ""
    except NotFound:
        return str(fair_id)


def _vacancy(db: Reading, visit: Visit, vacancy_id: UUID) -> dict[str, Any]:
    view = queries.vacancy(db, vacancy_id, now=visit.now)
    meet = _meeting(db, visit, view)
    values: dict[str, Any] = {"vacancy": view, "meet": meet, "posting": None if view.expired else _posting(visit, view)}
    if meet:
        fair = fairs.fair(db, meet.fair_id, now=visit.now)
        values["centre"] = centres.centre(db, fair.host_id)
    return values


def _meeting(db: Reading, visit: Visit, view: VacancyView) -> Meeting | None:
    """The employer's booth at a fair that is on, else at one that is coming."""
    for fair in fairs.fairs(db, now=visit.now):  # the live ones come first
        if fair.phase not in (FairPhase.LIVE, FairPhase.REGISTRATION):
            continue
        mine = [booth.id for booth in booths.heads(db, fair.id) if booth.employer_id == view.employer_id]
        for card in booths.cards(db, fair.id, now=visit.now, only=mine) if mine else []:
            return Meeting(fair.id, fair.name, card.id if fair.phase is FairPhase.LIVE else None, card)
    return None


def _posting(visit: Visit, view: VacancyView) -> dict[str, Any]:
    address = f"{visit.settings.public_url}/vacancies/{view.id}"
    return posting(view, address, named=view.employer != UNNAMED)


HANDLERS = [found, vacancy]
