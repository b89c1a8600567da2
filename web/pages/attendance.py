"""Who was at a group talk: put on the list one by one or from a paper, taken off it, found out at the door."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.group_talks import access as group_access
from exchange.group_talks import attendance_actions, attendance_lists, check_in_actions
from exchange.group_talks import queries as group_queries
from exchange.group_talks.codes import AttendedBy, GroupReason
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.rosters.actions import ListTaken, ListWrong
from web import consulting, listing
from web.forms import Form
from web.pages.group_talk_acts import act
from web.pages.group_talks import talk_page
from web.visit import Asked, Visit


@post("/group-talks/{talk_id:uuid}/attendance")
async def add(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody of the register was there."""
    form = await visit.form()
    seeker = consulting.uuid_of(form.get("seeker"))
    if seeker is None:
        form.wrong("form", visit.render.label(GroupReason.CHOOSE))
        return await talk_page(visit, talk_id, form, 422)

    def keep(db: Writing) -> None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        attendance_actions.attend(db, desk, seeker, AttendedBy.DESK, now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã thêm vào danh sách."))


@post("/group-talks/{talk_id:uuid}/attendance/{attendance_id:uuid}/removal")
async def remove(visit: Asked, talk_id: FromPath[UUID], attendance_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody was on the list by mistake."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        attendance_actions.remove(db, desk, attendance_id, form.get("because"), now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã bỏ khỏi danh sách."), own=attendance_id)


@post("/group-talks/{talk_id:uuid}/walk-ins/{walk_in_id:uuid}")
async def settle(visit: Asked, talk_id: FromPath[UUID], walk_in_id: FromPath[UUID]) -> Response[bytes]:
    """Whose file somebody at the door has, or that they are nobody."""
    form = await visit.form()
    seeker, nobody = consulting.uuid_of(form.get("seeker")), form.get("seeker") == "nobody"
    if seeker is None and not nobody:
        form.wrong("form", visit.render.label(GroupReason.CHOOSE))
        return await talk_page(visit, talk_id, form, 422)

    def keep(db: Writing) -> None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        if seeker:
            check_in_actions.settle(db, desk, walk_in_id, seeker, now=visit.now)
        else:
            check_in_actions.dismiss(db, desk, walk_in_id, form.get("because"), now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã xử lý."), own=walk_in_id)


@get("/group-talks/{talk_id:uuid}/list")
async def paper(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Where a list is typed, pasted or sent as a file."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/group-talks/{talk_id}/list")
    return await _paper(visit, talk_id, Form.of({"lines": visit.query("lines")[:500]}), [])


@post("/group-talks/{talk_id:uuid}/list")
async def look_or_take(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Look a list through; the button at its end takes it."""
    form = await visit.form()
    await visit.read(lambda db: group_access.talk_desk(db, visit.viewer, talk_id))
    rows = await listing.rows_of(visit, form)
    if form.errors or form.get("step") != "take":
        return await _paper(visit, talk_id, form, rows, 422 if form.errors else 200)
    given = listing.given_of(form, rows)

    def keep(db: Writing) -> ListTaken | None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        return attendance_lists.take_attendance(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        taken = await visit.write(keep)
    except ListWrong as no:
        form.wrong("lines", visit.render.label(no.reason))
        return await _paper(visit, talk_id, form, rows, 422, no.lines)
    except Refused as no:
        form.refuse(no)
        return await _paper(visit, talk_id, form, rows, 422)
    return visit.go(f"/group-talks/{talk_id}", listing.taken_words(visit, taken))


async def _paper(
    visit: Visit, talk_id: UUID, form: Form, rows: Any, status: int = 200, wrong: frozenset[int] = frozenset()
) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        shown = listing.preview(db, attendance_lists.looking(desk), rows, form)
        return {"whole": group_queries.talk(db, desk)} | shown

    values = await visit.read(ask, scan=True)
    return await visit.page(
        "groups/paper.html",
        status=status,
        staff_page=True,
        form=form,
        wrong=wrong,
        path=f"/group-talks/{talk_id}/list",
        soldiers=False,
        **values,
    )


HANDLERS = [add, remove, settle, paper, look_or_take]
