"""Signing in by code or password, signing out, and the list of logins."""

import asyncio
import math
import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.params import FromPath

from exchange.accounts import actions, passwords, queries
from exchange.accounts.actions import SignedIn
from exchange.accounts.codes import SignInReason
from exchange.centres.queries import staff_of
from exchange.employers.queries import recruiter_of
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import show_phone
from exchange.kernel.texts import N_
from exchange.seekers.claim_actions import claim_file
from web.forms import Form
from web.frame import Entry
from web.live.frames import Close
from web.visit import Asked, Visit


def safe_path(path: str) -> str:
    """A path of ours to go to next; anything else is the first page."""
    plain = path.isprintable()  # browsers leave out tabs and line ends: "/<tab>/evil.example" is another's address
    return path if plain and path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def signed_in(visit: Visit, login: SignedIn, path: str, notice: str = "") -> Response[bytes]:
    """Go on as somebody: a fresh cookie, whatever stood there before."""
    answer = visit.go(safe_path(path), notice)
    secure = visit.settings.secure
    answer.set_cookie(
        Cookie(
            key=visit.house.identities.cookie,
            value=login.token,
            path="/",
            httponly=True,
            secure=secure,
            samesite="lax",
            max_age=int((login.expires_at - visit.now).total_seconds()),
        )
    )
    return answer


def device_of(visit: Visit) -> str:
    """What the list of logins calls this browser."""
    agent = visit.request.headers.get("user-agent", "")
    system = next((word for word in ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux") if word in agent), "")
    browser = next((word for word in ("Edg", "Chrome", "Firefox", "Safari") if word in agent), "")
    return " · ".join(filter(None, (browser.replace("Edg", "Edge"), system))) or visit.render.text(
        N_("Trình duyệt khác")
    )


def _doors(visit: Visit, here: str, next_path: str) -> list[Entry]:
    tail = f"?next={quote(next_path)}" if next_path else ""
    return [
        Entry(f"/sign-in{tail}", visit.render.text(N_("Người tìm việc")), here == "phone"),
        Entry(f"/sign-in/password{tail}", visit.render.text(N_("Cán bộ, doanh nghiệp")), here == "password"),
    ]


async def _door(visit: Visit, door: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    next_path = safe_path(form.get("next") if form else visit.query("next", "/"))
    path = "/sign-in" if door == "phone" else "/sign-in/password"
    values: dict[str, Any] = {"door": door, "doors": _doors(visit, door, next_path), "next_path": next_path}
    return await visit.page("accounts/sign_in.html", status=status, form=form, sign_in_path=path, **values)


@get("/sign-in")
async def by_phone(visit: Asked) -> Response[bytes]:
    """Sign in with a telephone number and a code."""
    return await _door(visit, "phone")


@get("/sign-in/password")
async def by_password(visit: Asked) -> Response[bytes]:
    """Sign in with a password."""
    return await _door(visit, "password")


@post("/sign-in")
async def send_code(visit: Asked) -> Response[bytes]:
    """Send a code; the answer is the same whether or not the number is known."""
    form = await visit.form()
    number = form.phone("phone")
    if number is None:
        return await _door(visit, "phone", form, 422)
    try:
        await send_code_to(visit, number)
    except Refused as no:
        form.refuse(Refused(no.reason, "phone"))
        return await _door(visit, "phone", form, 422)
    return visit.go(f"/sign-in/code?phone={quote(number)}&next={quote(safe_path(form.get('next', '/')))}")


async def send_code_to(visit: Visit, number: str) -> None:
    """Make a code and send it after the commit. Raises Refused when one was sent a moment ago."""
    secret = visit.settings.secret
    digits = await visit.write(lambda db: actions.make_code(db, number, secret=secret, now=visit.now))
    said = visit.render.text(N_("Mã đăng nhập của anh/chị là %(code)s, dùng trong 10 phút."), code=digits)
    await visit.house.sender.send(number, str(said))


@get("/sign-in/code")
async def code(visit: Asked) -> Response[bytes]:
    """Type the code."""
    return await _code_page(visit, visit.query("phone"), visit.query("next", "/"))


async def _code_page(
    visit: Visit, number: str, next_path: str, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    tail = f"?phone={quote(number)}&next={quote(safe_path(next_path))}"
    shown = show_phone(number) if number.startswith("+") else number
    return await visit.page(
        "accounts/code.html",
        status=status,
        form=form,
        phone=shown,
        code_path=f"/sign-in/code{tail}",
        again_path=f"/sign-in/code-again{tail}",
        change_path=f"/sign-in?next={quote(safe_path(next_path))}",
    )


@post("/sign-in/code")
async def use_code(visit: Asked) -> Response[bytes]:
    """A right code signs in; a wrong one is counted."""
    form = await visit.form()
    number, next_path = visit.query("phone"), visit.query("next", "/")
    login = await visit.write(lambda db: sign_in_by_code(db, visit, number, form.get("code")))
    if login is None:
        form.wrong("code", SignInReason.CODE_WRONG.label)
        return await _code_page(visit, number, next_path, form, 422)
    return signed_in(visit, login, next_path)


def sign_in_by_code(db: Writing, visit: Visit, number: str, digits: str, name: str = "") -> SignedIn | None:
    """A login for a proven telephone number, its account opened when it is new; None for a wrong code."""
    if not actions.use_code(db, number, digits, secret=visit.settings.secret, now=visit.now):
        return None
    account = actions.account_for_phone(db, number, name or show_phone(number), now=visit.now)
    claim_file(db, account, number, now=visit.now)  # whom staff registered by telephone finds their ticket
    return actions.sign_in(db, account, device_of(visit), now=visit.now, by_phone=True)


@post("/sign-in/code-again")
async def again(visit: Asked) -> Response[bytes]:
    """Another code."""
    form = await visit.form()
    number, next_path = visit.query("phone"), visit.query("next", "/")
    if not re.fullmatch(r"\+[0-9]{8,15}", number):  # our own pages write it there, checked
        return visit.go("/sign-in")
    try:
        await send_code_to(visit, number)
    except Refused as no:
        form.refuse(Refused(no.reason, "code"))
        return await _code_page(visit, number, next_path, form, 422)
    back = f"/sign-in/code?phone={quote(number)}&next={quote(safe_path(next_path))}"
    return visit.go(back, visit.render.text(N_("Đã gửi mã khác. Mã cũ không dùng được nữa.")))


@post("/sign-in/password")
async def use_password(visit: Asked) -> Response[bytes]:
    """A right password signs in; wrong ones are slowed, whoever tries."""
    form = await visit.form()
    email, given = form.get("email").lower(), form.values.get("password", "")
    if left := await visit.write(lambda db: actions.wait_left(db, email, now=visit.now)):
        form.wrong("password", _wait_words(visit, left))
        return await _door(visit, "password", form, 429)
    known = await visit.read(lambda db: queries.credentials(db, email))
    if not await asyncio.to_thread(passwords.fits, known.password_hash if known else None, given) or known is None:
        await visit.write(lambda db: actions.note_failure(db, email, now=visit.now))
        form.wrong("password", SignInReason.WRONG.label)
        return await _door(visit, "password", form, 422)
    login = await visit.write(lambda db: actions.sign_in(db, known.account_id, device_of(visit), now=visit.now))
    path = safe_path(form.get("next", "/"))
    return signed_in(visit, login, path if path != "/" else await visit.read(lambda db: _work_of(db, login.account_id)))


def _wait_words(visit: Visit, left: timedelta) -> str:
    """How long to wait, said in seconds below a minute and in whole minutes above."""
    seconds = math.ceil(left.total_seconds())
    if seconds < 60:
        return str(visit.render.text(N_("Đã thử sai nhiều lần. Anh/chị chờ %(n)s giây rồi thử lại."), n=seconds))
    minutes = math.ceil(seconds / 60)
    return str(visit.render.text(N_("Đã thử sai nhiều lần. Anh/chị chờ %(n)s phút rồi thử lại."), n=minutes))


def _work_of(db: Reading, account_id: UUID) -> str:
    """Where somebody with a password works."""
    if staff_of(db, account_id):
        return "/staff"
    return "/desks" if recruiter_of(db, account_id) else "/"


@post("/sign-out")
async def sign_out(visit: Asked) -> Response[bytes]:
    """End this login, here and on the line."""
    await visit.form()
    if visit.viewer:
        await _end(visit, visit.viewer.login_id)
    answer = visit.go("/")
    answer.delete_cookie(visit.house.identities.cookie, path="/")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


async def _end(visit: Visit, login_id: UUID) -> None:
    viewer = visit.viewer
    if viewer is None:
        return
    await visit.write(lambda db: actions.sign_out(db, viewer, login_id, now=visit.now))
    visit.house.identities.forget()
    visit.house.hub.kick(f"login:{login_id}", Close.SIGNED_OUT)


@get("/logins")
async def logins(visit: Asked) -> Response[bytes]:
    """Where the viewer is signed in."""
    viewer = visit.viewer
    if viewer is None:
        return visit.go("/sign-in?next=/logins")

    def ask(db: Reading) -> list[queries.LoginRow]:
        return queries.logins_of(db, viewer, now=visit.now)

    return await visit.page("accounts/logins.html", logins=await visit.read(ask), mine=viewer.login_id)


@post("/logins/{login_id:uuid}/end")
async def end(visit: Asked, login_id: FromPath[UUID]) -> Response[bytes]:
    """End one of the viewer's own logins."""
    await visit.form()
    await _end(visit, login_id)
    return visit.go("/logins", visit.render.text(N_("Đã đăng xuất nơi đó.")))


HANDLERS = [by_phone, by_password, send_code, code, use_code, again, use_password, sign_out, logins, end]
