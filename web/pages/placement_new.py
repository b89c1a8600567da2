"""Entering a placement that comes from no fair and no slip: for a person of the register, with what proves it."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post

from exchange.centres.access import staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.placements import employer_queries, entry_actions, one_queries
from exchange.placements.access import group_of
from exchange.placements.entry_actions import Entered
from exchange.reference import provinces
from exchange.seekers import queries as seekers
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Why
from exchange.seekers.file_actions import open_file
from web.consulting import uuid_of
from web.dates import boxes
from web.forms import Form
from web.placing import has_scan, options, read_entry, take_scan
from web.visit import Asked, Visit


@get("/placements/new")
async def new(visit: Asked) -> Response[bytes]:
    """For whom: `seeker`. `q`: words of an employer; `employer`: the one chosen; without one it is named by hand."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/placements/new")
    seeker_id = uuid_of(visit.query("seeker"))
    if seeker_id is None:
        return await visit.page(
            "placements/whom.html", staff_page=True, **await visit.read(lambda db: _staff(db, visit))
        )

    def look(db: Writing) -> None:
        open_file(db, own_desk(db, visit.viewer, seeker_id), Why.COUNSELLING, now=visit.now)

    await visit.write(look)
    usual = {"employer": visit.query("employer"), "level": "1", "source": "employer", "brought": "yes"}
    return await _new(visit, seeker_id, Form.of(usual | boxes({"on_day": local_day(visit.now)})))


@post("/placements")
async def enter(visit: Asked) -> Response[bytes]:
    """Write it down; the same form twice is one. A scan is kept before the transaction begins."""
    form = await visit.form()
    seeker_id = uuid_of(form.get("seeker"))
    if seeker_id is None:
        raise NotFound
    await visit.read(lambda db: own_desk(db, visit.viewer, seeker_id))
    told = read_entry(form)
    if told is None or form.errors:
        return await _new(visit, seeker_id, form, 422)
    try:
        kept = await _keep(visit, seeker_id, form, Entered(*told))
    except Refused as no:
        form.refuse(no)
        return await _new(visit, seeker_id, form, 422)
    return visit.go(f"/placements/{kept}", visit.render.text(N_("Đã ghi vào sổ.")))


async def _keep(visit: Visit, seeker_id: UUID, form: Form, given: Entered) -> UUID:
    """The entry as which it counts. What is wrong is found before a scan is kept for nothing. Raises Refused."""

    def check(db: Reading) -> None:
        desk = own_desk(db, visit.viewer, seeker_id)
        entry_actions.check_entry(db, desk, given, papers=has_scan(form), now=visit.now)

    await visit.read(check)
    scan = await take_scan(visit, form)

    def write(db: Writing) -> UUID:
        desk = own_desk(db, visit.viewer, seeker_id)
        own = entry_actions.enter(db, desk, given, scan, request_id=form.request_id, now=visit.now)
        return group_of(db, own)[0]

    return await visit.write(write)


async def _new(visit: Visit, seeker_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, seeker_id, form))
    return await visit.page("placements/new.html", status=status, staff_page=True, form=form, **values)


def _values(db: Reading, visit: Visit, seeker_id: UUID, form: Form) -> dict[str, Any]:
    desk, today = own_desk(db, visit.viewer, seeker_id), local_day(visit.now)
    typed = visit.query("q")[:120]
    return {
        "file": seekers.seeker_file(db, desk.seeker_id),
        "known": one_queries.entries_of(db, desk.seeker_id),
        "chosen": employer_queries.one(db, uuid_of(form.get("employer"))),
        "typed": typed,
        "found": employer_queries.named(db, typed) if typed else None,
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(today)],
        **options(visit),
    }


def _staff(db: Reading, visit: Visit) -> dict[str, Any]:
    return {"desk": staff_desk(db, visit.viewer)}


HANDLERS = [new, enter]
