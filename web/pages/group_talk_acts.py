"""What is done with a group talk: told again, withdrawn, its heads declared."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.group_talks import access as group_access
from exchange.group_talks import actions as group_actions
from exchange.group_talks import heads_actions
from exchange.group_talks import queries as group_queries
from exchange.group_talks.actions import TalkCorrection
from exchange.group_talks.given import GroupTalkGiven, HeadsGiven
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from web import consulting, grouping
from web.forms import Form
from web.pages.group_talks import talk_page
from web.visit import Asked, Visit

_UNCHANGED = N_("Không có gì thay đổi, nên không ghi gì thêm.")


@get("/group-talks/{talk_id:uuid}/edit")
async def edit(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """The form as it stands."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/group-talks/{talk_id}/edit")
    return await _edit(visit, talk_id)


@post("/group-talks/{talk_id:uuid}/edit")
async def correct(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Tell it again, with the reason; unchanged, it stays as it is."""
    form = await visit.form()
    await visit.read(lambda db: group_access.changing_talk_desk(db, visit.viewer, talk_id))
    given = grouping.read_talk(form)

    def keep(db: Writing, given: GroupTalkGiven) -> bool:
        desk = group_access.changing_talk_desk(db, visit.viewer, talk_id)
        told = TalkCorrection(given, form.get("because"), consulting.uuid_of(form.get("seen")) or talk_id)
        return group_actions.correct_talk(db, desk, told, client_key=consulting.key_of(form), now=visit.now)

    try:
        if given is not None:
            changed = await visit.write(lambda db: keep(db, given))
            said = N_("Đã sửa. Nội dung cũ được giữ bên cạnh.") if changed else _UNCHANGED
            return visit.go(f"/group-talks/{talk_id}", str(visit.render.text(said)))
    except Refused as no:
        form.refuse(no)
    return await _edit(visit, talk_id, form, 422)


@post("/group-talks/{talk_id:uuid}/withdrawal")
async def withdraw(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """It no longer counts, for a reason."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = group_access.changing_talk_desk(db, visit.viewer, talk_id)
        group_actions.withdraw_talk(db, desk, form.get("because"), request_id=form.request_id, now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã rút. Buổi tư vấn và danh sách không còn được đếm."))


@post("/group-talks/{talk_id:uuid}/heads")
async def declare(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Write a declared number down."""
    form = await visit.form()
    await visit.read(lambda db: group_access.talk_desk(db, visit.viewer, talk_id))
    given = grouping.read_heads(form)
    if given is None:
        return await talk_page(visit, talk_id, form, 422)

    def keep(db: Writing, said: HeadsGiven = given) -> None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        heads_actions.declare_heads(db, desk, said, client_key=consulting.key_of(form), now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã ghi số khai. Số này không cộng vào số đếm được."))


@post("/group-talks/{talk_id:uuid}/heads/{heads_id:uuid}/withdrawal")
async def withdraw_heads(visit: Asked, talk_id: FromPath[UUID], heads_id: FromPath[UUID]) -> Response[bytes]:
    """A declared number was wrong."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        heads_actions.withdraw_heads(db, desk, heads_id, form.get("because"), now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã rút số khai."), own=heads_id)


async def act(
    visit: Visit, talk_id: UUID, form: Form, keep: Any, said: str, *, own: UUID | None = None
) -> Response[bytes]:
    """Do it and come back to the talk; what is refused is said there. `own`: of several, the one that is meant."""
    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no, names={"because": f"because_{own}"} if own else None)
        return await talk_page(visit, talk_id, form, 422)
    return visit.go(f"/group-talks/{talk_id}", str(visit.render.text(said)))


async def _edit(visit: Visit, talk_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = group_access.changing_talk_desk(db, visit.viewer, talk_id)
        told = group_queries.talk(db, desk).told
        shown = form or grouping.filled_talk(told.facts)
        offered = grouping.talk_options(db, visit, shown, desk.centre_id)
        if told.facts.holder_id not in {holder for holder, _ in offered["holders"]}:
            offered["holders"].append((told.facts.holder_id, told.holder))
        return {"form": shown, "told": told, "talk_id": talk_id, "offered": offered}

    return await visit.page("groups/edit.html", status=status, staff_page=True, **await visit.read(ask))


HANDLERS = [edit, correct, withdraw, declare, withdraw_heads]
