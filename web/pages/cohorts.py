"""Cohorts of demobilised soldiers: those of the centre, a new one, how far one has come, and who was not met yet."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.cohorts import actions as cohort_actions
from exchange.cohorts import queries as cohort_queries
from exchange.cohorts.access import cohort_desk
from exchange.cohorts.codes import InvitedBy, Stage
from exchange.cohorts.given import CohortGiven
from exchange.cohorts.queries import Member, standing
from exchange.counselling import desk_queries
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import fold, squeeze
from exchange.kernel.texts import N_
from exchange.placements.person_queries import placed_on
from web import following
from web.forms import Form
from web.visit import Asked, Visit


@get("/cohorts")
async def cohorts(visit: Asked) -> Response[bytes]:
    """The cohorts of the centre."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/cohorts")
    rows = await visit.read(lambda db: cohort_queries.cohorts(db, staff_desk(db, visit.viewer)))
    return await visit.page("cohorts/list.html", staff_page=True, rows=rows)


@get("/cohorts/new")
async def new(visit: Asked) -> Response[bytes]:
    """The form of a batch."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/cohorts/new")
    return await _new(visit)


@post("/cohorts")
async def open_cohort(visit: Asked) -> Response[bytes]:
    """Write a batch down."""
    form = await visit.form()
    await visit.read(lambda db: staff_desk(db, visit.viewer))
    given = following.read_cohort(form)

    def keep(db: Writing, given: CohortGiven) -> UUID:
        desk = staff_desk(db, visit.viewer)
        return cohort_actions.open_cohort(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        if given is not None:
            own = await visit.write(lambda db: keep(db, given))
            return visit.go(f"/cohorts/{own}", str(visit.render.text(N_("Đã lập đợt. Anh/chị nhập danh sách."))))
    except Refused as no:
        form.refuse(no)
    return await _new(visit, form, 422)


@get("/cohorts/{cohort_id:uuid}")
async def cohort(visit: Asked, cohort_id: FromPath[UUID]) -> Response[bytes]:
    """How far the cohort has come; `stage`, `commune` and `unit` choose the people who are shown."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/cohorts/{cohort_id}")
    asked = visit.query("stage")
    stage = Stage(asked) if asked in set(Stage) else Stage.ALL
    values = await visit.read(lambda db: _values(db, visit, cohort_id, stage), scan=True)
    return await visit.page("cohorts/cohort.html", staff_page=True, stages=list(Stage), **values)


@get("/cohorts/{cohort_id:uuid}/not-met")
async def not_met(visit: Asked, cohort_id: FromPath[UUID]) -> Response[bytes]:
    """Who was not met yet, by commune and name: to be telephoned, and printed for the office of the place."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/cohorts/{cohort_id}/not-met")
    values = await visit.read(lambda db: _values(db, visit, cohort_id, Stage.NOT_MET), scan=True)
    presses = (InvitedBy.PHONE, InvitedBy.LETTER)
    return await visit.page("cohorts/not_met.html", staff_page=True, presses=presses, **values)


def _values(db: Reading, visit: Visit, cohort_id: UUID, stage: Stage) -> dict[str, Any]:
    desk, today = cohort_desk(db, visit.viewer, cohort_id), local_day(visit.now)
    everybody = cohort_queries.members(db, desk, placed_on)
    commune, unit = squeeze(visit.query("commune"))[:80], squeeze(visit.query("unit"))[:120]
    there = [one for one in everybody if _named(one.commune, commune) and _named(one.unit, unit)]
    return {
        "cohort": cohort_queries.cohort(db, desk),
        "centre_name": centres.centre(db, desk.centre_id).name,
        "counts": standing(there, today=today),
        "rows": [one for one in there if one.has(stage, today=today)],
        "stage": stage,
        "communes": _words(everybody, "commune"),
        "units": _words(everybody, "unit"),
        "asked": {"commune": commune, "unit": unit},
        "today": today,
    }


def _named(word: str, asked: str) -> bool:
    return not asked or fold(word) == fold(asked)


def _words(members: list[Member], field: str) -> list[str]:
    """The communes, or units, that occur, in the order of the list."""
    return list({fold(word): word for one in members if (word := getattr(one, field))}.values())


async def _new(visit: Visit, form: Form | None = None, status: int = 200) -> Response[bytes]:
    today = local_day(visit.now)

    def ask(db: Reading) -> str:
        return desk_queries.province_of(db, staff_desk(db, visit.viewer).centre_id, today)

    place = await visit.read(ask)
    shown = form or Form.of({"province": place})
    offered = following.cohort_options(visit, shown)
    return await visit.page("cohorts/new.html", status=status, staff_page=True, form=shown, offered=offered)


HANDLERS = [cohorts, new, open_cohort, cohort, not_met]
