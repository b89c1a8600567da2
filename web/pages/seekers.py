"""Six questions, one a page, then consents, a last look and the code: a stranger has a number in two minutes."""

from contextlib import suppress
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.accounts.actions import SignedIn
from exchange.accounts.codes import SignInReason
from exchange.booths.consent_actions import change_word
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.text import show_phone
from exchange.kernel.texts import N_
from exchange.reference import provinces
from exchange.seekers import actions, queries
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Purpose, Sex
from exchange.seekers.questions import ASKED, HINTS, JOBS, NEEDED
from web.answers import COOKIE, STEPS, answered, answers_of, keep, read_answer
from web.forms import Form
from web.pages.accounts import send_code_to, sign_in_by_code, signed_in
from web.visit import Asked, Visit

LABELS = {
    "name": N_("Họ và tên"),
    "phone": N_("Số điện thoại"),
    "birth_year": N_("Năm sinh"),
    "sex": N_("Giới tính"),
    "place": N_("Nơi ở"),
    "wish": N_("Việc mong muốn"),
    "consents": N_("Đồng ý cho dùng thông tin"),
}


class Question(msgspec.Struct, frozen=True):
    """One page of the questions."""

    name: str
    title: str
    number: int
    total: int
    path: str
    back: str


class Answer(msgspec.Struct, frozen=True):
    """One line of the last look."""

    label: str
    value: str
    href: str


class ConsentAsked(msgspec.Struct, frozen=True):
    """One purpose to say yes or no to."""

    name: str
    label: str
    hint: str
    needed: bool


@get("/register")
async def start(visit: Asked) -> Response[bytes]:
    """The first question; `booth` is where the person wants to go after."""
    if visit.identity and visit.identity.seeker_id:
        return visit.go("/me")
    booth = visit.query("booth")
    return keep(visit.go("/register/name"), visit, answers_of(visit) | ({"booth": booth} if booth else {}))


@get("/register/{step:str}")
async def question(visit: Asked, step: FromPath[str]) -> Response[bytes]:
    """One question, with what was answered before."""
    answers = answers_of(visit)
    if step == "check":
        return await _check(visit, answers)
    if step == "code":
        return await _code(visit, answers)
    return await _question(visit, step, Form.of(answers))


@post("/register/{step:str}")
async def answer(visit: Asked, step: FromPath[str]) -> Response[bytes]:
    """Keep an answer and go on."""
    form, answers = await visit.form(), answers_of(visit)
    if step == "check":
        return await _send(visit, form, answers)
    if step == "code":
        return await _register(visit, form, answers)
    said = read_answer(visit, step, form)
    if said is None:
        return await _question(visit, step, form, status=422)
    asked = STEPS[STEPS.index(step) + 1 :]
    known = answers | said
    after = next((name for name in asked if not answered(name, known)), "check")
    return keep(visit.go(f"/register/{after}"), visit, known)


@post("/me/consents")
async def consent(visit: Asked) -> Response[bytes]:
    """Say yes or no to one purpose; the earlier word stays to be read."""
    form, identity = await visit.form(), visit.identity
    if identity is None or identity.seeker_id is None or form.get("purpose") not in set(Purpose):
        raise NotFound
    own, by = identity.seeker_id, By(identity.viewer.account_id)
    said: dict[str, Any] = {"given": form.ticked("given"), "channel": Channel.ONLINE, "by": by, "now": visit.now}
    await visit.write(lambda db: change_word(db, own, Purpose(form.get("purpose")), **said))
    return visit.go("/me", visit.render.text(N_("Đã ghi lại lựa chọn của anh/chị.")))


async def _question(visit: Visit, step: str, form: Form, *, status: int = 200) -> Response[bytes]:
    if step not in STEPS:
        raise NotFound
    number = STEPS.index(step) + 1
    back = f"/register/{STEPS[number - 2]}" if number > 1 else ""
    today = local_day(visit.now)
    return await visit.page(
        "seekers/question.html",
        status=status,
        form=form,
        question=Question(step, visit.render.text(LABELS[step]), number, len(STEPS), f"/register/{step}", back),
        options={
            "sex": [(sex.value, visit.render.label(sex)) for sex in Sex],
            "province": [(one.code, one.short_name) for one in provinces.as_of(today)],
        },
        jobs=[visit.render.text(job) for job in JOBS] if step == "wish" else [],
        consents=[
            ConsentAsked(p.value, visit.render.label(p), str(visit.render.text(HINTS[p])), p in NEEDED) for p in ASKED
        ],
    )


async def _check(visit: Visit, answers: dict[str, str], form: Form | None = None, status: int = 200) -> Response[bytes]:
    if missing := next((step for step in STEPS if not answered(step, answers)), None):
        return visit.go(f"/register/{missing}")
    lines = [
        Answer(visit.render.text(LABELS[name]), _shown(visit, name, answers), f"/register/{name}") for name in STEPS
    ]
    return await visit.page("seekers/check.html", status=status, answers=lines, send_path="/register/check", form=form)


def _shown(visit: Visit, name: str, answers: dict[str, str]) -> str:
    match name:
        case "phone":
            return show_phone(answers["phone"])
        case "sex":
            return visit.render.label(Sex(answers["sex"]))
        case "place":
            province = provinces.name_of(answers["province"], local_day(visit.now))
            return ", ".join(filter(None, (answers.get("commune", ""), province)))
        case "consents":
            agreed = answers["consents"].split(",")
            return " ".join(visit.render.label(purpose) for purpose in ASKED if purpose in agreed)
    return answers[name]


async def _send(visit: Visit, form: Form, answers: dict[str, str]) -> Response[bytes]:
    """The answers are right: prove the telephone number."""
    if any(not answered(step, answers) for step in STEPS):
        return visit.go("/register/check")
    with suppress(Refused):  # one was sent a moment ago: it is still good
        await send_code_to(visit, answers["phone"])
    return visit.go("/register/code")


async def _code(visit: Visit, answers: dict[str, str], form: Form | None = None, status: int = 200) -> Response[bytes]:
    if "phone" not in answers:
        return visit.go("/register")
    return await visit.page(
        "accounts/code.html",
        status=status,
        form=form,
        phone=show_phone(answers["phone"]),
        code_path="/register/code",
        again_path="/register/check",
        change_path="/register/phone",
    )


async def _register(visit: Visit, form: Form, answers: dict[str, str]) -> Response[bytes]:
    """The number is proven: the account, the file and the consents, in one transaction."""
    if any(not answered(step, answers) for step in STEPS):
        return visit.go("/register/check")
    login = await visit.write(lambda db: _open_file(db, visit, form, answers))
    if login is None:
        form.wrong("code", visit.render.label(SignInReason.CODE_WRONG))
        return await _code(visit, answers, form, 422)
    booth = answers.get("booth", "")
    said = visit.render.text(N_("Đã đăng ký xong. Anh/chị bấm “Lấy số thứ tự” để vào hàng chờ."))
    gone = signed_in(visit, login, f"/booths/{booth}", str(said)) if _is_id(booth) else signed_in(visit, login, "/me")
    gone.delete_cookie(COOKIE, path="/register")
    return gone


def _open_file(db: Writing, visit: Visit, form: Form, answers: dict[str, str]) -> SignedIn | None:
    login = sign_in_by_code(db, visit, answers["phone"], form.get("code"), answers["name"])
    if login is None:
        return None
    by = By(login.account_id, None, form.request_id)
    if queries.seeker_of_account(db, login.account_id) is None:
        fields = {name: answers[name] for name in ("name", "phone", "birth_year", "sex", "province", "wish")}
        given = SeekerGiven.model_validate(fields | {"commune": answers.get("commune", "")})
        seeker_id = actions.register_seeker(
            db, given, account_id=login.account_id, by=by, channel=Channel.ONLINE, centre_id=None, now=visit.now
        )
        agreed = set(answers["consents"].split(","))
        words = {purpose: purpose.value in agreed for purpose in ASKED}
        actions.record_consents(db, seeker_id, words, channel=Channel.ONLINE, by=by, now=visit.now)
    return login


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


HANDLERS = [start, question, answer, consent]
