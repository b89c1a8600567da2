"""Becoming anybody with one click. These pages exist in demo mode only (`web.pages.routes`)."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post

from exchange.accounts import actions, queries
from exchange.centres import queries as centres
from exchange.demo import queries as demo
from exchange.employers.queries import recruiter_of
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.text import show_phone
from exchange.kernel.texts import N_
from web.pages.accounts import device_of, signed_in
from web.visit import Asked, Visit

_DOING = {
    "sitting": ("ok", "check", N_("Đang trực bàn")),
    "waiting": ("info", "people", N_("Đang chờ")),
    "talking": ("info", "chat", N_("Đang phỏng vấn")),
}


class Group(msgspec.Struct, frozen=True):
    """A part of the page. `anchor`: its id; `role`: what robots know it by."""

    anchor: str
    title: str
    panels: list[demo.Panel]


class Message(msgspec.Struct, frozen=True):
    """Something that would have been sent."""

    to: str
    text: str


@get("/demo")
async def roles(visit: Asked) -> Response[bytes]:
    """Everybody in the example, and what was sent to their telephones."""
    found = await visit.read(lambda db: demo.people(db, now=visit.now))
    text = visit.render.text
    groups = [
        Group("staff", str(text(N_("Cán bộ các điểm cầu"))), found.staff),
        Group("recruiters", str(text(N_("Nhà tuyển dụng"))), found.recruiters),
        Group("seekers", str(text(N_("Người tìm việc"))), found.seekers),
    ]
    return await visit.page("demo/roles.html", fair=found.fair, groups=groups, doing=_DOING, messages=_kept(visit))


@post("/demo/sign-in")
async def become(visit: Asked) -> Response[bytes]:
    """Sign in as somebody and go where their work is. Raises NotFound for nobody."""
    form = await visit.form()
    try:
        account_id = UUID(form.get("account"))
    except ValueError:
        raise NotFound from None

    def enter(db: Writing) -> tuple[actions.SignedIn, str]:
        if not queries.account_name(db, account_id):
            raise NotFound
        return actions.sign_in(db, account_id, device_of(visit), now=visit.now), _place_of(db, visit, account_id)

    login, path = await visit.write(enter)
    return signed_in(visit, login, path)


def _place_of(db: Reading, visit: Visit, account_id: UUID) -> str:
    """Where this person works: the floor, the desk, the tickets."""
    fair = demo.present_fair(db, now=visit.now)
    if fair and centres.staff_of(db, account_id):
        return f"/fairs/{fair.id}/floor"
    return "/desks" if recruiter_of(db, account_id) else "/me"


def _kept(visit: Visit) -> list[Message]:
    """The newest messages first."""
    kept: Any = getattr(visit.house.sender, "kept", ())
    return [Message(show_phone(sent.to), sent.text) for sent in reversed(kept)]


HANDLERS = [roles, become]
