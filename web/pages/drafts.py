"""An employer writes a vacancy: a list of parts, one page each, saved part by part."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.employers.access import employer_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.vacancies import actions, desk_queries, draft_actions
from exchange.vacancies.access import vacancy_desk
from exchange.vacancies.codes import Part, Position, VacancyState
from exchange.vacancies.desk_queries import Draft
from exchange.vacancies.given import Given, WorkGiven, openings_faults
from web.forms import Form
from web.parts import PLACES, filled, options, read_part
from web.visit import Asked, Visit
from web.wording import told


class Task(msgspec.Struct, frozen=True):
    """A line of the task list."""

    href: str
    label: str
    done: bool
    hint: str = ""


class Page(msgspec.Struct, frozen=True):
    """One part of the form on its page."""

    part: Part
    number: int
    total: int
    path: str
    back: str


@get("/employers/{employer_id:uuid}/vacancies/new")
async def new(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """The first part of a new vacancy, or a copy of an earlier one."""
    desk = await visit.read(lambda db: employer_desk(db, visit.viewer, employer_id))
    earlier = await visit.read(lambda db: desk_queries.vacancies_of(db, desk, now=visit.now, most=10))
    return await _new(visit, employer_id, Form.of({"openings": 1, "position": Position.STAFF}), earlier=earlier)


@post("/employers/{employer_id:uuid}/vacancies")
async def begin(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """Begin a vacancy with its first part."""
    form = await visit.form()
    given = read_part(Part.WORK, form, local_day(visit.now))

    def start(db: Writing) -> UUID:
        desk = employer_desk(db, visit.viewer, employer_id)
        assert isinstance(given, WorkGiven)  # noqa: S101 - the first part's reader makes nothing else
        return draft_actions.start_draft(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        if given is not None:
            return visit.go(f"/vacancies/{await visit.write(start)}/edit")
    except Refused as no:
        form.refuse(no)
    await visit.read(lambda db: employer_desk(db, visit.viewer, employer_id))
    return await _new(visit, employer_id, form, status=422)


@post("/employers/{employer_id:uuid}/vacancies/copy")
async def copy(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """Begin a vacancy as a copy of an earlier one, by default the last."""
    form = await visit.form()

    def start(db: Writing) -> UUID:
        desk = employer_desk(db, visit.viewer, employer_id)
        earlier = _uuid(form.get("vacancy"))
        return draft_actions.copy_vacancy(db, desk, earlier, request_id=form.request_id, now=visit.now)

    copied = visit.render.text(N_("Đã sao chép. Anh/chị xem lại từng phần và ghi hạn nộp hồ sơ mới."))
    return visit.go(f"/vacancies/{await visit.write(start)}/edit", copied)


@get("/vacancies/{vacancy_id:uuid}/edit")
async def hub(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """The task list of a vacancy, or what can still be done with a published one."""
    return await _hub(visit, vacancy_id)


@get("/vacancies/{vacancy_id:uuid}/edit/{name:str}")
async def part(visit: Asked, vacancy_id: FromPath[UUID], name: FromPath[str]) -> Response[bytes]:
    """One part with what is saved."""
    which, draft = _part(name), await visit.read(lambda db: _draft(db, visit, vacancy_id))
    return await _page(visit, draft, which, filled(which, draft))


@post("/vacancies/{vacancy_id:uuid}/edit/{name:str}")
async def save(visit: Asked, vacancy_id: FromPath[UUID], name: FromPath[str]) -> Response[bytes]:
    """Save one part and go back to the list."""
    form, which = await visit.form(), _part(name)
    given = read_part(which, form, local_day(visit.now))

    def keep(db: Writing, given: Given) -> None:
        desk = vacancy_desk(db, visit.viewer, vacancy_id)
        draft_actions.save_part(db, desk, given, request_id=form.request_id, now=visit.now)

    try:
        if given is not None:
            await visit.write(lambda db: keep(db, given))
            return visit.go(f"/vacancies/{vacancy_id}/edit", visit.render.text(N_("Đã lưu.")))
    except Refused as no:
        form.refuse(no)
    draft = await visit.read(lambda db: _draft(db, visit, vacancy_id))
    return await _page(visit, draft, which, form, status=422)


@post("/vacancies/{vacancy_id:uuid}/submission")
async def send(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """Send it to the centre."""
    form = await visit.form()

    def submit(db: Writing) -> None:
        desk = vacancy_desk(db, visit.viewer, vacancy_id)
        actions.submit(db, desk, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(submit)
    except Refused as no:
        form.refuse(no)
        return await _hub(visit, vacancy_id, form, status=422)
    return visit.go(f"/vacancies/{vacancy_id}/edit", visit.render.text(N_("Đã gửi trung tâm duyệt.")))


@post("/vacancies/{vacancy_id:uuid}/openings")
async def change(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """Other openings, another end."""
    form = await visit.form()
    until, typed = form.day("expires_on"), form.get("openings")
    openings = int(typed) if typed.isdecimal() and len(typed) < 7 else 0
    for fault in openings_faults(openings, until, local_day(visit.now)):
        form.refuse(fault)

    def write(db: Writing, until: date) -> None:
        desk = vacancy_desk(db, visit.viewer, vacancy_id)
        actions.change_openings(db, desk, openings, until, request_id=form.request_id, now=visit.now)

    try:
        if until is not None and not form.errors:
            await visit.write(lambda db: write(db, until))
            return visit.go(f"/vacancies/{vacancy_id}/edit", visit.render.text(N_("Đã lưu chỉ tiêu và hạn nộp.")))
    except Refused as no:
        form.refuse(no)
    return await _hub(visit, vacancy_id, form, status=422)


@post("/vacancies/{vacancy_id:uuid}/closing")
async def close(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """Take it down."""
    await visit.form()

    def write(db: Writing) -> UUID:
        desk = vacancy_desk(db, visit.viewer, vacancy_id)
        actions.close(db, desk, now=visit.now)
        return desk.employer_id

    closed = visit.render.text(N_("Đã đóng vị trí."))
    return visit.go(f"/employers/{await visit.write(write)}", closed)


def _draft(db: Reading, visit: Visit, vacancy_id: UUID) -> Draft:
    return desk_queries.draft(db, vacancy_desk(db, visit.viewer, vacancy_id), now=visit.now)


async def _hub(visit: Visit, vacancy_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    draft = await visit.read(lambda db: _draft(db, visit, vacancy_id))
    may = draft.state in (VacancyState.DRAFT, VacancyState.RETURNED)
    here = f"/vacancies/{vacancy_id}"
    tasks = [Task(f"{here}/edit/{one.value}", visit.render.label(one), one not in draft.missing) for one in Part]
    values: dict[str, Any] = {
        "draft": draft,
        "tasks": tasks if may else [],
        "path": here,
        "findings": told(visit, draft.findings),
    }
    shown = form or filled(Part.CONTACT, draft)
    return await visit.page("vacancies/draft.html", status=status, form=shown, **values)


async def _new(visit: Visit, employer_id: UUID, form: Form, **values: Any) -> Response[bytes]:
    here = f"/employers/{employer_id}"
    page = Page(Part.WORK, 1, len(Part), f"{here}/vacancies", here)
    return await _form(visit, page, form, **({"earlier": []} | values))


async def _page(visit: Visit, draft: Draft, part: Part, form: Form, status: int = 200) -> Response[bytes]:
    here = f"/vacancies/{draft.id}/edit"
    page = Page(part, list(Part).index(part) + 1, len(Part), f"{here}/{part.value}", here)
    return await _form(visit, page, form, status=status, earlier=[])


async def _form(visit: Visit, page: Page, form: Form, **values: Any) -> Response[bytes]:
    choice = options(visit, page.part)
    return await visit.page("vacancies/part.html", form=form, at=page, options=choice, places=PLACES, **values)


def _part(name: str) -> Part:
    if name not in set(Part):
        raise NotFound
    return Part(name)


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise NotFound from None


HANDLERS = [new, begin, copy, hub, part, save, send, change, close]
