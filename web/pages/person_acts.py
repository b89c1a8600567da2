"""What staff do with a file beyond its parts: numbers, groups, consents, merging."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths.consent_actions import change_word
from exchange.centres.access import staff_desk
from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.texts import N_
from exchange.kernel.vault import Unreadable
from exchange.placements.join_actions import persons_changed
from exchange.seekers import group_actions, merge_actions, number_actions, person_queries
from exchange.seekers.access import OwnDesk, own_desk
from exchange.seekers.checks import Known
from exchange.seekers.codes import Channel, Doubt, NumberKind, Purpose, Why
from exchange.seekers.persons import files_of
from web.file_parts import offered, read_group
from web.forms import MISSING, Form
from web.newcomers import CHANNELS
from web.pages.person import Shown, file_page, opened
from web.visit import Asked, Visit


@post("/people/{seeker_id:uuid}/numbers")
async def keep_number(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Keep a number of a paper."""
    form = await visit.form()
    if form.get("number_kind") not in set(NumberKind):
        raise NotFound
    kind = NumberKind(form.get("number_kind"))

    def keep(db: Writing, desk: OwnDesk) -> list[Doubt]:
        by, number = desk.by(form.request_id), form.get("number")
        number_actions.keep_number(db, desk.seeker_id, kind, number, vault=visit.vault, by=by, now=visit.now)
        return person_queries.doubts_of_number(db, desk.seeker_id, kind, number, vault=visit.vault)

    return await _act(visit, seeker_id, form, keep, N_("Đã lưu số giấy tờ."), {kind.value: "number"})


@post("/people/{seeker_id:uuid}/numbers/{kind:str}/showing")
async def show_number(visit: Asked, seeker_id: FromPath[UUID], kind: FromPath[str]) -> Response[bytes]:
    """Show a whole number on this page alone; who asked and why is written down."""
    form = await visit.form()
    if kind not in set(NumberKind):
        raise NotFound
    if form.get("why") not in set(Why):
        form.wrong("why", MISSING)
        return await file_page(visit, seeker_id, Shown(form, 422))

    def show(db: Writing) -> str:
        desk = own_desk(db, visit.viewer, seeker_id)
        why = Why(form.get("why"))
        return number_actions.show_number(db, desk, NumberKind(kind), why, vault=visit.vault, now=visit.now)

    try:
        number = await visit.write(show)
    except Unreadable:
        lost = N_("Không mở được số này: khóa của hệ thống đã đổi. Anh/chị ghi lại số từ giấy tờ.")
        return visit.go(f"/people/{seeker_id}", visit.render.text(lost), kind="error")
    return await file_page(visit, seeker_id, Shown(revealed=(kind, number)))


@get("/people/{seeker_id:uuid}/groups/new")
async def new_group(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """A group that somebody belongs to."""
    return await _group(visit, seeker_id, Form.of({}))


@post("/people/{seeker_id:uuid}/groups")
async def record_group(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Write a group down."""
    form = await visit.form()
    given = read_group(form)
    if given is None or form.errors:
        return await _group(visit, seeker_id, form, 422)

    def record(db: Writing) -> UUID:
        desk = own_desk(db, visit.viewer, seeker_id)
        return group_actions.record_group(db, desk, given, Channel.COUNTER, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(record)
    except Refused as no:
        form.refuse(no)
        return await _group(visit, seeker_id, form, 422)
    return visit.go(f"/people/{seeker_id}", visit.render.text(N_("Đã ghi đối tượng.")))


@post("/people/{seeker_id:uuid}/groups/{group_id:uuid}/end")
async def end_group(visit: Asked, seeker_id: FromPath[UUID], group_id: FromPath[UUID]) -> Response[bytes]:
    """Write down until when somebody belonged to a group."""
    form = await visit.form()
    until: date | None = form.day("until")
    if until is None:
        form.wrong("until", MISSING)
        return await file_page(visit, seeker_id, Shown(form, 422))

    def end(db: Writing, desk: OwnDesk) -> None:
        group_actions.end_group(db, desk, group_id, until, now=visit.now)

    return await _act(visit, seeker_id, form, end, N_("Đã ghi ngày kết thúc."))


@post("/people/{seeker_id:uuid}/consents")
async def consent(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Write down what somebody says to one purpose."""
    form = await visit.form()
    if form.get("purpose") not in set(Purpose) or form.get("channel") not in CHANNELS:
        raise NotFound
    said: dict[str, Any] = {"given": form.ticked("given"), "channel": Channel(form.get("channel")), "now": visit.now}

    def change(db: Writing, desk: OwnDesk) -> None:
        change_word(db, desk.seeker_id, Purpose(form.get("purpose")), by=desk.by(), **said)

    return await _act(visit, seeker_id, form, change, N_("Đã ghi lại lời đồng ý."))


@get("/people/{seeker_id:uuid}/merge")
async def choose(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Files that may be of the same person."""
    return await _merge(visit, seeker_id, Form.of({}))


@post("/people/{seeker_id:uuid}/merges")
async def merge(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Read another file through this one."""
    form = await visit.form()
    try:
        gone = UUID(form.get("gone"))
    except ValueError:
        form.wrong("gone", visit.render.text(N_("Anh/chị chọn hồ sơ cần gộp vào đây.")))
        return await _merge(visit, seeker_id, form, 422)

    def join(db: Writing) -> UUID:
        kept, other = own_desk(db, visit.viewer, seeker_id), own_desk(db, visit.viewer, gone)
        made = merge_actions.merge(db, kept, other, form.get("because"), request_id=form.request_id, now=visit.now)
        persons_changed(db, [kept.seeker_id], kept.account_id, now=visit.now)
        return made

    try:
        await visit.write(join)
    except Refused as no:
        form.refuse(no)
        return await _merge(visit, seeker_id, form, 422)
    return visit.go(f"/people/{seeker_id}", visit.render.text(N_("Đã gộp hai hồ sơ. Có thể hoàn tác bên dưới.")))


@post("/people/{seeker_id:uuid}/merges/{merge_id:uuid}/undoing")
async def undo(visit: Asked, seeker_id: FromPath[UUID], merge_id: FromPath[UUID]) -> Response[bytes]:
    """Read two files apart again."""
    form = await visit.form()

    def part(db: Writing, desk: OwnDesk) -> None:
        files = files_of(db, desk.seeker_id)
        merge_actions.part(db, desk, merge_id, form.get("because"), request_id=form.request_id, now=visit.now)
        persons_changed(db, files, desk.account_id, now=visit.now)

    return await _act(visit, seeker_id, form, part, N_("Đã tách lại hai hồ sơ."))


async def _act(
    visit: Visit,
    seeker_id: UUID,
    form: Form,
    change: Callable[[Writing, OwnDesk], list[Doubt] | None],
    said: str,
    fields: dict[str, str] | None = None,
) -> Response[bytes]:
    """Do something with the file and see it again; a refusal is said at its field on the file's page.

    What the change doubts is said beside what was done.
    """
    try:
        doubts = await visit.write(lambda db: change(db, own_desk(db, visit.viewer, seeker_id)))
    except Refused as no:
        field = (fields or {}).get(no.field, no.field)
        form.wrong(field or "form", visit.render.label(no.reason))
        return await file_page(visit, seeker_id, Shown(form, 422))
    except Conflict as no:
        return visit.go(f"/people/{seeker_id}", visit.render.label(no.reason), kind="warn")
    notice = " ".join([str(visit.render.text(said)), *map(visit.render.label, doubts or ())])
    return visit.go(f"/people/{seeker_id}", notice, kind="warn" if doubts else "ok")


async def _group(visit: Visit, seeker_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    file = await visit.write(lambda db: opened(db, visit, seeker_id))
    values = offered(visit)
    return await visit.page("people/group.html", status=status, staff_page=True, form=form, file=file, **values)


async def _merge(visit: Visit, seeker_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    def ask(db: Writing) -> dict[str, Any]:
        file = opened(db, visit, seeker_id)
        known = Known(file.name, file.birth_year, file.phone, person_queries.id_blind(db, file.id))
        alike = person_queries.likely_duplicates(db, staff_desk(db, visit.viewer), known)
        return {"file": file, "alike": [one for one in alike if one.id != file.id]}

    values = await visit.write(ask)
    return await visit.page("people/merge.html", status=status, staff_page=True, form=form, **values)


HANDLERS = [keep_number, show_number, new_group, record_group, end_group, consent, choose, merge, undo]
