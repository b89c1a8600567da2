"""What an employer opens by the QR code or the link on a slip, without an account: choose, look again, done."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.placements.referral_actions import settle_referral
from exchange.referrals import actions, queries
from exchange.referrals.access import AnswerSeat, answer_seat
from exchange.referrals.answer_actions import answer_by_link, check
from exchange.referrals.codes import ReferralReason
from exchange.referrals.given import AnswerGiven
from web.consulting import key_of
from web.forms import Form
from web.referring import answer_options, read_answer
from web.visit import Asked, Visit

_SENT = N_("Trung tâm đã nhận trả lời. Cảm ơn anh/chị.")
_CAME = N_("Đã ghi người lao động đã đến. Khi có kết quả, anh/chị mở lại trang này để trả lời.")


@get("/r/{secret:str}")
async def opened(visit: Asked, secret: FromPath[str]) -> Response[bytes]:
    """The slip, and what can be answered; or what was answered."""
    return await _page(visit, secret)


@post("/r/{secret:str}")
async def answer(visit: Asked, secret: FromPath[str]) -> Response[bytes]:
    """One step: `check` shows what would be sent, `edit` goes back, `send` sends it, `came` says only that."""
    form = await visit.form()
    step = form.get("step")
    seat = await visit.read(lambda db: answer_seat(db, secret))
    if seat.dead or step == "edit":
        return await _page(visit, secret, form)
    if step == "came":
        return await _came(visit, secret, form)
    given = read_answer(form, by_staff=False)
    if given is None:
        return await _page(visit, secret, form, 422)
    try:
        if step != "send":
            await visit.read(lambda db: check(db, answer_seat(db, secret), given, now=visit.now))
            return await _page(visit, secret, form, template="referrals/check.html", given=given)
        return await _send(visit, secret, given, key_of(form))
    except Refused as no:
        form.refuse(no)
        return await _page(visit, secret, form, 409 if no.reason is ReferralReason.ANSWERED else 422)


async def _send(visit: Visit, secret: str, given: AnswerGiven, key: UUID) -> Response[bytes]:
    def write(db: Writing) -> None:
        seat = answer_seat(db, secret)
        answer_by_link(db, seat, given, client_key=key, now=visit.now)
        settle_referral(db, seat.referral_id, now=visit.now)

    await visit.write(write)
    return _unseen(visit.go(f"/r/{secret}", visit.render.text(_SENT)))


async def _came(visit: Visit, secret: str, form: Form) -> Response[bytes]:
    try:
        await visit.write(lambda db: actions.present_by_link(db, answer_seat(db, secret), now=visit.now))
    except Refused as no:
        form.refuse(no)
        return await _page(visit, secret, form, 409)
    return _unseen(visit.go(f"/r/{secret}", visit.render.text(_CAME)))


async def _page(
    visit: Visit,
    secret: str,
    form: Form | None = None,
    status: int = 200,
    *,
    template: str = "referrals/answer.html",
    given: AnswerGiven | None = None,
) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, secret))
    if values["dead"]:
        return _unseen(await visit.page("referrals/dead.html", status=410, **values))
    shown = form or Form.of({})
    said = given.said(local_day(visit.now)) if given else None
    extra: dict[str, Any] = {"form": shown, "offered": answer_options(visit), "said": said, "path": f"/r/{secret}"}
    return _unseen(await visit.page(template, status=status, **extra, **values))


def _values(db: Reading, visit: Visit, secret: str) -> dict[str, Any]:
    """Of a dead address nothing is shown but that it is dead: it may be in anybody's hands."""
    seat: AnswerSeat = answer_seat(db, secret)
    centre = centres.centre(db, seat.centre_id)
    it = None if seat.dead else queries.asked_slip(db, seat, today=local_day(visit.now))
    return {"dead": seat.dead, "centre": centre, "it": it}


def _unseen(answer: Response[bytes]) -> Response[bytes]:
    """No search engine keeps a page that somebody's name stands on."""
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


HANDLERS = [opened, answer]
