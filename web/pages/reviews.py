"""The centre reviews vacancies before they are published."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import StaffDesk, staff_desk
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.vacancies import actions, desk_queries
from exchange.vacancies.access import ReviewDesk, review_desk
from exchange.vacancies.actions import ReviewGiven
from exchange.vacancies.codes import Verdict
from web.forms import Form
from web.visit import Asked, Visit
from web.wording import told


@get("/reviews")
async def waiting(visit: Asked) -> Response[bytes]:
    """What waits, the longest wait first."""

    def ask(db: Reading) -> Any:
        return desk_queries.waiting(db, staff_desk(db, visit.viewer))

    return await visit.page("vacancies/reviews.html", staff_page=True, waiting=await visit.read(ask, scan=True))


@get("/vacancies/{vacancy_id:uuid}/review")
async def one(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """One vacancy as it would be published, with what to look at."""
    return await _one(visit, vacancy_id, Form.of({}))


@post("/vacancies/{vacancy_id:uuid}/review")
async def decide(visit: Asked, vacancy_id: FromPath[UUID]) -> Response[bytes]:
    """Publish it or send it back."""
    form = await visit.form()
    given = form.read(ReviewGiven)

    def review(db: Writing, given: ReviewGiven) -> None:
        actions.review(db, _desk(db, visit, vacancy_id), given, request_id=form.request_id, now=visit.now)

    try:
        if given is not None:
            await visit.write(lambda db: review(db, given))
            return visit.go("/reviews", visit.render.text(_said(given.verdict)))
    except Refused as no:
        form.refuse(no)
    return await _one(visit, vacancy_id, form, status=422)


def _said(verdict: Verdict) -> str:
    match verdict:
        case Verdict.APPROVED:
            return N_("Đã duyệt. Vị trí hiện trong tìm kiếm ngay bây giờ.")
        case Verdict.RETURNED:
            return N_("Đã trả lại để nhà tuyển dụng sửa.")


def _desk(db: Reading, visit: Visit, vacancy_id: UUID) -> ReviewDesk:
    staff: StaffDesk = staff_desk(db, visit.viewer)
    return review_desk(db, staff, vacancy_id)


async def _one(visit: Visit, vacancy_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> desk_queries.UnderReview:
        return desk_queries.under_review(db, _desk(db, visit, vacancy_id), now=visit.now)

    seen = await visit.read(ask)
    findings = told(visit, seen.findings)
    values: dict[str, Any] = {"vacancy": seen.vacancy, "seen": seen, "findings": findings}
    return await visit.page("vacancies/review.html", status=status, staff_page=True, form=form, **values)


HANDLERS = [waiting, one, decide]
