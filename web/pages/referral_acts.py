"""What staff write down of a slip: who came, what the employer signed, what was found later; and taking things back."""

from collections.abc import Callable
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath

from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.placements.referral_actions import settle_referral
from exchange.referrals import access, actions, answer_actions, follow_actions
from web.consulting import key_of, uuid_of
from web.forms import Form
from web.pages.referrals import slip_page
from web.referring import NAMES, read_answer, read_follow_up, read_presentation
from web.visit import Asked, Visit


@post("/referrals/{referral_id:uuid}/presentation")
async def present(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """The person brought the slip to the employer."""
    form = await visit.form()
    given = read_presentation(form)

    def write(db: Writing) -> None:
        desk = access.referral_desk(db, visit.viewer, referral_id)
        if given is not None:
            actions.present(db, desk, given, request_id=form.request_id, now=visit.now)

    return await _done(visit, referral_id, form, write, N_("Đã ghi người lao động đến nhà tuyển dụng."))


@post("/referrals/{referral_id:uuid}/answer")
async def answer(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """What the employer signed, said on the telephone or wrote."""
    form = await visit.form()
    given = read_answer(form, by_staff=True)

    def write(db: Writing) -> None:
        desk = access.referral_desk(db, visit.viewer, referral_id)
        if given is not None:
            answer_actions.record_answer(db, desk, given, client_key=key_of(form), now=visit.now)
            settle_referral(db, referral_id, now=visit.now)

    return await _done(visit, referral_id, form, write, N_("Đã ghi trả lời của nhà tuyển dụng."))


@post("/referrals/{referral_id:uuid}/revocation")
async def revoke(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """The answer stands no longer, for a reason."""
    form = await visit.form()

    def write(db: Writing) -> None:
        desk = access.undoing_desk(db, visit.viewer, referral_id)
        seen, because = uuid_of(form.get("seen")), form.get("because")
        answer_actions.revoke_answer(db, desk, seen, because, request_id=form.request_id, now=visit.now)
        settle_referral(db, referral_id, now=visit.now)

    return await _done(visit, referral_id, form, write, N_("Đã hủy kết quả. Nhà tuyển dụng có thể trả lời lại."))


@post("/referrals/{referral_id:uuid}/cancellation")
async def cancel(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """The slip no longer holds, for a reason."""
    form = await visit.form()

    def write(db: Writing) -> None:
        desk = access.undoing_desk(db, visit.viewer, referral_id)
        actions.cancel(db, desk, form.get("because"), request_id=form.request_id, now=visit.now)

    return await _done(visit, referral_id, form, write, N_("Đã hủy giấy. Số của giấy không dùng lại."))


@post("/referrals/{referral_id:uuid}/link")
async def renew(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """Another address; the one on the paper opens nothing any more."""
    form = await visit.form()

    def write(db: Writing) -> None:
        desk = access.undoing_desk(db, visit.viewer, referral_id)
        actions.renew_link(db, desk, vault=visit.vault, request_id=form.request_id, now=visit.now)

    said = N_("Đã đổi đường dẫn. Giấy in trước đây không còn mở được trang trả lời; anh/chị in lại giấy.")
    return await _done(visit, referral_id, form, write, said)


@post("/referrals/{referral_id:uuid}/follow-up")
async def follow_up(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """What was found of somebody who was hired."""
    form = await visit.form()
    given = read_follow_up(form)

    def write(db: Writing) -> None:
        desk = access.referral_desk(db, visit.viewer, referral_id)
        if given is not None:
            follow_actions.follow_up(db, desk, given, request_id=form.request_id, now=visit.now)
            settle_referral(db, referral_id, now=visit.now)

    return await _done(visit, referral_id, form, write, N_("Đã ghi kết quả hỏi thăm."))


async def _done(
    visit: Visit, referral_id: UUID, form: Form, write: Callable[[Writing], None], said: str
) -> Response[bytes]:
    """Write it, unless the form was wrong; then the slip again. Whoever may not is told so before what is wrong."""
    try:
        await visit.write(write)
    except Refused as no:
        form.refuse(no, names=NAMES if "told_by" in form.values else None)
    if form.errors:
        return await slip_page(visit, referral_id, form, 422)
    return visit.go(f"/referrals/{referral_id}", visit.render.text(said))


HANDLERS = [present, answer, revoke, cancel, renew, follow_up]
