"""Taking registers in from spreadsheets: the centre's imports, sending a file, saying what its columns are."""

import asyncio
import io
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.intake import actions, line_queries, queries
from exchange.intake.access import intake_desk, intakes_desk
from exchange.intake.codes import LARGEST_FILE, Register
from exchange.intake.plan import Plan, faults, proposed
from exchange.intake.staging import stage
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.spreadsheets.excel import FileRefused
from web.forms import Form
from web.mapping import column_field, file_columns, filled, offered, plan_of
from web.visit import Asked, Visit

_BESIDE_THE_FILE = 64 * 1024  # bytes of a form's other fields


@get("/intake")
async def intakes(visit: Asked) -> Response[bytes]:
    """What the centre has taken in, and the form for another file."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/intake")
    wanted = visit.query("register")
    return await _list(visit, Form.of({"register": wanted if wanted in set(Register) else Register.PEOPLE.value}))


@post("/intake", request_max_body_size=LARGEST_FILE + _BESIDE_THE_FILE)
async def send(visit: Asked) -> Response[bytes]:
    """Read a file; nothing of the register is written yet."""
    desk = await visit.read(lambda db: intakes_desk(db, visit.viewer))
    form = await visit.form()
    file = form.file("file")
    if form.get("register") not in set(Register):
        form.wrong("register", N_("Anh/chị chọn một mục."))
    if file is None or not file.filename:
        form.wrong("file", N_("Anh/chị chọn một tệp."))
    if form.errors:
        return await _list(visit, form, 422)
    data = io.BytesIO(await file.read())
    try:
        staged = await asyncio.to_thread(stage, data, file.filename, visit.vault)
    except FileRefused as no:
        said = visit.render.label(no.reason)
        form.wrong("file", said % {"what": no.what} if no.what else said)
        return await _list(visit, form, 422)
    register = Register(form.get("register"))
    own = await visit.write(
        lambda db: actions.send(db, desk, register, staged, request_id=form.request_id, now=visit.now)
    )
    return visit.go(f"/intake/{own}/columns")


async def _list(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = intakes_desk(db, visit.viewer)
        return {"rows": queries.intakes(db, desk), "centre": centres.centre(db, desk.centre_id)}

    registers = [(one.value, visit.render.label(one)) for one in Register]
    values = await visit.read(ask)
    return await visit.page(
        "intake/list.html", status=status, staff_page=True, form=form, registers=registers, **values
    )


@get("/intake/{intake_id:uuid}/columns")
async def columns(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Which column is what: as the centre said it for the same columns before, else as their names propose."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/intake/{intake_id}/columns")
    return await _columns(visit, intake_id, None)


@post("/intake/{intake_id:uuid}/columns")
async def say_columns(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Say which column is what, and have the rows looked through."""
    form = await visit.form()
    view = await visit.read(lambda db: queries.intake(db, intake_desk(db, visit.viewer, intake_id)))
    plan = plan_of(form, view.register, len(view.headings))
    for field, reason in faults(plan, view.register).items():
        form.wrong(column_field(field), visit.render.label(reason))
    if form.errors:
        return await _columns(visit, intake_id, form, 422)

    def say(db: Writing) -> None:
        actions.say_columns(db, intake_desk(db, visit.viewer, intake_id), plan)

    try:
        await visit.write(say)
    except Refused as no:
        form.refuse(no)
        return await _columns(visit, intake_id, form, 422)
    visit.house.intakes.wake()
    return visit.go(f"/intake/{intake_id}")


async def _columns(visit: Visit, intake_id: UUID, form: Form | None, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = intake_desk(db, visit.viewer, intake_id)
        view = queries.intake(db, desk)
        rows = line_queries.samples(db, desk, vault=visit.vault)
        known = view.plan or queries.remembered(db, desk, view)
        return {
            "view": view,
            "first": rows,
            "before": queries.sent_before(db, desk, view),
            "remembered": view.plan is None and known is not None,
            "plan": known or proposed(view.register, view.headings, rows),
            "colleagues": centres.colleagues(db, desk.centre_id),
            "centre": centres.centre(db, desk.centre_id),
        }

    values = await visit.read(ask, scan=True)
    plan: Plan = values.pop("plan")
    view, rows = values["view"], values.pop("first")
    if not rows or view.started_at:
        raise NotFound
    shown = form or filled(plan, view.register, visit, values["centre"])
    values |= offered(visit, view, shown, values.pop("colleagues")) | file_columns(view, rows)
    return await visit.page("intake/columns.html", status=status, staff_page=True, form=shown, **values)


@post("/intake/{intake_id:uuid}/discard")
async def discard(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Throw a file away of which nothing was taken."""
    await visit.write(lambda db: actions.discard(db, intake_desk(db, visit.viewer, intake_id)))
    return visit.go("/intake", visit.render.text(N_("Đã bỏ tệp. Không có gì được nhập.")))


HANDLERS = [intakes, send, columns, say_columns, discard]
