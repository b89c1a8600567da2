"""Fairs and booths as JSON."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from exchange.booths import queries
from exchange.booths.queries import Card
from exchange.fairs import queries as fairs
from exchange.fairs.queries import FairView
from exchange.kernel.db import Reading
from web.visit import Asked

_CACHE = {"Cache-Control": "public, max-age=2"}


class FairJson(msgspec.Struct, frozen=True):
    """A fair. Times are UTC; `phase` is planned, registration, live, results or closed."""

    id: UUID
    name: str
    phase: str
    host: str
    province: str
    registers_from: datetime
    opens_at: datetime
    closes_at: datetime
    results_until: datetime
    links: dict[str, str]


class VacancyShown(msgspec.Struct, frozen=True):
    """A vacancy as a booth shows it."""

    id: UUID
    title: str
    wage: str
    place: str
    openings_left: int


class BoothJson(msgspec.Struct, frozen=True):
    """A booth and its line now. `wait_minutes`: an interval, or null while it is not known."""

    id: UUID
    employer: str
    province: str
    state: str
    delegated: bool
    serving: int | None
    waiting: int
    wait_minutes: tuple[int, int] | None
    vacancies: list[VacancyShown]


class Listing(msgspec.Struct, frozen=True):
    """A list."""

    items: list[Any]


@get("/api/v1/fairs", tags=["fairs"])
async def all_fairs(visit: Asked) -> Response[Listing]:
    """All fairs: the live ones first, then what is coming."""
    found = await visit.read(lambda db: fairs.fairs(db, now=visit.now))
    return Response(Listing([_fair(one) for one in found]), headers=_CACHE)


@get("/api/v1/fairs/{fair_id:uuid}", tags=["fairs"])
async def one_fair(visit: Asked, fair_id: FromPath[UUID]) -> Response[FairJson]:
    """One fair."""
    return Response(_fair(await visit.read(lambda db: fairs.fair(db, fair_id, now=visit.now))), headers=_CACHE)


@get("/api/v1/fairs/{fair_id:uuid}/booths", tags=["fairs"])
async def booths(visit: Asked, fair_id: FromPath[UUID]) -> Response[Listing]:
    """The booths of a fair with their lines."""

    def ask(db: Reading) -> list[BoothJson]:
        return [_booth(card) for card in queries.cards(db, fair_id, now=visit.now)]

    return Response(Listing(await visit.read(ask)), headers=_CACHE)


def _fair(fair: FairView) -> FairJson:
    here = f"/api/v1/fairs/{fair.id}"
    times = fair.times
    return FairJson(
        fair.id,
        fair.name,
        fair.phase.value,
        fair.host_name,
        fair.province,
        times.registers_from,
        times.opens_at,
        times.closes_at,
        times.results_until,
        {"self": here, "booths": f"{here}/booths", "tally": f"{here}/tally", "page": f"/fairs/{fair.id}"},
    )


def _booth(card: Card) -> BoothJson:
    shown = [VacancyShown(one.id, one.title, one.wage, one.place, one.openings_left) for one in card.vacancies]
    wait = (card.wait.low, card.wait.high) if card.wait else None
    return BoothJson(
        card.id, card.employer, card.province, card.state.value, card.delegated, card.serving, card.waiting, wait, shown
    )


HANDLERS = [all_fairs, one_fair, booths]
