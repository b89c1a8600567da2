"""The booths that a centre brings to a fair: add an employer, choose what it shows, take one away."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import plan_actions, plan_queries
from exchange.booths.codes import Mode
from exchange.booths.plan_access import booth_plan
from exchange.centres import queries as centres
from exchange.centres.access import lead_desk
from exchange.employers import queries as employers
from exchange.employers.codes import Verification
from exchange.fairs import access
from exchange.fairs import queries as fairs
from exchange.fairs.access import SiteLead
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from web.forms import Form
from web.pages.planning import id_typed
from web.visit import Asked, Visit


@get("/fairs/{fair_id:uuid}/booths")
async def booths(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The centre's own booths."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/booths")
    return await _booths(visit, fair_id)


@post("/fairs/{fair_id:uuid}/booths")
async def add(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """A booth for an employer of the centre."""
    form = await visit.form()
    employer_id, mode = id_typed(form, "employer_id"), _mode(visit, form)
    if employer_id is None:
        form.wrong("employer_id", visit.render.text(N_("Anh/chị chọn nhà tuyển dụng.")))
    if employer_id is None or mode is None:
        return await _booths(visit, fair_id, form, 422)

    def make(db: Writing) -> UUID:
        desk = access.site_lead(db, visit.viewer, fair_id)
        return plan_actions.add_booth(db, desk, employer_id, mode, now=visit.now)

    try:
        booth_id = await visit.write(make)
    except Refused as no:
        form.refuse(no)
        return await _booths(visit, fair_id, form, 422)
    said = N_("Đã thêm gian hàng với mọi vị trí đang tuyển. Anh/chị bỏ đánh dấu vị trí không đưa vào phiên.")
    return visit.go(f"/fairs/{fair_id}/booths/{booth_id}", visit.render.text(said))


@get("/fairs/{fair_id:uuid}/booths/{booth_id:uuid}")
async def booth(visit: Asked, fair_id: FromPath[UUID], booth_id: FromPath[UUID]) -> Response[bytes]:
    """One booth: how the employer takes part, and what it shows."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/booths/{booth_id}")
    return await _booth(visit, fair_id, booth_id)


@post("/fairs/{fair_id:uuid}/booths/{booth_id:uuid}")
async def change(visit: Asked, fair_id: FromPath[UUID], booth_id: FromPath[UUID]) -> Response[bytes]:
    """Change it."""
    form = await visit.form()
    mode = _mode(visit, form)
    vacancies = [found for text in form.many.get("vacancies", []) if (found := id_typed(Form.of({"id": text}), "id"))]
    if mode is None:
        return await _booth(visit, fair_id, booth_id, form, 422)

    def write(db: Writing) -> None:
        desk = booth_plan(db, access.site_lead(db, visit.viewer, fair_id), booth_id)
        plan_actions.change_booth(db, desk, mode, vacancies, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(write)
    except Refused as no:
        form.refuse(no)
        return await _booth(visit, fair_id, booth_id, form, 422)
    return visit.go(f"/fairs/{fair_id}/booths", visit.render.text(N_("Đã lưu gian hàng.")))


@post("/fairs/{fair_id:uuid}/booths/{booth_id:uuid}/removal")
async def remove(visit: Asked, fair_id: FromPath[UUID], booth_id: FromPath[UUID]) -> Response[bytes]:
    """Take away a booth at which nothing has happened."""
    form = await visit.form()

    def take_away(db: Writing) -> None:
        plan_actions.remove_booth(
            db, booth_plan(db, access.site_lead(db, visit.viewer, fair_id), booth_id), now=visit.now
        )

    try:
        await visit.write(take_away)
    except Refused as no:
        form.refuse(no)
        return await _booth(visit, fair_id, booth_id, form, 422)
    return visit.go(f"/fairs/{fair_id}/booths", visit.render.text(N_("Đã bỏ gian hàng.")))


async def _booths(visit: Visit, fair_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _list(db, visit, fair_id))
    return await visit.page(
        "planning/booths.html", status=status, staff_page=True, form=form, modes=_modes(visit), **values
    )


async def _booth(
    visit: Visit, fair_id: UUID, booth_id: UUID, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk = access.site_lead(db, visit.viewer, fair_id)
        about = plan_queries.booth_form(db, booth_plan(db, desk, booth_id), now=visit.now)
        return _around(db, visit, desk) | {"booth": about.booth, "choices": about.choices}

    values = await visit.read(ask)
    chosen = form.many.get("vacancies", []) if form and "mode" in form.values else None  # else: as it stands
    values |= {"form": form or Form.of({}), "modes": _modes(visit), "chosen": chosen}
    return await visit.page("planning/booth.html", status=status, staff_page=True, **values)


def _list(db: Reading, visit: Visit, fair_id: UUID) -> dict[str, Any]:
    desk = access.site_lead(db, visit.viewer, fair_id)
    ours = plan_queries.our_booths(db, desk)
    here = {booth.employer_id for booth in ours}
    free = [row for row in employers.employers_of(db, lead_desk(db, visit.viewer)) if row.id not in here]
    ready = [row for row in free if row.verification is Verification.VERIFIED]
    return _around(db, visit, desk) | {
        "booths": ours,
        "employers": [(row.id, row.name) for row in ready],
        "unverified": [row for row in free if row.verification is None],
    }


def _around(db: Reading, visit: Visit, desk: SiteLead) -> dict[str, Any]:
    fair = fairs.fair(db, desk.fair_id, now=visit.now)
    return {"fair": fair, "desk": desk, "centre": centres.centre(db, desk.centre_id)}


def _modes(visit: Visit) -> list[tuple[str, str]]:
    return [(mode.value, visit.render.label(mode)) for mode in Mode]


def _mode(visit: Visit, form: Form) -> Mode | None:
    if form.get("mode") in set(Mode):
        return Mode(form.get("mode"))
    form.wrong("mode", visit.render.text(N_("Anh/chị chọn hình thức tham gia.")))
    return None


HANDLERS = [booths, add, booth, change, remove]
