"""Vacancies as JSON."""

from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.exceptions import HTTPException
from litestar.params import FromPath, FromQuery

from exchange.fairs import queries as fairs
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from exchange.vacancies import queries
from exchange.vacancies.queries import VacancyRow, VacancyView
from exchange.vacancies.search_queries import Results, VacancyQuery, search
from web import finding
from web.errors import UNREADABLE
from web.visit import Asked, Visit

_CACHE = {"Cache-Control": "public, max-age=10"}
_HERE = "/api/v1/vacancies"


class WageJson(msgspec.Struct, frozen=True):
    """A wage as it was stated. `kind`: stated, negotiable or not_stated; amounts in whole units of `currency`."""

    kind: str
    low: int | None
    high: int | None
    per: str
    currency: str
    words: str


class VacancyItem(msgspec.Struct, frozen=True):
    """A vacancy in a list."""

    id: UUID
    title: str
    employer: str
    place: str
    wage: str
    openings_left: int
    expires_on: date
    published_at: datetime
    links: dict[str, str]


class VacancyJson(msgspec.Struct, frozen=True):
    """One vacancy. `state`: open, filled, expired or closed."""

    id: UUID
    title: str
    state: str
    employer: str
    employer_id: UUID
    places: tuple[str, ...]
    overseas: bool
    wage: WageJson
    openings: int
    openings_left: int
    occupation_code: str | None
    occupation: str
    education: str | None
    qualification: str | None
    experience: str | None
    contract: str
    work_form: str
    benefits: list[str]
    priorities: list[str]
    description: str
    requirements: str
    expires_on: date
    published_at: datetime | None
    links: dict[str, str]


class VacancyPage(msgspec.Struct, frozen=True):
    """One page of a search; `links` has self, and first, prev, next and last where there are such pages."""

    total: int
    page: int
    pages: int
    items: list[VacancyItem]
    links: dict[str, str]


@get(_HERE, tags=["vacancies"], raises=[HTTPException])
async def found(
    visit: Asked,
    q: FromQuery[str] = "",
    province: FromQuery[str] = "",
    occupation: FromQuery[str] = "",
    min_wage: FromQuery[int] = 0,
    qualification: FromQuery[str] = "",
    fair: FromQuery[str] = "",
    sort: FromQuery[str] = "",
    page: FromQuery[int] = 1,
) -> Response[VacancyPage]:
    """Vacancies that can be applied for now.

    `q`: words, with or without accents. `province`: a code or a name, of today or before the merger of 2025.
    `occupation`: a code of VSCO 2020, of any level. `min_wage`: đồng a month. `qualification`: what is asked for at
    most. `sort`: best, newest, wage or ending.
    """
    try:
        query = finding.known_query(visit)
        results = await visit.read(lambda db: _search(db, visit, query), scan=True)
    except finding.Wrong as wrong:
        raise HTTPException(UNREADABLE % {"name": wrong}, status_code=400) from None
    if query.page > results.pages:
        raise HTTPException(_BEYOND % {"page": query.page, "last": results.pages}, status_code=404)
    return Response(_page(query, results), headers=_CACHE)


_BEYOND = N_("Không có trang %(page)s: “page” chỉ đến %(last)s.")


def _search(db: Reading, visit: Visit, query: VacancyQuery) -> Results:
    """Raises Wrong for a fair there is not."""
    with suppress(NotFound):
        if query.fair:
            fairs.phase(db, query.fair, now=visit.now)
        return search(db, query, today=local_day(visit.now))
    raise finding.Wrong("fair")


@get(_HERE + "/{vacancy_id:uuid}", tags=["vacancies"])
async def one(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[VacancyJson]:
    """One vacancy that is or was published."""

    def ask(db: Reading) -> VacancyView:
        return queries.vacancy(db, vacancy_id, now=visit.now)

    return Response(_vacancy(await visit.read(ask)), headers=_CACHE)


def _page(query: VacancyQuery, results: Results) -> VacancyPage:
    items = [_item(row) for row in results.items]
    return VacancyPage(results.total, results.page, results.pages, items, _links(query, results))


def _links(query: VacancyQuery, results: Results) -> dict[str, str]:
    pages = {
        "self": results.page,
        "first": 1,
        "prev": results.page - 1,
        "next": results.page + 1 if results.page < results.pages else 0,
        "last": results.pages,
    }
    path = finding.page_path(query, _HERE)
    return {name: f"{path}{number}" for name, number in pages.items() if number > 0}


def _item(row: VacancyRow) -> VacancyItem:
    shown = (row.id, row.title, row.employer, row.place, row.wage, row.openings_left, row.expires_on)
    return VacancyItem(*shown, row.published_at, {"self": f"{_HERE}/{row.id}", "page": f"/vacancies/{row.id}"})


def _vacancy(v: VacancyView) -> VacancyJson:
    wage = WageJson(v.stated.kind, v.stated.low, v.stated.high, v.stated.per, v.stated.currency, v.wage)
    same = ("id", "title", "employer", "employer_id", "places", "overseas", "openings", "openings_left", "expires_on")
    more = ("occupation_code", "occupation", "description", "requirements", "published_at")
    codes = ("state", "education", "qualification", "experience", "contract", "work_form")
    return VacancyJson(
        **{name: getattr(v, name) for name in (*same, *more, *codes)},
        wage=wage,
        benefits=list(v.benefits),
        priorities=list(v.priorities),
        links={"self": f"{_HERE}/{v.id}", "page": f"/vacancies/{v.id}"},
    )


HANDLERS = [found, one]
