"""Employers: registering, their own page, and how their centre verifies them."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import maybe_staff_desk, staff_desk
from exchange.employers import actions, queries
from exchange.employers.access import EmployerDesk, maybe_employer_desk, owner_desk
from exchange.employers.actions import EmployerGiven, Registered
from exchange.employers.codes import EmployerKind, EmployerReason, SizeBand, Verification
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.reference import provinces
from exchange.vacancies import desk_queries
from exchange.vacancies.queries import vacancies_by
from web.forms import Form
from web.inviting import send_invitation
from web.visit import Asked, Visit

_NEEDED = {
    "tax_code": EmployerReason.TAX_CODE_WRONG,
    "name": EmployerReason.NAME_MISSING,
    "province": EmployerReason.PROVINCE_UNKNOWN,
    "email": EmployerReason.EMAIL_WRONG,
}
_NAMES = {"province_code": "province", "contact_name": "contact"}  # what fields are called on the page


@get("/employers")
async def listed(visit: Asked) -> Response[bytes]:
    """A centre's employers, for its staff; others come here to register."""
    desk = await visit.read(lambda db: maybe_staff_desk(db, visit.viewer))
    if desk is None:
        return visit.go("/employers/new")
    rows = await visit.read(lambda db: queries.employers_of(db, desk))
    return await visit.page("employers/list.html", staff_page=True, employers=rows)


@get("/employers/new")
async def new(visit: Asked) -> Response[bytes]:
    """Register an employer: by itself, or by staff of its centre."""
    return await _new(visit, Form.of({}))


@post("/employers")
async def register(visit: Asked) -> Response[bytes]:
    """Register; the contact is sent an invitation, which proves the address."""
    form = await visit.form()
    for name, reason in _NEEDED.items():
        if not form.get(name):
            form.wrong(name, reason.label)
    given = form.read(EmployerGiven, names=_NAMES)
    if given is None or form.errors:
        return await _new(visit, form, 422)

    def enter(db: Writing) -> Registered:
        staff = maybe_staff_desk(db, visit.viewer)
        by = By(visit.viewer.account_id, None, form.request_id) if visit.viewer else None
        return actions.register_employer(db, given, now=visit.now, by=by, centre_id=staff.centre_id if staff else None)

    try:
        made = await visit.write(enter)
    except Refused as no:
        form.refuse(no, names=_NAMES)
        return await _new(visit, form, 422)
    await send_invitation(visit, made.invited)
    return await visit.page("employers/registered.html", email=made.invited.email, employer=made.invited.employer)


@get("/employers/{employer_id:uuid}")
async def employer(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """For those who act for the employer their own page, for all others what is public."""
    desk = await visit.read(lambda db: maybe_employer_desk(db, visit.viewer, employer_id))
    if desk:
        return await own_page(visit, desk, Form.of({}))

    def ask(db: Reading) -> dict[str, Any]:
        today = local_day(visit.now)
        return {"employer": queries.employer(db, employer_id), "items": vacancies_by(db, employer_id, today=today)}

    return await visit.page("employers/public.html", shared=True, **await visit.read(ask))


async def own_page(visit: Visit, desk: EmployerDesk, form: Form, status: int = 200) -> Response[bytes]:
    """The employer's own page; `form` is that of the invitation or of the verification."""

    def ask(db: Reading) -> dict[str, Any]:
        return {
            "employer": queries.employer_file(db, desk),
            "vacancies": desk_queries.vacancies_of(db, desk, now=visit.now),
            "recruiters": queries.recruiters(db, desk, now=visit.now),
        }

    verdicts = [(one.value, visit.render.label(one)) for one in Verification]
    values = await visit.read(ask)
    return await visit.page(
        "employers/employer.html", status=status, form=form, helped=desk.helped, verdicts=verdicts, **values
    )


@post("/employers/{employer_id:uuid}/checks")
async def check(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """Write down what the centre found in the employer's papers."""
    form = await visit.form()
    verdict = form.get("verdict")

    def write(db: Writing) -> None:
        desk = owner_desk(db, staff_desk(db, visit.viewer), employer_id)
        said, request_id = Verification(verdict), form.request_id
        actions.check_employer(db, desk, said, form.get("document"), request_id=request_id, now=visit.now)

    if verdict not in set(Verification):
        form.wrong("verdict", N_("Anh/chị chọn kết quả xác minh."))
    try:
        if not form.errors:
            await visit.write(write)
            return visit.go(f"/employers/{employer_id}", visit.render.text(N_("Đã ghi kết quả xác minh.")))
    except Refused as no:
        form.refuse(no)
    desk = await visit.read(lambda db: maybe_employer_desk(db, visit.viewer, employer_id))
    return await own_page(visit, desk, form, 422) if desk else visit.go(f"/employers/{employer_id}")


async def _new(visit: Visit, form: Form, status: int = 200) -> Response[bytes]:
    label = visit.render.label
    options = {
        "province": [(one.code, one.short_name) for one in provinces.as_of(local_day(visit.now))],
        "kind": [(one.value, label(one)) for one in EmployerKind if one is not EmployerKind.NOT_STATED],
        "size_band": [(one.value, label(one)) for one in SizeBand],
    }
    return await visit.page("employers/register.html", status=status, form=form, options=options)


HANDLERS = [listed, new, register, employer, check]
