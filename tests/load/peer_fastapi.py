"""The peer: the same list page the customary way – FastAPI, Jinja2, SQLAlchemy's ORM over aiosqlite.

It answers `/vacancies?page=N` from the same database file with the same twenty vacancies, count and filters, and about
as many bytes. Written as its documentation teaches: a session by dependency, statements built per request, entities
handed to the template, `_()` called while drawing.

    python -m tests.load.peer_fastapi FILE PORT
"""

import gettext
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any

import uvicorn
from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day, now
from exchange.reference import occupations, provinces
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Sort
from exchange.vacancies.tables import Vacancy, VacancyPlace

PER_PAGE = 20
app = FastAPI()
engine = create_async_engine(f"sqlite+aiosqlite:///{sys.argv[1]}")
sessions = async_sessionmaker(engine, expire_on_commit=False)
loader = FileSystemLoader(Path(__file__).parent)
environment = Environment(loader=loader, autoescape=True, extensions=["jinja2.ext.i18n"])
environment.install_gettext_translations(gettext.NullTranslations(), newstyle=True)  # type: ignore[attr-defined]
templates = Jinja2Templates(env=environment)

FILTERS = [
    ("province", "Tỉnh, thành phố", [(one.code, one.short_name) for one in provinces.as_of(local_day(now()))]),
    ("occupation", "Nghề", [(one.code, one.name) for one in occupations.level(2)]),
    ("min_wage", "Lương từ", [(str(n * 1_000_000), f"{n} triệu đồng/tháng") for n in (5, 7, 10, 15, 20, 30)]),
    ("qualification", "Trình độ", [(code.value, code.label) for code in Qualification]),
    ("sort", "Sắp xếp", [(code.value, code.label) for code in Sort]),
]


async def session() -> AsyncIterator[AsyncSession]:
    """One session for each request."""
    async with sessions() as opened:
        yield opened


@app.get("/vacancies")
async def vacancies(request: Request, db: Annotated[AsyncSession, Depends(session)], page: int = 1) -> HTMLResponse:
    """Twenty open vacancies, newest first, with employer and places."""
    is_open = Vacancy.published_at.is_not(None) & Vacancy.closed_at.is_(None)  # type: ignore[union-attr]
    total = await db.scalar(select(func.count()).select_from(Vacancy).where(is_open))
    rows = (
        await db.execute(
            select(Vacancy, Employer)
            .join(Employer, Employer.id == Vacancy.employer_id)  # type: ignore[arg-type]
            .where(is_open)
            .order_by(Vacancy.published_at.desc(), Vacancy.id.desc())  # type: ignore[union-attr,attr-defined]
            .limit(PER_PAGE)
            .offset((page - 1) * PER_PAGE)
        )
    ).all()
    places = await _places(db, [vacancy.id for vacancy, _ in rows])
    chosen = {name: request.query_params.get(name, "") for name, _, _ in FILTERS}
    given = {"total": total, "rows": rows, "places": places, "page": page, "filters": FILTERS, "chosen": chosen}
    return templates.TemplateResponse(request, "peer.html", given)


async def _places(db: AsyncSession, ids: list[Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    asked = select(VacancyPlace).where(VacancyPlace.vacancy_id.in_(ids)).order_by(VacancyPlace.rank)  # type: ignore[attr-defined,arg-type]
    for place in (await db.execute(asked)).scalars():
        found.setdefault(place.vacancy_id, []).append(place.province_code)
    return found


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), access_log=False, log_level="warning")
