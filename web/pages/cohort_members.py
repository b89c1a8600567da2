"""The people of a cohort: put into it from a paper or from the register, and what is done with each of them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.cohorts import actions as cohort_actions
from exchange.cohorts import lists as cohort_lists
from exchange.cohorts import queries as cohort_queries
from exchange.cohorts import step_actions as cohort_step_actions
from exchange.cohorts.access import cohort_desk, member_desk
from exchange.cohorts.codes import InvitedBy, JoinedBy
from exchange.cohorts.given import InvitationGiven, StepGiven
from exchange.cohorts.search import candidates
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.placements.person_queries import placed_on
from exchange.rosters.actions import ListTaken, ListWrong
from exchange.seekers.codes import Why
from exchange.seekers.file_actions import open_file
from web import following, listing
from web.forms import Form
from web.visit import Asked, Visit


@get("/cohorts/{cohort_id:uuid}/list")
async def paper(visit: Asked, cohort_id: FromPath[UUID]) -> Response[bytes]:
    """Where a list is typed, pasted or sent, and who of the register seems to belong to the batch."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/cohorts/{cohort_id}/list")
    return await _paper(visit, cohort_id, Form.of({}), [])


@post("/cohorts/{cohort_id:uuid}/list")
async def look_or_take(visit: Asked, cohort_id: FromPath[UUID]) -> Response[bytes]:
    """Look a list through; the button at its end takes it."""
    form = await visit.form()
    await visit.read(lambda db: cohort_desk(db, visit.viewer, cohort_id))
    rows = await listing.rows_of(visit, form)
    if form.errors or form.get("step") != "take":
        return await _paper(visit, cohort_id, form, rows, 422 if form.errors else 200)
    given = listing.given_of(form, rows)

    def keep(db: Writing) -> ListTaken | None:
        desk = cohort_desk(db, visit.viewer, cohort_id)
        return cohort_lists.take_soldiers(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        taken = await visit.write(keep)
    except ListWrong as no:
        form.wrong("lines", visit.render.label(no.reason))
        return await _paper(visit, cohort_id, form, rows, 422, no.lines)
    except Refused as no:
        form.refuse(no)
        return await _paper(visit, cohort_id, form, rows, 422)
    return visit.go(f"/cohorts/{cohort_id}", listing.taken_words(visit, taken))


@post("/cohorts/{cohort_id:uuid}/found")
async def join_found(visit: Asked, cohort_id: FromPath[UUID]) -> Response[bytes]:
    """Those of the register who were ticked belong to the batch."""
    form = await visit.form()
    ticked = set(form.many.get("seeker", []))

    def keep(db: Writing) -> int:
        desk = cohort_desk(db, visit.viewer, cohort_id)
        chosen = [one for one in candidates(db, desk) if str(one.seeker_id) in ticked]
        for one in chosen:
            cohort_actions.join(db, desk, one.seeker_id, one.row(), JoinedBy.FOUND, now=visit.now)
        return len(chosen)

    joined = await visit.write(keep)
    said = N_("Đã thêm %(n)s người vào đợt.") if joined else N_("Anh/chị đánh dấu ít nhất một người.")
    where = f"/cohorts/{cohort_id}" if joined else f"/cohorts/{cohort_id}/list"
    return visit.go(where, str(visit.render.text(said, n=joined)), kind="ok" if joined else "warn")


@get("/cohorts/{cohort_id:uuid}/members/{member_id:uuid}")
async def member(visit: Asked, cohort_id: FromPath[UUID], member_id: FromPath[UUID]) -> Response[bytes]:
    """One of them. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/cohorts/{cohort_id}/members/{member_id}")
    return await _member(visit, cohort_id, member_id)


@post("/cohorts/{cohort_id:uuid}/members/{member_id:uuid}/steps/{kind:str}")
async def take_step(
    visit: Asked, cohort_id: FromPath[UUID], member_id: FromPath[UUID], kind: FromPath[str]
) -> Response[bytes]:
    """Write down an invitation, a path, a training or a job."""
    form = await visit.form()
    await visit.read(lambda db: member_desk(db, visit.viewer, cohort_id, member_id))
    given = following.read_step(kind, form)
    if given is None:
        return await _member(visit, cohort_id, member_id, form, 422, kind)

    def keep(db: Writing, said: StepGiven = given) -> None:
        desk = member_desk(db, visit.viewer, cohort_id, member_id)
        cohort_step_actions.take_step(db, desk, said, request_id=form.request_id, now=visit.now)

    return await _act(visit, cohort_id, member_id, form, keep, kind)


@post("/cohorts/{cohort_id:uuid}/members/{member_id:uuid}/invited/{how:str}")
async def invited(
    visit: Asked, cohort_id: FromPath[UUID], member_id: FromPath[UUID], how: FromPath[str]
) -> Response[bytes]:
    """Invited today, with one press from the list."""
    form = await visit.form()
    await visit.read(lambda db: member_desk(db, visit.viewer, cohort_id, member_id))
    given = form.read(InvitationGiven, on_day=local_day(visit.now), how=how)
    if given is None:
        return await _member(visit, cohort_id, member_id, form, 422)

    def keep(db: Writing, said: InvitationGiven = given) -> str:
        desk = member_desk(db, visit.viewer, cohort_id, member_id)
        cohort_step_actions.take_step(db, desk, said, request_id=None, now=visit.now)
        return visit.render.label(InvitedBy(how))

    asked = urlencode({name: form.get(name) for name in ("commune", "unit")})
    back = f"/cohorts/{cohort_id}/not-met?{asked}#m-{member_id}"
    try:
        word = await visit.write(keep)
    except Refused as no:
        return visit.go(back, visit.render.label(no.reason), kind="error")
    return visit.go(back, str(visit.render.text(N_("Đã ghi mời: %(how)s."), how=word)))


@post("/cohorts/{cohort_id:uuid}/members/{member_id:uuid}/steps/{step_id:uuid}/withdrawal")
async def withdraw_step(
    visit: Asked, cohort_id: FromPath[UUID], member_id: FromPath[UUID], step_id: FromPath[UUID]
) -> Response[bytes]:
    """A step was written down by mistake."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = member_desk(db, visit.viewer, cohort_id, member_id)
        cohort_step_actions.withdraw_step(db, desk, step_id, form.get("because"), now=visit.now)

    return await _act(visit, cohort_id, member_id, form, keep, own=step_id)


@post("/cohorts/{cohort_id:uuid}/members/{member_id:uuid}/leaving")
async def leave(visit: Asked, cohort_id: FromPath[UUID], member_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody was put into the cohort by mistake."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        desk = member_desk(db, visit.viewer, cohort_id, member_id)
        cohort_actions.leave(db, desk, form.get("because"), now=visit.now)

    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await _member(visit, cohort_id, member_id, form, 422)
    return visit.go(f"/cohorts/{cohort_id}", str(visit.render.text(N_("Đã bỏ khỏi danh sách."))))


async def _act(
    visit: Visit, cohort_id: UUID, member_id: UUID, form: Form, keep: Any, kind: str = "", own: UUID | None = None
) -> Response[bytes]:
    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no, names={"because": f"because_{own}"} if own else None)
        return await _member(visit, cohort_id, member_id, form, 422, kind)
    return visit.go(f"/cohorts/{cohort_id}/members/{member_id}", str(visit.render.text(N_("Đã ghi."))))


async def _member(
    visit: Visit, cohort_id: UUID, member_id: UUID, form: Form | None = None, status: int = 200, kind: str = ""
) -> Response[bytes]:
    """`kind`: of the step whose form was refused."""

    values = await visit.write(lambda db: _looked(db, visit, cohort_id, member_id))
    usual, today = following.today_form(visit), local_day(visit.now)
    shown: dict[str, Any] = {"form": form, "kind": kind, "usual": usual, "today": today} | values
    offered = following.step_options(visit)
    return await visit.page("cohorts/member.html", status=status, staff_page=True, offered=offered, **shown)


def _looked(db: Writing, visit: Visit, cohort_id: UUID, member_id: UUID) -> dict[str, Any]:
    desk = member_desk(db, visit.viewer, cohort_id, member_id)
    open_file(db, desk.file(db, desk.seeker_id), Why.COUNSELLING, now=visit.now)
    return {
        "cohort": cohort_queries.cohort(db, desk),
        "one": cohort_queries.member(db, desk, placed_on),
        "name": cohort_queries.name_of(db, desk),
        "steps": cohort_queries.history(db, desk),
        "desk": desk,
    }


async def _paper(
    visit: Visit, cohort_id: UUID, form: Form, rows: Any, status: int = 200, wrong: frozenset[int] = frozenset()
) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = cohort_desk(db, visit.viewer, cohort_id)
        shown = listing.preview(db, cohort_lists.looking(desk), rows, form)
        own = cohort_queries.cohort(db, desk)
        return {"cohort": own, "candidates": [] if rows else candidates(db, desk)} | shown

    values = await visit.read(ask, scan=True)
    here: dict[str, Any] = {"path": f"/cohorts/{cohort_id}/list", "soldiers": True, "wrong": wrong}
    return await visit.page("cohorts/paper.html", status=status, staff_page=True, form=form, **here, **values)


HANDLERS = [paper, look_or_take, join_found, member, take_step, invited, withdraw_step, leave]
