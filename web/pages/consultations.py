"""One consultation: what is told of it, and how it was told before; corrected, withdrawn and annotated here."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.counselling import access, actions, appointment_queries, queries
from exchange.counselling.actions import Correction
from exchange.counselling.codes import Privacy, Settled
from exchange.counselling.given import ConsultationGiven, NoteGiven
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.seekers import queries as seekers
from exchange.seekers.codes import Why
from web import consulting
from web.forms import MISSING, Form
from web.visit import Asked, Visit

_UNCHANGED = N_("Không có gì thay đổi, nên không ghi gì thêm.")


@get("/consultations/{consultation_id:uuid}")
async def consultation(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """What is told of it, with all that was told before. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={_path(consultation_id)}")
    return await whole_page(visit, consultation_id)


@get("/consultations/{consultation_id:uuid}/edit")
async def edit(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """The form as it stands."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={_path(consultation_id)}/edit")
    return await _edit(visit, consultation_id)


@post("/consultations/{consultation_id:uuid}/edit")
async def correct(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """Tell it again, with the reason; unchanged, it stays as it is."""
    form = await visit.form()
    given = consulting.read(form)

    def keep(db: Writing, given: ConsultationGiven) -> bool:
        desk = access.changing_desk(db, visit.viewer, consultation_id)
        told = Correction(given, form.get("because"), consulting.uuid_of(form.get("seen")) or consultation_id)
        return actions.correct_consultation(db, desk, told, client_key=consulting.key_of(form), now=visit.now)

    try:
        if given is not None:
            changed = await visit.write(lambda db: keep(db, given))
            said = N_("Đã sửa. Nội dung cũ được giữ bên cạnh.") if changed else _UNCHANGED
            return visit.go(_path(consultation_id), visit.render.text(said))
    except Refused as no:
        form.refuse(no)
    return await _edit(visit, consultation_id, form, 422)


@post("/consultations/{consultation_id:uuid}/note")
async def annotate(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """A new version of the note."""
    form = await visit.form()
    given = consulting.read_note(form)
    if not form.get("note"):
        form.wrong("note", MISSING)

    def keep(db: Writing, given: NoteGiven) -> bool:
        desk = access.note_desk(db, visit.viewer, consultation_id)
        return actions.write_note(db, desk, given, request_id=form.request_id, now=visit.now)

    if given is not None and not form.errors:
        written = await visit.write(lambda db: keep(db, given))
        said = N_("Đã ghi bản ghi chú mới.") if written else _UNCHANGED
        return visit.go(_path(consultation_id), visit.render.text(said))
    return await whole_page(visit, consultation_id, form, 422)


@post("/consultations/{consultation_id:uuid}/withdrawal")
async def withdraw(visit: Asked, consultation_id: FromPath[UUID]) -> Response[bytes]:
    """It no longer counts, for a reason."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = access.changing_desk(db, visit.viewer, consultation_id)
        because = form.get("because")
        actions.withdraw_consultation(db, desk, because, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await whole_page(visit, consultation_id, form, 422)
    return visit.go(_path(consultation_id), visit.render.text(N_("Đã rút. Lần tư vấn này không còn được đếm.")))


def _path(consultation_id: UUID) -> str:
    return f"/consultations/{consultation_id}"


async def whole_page(
    visit: Visit, consultation_id: UUID, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    """The page of a consultation; opening it is written down."""
    values = await visit.write(lambda db: _opened(db, visit, consultation_id))
    levels = [(level.value, visit.render.label(level)) for level in Privacy]
    return await visit.page(
        "counsel/consultation.html", status=status, staff_page=True, form=form, levels=levels, **values
    )


async def _edit(visit: Visit, consultation_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = access.changing_desk(db, visit.viewer, consultation_id)
        return {"told": queries.consultation(db, desk).told, "file": seekers.seeker_file(db, desk.seeker_id)}

    values = await visit.read(ask)
    shown = form or consulting.filled_form(values["told"].facts)
    offered = consulting.options(visit, shown)
    return await visit.page("counsel/edit.html", status=status, staff_page=True, form=shown, offered=offered, **values)


def _opened(db: Writing, visit: Visit, consultation_id: UUID) -> dict[str, Any]:
    desk = access.consultation_desk(db, visit.viewer, consultation_id)
    opened = log.About(desk.seeker_id, seeker_id=desk.seeker_id, facts={"why": Why.COUNSELLING.value})
    log.record(db, Kind.SEEKER_FILE_OPENED, opened, by=log.By(desk.account_id), at=visit.now)
    whole = queries.consultation(db, desk)
    return {
        "desk": desk,
        "whole": whole,
        "file": seekers.seeker_file(db, desk.seeker_id),
        "appointment": appointment_queries.appointment(db, desk),
        "today": local_day(visit.now),
        "settled_options": [(one.value, visit.render.label(one)) for one in Settled],
    }


HANDLERS = [consultation, edit, correct, annotate, withdraw]
